/**
 * A document as DOCX, to change in a word processor: real headings and lists, in the language it says, and from right to
 * left where that is how it is read. What people wrote is text, never a field or a link.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Block, TalkDocument } from './document.ts'

/**
 * The words of the document in the order of its PDF.
 * @param scale how small the letters are, as `setPdf` found it for one sheet; a word processor sets text a little wider
 */
export async function docxOf(document: TalkDocument, scale = 1): Promise<Uint8Array> {
  const write = writer(document.language, scale * (document.oneSheet ? WIDER : 1))
  const file = new Document({
    title: document.title,
    creator: 'Pols',
    lastModifiedBy: 'Pols',
    description: '',
    styles: {
      default: {
        document: { run: { font: FONT, language: { value: TAGS[document.language], bidirectional: TAGS.ar } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(A4.width), height: twips(A4.height) },
            margin: { top: twips(MARGIN), bottom: twips(MARGIN), left: twips(MARGIN), right: twips(MARGIN) },
          },
        },
        children: [
          write(document.title, { size: 20, heading: 'Heading1', after: 4 }),
          write(document.subtitle, { size: 11, after: 12, grey: true }),
          ...document.blocks.flatMap((block) => blockOf(block, write)),
          write(document.foot, { size: 9, grey: true, before: 10 }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

type Style = {
  size: number
  heading?: 'Heading1' | 'Heading2'
  bold?: boolean
  grey?: boolean
  bullet?: boolean
  before?: number
  after?: number
}
type Write = ReturnType<typeof writer>

function blockOf({ heading, paragraphs = [], lines, table, notes = [], question }: Block, write: Write) {
  return [
    write(heading, { size: 14, heading: 'Heading2', before: 10, after: 3 }),
    ...paragraphs.map((text) => write(text, { size: 11, after: 4 })),
    ...lines.map((line) => write(line, { size: 11, bullet: true, after: 2 })),
    ...(table && table.length > 1 ? [tableOf(table, write)] : []),
    ...notes.map((note) => write(note, { size: 9, grey: true, after: 2 })),
    ...(question === undefined ? [] : [write(question, { size: 11, bold: true, before: 4, after: 6 })]),
  ]
}

function tableOf(rows: string[][], write: Write): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: Object.fromEntries(
      ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
        side,
        { style: BorderStyle.SINGLE, size: 2, color: GREY },
      ]),
    ),
    rows: rows.map(
      (row, at) =>
        new TableRow({
          ...(at === 0 ? { tableHeader: true } : {}),
          children: row.map((cell) => new TableCell({ children: [write(cell, { size: 10, bold: at === 0 })] })),
        }),
    ),
  })
}

function writer(language: FullLanguage, scale: number) {
  const rtl = language === 'ar'
  return (text: string, { size, heading, bold, grey, bullet, before = 0, after = 0 }: Style): Paragraph =>
    new Paragraph({
      ...(heading ? { heading: heading === 'Heading1' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 } : {}),
      ...(bullet ? { bullet: { level: 0 } } : {}),
      bidirectional: rtl,
      alignment: AlignmentType.START,
      spacing: { before: twips(before * scale), after: twips(after * scale), line: LINE, lineRule: 'auto' },
      children: [
        new TextRun({
          text: clean(text),
          font: FONT,
          color: grey ? GREY : BLACK,
          bold: bold ?? heading !== undefined,
          // In half points.
          size: Math.floor(size * scale * 2),
          sizeComplexScript: Math.floor(size * scale * 2),
          rightToLeft: rtl,
        }),
      ],
    })
}

/** On one line, and without what XML cannot hold. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u{fffe}\u{ffff}]/gu, ' ')
    .replace(/[\u202a-\u202e]/g, '')
    .replace(/\s+/g, ' ')
    .toWellFormed()
    .trim()

/** Points are twentieths. */
const twips = (points: number): number => Math.round(points * 20)

/** On every computer; the letters are about as wide as those of the PDF. */
const FONT = 'Arial'
const A4 = { width: 595.3, height: 841.9 }
const MARGIN = 56
/** In 240ths of a line. */
const LINE = 264
const WIDER = 0.95
const BLACK = '1a1a1a'
const GREY = '555555'
const TAGS: Record<FullLanguage, string> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar' }
