/**
 * A document as PDF: A4, in our own font files, text that can be selected and read aloud. Right-to-left languages are
 * set word by word from the right, because the library sets lines from the left only.
 */
import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'
import { EngineError } from '../errors.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Block, TalkDocument } from './document.ts'

/** The same document gives the same bytes: no clock and no random id is in it. @param madeOn the day that stands in its properties */
export async function pdfOf(document: TalkDocument, madeOn: Temporal.PlainDate): Promise<Uint8Array> {
  return (await setPdf(document, madeOn)).bytes
}

/** @returns the pages, and how small the letters are: 1 for as they are meant to be */
export async function setPdf(
  document: TalkDocument,
  madeOn: Temporal.PlainDate,
): Promise<{ bytes: Uint8Array; scale: number }> {
  for (const scale of document.oneSheet ? SCALES : [1]) {
    const set = await setAt(document, madeOn, scale)
    if (!document.oneSheet || set.pages === 1 || scale === SCALES.at(-1)) return { bytes: set.bytes, scale }
  }
  throw new EngineError('documents: there is no scale to set a document at')
}

async function setAt(document: TalkDocument, madeOn: Temporal.PlainDate, scale: number) {
  const { default: Document } = await import('pdfkit')
  const pdf: Pdf = new Document({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    lang: document.language,
    displayTitle: true,
    info: { Title: clean(document.title), Producer: 'Pols', Creator: 'Pols', CreationDate: dateOf(madeOn) },
    font: FONTS.latin.regular,
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  let pages = 1
  pdf.on('pageAdded', () => {
    pages += 1
  })
  const page = makePage(pdf, document.language, scale)
  page.write(document.title, { weight: 'bold', size: 20, after: 4 })
  page.write(document.subtitle, { size: 11, after: 16, grey: true })
  for (const block of document.blocks) writeBlock(page, block)
  page.write(document.foot, { size: 9, grey: true, before: 12 })
  pdf.end()
  await ended
  return { bytes: Buffer.concat(chunks), pages }
}

function writeBlock(page: Page, { heading, paragraphs = [], lines, table, notes = [], question }: Block): void {
  page.room(90)
  page.write(heading, { weight: 'bold', size: 14, before: 12, after: 4 })
  for (const text of paragraphs) page.write(text, { size: 11, after: 4 })
  for (const line of lines) page.write(`• ${line}`, { size: 11, after: 2 })
  if (table && table.length > 1) page.table(table)
  for (const note of notes) page.write(note, { size: 9, before: 2, after: 2, grey: true })
  if (question !== undefined) page.write(question, { weight: 'bold', size: 11, before: 6, after: 6, mark: true })
}

type Style = {
  weight?: 'regular' | 'bold'
  size: number
  before?: number
  after?: number
  grey?: boolean
  /** A line along the side: this is what to talk about. */
  mark?: boolean
}
type Page = ReturnType<typeof makePage>
type Pdf = InstanceType<typeof PDFDocument>

function makePage(pdf: Pdf, language: FullLanguage, scale: number) {
  const rtl = language === 'ar'
  const left = MARGIN
  const width = pdf.page.width - 2 * MARGIN
  const bottom = pdf.page.height - MARGIN
  const widths = new Map<string, number>()
  let y = MARGIN

  function room(height: number): void {
    if (y + height <= bottom) return
    pdf.addPage()
    y = MARGIN
  }

  function write(text: string, given: Style): void {
    const style = scaled(given)
    y += style.before ?? 0
    const lineHeight = style.size * LINE
    const indent = style.mark ? 12 : 0
    for (const line of wrap(clean(text), width - indent, style)) {
      room(lineHeight)
      if (style.mark) {
        const x = rtl ? left + width - 2 : left
        pdf.rect(x, y, 3, lineHeight).fill(BLACK)
      }
      setLine(line, rtl ? left : left + indent, y, width - indent, style)
      y += lineHeight
    }
    y += style.after ?? 0
  }

  function table(rows: string[][]): void {
    const columns = Math.max(...rows.map((row) => row.length))
    const column = width / columns
    y += 4
    rows.forEach((row, index) => {
      const style = scaled({ size: 10, weight: index === 0 ? 'bold' : 'regular' })
      const cells = row.map((cell) => wrap(clean(cell), column - 8, style))
      const height = Math.max(...cells.map((lines) => lines.length)) * style.size * LINE + 4
      room(height)
      cells.forEach((lines, at) => {
        const x = rtl ? left + width - (at + 1) * column : left + at * column
        for (const [number, line] of lines.entries())
          setLine(line, x, y + number * style.size * LINE, column - 8, style)
      })
      y += height
      pdf.rect(left, y - 2, width, 0.5).fill(GREY)
    })
    y += 4
  }

  /** Lines of words that fit; a word that is too wide by itself is cut between letters. */
  function wrap(text: string, most: number, style: Style): string[][] {
    const lines: string[][] = [[]]
    let used = 0
    for (const word of text.split(' ').flatMap((one) => cutToFit(one, most, style))) {
      const size = widthOf(word, style)
      const space = used === 0 ? 0 : widthOf(' ', style)
      if (used > 0 && used + space + size > most) {
        lines.push([word])
        used = size
      } else {
        lines.at(-1)!.push(word)
        used += space + size
      }
    }
    return lines
  }

  function cutToFit(word: string, most: number, style: Style): string[] {
    if (widthOf(word, style) <= most) return [word]
    const pieces: string[] = ['']
    let used = 0
    for (const { segment } of SEGMENTER.segment(word)) {
      const size = widthOf(segment, style)
      if (used > 0 && used + size > most) {
        pieces.push('')
        used = 0
      }
      pieces[pieces.length - 1] += segment
      used += size
    }
    return pieces
  }

  function setLine(words: string[], x: number, top: number, most: number, style: Style): void {
    pdf.fillColor(style.grey ? GREY : BLACK)
    const ordered = rtl ? inReadingOrder(words) : words
    const total = ordered.reduce((sum, word, at) => sum + widthOf(word, style) + (at > 0 ? widthOf(' ', style) : 0), 0)
    let at = rtl ? x + most - total : x
    for (const word of ordered) {
      for (const run of runsOf(word)) {
        use(run, style)
        // The fonts have their own heights: letters stand on one line, whatever the script.
        pdf.text(run, at, top + style.size * 1.1, { lineBreak: false, baseline: 'alphabetic' })
        at += pdf.widthOfString(run)
      }
      at += widthOf(' ', style)
    }
  }

  const use = (run: string, style: Style) =>
    pdf.font(FONTS[ARABIC.test(run) ? 'arabic' : 'latin'][style.weight ?? 'regular']).fontSize(style.size)
  /** Setting letters is the dear part, so each word is measured once. */
  function widthOf(word: string, style: Style): number {
    const key = `${style.size} ${style.weight ?? ''} ${word}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = runsOf(word).reduce((sum, run) => {
      use(run, style)
      return sum + pdf.widthOfString(run)
    }, 0)
    widths.set(key, width)
    return width
  }

  const scaled = (style: Style): Style => ({
    ...style,
    size: style.size * scale,
    before: (style.before ?? 0) * scale,
    after: (style.after ?? 0) * scale,
  })

  return { write, table, room: (height: number) => room(height * scale) }
}

/** Words of a right-to-left line from left to right; Latin words and numbers beside each other keep their own order. */
function inReadingOrder(words: string[]): string[] {
  const groups: string[][] = []
  let latin = false
  words.forEach((word, at) => {
    // A sign between Latin words goes with them; at their edge it belongs to the line around them.
    const isLatin = LETTER.test(word) ? !ARABIC.test(word) : latin && LATIN.test(words[at + 1] ?? '')
    if (isLatin && latin) groups.at(-1)!.push(word)
    else groups.push([word])
    latin = isLatin
  })
  return groups.reverse().flat()
}

/** Parts of a word in one script each: the Arabic font has no Latin letters, and the Latin one no Arabic. */
const runsOf = (word: string): string[] =>
  word.match(/[\p{Script=Arabic}\u0640\u064b-\u065f،؛؟]+|[^\p{Script=Arabic}،؛؟]+/gu) ?? []

/** On one line, without characters that steer direction (the lines are set by hand) and without pictures that the font lacks. */
function clean(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const require = createRequire(import.meta.url)
/** By path: the library opens a font anew each time when it is registered under a name of ours and known by its own. */
const FONTS = {
  latin: {
    regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
  arabic: {
    regular: require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  },
}

const dateOf = (day: Temporal.PlainDate) => new Date(Date.UTC(day.year, day.month - 1, day.day))

const MARGIN = 56
/** Below half the size nobody reads it; then it is two sheets after all. */
const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5]
const LINE = 1.4
const BLACK = '#1a1a1a'
const GREY = '#555555'
const ARABIC = /\p{Script=Arabic}/u
const LETTER = /[\p{L}\p{N}]/u
const LATIN = /^[^\p{Script=Arabic}]*[\p{Script=Latin}\p{N}]/u
const SEGMENTER = new Intl.Segmenter()
