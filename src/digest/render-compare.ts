/** A digest beside the session before, in one careful sentence: never a cause, never a line through two points. */
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import type { Comparison, Digest, FigureRange } from './content.ts'
import { cut, dayIn, nameOf } from './labels.ts'

/** Null for the first digest of a survey. */
export function renderComparison(digest: Digest, language: Language): string | null {
  const { comparison } = digest
  if (!comparison) return null
  const words = wordsFor(language)
  const date = dayIn(comparison.date, language, 'short')
  if (comparison.form !== 'shown') return words(`digest-compare-${comparison.form}`, { date })
  const apart = comparison.questions.filter(({ change }) => change !== 'similar')
  const alike = comparison.questions.filter(({ change }) => change === 'similar')
  const numberOf = (key: string) => String(digest.questions.find((one) => one.key === key)!.number)
  const results = [
    ...apart.map((one) => apartText(digest, one, language)),
    ...(alike.length === 0
      ? []
      : [words('digest-compare-similar', { numbers: alike.map(({ key }) => numberOf(key)).join(', ') })]),
  ]
  return words('digest-compare', { date, result: results.join(' · ') })
}

type Compared = Extract<Comparison, { form: 'shown' }>['questions'][number]

function apartText(digest: Digest, { key, codes, change, before, now }: Compared, language: Language): string {
  const words = wordsFor(language)
  const question = digest.questions.find((one) => one.key === key)!
  const values = { number: String(question.number), part: cut(nameOf(question, codes, language), 60) }
  const text = words(`digest-compare-${change}`, values)
  if (!isExact(before) || !isExact(now)) return text
  const figures = { count: now.least, base: now.base, countThen: before.least, baseThen: before.base }
  const shown = Object.fromEntries(Object.entries(figures).map(([name, count]) => [name, String(count)]))
  return words('digest-compare-figures', { text, ...shown })
}

const isExact = ({ least, most }: FigureRange): boolean => least === most
