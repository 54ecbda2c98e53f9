/**
 * A device that goes from hand to hand: one person after another answers the open questions of one session, under a
 * word of their own or under none, and leaves nothing behind for who comes next.
 */
import type { Address, Inbound, Prompt, Take } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import { bandOf } from '../people/ages.ts'
import { CONSENT_TEXT } from '../people/consent-gate.ts'
import { erasePerson } from '../people/erasing.ts'
import type { Fleeting } from '../people/fleeting.ts'
import {
  agePrompt,
  consentPrompt,
  decodeJoin,
  type JoinButton,
  joinLanguage,
  languagesOf,
  nextStep,
} from '../people/join-conversation.ts'
import { type JoinFault, readJoinLink } from '../people/join-links.ts'
import { join } from '../people/joining.ts'
import { decodeButton } from '../survey/button-data.ts'
import type { Language } from '../survey/question-set.ts'
import { fold } from '../survey/read-reply.ts'
import { CONTROL } from '../survey/types.ts'
import { joinOpenRounds } from './come-in.ts'
import type { HeldRuns } from './held-runs.ts'
import { hasFinished, isAnythingOpen, leaveDevice, noteAtTablet } from './tablet-rows.ts'
import { createVisits, type TabletOver, type Visit } from './tablet-visits.ts'

export type TabletStart = {
  organisation: string
  languages: Language[]
  language: Language
  /** False: no question is open now. */
  anythingOpen: boolean
}

/** What stands on the device; `notices`: what was just said, newest first. `over`: the last words of a visit. */
export type TabletScreen = { language: Language; notices: Prompt[] } & (
  | { show: 'alias'; refused: { text: string; key: 'alias-taken' | 'alias-short' } | null }
  | { show: 'prompt'; prompt: Prompt }
  | { show: 'over'; key: TabletOver }
)
/** What somebody did on the device; `id` tells one event from another. */
export type TabletAct = { id: string } & (
  | { do: 'name'; alias: string | null }
  | { do: 'tap'; data: string }
  | { do: 'write'; data: string; text: string }
  | { do: 'help' }
  | { do: 'wipe' }
  | { do: 'next' }
)

export type Tablet = {
  /** @param wanted the language chosen on the start screen, if any */
  start(token: string, wanted: string | undefined): Promise<TabletStart | { fault: JoinFault }>
  /** @returns the name of the visit; null when there is nothing to begin */
  begin(token: string, wanted: string | undefined): Promise<string | null>
  /** Null: no such visit (any more), or it is over; show the start screen. */
  look(token: string, visit: string): Promise<TabletScreen | null>
  act(token: string, visit: string, act: TabletAct): Promise<TabletScreen | null>
}

export type TabletRooms = {
  take: Take
  runs: HeldRuns
  fleeting: Fleeting
  wake(): void
  cardsFor(address: Address): Promise<Prompt[]>
  notices(addressId: string): Promise<Prompt[]>
  /** Resolves when something was said to this address, or after a moment. */
  news(addressId: string): Promise<void>
}

export function createTablet(ground: Ground, rooms: TabletRooms): Tablet {
  const visits = createVisits(rooms.fleeting)
  const organisationOf = (id: string) => ground.config().organisations.get(id)

  async function at(token: string): Promise<{ organisation: Organisation; sessionId: string } | { fault: JoinFault }> {
    const link = await readJoinLink(ground, token)
    if ('fault' in link) return link
    const organisation = organisationOf(link.organisationId)
    return organisation && link.sessionId !== null ? { organisation, sessionId: link.sessionId } : { fault: 'unknown' }
  }

  async function screenOf(visit: Visit): Promise<TabletScreen> {
    const { language, token } = visit
    const said = { language, notices: await rooms.notices(idOf(visit)) }
    switch (visit.step) {
      case 'alias':
        return { ...said, show: 'alias', refused: null }
      case 'age':
        return { ...said, show: 'prompt', prompt: agePrompt(token, language) }
      case 'consent': {
        const organisation = organisationOf(visit.organisationId)!
        const given = { token, language, age: visit.age!, more: visit.more, shared: true }
        return { ...said, show: 'prompt', prompt: consentPrompt(organisation, 'web', given) }
      }
      case 'cards': {
        // The oldest first: one question at a time stands on the device.
        const prompt = (await rooms.cardsFor(visit.address!)).filter(asks).at(-1)
        return prompt ? { ...said, show: 'prompt', prompt } : over(visit, 'thanks')
      }
      case 'over':
        return over(visit, visit.over ?? 'thanks')
      default: {
        const never: never = visit.step
        return never
      }
    }
  }

  /** The visit stays for who asks for help now; nothing of it can be seen any more. */
  async function over(visit: Visit, key: TabletOver): Promise<TabletScreen> {
    Object.assign(visit, { step: 'over', over: key })
    await visits.save(visit)
    return { language: visit.language, notices: await rooms.notices(idOf(visit)), show: 'over', key }
  }

  async function name(visit: Visit, typed: string | null): Promise<TabletScreen> {
    const alias = typed === null ? null : fold(typed).slice(0, LONGEST_ALIAS)
    const refused = (key: 'alias-taken' | 'alias-short') => refusedWord(visit, typed ?? '', key)
    if (alias !== null && alias.length < SHORTEST_ALIAS) return refused('alias-short')
    if (alias !== null) {
      const before = await hasFinished(ground, visit.organisationId, visit.sessionId, addressOf(visit, alias))
      if (before || (await visits.isTaken(visit, alias, ground.clock.now()))) return refused('alias-taken')
    }
    Object.assign(visit, { alias, step: 'age' })
    return screenOf(visit)
  }

  /** A button of the questions before the first: the same words as everywhere, and nothing stored before a yes. */
  async function takeJoin(visit: Visit, id: string, button: JoinButton): Promise<TabletScreen> {
    const organisation = organisationOf(visit.organisationId)!
    if (button.choice === 'n') return over(visit, 'no')
    const age = button.age ?? visit.age
    const step = nextStep(ground.config(), organisation, 'web', { language: visit.language, age })
    if (step === 'under-13') return over(visit, 'under-13')
    if (step === 'not-here' || step === 'elsewhere') return over(visit, 'not-here')
    Object.assign(visit, { age, more: button.choice === 'm', step: step === 'consent' ? 'consent' : 'age' })
    const yes = button.choice === 'y' && step === 'consent' && button.text === CONSENT_TEXT
    if (!yes) return screenOf(visit)
    // Two devices, each on an instance of its own, may have been given the same word: it is one person's.
    if (!(await visits.claim(visit))) {
      const word = visit.alias ?? ''
      Object.assign(visit, { alias: null, step: 'alias' })
      return refusedWord(visit, word, 'alias-taken')
    }
    await takeYes(visit, organisation, id)
    return screenOf(visit)
  }

  async function takeYes(visit: Visit, organisation: Organisation, id: string): Promise<void> {
    const address = addressOf(visit, visit.alias)
    const { language, sessionId } = visit
    const inbound = { channel: 'web', id } as const
    const joined = await join(ground, organisation, address, { language, ageBand: bandOf(visit.age!)!, inbound })
    Object.assign(visit, { address, step: 'cards' })
    await visits.save(visit)
    if (!joined) return
    const { participantId, contactId } = joined
    await noteAtTablet(ground, organisation.id, sessionId, participantId)
    await joinOpenRounds(ground, organisation, participantId, ground.clock.now(), sessionId)
    await leaveDevice(ground, contactId)
    rooms.runs.clear()
    rooms.wake()
  }

  async function wipe(visit: Visit): Promise<TabletScreen> {
    if (visit.address) {
      const erased = await erasePerson(ground, 'web', ground.vault.hashAddress(visit.address))
      if (erased) rooms.runs.forget(erased.runs)
      // Nothing of them stays, not even where the visit is kept.
      await visits.end(visit)
      Object.assign(visit, { address: null, alias: null })
    }
    return over(visit, 'wiped')
  }

  async function goOn(visit: Visit, act: Exclude<TabletAct, { do: 'help' | 'next' }>): Promise<TabletScreen> {
    switch (act.do) {
      case 'wipe':
        return wipe(visit)
      case 'name':
        return visit.step === 'alias' ? name(visit, act.alias) : screenOf(visit)
      case 'tap': {
        const button = decodeJoin(act.data)
        if (button && (visit.step === 'age' || visit.step === 'consent')) return takeJoin(visit, act.id, button)
        if (isOnCards(visit, act.data)) await handIn(visit, { id: act.id, type: 'tapped', data: act.data })
        return screenOf(visit)
      }
      case 'write': {
        const { id, data, text } = act
        if (isOnCards(visit, data)) await handIn(visit, { id, type: 'typed', text, data })
        return screenOf(visit)
      }
      default: {
        const never: never = act
        return never
      }
    }
  }

  /** Hands in what belongs to a card, and waits for what is said about it. */
  async function handIn(visit: Visit, event: Unsent): Promise<void> {
    const from: Address = { channel: 'web', id: idOf(visit) }
    const news = rooms.news(from.id)
    await rooms.take({ channel: 'web', from, language: visit.language, ...event })
    await news
  }

  return {
    async start(token, wanted) {
      const found = await at(token)
      if ('fault' in found) return found
      const { organisation, sessionId } = found
      return {
        organisation: organisation.name,
        languages: languagesOf(organisation),
        language: wanted === undefined ? organisation.language : joinLanguage(organisation, wanted),
        anythingOpen: await isAnythingOpen(ground, organisation.id, sessionId),
      }
    },
    async begin(token, wanted) {
      const found = await at(token)
      if ('fault' in found || !(await isAnythingOpen(ground, found.organisation.id, found.sessionId))) return null
      const id = ground.newId()
      await visits.save({
        id,
        token,
        organisationId: found.organisation.id,
        sessionId: found.sessionId,
        language: joinLanguage(found.organisation, wanted),
        step: 'alias',
        over: null,
        alias: null,
        age: null,
        more: false,
        address: null,
        touchedAt: ground.clock.now(),
      })
      return id
    },
    async look(token, id) {
      const visit = await visits.find(token, id)
      if (visit && visit.step !== 'over') return screenOf(visit)
      if (visit) await visits.end(visit)
      return null
    },
    async act(token, id, act) {
      const visit = await visits.find(token, id)
      if (!visit || !organisationOf(visit.organisationId)) return null
      visit.touchedAt = ground.clock.now()
      await visits.save(visit)
      if (act.do === 'help') await handIn(visit, { id: act.id, type: 'command', command: 'help', argument: '' })
      else if (act.do === 'next') await visits.end(visit)
      else if (visit.step !== 'over') return goOn(visit, act)
      return act.do === 'next' ? null : screenOf(visit)
    },
  }
}

type Unsent = Inbound extends infer Event
  ? Event extends Inbound
    ? Omit<Event, 'channel' | 'from' | 'language'>
    : never
  : never

const refusedWord = (visit: Visit, text: string, key: 'alias-taken' | 'alias-short'): TabletScreen => ({
  ...{ language: visit.language, notices: [], show: 'alias', refused: { text, key } },
})

/** No cookie can hold such a name, so nobody else's page can be this one. The same word at the same session is the same person. */
const addressOf = (visit: Visit, alias: string | null): Address => ({
  channel: 'web',
  id: alias === null ? `once:${visit.id}` : `alias:${visit.sessionId}:${alias}`,
})
const idOf = (visit: Visit): string => visit.address?.id ?? `visit:${visit.id}`

/** True for a card that asks something still: what is over can only be changed, or followed by help. */
const asks = (prompt: Prompt): boolean =>
  prompt.choices.some(({ data }) => {
    const code = decodeButton(data)?.code
    return code !== undefined && code !== CONTROL.change && code !== CONTROL.help
  })

/** Buttons and fields of cards, and of help; nothing else is to be had from a device that others hold too. */
const isOnCards = (visit: Visit, data: string): boolean => visit.address !== null && /^[rh]\./.test(data)
const SHORTEST_ALIAS = 2
const LONGEST_ALIAS = 40
