/** What happens with an event: acknowledged first, handed to the house next, and never left without an answer. */
import { InteractionResponseType } from 'discord.js'
import { describeError, type Log } from '../../log.ts'
import { wordsFor } from '../../words/words.ts'
import type { Inbound, Take } from '../port.ts'
import type { Api } from './api.ts'
import { isRepeatedAcknowledgement, numbersOf } from './errors.ts'
import { pause } from './gateway.ts'
import { acknowledgement, expectsAnswer, type Interaction, readInteraction } from './interactions.ts'
import { type Sending, TROUBLE } from './sending.ts'
import type { Visit, Visits } from './visits.ts'
import { fromInteraction, type GatewayEvent, toInbound, toMessage } from './wire.ts'

type Acknowledgement = ReturnType<typeof acknowledgement>

export function makeReceiving(parts: {
  api: Api
  visits: Visits
  sending: Sending
  log: Log
  timing: { again: Temporal.Duration[]; quiet: Temporal.Duration }
}) {
  const { api, visits, sending, log, timing } = parts
  const inFlight = new Set<Promise<void>>()
  const timers = new Set<NodeJS.Timeout>()
  let take: Take | undefined
  let hurry = new AbortController()

  return { start, onEvent, onPosted, finish, close }

  function start(next: Take): void {
    take = next
    hurry = new AbortController()
  }

  function onEvent(event: GatewayEvent): void {
    follow(() => receive(event))
  }

  /**
   * An interaction whose acknowledgement travels as the answer to a request; the rest begins with `goOn`, once that
   * has left. Null while nothing is taken in: what is not acknowledged, a person can do again.
   */
  function onPosted(interaction: Interaction): { response: Acknowledgement; goOn(): void } | null {
    if (!take) return null
    const response = acknowledgement(interaction)
    const left = Promise.withResolvers<void>()
    follow(async () => {
      await left.promise
      await receiveAcknowledged(interaction, response, true)
    })
    return { response, goOn: left.resolve }
  }

  function follow(receiving: () => Promise<void>): void {
    const work = receiving()
      .catch((error: unknown) => log.error(describeError(error), 'discord: an event was lost'))
      .finally(() => inFlight.delete(work))
    inFlight.add(work)
  }

  /** Waits for events in flight; tries that still wait happen at once. */
  async function finish(): Promise<void> {
    hurry.abort()
    await Promise.all(inFlight)
    take = undefined
  }

  function close(): void {
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
  }

  async function receive(event: GatewayEvent): Promise<void> {
    const interaction = event.t === 'INTERACTION_CREATE' ? readInteraction(event.d) : null
    if (interaction) return await receiveInteraction(interaction)
    const inbound = toInbound(event)
    if (!inbound) return
    const { from } = inbound
    if (from?.route !== undefined) sending.learnRoute(from.id, from.route)
    if (!(await handOver(inbound)) && from?.route !== undefined) await apologise(from.route)
  }

  async function receiveInteraction(interaction: Interaction): Promise<void> {
    const response = acknowledgement(interaction)
    await receiveAcknowledged(interaction, response, await acknowledge(interaction, response))
  }

  async function receiveAcknowledged(
    interaction: Interaction,
    response: Acknowledgement,
    acknowledged: boolean,
  ): Promise<void> {
    if (response.type === InteractionResponseType.Modal) return
    if (interaction.where === 'dm' && interaction.channel !== undefined) {
      sending.learnRoute(interaction.person, interaction.channel)
    }
    const visit = acknowledged ? visits.open(interaction, expectsAnswer(response)) : null
    // Before the house knows: from then on another instance may be the one that answers.
    if (visit) await share(visit)
    const inbound = fromInteraction(interaction)
    if (!inbound) {
      if (visit) sending.answer(visit, 'discord-unknown')
      return
    }
    const stored = await handOver(inbound)
    if (!visit) return
    if (!stored) return await confess(visit)
    answerInTime(visit)
    // Who has just become known may be kept from now on.
    await share(visit)
  }

  /** Without it, this instance alone can answer: as long as it lives, that is enough. */
  async function share(visit: Visit): Promise<void> {
    try {
      await visits.share(visit)
    } catch (error) {
      log.warn(describeError(error), 'discord: how somebody in a server can be answered was not noted')
    }
  }

  /** False when Discord does not know the interaction (any more), or has had its answer: it still counts for us. */
  async function acknowledge(interaction: Interaction, response: Acknowledgement): Promise<boolean> {
    try {
      await api.acknowledge(interaction.id, interaction.token, response)
      return true
    } catch (error) {
      if (!isRepeatedAcknowledgement(error)) {
        log.warn(numbersOf(error), 'discord: an interaction could not be acknowledged')
      }
      return false
    }
  }

  /** Discord delivers nothing twice, so what the house could not store is offered again from here. */
  async function handOver(inbound: Inbound): Promise<boolean> {
    for (const wait of [null, ...timing.again]) {
      if (wait) await pause(wait.total('milliseconds'), hurry.signal)
      try {
        await take?.(inbound)
        return true
      } catch (error) {
        log.warn(describeError(error), 'discord: an event could not be stored')
      }
    }
    return false
  }

  /** "Thinking…" goes away by the first message that follows; without one, by a sentence after a while. */
  function answerInTime(visit: Visit): void {
    if (visit.onCard) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (visit.where === 'dm') sending.dismiss(visit)
      else sending.answer(visit, 'discord-received')
    }, timing.quiet.total('milliseconds'))
    timer.unref()
    timers.add(timer)
  }

  async function confess(visit: Visit): Promise<void> {
    sending.answer(visit, TROUBLE)
    if (visit.onCard) await api.addAnswer(visit, trouble(visit.language)).catch(() => {})
  }

  async function apologise(channel: string): Promise<void> {
    await api.post(channel, trouble('nl')).catch(() => {})
  }
}

function trouble(language: Visit['language']) {
  const text = wordsFor(language)(TROUBLE)
  return toMessage({ kind: 'notice', language, lines: [{ text }], choices: [] })
}
