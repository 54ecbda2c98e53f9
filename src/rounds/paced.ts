/** A delivery for one row of the bulk: each message waits for its turn, and nothing leaves under a claim that may have lapsed. */
import type { Address } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Delivered, Delivery } from './deliver.ts'
import type { Pacing } from './pacing.ts'
import type { Row } from './send-row.ts'

/** @param left called when the first message has its turn, or will not get one now */
export function paced(
  ground: Ground,
  { delivery, pacing }: { delivery: Delivery; pacing: Pacing },
  row: Pick<Row, 'place_id' | 'attempts' | 'urgent'>,
  left: () => void,
): Delivery {
  const claimed = performance.now()
  const how = { paced: true, tries: row.attempts }

  async function held(to: Address): Promise<Delivered | null> {
    const { channel } = to
    // The topics of one group share its limit.
    const chat = to.id.split('/')[0]!
    const after = await pacing.turn({ channel, chat, group: row.place_id !== null, urgent: row.urgent })
    left()
    const now = ground.clock.now()
    // What the account waits for, the stream waits for; a chat's own wait is the row's.
    const rest = pacing.restMs(channel) > 0 ? 0 : Math.ceil(after)
    if (after > 0) return { outcome: 'later', at: now.add({ milliseconds: rest }), untried: true }
    // A process that was frozen wakes up with claims that others may have by now; the steady clock went on meanwhile.
    const stale = performance.now() - claimed > MOST_CLAIMED_MS
    return stale ? { outcome: 'later', at: now, untried: true } : null
  }

  return {
    ...delivery,
    send: async (to, prompt, options) => (await held(to)) ?? delivery.send(to, prompt, { ...options, ...how }),
    card: async (run, showing) => (await held(run.address)) ?? delivery.card(run, { ...showing, ...how }),
  }
}

/** Half of a claim: the other half is for the calls themselves. */
const MOST_CLAIMED_MS = 45_000
