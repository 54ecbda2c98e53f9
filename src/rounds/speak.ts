/** Says something outside any card: a welcome, a remark. It is not kept; when the platform asks to wait, it is tried a few times more. */
import type { Address, ExternalId, Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Delivery } from './deliver.ts'

/** `replaces`: the message that these words take the place of; `paced`: it had its turn in the bulk. */
export type Speak = (to: Address, prompt: Prompt, options?: SpeakOptions) => void
type SpeakOptions = { replaces?: ExternalId; paced?: boolean }

/** @param background keeps the process from stopping while something is being said */
export function createSpeak(
  ground: Ground,
  delivery: Delivery,
  background: (work: () => Promise<void>) => void,
): Speak {
  const say = (
    to: Address,
    prompt: Prompt,
    { paced = false, ...options }: SpeakOptions & { nonce: string },
    tries: number,
  ) =>
    background(async () => {
      const said = await delivery.send(to, prompt, { ...options, paced, tries })
      if (said.outcome !== 'later' || tries >= MOST_TRIES) return
      const wait = Math.min(ground.clock.now().until(said.at).total('milliseconds'), LONGEST_WAIT_MS)
      setTimeout(() => say(to, prompt, options, tries + 1), Math.max(wait, SHORTEST_WAIT_MS)).unref()
    })
  return (to, prompt, options = {}) => say(to, prompt, { nonce: ground.newId(), ...options }, 0)
}

const MOST_TRIES = 3
const SHORTEST_WAIT_MS = 100
const LONGEST_WAIT_MS = 30_000
