/** The digest in words: the message for the coach's channel, and the table for a page. */
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { Digest, DigestQuestion } from './content.ts'
import { cut, dayIn, type Figure, figuresOf, nameOf, textIn } from './labels.ts'
import { renderComparison } from './render-compare.ts'
import { cautionLine, discussionLine, type FeedbackStatus, feedbackLine } from './render-foot.ts'
import { renderPairs } from './render-pairs.ts'

/** The most lines that a digest has. */
export const MOST_LINES = 12
/** The most characters in a line of style `table`: such a line does not wrap on a phone. */
export const TABLE_COLUMNS = 38
/** The most characters of a whole digest: the shortest message any platform takes, with room to spare. */
export const MOST_CHARACTERS = 1800

/** A line of the message; the same shape as a channel's line. */
export type DigestLine = { text: string; style?: 'strong' | 'quiet' | 'table' }

/**
 * The digest as plain lines, at most 12. Each question has one line; where there is room its
 * counts stand below each other as a table, first of all those of the question to talk about.
 * A table never cuts a name: a question whose names are too wide keeps its one line.
 * When the whole would not fit in one message, long questions are cut, and at last every long line.
 * @param feedback what the last line says of the word back to the young people
 */
export function renderDigest(digest: Digest, language: Language, feedback: FeedbackStatus = 'todo'): DigestLine[] {
  for (const most of [120, 60]) {
    const lines = linesOf(digest, language, most, feedback)
    if (lines.reduce((sum, { text }) => sum + text.length + 1, 0) <= MOST_CHARACTERS) return lines
  }
  return linesOf(digest, language, 30, feedback).map((line) => ({
    ...line,
    text: cut(line.text, MOST_CHARACTERS / MOST_LINES - 1),
  }))
}

/** One row a question with the same figures as the message, for a table on a page. */
export type DigestRow = { number: number; question: string; cells: Array<{ label: string; text: string }> }

export function renderDigestTable(digest: Digest, language: Language): DigestRow[] {
  const words = wordsFor(language)
  return digest.questions.map((question) => {
    const figures = figuresOf(digest, question, language, words)
    return {
      number: question.number,
      question: textIn(question.text, language),
      cells:
        figures.length > 0 ? figures.map(({ label, text }) => ({ label, text })) : wordCells(question, language, words),
    }
  })
}

/** A digest by its parts, in the order of the message. `few` stands instead of questions when nothing may be shown. */
export type DigestParts = {
  heading: DigestLine
  answers: DigestLine
  few: DigestLine[]
  pairs: DigestLine[]
  comparison: DigestLine[]
  discussion: DigestLine
  caution: DigestLine[]
  feedback: DigestLine[]
}

/** All but the questions, for a page that has tables for those. */
export function digestParts(digest: Digest, language: Language, feedback: FeedbackStatus): DigestParts {
  const words = wordsFor(language)
  const lines = (...texts: (string | null)[]): DigestLine[] =>
    texts.flatMap((text) => (text === null ? [] : [{ text }]))
  const few = digest.base === null
  return {
    heading: { text: words('digest-heading', { parts: headingParts(digest, language, words) }), style: 'strong' },
    answers: { text: answersLine(digest, words) },
    few: few ? lines(words('digest-few')) : [],
    pairs: lines(...renderPairs(digest, language)),
    comparison: lines(renderComparison(digest, language)),
    discussion: { text: discussionLine(digest, language, words) },
    caution: lines(cautionLine(digest, words)).map((line) => ({ ...line, style: 'quiet' as const })),
    // Several sessions together are nobody's to write back to: each of them was its own.
    feedback: lines(digest.together ? null : feedbackLine(feedback, language, words)),
  }
}

function linesOf(digest: Digest, language: Language, most: number, status: FeedbackStatus): DigestLine[] {
  const words = wordsFor(language)
  const parts = digestParts(digest, language, status)
  const head = [parts.heading, parts.answers]
  const beside = [...parts.pairs, ...parts.comparison]
  const foot = [parts.discussion, ...parts.caution, ...parts.feedback]
  if (digest.base === null) return [...head, ...parts.few, ...beside, ...foot]
  const room = MOST_LINES - head.length - beside.length - foot.length
  return [...head, ...questionLines(digest, language, words, room, most), ...beside, ...foot]
}

function headingParts(digest: Digest, language: Language, words: Words): string {
  return [
    textIn(digest.series, language, 60),
    periodOf(digest, language, words),
    ...(digest.moment === 'after' ? [] : [words(`digest-moment-${digest.moment}`)]),
    ...(digest.theme === null ? [] : [words('digest-theme', { theme: cut(digest.theme, 60) })]),
    ...(digest.example ? [words('digest-example')] : []),
  ].join(' · ')
}

/** The day, or for several sessions together from when to when. */
function periodOf({ date, together }: Digest, language: Language, words: Words): string {
  const until = dayIn(date, language, 'short')
  if (!together) return until
  return words('together-period', {
    sessions: String(together.sessions),
    from: dayIn(together.from, language, 'short'),
    until,
  })
}

function answersLine({ participation, together }: Digest, words: Words): string {
  if (together && participation.form === 'at_least') {
    return words('together-answers', { count: String(participation.count), sessions: String(together.sessions) })
  }
  switch (participation.form) {
    case 'few':
      return words('digest-answers-few', { floor: String(participation.fewerThan) })
    case 'at_least': {
      const { count, headcount } = participation
      return words('digest-answers-least', peopleOf(count, headcount))
    }
    case 'exactly': {
      const { count, headcount, check } = participation
      if (headcount === null)
        return words(check ? 'digest-answers-check' : 'digest-answers-unknown', { count: String(count) })
      return words(count === headcount ? 'digest-answers-full' : 'digest-answers', peopleOf(count, headcount))
    }
  }
}

const peopleOf = (count: number, headcount: number) => ({
  count: String(count),
  headcount: String(headcount),
  without: String(headcount - count),
})

function questionLines(digest: Digest, language: Language, words: Words, room: number, most: number): DigestLine[] {
  const shown = digest.questions.filter(({ released }) => released.form !== 'hidden')
  const notShown = hiddenLines(digest, words)
  const fits = shown.length + notShown.length <= room ? shown : shown.slice(0, Math.max(room - notShown.length - 1, 0))
  let spare = room - fits.length - notShown.length - Number(fits.length < shown.length)
  const tables = new Map<DigestQuestion, DigestLine[]>()
  for (const question of fits.toSorted((a, b) => first(digest, b) - first(digest, a))) {
    // A table is headed by the base, and several sessions together have none that is known.
    const rows = digest.together ? [] : tableRows(figuresOf(digest, question, language, words))
    if (rows.length === 0 || rows.length > spare || rows.some(({ text }) => columnsOf(text) > TABLE_COLUMNS)) continue
    tables.set(question, rows)
    spare -= rows.length
  }
  return [
    ...fits.flatMap((question): DigestLine[] => {
      const rows = tables.get(question)
      const values = { number: String(question.number), question: textIn(question.text, language, most) }
      return rows
        ? [{ text: words('digest-question-table', { ...values, base: String(digest.base) }) }, ...rows]
        : [{ text: words('digest-question', { ...values, result: resultOf(digest, question, language, words) }) }]
    }),
    ...withoutResult(shown.slice(fits.length), 'digest-on-page', words),
    ...notShown,
  ]
}

const first = (digest: Digest, question: DigestQuestion): number => Number(digest.discussion.question === question.key)

function tableRows(figures: Figure[]): DigestLine[] {
  const width = Math.max(...figures.map(({ row }) => columnsOf(row.count)))
  return figures.map(({ row }) => {
    const indent = ' '.repeat(width - columnsOf(row.count))
    return { text: `${indent}${row.count}  ${row.label}`, style: 'table' }
  })
}

/** Columns in monospaced type; direction isolates take none. */
const columnsOf = (text: string): number => text.replace(/[\u2068\u2069]/g, '').length

/** The result on one line. Of two bounds on a known number of people the higher one says it all. */
function resultOf(digest: Digest, question: DigestQuestion, language: Language, words: Words): string {
  const figures = figuresOf(digest, question, language, words)
  const telling =
    figures.length === 2 && !digest.together ? figures.filter(({ bound }) => bound !== 'at_most') : figures
  if (telling.length > 0) return telling.map(({ sentence }) => sentence).join(' · ')
  const { released } = question
  switch (released.form) {
    case 'share': {
      const result = words(`digest-${released.share}`, { label: nameOf(question, released.codes, language) })
      return released.among === 'asked' ? words('digest-asked', { result }) : result
    }
    case 'named': {
      const labels = released.codes.map((code) => nameOf(question, [code], language)).join(' · ')
      return words(released.codes.length === 1 ? 'digest-named-one' : 'digest-named', { labels })
    }
    case 'texts':
      return words('digest-texts', { count: String(released.atLeast) })
    default:
      return words('digest-spread')
  }
}

/** Questions without a result: too few answers, and open answers. */
function hiddenLines(digest: Digest, words: Words): DigestLine[] {
  const hidden = digest.questions.filter(({ released }) => released.form === 'hidden')
  return [
    ...withoutResult(
      hidden.filter(({ type }) => type !== 'text'),
      'digest-hidden',
      words,
    ),
    ...withoutResult(
      hidden.filter(({ type }) => type === 'text'),
      'digest-hidden-text',
      words,
    ),
  ]
}

/** One line for all questions that have no result for the same reason; none when there are none. */
function withoutResult(questions: DigestQuestion[], reason: string, words: Words): DigestLine[] {
  if (questions.length === 0) return []
  const numbers = questions.map(({ number }) => number).join(', ')
  const values = { questions: words('digest-question-number', { numbers }), reason: words(reason) }
  return [{ text: words('digest-hidden-line', values), style: 'quiet' }]
}

function wordCells(question: DigestQuestion, language: Language, words: Words): DigestRow['cells'] {
  const { released } = question
  const result = (text: string) => [{ label: words('digest-result'), text }]
  switch (released.form) {
    case 'named':
      return released.codes.map((code) => ({
        label: nameOf(question, [code], language),
        text: words('digest-named-cell'),
      }))
    case 'share': {
      const share = words(`digest-share-${released.share}`)
      const text = released.among === 'asked' ? words('digest-asked', { result: share }) : share
      return [{ label: nameOf(question, released.codes, language), text }]
    }
    case 'texts':
      return result(words('digest-texts', { count: String(released.atLeast) }))
    case 'hidden':
      return result(words(question.type === 'text' ? 'digest-hidden-text' : 'digest-hidden'))
    default:
      return result(words('digest-spread'))
  }
}
