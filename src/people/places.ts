/** Coach channels and join posts: linked from inside the chat by a one-time code, so nobody has to look up an id. */
import { randomInt } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Address, ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { PlacePurpose, Tables } from '../store/tables.ts'

/** Letters and digits that are not mistaken for each other when read aloud or copied by hand. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 9
export const CODE_MINUTES = 30

export type Purpose = PlacePurpose

/** Makes a one-time code (about 44 bits), valid for half an hour. */
export async function makeLinkCode(
  ground: Ground,
  organisationId: string,
  purpose: Purpose,
  actor: string,
): Promise<{ code: string; expiresAt: Temporal.Instant }> {
  const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const now = ground.clock.now()
  const expiresAt = now.add({ minutes: CODE_MINUTES })
  await ground.store.db
    .deleteFrom('link_code')
    .where('expires_at', '<', now.toString() as never)
    .execute()
  await ground.store.db
    .insertInto('link_code')
    .values({
      code_hash: ground.vault.hashToken(code),
      organisation_id: organisationId,
      purpose,
      expires_at: expiresAt.toString(),
      used_at: null,
    })
    .execute()
  await writeAudit(ground.store.db, ground.newId(), {
    organisationId,
    at: now,
    actor,
    action: `${purpose} code made`,
    subject: organisationId,
  })
  return { code, expiresAt }
}

/** Where results come: a place that anybody can read along in is no place for them. */
export const RESULT_PURPOSES: readonly Purpose[] = ['coach', 'team']

/** Whether this code would link a group or channel now. */
export async function isLinkCode(ground: Ground, code: string): Promise<boolean> {
  return (await meantFor(ground.store.db, ground, code)) !== undefined
}

/**
 * Uses a code up and links the place it was said in; null when the code is unknown, used elsewhere or too old.
 * @param isPublic whether the platform says that anybody reads along there: results are not linked to it (`public`),
 * and the code stays good
 */
export async function linkPlace(
  ground: Ground,
  code: string,
  place: Address,
  community: string | undefined,
  isPublic = false,
): Promise<{ organisationId: string; purpose: Purpose } | 'public' | null> {
  const { store, vault, clock, newId } = ground
  const now = clock.now()
  return store.db.transaction().execute(async (trx) => {
    const meant = await meantFor(trx, ground, code)
    if (meant && isPublic && RESULT_PURPOSES.includes(meant.purpose)) return 'public'
    const used = await trx
      .updateTable('link_code')
      .set({ used_at: now.toString() })
      .where('code_hash', '=', vault.hashToken(code.trim().toLowerCase()))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now.toString() as never)
      .returning(['organisation_id', 'purpose'])
      .executeTakeFirst()
    if (!used) return linkedBefore(trx, ground, code, place)
    const id = newId()
    const linked = await trx
      .insertInto('place')
      .values({
        organisation_id: used.organisation_id,
        id,
        purpose: used.purpose,
        channel: place.channel,
        address_hash: vault.hashAddress(place),
        address_cipher: vault.encryptAddress(place),
        community_hash: community ? vault.hashCommunity(community) : null,
        community_cipher: community ? vault.encryptId(community) : null,
        state: 'linked',
        linked_at: now.toString(),
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'purpose', 'channel', 'address_hash']).doUpdateSet((eb) => ({
          state: 'linked',
          linked_at: now.toString(),
          address_cipher: eb.ref('excluded.address_cipher'),
        })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeAudit(trx, newId(), {
      organisationId: used.organisation_id,
      at: now,
      actor: `${place.channel} chat`,
      action: `${used.purpose} channel linked`,
      subject: linked.id,
    })
    return { organisationId: used.organisation_id, purpose: used.purpose }
  })
}

const meantFor = (db: Kysely<Tables>, ground: Ground, code: string) =>
  db
    .selectFrom('link_code')
    .select('purpose')
    .where('code_hash', '=', ground.vault.hashToken(code.trim().toLowerCase()))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ground.clock.now().toString() as never)
    .executeTakeFirst()

/** What a code linked here already: the same command, delivered again. */
async function linkedBefore(
  trx: Transaction<Tables>,
  ground: Ground,
  code: string,
  place: Address,
): Promise<{ organisationId: string; purpose: Purpose } | null> {
  const row = await trx
    .selectFrom('link_code')
    .innerJoin('place', (join) =>
      join
        .onRef('place.organisation_id', '=', 'link_code.organisation_id')
        .onRef('place.purpose', '=', 'link_code.purpose')
        .onRef('place.linked_at', '=', 'link_code.used_at'),
    )
    .where('code_hash', '=', ground.vault.hashToken(code.trim().toLowerCase()))
    .where('place.channel', '=', place.channel)
    .where('place.address_hash', '=', ground.vault.hashAddress(place))
    .where('place.state', '=', 'linked')
    .select(['link_code.organisation_id', 'link_code.purpose'])
    .executeTakeFirst()
  return row ? { organisationId: row.organisation_id, purpose: row.purpose } : null
}

/** The coach's page is a coach channel that every organisation has. */
export async function ensurePagePlace(ground: Ground, organisationId: string): Promise<void> {
  const { store, vault, clock, newId } = ground
  const address = pagePlace(organisationId)
  await store.db
    .insertInto('place')
    .values({
      organisation_id: organisationId,
      id: newId(),
      purpose: 'coach',
      channel: 'web',
      address_hash: vault.hashAddress(address),
      address_cipher: vault.encryptAddress(address),
      community_hash: null,
      state: 'linked',
      linked_at: clock.now().toString(),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'purpose', 'channel', 'address_hash']).doNothing())
    .execute()
}

export const pagePlace = (organisationId: string): Address => ({ channel: 'web', id: `coach:${organisationId}` })

/** Places at an address, over all organisations; `within`: also those in the community of that id (topics, a server's channels). */
export async function placesAt(
  ground: Ground,
  address: Address,
  within = false,
): Promise<{ organisationId: string; id: string }[]> {
  const rows = await ground.store.db
    .selectFrom('place')
    .select(['organisation_id', 'id'])
    .where('channel', '=', address.channel)
    .where((eb) =>
      eb.or([
        eb('address_hash', '=', ground.vault.hashAddress(address)),
        ...(within ? [eb('community_hash', '=', ground.vault.hashCommunity(address.id))] : []),
      ]),
    )
    .where('state', '=', 'linked')
    .execute()
  return rows.map((row) => ({ organisationId: row.organisation_id, id: row.id }))
}

/** The places at an address where results come, over all organisations. */
export async function resultPlacesAt(
  ground: Ground,
  address: Address,
): Promise<{ organisationId: string; id: string }[]> {
  const rows = await ground.store.db
    .selectFrom('place')
    .select(['organisation_id', 'id'])
    .where('channel', '=', address.channel)
    .where('address_hash', '=', ground.vault.hashAddress(address))
    .where('purpose', 'in', [...RESULT_PURPOSES])
    .where('state', '=', 'linked')
    .execute()
  return rows.map((row) => ({ organisationId: row.organisation_id, id: row.id }))
}

/** The place of one organisation at an address where results come; null for any other place. Linked as both, it is the organisation's own. */
export async function resultPlaceOf(
  ground: Ground,
  organisationId: string,
  address: Address,
): Promise<{ id: string; channel: ChannelName } | null> {
  const row = await ground.store.db
    .selectFrom('place')
    .select(['id', 'channel'])
    .where('organisation_id', '=', organisationId)
    .where('purpose', 'in', [...RESULT_PURPOSES])
    .where('state', '=', 'linked')
    .where('channel', '=', address.channel)
    .where('address_hash', '=', ground.vault.hashAddress(address))
    .orderBy('purpose', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** Organisations that linked a place in a Discord server: whom `/meedoen` there is about. */
export async function organisationsIn(ground: Ground, channel: ChannelName, community: string): Promise<string[]> {
  const rows = await ground.store.db
    .selectFrom('place')
    .select('organisation_id')
    .distinct()
    .where('channel', '=', channel)
    .where('community_hash', '=', ground.vault.hashCommunity(community))
    .where('state', '=', 'linked')
    .orderBy('organisation_id')
    .execute()
  return rows.map((row) => row.organisation_id)
}
