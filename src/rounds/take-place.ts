/** Commands in a group, channel or topic: linking it to an organisation. */
import type { Address, Inbound, Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { encodeJoin } from '../people/join-conversation.ts'
import { joinToken } from '../people/join-links.ts'
import { linkPlace } from '../people/places.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { type InboundRooms, notice } from './inbound-rooms.ts'

export async function takePlaceCommand(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'place-command' }>,
): Promise<void> {
  const language = nearestLanguage(inbound.language, 'nl')
  if (inbound.command !== 'koppel') return rooms.speak(inbound.place, notice('place-help', language))
  if (!inbound.manager) return rooms.speak(inbound.place, notice('link-not-manager', language))
  const linked = await linkPlace(ground, inbound.argument, inbound.place, inbound.community)
  if (!linked) return rooms.speak(inbound.place, notice('link-wrong-code', language))
  if (linked === 'misplaced') return rooms.speak(inbound.place, notice('link-private', language))
  const organisation = ground.config().organisations.get(linked.organisationId)
  if (!organisation) return
  if (linked.purpose === 'coach')
    return rooms.speak(inbound.place, notice('link-done', organisation.language, { organisation: organisation.name }))
  rooms.speak(inbound.place, await joinPost(ground, rooms, organisation.id, inbound.channel))
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
