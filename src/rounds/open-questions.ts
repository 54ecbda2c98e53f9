/** Whether open questions may be asked at all: somebody reads what is written, and the help lines shown beside it are right. */
import { type Helplines, verificationOf } from '../config/helplines.ts'
import type { Organisation } from '../config/organisation.ts'
import type { QuestionKey, QuestionSet } from '../survey/types.ts'

/** True, or why open questions stay out. The closed questions of the same survey are asked either way. */
export type OpenQuestions = true | 'no-moderator' | 'no-help-lines' | 'help-lines-old'

/**
 * @param given.helplines null when there is no sound file
 * @param given.today the organisation's own date; the date in UTC is near enough
 */
export function openQuestionsAllowed(given: {
  organisation: Pick<Organisation, 'moderator' | 'country'>
  helplines: Helplines | null
  today: Temporal.PlainDate
}): OpenQuestions {
  if (!given.organisation.moderator) return 'no-moderator'
  const lines = given.helplines?.lines.filter((line) => line.country === given.organisation.country) ?? []
  if (lines.length === 0) return 'no-help-lines'
  return lines.every((line) => verificationOf(line.verified_at, given.today) === 'holds') ? true : 'help-lines-old'
}

/** The open questions of a set: what goes into `run.without` when they are not allowed. */
export function textKeys(set: Pick<QuestionSet, 'questions'>): QuestionKey[] {
  return set.questions.filter((question) => question.type === 'text').map((question) => question.key)
}
