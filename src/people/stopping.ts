/** No more questions: at once, also for what waits to be sent already. */

import { randomUUID } from 'node:crypto'
import type { Ground } from '../ground.ts'
import type { Queryable } from '../store/replies.ts'

/** Stops the asking of one participant by one organisation: one statement, and idempotent. */
export async function stopAsking(
  ground: Ground,
  organisationId: string,
  participantId: string,
  db: Queryable = ground.store.pool,
): Promise<void> {
  const id = randomUUID()
  const now = ground.clock.now().toString()
  await db.query({
    name: 'stop-asking',
    text: STOP,
    values: [organisationId, participantId, today(ground), id, now],
  })
  ground.erased?.(id)
}

/**
 * `/stop` in a conversation: every organisation that asks through this address.
 * @returns how many organisations stopped asking
 */
export async function stopAskingEverywhere(ground: Ground, channel: string, addressHash: string): Promise<number> {
  const links = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .where('contact.channel', '=', channel as 'web')
    .where('contact.address_hash', '=', addressHash)
    .select(['contact_link.organisation_id', 'contact_link.participant_id'])
    .execute()
  for (const link of links) await stopAsking(ground, link.organisation_id, link.participant_id)
  return links.length
}

const today = (ground: Ground) => ground.clock.now().toString().slice(0, 10)

/** With a note of it, as `noteErasure` writes them, for a backup that is put back. */
const STOP = `with noted as (
    insert into erasure (id, what, subject, at) select $4, 'stop', $1 || ' ' || $2, $5::timestamptz
    from participant where organisation_id = $1 and id = $2 and state <> 'stopped'
  ), stopped as (
    update participant set state = 'stopped', stopped_on = coalesce(stopped_on, $3::date) where organisation_id = $1 and id = $2
  ), withdrawn as (
    update consent set withdrawn_on = $3::date where organisation_id = $1 and participant_id = $2 and withdrawn_on is null
  ), ended as (
    update run set disposition = 'stopped', turn = turn + 1,
      state = jsonb_set(jsonb_set(jsonb_set(state, '{disposition}', '"stopped"'), '{turn}', to_jsonb(turn + 1)), '{since}', to_jsonb(turn + 1))
    where organisation_id = $1 and participant_id = $2 and (disposition is null or disposition = 'unreachable')
    returning id
  )
  update outgoing set state = 'cancelled'
  where organisation_id = $1 and state = 'due' and (
    run_id in (select id from run where organisation_id = $1 and participant_id = $2)
    or (kind in ('consent', 'result', 'feedback')
      and contact_id in (select contact_id from contact_link where organisation_id = $1 and participant_id = $2)))`
