/**
 * Who sees a story and each change of it: the group or thread of its worksheet, and in private each partner who is not
 * there; of one organisation's year those who have a say. One message each, edited when the story changes.
 */
import type { Transaction } from 'kysely'
import type { ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { editSent } from '../store/edit-sent.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import { NO_REST, nextAllowed } from '../timeline/rest.ts'
import type { HeldStory } from './story-read.ts'
import type { Sayer } from './story-verdict.ts'

/**
 * Whoever has no message about it gets one; those that stand somewhere are edited. Nobody is woken for it.
 * @param sayers who has a say in an organisation's year; a joint story goes to its partners
 */
export async function tellStory(
  ground: Ground,
  trx: Transaction<Tables>,
  story: Pick<HeldStory, 'organisationId' | 'id' | 'sheetId' | 'sources'>,
  sayers: readonly Sayer[],
): Promise<void> {
  await showStoryAgain(ground, trx, story)
  const to = story.sheetId === null ? await staffTo(trx, story.organisationId, sayers) : await partnersTo(trx, story)
  if (to.length === 0) return
  const now = ground.clock.now()
  const organisation = ground.config().organisations.get(story.organisationId)
  const rest = organisation && { ...NO_REST, quiet: [organisation.quiet], days: organisation.restDays }
  const allowed = (rest && nextAllowed(now, rest, organisation.timezone)) ?? now
  await trx
    .insertInto('outgoing')
    .values(
      to.map(({ channel, staffId = null, writerId = null, place = null }) => ({
        organisation_id: story.organisationId,
        id: contentHash({ story: story.id, staffId, writerId, place: place?.hash ?? null }).slice(0, 22),
        kind: 'story' as const,
        channel,
        contact_id: null,
        place_id: null,
        staff_id: staffId,
        writer_id: writerId,
        run_id: null,
        digest_id: null,
        // The address under its seal: also a card that is out of date knows where it stands.
        notice: place && JSON.stringify({ place: place.cipher }),
        subject_id: story.id,
        state: 'due' as const,
        send_after: (channel === 'web' || place ? now : allowed).toString(),
        claimed_until: null,
        attempts: 0,
        external_cipher: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .execute()
}

/** Messages about a story that stand somewhere are edited. What was still to leave looks anew by itself. */
export const showStoryAgain = (
  ground: Ground,
  trx: Transaction<Tables>,
  story: { organisationId: string; id: string },
): Promise<void> =>
  editSent(trx, { organisationId: story.organisationId, kind: 'story', subject: story.id }, ground.clock.now())

type To = {
  channel: ChannelName
  staffId?: string
  writerId?: string
  place?: { hash: string; cipher: string }
}

async function staffTo(trx: Transaction<Tables>, organisationId: string, sayers: readonly Sayer[]): Promise<To[]> {
  const ids = sayers.map((sayer) => sayer.ids[0]!)
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('staff')
    .select(['id', 'channel'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, channel }) => ({ channel, staffId: id }))
}

async function partnersTo(
  trx: Transaction<Tables>,
  { sheetId, sources }: Pick<HeldStory, 'sheetId' | 'sources'>,
): Promise<To[]> {
  const sheet = await trx
    .selectFrom('joint_sheet')
    .select(['channel', 'address_hash', 'address_cipher'])
    .where('id', '=', sheetId)
    .executeTakeFirst()
  const place: To[] =
    sheet?.channel && sheet.address_hash && sheet.address_cipher
      ? [{ channel: sheet.channel, place: { hash: sheet.address_hash, cipher: sheet.address_cipher } }]
      : []
  const present = (sources.joint?.partners ?? []).filter(({ left }) => !left).map(({ writerId }) => writerId)
  if (present.length === 0) return place
  const writers = await trx.selectFrom('writer').select(['id', 'channel']).where('id', 'in', present).execute()
  // Who is on another platform than the group reads it in private.
  const apart = writers.filter(({ channel }) => channel !== place[0]?.channel)
  return [...place, ...apart.map(({ id, channel }) => ({ channel, writerId: id }))]
}
