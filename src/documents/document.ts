/** A document to bring to a talk: headings, short lines, tables, and one question at the end of each block. */
import type { FullLanguage } from '../survey/question-set.ts'

export type Block = {
  heading: string
  lines: string[]
  /** The first row holds the headings of the columns. */
  table?: string[][]
  /** What to talk about. */
  question: string
}

export type TalkDocument = { language: FullLanguage; title: string; subtitle: string; blocks: Block[]; foot: string }
