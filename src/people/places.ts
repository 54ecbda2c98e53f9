/** Coach channels and join posts: linked from inside the chat by a one-time code, so nobody has to look up an id. */
import { randomInt } from 'node:crypto'
import type { Transaction } from 'kysely'
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

/** Requests to be contacted arrive in a private chat, everything else in a group, a channel or a topic. */
export const isPrivate = (purpose: Purpose): boolean => purpose === 'safeguarding' || purpose === 'fallback'

/**
 * Uses a code up and links the place it was said in; null when the code is unknown, used elsewhere or too old.
 * @param where a code that is meant for the other is `misplaced`, and stays good
 */
export async function linkPlace(
  ground: Ground,
  code: string,
  place: Address,
  community: string | undefined,
  where: 'private' | 'group' = 'group',
): Promise<{ organisationId: string; purpose: Purpose } | 'misplaced' | null> {
  const { store, vault, clock, newId } = ground
  const now = clock.now()
  return store.db.transaction().execute(async (trx) => {
    const meant = await trx
      .selectFrom('link_code')
      .select('purpose')
      .where('code_hash', '=', vault.hashToken(code.trim().toLowerCase()))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now.toString() as never)
      .executeTakeFirst()
    if (meant && isPrivate(meant.purpose) !== (where === 'private')) return 'misplaced'
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
    if (isPrivate(used.purpose)) {
      // One person has the role; who had it before hears of nobody any more.
      await trx
        .deleteFrom('place')
        .where('organisation_id', '=', used.organisation_id)
        .where('purpose', '=', used.purpose)
        .where('id', '<>', linked.id)
        .execute()
    }
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
