/**
 * Who writes in a worksheet: an account of a platform, with the name and the organisation it writes for. A grown-up who
 * works for a partner; nothing leads from here to young people, nor to a role.
 */
import type { Address, ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'

export type Writer = {
  id: string
  address: Address
  addressHash: string
  /** First name, as colleagues know them; empty until it was said. */
  name: string
  /** Name of the organisation or project they write for; empty until it was said. */
  partner: string
  /** True when the platform said that nothing reaches them. */
  lost: boolean
}

/** Most characters of the name of a writer or a partner. */
export const MOST_NAME = 60

/** Who is behind an address; null for an account that writes in no worksheet. */
export async function readWriter(ground: Ground, channel: ChannelName, addressHash: string): Promise<Writer | null> {
  const row = await ground.store.db
    .selectFrom('writer')
    .select(COLUMNS)
    .where('channel', '=', channel)
    .where('address_hash', '=', addressHash)
    .executeTakeFirst()
  return row ? writerOf(ground, row) : null
}

/** Null for nobody, and for a writer of whom no account is left. */
export async function writerById(ground: Ground, id: string): Promise<Writer | null> {
  const row = await ground.store.db.selectFrom('writer').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  // Of who was silent for long only their place on a sheet is left.
  return row && row.address_cipher !== '' ? writerOf(ground, row) : null
}

/** Makes this account a writer; one it is already stays as it is. */
export async function openWriter(
  ground: Ground,
  address: Address,
  as: { name: string; partner: string },
): Promise<Writer> {
  const now = ground.clock.now().toString()
  const addressHash = ground.vault.hashAddress(address)
  await ground.store.db
    .insertInto('writer')
    .values({
      id: ground.newId(),
      channel: address.channel,
      address_hash: addressHash,
      address_cipher: ground.vault.encryptAddress(address),
      ...as,
      since: now,
      touched_at: now,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'address_hash']).doNothing())
    .execute()
  return (await readWriter(ground, address.channel, addressHash))!
}

export async function renameWriter(
  ground: Ground,
  writerId: string,
  names: { name?: string; partner?: string },
): Promise<void> {
  await ground.store.db.updateTable('writer').set(names).where('id', '=', writerId).execute()
}

/** This person did something: the clock of what they wrote starts again, and they can be reached. */
export async function touchWriter(ground: Ground, writerId: string): Promise<void> {
  await ground.store.db
    .updateTable('writer')
    .set({ touched_at: ground.clock.now().toString(), gone_at: null })
    .where('id', '=', writerId)
    .execute()
}

/** Nothing reaches this person any more (blocked, left): what they wrote stays, nothing is sent to them. */
export async function loseWriter(
  ground: Ground,
  who: { writerId: string } | { channel: ChannelName; addressHash: string },
): Promise<void> {
  await ground.store.db
    .updateTable('writer')
    .set({ gone_at: ground.clock.now().toString() })
    .where('gone_at', 'is', null)
    .where((eb) =>
      'writerId' in who
        ? eb('id', '=', who.writerId)
        : eb.and([eb('channel', '=', who.channel), eb('address_hash', '=', who.addressHash)]),
    )
    .execute()
}

/** The next words of this writer are for this button's data, for an hour: not for the staff's menu, nor for a survey. */
export async function expectFromWriter(ground: Ground, writer: Writer, data: string): Promise<void> {
  const { channel } = writer.address
  const until = ground.clock.now().add({ hours: 1 }).toString()
  await ground.store.db
    .updateTable('writer')
    .set({ expects: data, expects_until: until })
    .where('id', '=', writer.id)
    .execute()
  await ground.store.db
    .updateTable('staff_chat')
    .set({ expects: null, expects_until: null })
    .where('channel', '=', channel)
    .where('address_hash', '=', writer.addressHash)
    .execute()
  // Who also takes part themselves may have a question open: their next words are for us first.
  await ground.store.db
    .updateTable('contact')
    .set({ expects: 'staff', expects_until: until })
    .where('channel', '=', channel)
    .where('address_hash', '=', writer.addressHash)
    .execute()
}

/** Words that were asked for, once; null when none were, or more than an hour ago. */
export async function takeExpectedOf(ground: Ground, writerId: string): Promise<string | null> {
  const now = ground.clock.now().epochMilliseconds
  const row = await ground.store.db
    .updateTable('writer')
    .from((eb) =>
      eb
        .selectFrom('writer as before')
        .select(['before.id', 'before.expects', 'before.expects_until'])
        .where('before.id', '=', writerId)
        .where('before.expects', 'is not', null)
        .forUpdate()
        .as('before'),
    )
    .set({ expects: null, expects_until: null })
    .whereRef('writer.id', '=', 'before.id')
    .returning(['before.expects', 'before.expects_until'])
    .executeTakeFirst()
  return row?.expects && row.expects_until && row.expects_until.getTime() > now ? row.expects : null
}

/** Words are waited for no longer: something else was tapped. */
export async function expectNothing(ground: Ground, writerId: string): Promise<void> {
  await ground.store.db
    .updateTable('writer')
    .set({ expects: null, expects_until: null })
    .where('id', '=', writerId)
    .execute()
}

const COLUMNS = ['id', 'channel', 'address_hash', 'address_cipher', 'name', 'partner', 'gone_at'] as const

function writerOf(
  ground: Ground,
  row: {
    id: string
    address_hash: string
    address_cipher: string
    name: string
    partner: string
    gone_at: Date | null
  },
): Writer {
  return {
    id: row.id,
    address: ground.vault.decryptAddress(row.address_cipher),
    addressHash: row.address_hash,
    name: row.name,
    partner: row.partner,
    lost: row.gone_at !== null,
  }
}
