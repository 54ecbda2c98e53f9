/** Sessions made ahead by the rule of their series, and kept to it while nobody changed them by hand. */
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { durationOf } from '../timeline/durations.ts'
import { type Occurrence, occurrences } from '../timeline/occurrences.ts'

/**
 * Makes the sessions of the coming 60 days, each occurrence once. What somebody changed by hand stays as it is;
 * a session of the rule that the rule no longer has is taken away when nothing was asked about it.
 * @returns how many were made, changed or taken away
 */
export async function planSessions(ground: Ground, organisation: Organisation, now: Temporal.Instant): Promise<number> {
  const until = now.add({ hours: 24 * DAYS_AHEAD })
  let changed = 0
  for (const [seriesId, series] of Object.entries(organisation.series)) {
    // From one length of a session back: one that is going on was planned before it began.
    const from = now.subtract(durationOf(series.duration))
    const wanted = new Map(occurrences(series, organisation.timezone, from, until).map((one) => [one.key, one]))
    for (const { row, one } of pair(
      await readPlanned(ground, organisation, seriesId, from.subtract({ hours: 24 })),
      wanted,
    )) {
      if (row.by_hand || row.starts_at.getTime() <= now.epochMilliseconds) continue
      if (await follow(ground, organisation.id, row, one)) changed++
    }
    const first = wanted.size > 0 ? await firstAsked(ground, organisation.id, seriesId) : null
    for (const one of wanted.values()) {
      // Only a clock that jumped back comes to a day before the first that was asked about: nobody was here then.
      if (first !== null && one.startsAt.epochMilliseconds < first.getTime()) continue
      const made = await ground.store.db
        .insertInto('session')
        .values({
          organisation_id: organisation.id,
          id: ground.newId(),
          series_id: seriesId,
          occurrence: one.key,
          starts_at: one.startsAt.toInstant().toString(),
          ends_at: one.endsAt.toInstant().toString(),
          theme: one.theme,
          headcount: null,
          state: 'planned',
          by_hand: false,
        })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'series_id', 'occurrence']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (made) changed++
    }
  }
  return changed
}

/** When the first session of a series began about which people were asked; null for none yet. */
async function firstAsked(ground: Ground, organisationId: string, seriesId: string): Promise<Date | null> {
  const { first } = await ground.store.db
    .selectFrom('session')
    .innerJoin('round', (join) =>
      join.onRef('round.organisation_id', '=', 'session.organisation_id').onRef('round.session_id', '=', 'session.id'),
    )
    .where('session.organisation_id', '=', organisationId)
    .where('session.series_id', '=', seriesId)
    .select((eb) => eb.fn.min('session.starts_at').as('first'))
    .executeTakeFirstOrThrow()
  return first
}

type Planned = {
  id: string
  occurrence: string
  starts_at: Date
  ends_at: Date
  theme: string | null
  by_hand: boolean
}

/** Sessions of the rule from `from` on, by the time they have or by the time the rule had for them. */
async function readPlanned(
  ground: Ground,
  organisation: Organisation,
  seriesId: string,
  from: Temporal.Instant,
): Promise<Planned[]> {
  const day = from.toZonedDateTimeISO(organisation.timezone).toPlainDate().toString()
  const rows = await ground.store.db
    .selectFrom('session')
    .select(['id', 'occurrence', 'starts_at', 'ends_at', 'theme', 'by_hand'])
    .where('organisation_id', '=', organisation.id)
    .where('series_id', '=', seriesId)
    .where('occurrence', 'is not', null)
    .where((eb) => eb.or([eb('starts_at', '>=', from.toString() as never), eb('occurrence', '>=', day)]))
    .orderBy('occurrence')
    .execute()
  return rows as Planned[]
}

/**
 * Finds for every session what the rule now says of it, and takes that out of `wanted`. When the rule gives a day
 * another time, the session of that day is still the same session: one that was moved or cancelled does not come back.
 */
function pair(
  known: readonly Planned[],
  wanted: Map<string, Occurrence>,
): { row: Planned; one: Occurrence | undefined }[] {
  const pairs = known.map((row) => ({ row, one: wanted.get(row.occurrence) }))
  for (const { one } of pairs) if (one) wanted.delete(one.key)
  for (const lone of pairs) {
    if (lone.one) continue
    lone.one = [...wanted.values()].find((one) => one.key.slice(0, 10) === lone.row.occurrence.slice(0, 10))
    if (lone.one) wanted.delete(lone.one.key)
  }
  return pairs
}

async function follow(
  ground: Ground,
  organisationId: string,
  row: Planned,
  one: Occurrence | undefined,
): Promise<boolean> {
  if (!one) {
    await ground.store.db
      .deleteFrom('session')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', row.id)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('round')
              .select('round.id')
              .whereRef('round.organisation_id', '=', 'session.organisation_id')
              .whereRef('round.session_id', '=', 'session.id'),
          ),
        ),
      )
      .execute()
    return true
  }
  const same =
    row.occurrence === one.key &&
    row.starts_at.getTime() === one.startsAt.epochMilliseconds &&
    row.ends_at.getTime() === one.endsAt.epochMilliseconds &&
    row.theme === one.theme
  if (same) return false
  await ground.store.db
    .updateTable('session')
    .set({
      occurrence: one.key,
      starts_at: one.startsAt.toInstant().toString(),
      ends_at: one.endsAt.toInstant().toString(),
      theme: one.theme,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', row.id)
    .where('by_hand', '=', false)
    .execute()
  return true
}

const DAYS_AHEAD = 60
