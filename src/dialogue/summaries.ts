/** What somebody hands in about interviews: a summary, never who said what. One a moment; the newest counts. */

import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { noteAct } from '../people/note-act.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { coverNames, scrub } from '../survey/scrub.ts'

export type Summary = { text: string; name: string; byStaffId: string; writtenAt: Temporal.Instant }
/** Keys in the words files. */
export type SummaryFault = 'third-empty' | 'third-long'

/** Most characters. */
export const LONGEST_SUMMARY = 3000

/**
 * Keeps a summary, without numbers, addresses and links. A name may be left in it: `names` says so.
 * @param by a staff id
 */
export async function handIn(
  ground: Ground,
  organisation: Organisation,
  momentId: string,
  by: { staffId: string; name: string },
  text: string,
): Promise<{ names: boolean } | SummaryFault> {
  const written = text.replace(STEERING, ' ').trim()
  if (written === '') return 'third-empty'
  if (written.length > LONGEST_SUMMARY) return 'third-long'
  const clean = scrub(written, organisation.language)
  const now = ground.clock.now()
  const kept = {
    text_cipher: ground.vault.encryptText(coverNames(clean.text, organisation.language)),
    ...{ by_staff_id: by.staffId, by_name: by.name, written_at: now.toString() },
  }
  await ground.store.db
    .insertInto('summary')
    .values({ organisation_id: organisation.id, moment_id: momentId, ...kept })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'moment_id']).doUpdateSet(kept))
    .execute()
  await noteAct(ground, ground.store.db, organisation.id, by.staffId, 'summary handed in', momentId)
  return { names: clean.names }
}

export async function readSummary(ground: Ground, organisationId: string, momentId: string): Promise<Summary | null> {
  const row = await ground.store.db
    .selectFrom('summary')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('moment_id', '=', momentId)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...{ text: ground.vault.decryptText(row.text_cipher), name: row.by_name, byStaffId: row.by_staff_id },
    writtenAt: Temporal.Instant.fromEpochMilliseconds(row.written_at.getTime()),
  }
}

export async function eraseSummary(
  ground: Ground,
  organisation: Organisation,
  momentId: string,
  by: string,
): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('summary')
      .where('organisation_id', '=', organisation.id)
      .where('moment_id', '=', momentId)
      .execute()
    await noteErasure(ground, trx, 'summary', organisation.id, momentId)
    await noteAct(ground, trx, organisation.id, by, 'summary erased', momentId)
  })
}

/** But for the end of a line: a summary has paragraphs. */
const STEERING = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu
