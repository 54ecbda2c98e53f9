/** The words of a result: the person's own answer, and the group's figures exactly as far as the digest has them. */
import type { Line } from '../channels/port.ts'
import type { Digest, DigestQuestion } from '../digest/content.ts'
import { dayIn, textIn } from '../digest/labels.ts'
import { renderDigestTable } from '../digest/render.ts'
import { renderChange } from '../digest/render-pairs.ts'
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { StartRound } from './pairs.ts'

/** Codes by question, in the round of the digest and in the start round before it. */
export type OwnAnswers = {
  here: ReadonlyMap<string, string[]>
  start: (StartRound & { given: ReadonlyMap<string, string[]> }) | null
}

/** The first line is neutral: it may show on a locked phone. */
export function resultLines(digest: Digest, own: OwnAnswers, language: Language): Line[] {
  const words = wordsFor(language)
  const about = { activity: textIn(digest.series, language, 60), date: dayIn(digest.date, language, 'long') }
  return [
    { text: words('back-result'), style: 'strong' },
    { text: words('back-result-about', about) },
    { text: ownLine(digest, own, language, words) },
    ...groupLines(digest, language, words),
    { text: words('back-result-end'), style: 'quiet' },
  ]
}

function ownLine(digest: Digest, { here, start }: OwnAnswers, language: Language, words: Words): string {
  const chosen = (of: Digest, key: string, given: ReadonlyMap<string, string[]>): string | null => {
    const question = of.questions.find((one) => one.key === key)
    const code = given.get(key)?.[0]
    const option = question?.options.find((one) => one.code === code)
    return option ? textIn(option.text, language, 60) : null
  }
  const before = start ? chosen(start.digest, start.startKey, start.given) : null
  const after = start ? chosen(digest, start.endKey, here) : null
  if (before && after) return words('back-result-own-both', { start: before, end: after })
  if (before) return words('back-result-own-start', { answer: before })
  if (after) return words('back-result-own-end', { answer: after })
  const question = digest.questions.find(({ type }) => type === 'feeling' || type === 'choice' || type === 'yesno')
  const answer = question ? chosen(digest, question.key, here) : null
  return question && answer
    ? words('back-result-own', { question: textIn(question.text, language, 120), answer })
    : words('back-result-thanks')
}

/** The questions that have figures, as many as fit in one message on any platform; a sentence when there are none. */
function groupLines(digest: Digest, language: Language, words: Words): Line[] {
  const rows = renderDigestTable(digest, language)
  const shown = digest.questions.filter(({ released }) => released.form !== 'hidden')
  const blocks = shown.map((question) => blockOf(question, rows, words))
  const change = renderChange(digest, language)
  const lines: Line[] = [{ text: words('back-result-group') }]
  let room = MOST_CHARACTERS
  for (const block of [...blocks, ...(change ? [[{ text: change }]] : [])]) {
    room -= block.reduce((sum, { text }) => sum + text.length + 1, 0)
    if (room < 0) break
    lines.push(...block)
  }
  return lines.length > 1 ? lines : [{ text: words('back-result-few') }]
}

function blockOf(question: DigestQuestion, rows: ReturnType<typeof renderDigestTable>, words: Words): Line[] {
  const row = rows.find(({ number }) => number === question.number)!
  return [
    { text: row.question },
    ...row.cells.map(({ label, text }) => ({ text: words('back-result-figure', { label, count: text }) })),
  ]
}

/** The shortest message any platform takes is 2000, and the other lines need some of it. */
const MOST_CHARACTERS = 1200
