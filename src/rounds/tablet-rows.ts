/** The few statements behind a shared device. */
import { sql } from 'kysely'
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'

/** Whether a question is open for this session now. */
export async function isAnythingOpen(ground: Ground, organisationId: string, sessionId: string): Promise<boolean> {
  const round = await ground.store.db
    .selectFrom('round')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'open')
    .where('closes_at', '>', ground.clock.now().toString() as never)
    .executeTakeFirst()
  return round !== undefined
}

/** Whether who goes by this address ended a run of this session that is still open to others. */
export async function hasFinished(
  ground: Ground,
  organisationId: string,
  sessionId: string,
  address: Address,
): Promise<boolean> {
  const run = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('run', (join) =>
      join
        .onRef('run.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('run.participant_id', '=', 'contact_link.participant_id'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'run.organisation_id').onRef('round.id', '=', 'run.round_id'),
    )
    .where('contact.channel', '=', address.channel)
    .where('contact.address_hash', '=', ground.vault.hashAddress(address))
    .where('round.organisation_id', '=', organisationId)
    .where('round.session_id', '=', sessionId)
    .where('round.state', '=', 'open')
    .where('run.disposition', 'is not', null)
    .select('run.id')
    .executeTakeFirst()
  return run !== undefined
}

/** Somebody answers at a session on a shared device: they are there. */
export async function noteAtTablet(
  ground: Ground,
  organisationId: string,
  sessionId: string,
  participantId: string,
): Promise<void> {
  await sql`insert into presence (organisation_id, session_id, participant_id, source)
    select organisation_id, id, ${participantId}, 'tablet' from session
    where organisation_id = ${organisationId} and id = ${sessionId} and state = 'planned'
    on conflict do nothing`.execute(ground.store.db)
}

/**
 * Nothing can be sent to who answered on a shared device: no other round counts them among those it asks. Who comes
 * back under the same word can be asked again, and the way to their answers goes as for anybody who cannot be reached.
 */
export async function leaveDevice(ground: Ground, contactId: string): Promise<void> {
  await ground.store.db
    .updateTable('contact')
    .set({ state: 'gone', gone_on: ground.clock.now().toString().slice(0, 10) })
    .where('id', '=', contactId)
    .execute()
}
