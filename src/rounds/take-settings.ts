/** What a person arranges for themselves: language, rest, and how a card looks. One set of wishes, for all organisations. */
import type { Inbound, Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import {
  chooseLanguage,
  chooseRest,
  chooseTextOnly,
  type Person,
  pause,
  REST_WISHES,
  readPerson,
  resume,
} from '../people/own-settings.ts'
import { textOnly } from '../survey/text-only.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import { type InboundRooms, notice } from './inbound-rooms.ts'
import { replan } from './replan.ts'
import { languagePrompt, pausePrompt, settingsPrompt } from './settings-card.ts'

type Command = Extract<Inbound, { type: 'command' }>
type Tap = Extract<Inbound, { type: 'tapped' }>

/** `/taal` */
export function takeLanguage(ground: Ground, rooms: InboundRooms, inbound: Command, addressHash: string) {
  return withPerson(ground, rooms, inbound, addressHash, async (person) => languagePrompt(person))
}

/** `/pauze`: at once, for a month. */
export function takePause(ground: Ground, rooms: InboundRooms, inbound: Command, addressHash: string) {
  return withPerson(ground, rooms, inbound, addressHash, (person) => startPause(ground, person))
}

/** `/instellingen` */
export function takeSettings(ground: Ground, rooms: InboundRooms, inbound: Command, addressHash: string) {
  return withPerson(ground, rooms, inbound, addressHash, async (person) => settingsPrompt(person))
}

/** A button of these cards (`s.…`). It says what must be, not what must change: tapping it twice is tapping it once. */
export function takeSettingsTap(ground: Ground, rooms: InboundRooms, inbound: Tap, addressHash: string) {
  return withPerson(ground, rooms, inbound, addressHash, async (person) => {
    const [, what, wish, on] = inbound.data.split('.')
    switch (what) {
      case 'l': {
        const language = person.languages.find((one) => one === wish)
        if (!language) return languagePrompt(person)
        await chooseLanguage(ground, person, language)
        await redrawCards(rooms, inbound, addressHash)
        return notice('settings-language-done', language)
      }
      case 't':
        return languagePrompt(person)
      case 'x':
        await chooseTextOnly(ground, person, wish === '1')
        await redrawCards(rooms, inbound, addressHash)
        return settingsOf(ground, inbound, addressHash)
      case 'r': {
        const rest = REST_WISHES.find((one) => one === wish)
        if (!rest) return notice('notice-stale', person.language)
        await chooseRest(ground, person, rest, on === '1')
        await replan(ground, person.contactId)
        rooms.wake()
        return settingsOf(ground, inbound, addressHash)
      }
      case 'p':
        return startPause(ground, person)
      case 'w':
        await resume(ground, person)
        await replan(ground, person.contactId, { alsoNew: true })
        rooms.wake()
        return notice('settings-resumed', person.language)
      default:
        return notice('notice-stale', person.language)
    }
  })
}

/** What waits is not sent; what stands there stays, for answering it is their own doing. */
async function startPause(ground: Ground, person: Person): Promise<Prompt> {
  const until = await pause(ground, person)
  await replan(ground, person.contactId)
  return pausePrompt(person, until)
}

async function settingsOf(ground: Ground, inbound: Tap, addressHash: string): Promise<Prompt | null> {
  const person = await readPerson(ground, inbound.channel, addressHash)
  return person ? settingsPrompt(person) : null
}

/** Cards that are open read anew at once: somebody may be in the middle of them. */
async function redrawCards(rooms: InboundRooms, inbound: Tap, addressHash: string): Promise<void> {
  rooms.runs.clear()
  for (const held of await rooms.runs.ofPerson(inbound.channel, addressHash)) rooms.redraw(held)
}

/** Nothing is kept of who takes part nowhere, so there is nothing to set. */
async function withPerson(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Command | Tap,
  addressHash: string,
  answer: (person: Person) => Promise<Prompt | null>,
): Promise<void> {
  if (!inbound.from) return
  const person = await readPerson(ground, inbound.channel, addressHash)
  if (!person) return rooms.speak(inbound.from, notice('settings-nobody', nearestLanguage(inbound.language, 'nl')))
  const prompt = await answer(person)
  // As they want it from now on, which may be what they just chose.
  const plain = (await readPerson(ground, inbound.channel, addressHash))?.textOnly ?? person.textOnly
  if (prompt) rooms.speak(inbound.from, plain ? textOnly(prompt, wordsFor(prompt.language)) : prompt)
}
