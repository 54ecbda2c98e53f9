/** A document to bring to a talk: headings, short lines, tables, and mostly one question at the end of each block. */
import type { FullLanguage } from '../survey/question-set.ts'

export type Block = {
  heading: string
  /** Running text; stands before the lines. */
  paragraphs?: string[]
  lines: string[]
  /** The first row holds the headings of the columns. */
  table?: string[][]
  /** Small print at the end of the block: where a figure comes from. */
  notes?: string[]
  /** What to talk about. */
  question?: string
}

export type TalkDocument = {
  language: FullLanguage
  title: string
  subtitle: string
  blocks: Block[]
  foot: string
  /** True: it is set as small as it takes to fit on one sheet. */
  oneSheet?: boolean
}
