/** Fetching a method as a file by a link that somebody of the staff asked for. */
import { actorOf } from '../dialogue/actors.ts'
import type { Ground } from '../ground.ts'
import { isMethodFormat, type MethodFile, methodFile } from '../instrumentarium/method-files.ts'
import { packFile } from '../instrumentarium/packs.ts'
import { readStaffLink } from '../people/staff-links.ts'

/** @returns null for a link that is unknown, over, of something else, or of somebody who no longer may */
export async function takeAway(ground: Ground, token: string): Promise<MethodFile | null> {
  const link = await readStaffLink(ground, 'file', token)
  const organisation = ground.config().organisations.get(link?.organisationId ?? '')
  const [id = '', format = ''] = link?.subject?.split('/') ?? []
  if (!link?.staffId || !organisation) return null
  const actor = await actorOf(ground, organisation, link.staffId)
  if (format === 'pack') return actor && packFile(ground, organisation, actor, id)
  if (!isMethodFormat(format)) return null
  return actor?.may('method.see') ? methodFile(ground, organisation.id, id, format) : null
}
