import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { TalkDocument } from '../../src/documents/document.ts'
import { markdownOf } from '../../src/documents/markdown.ts'
import { pdfOf } from '../../src/documents/pdf.ts'

const MADE = Temporal.PlainDate.from('2027-06-12')
const document = (change: Partial<TalkDocument> = {}): TalkDocument => ({
  language: 'nl',
  title: 'Klaar voor het gesprek',
  subtitle: 'Werkjaar 2026',
  blocks: [
    {
      heading: 'Antwoorden',
      lines: ['Eerste regel', 'Tweede regel'],
      table: [
        ['Dag', 'Antwoorden'],
        ['7 okt', '8 van 11'],
      ],
      question: 'Wie antwoordde niet?',
    },
  ],
  foot: 'Onderaan',
  ...change,
})

async function readPdf(bytes: Uint8Array): Promise<{ pages: string[]; title: unknown; language: string | undefined }> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => {
      const { items } = await (await pdf.getPage(i + 1)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' ')
    }),
  )
  const { info } = await pdf.getMetadata()
  const read = { pages, title: (info as { Title?: unknown }).Title, language: (info as { Language?: string }).Language }
  await pdf.loadingTask.destroy()
  return read
}

describe('as Markdown', () => {
  test('headings, lines, a table and the question', () => {
    expect(markdownOf(document())).toBe(
      [
        '# Klaar voor het gesprek',
        'Werkjaar 2026',
        '## Antwoorden',
        '- Eerste regel\n- Tweede regel',
        '| Dag | Antwoorden |\n| --- | --- |\n| 7 okt | 8 van 11 |',
        '> **Wie antwoordde niet?**',
        '---',
        'Onderaan\n',
      ].join('\n\n'),
    )
  })

  test.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['a | b', 'a \\| b'],
    ['**vet** [x](http://y)', '\\*\\*vet\\*\\* \\[x\\](http://y)'],
    ['# kop', '\\# kop'],
    ['- lijst', '\\- lijst'],
    ['1. een', '1\\. een'],
    ['twee\nregels', 'twee regels'],
    ['`code` ~~weg~~', '\\`code\\` \\~\\~weg\\~\\~'],
  ])('%s is text', (text, shown) => {
    expect(markdownOf(document({ title: text }))).toContain(`# ${shown}\n`)
  })
})

describe('as PDF', () => {
  test('holds every word, its title and its language, and is the same each time', async () => {
    const bytes = await pdfOf(document(), MADE)
    const { pages, title, language } = await readPdf(bytes)
    expect(title).toBe('Klaar voor het gesprek')
    expect(language).toBe('nl')
    for (const words of ['Klaar', 'Werkjaar', 'Antwoorden', 'Eerste', 'Tweede', '7 okt', '8 van 11', 'Onderaan'])
      expect(pages[0]).toContain(words)
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await pdfOf(document(), MADE)))).toBe(0)
  })

  test('goes on over pages, and a word without end does not run off the sheet', async () => {
    const block = {
      heading: 'Deel',
      lines: Array.from({ length: 30 }, (_, i) => `regel ${i} van dit deel`),
      question: 'En nu?',
    }
    const long = document({ blocks: [block, block, { ...block, lines: ['x'.repeat(400)] }] })
    const { pages } = await readPdf(await pdfOf(long, MADE))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.join(' ').match(/regel 29/g)).toHaveLength(2)
    expect(pages.join('').replaceAll(' ', '')).toContain('x'.repeat(100))
    expect(pages.join(' ')).not.toMatch(/x{120}/)
  })

  test('in Arabic, with Latin words between', async () => {
    const arabic = document({ language: 'ar', title: 'تحضير للحديث · XY', foot: 'Pols (8 van 11)' })
    const { pages } = await readPdf(await pdfOf(arabic, MADE))
    expect(pages[0]).toContain('XY')
    expect(pages[0]).toMatch(/\p{Script=Arabic}/u)
    expect(pages[0]).toContain('8 van 11')
  })
})
