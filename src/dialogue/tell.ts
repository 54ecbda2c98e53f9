/** Who hears of a proposal, in private: who may agree, and who proposed it. What they read is looked up when it is sent. */
import type { Transaction } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { editSent } from '../store/edit-sent.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import { NO_REST, nextAllowed } from '../timeline/rest.ts'
import { currentYear, withCoach } from './coach-mode.ts'

/**
 * What a row says of a proposal. ask: the proposal itself; late: a week of silence; done: what became of it; note: a
 * word about it; paused, resumed, stopped: of what was agreed.
 */
export type News =
  | { what: 'ask' | 'late' | 'done' | 'paused' | 'resumed' | 'stopped' }
  | { what: 'note'; noteId: string }

/** What `outgoing.subject_id` holds for a row of kind `proposal`. */
export const subjectOf = (proposalId: string, news: News): string =>
  [proposalId, news.what, ...(news.what === 'note' ? [news.noteId] : [])].join(':')

/** Null for a subject that this version does not know. */
export function newsOf(subject: string): { id: string; news: News } | null {
  const [id = '', what = '', noteId = ''] = subject.split(':')
  if (what === 'note') return { id, news: { what, noteId } }
  const plain = PLAIN.find((one) => one === what)
  return plain ? { id, news: { what: plain } } : null
}

const PLAIN = ['ask', 'late', 'done', 'paused', 'resumed', 'stopped'] as const

export type Concerned = {
  id: string
  proposed_by: string | null
  proposed_key: string | null
  made_key: string | null
}

/**
 * Everybody who may agree hears of it, but for who made or proposed it; each of them once.
 * @returns how many can agree
 */
export async function tellLeads(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  proposal: Concerned,
  news: News,
): Promise<number> {
  const leads = (await inOffice(ground, trx, organisation.id, ['lead'])).filter(
    ({ address_hash }) => address_hash !== proposal.proposed_key && address_hash !== proposal.made_key,
  )
  await queue(ground, trx, organisation, subjectOf(proposal.id, news), leads.map(toStaff))
  return leads.length
}

/**
 * Who proposed it hears in private. Where that was a door, or somebody whose role ended, the place where that side reads.
 */
export async function tellProposer(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  proposal: Concerned,
  news: News,
): Promise<void> {
  const self = (await inOffice(ground, trx, organisation.id)).find(({ id }) => id === proposal.proposed_by)
  if (self) return queue(ground, trx, organisation, subjectOf(proposal.id, news), [toStaff(self)])
  const purpose = (await withCoach(ground, organisation, currentYear(ground, organisation), trx)) ? 'coach' : 'team'
  // The page itself shows where each survey stands.
  const places = await trx
    .selectFrom('place')
    .select(['id', 'channel'])
    .where('organisation_id', '=', organisation.id)
    .where('purpose', '=', purpose)
    .where('state', '=', 'linked')
    .where('channel', '<>', 'web')
    .execute()
  const to = places.map(({ id, channel }) => ({ channel, placeId: id, staffId: null }))
  await queue(ground, trx, organisation, subjectOf(proposal.id, news), to)
}

/** Coach and leads hear that something was paused, goes on or was stopped; not who did it. */
export async function tellBothSides(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  subject: { id: string; but: string | null },
  news: News,
): Promise<void> {
  const people = await inOffice(ground, trx, organisation.id, ['lead', 'coach'])
  const others = people.filter(({ address_hash }) => address_hash !== subject.but)
  // Paused twice is told twice.
  const mark = ground.clock.now().epochMilliseconds.toString(36)
  await queue(ground, trx, organisation, subjectOf(subject.id, news), others.map(toStaff), mark)
}

/** Messages about a proposal that stand somewhere are edited: what they say changed. What was still to leave looks anew by itself. */
export async function showAgain(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  proposalId: string,
): Promise<void> {
  const about = { organisationId, kind: 'proposal' as const, subject: subjectOf(proposalId, { what: 'ask' }) }
  await editSent(trx, about, ground.clock.now())
}

async function inOffice(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  roles?: ('lead' | 'coach')[],
) {
  const now = ground.clock.now().toString()
  return trx
    .selectFrom('staff')
    .select(['id', 'channel', 'address_hash'])
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now as never)]))
    .$if(roles !== undefined, (query) => query.where('role', 'in', roles!))
    .orderBy('granted_at')
    .orderBy('id')
    .execute()
}

type To = { channel: ChannelName; staffId: string | null; placeId: string | null }
const toStaff = ({ id, channel }: { id: string; channel: ChannelName }): To => ({ channel, staffId: id, placeId: null })

async function queue(
  ground: Ground,
  trx: Transaction<Tables>,
  organisation: Organisation,
  subject: string,
  to: readonly To[],
  mark = '',
): Promise<void> {
  if (to.length === 0) return
  const now = ground.clock.now()
  const rest = { ...NO_REST, quiet: [organisation.quiet], days: organisation.restDays }
  const allowed = nextAllowed(now, rest, organisation.timezone) ?? now
  await trx
    .insertInto('outgoing')
    .values(
      to.map(({ channel, staffId, placeId }) => ({
        organisation_id: organisation.id,
        id: contentHash({ subject, staffId, placeId, mark }).slice(0, 22),
        kind: 'proposal' as const,
        channel,
        contact_id: null,
        place_id: placeId,
        staff_id: staffId,
        run_id: null,
        digest_id: null,
        notice: null,
        subject_id: subject,
        state: 'due' as const,
        send_after: (channel === 'web' ? now : allowed).toString(),
        claimed_until: null,
        attempts: 0,
        external_cipher: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .execute()
}
