/**
 * What people did last, for as long as Discord lets us answer it: 15 minutes. Kept in memory only,
 * because an interaction's token is a secret and nothing that must survive depends on it.
 */
import type { Clock } from '../../clock.ts'
import type { Language } from '../../survey/question-set.ts'
import type { Interaction } from './interactions.ts'
import { placeCommandOf } from './wire.ts'

export type Visit = {
  application: string
  token: string
  person: string
  language: Language
  where: Interaction['where']
  /** It began with somebody's own card, which stays as it is: nothing shows "thinking…". */
  onCard: boolean
  /** Set for a command that is about the place it was given in: the id of that channel. */
  place: string | undefined
  expires: Temporal.Instant
  /** Direct messages proved closed: what we have to say is shown in the server, to this person only. */
  closed: boolean
}

/** How a message that only one person sees can be edited: by the token of the interaction that made or touched it. */
export type Handle = { application: string; token: string; target: string; expires: Temporal.Instant }

export type Visits = ReturnType<typeof makeVisits>

const LIFETIME = Temporal.Duration.from({ minutes: 15 })
/** Discord counts from its own clock: better to stop a little early than to be refused. */
const MARGIN = Temporal.Duration.from({ seconds: 15 })

export function makeVisits(clock: Clock) {
  const visits = new Map<string, Visit>()
  const latestOf = new Map<string, Visit>()
  const waiting = new Set<Visit>()
  const handles = new Map<string, Handle>()

  return { open, answered, remember, handleOf, latest, waitingPerson, waitingPlace }

  /** Starts a visit, once an interaction is acknowledged; the same interaction again is the same visit. */
  function open(interaction: Interaction, expectsAnswer: boolean): Visit {
    forgetExpired()
    const known = visits.get(interaction.id)
    if (known) return known
    const visit: Visit = {
      application: interaction.application,
      token: interaction.token,
      person: interaction.person,
      language: interaction.language,
      where: interaction.where,
      onCard: !expectsAnswer,
      place: placeCommandOf(interaction) ? interaction.channel : undefined,
      expires: clock.now().add(LIFETIME).subtract(MARGIN),
      closed: interaction.where === 'ephemeral',
    }
    visits.set(interaction.id, visit)
    latestOf.delete(visit.person)
    latestOf.set(visit.person, visit)
    if (expectsAnswer) waiting.add(visit)
    if (interaction.where === 'ephemeral' && interaction.message) remember(interaction.message.id, visit, '@original')
    return visit
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

  /** Claims the answer: true for the first caller only. */
  function answered(visit: Visit): boolean {
    return waiting.delete(visit)
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
