/** Messages that showed a question and are not the card any more: their buttons go, and nobody waits for that. */
import {
  type Address,
  type Channel,
  ChannelError,
  type ChannelName,
  type ExternalId,
  type Prompt,
} from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { backOffMs } from './back-off.ts'
import type { Delivery, SendOptions } from './deliver.ts'

export function oldCards(ground: Ground, channels: ReadonlyMap<ChannelName, Channel>, send: Delivery['send']) {
  function disarm(to: Address, message: ExternalId, tries = 0): void {
    channels
      .get(to.channel)
      ?.disarm?.(to, message)
      .catch((error: unknown) => {
        if (!(error instanceof ChannelError) || error.kind !== 'later' || tries >= MOST_DISARMS) return
        const wait = Math.max(error.retryAfter?.total('milliseconds') ?? 0, backOffMs(tries + 1))
        setTimeout(() => disarm(to, message, tries + 1), wait).unref()
      })
  }

  /** Takes the buttons of a card that another one follows. A platform that is busy is asked again, and nobody waits for it. */
  async function retire(to: Address, retired: Prompt, options: SendOptions, tries = 0): Promise<void> {
    const taken = await send(to, retired, { ...options, tries })
    if (taken.outcome !== 'later' || tries >= MOST_DISARMS) return
    const wait = Math.max(ground.clock.now().until(taken.at).total('milliseconds'), 0)
    setTimeout(() => void retire(to, retired, options, tries + 1), wait).unref()
  }

  return { disarm, retire }
}

/** What could not be taken away is taken away at the next tap on it. */
const MOST_DISARMS = 3
