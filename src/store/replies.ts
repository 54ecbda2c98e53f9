/**
 * The two statements a reply costs: one that reads the run with everything its card needs, and one that
 * stores the step. The second is a single data-modifying statement, so it is its own transaction: it
 * locks the run if it is still on the expected turn, takes note of the update, moves the run, stores the
 * answers. A run that moved on meanwhile changes nothing, and the caller steps again from the new state.
 */
import type { QueryConfig, QueryResult } from 'pg'
import type { ChannelName } from '../channels/port.ts'
import type { Language } from '../survey/question-set.ts'
import type { Answer, Disposition, Run } from '../survey/types.ts'
import { mayBeRead } from './in-force.ts'

/** A pool or one client of it. */
export type Queryable = { query(config: QueryConfig): Promise<Pick<QueryResult, 'rows' | 'rowCount'>> }

export type RunRow = {
  organisation_id: string
  id: string
  round_id: string
  participant_id: string
  language: Language
  state: Run
  card_cipher: string | null
  card_turn: number
  contact_id: string
  address_hash: string
  address_cipher: string
  text_only: boolean
  /** The bot asked this person for words that are no answer. */
  expects: boolean
  /** The platform refused to reach this person, now or for another run. */
  gone: boolean
}

/**
 * The runs with these ids, of whom the person can still be linked to it and may be shown a question, or that show none
 * any more; in any order.
 * @param rules who may be shown a question: see `in-force.ts`
 */
export async function readRuns(db: Queryable, runIds: readonly string[], rules: string): Promise<RunRow[]> {
  const result = await db.query({ name: 'read-runs', text: READ_RUNS, values: [runIds, rules] })
  return result.rows as RunRow[]
}

/**
 * Open runs of a person who was shown a card, over all organisations, newest first; `rules` as above. Whoever answered
 * was shown one, noted or not.
 */
export async function readRunsOf(
  db: Queryable,
  channel: ChannelName,
  addressHash: string,
  rules: string,
): Promise<RunRow[]> {
  const result = await db.query({ name: 'read-runs-of', text: READ_RUNS_OF, values: [channel, addressHash, rules] })
  return result.rows as RunRow[]
}

/** `names`: somebody's name may be in the text. */
export type Recorded = { question: string; answer: Answer; textCipher: string | null; names?: boolean }

/** What a step says of where somebody is; a source of null takes back what they themselves said or tapped. */
export type PresenceToStore = { sessionId: string; participantId: string; source: 'said' | 'tap' | null }

export type StepToStore = {
  organisationId: string
  runId: string
  roundId: string
  language: Language
  /** Turn of the run this step was taken from, and how it had ended: whom a platform refuses loses no turn. */
  expectedTurn: number
  expectedDisposition: Disposition | null
  run: Run
  recorded: Recorded[]
  at: Temporal.Instant
  day: string
  /** Set for events whose repetition the turn does not show (typed answers). */
  inbound: { channel: ChannelName; id: string } | null
  presence?: PresenceToStore | null
  /** Words were given to one of these questions before: they go, or make room for others. */
  wordsGo?: boolean
  /** Sealed id of the message that shows this turn, where that was not noted yet: noted with the step, a crash cannot part them. */
  cardCipher?: string | null
}

/** stored; moved: the run is on another turn, or has ended otherwise, read it again; repeated: this update was taken in before. */
export async function storeStep(db: Queryable, step: StepToStore): Promise<'stored' | 'moved' | 'repeated'> {
  const presence = [
    step.presence?.sessionId ?? null,
    step.presence?.participantId ?? null,
    step.presence?.source ?? null,
  ]
  const card = step.cardCipher ?? null
  const base = [
    step.organisationId,
    step.runId,
    step.expectedTurn,
    JSON.stringify(step.run),
    step.run.turn,
    step.run.disposition,
    step.at.toString(),
  ]
  if (!step.inbound && !step.wordsGo && step.recorded.length === 1 && step.recorded[0]!.textCipher === null) {
    const { question, answer } = step.recorded[0]!
    const result = await db.query({
      name: 'store-tap',
      text: STORE_TAP,
      values: [
        ...base,
        step.roundId,
        step.language,
        step.day,
        question,
        answer.status,
        answer.codes,
        ...presence,
        card,
        step.expectedDisposition,
      ],
    })
    return (result.rowCount ?? 0) > 0 ? 'stored' : 'moved'
  }
  const result = await db.query({
    name: 'store-step',
    text: STORE_STEP,
    values: [
      ...base,
      step.roundId,
      step.language,
      step.day,
      step.inbound?.channel ?? null,
      step.inbound?.id ?? null,
      JSON.stringify(
        step.recorded.map(({ question, answer, textCipher, names }) => ({
          question,
          status: answer.status,
          codes: answer.codes,
          text_cipher: textCipher,
          names: names ?? false,
        })),
      ),
      ...presence,
      card,
      step.expectedDisposition,
    ],
  })
  const { locked, seen } = result.rows[0] as { locked: number; seen: number }
  if (locked === 0) return 'moved'
  return seen === 0 ? 'repeated' : 'stored'
}

/**
 * Takes note of an update that moves no run, so that its repetition is known.
 * @returns false when it was taken in before
 */
export async function noteInbound(
  db: Queryable,
  inbound: { channel: ChannelName; id: string },
  day: string,
): Promise<boolean> {
  const result = await db.query({
    name: 'note-inbound',
    text: 'insert into inbound (channel, id, received_on) values ($1, $2, $3) on conflict do nothing',
    values: [inbound.channel, inbound.id, day],
  })
  return (result.rowCount ?? 0) > 0
}

export type ShownCard = { organisationId: string; runId: string; turn: number; cardCipher: string }

/** Notes in one statement which turn the cards now show, and under which platform id. A later turn is never set back. */
export async function markShown(db: Queryable, cards: ShownCard[]): Promise<void> {
  await db.query({
    name: 'mark-shown',
    // Rows are locked in the order of their ids, as in `tap-store.ts`, or the two could wait for each other in a ring.
    text: `with shown as materialized (
        select unnest($1::text[]) as organisation_id, unnest($2::text[]) as id, unnest($3::int[]) as turn, unnest($4::text[]) as cipher
      ), held as materialized (
        select run.organisation_id, run.id from run join shown on shown.organisation_id = run.organisation_id and shown.id = run.id
        order by run.id for update of run
      )
      update run set card_turn = greatest(run.card_turn, shown.turn), card_cipher = shown.cipher
      from shown join held on held.organisation_id = shown.organisation_id and held.id = shown.id
      where run.organisation_id = shown.organisation_id and run.id = shown.id and run.card_turn <= shown.turn`,
    values: [
      cards.map((c) => c.organisationId),
      cards.map((c) => c.runId),
      cards.map((c) => c.turn),
      cards.map((c) => c.cardCipher),
    ],
  })
}

const RUN_COLUMNS = `run.organisation_id, run.id, run.round_id, run.participant_id, run.language, run.state, run.card_cipher, run.card_turn,
  contact.id as contact_id, contact.address_hash, contact.address_cipher, contact.text_only, contact.expects is not null as expects,
  contact.state = 'gone' as gone`

const READ_RUNS = `select ${RUN_COLUMNS} from run
  join contact_link on contact_link.organisation_id = run.organisation_id and contact_link.participant_id = run.participant_id
  join contact on contact.id = contact_link.contact_id
  join participant on participant.organisation_id = run.organisation_id and participant.id = run.participant_id
  where run.id = any($1::text[]) and ${mayBeRead('$2')}`

const READ_RUNS_OF = `select ${RUN_COLUMNS} from contact
  join contact_link on contact_link.contact_id = contact.id
  join run on run.organisation_id = contact_link.organisation_id and run.participant_id = contact_link.participant_id
  join round on round.organisation_id = run.organisation_id and round.id = run.round_id
  join participant on participant.organisation_id = run.organisation_id and participant.id = run.participant_id
  where contact.channel = $1 and contact.address_hash = $2 and round.state = 'open'
    and (run.card_turn > 0 or (run.turn > 1 and run.disposition is null))
    and ${mayBeRead('$3')}
  order by round.opens_at desc, run.moved_at desc nulls last, run.id`

/** Sets which message shows a turn, where one is given that is not behind what was noted. */
export const cardOf = (cipher: string, turn: string): string =>
  `card_cipher = case when ${cipher}::text is not null and run.card_turn <= ${turn} then ${cipher}::text else run.card_cipher end,
      card_turn = case when ${cipher}::text is not null then greatest(run.card_turn, ${turn}) else run.card_turn end`

/** Whether the run has ended, or not, as was known when the step was taken. */
export const endedAs = (disposition: string): string =>
  `run.state ->> 'disposition' is not distinct from ${disposition}::text`

/** Notes that somebody is there, or takes it back; who came in by a link or at the tablet stays there. */
function presenceCtes(session: string, participant: string, source: string): string {
  return `here as (
    insert into presence (organisation_id, session_id, participant_id, source)
    select $1, ${session}::text, ${participant}::text, ${source}::text from moved where ${source}::text is not null
    on conflict do nothing
  ), away as (
    delete from presence where organisation_id = $1 and session_id = ${session}::text and participant_id = ${participant}::text
      and source in ('said', 'tap') and ${source}::text is null and exists (select 1 from moved)
  )`
}

/** One tap with one answer to a closed question: the usual reply. */
const STORE_TAP = `with moved as (
    update run set state = $4, turn = $5, disposition = $6, moved_at = $7, ${cardOf('$17', '$3')}
    where organisation_id = $1 and id = $2 and turn = $3 and ${endedAs('$18')}
    returning 1
  ), ${presenceCtes('$14', '$15', '$16')}
  insert into answer (organisation_id, run_id, question, round_id, status, codes, language, answered_on)
  select $1, $2, $11, $8, $12, $13, $9, $10 from moved
  on conflict (organisation_id, run_id, question) do update
    set status = excluded.status, codes = excluded.codes, language = excluded.language, answered_on = excluded.answered_on`

const STORE_STEP = `with locked as (
    select 1 as one from run where organisation_id = $1 and id = $2 and turn = $3 and ${endedAs('$18')} for update
  ), taken as (
    insert into inbound (channel, id, received_on) select $11, $12, $10::date from locked where $11::text is not null
    on conflict do nothing returning 1
  ), seen as (
    select 1 as one from locked where $11::text is null union all select 1 from taken
  ), moved as (
    update run set state = $4, turn = $5, disposition = $6, moved_at = $7, ${cardOf('$17', '$3')}
    where organisation_id = $1 and id = $2 and exists (select 1 from seen) returning 1
  ), given as (
    select question, status, codes, text_cipher, names
    from jsonb_to_recordset($13::jsonb) as each(question text, status text, codes text[], text_cipher text, names boolean)
    where exists (select 1 from moved)
  ), noted as (
    insert into answer (organisation_id, run_id, question, round_id, status, codes, language, answered_on)
    select $1, $2, question, $8, status, codes, $9, $10::date from given
    on conflict (organisation_id, run_id, question) do update
      set status = excluded.status, codes = excluded.codes, language = excluded.language, answered_on = excluded.answered_on
  ), written as (
    insert into open_text (organisation_id, run_id, question, text_cipher, written_on, names_suspected)
    select $1, $2, question, text_cipher, $10::date, names from given where text_cipher is not null
    on conflict (organisation_id, run_id, question) do update
      set text_cipher = excluded.text_cipher, written_on = excluded.written_on, names_suspected = excluded.names_suspected
  ), erased as (
    delete from open_text where organisation_id = $1 and run_id = $2
      and question in (select question from given where text_cipher is null)
  ), ${presenceCtes('$14', '$15', '$16')}
  select (select count(*)::int from locked) as locked, (select count(*)::int from seen) as seen`
