/** From what was read to a sound set: what lacks, what the schema says and what the inspection says, each at its place in the file. */
import { explain } from '../config/explain.ts'
import { card as cardSchema } from '../config/method.ts'
import { inspectSet } from '../survey/inspect.ts'
import { FULL_LANGUAGES, type FullLanguage, type Language } from '../survey/question-set.ts'
import { ASKED, type Notice, notice, type Place, type Reading } from './reading.ts'

/** Texts as they were read; the Dutch may still lack. */
export type Texts = Partial<Record<Language, string>>

/** One question as it was read, in the shape of the schema, and where it and its options stand. */
export type RawQuestion = {
  key: string
  raw: Record<string, unknown>
  place: Place
  options: Place[]
  /** The column of a part, such as `text` or `showIf`, in words of the file. */
  columns: Record<string, string>
}

export type RawCard = {
  /** Fields of a card around its questions, in the shape of the schema. */
  fields: Record<string, unknown> & { title: Texts }
  /** Settings of the set, without languages and questions. */
  set: Record<string, unknown>
  /** Languages that the file promises; null: those that it has. */
  languages: FullLanguage[] | null
  questions: RawQuestion[]
}

/** @param told losses and faults that were found while reading */
export function finishReading(raw: RawCard, told: Pick<Reading, 'losses' | 'faults'>): Reading {
  const losses = [...told.losses]
  const faults = [...told.faults]
  if (raw.questions.length === 0) {
    return { card: null, losses, faults: faults.length > 0 ? faults : [notice('formats-no-questions')] }
  }
  const languages = completeLanguages(raw, losses)
  const title = { ...raw.fields.title }
  for (const language of languages) {
    if (title[language] !== undefined || title.nl === undefined) continue
    title[language] = title.nl
    losses.push(notice('formats-title-language', {}, { language }))
  }
  const fields = { ...raw.fields, title }
  const set = { ...raw.set, languages, questions: raw.questions.map((question) => question.raw) }
  const asked = ASKED.filter((field) => raw.fields[field] === undefined)
  const whole = {
    id: 'read',
    version: 1,
    ...fields,
    ...Object.fromEntries(asked.map((field) => [field, BLANK[field]])),
    set,
  }
  const parsed = cardSchema.safeParse(whole)
  if (!parsed.success) {
    const found = explain(parsed.error.issues, whole).map((one) => placed(raw, one.path, one.key, one.values))
    return { card: null, losses, faults: [...faults, ...withoutTwins(faults, found)] }
  }
  const { id, kind, set: sound, ...rest } = parsed.data
  const found = inspectSet(sound!).map(({ path, key, values }) => placed(raw, ['set', ...path], key, values))
  faults.push(...withoutTwins(told.faults, found))
  if (faults.length > 0) return { card: null, losses, faults }
  const known = Object.fromEntries(Object.entries(rest).filter(([field]) => !asked.some((one) => one === field)))
  return { card: { ...(known as typeof rest), set: sound! }, losses, faults }
}

/** Languages in which no text lacks; one that has gaps is told, with the first gap. */
function completeLanguages(raw: RawCard, losses: Notice[]): FullLanguage[] {
  const texts = raw.questions.flatMap((question) =>
    textsOf(question.raw).map(({ text, path }) => ({ text, place: placeOf(question, path) })),
  )
  const there = FULL_LANGUAGES.filter((language) => texts.some(({ text }) => text[language] !== undefined))
  return (raw.languages ?? there).filter((language) => {
    const gap = texts.find(({ text }) => text[language] === undefined)
    if (!gap || language === 'nl') return true
    losses.push(notice('formats-language-gaps', gap.place, { language }))
    return false
  })
}

function* walkTexts(value: unknown, path: (string | number)[]): Generator<{ text: Texts; path: (string | number)[] }> {
  if (typeof value !== 'object' || value === null) return
  const entries = Object.entries(value)
  if (!Array.isArray(value) && entries.some(([key]) => (FULL_LANGUAGES as readonly string[]).includes(key))) {
    yield { text: value as Texts, path }
    return
  }
  for (const [key, below] of entries) yield* walkTexts(below, [...path, Array.isArray(value) ? Number(key) : key])
}
const textsOf = (raw: object) => [...walkTexts(raw, [])]

/** A finding about the card, at the row and column of the file that it is about. */
function placed(raw: RawCard, path: (string | number)[], key: string, values: Notice['values']): Notice {
  const [, list, index, ...inside] = path
  const question =
    path[0] === 'set' && list === 'questions' && typeof index === 'number' ? raw.questions[index] : undefined
  return notice(key, question ? placeOf(question, inside) : {}, values)
}

function placeOf(question: RawQuestion, path: (string | number)[]): Place {
  const [part, n, leaf] = path
  const option = part === 'options' && typeof n === 'number' ? question.options[n] : undefined
  const named = option ? `option.${String(leaf ?? '')}` : String(part ?? '')
  const column = question.columns[named]
  return { ...(option ?? question.place), ...(column === undefined ? {} : { column }) }
}

/** A text that lacks was told in the words of the file already. */
const withoutTwins = (told: Notice[], found: Notice[]): Notice[] =>
  found.filter(
    (one) =>
      !told.some(
        ({ place }) => place.row !== undefined && place.row === one.place.row && place.sheet === one.place.sheet,
      ),
  )

const BLANK = { measures: { nl: '-' }, for: { nl: '-' }, source: '-', minutes: { young: 0, staff: 0 } }
