/** Ticking options of a question that takes more than one, and saying that these are all. */
import { accepted, notice, revived, type Step, unchanged, withinDoubleTap } from './moves.ts'
import type { Question, Run } from './types.ts'

type Multi = Question & { type: 'multi' }

/** One option tapped, on the card as it was at `turn`. An option that stands alone and the others push each other out. */
export function toggle(run: Run, question: Multi, code: string, turn: number, at: Temporal.Instant): Step {
  // Somebody who taps two options quickly taps both on the card of the same turn. A second tap on
  // the same option of that same card is a double tap.
  const last = Object.hasOwn(run.toggled, code) ? run.toggled[code]! : 0
  if (last >= turn) return withinDoubleTap(run, at) ? unchanged(run) : notice(run, 'stale')
  const ticks = !run.ticked.includes(code)
  const stay = run.ticked.filter((other) => other !== code && (!ticks || together(question, code, other)))
  if (ticks && question.max !== undefined && stay.length >= question.max) {
    return notice(run, 'pick-at-most', question.max)
  }
  const ticked = question.options
    .map((option) => option.code)
    .filter((one) => (one === code ? ticks : stay.includes(one)))
  const toggled = { ...run.toggled, [code]: run.turn }
  return {
    run: { ...run, ...accepted(run, at), since: run.since, ticked, toggled },
    effects: [...revived(run), { type: 'card' }],
  }
}

/** Why the options ticked so far cannot be all, or null. "None of these" is enough by itself. */
export function refusedTicks(run: Run, question: Multi): Step | null {
  const { length } = run.ticked
  const enough = run.ticked.some((code) => isAlone(question, code)) ? 1 : question.min
  if (length < enough) return notice(run, 'pick-at-least', enough)
  return question.max !== undefined && length > question.max ? notice(run, 'pick-at-most', question.max) : null
}

const together = (question: Multi, one: string, other: string) => !isAlone(question, one) && !isAlone(question, other)

const isAlone = (question: Multi, code: string): boolean =>
  question.options.some((option) => option.code === code && option.alone === true)
