/** Rows as they leave, as a table: columns for what was asked, numbers for what was said. Pure. */
import { type Cell, MISSING, type MissingCode, type Variable } from '../formats/dataset.ts'
import { FULL_LANGUAGES, type LocalText, optionsOf, type Question } from '../survey/question-set.ts'
import { allLanguages, EXAMPLE, monthColumn, surveyColumn, withoutTheme } from './columns.ts'
import type { RowAnswer, RowPerson } from './row-rules.ts'

/** One person in one round, and where it belongs. */
export type OutRow = {
  person: RowPerson
  /** Year and month of the session, `2026-11`. */
  month: string
  surveyId: string
  setHash: string
  moment: Moment
  example: boolean
}
type Moment = 'start' | 'end' | 'after'
/** The questions of one version of a survey's set that may leave. */
export type AskedSet = {
  surveyId: string
  aspect: LocalText
  setHash: string
  method: string
  /** Of the method; null when what was asked is no longer what its card says. */
  version: number | null
  questions: readonly Question[]
}

/** @param rows in the order in which they leave */
export function rowTable(
  rows: readonly OutRow[],
  sets: readonly AskedSet[],
): { variables: Variable[]; rows: Cell[][] } {
  const surveys = [...new Map(sets.map(({ surveyId, aspect }) => [surveyId, aspect])).entries()]
  const asked = sets.flatMap((set) => set.questions.flatMap((question) => columnsOf(set, question)))
  const variables: Variable[] = [
    { ...plain('row', 'sharing-column-row'), measure: 'scale' },
    monthColumn(),
    surveyColumn(surveys),
    {
      ...plain('moment', 'sharing-column-moment'),
      values: MOMENTS.map((code, i) => ({ value: i + 1, code, label: allLanguages(`sharing-moment-${code}`) })),
    },
    EXAMPLE(),
    ...asked.map(({ variable }) => variable),
  ]
  return {
    variables,
    rows: rows.map((row, at) => [
      at + 1,
      row.month,
      surveys.findIndex(([id]) => id === row.surveyId) + 1,
      MOMENTS.indexOf(row.moment) + 1,
      row.example ? 2 : 1,
      ...asked.map(({ set, question, option }) =>
        set.surveyId === row.surveyId && set.setHash === row.setHash
          ? cellOf(row.person.answers[question.key], question, option)
          : null,
      ),
    ]),
  }
}

type Column = { set: AskedSet; question: Question; option: string | null; variable: Variable }

/** One column a question; of a question with several answers one an option. */
function columnsOf(set: AskedSet, question: Question): Column[] {
  const options = optionsOf(question)
  const several = question.type === 'multi' && question.max !== 1
  const about = {
    key: question.key,
    type: question.type,
    set: set.setHash,
    method: set.method,
    version: set.version,
    sensitive: question.sensitive,
  }
  const missing: MissingCode[] = ['dont_know', 'declined', 'skipped', 'not_asked', 'expired']
  if (!several) {
    const values =
      question.type === 'scale'
        ? []
        : options.map(({ code, text }, i) => ({ value: i + 1, code, label: withoutTheme(text, null) }))
    const measure = question.type === 'scale' ? 'scale' : question.type === 'feeling' ? 'ordinal' : 'nominal'
    const label = withoutTheme(question.text, null)
    return [
      {
        set,
        question,
        option: null,
        variable: { name: question.key, label, measure, values, missing, question: about },
      },
    ]
  }
  return options.map(({ code, text }) => ({
    set,
    question,
    option: code,
    variable: {
      name: `${question.key}_${code}`,
      label: joined(withoutTheme(question.text, null), withoutTheme(text, null)),
      measure: 'nominal' as const,
      values: [
        { value: 1, code: 'chosen', label: allLanguages('sharing-value-chosen') },
        { value: 2, code: 'not_chosen', label: allLanguages('sharing-value-not-chosen') },
      ],
      missing,
      question: { ...about, option: code },
    },
  }))
}

function cellOf(answer: RowAnswer | undefined, question: Question, option: string | null): Cell {
  if (!answer) return MISSING.expired
  if (answer.status !== 'answered') return MISSING[answer.status]
  if (option !== null) return answer.codes.includes(option) ? 1 : 2
  const [code = ''] = answer.codes
  if (question.type === 'scale') return Number(code)
  return optionsOf(question).findIndex((one) => one.code === code) + 1
}

const joined = (text: LocalText, option: LocalText): LocalText =>
  Object.fromEntries(
    FULL_LANGUAGES.map((one) => [one, `${text[one] ?? text.nl}: ${option[one] ?? option.nl}`]),
  ) as LocalText

const plain = (name: string, key: string): Variable => ({
  name,
  label: allLanguages(key),
  measure: 'nominal',
  values: [],
  missing: [],
})

const MOMENTS = ['start', 'end', 'after'] as const
