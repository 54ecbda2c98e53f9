/** Where somebody of the staff is in their chat: which organisation, and what their next words are for. */
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { StaffPerson } from '../people/staff.ts'
import type { StaffTurn } from './turn.ts'

/** Words that were asked for, once: who writes more starts again from the menu. */
export async function takeExpected(ground: Ground, channel: ChannelName, addressHash: string): Promise<string | null> {
  const now = ground.clock.now().toString()
  const row = await ground.store.db
    .updateTable('staff_chat')
    .from((eb) =>
      eb
        .selectFrom('staff_chat as before')
        .select(['before.expects', 'before.expects_until'])
        .where('before.channel', '=', channel)
        .where('before.address_hash', '=', addressHash)
        .where('before.expects', 'is not', null)
        .forUpdate()
        .as('before'),
    )
    .set({ expects: null, expects_until: null })
    .where('staff_chat.channel', '=', channel)
    .where('staff_chat.address_hash', '=', addressHash)
    .returning(['before.expects', 'before.expects_until'])
    .executeTakeFirst()
  if (!row?.expects || !row.expects_until || row.expects_until.toISOString() <= now) return null
  return row.expects
}

export async function expectFrom(
  ground: Ground,
  channel: ChannelName,
  addressHash: string,
  data: string,
): Promise<void> {
  const now = ground.clock.now()
  const expects = { expects: data, expects_until: now.add({ hours: 1 }).toString() }
  const asked = { ...expects, touched_at: now.toString() }
  await ground.store.db
    .insertInto('staff_chat')
    .values({ channel, address_hash: addressHash, organisation_id: null, preview: null, ...asked })
    .onConflict((conflict) => conflict.columns(['channel', 'address_hash']).doUpdateSet(asked))
    .execute()
  // The newest question counts: a worksheet waits no longer.
  await ground.store.db
    .updateTable('writer')
    .set({ expects: null, expects_until: null })
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .execute()
  // Who also takes part themselves may have a question open: their next words are for us first.
  await ground.store.db
    .updateTable('contact')
    .set({ ...expects, expects: 'staff' })
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .execute()
}

/** The organisation that this person is busy with: the one they chose, as long as they have a role there. */
export async function chosenOrganisation(ground: Ground, channel: ChannelName, person: StaffPerson): Promise<string> {
  const chosen = await ground.store.db
    .selectFrom('staff_chat')
    .select('organisation_id')
    .where('channel', '=', channel)
    .where('address_hash', '=', person.addressHash)
    .executeTakeFirst()
  const known = person.offices.map(({ organisationId }) => organisationId)
  return known.find((id) => id === chosen?.organisation_id) ?? known[0]!
}

/** About which organisation this person wants to go on, when they have a role in several. */
export async function chooseOrganisation(ground: Ground, turn: StaffTurn, organisationId: string): Promise<void> {
  const { channel } = turn.inbound
  await ground.store.db
    .insertInto('staff_chat')
    .values({
      channel,
      address_hash: turn.person.addressHash,
      organisation_id: organisationId,
      expects: null,
      expects_until: null,
      preview: null,
      touched_at: ground.clock.now().toString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'address_hash']).doUpdateSet({ organisation_id: organisationId }),
    )
    .execute()
}
