/** Erasing what somebody wrote in their own worksheet: a field, all of it, or everything there is of them. */

import type { Transaction } from 'kysely'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import type { Tables } from '../store/tables.ts'
import { eraseFromJoints } from './joint-leave.ts'
import { endShares } from './sheet-shares.ts'

/** The field, and every copy that was shared of it: also where the joint sheet is closed, for erasing goes further than taking back. */
export async function eraseField(ground: Ground, writerId: string, field: string): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    for (const { sheet_id, id } of await partsOf(trx, writerId)) await endShares(ground, trx, sheet_id, id, { field })
    await noteErasure(ground, trx, 'field', writerId, field)
    await trx.deleteFrom('sheet_field').where('writer_id', '=', writerId).where('field', '=', field).execute()
  })
}

/** The whole own worksheet with every copy of it; the writer stays, and so does what they wrote together with others. */
export async function eraseSheet(ground: Ground, writerId: string): Promise<void> {
  await ground.store.db.transaction().execute(async (trx) => {
    for (const { sheet_id, id } of await partsOf(trx, writerId)) await endShares(ground, trx, sheet_id, id, 'given')
    await noteErasure(ground, trx, 'sheet', writerId)
    await trx.deleteFrom('sheet_field').where('writer_id', '=', writerId).execute()
    await trx.deleteFrom('staff_link').where('writer_id', '=', writerId).execute()
  })
}

/** Everything: the own worksheet, the words in joint ones, the account. Done twice it is the same. */
export async function eraseWriter(ground: Ground, writerId: string): Promise<void> {
  await eraseSheet(ground, writerId)
  await eraseFromJoints(ground, writerId)
  await ground.store.db.transaction().execute(async (trx) => {
    await noteErasure(ground, trx, 'writer', writerId)
    await trx.deleteFrom('outgoing').where('writer_id', '=', writerId).execute()
    await trx.deleteFrom('sheet_field').where('writer_id', '=', writerId).execute()
    await trx.deleteFrom('staff_link').where('writer_id', '=', writerId).execute()
    await trx.deleteFrom('writer').where('id', '=', writerId).execute()
  })
}

const partsOf = (trx: Transaction<Tables>, writerId: string) =>
  trx.selectFrom('joint_partner').select(['sheet_id', 'id']).where('writer_id', '=', writerId).execute()
