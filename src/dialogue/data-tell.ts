/** Who hears of an agreement on data, in private: who may agree, who proposed it, both sides when it ends. */
import type { Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { editSent } from '../store/edit-sent.ts'
import type { StaffRole, Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import { NO_REST, nextAllowed } from '../timeline/rest.ts'

/** ask: the proposal itself; done: what was decided, to who proposed it; ended: to both sides. */
export type SharingNews = 'ask' | 'done' | 'ended'

/** What `outgoing.subject_id` holds for a row of kind `data`. */
const subjectOf = (id: string, news: SharingNews): string => `${id}:${news}`

/** Null for a subject that this version does not know. */
export function sharingNewsOf(subject: string): { id: string; news: SharingNews } | null {
  const [id = '', what = ''] = subject.split(':')
  const news = NEWS.find((one) => one === what)
  return news ? { id, news } : null
}

/**
 * @param about.by who proposed it; `key` whose account is not told: they know
 * @returns how many people it goes to
 */
export async function tellOfSharing(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  about: { id: string; by: string; key: string | null },
  news: SharingNews,
): Promise<number> {
  const now = ground.clock.now()
  const people = await trx
    .selectFrom('staff')
    .select(['id', 'role', 'channel', 'address_hash'])
    .where('organisation_id', '=', organisation.id)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now.toString() as never)]))
    .orderBy('granted_at')
    .orderBy('id')
    .execute()
  const leads = ({ role }: { role: StaffRole }) => role === 'lead'
  const told = people.filter((one) => {
    if (news === 'done') return one.id === about.by
    if (one.address_hash === about.key) return false
    return news === 'ask' ? leads(one) : leads(one) || one.id === about.by
  })
  if (told.length === 0) return 0
  const subject = subjectOf(about.id, news)
  const rest = { ...NO_REST, quiet: [organisation.quiet], days: organisation.restDays }
  const allowed = nextAllowed(now, rest, organisation.timezone) ?? now
  await trx
    .insertInto('outgoing')
    .values(
      told.map(({ id, channel }) => ({
        ...{ organisation_id: organisation.id, id: contentHash({ subject, staffId: id }).slice(0, 22) },
        ...{ kind: 'data' as const, channel, contact_id: null, place_id: null, staff_id: id },
        ...{ run_id: null, digest_id: null, notice: null, subject_id: subject, state: 'due' as const },
        send_after: (channel === 'web' ? now : allowed).toString(),
        ...{ claimed_until: null, attempts: 0, external_cipher: null },
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .execute()
  return told.length
}

/** Messages with the question stand corrected: it is decided, or over. */
export const showSharingAgain = (
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  id: string,
): Promise<void> => editSent(trx, { organisationId, kind: 'data', subject: subjectOf(id, 'ask') }, ground.clock.now())

const NEWS = ['ask', 'done', 'ended'] as const
