/** Something leaves: only under an agreement that holds at this moment, for who may, and written down. */
import { createHash } from 'node:crypto'
import type { Organisation } from '../config/organisation.ts'
import type { Actor } from '../dialogue/actors.ts'
import { readSharing, type Sharing } from '../dialogue/read-data-agreements.ts'
import { filesOf } from '../formats/dataset-files.ts'
import { zipOf } from '../formats/zip.ts'
import type { Ground } from '../ground.ts'
import { writeAudit } from '../store/audit.ts'
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { type DatasetFault, makeDataset } from './make-dataset.ts'

export type ReleaseFault = DatasetFault | 'desk-may-not' | 'sharing-none' | 'sharing-not-agreed' | 'sharing-no-longer'

/** Who may take something away: the lead, by their own account, and whoever runs the machine. */
export const mayFetch = (actor: Actor): boolean => actor.may('data.fetch') || actor.by === 'command line'

/** Why nothing may leave under this agreement now; null when it may. */
export function heldBack(sharing: Sharing | null): ReleaseFault | null {
  if (!sharing) return 'sharing-none'
  if (sharing.state === 'agreed') return null
  return sharing.state === 'ended' || sharing.state === 'lapsed' ? 'sharing-no-longer' : 'sharing-not-agreed'
}

/** @returns the zip, and the sentences that go with it in this language */
export async function releaseData(
  ground: Ground,
  organisation: Organisation,
  agreementId: string,
  actor: Actor,
  language: FullLanguage,
): Promise<{ name: string; bytes: Uint8Array; notes: string[] } | ReleaseFault> {
  if (!mayFetch(actor)) return 'desk-may-not'
  const sharing = await readSharing(ground, organisation, agreementId)
  const held = heldBack(sharing)
  if (held) return held
  const made = await makeDataset(ground, organisation, sharing!, ground.newId())
  if (typeof made === 'string') return made
  const bytes = zipOf(await filesOf(made.dataset, language))
  const noted = await ground.store.db.transaction().execute(async (trx) => {
    // Whoever ends it meanwhile waits for this, or comes first: then nothing leaves.
    const row = await trx
      .selectFrom('data_agreement')
      .select('state')
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', agreementId)
      .forUpdate()
      .executeTakeFirst()
    if (row?.state !== 'agreed') return false
    const id = ground.newId()
    const at = ground.clock.now()
    await trx
      .insertInto('data_release')
      .values({
        ...{
          organisation_id: organisation.id,
          id,
          agreement_id: agreementId,
          made_by: actor.by,
          made_at: at.toString(),
        },
        content: JSON.stringify({ level: sharing!.level, ...made.counts, sha256: sha256Of(bytes) }),
      })
      .execute()
    const happening = { organisationId: organisation.id, at, actor: actor.by, action: 'data released', subject: id }
    await writeAudit(trx, ground.newId(), happening)
    return true
  })
  if (!noted) return 'sharing-no-longer'
  const { about, name } = made.dataset
  return { name: `${name}.zip`, bytes, notes: about.notes.map((note) => textIn(note, language)) }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
