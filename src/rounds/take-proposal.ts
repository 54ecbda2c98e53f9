/** Young people propose a theme or a question. It goes to the organisation's list, and nobody knows from whom. */
import type { Inbound } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { consentInForce, gateRules, todayOf } from '../people/consent-gate.ts'
import type { Language } from '../survey/question-set.ts'
import { scrub } from '../survey/scrub.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { expect } from './expected.ts'
import { type InboundRooms, notice, remark } from './inbound-rooms.ts'
import { MOST_A_DAY, storeProposal } from './proposals.ts'
import { speakIfWorried } from './take-help.ts'

type Rooms = InboundRooms

/** `/voorstel`, with the words behind it or without. */
export async function takeProposal(
  ground: Ground,
  rooms: Rooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  addressHash: string,
): Promise<void> {
  const person = await readPerson(ground, inbound, addressHash)
  const [only, ...others] = person.organisations
  if (!only) return remark(rooms, inbound, 'proposal-not-yet')
  if (others.length > 0) return which(rooms, inbound, person)
  if (inbound.argument.trim() === '') return askWords(ground, rooms, inbound, addressHash, only, person.language)
  await store(ground, rooms, inbound, addressHash, {
    organisation: only,
    language: person.language,
    text: inbound.argument,
  })
}

/** The organisation that somebody chose: `v.<organisation>`. */
export async function takeProposalTap(
  ground: Ground,
  rooms: Rooms,
  inbound: Extract<Inbound, { type: 'tapped' }>,
  addressHash: string,
): Promise<void> {
  const person = await readPerson(ground, inbound, addressHash)
  const organisation = person.organisations.find(({ id }) => inbound.data === `v.${id}`)
  if (!organisation) return remark(rooms, inbound, 'notice-stale')
  return askWords(ground, rooms, inbound, addressHash, organisation, person.language)
}

export async function takeProposalTyped(
  ground: Ground,
  rooms: Rooms,
  inbound: Extract<Inbound, { type: 'typed' }>,
  addressHash: string,
  organisationId: string,
): Promise<'again' | undefined> {
  const person = await readPerson(ground, inbound, addressHash)
  const organisation = person.organisations.find(({ id }) => id === organisationId)
  if (!organisation) {
    remark(rooms, inbound, 'proposal-not-yet')
    return
  }
  return store(ground, rooms, inbound, addressHash, { organisation, language: person.language, text: inbound.text })
}

/** Nothing that was written is kept while it is not known for whom it is. */
function which(
  rooms: Rooms,
  inbound: Extract<Inbound, { type: 'command' }>,
  { language, organisations }: Person,
): void {
  const words = wordsFor(language)
  if (!inbound.from) return
  const lines = [{ text: words('proposal-which') }]
  if (inbound.argument.trim() !== '') lines.push({ text: words('proposal-write-again') })
  const choices = organisations.map(({ id, name }) => ({ data: `v.${id}`, label: name, role: 'option' as const }))
  rooms.speak(inbound.from, { kind: 'notice', language, lines, choices })
}

async function askWords(
  ground: Ground,
  rooms: Rooms,
  inbound: Inbound,
  addressHash: string,
  organisation: Organisation,
  language: Language,
): Promise<void> {
  if (!inbound.from) return
  const words = wordsFor(language)
  await expect(ground, inbound.channel, addressHash, { what: 'proposal', organisationId: organisation.id })
  const data = `v.${organisation.id}`
  rooms.speak(inbound.from, {
    kind: 'notice',
    language,
    lines: [
      { text: words('proposal-ask'), style: 'strong' },
      { text: words('proposal-who', { organisation: organisation.name }) },
      { text: words('text-no-names') },
      { text: words('text-no-helpline') },
    ],
    choices: [{ data, label: words('proposal-write'), role: 'write' }],
    typed: { label: words('proposal-field'), max: LONGEST, data },
  })
}

async function store(
  ground: Ground,
  rooms: Rooms,
  inbound: Inbound,
  addressHash: string,
  given: { organisation: Organisation; language: Language; text: string },
): Promise<'again' | undefined> {
  if (!inbound.from) return
  const { organisation, language } = given
  const text = given.text.trim()
  const say = (key: string, values: Record<string, string> = {}) =>
    rooms.speak(inbound.from!, notice(key, language, values))
  if (text === '' || charactersIn(text) > LONGEST) {
    // A chat message follows the question; who wrote too much may try again.
    if (inbound.type !== 'typed' || inbound.data === undefined)
      await expect(ground, inbound.channel, addressHash, { what: 'proposal', organisationId: organisation.id })
    say(text === '' ? 'proposal-empty' : 'proposal-long', { max: String(LONGEST) })
    return 'again'
  }
  const { text: clean, names } = scrub(text, organisation.language)
  const kept = await storeProposal(ground, {
    organisationId: organisation.id,
    text: clean,
    names,
    language,
    today: todayOf(organisation, ground.clock.now()),
    update: { channel: inbound.channel, id: inbound.id },
    sender: addressHash,
  })
  if (kept) say('proposal-kept', { organisation: organisation.name })
  else say('proposal-enough', { most: String(MOST_A_DAY) })
  await speakIfWorried(ground, rooms, inbound.from, { text, language, organisation })
}

type Person = { language: Language; organisations: Organisation[] }

/** The organisations where this person takes part, by a yes that is in force. */
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
    .where(consentInForce(gateRules(ground)))
    .orderBy('contact_link.organisation_id')
    .select(['contact_link.organisation_id', 'participant.language'])
    .execute()
  const { organisations } = ground.config()
  return {
    language: rows[0]?.language ?? nearestLanguage(inbound.language, 'nl'),
    organisations: rows.flatMap((row) => organisations.get(row.organisation_id) ?? []),
  }
}

/** As a person counts: an emoji is one. */
const charactersIn = (text: string): number => [...new Intl.Segmenter().segment(text)].length

const LONGEST = 300
