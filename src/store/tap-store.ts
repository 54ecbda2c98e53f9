/**
 * Many taps, one commit. A tap that comes while another is being written waits for it and is then written together
 * with all that came meanwhile: in a quiet hour each is stored at once by itself, in a full room twenty share one
 * statement, one round trip and one flush to disk. Nobody's tap counts as stored before its commit.
 */
import { cardOf, endedAs, type Queryable, type StepToStore, storeStep } from './replies.ts'

/** Stores a step that needs no note of its update; stored, or moved: the run is on another turn. */
export type StoreTap = (step: StepToStore) => Promise<'stored' | 'moved' | 'repeated'>

/** True for the steps that may share a statement: at most one answer, no words that come or go, the turn tells a repetition. */
export const isTap = (step: StepToStore): boolean =>
  step.inbound === null &&
  !step.wordsGo &&
  step.recorded.length <= 1 &&
  step.recorded.every(({ textCipher }) => textCipher === null)

export function createTapStore(db: Queryable): StoreTap {
  const waiting: Waiting[] = []
  let busy = 0

  function next(): void {
    if (busy >= LANES || waiting.length === 0) return
    busy += 1
    void write(db, takeApart(waiting)).finally(() => {
      busy -= 1
      next()
    })
  }

  return (step) =>
    new Promise((resolve, reject) => {
      waiting.push({ step, resolve, reject })
      next()
    })
}

type Waiting = {
  step: StepToStore
  resolve(outcome: 'stored' | 'moved' | 'repeated'): void
  reject(error: unknown): void
}

/** The next batch: a run is in it once, so that each of its rows is about another run. */
function takeApart(waiting: Waiting[]): Waiting[] {
  const batch: Waiting[] = []
  const later: Waiting[] = []
  const runs = new Set<string>()
  for (const one of waiting.splice(0)) {
    if (batch.length >= MOST || runs.has(one.step.runId)) later.push(one)
    else {
      runs.add(one.step.runId)
      batch.push(one)
    }
  }
  waiting.push(...later)
  return batch
}

async function write(db: Queryable, batch: Waiting[]): Promise<void> {
  if (batch.length > 1) {
    try {
      const result = await db.query({
        name: 'store-taps',
        text: STORE_TAPS,
        values: [JSON.stringify(batch.map(rowOf))],
      })
      const moved = new Set((result.rows as { id: string }[]).map((row) => row.id))
      for (const { step, resolve } of batch) resolve(moved.has(step.runId) ? 'stored' : 'moved')
      return
    } catch {
      // One of them, or a lock that met another instance's: each for itself then, and each with its own fault.
    }
  }
  for (const { step, resolve, reject } of batch) await storeStep(db, step).then(resolve, reject)
}

function rowOf({ step }: Waiting) {
  const [recorded] = step.recorded
  return {
    organisation_id: step.organisationId,
    id: step.runId,
    expected: step.expectedTurn,
    expected_end: step.expectedDisposition,
    state: step.run,
    turn: step.run.turn,
    disposition: step.run.disposition,
    at: step.at.toString(),
    round_id: step.roundId,
    language: step.language,
    day: step.day,
    question: recorded?.question ?? null,
    status: recorded?.answer.status ?? null,
    codes: recorded?.answer.codes ?? null,
    session_id: step.presence?.sessionId ?? null,
    participant_id: step.presence?.participantId ?? null,
    source: step.presence?.source ?? null,
    card: step.cardCipher ?? null,
  }
}

/** Rows are taken in the order of the run's id, so that two instances wait for each other instead of blocking. */
const STORE_TAPS = `with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as each(organisation_id text, id text, expected int, expected_end text, state jsonb, turn int,
      disposition text, at timestamptz, round_id text, language text, day date, question text, status text, codes text[],
      session_id text, participant_id text, source text, card text)
  ), held as materialized (
    select run.organisation_id, run.id from run
    join given on given.organisation_id = run.organisation_id and given.id = run.id and given.expected = run.turn
      and ${endedAs('given.expected_end')}
    order by run.id for update of run
  ), moved as (
    update run set state = given.state, turn = given.turn, disposition = given.disposition, moved_at = given.at,
      ${cardOf('given.card', 'given.expected')}
    from given join held on held.organisation_id = given.organisation_id and held.id = given.id
    where run.organisation_id = given.organisation_id and run.id = given.id and run.turn = given.expected
      and ${endedAs('given.expected_end')}
    returning run.organisation_id, run.id
  ), noted as (
    insert into answer (organisation_id, run_id, question, round_id, status, codes, language, answered_on)
    select given.organisation_id, given.id, question, round_id, status, codes, language, day
    from given join moved on moved.organisation_id = given.organisation_id and moved.id = given.id
    where question is not null
    on conflict (organisation_id, run_id, question) do update
      set status = excluded.status, codes = excluded.codes, language = excluded.language, answered_on = excluded.answered_on
  ), here as (
    insert into presence (organisation_id, session_id, participant_id, source)
    select given.organisation_id, session_id, participant_id, source
    from given join moved on moved.organisation_id = given.organisation_id and moved.id = given.id
    where source is not null order by participant_id
    on conflict do nothing
  ), away as (
    delete from presence using given join moved on moved.organisation_id = given.organisation_id and moved.id = given.id
    where presence.organisation_id = given.organisation_id and presence.session_id = given.session_id
      and presence.participant_id = given.participant_id and presence.source in ('said', 'tap') and given.source is null
  )
  select id from moved`

/** Statements at once: while one waits for the disk, the next is read and planned. */
const LANES = 2
const MOST = 100
