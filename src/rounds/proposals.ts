/** The list of what young people proposed: words and a day, encrypted, and nothing that leads to who wrote them. */

import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { writeAudit } from '../store/audit.ts'
import type { Language } from '../survey/question-set.ts'
import { coverNames } from '../survey/scrub.ts'

/** For one person with one organisation. Counted in memory only, so that no row ties a person to a proposal. */
export const MOST_A_DAY = 5

export type ProposalRow = {
  id: string
  /** Suspected names are covered: nobody who looks at the list reads them. */
  text: string
  proposedOn: Temporal.PlainDate
}

/**
 * @param proposal.update with which the words came: delivered again, it is the same proposal
 * @param proposal.sender keyed hash of the address, only to count by
 * @returns false when this person proposed enough for today
 */
export async function storeProposal(
  ground: Ground,
  proposal: {
    organisationId: string
    text: string
    names: boolean
    language: Language
    today: Temporal.PlainDate
    update: { channel: string; id: string }
    sender: string
  },
): Promise<boolean> {
  const { organisationId, text, names, language, today, update, sender } = proposal
  if (!countOne(ground, `${today}:${organisationId}:${sender}`)) return false
  await ground.store.db
    .insertInto('proposal')
    .values({
      organisation_id: organisationId,
      // Without our key it leads to no update, and no update leads to a person.
      id: ground.vault.hashToken(`proposal:${update.channel}:${update.id}`).slice(0, 22).replace(/^-/, 'a'),
      text_cipher: ground.vault.encryptText(text),
      language,
      names_suspected: names,
      state: 'new',
      proposed_on: today.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** What waits on the list, oldest first; within a day in no order that tells who came first. */
export async function readProposals(
  ground: Ground,
  organisationId: string,
  language: Language,
): Promise<ProposalRow[]> {
  const rows = await ground.store.db
    .selectFrom('proposal')
    .select(['id', 'text_cipher', 'proposed_on'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'new')
    .orderBy('proposed_on')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    text: coverNames(ground.vault.decryptText(row.text_cipher), language),
    proposedOn: Temporal.PlainDate.from(row.proposed_on),
  }))
}

/** @returns false when it is not on the list any more */
export async function closeProposal(ground: Ground, organisationId: string, id: string, by: string): Promise<boolean> {
  return ground.store.db.transaction().execute(async (trx) => {
    const closed = await trx
      .updateTable('proposal')
      // Its words have done what they were for; that there was one is all that stays.
      .set({ state: 'done', text_cipher: ground.vault.encryptText(''), names_suspected: false })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('state', '=', 'new')
      .returning('id')
      .executeTakeFirst()
    if (!closed) return false
    await noteErasure(ground, trx, 'proposal', id)
    const happening = { organisationId, at: ground.clock.now(), actor: by, action: 'proposal closed', subject: id }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
}

const counted = new WeakMap<Ground, Map<string, number>>()

function countOne(ground: Ground, key: string): boolean {
  const known = counted.get(ground)
  // Yesterday's counts go when there are many; who then proposes once more today does no harm.
  const counts = known && known.size < MOST_COUNTED ? known : new Map<string, number>()
  counted.set(ground, counts)
  const times = (counts.get(key) ?? 0) + 1
  counts.set(key, times)
  return times <= MOST_A_DAY
}

const MOST_COUNTED = 10_000
const MOST_SHOWN = 100
