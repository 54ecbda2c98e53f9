/** Figures of frozen digests as a table: one row a figure. Pure. */

import type { Cell, Variable } from '../formats/dataset.ts'
import { FULL_LANGUAGES, type FullLanguage, type LocalText } from '../survey/question-set.ts'
import { allLanguages, EXAMPLE, monthColumn, surveyColumn, withoutTheme } from './columns.ts'
import { type Figure, figuresOf, type Source } from './figures.ts'

/**
 * @param sources in the order in which they leave
 * @param aspects what each survey is about
 */
export function figureTable(
  sources: readonly Source[],
  aspects: ReadonlyMap<string, LocalText>,
): { variables: Variable[]; rows: Cell[][] } {
  const surveys = [...new Set(sources.map(({ surveyId }) => surveyId))].sort()
  const lines = sources.flatMap((source, at) => figuresOf(source.digest).map((figure) => ({ source, at, figure })))
  const questions = numbered(lines.map(({ source, figure }) => questionOf(source, figure)))
  const answers = numbered(lines.map(({ source, figure }) => answersOf(source, figure)))
  const variables: Variable[] = [
    { ...column('overview'), measure: 'scale' },
    monthColumn(),
    surveyColumn(surveys.map((id) => [id, aspects.get(id) ?? { nl: id }] as const)),
    coded('moment', MOMENTS),
    { ...column('sessions'), measure: 'scale' },
    { ...column('question'), values: questions.values },
    coded('about', ABOUTS),
    { ...column('answers'), values: answers.values },
    coded('form', FORMS),
    coded('bound', BOUNDS),
    ...(['low', 'high', 'base'] as const).map((name) => ({ ...column(name), measure: 'scale' as const })),
    coded('share', SHARES),
    EXAMPLE(),
  ]
  const rows = lines.map(({ source: { digest, surveyId }, at, figure }, i): Cell[] => [
    at + 1,
    digest.date.slice(0, 7),
    surveys.indexOf(surveyId) + 1,
    MOMENTS.indexOf(digest.moment) + 1,
    digest.together?.sessions ?? 1,
    questions.numbers[i]!,
    ABOUTS.indexOf(figure.about) + 1,
    answers.numbers[i]!,
    FORMS.indexOf(figure.form) + 1,
    figure.bound && BOUNDS.indexOf(figure.bound) + 1,
    figure.low,
    figure.high,
    figure.base,
    figure.share && SHARES.indexOf(figure.share) + 1,
    digest.example ? 2 : 1,
  ])
  return { variables, rows }
}

type Named = { code: string; label: LocalText } | null

function questionOf({ surveyId, digest }: Source, { question, about }: Figure): Named {
  if (about === 'participation') return { code: question, label: allLanguages('sharing-question-participation') }
  const asked = digest.questions.find(({ key }) => key === question)
  // The same key may stand for other words in a later version of the set.
  return asked
    ? { code: `${surveyId}.${question}.${asked.scale ?? ''}`, label: withoutTheme(asked.text, digest.theme) }
    : null
}

function answersOf({ surveyId, digest }: Source, figure: Figure): Named {
  const { question, about, answers, silent, other } = figure
  if (about === 'participation' || (answers.length === 0 && !silent && !other)) return null
  const asked = digest.questions.find(({ key }) => key === question)
  const names = FULL_LANGUAGES.map((language): [FullLanguage, string] => {
    const text = (key: string) => allLanguages(key)[language]!
    const known = answers.map((code) => {
      if (about === 'change') return text(`sharing-change-${code}`)
      const option = asked?.options.find((one) => one.code === code)
      return option ? (option.text[language] ?? option.text.nl) : code
    })
    const more = [...(other ? [text('sharing-answer-other')] : []), ...(silent ? [text('sharing-answer-silent')] : [])]
    return [language, [...known, ...more].join(' / ')]
  })
  const code = [...answers, ...(other ? ['_other'] : []), ...(silent ? ['_silent'] : [])].join('+')
  const label = Object.fromEntries(names) as LocalText
  return { code: `${about === 'change' ? 'change' : `${surveyId}.${question}.${asked?.scale ?? ''}`}:${code}`, label }
}

/** Numbers from 1, the same for the same code. */
function numbered(all: readonly Named[]): { values: Variable['values']; numbers: (number | null)[] } {
  const values = new Map<string, Variable['values'][number]>()
  const numbers = all.map((one) => {
    if (!one) return null
    const known = values.get(one.code) ?? { value: values.size + 1, ...one }
    values.set(one.code, known)
    return known.value
  })
  return { values: [...values.values()], numbers }
}

const column = (name: string): Variable => ({
  name,
  label: allLanguages(`sharing-column-${name}`),
  measure: 'nominal',
  values: [],
  missing: [],
})

const coded = (name: string, codes: readonly string[]): Variable => ({
  ...column(name),
  values: codes.map((code, i) => ({
    value: i + 1,
    code,
    label: allLanguages(`sharing-${name}-${code.replace('_', '-')}`),
  })),
})

const MOMENTS = ['start', 'end', 'after'] as const
const ABOUTS = ['answers', 'participation', 'change'] as const
const FORMS = ['count', 'words', 'named', 'spread', 'texts', 'hidden'] as const
const BOUNDS = ['exactly', 'at_least', 'at_most'] as const
const SHARES = ['most', 'half', 'minority'] as const
