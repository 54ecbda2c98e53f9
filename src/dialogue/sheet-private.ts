/**
 * The one field of the own worksheet that nobody but its writer ever sees. It has a key of its own purpose for each
 * writer, and this is the only file that opens it: no list, joint sheet, story, export or page of anybody else reads here.
 */
import type { Ground } from '../ground.ts'
import type { FieldValue } from './sheet-own.ts'

/** For the writer's own private chat and own page, and nothing else; null while nothing is written. */
export async function readPrivate(ground: Ground, writerId: string, field: string): Promise<FieldValue | null> {
  const row = await ground.store.db
    .selectFrom('sheet_field')
    .select('cipher')
    .where('writer_id', '=', writerId)
    .where('field', '=', field)
    .executeTakeFirst()
  return row ? (JSON.parse(ground.vault.unseal('private', writerId, row.cipher)) as FieldValue) : null
}

/** @returns what may lie in the table: filled up, so that not even its length tells how much was written */
export function sealPrivate(ground: Ground, writerId: string, value: FieldValue): string {
  const text = JSON.stringify(value)
  const bytes = Math.ceil(Buffer.byteLength(text) / BLOCK_BYTES) * BLOCK_BYTES
  return ground.vault.seal('private', writerId, text.padEnd(text.length + bytes - Buffer.byteLength(text)))
}

const BLOCK_BYTES = 2048
