/** Every event from every channel comes in here: taps and texts of young people, commands, and what happens to chats. */
import type { Address, Inbound, Prompt, Take } from '../channels/port.ts'
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
import { linkPlace, organisationsIn, placesAt } from '../people/places.ts'
import { stopAsking, stopAskingEverywhere } from '../people/stopping.ts'
import type { Language } from '../survey/question-set.ts'
import { isStopWord } from '../survey/read-reply.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { HeldRuns } from './held-runs.ts'
import type { InOrder } from './in-order.ts'
import { loseContact, losePlace, movePlace, regainContact } from './lost.ts'
import { joinOpenRounds } from './open-round.ts'
import type { TakeReply } from './take-reply.ts'

export type InboundRooms = {
  replies: TakeReply
  runs: HeldRuns
  inOrder: InOrder
  /** Says something outside any card; not kept, and no harm when it is said twice. */
  speak(to: Address, prompt: Prompt): void
  wake(): void
  joinUrl(channel: Address['channel'], token: string): Promise<string | null>
}

export function createTakeInbound(ground: Ground, rooms: InboundRooms): Take {
  return async (inbound) => {
    ground.metrics.replies.inc({ channel: inbound.channel })
    const key = inbound.from ? ground.vault.hashAddress(inbound.from) : ''
    await rooms.inOrder(key || `place:${inbound.channel}`, () => takeOne(ground, rooms, inbound, key))
  }
}

async function takeOne(ground: Ground, rooms: InboundRooms, inbound: Inbound, addressHash: string): Promise<void> {
  switch (inbound.type) {
    case 'tapped': {
      const joining = decodeJoin(inbound.data)
      if (joining) return takeJoin(ground, rooms, inbound, joining)
      if (!(await rooms.replies.take(inbound, addressHash))) remark(rooms, inbound, 'notice-stale')
      return
    }
    case 'typed': {
      if (await rooms.replies.take(inbound, addressHash)) return
      if (isStopWord(inbound.text)) return stop(ground, rooms, inbound, addressHash)
      return remark(rooms, inbound, 'nothing-open')
    }
    case 'command':
      return takeCommand(ground, rooms, inbound, addressHash)
    case 'place-command':
      return takePlaceCommand(ground, rooms, inbound)
    case 'blocked': {
      const contact = await ground.store.db
        .selectFrom('contact')
        .select('id')
        .where('address_hash', '=', addressHash)
        .executeTakeFirst()
      if (contact) await loseContact(ground, contact.id)
      rooms.runs.clear()
      return
    }
    case 'unblocked':
      return regainContact(ground, addressHash)
    case 'place-lost': {
      for (const place of await placesAt(ground, inbound.place, true))
        await losePlace(ground, place.organisationId, place.id)
      return
    }
    case 'place-moved': {
      for (const place of await placesAt(ground, inbound.place))
        await movePlace(ground, place.organisationId, place.id, inbound.to)
      return
    }
    default: {
      const never: never = inbound
      return never
    }
  }
}

async function takeCommand(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  addressHash: string,
): Promise<void> {
  switch (inbound.command) {
    case 'start': {
      if (inbound.argument)
        return takeJoin(ground, rooms, inbound, { token: inbound.argument, language: null, choice: 's' })
      if (inbound.community) return offerOrganisations(ground, rooms, inbound, inbound.community)
      return startAgain(ground, rooms, inbound, addressHash)
    }
    case 'stop':
      return stop(ground, rooms, inbound, addressHash)
    case 'help':
      return remark(rooms, inbound, 'help')
    case 'privacy':
      return remark(rooms, inbound, 'privacy')
    default: {
      const never: never = inbound.command
      return never
    }
  }
}

async function stop(ground: Ground, rooms: InboundRooms, inbound: Inbound, addressHash: string): Promise<void> {
  await stopAskingEverywhere(ground, inbound.channel, addressHash)
  rooms.runs.clear()
  remark(rooms, inbound, 'notice-stopped')
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

async function takePlaceCommand(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'place-command' }>,
): Promise<void> {
  const language = nearestLanguage(inbound.language, 'nl')
  if (inbound.command === 'help') return rooms.speak(inbound.place, notice('place-help', language))
  if (!inbound.manager) return rooms.speak(inbound.place, notice('link-not-manager', language))
  const linked = await linkPlace(ground, inbound.argument, inbound.place, inbound.community)
  if (!linked) return rooms.speak(inbound.place, notice('link-wrong-code', language))
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
  const data = encodeJoin({ token, language: null, choice: 's' })
  return {
    kind: 'notice',
    language: organisation.language,
    lines,
    choices: [{ data, label: words('join-post-button'), role: 'option' }],
  }
}

function remark(rooms: InboundRooms, inbound: Inbound, key: string): void {
  if (inbound.from) rooms.speak(inbound.from, notice(key, nearestLanguage(inbound.language, 'nl')))
}

export function notice(key: string, language: Language, values: Record<string, string> = {}): Prompt {
  const text = wordsFor(language)(key, values)
  return {
    kind: 'notice',
    language,
    lines: text.split('\n').map((line) => ({ text: line })),
    choices: [],
    silent: true,
  }
}
