/** Columns that every table for others has. */
import type { Variable } from '../formats/dataset.ts'
import { FULL_LANGUAGES, type LocalText } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'

/** One sentence of ours in every language, without the marks that keep directions apart. */
export const allLanguages = (key: string, values: Record<string, string> = {}): LocalText =>
  Object.fromEntries(
    FULL_LANGUAGES.map((one) => [one, wordsFor(one)(key, values).replace(/[\u2066-\u2069]/g, '')]),
  ) as LocalText

/** Year and month: a day would lead to one session. */
export const monthColumn = (): Variable => ({
  name: 'period',
  label: allLanguages('sharing-column-period'),
  measure: 'text',
  values: [],
  missing: [],
})

/** @param surveys id and what it is about, in the order of their numbers */
export const surveyColumn = (surveys: readonly (readonly [string, LocalText])[]): Variable => ({
  name: 'survey',
  label: allLanguages('sharing-column-survey'),
  measure: 'nominal',
  values: surveys.map(([code, label], i) => ({ value: i + 1, code, label })),
  missing: [],
})

/** Made-up answers stay marked wherever the table goes. */
export const EXAMPLE = (): Variable => ({
  name: 'example',
  label: allLanguages('sharing-column-example'),
  measure: 'nominal',
  values: [
    { value: 1, code: 'real', label: allLanguages('sharing-value-real') },
    { value: 2, code: 'example', label: allLanguages('sharing-value-example') },
  ],
  missing: [],
})

/** The theme of a session, filled in a question, would say beside a month which session it was. */
export function withoutTheme(text: LocalText, theme: string | null): LocalText {
  const plain = (words: string) => words.replace(/\{(theme|organisation)\}/g, '…')
  return Object.fromEntries(
    Object.entries(text).map(([language, words = '']) => [
      language,
      theme === null || theme === '' ? plain(words) : plain(words).replaceAll(theme, '…'),
    ]),
  ) as LocalText
}

/** How to read figures of digests. */
export const FIGURE_NOTES = ['sharing-note-frozen', 'sharing-note-bounds', 'sharing-note-hidden', 'sharing-note-cause']
