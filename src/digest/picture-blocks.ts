/** What stands in the picture of a digest, before it is drawn: the figures of the table, each with the length of its bar. */
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { Bound, Digest, DigestQuestion, Released } from './content.ts'
import { figuresOf } from './labels.ts'
import { renderDigestTable } from './render.ts'
import { renderPairs } from './render-pairs.ts'

/**
 * `count` of `base` people, the base being the whole length. `most`: as many as it can be, going by the other bars.
 * `silent`: people without a clear answer, and nobody else.
 */
export type Bar = {
  label: string
  text: string
  count: number
  most: number
  base: number
  bound: Bound
  silent: boolean
}
/** `title`: which moment, where there are two. */
export type BarGroup = { title: string | null; bars: Bar[] }
/** `number`: of the question; null for the change. `sentences`: what is said in words below the heading and the bars. */
export type Block = { number: number | null; heading: string; groups: BarGroup[]; sentences: string[] }
/** `quiet`: questions of which nothing can be drawn, a line each. */
export type PictureContent = { blocks: Block[]; quiet: string[] }

export function pictureContent(digest: Digest, language: Language): PictureContent {
  const words = wordsFor(language)
  const rows = renderDigestTable(digest, language).map((row, i) => ({ row, question: digest.questions[i]! }))
  const quiet = rows
    .filter(({ question }) => QUIET.has(question.released.form))
    .map(({ question, row }) =>
      words('digest-hidden-line', {
        questions: words('digest-question-number', { numbers: String(question.number) }),
        reason: row.cells[0]!.text,
      }),
    )
  const blocks = rows.flatMap(({ question, row }): Block[] => {
    if (QUIET.has(question.released.form)) return []
    const heading = words('drawn-question', { number: String(question.number), question: row.question })
    const groups = groupsOf(digest, question, language, words)
    return [
      {
        number: question.number,
        heading,
        groups,
        sentences: groups.length > 0 ? [] : row.cells.map((cell) => words('drawn-part', cell)),
      },
      ...(digest.start?.endQuestion === question.key ? changeBlock(digest, language, words) : []),
    ]
  })
  return { blocks, quiet }
}

const QUIET: ReadonlySet<Released['form']> = new Set(['hidden', 'spread', 'texts'])

/** The bars of a question; those of the start before them when the session began with the same question. */
function groupsOf(digest: Digest, question: DigestQuestion, language: Language, words: Words): BarGroup[] {
  const bars = barsOf(digest, question, language, words)
  const { start } = digest
  if (bars.length === 0) return []
  const before =
    start?.endQuestion === question.key
      ? barsOf({ ...digest, base: start.base }, { ...question, released: start.released }, language, words)
      : []
  if (before.length === 0) return [{ title: null, bars }]
  return [
    { title: words('drawn-moment-start'), bars: before },
    { title: words('drawn-moment-end'), bars },
  ]
}

function barsOf(digest: Digest, question: DigestQuestion, language: Language, words: Words): Bar[] {
  const { base } = digest
  if (base === null) return []
  const figures = figuresOf(digest, question, language, words)
  const sure = figures.reduce((sum, { bound, count }) => sum + (bound === 'at_most' ? 0 : count), 0)
  // Parts are the whole base together; of answers that somebody may give several of, each goes up to the base.
  const room = question.released.form === 'parts' ? base - sure : base
  return figures.map(({ label, text, count, bound, codes, silent }) => ({
    label,
    text,
    count,
    most: bound === 'at_least' ? Math.min(base, count + room) : count,
    base,
    bound,
    silent: silent && codes.length === 0,
  }))
}

/** How the end lies to the start, of who answered twice. */
function changeBlock(digest: Digest, language: Language, words: Words): Block[] {
  const { pairs } = digest
  if (pairs?.form !== 'shown' || !pairs.change || digest.base === null) return []
  const { base } = pairs
  const bars = pairs.change.map(({ codes, count, bound }): Bar => {
    const text = words(`digest-count-${bound.replace('_', '-')}`, { count: String(count), base: String(base) })
    return { label: words(`digest-pairs-${codes[0]}`), text, count, most: count, base, bound, silent: false }
  })
  const [twice] = renderPairs(digest, language)
  return [
    { number: null, heading: words('drawn-change'), groups: [{ title: null, bars }], sentences: twice ? [twice] : [] },
  ]
}
