/** A card of questions as the tab-separated structure that LimeSurvey reads, in every language it is whole in. */
import { createRequire } from 'node:module'
import type { Method } from '../config/method.ts'
import { type FullLanguage, type Option, optionsOf, type Question, textIn } from '../survey/question-set.ts'
import { asHtml } from './limesurvey-rows.ts'

/** Loaded when it is first used: a start needs none of it. */
const library = () => createRequire(import.meta.url)('csv-stringify/sync') as typeof import('csv-stringify/sync')

/** @returns UTF-8 with a byte order mark, tabs between the fields, as LimeSurvey itself writes it */
export function limesurveyOf(card: Method): Uint8Array {
  const rows = limesurveyRows(card)
  const text = library().stringify(
    rows.map((row) => COLUMNS.map((column) => row[column] ?? '')),
    {
      header: true,
      columns: [...COLUMNS],
      delimiter: '\t',
      bom: true,
      quoted_string: false,
      record_delimiter: 'windows',
    },
  )
  return new TextEncoder().encode(text)
}

const COLUMNS = [
  ...['id', 'related_id', 'class', 'type/scale', 'name', 'relevance', 'text', 'help', 'language', 'validation'],
  ...['mandatory', 'other', 'default', 'same_default', 'maximum_chars', 'min_answers', 'max_answers'],
  ...['min_num_value_n', 'max_num_value_n', 'num_value_int_only', 'exclude_all_others'],
] as const
type Row = Partial<Record<(typeof COLUMNS)[number], string>>

function limesurveyRows(card: Method): Row[] {
  const { questions, languages } = card.set
  const others = languages.filter((language) => language !== 'nl')
  const settings: Row[] = [
    { class: 'S', name: 'language', text: 'nl' },
    ...(others.length > 0 ? [{ class: 'S', name: 'additional_languages', text: others.join(' ') }] : []),
    { class: 'S', name: 'format', text: 'S' },
    { class: 'S', name: 'anonymized', text: 'Y' },
  ]
  // The base language first; every language has all rows again, with the same ids.
  return [...settings, ...['nl' as const, ...others].flatMap((language) => rowsIn(card, questions, language))]
}

function rowsIn(card: Method, questions: Question[], language: FullLanguage): Row[] {
  const group: Row = { id: '1', class: 'G', name: textIn(card.title, language), relevance: '1', text: '', language }
  const heading: Row = { class: 'SL', name: 'surveyls_title', text: textIn(card.title, language), language }
  const asked = questions.flatMap((question, i) => {
    const own: Row = {
      ...{
        id: String(i + 1),
        related_id: '1',
        class: 'Q',
        'type/scale': typeOf(question),
        name: limeName(questions, question.key),
      },
      relevance: question.showIf ? relevanceOf(question.showIf, questions) : '1',
      text: asHtml(textIn(question.text, language)),
      help: question.meaning ? asHtml(textIn(question.meaning, language)) : '',
      ...{ language, mandatory: 'N', other: 'N' },
      ...attributesOf(question),
    }
    return [own, ...answersOf(question, language)]
  })
  return [heading, group, ...asked]
}

/** LimeSurvey takes letters and digits only; what would be the same then gets its place behind it. */
export function limeName(questions: Question[], key: string): string {
  const bare = (one: string) => one.replace(/_+(\w?)/g, (_, next: string) => next.toUpperCase())
  const at = questions.findIndex((question) => question.key === key)
  const twin = questions.some((question, i) => i < at && bare(question.key) === bare(key))
  return twin ? `${bare(key)}N${at + 1}` : bare(key)
}

/** At most five signs; the place in the list says which answer it is. */
export const answerName = (index: number): string => `A${index + 1}`

function typeOf(question: Question): string {
  const types = { feeling: 'L', choice: 'L', multi: 'M', scale: 'N', yesno: 'Y', text: 'T', card: 'X' } as const
  return types[question.type]
}

function attributesOf(question: Question): Row {
  switch (question.type) {
    case 'text':
      return { maximum_chars: String(question.max) }
    case 'scale':
      return { min_num_value_n: '0', max_num_value_n: '10', num_value_int_only: '1' }
    case 'multi': {
      const alone = question.options.flatMap(({ alone }, i) => (alone ? [answerName(i)] : []))
      return {
        ...(question.min > 1 ? { min_answers: String(question.min) } : {}),
        ...(question.max === undefined ? {} : { max_answers: String(question.max) }),
        ...(alone.length > 0 ? { exclude_all_others: alone.join(';') } : {}),
      }
    }
    default:
      return {}
  }
}

function answersOf(question: Question, language: FullLanguage): Row[] {
  if (question.type !== 'feeling' && question.type !== 'choice' && question.type !== 'multi') return []
  return question.options.map((option: Option, i) => ({
    ...(question.type === 'multi' ? { class: 'SQ', relevance: '1' } : { class: 'A', 'type/scale': '0' }),
    ...{ name: answerName(i), language },
    text: asHtml([option.emoji ?? '', textIn(option.text, language)].join(' ').trim()),
  }))
}

/** LimeSurvey's own expressions; not having answered is an empty answer there. */
function relevanceOf({ question, is }: NonNullable<Question['showIf']>, all: Question[]): string {
  const asked = all.find(({ key }) => key === question)!
  const name = limeName(all, question)
  const at = (code: string) => optionsOf(asked).findIndex((option) => option.code === code)
  const terms = is.map((code) => {
    if (code.startsWith('_')) return asked.type === 'multi' ? `count(that.${name}.NAOK) == 0` : `is_empty(${name}.NAOK)`
    if (asked.type === 'multi') return `${name}_${answerName(at(code))}.NAOK == "Y"`
    if (asked.type === 'yesno') return `${name}.NAOK == "${code === 'yes' ? 'Y' : 'N'}"`
    if (asked.type === 'scale') return `${name}.NAOK == ${code}`
    return `${name}.NAOK == "${answerName(at(code))}"`
  })
  return `(${[...new Set(terms)].join(' or ')})`
}
