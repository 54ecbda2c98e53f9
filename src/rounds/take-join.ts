/** Coming in: the link, the questions before the first question, and the yes or no. */
import type { Inbound, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { type AgeCode, bandOf } from '../people/ages.ts'
import { CONSENT_TEXT } from '../people/consent-gate.ts'
import { erasePerson } from '../people/erasing.ts'
import {
  agePrompt,
  consentPrompt,
  decodeJoin,
  elsewherePrompt,
  encodeJoin,
  type JoinButton,
  joinLanguage,
  languagePrompt,
  languagesOf,
  nextStep,
} from '../people/join-conversation.ts'
import { type JoinLink, joinToken, readJoinLink } from '../people/join-links.ts'
import { changeAge, join, type Known, languageOf, readKnown } from '../people/joining.ts'
import { makeOneTimeLink, readOneTimeLink } from '../people/one-time-links.ts'
import { organisationsIn } from '../people/places.ts'
import { stopAsking } from '../people/stopping.ts'
import type { Language } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { joinOpenRounds, readDetour } from './come-in.ts'
import { detourNotice } from './detour-notice.ts'
import { type InboundRooms, notice, remark } from './inbound-rooms.ts'
import { regainContact } from './lost.ts'

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
  if (inbound.argument) return takeJoin(ground, rooms, inbound, opening(inbound.argument))
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
  if (tokens.length === 1) return takeJoin(ground, rooms, inbound, opening(tokens[0]!))
  const language = nearestLanguage(inbound.language, 'nl')
  const choices = organisationIds.map((id, i) => ({
    data: encodeJoin({ token: tokens[i]!, choice: 's' }),
    label: ground.config().organisations.get(id)?.name ?? id,
    role: 'option' as const,
  }))
  rooms.speak(inbound.from, { kind: 'notice', language, lines: [{ text: wordsFor(language)('join-which') }], choices })
}

const opening = (token: string): JoinButton => ({ token, choice: 's', language: null, age: null, text: null })

/** One exchange of the conversation, with what was found out about who it is with. */
type Exchange = {
  ground: Ground
  rooms: InboundRooms
  inbound: Inbound & { from: NonNullable<Inbound['from']> }
  addressHash: string
  organisation: Organisation
  link: Exclude<JoinLink, { fault: string }>
  known: Known | null
  button: JoinButton
  /** To speak in, whether it was chosen or not. */
  language: Language
}

async function takeJoin(ground: Ground, rooms: InboundRooms, inbound: Inbound, button: JoinButton): Promise<void> {
  const { from } = inbound
  if (!from) return
  const link = await readJoinLink(ground, button.token)
  if ('fault' in link) return remark(rooms, inbound, `join-link-${link.fault}`)
  const organisation = ground.config().organisations.get(link.organisationId)!
  const addressHash = ground.vault.hashAddress(from)
  const known = await readKnown(ground, organisation.id, inbound.channel, addressHash)
  const chosen = button.language ?? known?.language ?? (await languageOf(ground, inbound.channel, addressHash))
  const language = chosen && languagesOf(organisation).includes(chosen) ? chosen : null
  const exchange: Exchange = {
    ground,
    rooms,
    inbound: { ...inbound, from },
    addressHash,
    organisation,
    link,
    known,
    button: { ...button, language },
    language: language ?? joinLanguage(organisation, inbound.language),
  }
  switch (button.choice) {
    case 's':
      return known?.asked ? comeAgain(exchange, known) : goOn(exchange)
    case 'm':
      return goOn(exchange, { more: true })
    case 'n':
      return takeNo(exchange)
    case 'y':
      return takeYes(exchange)
    default: {
      const never: never = button.choice
      return never
    }
  }
}

/** The next thing to say, after all that was said so far. */
async function goOn(exchange: Exchange, how: { more?: boolean } = {}): Promise<void> {
  const { ground, organisation, inbound, button, language } = exchange
  const { token } = button
  const step = nextStep(ground.config(), organisation, inbound.channel, button)
  switch (step) {
    case 'language':
      return say(exchange, languagePrompt(organisation, token, language))
    case 'age':
      return say(exchange, agePrompt(token, language))
    case 'under-13':
      return sayGoodbye(exchange)
    case 'elsewhere':
    case 'not-here':
      return pointElsewhere(exchange, step)
    case 'consent': {
      const webUrl = inbound.channel === 'web' ? null : await exchange.rooms.joinUrl('web', token)
      return say(
        exchange,
        consentPrompt(organisation, inbound.channel, { token, language, age: button.age!, webUrl, ...how }),
      )
    }
    default: {
      const never: never = step
      return never
    }
  }
}

/** A yes is one when it says an age that may take part here, and the text that is in force. */
async function takeYes(exchange: Exchange): Promise<void> {
  const { ground, rooms, organisation, inbound, button, language, link, known } = exchange
  const step = nextStep(ground.config(), organisation, inbound.channel, button)
  const ageBand = button.age && bandOf(button.age)
  if (step !== 'consent' || !ageBand || button.text !== CONSENT_TEXT) return goOn(exchange)
  if (!known && rooms.gates.joins.pass(button.token) > 0) return say(exchange, notice('join-too-many', language))
  const { channel, id } = inbound
  const joined = await join(ground, organisation, inbound.from, { language, ageBand, inbound: { channel, id } })
  // Taken in before: whoever did that may have ended right behind it, and what follows is done once, however often.
  const participantId = joined?.participantId ?? (known?.joined ? known.participantId : null)
  if (participantId === null) return
  if (joined) {
    rooms.runs.clear(exchange.addressHash)
    say(exchange, notice('join-done', language, { organisation: organisation.name }))
  }
  await openRounds(exchange, participantId)
  if (link.once) await readOneTimeLink(ground, button.token, 'join', { use: true })
}

/** A no after a yes takes the yes back. */
async function takeNo(exchange: Exchange): Promise<void> {
  const { ground, rooms, organisation, known, language } = exchange
  if (!known?.joined) return say(exchange, notice('join-declined', language))
  await stopAsking(ground, organisation.id, known.participantId)
  rooms.runs.clear()
  say(exchange, notice('notice-stopped', language))
}

/** Who takes part already. An age that is said all the same counts: it may be too young for this channel. */
async function comeAgain(exchange: Exchange, known: Known): Promise<void> {
  const { ground, organisation, inbound, button, addressHash } = exchange
  const ageBand = button.age && bandOf(button.age)
  if (button.age && nextStep(ground.config(), organisation, inbound.channel, button) !== 'consent')
    return goOn(exchange)
  if (ageBand) await changeAge(ground, inbound.channel, addressHash, ageBand)
  return welcomeBack(exchange, known)
}

async function welcomeBack(exchange: Exchange, known: Known): Promise<void> {
  const { ground, organisation, language, addressHash } = exchange
  // Who speaks to us can be reached again; Discord says so in no other way.
  await regainContact(ground, addressHash)
  say(exchange, notice('join-already', language, { organisation: organisation.name }))
  await openRounds(exchange, known.participantId)
}

/** Younger than 13: nothing is stored; what was kept of who said otherwise before goes. */
async function sayGoodbye(exchange: Exchange): Promise<void> {
  const { ground, rooms, inbound, addressHash, language } = exchange
  const erased = await erasePerson(ground, inbound.channel, addressHash)
  if (erased) rooms.runs.forget(erased.runs)
  say(exchange, notice('join-under-13', language))
}

/** Not on this channel: the web page, with what was said already in a link that works once. */
async function pointElsewhere(exchange: Exchange, step: 'elsewhere' | 'not-here'): Promise<void> {
  const { ground, rooms, organisation, inbound, button, language, addressHash, link } = exchange
  const ageBand = bandOf(button.age as AgeCode)!
  await changeAge(ground, inbound.channel, addressHash, ageBand)
  rooms.runs.clear()
  if (step === 'not-here') return say(exchange, notice('join-not-here', language, { organisation: organisation.name }))
  const token = await makeOneTimeLink(ground, {
    purpose: 'join',
    organisationId: organisation.id,
    language,
    ageBand,
    minutes: LINK_MINUTES,
    ...(link.sessionId === null ? {} : { sessionId: link.sessionId }),
  })
  say(exchange, elsewherePrompt(language, rooms.pageUrl(`/doe-mee/eenmalig/${token}`)))
}

async function openRounds(exchange: Exchange, participantId: string): Promise<void> {
  const { ground, rooms, organisation, link } = exchange
  const detour = link.sessionId === null ? null : await readDetour(ground, organisation, link.sessionId)
  if (detour) say(exchange, detourNotice(detour, exchange.language))
  const started = await joinOpenRounds(ground, organisation, participantId, ground.clock.now(), link.sessionId)
  if (started > 0) rooms.wake()
}

const say = (exchange: Exchange, prompt: Prompt): void => exchange.rooms.speak(exchange.inbound.from, prompt)

const LINK_MINUTES = 24 * 60
