/**
 * What a youth worker counted on paper: who had no phone, is too young, or would rather put up a hand. An aggregate of
 * its own: it never becomes a run, an answer or part of a pair, and no digest is made of it.
 */
import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { type LocalText, optionsOf, type QuestionSet } from '../survey/question-set.ts'
import type { Question } from '../survey/types.ts'
import { instantOf } from './round-facts.ts'

export type TallyCount = { question: string; code: string; people: number }
/** A round whose paper answers can be counted: open, or closed less than a week ago. */
export type TallyRow = {
  roundId: string
  aspect: LocalText
  startsAt: Temporal.Instant
  questions: { key: string; text: LocalText; options: { code: string; text: LocalText }[] }[]
  /** What was filled in before; empty when nothing was. */
  counts: TallyCount[]
}
export type TallyFault =
  | { fault: 'desk-no-round' | 'desk-tally-late' | 'desk-tally-number' }
  | { fault: 'desk-tally-headcount'; values: { people: number; headcount: number } }

/** Replaces what was counted for a round; zeros only take it away. Nothing is stored when something is wrong. */
export async function setTally(
  ground: Ground,
  organisationId: string,
  roundId: string,
  counts: readonly TallyCount[],
  actor: string,
): Promise<TallyFault | null> {
  const now = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    const round = await roundsOf(trx, organisationId).where('round.id', '=', roundId).executeTakeFirst()
    if (!round || round.state === 'cancelled') return { fault: 'desk-no-round' as const }
    if (!isOpen(round, now)) return { fault: 'desk-tally-late' as const }
    const fault = faultOf(round.set, counts, round.headcount)
    if (fault) return fault
    await trx
      .deleteFrom('tally')
      .where('organisation_id', '=', organisationId)
      .where('round_id', '=', roundId)
      .execute()
    const kept = counts.filter(({ people }) => people > 0)
    if (kept.length > 0) {
      await trx
        .insertInto('tally')
        .values(kept.map((count) => ({ organisation_id: organisationId, round_id: roundId, ...count })))
        .execute()
    }
    const happening = { organisationId, at: now, actor, action: 'tally stored', subject: roundId }
    await writeAudit(trx, ground.newId(), happening)
    return null
  })
}

/** Newest first. */
export async function readTallies(ground: Ground, organisationId: string): Promise<TallyRow[]> {
  const now = ground.clock.now()
  const rounds = await roundsOf(ground.store.db, organisationId)
    .where('round.state', '<>', 'cancelled')
    .where('round.closes_at', '>', now.subtract({ hours: 24 * OPEN_DAYS }).toString() as never)
    .orderBy('round.opens_at', 'desc')
    .orderBy('round.id')
    .execute()
  const known = await ground.store.db
    .selectFrom('tally')
    .select(['round_id', 'question', 'code', 'people'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return rounds.map((round) => ({
    roundId: round.id,
    aspect: (round.version as unknown as { aspect: LocalText }).aspect,
    startsAt: instantOf(round.starts_at),
    questions: countable(round.set).map((question) => ({
      key: question.key,
      text: question.text,
      options: optionsOf(question).map(({ code, text }) => ({ code, text })),
    })),
    counts: known
      .filter((row) => row.round_id === round.id)
      .map(({ question, code, people }) => ({ question, code, people })),
  }))
}

function roundsOf(db: Ground['store']['db'] | Transaction<Tables>, organisationId: string) {
  return db
    .selectFrom('round')
    .innerJoin('session', (join) =>
      join.onRef('session.organisation_id', '=', 'round.organisation_id').onRef('session.id', '=', 'round.session_id'),
    )
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.organisation_id', '=', 'round.organisation_id')
        .onRef('survey_version.survey_id', '=', 'round.survey_id')
        .onRef('survey_version.hash', '=', 'round.survey_hash'),
    )
    .innerJoin('question_set_version', 'question_set_version.hash', 'survey_version.set_hash')
    .where('round.organisation_id', '=', organisationId)
    .select(['round.id', 'round.state', 'round.closes_at', 'session.headcount', 'session.starts_at'])
    .select(['survey_version.content as version', 'question_set_version.content as set'])
}

const isOpen = (round: { closes_at: Date }, now: Temporal.Instant): boolean =>
  instantOf(round.closes_at).epochMilliseconds > now.subtract({ hours: 24 * OPEN_DAYS }).epochMilliseconds

/** Open answers are read, not counted; a card has nothing to count. */
const countable = (set: QuestionSet): Question[] => set.questions.filter((question) => optionsOf(question).length > 0)

function faultOf(set: QuestionSet, counts: readonly TallyCount[], headcount: number | null): TallyFault | null {
  const questions = new Map(countable(set).map((question) => [question.key, question]))
  const seen = new Set<string>()
  let most = 0
  const people = new Map<string, number>()
  for (const count of counts) {
    const question = questions.get(count.question)
    const known = question && optionsOf(question).some(({ code }) => code === count.code)
    const name = `${count.question}.${count.code}`
    const sound = Number.isInteger(count.people) && count.people >= 0 && count.people <= MOST_PEOPLE
    if (!known || !sound || seen.has(name)) return { fault: 'desk-tally-number' }
    seen.add(name)
    // Of several answers a person, each option counts people by itself.
    const sum = question.type === 'multi' ? count.people : (people.get(question.key) ?? 0) + count.people
    people.set(question.key, sum)
    most = Math.max(most, sum)
  }
  return headcount !== null && most > headcount
    ? { fault: 'desk-tally-headcount', values: { people: most, headcount } }
    : null
}

const OPEN_DAYS = 7
const MOST_PEOPLE = 1000
