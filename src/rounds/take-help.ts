/** The help card, and asking to be contacted. */
import type { Address, Inbound, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { type Reach, reachOf, requestContact, seeRequest } from '../people/contact-requests.ts'
import { hoursText } from '../people/duty.ts'
import type { Language } from '../survey/question-set.ts'
import { soundsWorried } from '../survey/worry.ts'
import { nearestLanguage, type Words, wordsFor } from '../words/words.ts'
import type { HeldRun } from './deliver.ts'
import { expect } from './expected.ts'
import { type Country, helpPrompt } from './help-card.ts'
import { type InboundRooms, notice, remark } from './inbound-rooms.ts'

type Typed = Extract<Inbound, { type: 'typed' }>
type Tapped = Extract<Inbound, { type: 'tapped' }>
type Rooms = Pick<InboundRooms, 'speak'>

/** The help button on a card, or an answer that may mean something is wrong. Only counted; nothing of it is kept. */
export async function speakHelp(
  ground: Ground,
  rooms: Rooms,
  held: Pick<HeldRun, 'organisationId' | 'language' | 'address'>,
): Promise<void> {
  const organisation = ground.config().organisations.get(held.organisationId)
  await speakCard(ground, rooms, held.address, held.language, organisation ? [organisation] : [])
}

/** `/hulp`. */
export async function takeHelp(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  addressHash: string,
): Promise<void> {
  if (!inbound.from) return
  const person = await readPerson(ground, inbound, addressHash)
  await speakCard(ground, rooms, inbound.from, person.language, person.organisations)
  // A page has its own buttons for all of this.
  if (inbound.channel !== 'web') rooms.speak(inbound.from, notice('help-commands', person.language))
}

/** A button of the help card or of a request: `h.<letter>.<what it is about>`. */
export async function takeHelpTap(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Tapped,
  addressHash: string,
): Promise<void> {
  const [, letter, about = ''] = /^h\.([cynmok])(?:\.([\w-]{1,40}))?$/.exec(inbound.data) ?? []
  if (!inbound.from || !letter) return remark(rooms, inbound, 'notice-stale')
  if (letter === 'k') return takeSeen(ground, rooms, inbound, about)
  const person = await readPerson(ground, inbound, addressHash)
  switch (letter) {
    case 'c':
      return confirm(ground, rooms, inbound, person, addressHash, about)
    case 'y':
      return ask(ground, rooms, inbound, person, about, nameOn(inbound.handle))
    case 'm': {
      const country: Country = about === 'NL' ? 'NL' : 'BE'
      const { helplines } = ground.config()
      const card = { country, language: person.language, helplines, asks: await asksOf(ground, person.organisations) }
      return rooms.speak(inbound.from, helpPrompt({ ...card, all: true }))
    }
    default:
      return rooms.speak(inbound.from, notice(letter === 'n' ? 'help-not-asked' : 'help-later', person.language))
  }
}

/** How somebody can be reached, in their own words: on a page nobody has a name that we could pass on. */
export async function takeHelpTyped(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Typed,
  addressHash: string,
  organisationId: string,
): Promise<'again' | undefined> {
  const person = await readPerson(ground, inbound, addressHash)
  const handle = inbound.text.trim()
  if (handle !== '' && handle.length <= LONGEST) {
    await ask(ground, rooms, inbound, person, organisationId, handle)
    return
  }
  if (inbound.data === undefined) await expect(ground, inbound.channel, addressHash, { what: 'handle', organisationId })
  const key = handle === '' ? 'help-handle-empty' : 'help-handle-long'
  if (inbound.from) rooms.speak(inbound.from, notice(key, person.language, { max: String(LONGEST) }))
  return 'again'
}

/** Text while nothing was asked. */
export async function takeUnexpected(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Typed,
  addressHash: string,
): Promise<void> {
  if (!inbound.from || !soundsWorried(inbound.text)) return remark(rooms, inbound, 'nothing-open')
  const person = await readPerson(ground, inbound, addressHash)
  await speakCard(ground, rooms, inbound.from, person.language, person.organisations, true)
}

/** The card for who wrote something that worries, wherever it was written. */
export async function speakIfWorried(
  ground: Ground,
  rooms: Rooms,
  to: Address,
  about: { text: string; language: Language; organisation: Organisation },
): Promise<void> {
  if (soundsWorried(about.text)) await speakCard(ground, rooms, to, about.language, [about.organisation])
}

async function speakCard(
  ground: Ground,
  rooms: Rooms,
  to: Address,
  language: Language,
  organisations: Organisation[],
  notKept = false,
): Promise<void> {
  ground.metrics.help.inc({ channel: to.channel })
  const { helplines } = ground.config()
  const country = organisations[0]?.country ?? 'BE'
  const asks = await asksOf(ground, organisations)
  rooms.speak(to, helpPrompt({ country, language, helplines, asks, notKept }))
}

async function asksOf(ground: Ground, organisations: Organisation[]) {
  const reached = await Promise.all(organisations.map((one) => reachOf(ground, one)))
  return organisations.flatMap(({ id }, i) => {
    const first = reached[i]?.[0]
    return first ? [{ organisationId: id, name: first.person.name }] : []
  })
}

type Person = { contactId: string | null; language: Language; organisations: Organisation[] }

/** Who this is to us. Who stopped, and whose consent ended, can still ask for help. */
async function readPerson(ground: Ground, inbound: Inbound, addressHash: string): Promise<Person> {
  const rows = await ground.store.db
    .selectFrom('contact')
    .innerJoin('contact_link', 'contact_link.contact_id', 'contact.id')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact_link.organisation_id')
        .onRef('participant.id', '=', 'contact_link.participant_id'),
    )
    .where('contact.channel', '=', inbound.channel)
    .where('contact.address_hash', '=', addressHash)
    .orderBy('contact_link.organisation_id')
    .select(['contact.id', 'contact_link.organisation_id', 'participant.language'])
    .execute()
  const { organisations } = ground.config()
  return {
    contactId: rows[0]?.id ?? null,
    language: rows[0]?.language ?? nearestLanguage(inbound.language, 'nl'),
    organisations: rows.flatMap((row) => organisations.get(row.organisation_id) ?? []),
  }
}

/** What would be passed on, to whom, before it is: a name on the platform, or how to reach who has none there. */
async function confirm(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Tapped,
  person: Person,
  addressHash: string,
  organisationId: string,
): Promise<void> {
  const organisation = person.organisations.find((one) => one.id === organisationId)
  const [first, other] = organisation ? await reachOf(ground, organisation) : []
  if (!inbound.from) return
  if (!organisation || !first) return rooms.speak(inbound.from, notice('help-nobody', person.language))
  const { language } = person
  const words = wordsFor(language)
  const handle = nameOn(inbound.handle)
  const name = first.person.name
  const platform = words(`help-on-${inbound.channel}`)
  const lines = [
    {
      text: handle ? words('help-pass', { name, handle, platform }) : words('help-pass-typed', { name }),
      style: 'strong' as const,
    },
    { text: words('help-no-answers') },
    ...(other ? [{ text: words('help-or', { name, other: other.person.name }) }] : []),
    ...hoursLines(first, organisation, language, words).map((text) => ({ text })),
  ]
  const no = { data: `h.n.${organisationId}`, label: words('help-no'), role: 'option' as const }
  const prompt: Prompt = { kind: 'notice', language, lines, choices: [no] }
  if (handle) {
    prompt.choices.unshift({ data: `h.y.${organisationId}`, label: words('help-yes'), role: 'option' })
  } else {
    await expect(ground, inbound.channel, addressHash, { what: 'handle', organisationId })
    prompt.typed = { label: words('help-handle'), max: LONGEST, data: `h.${organisationId}` }
    prompt.choices.unshift({ data: `h.${organisationId}`, label: words('help-write'), role: 'write' })
  }
  rooms.speak(inbound.from, prompt)
}

async function ask(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Inbound,
  person: Person,
  organisationId: string,
  handle: string | null,
): Promise<void> {
  const organisation = person.organisations.find((one) => one.id === organisationId)
  const [reach] = organisation ? await reachOf(ground, organisation) : []
  if (!inbound.from) return
  const { contactId, language } = person
  if (!organisation || !reach || !handle || !contactId)
    return rooms.speak(inbound.from, notice('help-nobody', language))
  const asked = await requestContact(ground, { organisationId, contactId, handle, reach })
  rooms.wake()
  const words = wordsFor(language)
  const { name } = reach.person
  const key = asked === 'already' ? 'help-asked-before' : 'help-asked'
  const lines = [words(key, { name }), ...hoursLines(reach, organisation, language, words)]
  rooms.speak(inbound.from, {
    kind: 'notice',
    language,
    lines: lines.map((text) => ({ text })),
    choices: [],
    silent: true,
  })
}

/** Honest hours, and who to call when it cannot wait. */
function hoursLines(reach: Reach, organisation: Organisation, language: Language, words: Words): string[] {
  const { name } = reach.person
  const hours = hoursText(reach.person, language)
  return [
    words(reach.onDuty ? 'help-hours' : 'help-away', { name, hours }),
    words(organisation.country === 'BE' ? 'help-danger-app' : 'help-danger'),
  ]
}

/** "Ik neem contact op", tapped by who got the request. */
async function takeSeen(ground: Ground, rooms: InboundRooms, inbound: Tapped, requestId: string): Promise<void> {
  if (!inbound.from) return
  const seen = await seeRequest(ground, requestId, inbound.from)
  if (seen === 'not-yours') return remark(rooms, inbound, 'notice-stale')
  if (seen === 'seen') rooms.wake()
  remark(rooms, inbound, seen === 'seen' ? 'help-seen-thanks' : 'help-seen-over')
}

/** A name by which somebody else finds this person; an address that only their own app understands is none. */
const nameOn = (handle: string | undefined): string | null => (handle?.startsWith('@') ? handle : null)

const LONGEST = 200
