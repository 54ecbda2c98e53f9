/** A round closes, or a card cannot be delivered: what becomes of a run then. */
import { type Step, unanswered, unchanged } from './moves.ts'
import { answerOf, isOwn, isShown } from './path.ts'
import type { Answer, AnswerStatus, Effect, QuestionSet, Run } from './types.ts'

/** The round closed: what is still open expires, and nothing changes any more. */
export function closed(set: QuestionSet, run: Run): Step {
  if (run.closed) return unchanged(run)
  const effects: Effect[] = []
  const answers = { ...run.answers }
  let own = false
  let open = false
  const asked = run.disposition !== 'not_asked' && run.disposition !== 'absent'
  for (let i = 0; i < set.questions.length; i += 1) {
    const { key } = set.questions[i]!
    const before = answerOf(answers, key)
    const status = statusAtClosing(before, asked && isShown(set, i, { ...run, answers }))
    if (status !== before?.status) {
      answers[key] = unanswered(status)
      effects.push({ type: 'record', question: key, answer: answers[key] })
    }
    open ||= status === 'expired'
    own ||= isOwn(answers[key])
  }
  const disposition = run.disposition ?? (open ? (own ? 'partial' : 'expired') : 'completed')
  if (run.disposition === null) effects.push({ type: 'finish', disposition })
  // Who stopped, said "not now" or cannot be reached is left alone; a card that had a button loses it.
  if (run.disposition === null || CHANGEABLE.has(run.disposition)) effects.push({ type: 'card' })
  const turn = run.turn + 1
  return {
    run: { ...run, turn, since: turn, at: null, answers, ticked: [], toggled: {}, disposition, closed: true },
    effects,
  }
}

/** How a run can end and still be changed until its round closes. */
export const CHANGEABLE: ReadonlySet<Run['disposition']> = new Set(['completed', 'absent'])

/** The platform refused the card. Who answers all the same can go on. */
export function unreachable(run: Run): Step {
  if (run.disposition !== null || run.closed) return unchanged(run)
  return { run: { ...run, disposition: 'unreachable' }, effects: [{ type: 'finish', disposition: 'unreachable' }] }
}

/** An answer stays as it is; what was asked and has none, expires. */
function statusAtClosing(before: Answer | undefined, shown: boolean): AnswerStatus {
  if (!shown) return 'not_asked'
  return !before || before.status === 'not_asked' ? 'expired' : before.status
}
