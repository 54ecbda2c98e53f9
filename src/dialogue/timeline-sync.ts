/** Writes the timeline of an organisation's file into the store. What somebody changed in chat stays until the file says something else. */
import type { Transaction } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { MomentConfig } from '../config/timeline.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { contentHash } from '../survey/content-hash.ts'
import { momentDates } from '../timeline/moment-dates.ts'
import { isFixed } from '../timeline/plan.ts'
import { ensureFixedMoments } from './coach-mode.ts'
import { workingYear } from './timeline.ts'

/**
 * Makes sure that the five fixed moments of the file's year are there, and follows the file: new entries
 * are added, changed ones changed, and those that the file no longer has are taken away when nobody touched them.
 * May be called at any time; what is right already stays as it is.
 */
export async function syncTimeline(ground: Ground, organisation: Organisation): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    // Two instances that start at once would both add.
    await trx.selectFrom('organisation').select('id').where('id', '=', organisation.id).forUpdate().executeTakeFirst()
    // Who wrote no timeline gets none: the five come by a button, or with the choice for a year without the coach.
    if (organisation.timeline) await ensureFixedMoments(ground, organisation, organisation.timeline.year, trx)
    await followFile(ground, trx, organisation)
  })
}

type Stored = {
  id: string
  kind: string
  subject_id: string
  on_date: string
  status: string
  by_hand: boolean
  file_hash: string | null
}

async function followFile(ground: Ground, trx: Transaction<Tables>, organisation: Organisation): Promise<void> {
  const { timeline } = organisation
  const rows: Stored[] = await trx
    .selectFrom('moment')
    .select(['id', 'kind', 'subject_id', 'on_date', 'status', 'by_hand', 'file_hash'])
    .where('organisation_id', '=', organisation.id)
    .where('kind', '<>', 'peiling')
    .execute()
  const entries = Object.entries(timeline?.moments ?? {})
  const wanted = new Map(entries.map(([name, one]) => [subjectOf(timeline!.year, name, one), { name, one }]))
  const dates = timeline
    ? momentDates(timeline.moments, workingYear(organisation, timeline.year), datesByHand(rows, wanted, timeline.year))
        .dates
    : new Map<string, string>()
  const at = (row: { kind: string; subject_id: string }) =>
    wanted.get(isFixed(row.kind) ? `${row.kind} ${row.subject_id}` : row.subject_id)
  const following = new Map(rows.flatMap((row) => (at(row) ? [[at(row)!.name, row] as const] : [])))
  for (const [name, one] of entries) {
    const date = dates.get(name)
    if (date !== undefined)
      await follow(ground, trx, organisation.id, timeline!.year, name, one, date, following.get(name))
  }
  for (const row of rows) if (row.file_hash !== null && !at(row)) await letGo(trx, organisation.id, row)
}

/** A fixed moment by its kind and year; another one by year and name, so that next year's may have the same name. */
const subjectOf = (year: number, name: string, { kind }: MomentConfig): string =>
  isFixed(kind) ? `${kind} ${year}` : `${year}/${name}`

/** Where a moment was moved to in chat, what the file lets come after it goes along. */
function datesByHand(
  rows: Stored[],
  wanted: ReadonlyMap<string, { name: string; one: MomentConfig }>,
  year: number,
): Map<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const fixed = isFixed(row.kind)
      if (!row.by_hand || (fixed && row.subject_id !== String(year))) return []
      const entry = wanted.get(fixed ? `${row.kind} ${year}` : row.subject_id)
      // The file says something else by now: then that holds.
      if (entry ? row.file_hash !== contentHash(entry.one) : !fixed) return []
      return [[entry && !fixed ? entry.name : row.kind, row.on_date] as const]
    }),
  )
}

async function follow(
  ground: Ground,
  trx: Transaction<Tables>,
  organisationId: string,
  year: number,
  name: string,
  one: MomentConfig,
  date: string,
  row: Stored | undefined,
): Promise<void> {
  const hash = contentHash(one)
  const planned = {
    kind: one.kind,
    title: one.title ? JSON.stringify(one.title) : null,
    on_date: date,
    owner: one.owner ?? '',
    owner_staff_id: null,
    person: one.person,
    minutes: Math.round(one.hours * 60),
    file_hash: hash,
  }
  if (!row) {
    const subject_id = isFixed(one.kind) ? String(year) : `${year}/${name}`
    await trx
      .insertInto('moment')
      .values({ organisation_id: organisationId, id: ground.newId(), subject_id, ...planned })
      .execute()
    return
  }
  const changed = row.file_hash !== hash
  if (!changed && (row.by_hand || row.on_date === date)) return
  await trx
    .updateTable('moment')
    .set(changed ? { ...planned, by_hand: false } : { on_date: date })
    .$if(row.on_date !== date, (query) => query.set({ reminded_at: null }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', row.id)
    // What is done or dropped is history; a file does not rewrite it.
    .where('status', 'in', ['planned', 'moved'])
    .execute()
}

/** A moment that the file no longer has: gone when nobody touched it, and kept as it is otherwise. The five stay. */
async function letGo(trx: Transaction<Tables>, organisationId: string, row: Stored): Promise<void> {
  const where = { organisation_id: organisationId, id: row.id }
  if (isFixed(row.kind) || row.by_hand || row.status !== 'planned') {
    await trx
      .updateTable('moment')
      .set({ file_hash: null })
      .where('organisation_id', '=', where.organisation_id)
      .where('id', '=', where.id)
      .execute()
    return
  }
  await trx
    .deleteFrom('moment')
    .where('organisation_id', '=', where.organisation_id)
    .where('id', '=', where.id)
    .execute()
}
