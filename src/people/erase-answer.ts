/** "Wis dit antwoord": one answer goes, with its text; the run goes on as if the question was skipped. */

import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { answerOf, indexOf, isShown } from '../survey/path.ts'
import type { QuestionSet } from '../survey/question-set.ts'
import type { Answer, QuestionKey, Run } from '../survey/types.ts'
import { noteErasure } from './note-erasure.ts'
import { forgetQuotes } from './withdrawing.ts'

/**
 * Erases one answer of this contact. A round that was digested stays as it was posted; a run that is still open moves
 * one turn on, so that its card is drawn anew, and a tap that was on its way is taken from there.
 * @returns false when the answer is not this contact's, or nothing was said in it (any more)
 */
export async function eraseAnswer(
  ground: Ground,
  contactId: string,
  runId: string,
  question: QuestionKey,
): Promise<boolean> {
  return ground.store.db.transaction().execute((trx) => eraseAnswerWithin(ground, trx, { contactId, runId, question }))
}

/** @param of.contactId null: whoever it is of, when it was theirs before */
export async function eraseAnswerWithin(
  ground: Ground,
  trx: Transaction<Tables>,
  of: { contactId: string | null; runId: string; question: QuestionKey },
): Promise<boolean> {
  const { contactId, runId, question } = of
  const row = await trx
    .selectFrom('run')
    .innerJoin('contact_link', (join) =>
      join
        .onRef('contact_link.organisation_id', '=', 'run.organisation_id')
        .onRef('contact_link.participant_id', '=', 'run.participant_id'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'run.organisation_id').onRef('round.id', '=', 'run.round_id'),
    )
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .innerJoin('question_set_version', 'question_set_version.hash', 'survey_version.set_hash')
    .$if(contactId !== null, (query) => query.where('contact_link.contact_id', '=', contactId))
    .where('run.id', '=', runId)
    .select(['run.organisation_id', 'run.round_id', 'run.state', 'question_set_version.content as set'])
    .forUpdate('run')
    .executeTakeFirst()
  if (!row) return false
  const before = row.state as Run
  if (!holdsSomething(answerOf(before.answers, question))) return false
  const { run, changed } = withoutAnswer(row.set, before, question)
  await noteErasure(ground, trx, 'answer', runId, question)
  await trx
    .updateTable('run')
    .set({ state: JSON.stringify(run), turn: run.turn, disposition: run.disposition })
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', runId)
    .execute()
  const own = { organisation_id: row.organisation_id, run_id: runId }
  for (const key of changed) {
    await trx
      .updateTable('answer')
      .set({ status: run.answers[key]!.status, codes: [] })
      .where('organisation_id', '=', own.organisation_id)
      .where('run_id', '=', own.run_id)
      .where('question', '=', key)
      .execute()
  }
  await trx
    .deleteFrom('open_text')
    .where('organisation_id', '=', own.organisation_id)
    .where('run_id', '=', own.run_id)
    .where('question', 'in', changed)
    .execute()
  await forgetQuotes(trx, { runs: [runId], questions: changed }, ground.clock.now())
  await writeAudit(trx, ground.newId(), {
    organisationId: row.organisation_id,
    at: ground.clock.now(),
    actor: 'person',
    action: 'answer erased',
    subject: row.round_id,
  })
  return true
}

/** True for an answer in which something was said: there is something to erase. */
export const holdsSomething = (answer: Answer | undefined): boolean =>
  answer?.status === 'answered' || answer?.status === 'dont_know' || answer?.status === 'declined'

/**
 * A run in which this question was skipped. What was asked only because of the answer goes along: it would tell
 * what the answer was.
 * @returns the run, and the questions whose answers are others now
 */
export function withoutAnswer(
  set: QuestionSet,
  before: Run,
  question: QuestionKey,
): { run: Run; changed: QuestionKey[] } {
  const answers: Run['answers'] = { ...before.answers, [question]: { status: 'skipped', codes: [] } }
  const changed = [question]
  const way = { ...before, answers }
  set.questions.forEach(({ key }, index) => {
    const known = answerOf(answers, key)
    if (!known || known.status === 'not_asked' || isShown(set, index, way)) return
    changed.push(key)
    answers[key] = { status: 'not_asked', codes: [] }
  })
  const run: Run = { ...before, answers }
  if (before.closed) return { run, changed }
  run.turn += 1
  if (before.at === question) Object.assign(run, { ticked: [], toggled: {} })
  const index = indexOf(set, before.at)
  if (index === -1 || isShown(set, index, way)) return { run, changed }
  // The question on the card was asked because of that answer: on to the next one.
  const next = set.questions.find((_, other) => other > index && isShown(set, other, way))
  const ticked = next?.type === 'multi' ? [...(answerOf(answers, next.key)?.codes ?? [])] : []
  Object.assign(run, { at: next?.key ?? null, since: run.turn, ticked, toggled: {} })
  if (!next) run.disposition = 'completed'
  return { run, changed }
}
