/** The steps of the talk about what is measured, in order, and what each can hold. The words are in talk.ftl. */
import { readDay, readHours } from '../timeline/read-wish.ts'

/**
 * text: one sentence; texts: several, each by who said it; choice: one of what there is; tasks: who does what, when and
 * how long.
 */
export type TalkStep = { key: TalkKey; kind: 'text' | 'texts' | 'choice' | 'tasks' }
export type TalkKey = 'aspect' | 'not' | 'series' | 'of' | 'method' | 'reason' | 'moment' | 'tasks' | 'overview'

export const TALK_STEPS: readonly TalkStep[] = [
  { key: 'aspect', kind: 'text' },
  { key: 'not', kind: 'texts' },
  { key: 'series', kind: 'choice' },
  { key: 'of', kind: 'choice' },
  { key: 'method', kind: 'choice' },
  { key: 'reason', kind: 'text' },
  { key: 'moment', kind: 'choice' },
  { key: 'tasks', kind: 'tasks' },
]

export const stepOf = (key: string): TalkStep | undefined => TALK_STEPS.find((step) => step.key === key)

/** Whose task it is. The last four are third parties. */
export const PARTIES = ['young', 'worker', 'coach', 'author', 'interviews', 'colleague', 'network'] as const
export type Party = (typeof PARTIES)[number]

export const WHEN = ['start', 'end', 'PT24H', 'P3D', 'P7D'] as const
export const WHOM = ['subscribers', 'present'] as const

/** What somebody said. `code`: one of what there is; a task also has its party, and its day and minutes when they were said. */
export type TalkWords = { text: string; code?: string; party?: Party; date?: string; minutes?: number }

/**
 * A task as people write it: `12/1 vragenlijst maken, 3 uur`. Day and hours may be left out, and stand anywhere.
 * @param within first and last day of the working year
 */
export function readTask(
  text: string,
  within: { first: string; last: string },
): Pick<TalkWords, 'text' | 'date' | 'minutes'> {
  const parts = text.split(/\s+/).filter((part) => part !== '')
  const dayAt = parts.findIndex((part) => readDay(trimmed(part), within) !== null)
  const date = dayAt === -1 ? undefined : readDay(trimmed(parts[dayAt]!), within)!
  const rest = parts.filter((_, at) => at !== dayAt)
  const found = hoursIn(rest)
  const words = rest.filter((_, at) => !found || at < found.from || at >= found.to).join(' ')
  const said = words.replace(/^[\s,;:.-]+|[\s,;:.-]+$/g, '')
  return {
    text: said === '' ? text.trim() : said,
    ...(date === undefined ? {} : { date }),
    ...(found ? { minutes: found.minutes } : {}),
  }
}

/** A number with its unit, as one word or two; a bare number is no hours. */
function hoursIn(parts: readonly string[]): { from: number; to: number; minutes: number } | null {
  for (const [from, part] of parts.entries()) {
    const one = trimmed(part)
    if (/^\d+(?:[.,]\d+)?\p{L}+$/u.test(one) && isUnit(one.replace(/^[\d.,]+/, ''))) {
      const minutes = readHours(one)
      if (minutes !== null) return { from, to: from + 1, minutes }
    }
    const next = trimmed(parts[from + 1] ?? '')
    if (/^\d+(?:[.,]\d+)?$/.test(one) && isUnit(next)) {
      const minutes = readHours(`${one} ${next}`)
      if (minutes !== null) return { from, to: from + 2, minutes }
    }
  }
  return null
}

const trimmed = (part: string) => part.replace(/[.,;:]+$/, '')
const isUnit = (word: string) =>
  /^(?:u|uur|uren|h|hr|hour|hours|heure|heures|min|minuut|minuten|minute|minutes|ساعة|ساعات|دقيقة|دقائق|د)$/iu.test(
    word,
  )
