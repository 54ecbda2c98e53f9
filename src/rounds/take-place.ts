/** Commands in a group, channel or topic: linking it to an organisation. */
import type { Address, Inbound, Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { encodeJoin } from '../people/join-conversation.ts'
import { joinToken } from '../people/join-links.ts'
import { endExposed } from '../people/open-invitations.ts'
import { linkPlace, RESULT_PURPOSES, resultPlacesAt } from '../people/places.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { type InboundRooms, notice, remark } from './inbound-rooms.ts'
import { losePlace } from './lost.ts'

export async function takePlaceCommand(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'place-command' }>,
): Promise<void> {
  const language = nearestLanguage(inbound.language, 'nl')
  // Of the staff, by somebody without a role: what they asked is between them and us.
  if (inbound.command !== 'koppel' && inbound.command !== 'help' && inbound.from)
    return remark(rooms, inbound, 'staff-nobody')
  if (inbound.command !== 'koppel') return rooms.speak(inbound.place, notice('place-help', language))
  // Whoever reads along here could take the role: such a code ends at once.
  if (await endExposed(ground, inbound.argument)) return rooms.speak(inbound.place, notice('invite-in-group', language))
  if (!inbound.manager) return rooms.speak(inbound.place, notice('link-not-manager', language))
  const linked = await linkPlace(ground, inbound.argument, inbound.place, inbound.community, inbound.public)
  if (!linked) return rooms.speak(inbound.place, notice('link-wrong-code', language))
  if (linked === 'public') return rooms.speak(inbound.place, notice('link-public', language))
  const organisation = ground.config().organisations.get(linked.organisationId)
  if (!organisation) return
  if (RESULT_PURPOSES.includes(linked.purpose))
    return rooms.speak(inbound.place, linkedPost(organisation.language, organisation.name))
  rooms.speak(inbound.place, await joinPost(ground, rooms, organisation.id, inbound.channel))
}

/**
 * A place for results that turned out to be open to anybody is one no longer: nothing of the organisation is posted
 * there until it is closed and linked anew.
 * @returns false when no results come there
 */
export async function leavePublicPlace(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'place-command' }>,
): Promise<boolean> {
  if (!inbound.public) return false
  const places = await resultPlacesAt(ground, inbound.place)
  for (const { organisationId, id } of places) await losePlace(ground, organisationId, id)
  if (places.length === 0) return false
  rooms.speak(inbound.place, notice('place-public-now', nearestLanguage(inbound.language, 'nl')))
  return true
}

function linkedPost(language: FullLanguage, organisation: string): Prompt {
  const words = wordsFor(language)
  return {
    kind: 'notice',
    language,
    lines: [{ text: words('link-done', { organisation }) }, { text: words('link-keep-private') }],
    choices: [],
    silent: true,
  }
}

/** The message in the organisation's own channel with which young people come in. */
async function joinPost(
  ground: Ground,
  rooms: InboundRooms,
  organisationId: string,
  channel: Address['channel'],
): Promise<Prompt> {
  const organisation = ground.config().organisations.get(organisationId)!
  const token = await joinToken(ground, organisationId)
  const words = wordsFor(organisation.language)
  const lines = [{ text: words('join-post', { organisation: organisation.name }) }]
  // A button of ours in a group would show who taps; on Telegram the link opens the private conversation instead.
  const url = channel === 'telegram' ? await rooms.joinUrl('telegram', token) : null
  if (url) return { kind: 'notice', language: organisation.language, lines: [...lines, { text: url }], choices: [] }
  const data = encodeJoin({ token, choice: 's' })
  return {
    kind: 'notice',
    language: organisation.language,
    lines,
    choices: [{ data, label: words('join-post-button'), role: 'option' }],
  }
}
