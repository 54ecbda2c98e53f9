/** A document as DOCX, read back by another library. */
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import type { TalkDocument } from '../../src/documents/document.ts'
import { docxOf } from '../../src/documents/docx.ts'

const document = (change: Partial<TalkDocument> = {}): TalkDocument => ({
  language: 'nl',
  title: 'Impactverhaal · Samen',
  subtitle: 'Door drie partners',
  blocks: [
    {
      heading: '1 Ons doel',
      paragraphs: ['Eén deur.', 'Voor wie nergens anders komt.'],
      lines: ['Eerste', 'Tweede'],
      table: [
        ['Dag', 'Antwoorden'],
        ['7 okt', '8 van 11'],
      ],
      notes: ['[1] Kleine groep.'],
      question: 'En nu?',
    },
  ],
  foot: 'Onderaan',
  ...change,
})
const read = async (of: TalkDocument) => {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await docxOf(of)) })
  expect(messages).toEqual([])
  return value
}
const xmlOf = async (of: TalkDocument, scale?: number) =>
  strFromU8(unzipSync(await docxOf(of, scale))['word/document.xml']!)

test('has every word in order, with real headings, a list and a table', async () => {
  expect(await read(document())).toBe(
    '<h1><strong>Impactverhaal · Samen</strong></h1><p>Door drie partners</p><h2><strong>1 Ons doel</strong></h2><p>Eén deur.</p>' +
      '<p>Voor wie nergens anders komt.</p><ul><li>Eerste</li><li>Tweede</li></ul>' +
      '<table><thead><tr><th><p><strong>Dag</strong></p></th><th><p><strong>Antwoorden</strong></p></th></tr></thead>' +
      '<tbody><tr><td><p>7 okt</p></td><td><p>8 van 11</p></td></tr></tbody></table>' +
      '<p>[1] Kleine groep.</p><p><strong>En nu?</strong></p><p>Onderaan</p>',
  )
})

describe('what people wrote is text', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a & b "c"', 'a &amp; b "c"'],
    ['{ HYPERLINK "http://x" }', '{ HYPERLINK "http://x" }'],
    ['a\u0000b\u0008c\ufffe', 'a b c'],
    ['\ud800 alleen', '\ufffd alleen'],
    ['links\u202erechts', 'linksrechts'],
    ['twee\nregels', 'twee regels'],
  ])('%j', async (text, shown) => {
    expect(await read(document({ title: text, blocks: [], foot: '.' }))).toBe(
      `<h1><strong>${shown}</strong></h1><p>Door drie partners</p><p>.</p>`,
    )
  })
})

test('Arabic stands from right to left, other languages do not', async () => {
  const arabic = await xmlOf(document({ language: 'ar', title: 'قصة الأثر' }))
  expect(arabic).toContain('<w:bidi/>')
  expect(arabic).toContain('<w:rtl/>')
  expect(arabic).toContain('قصة الأثر')
  expect(await xmlOf(document())).not.toContain('<w:bidi/>')
})

test('says its title and its language, and is an A4', async () => {
  const files = unzipSync(await docxOf(document({ language: 'fr' })))
  expect(strFromU8(files['docProps/core.xml']!)).toContain('<dc:title>Impactverhaal · Samen</dc:title>')
  expect(strFromU8(files['word/styles.xml']!)).toContain('w:val="fr-BE"')
  expect(strFromU8(files['word/document.xml']!)).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
})

test('on one sheet is set as small as the PDF', async () => {
  const size = async (of: TalkDocument, scale?: number) =>
    /<w:sz w:val="(\d+)"\/>(?:(?!<w:sz ).)*Eén deur/s.exec(await xmlOf(of, scale))?.[1]
  expect(await size(document())).toBe('22')
  expect(await size(document({ oneSheet: true }), 0.7)).toBe('14')
})
