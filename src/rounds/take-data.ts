/** What is kept of a person: seeing it, erasing it, and taking their own message out of the chat. */
import { CAPABILITIES } from '../channels/capabilities.ts'
import { type Address, ChannelError, type Choice, type Inbound, type Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { erasePerson } from '../people/erasing.ts'
import { type Known, knownContact } from '../people/known-contact.ts'
import { makeOneTimeLink } from '../people/one-time-links.ts'
import type { Language } from '../survey/question-set.ts'
import { nearestLanguage, type Words, wordsFor } from '../words/words.ts'
import type { HeldRun } from './deliver.ts'
import { type InboundRooms, notice } from './inbound-rooms.ts'

type Command = Extract<Inbound, { type: 'command' }>
type Tap = Extract<Inbound, { type: 'tapped' }>

/** `/privacy`: who sees what, for how long, and what the platform itself can see. */
export async function takePrivacy(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Command,
  addressHash: string,
): Promise<void> {
  if (!inbound.from) return
  const known = await knownContact(ground, inbound.channel, addressHash)
  const language = languageFor(known, inbound)
  const words = wordsFor(language)
  const lines = [
    words('privacy-kept'),
    words('privacy-reach'),
    words('privacy-who', { floor: floorOf(ground, known) }),
    words('privacy-long', keepingOf(ground, known)),
    words(`privacy-platform-${inbound.channel}`),
    words(`privacy-rights-${inbound.channel}`),
  ]
  rooms.speak(inbound.from, prompt(language, lines))
}

/** `/mijndata`: a link to a page of their own. */
export async function takeMyData(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Command,
  addressHash: string,
): Promise<void> {
  if (!inbound.from) return
  const known = await knownContact(ground, inbound.channel, addressHash)
  const language = languageFor(known, inbound)
  if (!known) return rooms.speak(inbound.from, notice('data-nothing', language))
  const words = wordsFor(language)
  const here = inbound.channel === 'web'
  const token = here
    ? ''
    : `/${await makeOneTimeLink(ground, { purpose: 'my-data', contactId: known.contactId, minutes: PAGE_MINUTES })}`
  const link: Choice = { data: '', label: words('data-open'), role: 'link', url: rooms.pageUrl(`/mijn${token}`) }
  rooms.speak(inbound.from, prompt(language, [words(here ? 'data-link-here' : 'data-link')], [link]))
}

/** `/wis`: says first what stays, and asks once. */
export async function takeErase(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Command,
  addressHash: string,
): Promise<void> {
  if (!inbound.from) return
  const known = await knownContact(ground, inbound.channel, addressHash)
  const language = languageFor(known, inbound)
  if (!known) return rooms.speak(inbound.from, notice('data-nothing', language))
  rooms.speak(inbound.from, erasePrompt(ground, inbound.from, language))
}

/** A button that begins with `d.`. */
export async function takeDataTap(
  ground: Ground,
  rooms: InboundRooms,
  inbound: Tap,
  addressHash: string,
): Promise<void> {
  const { from } = inbound
  if (!from) return
  const known = await knownContact(ground, inbound.channel, addressHash)
  const language = languageFor(known, inbound)
  const say = (key: string) => rooms.speak(from, notice(key, language))
  const [, what, about, stamp] = inbound.data.split('.')
  switch (what) {
    case 'e': {
      if (about === 'n') return say('data-not-erased')
      if (about !== 'y' || !known) return say('data-nothing')
      if (!isFresh(ground, stamp)) {
        const again = erasePrompt(ground, from, language)
        again.lines = [{ text: wordsFor(language)('data-erase-old') }, ...again.lines]
        return rooms.speak(from, again)
      }
      const erased = await erasePerson(ground, inbound.channel, addressHash)
      rooms.runs.forget(erased?.runs ?? [])
      rooms.wake()
      // The page says it itself, and forgets who it was.
      if (inbound.channel === 'web') return
      const words = wordsFor(language)
      return rooms.speak(from, prompt(language, [words('data-erased'), words('data-erased-again')]))
    }
    case 'x':
      return say(await removed(rooms, from, about ?? ''))
    case 'k':
      return say('data-remove-left')
    default:
      return say(known ? 'notice-stale' : 'data-gone-tap')
  }
}

async function removed(rooms: InboundRooms, from: Address, message: string): Promise<string> {
  try {
    return (await rooms.remove(from, message)) ? 'data-removed' : 'data-remove-refused'
  } catch (error) {
    if (error instanceof ChannelError && error.kind === 'later') return 'data-remove-busy'
    throw error
  }
}

/**
 * After an open answer that was typed in the chat: offers to take the message out of it. Which message it was stands
 * in the button alone.
 */
export function offerRemoval(
  rooms: Pick<InboundRooms, 'speak'>,
  held: Pick<HeldRun, 'address' | 'language'>,
  inbound: Inbound,
): void {
  if (inbound.type !== 'typed' || inbound.message === undefined || inbound.data !== undefined) return
  if (!CAPABILITIES[inbound.channel].removesTheirMessage) return
  const words = wordsFor(held.language)
  const choices = [button(words, 'data-remove-yes', `d.x.${inbound.message}`), button(words, 'data-remove-no', 'd.k')]
  rooms.speak(held.address, prompt(held.language, [words('data-remove')], choices))
}

function erasePrompt(ground: Ground, to: Address, language: Language): Prompt {
  const words = wordsFor(language)
  const asked = prompt(
    language,
    [words('data-erase-what'), words('data-erase-stays'), words(`data-erase-chat-${to.channel}`)],
    [
      button(words, 'data-erase-yes', `d.e.y.${minuteOf(ground).toString(36)}`),
      button(words, 'data-erase-no', 'd.e.n'),
    ],
  )
  asked.lines.unshift({ text: words('data-erase-title'), style: 'strong' })
  asked.lines.push({ text: words('data-erase-sure'), style: 'strong' })
  return asked
}

/** A card that stands in a chat for days is touched by accident: it erases nothing any more, it asks again. */
function isFresh(ground: Ground, stamp: string | undefined): boolean {
  const age = minuteOf(ground) - Number.parseInt(stamp ?? '', 36)
  return age >= 0 && age <= PAGE_MINUTES
}

const minuteOf = (ground: Ground): number => Math.floor(ground.clock.now().epochMilliseconds / 60_000)

const prompt = (language: Language, lines: string[], choices: Choice[] = []): Prompt => ({
  kind: 'notice',
  language,
  lines: lines.flatMap((line) => line.split('\n')).map((text) => ({ text })),
  choices,
  silent: true,
})

const button = (words: Words, key: string, data: string): Choice => ({ data, label: words(key), role: 'option' })

const languageFor = (known: Known | null, inbound: Inbound): Language =>
  known?.language ?? nearestLanguage(inbound.language, 'nl')

/** The smallest group of which somebody's organisations show figures. */
function floorOf(ground: Ground, known: Known | null): number {
  const floors = organisationsOf(ground, known).map((one) => one.smallestGroup)
  return floors.length > 0 ? Math.min(...floors) : SMALLEST_GROUP
}

/** The longest that any of somebody's organisations keeps things; for who takes part nowhere, the longest there is. */
function keepingOf(ground: Ground, known: Known | null) {
  const kept = organisationsOf(ground, known).map((one) => one.keep)
  const longest = (of: 'textDays' | 'answerMonths' | 'stoppedDays') =>
    kept.length > 0 ? Math.max(...kept.map((one) => one[of])) : LONGEST[of]
  return {
    textDays: longest('textDays'),
    answerMonths: longest('answerMonths'),
    stoppedDays: longest('stoppedDays'),
  }
}

const organisationsOf = (ground: Ground, known: Known | null) =>
  (known?.organisations ?? []).flatMap((id) => ground.config().organisations.get(id) ?? [])

const SMALLEST_GROUP = 5
const LONGEST = { textDays: 90, answerMonths: 3, stoppedDays: 30 }
/** How long a private page, and a question whether to erase everything, can be used. */
const PAGE_MINUTES = 30
