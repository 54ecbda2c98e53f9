/** Somebody changed when they want to rest: what waits to be sent to them waits differently from now on. */
import { sql } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { PersonalRest } from '../store/tables.ts'
import { askLatecomer } from './come-in.ts'
import { allowedFor } from './rest-of.ts'
import { instantOf } from './round-facts.ts'

/**
 * Asks that nobody saw yet and reminders move to the next allowed moment, earlier or later; what finds none before its
 * round closes is not sent, and comes back when that changes.
 * @param options.alsoNew also asks in rounds that opened during a pause
 */
export async function replan(ground: Ground, contactId: string, options: { alsoNew?: boolean } = {}): Promise<void> {
  const now = ground.clock.now()
  await ground.store.db.transaction().execute(async (trx) => {
    const waiting = await sql<Waiting>`select run.organisation_id, run.id, run.card_turn, contact.channel, contact.rest,
        contact.paused_until, session.starts_at, session.ends_at, round.closes_at, presence.source is not null as present,
        array(select outgoing.id from outgoing where outgoing.organisation_id = run.organisation_id
          and outgoing.run_id = run.id and outgoing.state = 'due') as due
      from contact
      join contact_link on contact_link.contact_id = contact.id
      join run on run.organisation_id = contact_link.organisation_id and run.participant_id = contact_link.participant_id
      join round on round.organisation_id = run.organisation_id and round.id = run.round_id
      join session on session.organisation_id = round.organisation_id and session.id = round.session_id
      left join presence on presence.organisation_id = run.organisation_id and presence.session_id = session.id
        and presence.participant_id = run.participant_id
      where contact.id = ${contactId} and round.state = 'open' and run.disposition is null and run.turn = 1
      order by run.id for update of run`.execute(trx)
    for (const row of waiting.rows) {
      const organisation = ground.config().organisations.get(row.organisation_id)
      if (!organisation) continue
      const session = { startsAt: instantOf(row.starts_at), endsAt: instantOf(row.ends_at), present: row.present }
      const person = { rest: row.rest, pausedUntil: row.paused_until }
      const paused = row.paused_until !== null && row.paused_until > dayOf(now, organisation.timezone)
      const at = row.channel === 'web' && !paused ? now : allowedFor(now, organisation, person, session)
      const inTime = at !== null && at.epochMilliseconds < row.closes_at.getTime()
      if (row.due.length > 0) {
        await trx
          .updateTable('outgoing')
          .set(inTime ? { send_after: at.toString() } : { state: 'cancelled' })
          .where('organisation_id', '=', row.organisation_id)
          .where('id', 'in', row.due)
          .where('state', '=', 'due')
          .execute()
      } else if (inTime && row.card_turn === 0) {
        await trx
          .insertInto('outgoing')
          .values({
            organisation_id: row.organisation_id,
            id: ground.newId(),
            kind: 'card',
            channel: row.channel,
            contact_id: contactId,
            run_id: row.id,
            state: 'due',
            send_after: at.toString(),
            attempts: 0,
          })
          .execute()
      }
    }
  })
  if (options.alsoNew) await askLatecomer(ground, contactId, now)
}

type Waiting = {
  organisation_id: string
  id: string
  card_turn: number
  channel: ChannelName
  rest: PersonalRest | null
  paused_until: string | null
  starts_at: Date
  ends_at: Date
  closes_at: Date
  present: boolean
  due: string[]
}

const dayOf = (at: Temporal.Instant, timezone: string): string =>
  at.toZonedDateTimeISO(timezone).toPlainDate().toString()
