/** What one partner shares with another, as the message in which the other reads it: the list of fields, or one of them. */
import type { Choice, Line } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Words } from '../words/words.ts'
import { partnersOf } from './joint-read.ts'
import { fieldOf } from './sheet-own.ts'
import { sharesOf } from './sheet-shares.ts'
import { nameOf, textOf } from './sheet-text.ts'

export type SharedCard = { lines: Line[]; choices: Choice[] }

/**
 * @param row id of the row in `outgoing` that this message belongs to: its buttons name it
 * @param open key of the field whose words are shown; absent for the list
 * @returns null when the reader takes part no longer, or the sheet is gone
 */
export async function sharedCard(
  ground: Ground,
  words: Words,
  about: { sheetId: string; fromId: string; toId: string },
  row: string,
  open?: string,
): Promise<SharedCard | null> {
  const partners = await partnersOf(ground.store.db, about.sheetId)
  const [from, to] = [about.fromId, about.toId].map((id) => partners.find((one) => one.id === id))
  const sheet = await ground.store.db
    .selectFrom('joint_sheet')
    .select('title_cipher')
    .where('id', '=', about.sheetId)
    .executeTakeFirst()
  if (!sheet || !from || !to || to.left) return null
  const { partner } = from
  const shares = (await sharesOf(ground, about.sheetId, { toId: about.toId })).filter(
    ({ fromId }) => fromId === about.fromId,
  )
  if (shares.length === 0) return { lines: [{ text: words('shared-nothing', { partner }) }], choices: [] }
  const title = ground.vault.unseal('joint', about.sheetId, sheet.title_cipher)
  const shown = shares.find(({ field }) => field === open)
  const field = shown && fieldOf(shown.field)
  return {
    lines: [
      { text: words('shared-title', { partner, title }), style: 'strong' },
      ...(shown && field
        ? [{ text: nameOf(words, field), style: 'quiet' as const }, { text: textOf(words, field, shown.value) }]
        : []),
      { text: words('shared-copy', { partner }), style: 'quiet' },
    ],
    choices: shares.flatMap(({ field: key }): Choice[] => {
      const known = fieldOf(key)
      const label = known && nameOf(words, known)
      return label && key !== open ? [{ data: `w.s.r.${row}.${key}`, label, role: 'option' }] : []
    }),
  }
}
