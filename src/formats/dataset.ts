/** What leaves for who helps: a table with everything that is needed to read it. Made by the rules, written by `formats`. */
import type { FullLanguage, LocalText } from '../survey/question-set.ts'

/** Why there is no answer; numbers below zero, so that no option has them. */
export const MISSING = {
  dont_know: -5,
  declined: -6,
  skipped: -7,
  not_asked: -8,
  expired: -9,
} as const
export type MissingCode = keyof typeof MISSING

export type Variable = {
  /** Letters, digits and `_`, at most 32, starts with a letter: fit for every program. */
  name: string
  label: LocalText
  measure: 'nominal' | 'ordinal' | 'scale' | 'text'
  /** Numbers from 1 in the order of the question; `code` is the option's. Empty for text and for plain numbers. */
  values: { value: number; code: string; label: LocalText }[]
  /** The codes of `MISSING` that can stand here; empty for a column that is always filled. */
  missing: MissingCode[]
  /** Where it comes from; absent for columns of ours such as the period. */
  question?: {
    key: string
    /** For a question with several answers: the option this column is about. */
    option?: string
    type: string
    set: string
    method: string
    version: number | null
    sensitive: boolean
    /** "Before I came": said afterwards about before, so no start and never part of a pair. */
    retrospective?: true
  }
}

/** A cell is the number of an option, a number of `MISSING`, a plain number or text; null: empty. */
export type Cell = number | string | null

export type Dataset = {
  /** Name of the files: letters, digits and `-`. */
  name: string
  level: 'aggregates' | 'rows'
  variables: Variable[]
  /** Shuffled already; nothing in the order tells anything. */
  rows: Cell[][]
  about: {
    organisation: string
    receiver: string
    purpose: string
    /** Of the working year. */
    from: string
    until: string
    /** Day, not the hour. */
    madeOn: string
    endsOn: string
    languages: FullLanguage[]
    /** Sentences, in words: what was left out and why, how to read a bound, what may not be concluded. */
    notes: LocalText[]
    /** True: made-up answers of a sample organisation are in it. */
    example: boolean
  }
}

export type ExportFile = { name: string; type: string; bytes: Uint8Array }
