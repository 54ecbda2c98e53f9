/** Keys for the read-only interface: one receiver, one agreement. Only a keyed hash is kept; a key dies with its agreement. */

import { randomBytes } from 'node:crypto'
import type { Organisation } from '../config/organisation.ts'
import type { Actor } from '../dialogue/actors.ts'
import { todayIn } from '../dialogue/data-agreements.ts'
import { readSharing, type Sharing } from '../dialogue/read-data-agreements.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { writeAudit } from '../store/audit.ts'
import { heldBack, mayFetch, type ReleaseFault } from './release.ts'

/** @returns the key, which is shown once and kept nowhere: 256 bits */
export async function makeKey(
  ground: Ground,
  organisation: Organisation,
  agreementId: string,
  actor: Actor,
): Promise<{ token: string } | ReleaseFault> {
  const fault = await mayNot(ground, organisation, agreementId, actor)
  if (fault) return fault
  const token = `pols_${randomBytes(32).toString('base64url')}`
  await ground.store.db
    .insertInto('data_token')
    .values({
      ...{ token_hash: ground.vault.hashToken(token), organisation_id: organisation.id, agreement_id: agreementId },
      ...{ made_by: actor.by, made_at: ground.clock.now().toString(), revoked_at: null, used_on: null },
    })
    .execute()
  await note(ground, organisation, actor, 'data key made', agreementId)
  return { token }
}

/** How many keys work. */
export async function countKeys(
  ground: Ground,
  organisation: Organisation,
  agreementId: string,
  actor: Actor,
): Promise<{ count: number } | ReleaseFault> {
  const fault = await mayNot(ground, organisation, agreementId, actor)
  if (fault) return fault
  const row = await ground.store.db
    .selectFrom('data_token')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisation.id)
    .where('agreement_id', '=', agreementId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count) }
}

/** All keys of an agreement, at once; the agreement itself goes on. */
export async function stopKeys(
  ground: Ground,
  organisation: Organisation,
  agreementId: string,
  actor: Actor,
): Promise<{ stopped: true } | ReleaseFault> {
  if (!mayFetch(actor)) return 'desk-may-not'
  await ground.store.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('data_token')
      .set({ revoked_at: ground.clock.now().toString() })
      .where('organisation_id', '=', organisation.id)
      .where('agreement_id', '=', agreementId)
      .where('revoked_at', 'is', null)
      .execute()
    await noteErasure(ground, trx, 'keys', organisation.id, agreementId)
  })
  await note(ground, organisation, actor, 'data keys stopped', agreementId)
  return { stopped: true }
}

/** What a key opens now; null for one that is unknown, stopped, or whose agreement no longer holds: the answer is the same. */
export async function openedBy(
  ground: Ground,
  token: string,
): Promise<{ organisation: Organisation; sharing: Sharing; hash: string } | null> {
  if (!/^pols_[\w-]{43}$/.test(token)) return null
  const hash = ground.vault.hashToken(token)
  const row = await ground.store.db
    .selectFrom('data_token')
    .select(['organisation_id', 'agreement_id', 'used_on'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const organisation = row && ground.config().organisations.get(row.organisation_id)
  const sharing = organisation && (await readSharing(ground, organisation, row.agreement_id))
  if (!organisation || !sharing || heldBack(sharing)) return null
  const today = todayIn(ground, organisation)
  if (row.used_on !== today)
    await ground.store.db.updateTable('data_token').set({ used_on: today }).where('token_hash', '=', hash).execute()
  return { organisation, sharing, hash }
}

async function mayNot(
  ground: Ground,
  organisation: Organisation,
  agreementId: string,
  actor: Actor,
): Promise<ReleaseFault | null> {
  return mayFetch(actor) ? heldBack(await readSharing(ground, organisation, agreementId)) : 'desk-may-not'
}

const note = (ground: Ground, { id }: Organisation, actor: Actor, action: string, subject: string) =>
  writeAudit(ground.store.db, ground.newId(), {
    ...{ organisationId: id, at: ground.clock.now(), actor: actor.by, action, subject },
  })
