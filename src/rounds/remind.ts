/** One reminder a round, for those alone who were shown the card and have not touched it. */
import { sql, type Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import type { PersonalRest, Tables } from '../store/tables.ts'
import { allowedFor } from './rest-of.ts'
import { instantOf } from './round-facts.ts'

/**
 * It comes as long after the card as was agreed, also when the card itself came late; who is resting then gets it at the
 * next allowed moment, or not at all when that is too late.
 */
export async function remindDue(ground: Ground, now: Temporal.Instant): Promise<void> {
  const due = await ground.store.db
    .selectFrom('round')
    .where('state', '=', 'open')
    .where('reminded', '=', false)
    .where('remind_at', '<=', now.toString() as never)
    .where('closes_at', '>', now.toString() as never)
    // Whom a crash left to be asked still, is asked before anybody is reminded.
    .where('asked_up_to', 'is', null)
    .select(['organisation_id', 'id'])
    .orderBy('organisation_id')
    .orderBy('id')
    .execute()
  for (const round of due)
    await ground.store.db.transaction().execute((trx) => remind(ground, trx, round.organisation_id, round.id, now))
}

async function remind(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  roundId: string,
  now: Temporal.Instant,
): Promise<void> {
  const round = await trx
    .updateTable('round')
    .set({ reminded: true })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roundId)
    .where('state', '=', 'open')
    .where('reminded', '=', false)
    .returning(['session_id', 'opens_at', 'remind_at', 'closes_at'])
    .executeTakeFirst()
  const organisation = ground.config().organisations.get(organisationId)
  if (!round || !organisation) return
  const pause = round.remind_at ? round.remind_at.getTime() - round.opens_at.getTime() : 0
  for (let after: string | null = ''; after !== null; ) {
    const { rows } = await untouched(organisationId, roundId, round.session_id, after).execute(trx)
    const reminders = rows.flatMap((row) => {
      const session = { startsAt: instantOf(row.starts_at), endsAt: instantOf(row.ends_at), present: row.present }
      const due = row.asked_at ? instantOf(row.asked_at).add({ milliseconds: pause }) : now
      const from = Temporal.Instant.compare(due, now) > 0 ? due : now
      const at = allowedFor(from, organisation, { rest: row.rest, pausedUntil: row.paused_until }, session)
      const inTime = at !== null && at.epochMilliseconds < round.closes_at.getTime()
      return inTime ? [{ run: row.id, channel: row.channel, contact: row.contact_id, at: at.toString() }] : []
    })
    await sql`insert into outgoing (organisation_id, id, kind, channel, contact_id, run_id, state, send_after, attempts)
      select ${organisationId}, 'r' || run, 'reminder', channel, contact, run, 'due', at, 0
      from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as one(run text, channel text, contact text, at timestamptz)
      on conflict do nothing`.execute(trx)
    after = rows.length < PAGE ? null : rows.at(-1)!.participant_id
  }
}

/** Who was shown the card and has not touched it: the next people behind this one. */
const untouched = (
  organisationId: string,
  roundId: string,
  sessionId: string,
  after: string,
) => sql<Untouched>`select run.id, run.participant_id, contact.id as contact_id, contact.channel, contact.rest,
    contact.paused_until, session.starts_at, session.ends_at, presence.source is not null as present,
    (select min(outgoing.send_after) from outgoing where outgoing.organisation_id = run.organisation_id
      and outgoing.run_id = run.id and outgoing.kind = 'card') as asked_at
  from run
  join contact_link on contact_link.organisation_id = run.organisation_id and contact_link.participant_id = run.participant_id
  join contact on contact.id = contact_link.contact_id
  join session on session.organisation_id = run.organisation_id and session.id = ${sessionId}
  left join presence on presence.organisation_id = run.organisation_id and presence.session_id = session.id
    and presence.participant_id = run.participant_id
  where run.organisation_id = ${organisationId} and run.round_id = ${roundId} and run.participant_id > ${after}
    and run.disposition is null and run.turn = 1 and run.card_turn = 1
    and contact.state = 'reachable' and contact.channel <> 'web'
  order by run.participant_id limit ${PAGE}`

type Untouched = {
  id: string
  participant_id: string
  contact_id: string
  channel: 'telegram' | 'discord'
  rest: PersonalRest | null
  paused_until: string | null
  starts_at: Date
  ends_at: Date
  present: boolean
  /** When the card was to leave; null when that is long ago. */
  asked_at: Date | null
}

const PAGE = 500
