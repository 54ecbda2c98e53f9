/** Who sees that a joint worksheet changed: the card in its place is edited, and each partner hears of what matters, once. */
import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { editSent } from '../store/edit-sent.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import { NO_REST, nextAllowed } from '../timeline/rest.ts'

/** revealed: what each wrote apart is shown; closed: nothing changes any more; off: this partner was taken off it. */
export type JointNews = 'revealed' | 'closed' | 'off'

/** What `outgoing.subject_id` holds for a row of kind `joint`: the card in a place, or word to a partner. */
export const cardSubject = (sheetId: string): string => `${sheetId}:card`
export const newsSubject = (sheetId: string, news: JointNews): string => `${sheetId}:${news}`

/** Null for a subject that this version does not know. */
export function jointSubject(subject: string): { sheetId: string; what: 'card' | JointNews } | null {
  const [sheetId = '', what = ''] = subject.split(':')
  const known = (['card', 'revealed', 'closed', 'off'] as const).find((one) => one === what)
  return known ? { sheetId, what: known } : null
}

/** The card that stands in a place is edited: what it says changed. */
export const showJointAgain = (
  ground: Ground,
  trx: Transaction<Tables>,
  sheet: { organisationId: string; id: string },
): Promise<void> =>
  editSent(
    trx,
    { organisationId: sheet.organisationId, kind: 'joint', subject: cardSubject(sheet.id) },
    ground.clock.now(),
  )

/** A card for a place. Its row holds the sealed address itself: also a card that has to say farewell knows where it stands. */
export async function queueCard(
  ground: Ground,
  trx: Transaction<Tables>,
  sheet: { organisationId: string; id: string },
  place: { channel: 'telegram' | 'discord' | 'web'; cipher: string },
): Promise<void> {
  await trx
    .insertInto('outgoing')
    .values({
      ...ROW,
      organisation_id: sheet.organisationId,
      id: ground.newId(),
      channel: place.channel,
      notice: JSON.stringify({ place: place.cipher }),
      subject_id: cardSubject(sheet.id),
      send_after: ground.clock.now().toString(),
    })
    .execute()
}

/** Word to these writers, in private, when their organisation does not rest. */
export async function tellWriters(
  ground: Ground,
  trx: Transaction<Tables>,
  sheet: { organisationId: string; id: string },
  writerIds: readonly string[],
  news: JointNews,
): Promise<void> {
  const writers = writerIds.length
    ? await trx.selectFrom('writer').select(['id', 'channel']).where('id', 'in', writerIds).execute()
    : []
  if (writers.length === 0) return
  const now = ground.clock.now()
  const organisation = ground.config().organisations.get(sheet.organisationId)
  const rest = organisation && { ...NO_REST, quiet: [organisation.quiet], days: organisation.restDays }
  const allowed = (rest && nextAllowed(now, rest, organisation.timezone)) ?? now
  const subject = newsSubject(sheet.id, news)
  // Somebody who was taken off, came back and was taken off again hears it twice.
  const mark = news === 'off' ? now.epochMilliseconds : 0
  await trx
    .insertInto('outgoing')
    .values(
      writers.map(({ id, channel }) => ({
        ...ROW,
        organisation_id: sheet.organisationId,
        id: contentHash({ subject, writer: id, mark }).slice(0, 22),
        channel,
        writer_id: id,
        subject_id: subject,
        send_after: (channel === 'web' ? now : allowed).toString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .execute()
}

const ROW = {
  kind: 'joint',
  contact_id: null,
  place_id: null,
  staff_id: null,
  run_id: null,
  digest_id: null,
  notice: null,
  state: 'due',
  claimed_until: null,
  attempts: 0,
  external_cipher: null,
} as const
