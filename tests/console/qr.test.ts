import { expect, test } from 'vitest'
import { qrSvg, qrTerminal } from '../../src/console/qr.ts'

const LINK = 'https://pols.example/doe-mee/AkCctqlXSayEsy_zCSkSA0dF'

test('an SVG that scales, black on white with a quiet border of four modules', async () => {
  const svg = await qrSvg(LINK)
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(svg)!
  expect(svg).toContain(`<path fill="#ffffff" d="M0 0h${size}v${size}H0z"/>`)
  expect(svg).toMatch(/<path stroke="#000000" d="M4 4\.5h7/)
  expect(svg).not.toMatch(/<script|\sstyle=|href=/)
})

test('another link is another picture, the same link the same', async () => {
  expect(await qrSvg(LINK)).toBe(await qrSvg(LINK))
  expect(await qrSvg(`${LINK}x`)).not.toBe(await qrSvg(LINK))
})

test('in a terminal it is drawn in half blocks', async () => {
  const lines = (await qrTerminal(LINK)).trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(14)
  expect(lines.join('')).toMatch(/[▀▄█]/)
})
