/** The part of the desk about digests that were made: giving one to the coach, and posting one again. Who acts is asked again here. */
import { sql } from 'kysely'
import type { Address } from '../channels/port.ts'
import { actorOf } from '../dialogue/actors.ts'
import { resultPurposes } from '../dialogue/coach-mode.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import type { Outcome } from './desk.ts'
import { isWithCoach } from './digest-list.ts'
import { SHARED } from './digest-message.ts'
import { isId, no } from './refused.ts'

export type DigestFault = 'desk-shared-already' | 'desk-no-coach-place' | 'desk-not-a-place'

/** `by` is a staff id, or the door of who acts. */
export interface DigestDesk {
  /** Puts a digest in the coach's places, in a year in which it does not go there by itself: each place once. */
  shareDigest(by: string, organisationId: string, digestId: string): Promise<Outcome<{ digestId: string }>>
  /** Posts a digest anew in a place that results go to; that message is the one that is edited from then on. */
  repostDigest(
    by: string,
    organisationId: string,
    digestId: string,
    place: Address,
  ): Promise<Outcome<{ digestId: string }>>
}

/** @param sweep looks at what is due now, and resolves when it is on its way */
export function createDigestDesk(ground: Ground, sweep: () => Promise<void>): DigestDesk {
  async function check(by: string, organisationId: string, digestId: string, act: 'digest.share' | 'digest.read') {
    const organisation = ground.config().organisations.get(organisationId)
    if (!organisation) return no('desk-no-organisation', { organisation: organisationId })
    const actor = await actorOf(ground, organisation, by)
    if (!actor?.may(act)) return no('desk-may-not')
    const digest = isId(digestId)
      ? await ground.store.db
          .selectFrom('digest')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .where('id', '=', digestId)
          .executeTakeFirst()
      : undefined
    return digest ? { ok: true as const, organisation } : no('desk-no-digest')
  }

  return {
    async shareDigest(by, organisationId, digestId) {
      const checked = await check(by, organisationId, digestId, 'digest.share')
      if (!checked.ok) return checked
      const now = ground.clock.now()
      const places = await ground.store.db
        .selectFrom('place')
        .select(['id', 'channel'])
        .where('organisation_id', '=', organisationId)
        .where('purpose', '=', 'coach')
        .where('state', '=', 'linked')
        .execute()
      if (places.length === 0) return no('desk-no-coach-place')
      const shared = await ground.store.db.transaction().execute(async (trx) => {
        const rows = await trx
          .insertInto('outgoing')
          .values(
            places.map((place) => ({
              organisation_id: organisationId,
              id: `${SHARED}${digestId}.${place.id}`,
              kind: 'digest' as const,
              channel: place.channel,
              contact_id: null,
              place_id: place.id,
              run_id: null,
              digest_id: digestId,
              notice: null,
              subject_id: null,
              state: 'due' as const,
              send_after: now.toString(),
              claimed_until: null,
              attempts: 0,
              external_cipher: null,
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .execute()
        if (rows.length === 0) return false
        const happening = {
          organisationId,
          at: now,
          actor: by,
          action: 'digest shared with the coach',
          subject: digestId,
        }
        await writeAudit(trx, ground.newId(), happening)
        return true
      })
      if (!shared) return no('desk-shared-already')
      await sweep()
      return { ok: true, value: { digestId } }
    },
    async repostDigest(by, organisationId, digestId, place) {
      const checked = await check(by, organisationId, digestId, 'digest.read')
      if (!checked.ok) return checked
      const purposes = await resultPurposes(ground, checked.organisation)
      const found = await ground.store.db
        .selectFrom('place')
        .select(['id', 'channel', 'purpose'])
        .where('organisation_id', '=', organisationId)
        .where('channel', '=', place.channel)
        .where('address_hash', '=', ground.vault.hashAddress(place))
        .where('purpose', 'in', purposes)
        .where('state', '=', 'linked')
        .limit(1)
        .executeTakeFirst()
      if (!found) return no('desk-not-a-place')
      // Of a time without the coach: what was not shared does not come there by being asked for.
      if (found.purpose === 'coach' && !(await isWithCoach(ground, organisationId, digestId)))
        return no('desk-not-a-place')
      // Another id, so that the platform does not take it for the message it had before.
      await sql`insert into outgoing (organisation_id, id, kind, channel, place_id, digest_id, state, send_after, attempts)
        values (${organisationId}, ${ground.newId()}, 'digest', ${found.channel}, ${found.id}, ${digestId}, 'due', ${ground.clock.now().toString()}::timestamptz, 0)
        on conflict (organisation_id, digest_id, place_id) where kind = 'digest' do update
          set id = excluded.id, state = 'due', send_after = excluded.send_after, claimed_until = null, attempts = 0, external_cipher = null`.execute(
        ground.store.db,
      )
      await sweep()
      return { ok: true, value: { digestId } }
    },
  }
}
