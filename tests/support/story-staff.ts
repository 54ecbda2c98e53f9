/** People with a role and channels for results, the way they come into being in life. */
import { invite } from '../../src/people/staff.ts'
import type { PlacePurpose, StaffRole } from '../../src/store/tables.ts'
import { plain } from './app.ts'
import { granted, type Story } from './story.ts'

export type TelegramPerson = ReturnType<Story['telegram']['person']>
export type TelegramGroup = ReturnType<Story['telegram']['group']>

/** Somebody with a role, by an invitation given in private. */
export async function withRole(
  story: Story,
  organisation: string,
  id: number,
  role: StaffRole,
  name = `Staf${id}`,
): Promise<TelegramPerson> {
  const person = story.telegram.person(id, { language: 'nl', name })
  const { code } = await invite(story.app.ground, organisation, { role, name }, 'command line')
  person.type(`/koppel ${code}`)
  await story.rest()
  return person
}

/** A group where results of this organisation go. */
export async function telegramPlace(
  story: Story,
  organisation: string,
  id: number,
  purpose: Extract<PlacePurpose, 'coach' | 'team'>,
  manager: TelegramPerson,
): Promise<TelegramGroup> {
  const group = story.telegram.group(id)
  group.admins.add(manager.user.id)
  group.say(`/koppel ${granted(await story.app.desk.linkCode('coach-page', organisation, purpose)).code}`, manager)
  await group.next((message) => plain(message.text).includes('Gekoppeld.'))
  return group
}
