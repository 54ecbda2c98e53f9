/** A field of the own worksheet in words: its question, its short name, and what was filled in. */
import type { Words } from '../words/words.ts'
import type { SheetField } from './sheet-fields.ts'
import type { FieldValue } from './sheet-own.ts'

export const askOf = (words: Words, { key }: SheetField): string => words(`sheet-ask-${key}`)
export const nameOf = (words: Words, { key }: SheetField): string => words(`sheet-name-${key}`)

export const optionOf = (words: Words, { key }: SheetField, code: string): string =>
  words(`sheet-option-${key}-${code.replaceAll('_', '-')}`)

/** Options by their names, one behind the other, and the words of the writer as they are. */
export function textOf(words: Words, field: SheetField, { codes = [], text = '' }: FieldValue): string {
  const named = codes.filter((code) => field.options?.includes(code)).map((code) => optionOf(words, field, code))
  return [named.join(' · '), text].filter((part) => part !== '').join('\n')
}

/** Cut at a number of characters, as a person counts them. */
export function shortened(text: string, most: number): string {
  const characters = [...text.replaceAll('\n', ' ')]
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
