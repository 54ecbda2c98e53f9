/** QR pictures of a join link. */
import qrcode from 'qrcode'

/** @returns an SVG picture, black on white with a quiet border, so that it also scans from a dark page */
export function qrSvg(text: string): Promise<string> {
  return qrcode.toString(text, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
}

/** @returns the picture in half blocks, for a terminal */
export function qrTerminal(text: string): Promise<string> {
  return qrcode.toString(text, { type: 'terminal', small: true })
}
