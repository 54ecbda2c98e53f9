/** What each person has in mind before it begins: which answers, how far, and how they tap. From the seed alone. */
import type { Chance } from './seeded.ts'

/** `cut`: at this question (1 to 4) they put the phone away; 5: they answer all. 0: they never answer. */
export type Intent = {
  cut: number
  answers: [string, string, string[], string]
  /** Taps every button twice, as hands do. */
  twice: boolean
  /** Where two cards stand: the older one, or the newer. */
  older: boolean
}

export type Question = 'worth' | 'voice' | 'takeaway' | 'more'
export const QUESTIONS: readonly Question[] = ['worth', 'voice', 'takeaway', 'more']
const OPTIONS = {
  worth: ['a_lot', 'a_little', 'not_much'],
  voice: ['all', 'part', 'none', 'listened'],
  takeaway: ['learned', 'differently', 'less_alone', 'can_do', 'bad_feeling'],
} as const
/** What is on a card of this question and on no other. */
export const MARKS: Record<Exclude<Question, 'more'>, string> = { worth: 'a_lot', voice: 'all', takeaway: 'learned' }
export const SKIP = '_skip'

export function intentOf(chance: Chance, number: number): Intent {
  const cut = chance.happens(0.1) ? 0 : chance.happens(0.2) ? 1 + chance.below(4) : 5
  const skips = () => chance.happens(0.1)
  const ticks = OPTIONS.takeaway.filter(() => chance.happens(0.3)).slice(0, 2)
  return {
    cut,
    answers: [
      skips() ? SKIP : chance.pick(OPTIONS.worth),
      skips() ? SKIP : chance.pick(OPTIONS.voice),
      ticks.length === 0 ? [SKIP] : ticks,
      chance.happens(0.5) ? SKIP : `het lokaal is klein ${number}`,
    ],
    twice: chance.happens(0.15),
    older: chance.happens(0.5),
  }
}

/** The rows that must be stored of an intent: question, status, codes in the order of the set, and words. */
export function expectedOf(intent: Intent): string[] {
  return QUESTIONS.slice(0, Math.max(0, intent.cut - 1)).map((question, at) => {
    const given = intent.answers[at]!
    if (given === SKIP || given[0] === SKIP) return `${question} skipped`
    if (question === 'more') return `more answered “${String(given)}”`
    return `${question} answered ${[given].flat().join('+')}`
  })
}

/** How many replies an intent is. */
export function repliesOf(intent: Intent): number {
  return intent.answers
    .slice(0, Math.max(0, intent.cut - 1))
    .reduce((sum, given) => sum + (Array.isArray(given) && given[0] !== SKIP ? given.length + 1 : 1), 0)
}
