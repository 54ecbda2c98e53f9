/** The pairs in words: how many answered twice, and how the end lies to the start. */
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { Digest, Part, ReleasedPairs } from './content.ts'
import { figuresOf, inSentence, nameOf, textIn } from './labels.ts'

/** One or two sentences; none for a digest without pairs. */
export function renderPairs(digest: Digest, language: Language): string[] {
  const { pairs } = digest
  if (!pairs || digest.base === null) return []
  const words = wordsFor(language)
  if (pairs.form === 'hidden') return [words('digest-pairs-hidden')]
  const because = pairs.change ? becauseText(digest, language, words) : null
  return [twiceLine(pairs, words), [changeLine(pairs, words), ...(because ? [because] : [])].join(' ')]
}

/** How the end lies to the start, when that may be known; null otherwise. */
export function renderChange({ pairs, base }: Digest, language: Language): string | null {
  return pairs?.form === 'shown' && pairs.change && base !== null ? changeLine(pairs, wordsFor(language)) : null
}

/** One part of the change with its count: "beter (12 van 30)". Empty when that may not be known. */
export function changeFigure({ pairs }: Digest, code: 'better' | 'same' | 'lower', words: Words): string {
  const part = pairs?.form === 'shown' ? pairs.change?.find(({ codes }) => codes[0] === code) : undefined
  if (!part || pairs?.form !== 'shown') return ''
  const text = words('digest-count-exactly', { count: String(part.count), base: String(pairs.base) })
  return inSentence({ label: labelOf(part, words), text }, words)
}

/**
 * What young people themselves chose as the reason: the first question without an order behind the feeling question.
 * All who answered it are in it, not only those who felt better.
 */
function becauseText(digest: Digest, language: Language, words: Words): string | null {
  const at = digest.questions.findIndex(({ key }) => key === digest.start?.endQuestion)
  const question = digest.questions
    .slice(at + 1)
    .find(({ type, sides, scale }) => (type === 'choice' || type === 'multi') && !sides && scale !== undefined)
  if (at < 0 || !question) return null
  const asked = textIn(question.text, language, 60)
  if (question.released.form === 'named') {
    const labels = question.released.codes.map((code) => nameOf(question, [code], language)).join(' · ')
    return words('digest-pairs-because-named', { question: asked, labels })
  }
  const figures = figuresOf(digest, question, language, words).filter(
    ({ codes, silent }) => codes.length === 1 && !silent,
  )
  const top = figures.filter(({ count }) => count === Math.max(...figures.map((one) => one.count)))
  if (top.length === 0) return null
  return words('digest-pairs-because', {
    question: asked,
    result: top.map((figure) => inSentence(figure, words)).join(' · '),
  })
}

type Shown = Extract<ReleasedPairs, { form: 'shown' }>

function twiceLine({ twice, startOnly, endOnly }: Shown, words: Words): string {
  const once = (count: number | null) =>
    count === null ? words('digest-pairs-few') : words('digest-pairs-most', { count: String(count) })
  return words('digest-pairs-twice', { count: String(twice), start: once(startOnly), end: once(endOnly) })
}

function changeLine({ change, base }: Shown, words: Words): string {
  if (!change) return words('digest-pairs-no-change')
  return words('digest-pairs-change', { result: change.map((part) => figureOf(part, base, words)).join(' · ') })
}

const figureOf = (part: Part, base: number, words: Words): string =>
  words('digest-exactly', { label: labelOf(part, words), count: String(part.count), base: String(base) })

const labelOf = ({ codes }: Part, words: Words): string => words(`digest-pairs-${codes[0]}`)
