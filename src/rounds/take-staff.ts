/** A code that somebody gives in their private chat: an invitation, with which this account gets a role. */
import type { Choice, Inbound, Line, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { contactPurpose } from '../people/contact-place.ts'
import { isLinkCode } from '../people/places.ts'
import { type Accepted, accept } from '../people/staff.ts'
import { type FullLanguage, fullLanguage } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { type InboundRooms, remark } from './inbound-rooms.ts'

export async function takeStaffCode(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
): Promise<void> {
  if (!inbound.from) return
  const code = inbound.argument.trim()
  if (code === '') return remark(rooms, inbound, 'invite-how')
  const accepted = await accept(ground, code, inbound.from)
  if (accepted === 'not-here') return remark(rooms, inbound, 'staff-not-here')
  if (!accepted)
    return remark(rooms, inbound, (await isLinkCode(ground, code)) ? 'staff-in-group' : 'invite-wrong-code')
  const organisation = ground.config().organisations.get(accepted.organisationId)!
  const nearest = nearestLanguage(inbound.language, organisation.language)
  rooms.speak(inbound.from, welcome(organisation, accepted, fullLanguage(nearest)))
  rooms.wake()
}

/** What somebody reads who just got a role: what it is, and where everything is found. */
function welcome(organisation: Organisation, { role, task, name }: Accepted, language: FullLanguage): Prompt {
  const words = wordsFor(language)
  const named = words(role === 'safeguarding' ? `role-${contactPurpose(task)}` : `role-${role}`)
  const lines: Line[] = [
    { text: words('role-welcome', { name, organisation: organisation.name, role: named }), style: 'strong' },
    { text: words(role === 'safeguarding' ? `role-${contactPurpose(task)}-is` : `role-${role}-is`) },
    ...(role === 'safeguarding' ? [{ text: words('staff-linked', { organisation: organisation.name }) }] : []),
    { text: words('role-welcome-leave'), style: 'quiet' },
  ]
  const choices: Choice[] = [{ data: 't.m', label: words('staff-menu-open'), role: 'option' }]
  return { kind: 'notice', language, lines, choices }
}
