/** QR pictures of a join link. */

/** @returns an SVG picture, black on white with a quiet border, so that it also scans from a dark page */
export async function qrSvg(text: string): Promise<string> {
  const { default: qrcode } = await import('qrcode')
  return qrcode.toString(text, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
}

/** @returns the picture in half blocks, for a terminal */
export async function qrTerminal(text: string): Promise<string> {
  const { default: qrcode } = await import('qrcode')
  return qrcode.toString(text, { type: 'terminal', small: true })
}
