/** "Were you there?": the question before the questions, and what it means that somebody was not. */

import { finish, moved, notice, revived, type Step, unanswered } from './moves.ts'
import { controlsOf } from './offered.ts'
import { answerOf, firstOf, onCard } from './path.ts'
import { CHECK_IN, CONTROL, type Effect, type QuestionSet, type Run } from './types.ts'

/** A button of the check-in. Skipping it is no answer: the questions come all the same. */
export function checkedIn(set: QuestionSet, run: Run, code: string, at: Temporal.Instant): Step {
  const goOn = (present: true | null) =>
    moved(set, run, at, firstOf(set, run.without), [...revived(run), { type: 'present', present }])
  if (code === 'yes') return goOn(true)
  if (code === 'no') return absent(set, run, at)
  const controls: readonly string[] = controlsOf(set, run, onCard(set, { at: CHECK_IN })!.question, -1)
  if (!controls.includes(code)) return notice(run, 'not-this-one')
  return code === CONTROL.later ? finish(run, at, 'declined', revived(run)) : goOn(null)
}

/** Ends a run of somebody who was not there: nothing was asked, whatever was answered before. */
export function absent(set: QuestionSet, run: Run, at: Temporal.Instant): Step {
  const answers = { ...run.answers }
  const effects: Effect[] = [...revived(run), { type: 'present', present: false }]
  for (const { key } of set.questions) {
    if (answerOf(answers, key)?.status === 'not_asked') continue
    answers[key] = unanswered('not_asked')
    effects.push({ type: 'record', question: key, answer: answers[key] })
  }
  return finish({ ...run, answers }, at, 'absent', effects)
}

/** Back to the beginning of a run that was over: to the check-in for who said not to be there, else to the first question. */
export function reopened(set: QuestionSet, run: Run, at: Temporal.Instant): Step {
  if (run.disposition !== 'absent') return moved(set, run, at, firstOf(set, run.without), [{ type: 'reopen' }])
  const index = run.checkIn ? -1 : firstOf(set, run.without)
  return moved(set, run, at, index, [{ type: 'reopen' }, { type: 'present', present: null }])
}
