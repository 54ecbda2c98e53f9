/** Coming in: the link, the questions before the first question, and the yes or no. */
import type { Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import {
  consentPrompt,
  decodeJoin,
  encodeJoin,
  join,
  joinLanguage,
  joinToken,
  readJoinLink,
  takesPart,
} from '../people/joining.ts'
import { organisationsIn } from '../people/places.ts'
import { stopAsking } from '../people/stopping.ts'
import type { Language } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { type InboundRooms, notice, remark } from './inbound-rooms.ts'
import { regainContact } from './lost.ts'
import { joinOpenRounds } from './open-round.ts'

/** A button of the join conversation (`j.…`). */
export async function takeJoinTap(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'tapped' }>,
): Promise<void> {
  const button = decodeJoin(inbound.data)
  return button ? takeJoin(ground, rooms, inbound, button) : remark(rooms, inbound, 'notice-stale')
}

/** `/start`, with or without the token of a link. */
export async function takeStart(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  addressHash: string,
): Promise<void> {
  if (inbound.argument)
    return takeJoin(ground, rooms, inbound, { token: inbound.argument, language: null, choice: 's' })
  if (inbound.community) return offerOrganisations(ground, rooms, inbound, inbound.community)
  return startAgain(ground, rooms, inbound, addressHash)
}

/** `/start` without a link: who takes part, or stopped before, can begin again; nobody else is known. */
async function startAgain(ground: Ground, rooms: InboundRooms, inbound: Inbound, addressHash: string): Promise<void> {
  const links = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .where('contact.channel', '=', inbound.channel)
    .where('contact.address_hash', '=', addressHash)
    .select('contact_link.organisation_id')
    .execute()
  const organisations = links.map((link) => link.organisation_id).filter((id) => ground.config().organisations.has(id))
  if (organisations.length === 0) return remark(rooms, inbound, 'start-needs-link')
  await offer(ground, rooms, inbound, organisations)
}

/** `/meedoen` in a Discord server: the organisation that linked a channel there. */
async function offerOrganisations(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Inbound,
  community: string,
): Promise<void> {
  const organisations = (await organisationsIn(ground, inbound.channel, community)).filter((id) =>
    ground.config().organisations.has(id),
  )
  if (organisations.length === 0) return remark(rooms, inbound, 'start-needs-link')
  await offer(ground, rooms, inbound, organisations)
}

async function offer(ground: Ground, rooms: InboundRooms, inbound: Inbound, organisationIds: string[]): Promise<void> {
  if (!inbound.from) return
  const tokens = await Promise.all(organisationIds.map((id) => joinToken(ground, id)))
  if (tokens.length === 1) return takeJoin(ground, rooms, inbound, { token: tokens[0]!, language: null, choice: 's' })
  const language = nearestLanguage(inbound.language, 'nl')
  const choices = organisationIds.map((id, i) => ({
    data: encodeJoin({ token: tokens[i]!, language: null, choice: 's' }),
    label: ground.config().organisations.get(id)?.name ?? id,
    role: 'option' as const,
  }))
  rooms.speak(inbound.from, { kind: 'notice', language, lines: [{ text: wordsFor(language)('join-which') }], choices })
}

async function takeJoin(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Inbound,
  button: { token: string; language: Language | null; choice: 's' | 'y' | 'n' | 'm' },
): Promise<void> {
  if (!inbound.from) return
  const link = await readJoinLink(ground, button.token)
  if ('fault' in link) return remark(rooms, inbound, `join-link-${link.fault}`)
  const organisation = ground.config().organisations.get(link.organisationId)!
  const language = button.language ?? joinLanguage(organisation, inbound.language)
  switch (button.choice) {
    case 's': {
      const known = await takesPart(ground, organisation.id, inbound.channel, ground.vault.hashAddress(inbound.from))
      if (!known) return rooms.speak(inbound.from, consentPrompt(organisation, language, button.token, inbound.channel))
      // Who speaks to us can be reached again; Discord says so in no other way.
      await regainContact(ground, ground.vault.hashAddress(inbound.from))
      rooms.speak(inbound.from, notice('join-already', language, { organisation: organisation.name }))
      if ((await joinOpenRounds(ground, organisation, known, ground.clock.now())) > 0) rooms.wake()
      return
    }
    case 'm':
      return rooms.speak(inbound.from, consentPrompt(organisation, language, button.token, inbound.channel, true))
    case 'n': {
      const known = await takesPart(ground, organisation.id, inbound.channel, ground.vault.hashAddress(inbound.from))
      if (!known) return rooms.speak(inbound.from, notice('join-declined', language))
      // A no after a yes, on the same card: it takes the yes back.
      await stopAsking(ground, organisation.id, known)
      rooms.runs.clear()
      return rooms.speak(inbound.from, notice('notice-stopped', language))
    }
    case 'y': {
      const joined = await join(ground, organisation.id, inbound.from, language)
      rooms.runs.clear()
      rooms.speak(inbound.from, notice('join-done', language, { organisation: organisation.name }))
      const started = await joinOpenRounds(ground, organisation, joined.participantId, ground.clock.now())
      if (started > 0) rooms.wake()
      return
    }
    default: {
      const never: never = button.choice
      return never
    }
  }
}
