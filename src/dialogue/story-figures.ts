/**
 * Figures that may stand in a story: what a frozen digest says of a question, in the digest's own words, with its
 * caution. Nothing is counted or rounded here.
 */
import type { Digest, DigestQuestion } from '../digest/content.ts'
import { cut, dayIn, textIn } from '../digest/labels.ts'
import { renderDigestTable } from '../digest/render.ts'
import { cautionLine } from '../digest/render-foot.ts'
import { contentHash } from '../survey/content-hash.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import type { StoryFigure } from './story-content.ts'

/** `said`: question, answer and bounds, to stand in a sentence; `note`: where it comes from, and how careful to be. */
export type FigureWords = { said: string; note: string; example: boolean }

/** A figure to pick: which one, and what it says. */
export type Pickable = { question: string; cell: number; label: string; text: string }

/** What a digest shows that may stand in a story, in its own order. Counts of written answers say nothing of what was said. */
export function pickableIn(digest: Digest, language: FullLanguage): Pickable[] {
  if (digest.base === null) return []
  const rows = renderDigestTable(digest, language)
  return digest.questions.flatMap(({ key, released }, at) =>
    SHOWN.has(released.form)
      ? rows[at]!.cells.map(({ label, text }, cell) => ({ question: key, cell, label, text }))
      : [],
  )
}

const SHOWN: ReadonlySet<string> = new Set(['parts', 'share', 'named', 'chosen'])

/** The words of a figure; null when the digest does not show it. */
export function figureWords(
  digest: Digest,
  at: Pick<StoryFigure, 'question' | 'cell'>,
  language: FullLanguage,
): FigureWords | null {
  const found = pickableIn(digest, language).find(({ question, cell }) => question === at.question && cell === at.cell)
  const question = digest.questions.find(({ key }) => key === at.question)
  if (!found || !question) return null
  const words = wordsFor(language)
  const values = { question: cut(textIn(question.text, language), MOST_QUESTION), label: found.label, text: found.text }
  const year = digest.date.slice(0, 4)
  const caution =
    cautionLine(aboutOnly(digest, question, at.cell), words)?.replace(/^[^\p{L}]+/u, '') ?? words('story-figure-care')
  return {
    said: words('story-figure', values),
    note: [
      words(digest.together ? 'story-figure-until' : 'story-figure-from', {
        organisation: digest.organisation,
        activity: textIn(digest.series, language, MOST_SERIES),
        day: `${dayIn(digest.date, language, 'long')} ${year}`,
      }),
      caution,
      ...(digest.example ? [words('story-figure-example')] : []),
    ].join(' '),
    example: digest.example,
  }
}

/** With this one figure in it: whose silence is in none of its people needs no word about silence. */
function aboutOnly(digest: Digest, question: DigestQuestion, cell: number): Digest {
  const { released } = question
  const part = released.form === 'parts' ? released.parts[cell] : undefined
  return { ...digest, questions: part ? [{ ...question, released: { form: 'parts', parts: [part] } }] : [] }
}

/** Everything that a figure says, as a hash: another theme, other words or another number is another hash. */
export function figureHash(digest: Digest, at: Pick<StoryFigure, 'question' | 'cell'>): string {
  const question = digest.questions.find(({ key }) => key === at.question)
  const { base, caution, example, date, series, organisation, together } = digest
  return contentHash({
    question: question ?? null,
    cell: at.cell,
    ...{ base, caution, example, date, series, organisation, together },
  })
}

const MOST_QUESTION = 110
const MOST_SERIES = 60
