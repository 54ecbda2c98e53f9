/** A word before a moment on the timeline, to its owner and to nobody else: once, two days ahead, outside quiet hours. */
import type { Organisation } from '../config/organisation.ts'
import { currentYear } from '../dialogue/coach-mode.ts'
import { readOwners } from '../dialogue/moment-owners.ts'
import { syncTimeline } from '../dialogue/timeline-sync.ts'
import type { Ground } from '../ground.ts'
import { FIXED_KINDS } from '../timeline/plan.ts'
import { allowedFor } from './rest-of.ts'

/** How many days before the moment. */
export const DAYS_AHEAD = 2

/** Queues what is to be said of the moments of the coming days. */
export async function remindMoments(ground: Ground, organisation: Organisation, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO(organisation.timezone).toPlainDate()
  const rows = await ground.store.db
    .selectFrom('moment')
    .select(['id', 'kind', 'owner', 'owner_staff_id', 'on_date'])
    .where('organisation_id', '=', organisation.id)
    .where('kind', '<>', 'peiling')
    .where('status', 'in', ['planned', 'moved'])
    .where('reminded_at', 'is', null)
    .where('on_date', '>=', today.toString())
    .where('on_date', '<=', today.add({ days: DAYS_AHEAD }).toString())
    .execute()
  if (rows.length === 0) return
  const ownerOf = await readOwners(ground, organisation.id)
  const at = reminderTime(now, organisation)
  const day = at.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  for (const row of rows) {
    const owner = ownerOf(row)
    if (owner?.reachable && day <= row.on_date) await queue(ground, organisation.id, row.id, owner.staffId, now, at)
  }
}

/** The first moment outside quiet hours. School hours and exam weeks are for young people. */
export const reminderTime = (now: Temporal.Instant, organisation: Organisation): Temporal.Instant =>
  allowedFor(now, { ...organisation, schoolHours: 'none', restDays: [] }, { rest: null, pausedUntil: null }, null) ??
  now

/** In a new working year its fixed moments come first. */
export async function greetYear(ground: Ground, organisation: Organisation): Promise<void> {
  const there = await ground.store.db
    .selectFrom('moment')
    .select('kind')
    .where('organisation_id', '=', organisation.id)
    .where('kind', 'in', [...FIXED_KINDS])
    .where('subject_id', '=', String(currentYear(ground, organisation)))
    .execute()
  if (there.length < FIXED_KINDS.length) await syncTimeline(ground, organisation)
}

async function queue(
  ground: Ground,
  organisationId: string,
  momentId: string,
  staffId: string,
  now: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    const first = await trx
      .updateTable('moment')
      .set({ reminded_at: now.toString() })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', momentId)
      .where('reminded_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!first) return
    await trx
      .insertInto('outgoing')
      .columns([
        'organisation_id',
        'id',
        'kind',
        'channel',
        'staff_id',
        'subject_id',
        'state',
        'send_after',
        'attempts',
      ])
      .expression((eb) =>
        eb
          .selectFrom('staff')
          .select((one) => [
            'staff.organisation_id',
            one.val(ground.newId()).as('id'),
            one.val('moment' as const).as('kind'),
            'staff.channel',
            'staff.id as staff_id',
            one.val(momentId).as('subject_id'),
            one.val('due' as const).as('state'),
            one.cast<Date>(one.val(at.toString()), 'timestamptz').as('send_after'),
            one.cast<number>(one.val(0), 'integer').as('attempts'),
          ])
          .where('staff.organisation_id', '=', organisationId)
          .where('staff.id', '=', staffId),
      )
      .execute()
  })
}
