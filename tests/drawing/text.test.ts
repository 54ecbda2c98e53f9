/** The widths that we count with, held against what is drawn. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeSheet } from '../../src/drawing/sheet.ts'
import { showable, textWidth, wrapText } from '../../src/drawing/text.ts'

const packaged = (file: string) => readFileSync(createRequire(import.meta.url).resolve(file))
const fontBuffers = ['noto-sans', 'noto-sans-arabic'].flatMap((font) =>
  ['400Regular', '700Bold'].map((weight) =>
    packaged(
      `@expo-google-fonts/${font}/${weight}/${font === 'noto-sans' ? 'NotoSans' : 'NotoSansArabic'}_${weight}.ttf`,
    ),
  ),
)

beforeAll(() => initWasm(packaged('@resvg/resvg-wasm/index_bg.wasm')))

/** From the first to the last inked pixel. */
function drawnWidth(text: string, size: number, weight: 'regular' | 'bold'): number {
  const sheet = makeSheet(4000, 'ltr')
  sheet.text(20, 100, text, { size, weight })
  const drawing = new Resvg(sheet.done(200).replace(/<rect [^>]*fill="#f4f3ee"\/>/, ''), { font: { fontBuffers } })
  return drawing.innerBBox()!.width
}

const LINES = [
  'minstens 6 van 8',
  'ja, een deel of ik wou liever luisteren',
  'quelque chose d’extérieur (école, maison …) / sans réponse',
  'Antwoorden: minstens 57 van 60 aanwezigen (hoogstens 3 zonder antwoord)',
  'WWW MMMM ÀÉÔ @ & % — „Zo is het”',
  'iiiii lllll ,,,,, fff ttt rrr',
  'على الأقل 5 من 8',
  'هذا عن الشباب الذين أجابوا، وليس عن كل الشباب',
  'ما الذي بقي معك من هذا الحديث؟ يمكن اختيار أكثر من إجابة.',
  'أصدقاء، صديق، لاستقبال المجموعات الصغيرة',
  'ملتقى Meetingpoint 2026',
]

describe.each(['regular', 'bold'] as const)('%s', (weight) => {
  test.each(LINES)('%s', (line) => {
    const counted = textWidth(line, 40, weight)
    const drawn = drawnWidth(line, 40, weight)
    expect(counted).toBeGreaterThanOrEqual(drawn * 0.99)
    expect(counted).toBeLessThan(drawn * 1.35)
  })
})

test('text is broken between words, and inside a word that is longer than a line', () => {
  const lines = wrapText('een antwoord met Langewoordenzonderspatiesertussenwaaraangeeneindekomt erin', {
    size: 36,
    width: 400,
  })
  expect(lines.join('')).toBe('een antwoord metLangewoordenzonderspatiesertussenwaaraangeeneindekomt erin')
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(textWidth(line, 36)).toBeLessThanOrEqual(400)
})

test('what does not fit in so many lines ends in an ellipsis, within the width', () => {
  const lines = wrapText('woord '.repeat(30), { size: 36, width: 400, most: 2 })
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/woord…$|…$/)
  expect(textWidth(lines[1]!, 36)).toBeLessThanOrEqual(400)
})

test('what our fonts do not have is left out: emoji, arrows, other scripts', () => {
  expect(showable('⚠️ Kleine groep 👩🏽‍🦱 ↔ goed')).toBe('Kleine groep goed')
  expect(showable('a 会议 b\u0000\nc')).toBe('a b c')
  expect(showable('\u2068⚠️ Let op\u2069')).toBe('\u2068Let op\u2069')
  expect(showable('é œ ÿ ملتقى، ١٢ №')).toContain('é œ ÿ ملتقى، ١٢')
})

test('a line that another line goes on with takes nothing along, and no markup gets through', () => {
  const sheet = makeSheet(100, 'rtl')
  sheet.text(10, 10, 'b\u2069 <script> & \u2068"c', { size: 34 })
  expect(sheet.done(20)).toContain('>\u2067b &#60;script&#62; &#38; \u2068&#34;c\u2069\u2069</text>')
})

test('reading from the right, all stands mirrored', () => {
  const drawn = (direction: 'ltr' | 'rtl') => {
    const sheet = makeSheet(100, direction)
    sheet.rect(10, 0, 30, 5, {})
    sheet.text(10, 0, 'x', { size: 34 })
    sheet.text(90, 0, 'y', { size: 34, at: 'end' })
    return sheet.done(5)
  }
  expect(drawn('ltr')).toContain('<rect x="10" ')
  expect(drawn('rtl')).toContain('<rect x="60" ')
  expect(drawn('ltr')).toMatch(/x="10"[^>]*text-anchor="start"[\s\S]*x="90"[^>]*text-anchor="end"/)
  expect(drawn('rtl')).toMatch(/x="90"[^>]*text-anchor="end"[\s\S]*x="10"[^>]*text-anchor="start"/)
})
