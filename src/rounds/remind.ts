/** One reminder a round, for those alone who were shown the card and have not touched it. */
import { sql } from 'kysely'
import type { Ground } from '../ground.ts'
import type { PersonalRest } from '../store/tables.ts'
import { allowedFor } from './rest-of.ts'
import { instantOf } from './round-facts.ts'

/**
 * It comes as long after the card as was agreed, also when the card itself came late; who is resting then gets it at the
 * next allowed moment, or not at all when that is too late.
 */
export async function remindDue(ground: Ground, now: Temporal.Instant): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    const due = await trx
      .updateTable('round')
      .set({ reminded: true })
      .where('state', '=', 'open')
      .where('reminded', '=', false)
      .where('remind_at', '<=', now.toString() as never)
      .where('closes_at', '>', now.toString() as never)
      .returning(['organisation_id', 'id', 'session_id', 'opens_at', 'remind_at', 'closes_at'])
      .execute()
    for (const round of due) {
      const organisation = ground.config().organisations.get(round.organisation_id)
      if (!organisation) continue
      const untouched = await sql<Untouched>`select run.id, contact.id as contact_id, contact.channel, contact.rest,
          contact.paused_until, session.starts_at, session.ends_at, presence.source is not null as present,
          (select min(outgoing.send_after) from outgoing where outgoing.organisation_id = run.organisation_id
            and outgoing.run_id = run.id and outgoing.kind = 'card') as asked_at
        from run
        join contact_link on contact_link.organisation_id = run.organisation_id and contact_link.participant_id = run.participant_id
        join contact on contact.id = contact_link.contact_id
        join session on session.organisation_id = run.organisation_id and session.id = ${round.session_id}
        left join presence on presence.organisation_id = run.organisation_id and presence.session_id = session.id
          and presence.participant_id = run.participant_id
        where run.organisation_id = ${round.organisation_id} and run.round_id = ${round.id}
          and run.disposition is null and run.turn = 1 and run.card_turn = 1
          and contact.state = 'reachable' and contact.channel <> 'web'`.execute(trx)
      const pause = round.remind_at ? round.remind_at.getTime() - round.opens_at.getTime() : 0
      const reminders = untouched.rows.flatMap((row) => {
        const session = { startsAt: instantOf(row.starts_at), endsAt: instantOf(row.ends_at), present: row.present }
        const due = row.asked_at ? instantOf(row.asked_at).add({ milliseconds: pause }) : now
        const from = Temporal.Instant.compare(due, now) > 0 ? due : now
        const at = allowedFor(from, organisation, { rest: row.rest, pausedUntil: row.paused_until }, session)
        const inTime = at !== null && at.epochMilliseconds < round.closes_at.getTime()
        return inTime ? [{ ...row, at }] : []
      })
      if (reminders.length === 0) continue
      await trx
        .insertInto('outgoing')
        .values(
          reminders.map((row) => ({
            organisation_id: round.organisation_id,
            id: `r${row.id}`,
            kind: 'reminder' as const,
            channel: row.channel,
            contact_id: row.contact_id,
            run_id: row.id,
            state: 'due' as const,
            send_after: row.at.toString(),
            attempts: 0,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })
}

type Untouched = {
  id: string
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
