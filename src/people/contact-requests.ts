/**
 * Somebody asks to be contacted. What is kept until it is seen, seven days at most: who asks, and how to reach them in
 * the words of the platform or their own. No answer, no text, no reason; never in a coach's channel.
 */

import type { Address, ChannelName } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import { isOnDuty, type OnDuty } from './duty.ts'
import { noteErasure } from './note-erasure.ts'

/** Somebody of the staff who linked a private chat. */
export type Reach = {
  purpose: 'safeguarding' | 'fallback'
  person: OnDuty
  onDuty: boolean
  placeId: string
  channel: ChannelName
}

/**
 * Who would be asked now: the safeguarding contact when on duty, else the fallback when on duty, else whoever of the
 * two is linked, the safeguarding contact first. Empty when nobody is; a second one is who comes in when the first
 * cannot be reached.
 */
export async function reachOf(ground: Ground, organisation: Organisation): Promise<Reach[]> {
  const places = await ground.store.db
    .selectFrom('place')
    .select(['id', 'purpose', 'channel'])
    .where('organisation_id', '=', organisation.id)
    .where('purpose', 'in', ['safeguarding', 'fallback'])
    .where('state', '=', 'linked')
    .orderBy('linked_at', 'desc')
    .execute()
  const now = ground.clock.now()
  const reach = (['safeguarding', 'fallback'] as const).flatMap((purpose): Reach[] => {
    const place = places.find((one) => one.purpose === purpose)
    const person = organisation[purpose]
    if (!place || !person) return []
    const onDuty = isOnDuty(person, organisation.timezone, now)
    return [{ purpose, person, onDuty, placeId: place.id, channel: place.channel }]
  })
  return reach.sort((a, b) => Number(b.onDuty) - Number(a.onDuty))
}

/**
 * Writes a request down and the message about it, in one transaction. Asking twice is asking once.
 * @param handle how to reach this person, at most 200 characters
 */
export async function requestContact(
  ground: Ground,
  asked: { organisationId: string; contactId: string; handle: string; reach: Reach },
): Promise<'asked' | 'already'> {
  const { organisationId, contactId, handle, reach } = asked
  const now = ground.clock.now()
  return ground.store.db.transaction().execute(async (trx) => {
    // Two taps at once wait for each other here.
    await trx.selectFrom('contact').select('id').where('id', '=', contactId).forNoKeyUpdate().execute()
    const waiting = await trx
      .selectFrom('contact_request')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('contact_id', '=', contactId)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (waiting) return 'already'
    const id = ground.newId()
    await trx
      .insertInto('contact_request')
      .values({
        organisation_id: organisationId,
        id,
        contact_id: contactId,
        handle_cipher: ground.vault.encryptText(handle),
        state: 'waiting',
        asked_at: now.toString(),
      })
      .execute()
    const row = rowAbout(ground, { organisationId, id }, { ...reach, contactId: null })
    await trx.insertInto('outgoing').values(row).execute()
    return 'asked'
  })
}

/** A message about a request; its words are made when it is sent, so that nothing personal stands in it. */
const rowAbout = (
  ground: Ground,
  request: { organisationId: string; id: string },
  to: { channel: ChannelName; placeId: string | null; contactId: string | null },
) => ({
  organisation_id: request.organisationId,
  id: ground.newId(),
  kind: 'contact-request' as const,
  channel: to.channel,
  contact_id: to.contactId,
  place_id: to.placeId,
  run_id: null,
  digest_id: null,
  notice: null,
  subject_id: request.id,
  state: 'due' as const,
  send_after: ground.clock.now().toString(),
  claimed_until: null,
  attempts: 0,
  external_cipher: null,
})

/**
 * Somebody of the staff saw a request: the young person is told, and the request goes as soon as they were.
 * @param by the private chat in which the button was tapped; only who is linked for this organisation may
 * @returns `over` when it was seen before, or is too old
 */
export async function seeRequest(
  ground: Ground,
  requestId: string,
  by: Address,
): Promise<'seen' | 'over' | 'not-yours'> {
  return ground.store.db.transaction().execute(async (trx) => {
    const place = await trx
      .selectFrom('place')
      .leftJoin('contact_request', (join) =>
        join
          .onRef('contact_request.organisation_id', '=', 'place.organisation_id')
          .on('contact_request.id', '=', requestId),
      )
      .where('place.channel', '=', by.channel)
      .where('place.address_hash', '=', ground.vault.hashAddress(by))
      .where('place.purpose', 'in', ['safeguarding', 'fallback'])
      .where('place.state', '=', 'linked')
      .orderBy('contact_request.id')
      .select(['place.organisation_id', 'place.id'])
      .executeTakeFirst()
    if (!place) return 'not-yours'
    const seen = await trx
      .updateTable('contact_request')
      .from('contact')
      .whereRef('contact.id', '=', 'contact_request.contact_id')
      .where('contact_request.organisation_id', '=', place.organisation_id)
      .where('contact_request.id', '=', requestId)
      .where('contact_request.state', '=', 'waiting')
      .set({ state: 'seen' })
      .returning(['contact_request.contact_id', 'contact.channel'])
      .executeTakeFirst()
    if (!seen) return 'over'
    const row = rowAbout(
      ground,
      { organisationId: place.organisation_id, id: requestId },
      { channel: seen.channel, placeId: place.id, contactId: seen.contact_id },
    )
    await trx.insertInto('outgoing').values(row).execute()
    await writeAudit(trx, ground.newId(), {
      organisationId: place.organisation_id,
      at: ground.clock.now(),
      actor: 'contact person',
      action: 'contact request seen',
      subject: requestId,
    })
    return 'seen'
  })
}

/**
 * Requests whose message could not be delivered: to the other person, whom the young person was told of too, and when
 * there is nobody left, back to the young person.
 */
export async function rerouteRequests(ground: Ground): Promise<void> {
  const stuck = await ground.store.db
    .selectFrom('contact_request')
    .innerJoin('contact', 'contact.id', 'contact_request.contact_id')
    .where('contact_request.state', '=', 'waiting')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outgoing')
            .whereRef('outgoing.organisation_id', '=', 'contact_request.organisation_id')
            .whereRef('outgoing.subject_id', '=', 'contact_request.id')
            .where('outgoing.kind', '=', 'contact-request')
            .where('outgoing.state', 'in', ['due', 'sent'])
            .select('outgoing.id'),
        ),
      ),
    )
    .select(['contact_request.organisation_id', 'contact_request.id', 'contact_request.contact_id', 'contact.channel'])
    .execute()
  for (const { organisation_id: organisationId, id, contact_id: contactId, channel } of stuck) {
    const organisation = ground.config().organisations.get(organisationId)
    const [reach] = organisation ? await reachOf(ground, organisation) : []
    const to = reach ? { ...reach, contactId: null } : { channel, placeId: null, contactId }
    await ground.store.db
      .insertInto('outgoing')
      .values(rowAbout(ground, { organisationId, id }, to))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** The request is over, and so is every trace of who asked. */
export async function forgetRequest(ground: Ground, organisationId: string, requestId: string): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    await noteErasure(ground, trx, 'request', requestId)
    await trx
      .deleteFrom('outgoing')
      .where('organisation_id', '=', organisationId)
      .where('kind', '=', 'contact-request')
      .where('subject_id', '=', requestId)
      .execute()
    await trx
      .deleteFrom('contact_request')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', requestId)
      .execute()
  })
}
