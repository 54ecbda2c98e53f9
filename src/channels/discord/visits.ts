/**
 * What people did last, for as long as Discord lets us answer it: 15 minutes. An interaction's token is a secret: it
 * stays in memory, and goes into the house's book for what happens in a server, where another instance may have to answer.
 */
import type { Clock } from '../../clock.ts'
import type { Language } from '../../survey/question-set.ts'
import type { Interaction } from './interactions.ts'
import { placeCommandOf } from './wire.ts'

export type Visit = {
  /** Of the interaction it began with. */
  id: string
  application: string
  token: string
  person: string
  language: Language
  where: Interaction['where']
  /** It began with somebody's own card, which stays as it is: nothing shows "thinking…". */
  onCard: boolean
  /** The message that `@original` stands for, where that is somebody's own card. */
  message: string | undefined
  /** Set for a command that is about the place it was given in: the id of that channel. */
  place: string | undefined
  expires: Temporal.Instant
  /** Direct messages proved closed: what we have to say is shown in the server, to this person only. */
  closed: boolean
  /** It is in the book: another instance may answer it too. */
  shared: boolean
  /** By which message "thinking…" was answered. */
  answeredBy?: string
}

/**
 * Where instances tell each other how somebody in a server can be answered: sealed, never logged, and gone after a
 * quarter of an hour. Names and values mean nothing outside this room; a value is what JSON can hold.
 */
export type VisitBook = {
  /** Keeps a value under a name. @returns false where nothing may be kept of this person */
  keep(person: string, name: string, value: unknown): Promise<boolean>
  /** Null when there is none (any more). */
  find(name: string): Promise<unknown>
  /** @returns whether `by` was the first to claim this name, now or before */
  claim(name: string, by: string): Promise<boolean>
}

/** How a message that only one person sees can be edited: by the token of the interaction that made or touched it. */
export type Handle = { application: string; token: string; target: string; expires: Temporal.Instant }

export type Visits = ReturnType<typeof makeVisits>

const LIFETIME = Temporal.Duration.from({ minutes: 15 })
/** Discord counts from its own clock: better to stop a little early than to be refused. */
const MARGIN = Temporal.Duration.from({ seconds: 15 })

export function makeVisits(clock: Clock, book?: VisitBook) {
  const visits = new Map<string, Visit>()
  const latestOf = new Map<string, Visit>()
  const waiting = new Set<Visit>()
  const handles = new Map<string, Handle>()

  return {
    ...{ open, share, answered, remember, handleOf, latest, waitingPerson, waitingPlace },
    ...{ elsewhere, handleElsewhere, shownBefore, noteShown },
  }

  /** Starts a visit, once an interaction is acknowledged; the same interaction again is the same visit. */
  function open(interaction: Interaction, expectsAnswer: boolean): Visit {
    forgetExpired()
    const known = visits.get(interaction.id)
    if (known) return known
    const visit: Visit = {
      id: interaction.id,
      application: interaction.application,
      token: interaction.token,
      person: interaction.person,
      language: interaction.language,
      where: interaction.where,
      onCard: !expectsAnswer,
      message: interaction.where === 'ephemeral' ? interaction.message?.id : undefined,
      place: placeCommandOf(interaction) ? interaction.channel : undefined,
      expires: clock.now().add(LIFETIME).subtract(MARGIN),
      closed: interaction.where === 'ephemeral',
      shared: false,
    }
    return hold(visit)
  }

  function hold(visit: Visit): Visit {
    visits.set(visit.id, visit)
    latestOf.delete(visit.person)
    latestOf.set(visit.person, visit)
    if (!visit.onCard && visit.answeredBy === undefined) waiting.add(visit)
    if (visit.message !== undefined) remember(visit.message, visit, '@original')
    return visit
  }

  /**
   * Puts a visit into the book, unless it is in the direct message, where any instance can answer, or there already.
   * @throws whatever the book throws
   */
  async function share(visit: Visit): Promise<void> {
    if (!book || visit.where === 'dm' || visit.shared) return
    const { person, message } = visit
    // From here on it may be there, whatever comes of this: what answers it is claimed over all instances, and what
    // answered it before is said along.
    visit.shared = true
    visit.shared = await book.keep(person, ofPerson(person), { ...visit, expires: visit.expires.toString() })
    if (visit.shared && message !== undefined) await keepHandle(visit, message, '@original')
  }

  /** The person's latest visit, whichever instance heard it; it is held here from then on. */
  async function elsewhere(person: string): Promise<Visit | null> {
    const kept = (await book?.find(ofPerson(person))) as Kept<Visit> | null | undefined
    if (!kept) return null
    forgetExpired()
    const known = visits.get(kept.id)
    if (known) return isAlive(known) ? known : null
    const visit = { ...kept, expires: Temporal.Instant.from(kept.expires) }
    return isAlive(visit) ? hold(visit) : null
  }

  async function handleElsewhere(message: string): Promise<Handle | null> {
    const kept = (await book?.find(ofMessage(message))) as Kept<Handle> | null | undefined
    const handle = kept ? { ...kept, expires: Temporal.Instant.from(kept.expires) } : null
    return handle && isAlive(handle) ? handle : null
  }

  /** The message that this nonce became within a visit, whichever instance sent it. */
  async function shownBefore(visit: Visit, nonce: string): Promise<string | null> {
    return visit.shared ? ((await book?.find(ofNonce(visit, nonce))) as string | null) : null
  }

  /** Keeps that this nonce became this message, which can be edited by this instance and by others from now on. */
  async function noteShown(visit: Visit, nonce: string, message: string, target: string): Promise<void> {
    remember(message, visit, target)
    if (!book || !visit.shared) return
    await Promise.all([keepHandle(visit, message, target), book.keep(visit.person, ofNonce(visit, nonce), message)])
  }

  async function keepHandle({ person, application, token, expires }: Visit, message: string, target: string) {
    await book?.keep(person, ofMessage(message), { application, token, target, expires: expires.toString() })
  }

  /** The message can now be edited through this visit's token. */
  function remember(message: string, visit: Visit, target: string): void {
    handles.delete(message)
    handles.set(message, { application: visit.application, token: visit.token, target, expires: visit.expires })
  }

  function handleOf(message: string): Handle | null {
    const handle = handles.get(message)
    return handle && isAlive(handle) ? handle : null
  }

  /**
   * Claims the place where "thinking…" stands, over all instances: true for the first that asks, and for who asks
   * again with the same `by`.
   * @param by the nonce of a message, or what else takes that place
   * @throws whatever the book throws: then nobody knows
   */
  async function answered(visit: Visit, by: string): Promise<boolean> {
    if (!waiting.delete(visit)) return visit.answeredBy === by
    visit.answeredBy = by
    if (!book || !visit.shared) return true
    try {
      if (await book.claim(`answer:${visit.id}`, by)) return true
    } catch (error) {
      waiting.add(visit)
      throw error
    }
    delete visit.answeredBy
    return false
  }

  /** The person's latest visit that can still be answered. */
  function latest(person: string): Visit | null {
    const visit = latestOf.get(person)
    return visit && isAlive(visit) ? visit : null
  }

  function waitingPerson(person: string): Visit[] {
    return [...waiting].filter((visit) => visit.person === person && isAlive(visit))
  }

  function waitingPlace(place: string): Visit[] {
    return [...waiting].filter((visit) => visit.place === place && isAlive(visit))
  }

  function isAlive(it: { expires: Temporal.Instant }): boolean {
    return Temporal.Instant.compare(clock.now(), it.expires) < 0
  }

  /** Maps keep the order of arrival and all live equally long, so the expired ones are in front. */
  function forgetExpired(): void {
    for (const visit of waiting) if (!isAlive(visit)) waiting.delete(visit)
    for (const map of [visits, latestOf, handles] as Map<string, { expires: Temporal.Instant }>[]) {
      for (const [key, it] of map) {
        if (isAlive(it)) break
        map.delete(key)
      }
    }
  }
}

type Kept<T> = Omit<T, 'expires'> & { expires: string }

const ofPerson = (person: string) => `person:${person}`
const ofMessage = (message: string) => `message:${message}`
const ofNonce = (visit: Visit, nonce: string) => `shown:${visit.id}:${nonce}`
