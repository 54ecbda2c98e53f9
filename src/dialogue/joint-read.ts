/** Reading a joint worksheet. What somebody wrote apart is not even looked up for others before all is shown at once. */
import type { Kysely } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Tables } from '../store/tables.ts'
import { type Joint, type JointEntry, type JointPartner, keeperOf } from './joint.ts'

/**
 * @param forPartner id of the partner who reads: gets their own unique contribution also before the reveal; absent for
 *   what everybody may see
 * @returns null for a sheet that is not there
 * @throws EngineError when it was written with another key
 */
export async function readJoint(
  ground: Ground,
  sheetId: string,
  forPartner?: string,
  db: Kysely<Tables> = ground.store.db,
): Promise<Joint | null> {
  const sheet = await db.selectFrom('joint_sheet').selectAll().where('id', '=', sheetId).executeTakeFirst()
  if (!sheet) return null
  const revealed = sheet.revealed_at !== null
  const partners = await partnersOf(db, sheetId)
  const rows = await db
    .selectFrom('joint_entry')
    .selectAll()
    .where('sheet_id', '=', sheetId)
    .$if(!revealed, (query) =>
      query.where((eb) =>
        eb.or([eb('step', '<>', APART), ...(forPartner === undefined ? [] : [eb('partner_id', '=', forPartner)])]),
      ),
    )
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  const wrote = await db
    .selectFrom('joint_entry')
    .select('partner_id')
    .distinct()
    .where('sheet_id', '=', sheetId)
    .where('step', '=', APART)
    .execute()
  const entries = rows
    .map(
      (row): JointEntry => ({
        id: row.id,
        step: row.step,
        partnerId: row.partner_id,
        ...openWords(ground, sheetId, row.cipher),
        writtenAt: Temporal.Instant.fromEpochMilliseconds(row.written_at.getTime()),
      }),
    )
    // Somebody who skips what is written apart leaves empty words: that they are ready counts, not what they said.
    .filter(({ text }) => text !== '')
  return {
    organisationId: sheet.organisation_id,
    id: sheet.id,
    title: ground.vault.unseal('joint', sheet.id, sheet.title_cipher),
    state: sheet.state,
    step: sheet.step,
    revealed,
    partners,
    entries,
    wrote: wrote.map((row) => row.partner_id).toSorted(),
    keeper: keeperOf(partners, sheet.made_by),
    placed: sheet.address_cipher !== null,
  }
}

export type JointLine = {
  organisationId: string
  id: string
  title: string
  state: 'open' | 'closed'
  partnerId: string
}

/** The joint worksheets in which this writer takes part now, newest first. */
export async function jointsOf(ground: Ground, writerId: string): Promise<JointLine[]> {
  const rows = await ground.store.db
    .selectFrom('joint_sheet')
    .innerJoin('joint_partner', 'joint_partner.sheet_id', 'joint_sheet.id')
    .where('joint_partner.writer_id', '=', writerId)
    .where('joint_partner.left_at', 'is', null)
    .select(['organisation_id', 'joint_sheet.id', 'title_cipher', 'state', 'joint_partner.id as partner_id'])
    .orderBy('made_at', 'desc')
    .orderBy('joint_sheet.id')
    .execute()
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    id: row.id,
    title: ground.vault.unseal('joint', row.id, row.title_cipher),
    state: row.state,
    partnerId: row.partner_id,
  }))
}

/** As which partner this writer takes part in this sheet now; null when they do not. */
export async function partnerAt(ground: Ground, sheetId: string, writerId: string): Promise<string | null> {
  const row = await ground.store.db
    .selectFrom('joint_partner')
    .select('id')
    .where('sheet_id', '=', sheetId)
    .where('writer_id', '=', writerId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Those who take part or did and left their words, in the order in which they came. */
export async function partnersOf(db: Kysely<Tables>, sheetId: string): Promise<JointPartner[]> {
  const rows = await db
    .selectFrom('joint_partner')
    .innerJoin('writer', 'writer.id', 'joint_partner.writer_id')
    .where('sheet_id', '=', sheetId)
    .select(['joint_partner.id', 'writer_id', 'joint_partner.partner', 'writer.name', 'left_at'])
    .orderBy('joined_at')
    .orderBy('joint_partner.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    writerId: row.writer_id,
    partner: row.partner,
    name: row.name,
    left: row.left_at !== null,
  }))
}

export type JointWords = { text: string; also?: string }

/** Words of a joint sheet, under its own key. What is written apart is as long in the table, whatever stands in it. */
export function sealWords(ground: Ground, sheetId: string, step: string, words: JointWords): string {
  const text = JSON.stringify(words)
  const room = step === APART ? Math.max(APART_BYTES - Buffer.byteLength(text), 0) : 0
  return ground.vault.seal('joint', sheetId, text + ' '.repeat(room))
}

export const openWords = (ground: Ground, sheetId: string, cipher: string): JointWords =>
  JSON.parse(ground.vault.unseal('joint', sheetId, cipher)) as JointWords

/** The one step that each writes apart. */
export const APART = 'unique'

/** More than the longest words take: 300 signs of at most four bytes, or of six where JSON writes them out. */
const APART_BYTES = 2000
