/** The own worksheet: one row a field, sealed under a key of its writer; saved as they go. */

import type { Kysely } from 'kysely'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import type { Tables } from '../store/tables.ts'
import { cleanText, lengthOf } from '../survey/read-reply.ts'
import { SHEET_FIELDS, SHEET_STEPS, type SheetField } from './sheet-fields.ts'
import { sealPrivate } from './sheet-private.ts'

/** What was filled in: words, options, or both (a choice may have words beside it). */
export type FieldValue = { codes?: string[]; text?: string }

/** The own worksheet without its private field: of that only whether something is written. */
export type OwnSheet = {
  values: ReadonlyMap<string, FieldValue>
  /** Keys of every field in which something is written, the private one among them. */
  written: ReadonlySet<string>
}

export async function readOwn(
  ground: Ground,
  writerId: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<OwnSheet> {
  const rows = await db
    .selectFrom('sheet_field')
    .select('field')
    // The private one is not even fetched.
    .select((eb) => eb.case().when('field', 'in', OPEN_KEYS).then(eb.ref('cipher')).else(null).end().as('cipher'))
    .where('writer_id', '=', writerId)
    .execute()
  const values = rows.flatMap(({ field, cipher }): [string, FieldValue][] =>
    cipher === null ? [] : [[field, JSON.parse(ground.vault.unseal('sheet', writerId, cipher)) as FieldValue]],
  )
  return { values: new Map(values), written: new Set(rows.map(({ field }) => field)) }
}

/** Keeps a field; an empty value takes it away, the copies that were shared of it not. */
export async function keepField(
  ground: Ground,
  writerId: string,
  field: SheetField,
  value: FieldValue | null,
): Promise<void> {
  const { db } = ground.store
  if (!value || isEmpty(value)) {
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('sheet_field').where('writer_id', '=', writerId).where('field', '=', field.key).execute()
      // Copies that were shared stay: only the own field goes.
      await noteErasure(ground, trx, 'own-field', writerId, field.key)
    })
    return
  }
  const cipher =
    field.visibility === 'private'
      ? sealPrivate(ground, writerId, value)
      : ground.vault.seal('sheet', writerId, JSON.stringify(value))
  const kept = { cipher, written_at: ground.clock.now().toString() }
  await db
    .insertInto('sheet_field')
    .values({ writer_id: writerId, field: field.key, ...kept })
    .onConflict((conflict) => conflict.columns(['writer_id', 'field']).doUpdateSet(kept))
    .execute()
}

/** Typed words as they are kept, or why they are not; `length` in characters as a person counts them. */
export function readWords(
  field: SheetField,
  text: string,
): { ok: true; text: string } | { ok: false; fault: 'empty' | 'long'; length: number } {
  const clean = cleanText(text)
  const length = clean === null ? 0 : lengthOf(clean)
  if (clean === null) return { ok: false, fault: 'empty', length }
  return length > field.max ? { ok: false, fault: 'long', length } : { ok: true, text: clean }
}

/** Options of a field in the order of the sheet, without what is no option. */
export const knownCodes = (field: SheetField, codes: readonly string[]): string[] =>
  (field.options ?? []).filter((option) => codes.includes(option))

export const fieldOf = (key: string | undefined): SheetField | null =>
  SHEET_FIELDS.find((field) => field.key === key) ?? null

/** Number of the step of a field, from 1, and which field of that step, from 1. */
export function placeOf(field: SheetField): { step: number; part: number; parts: number } {
  const step = SHEET_STEPS.findIndex((fields) => fields.includes(field))
  const fields = SHEET_STEPS[step]!
  return { step: step + 1, part: fields.indexOf(field) + 1, parts: fields.length }
}

const isEmpty = ({ codes = [], text = '' }: FieldValue): boolean => codes.length === 0 && text === ''

const OPEN_KEYS = SHEET_FIELDS.filter(({ visibility }) => visibility === 'own').map(({ key }) => key)
