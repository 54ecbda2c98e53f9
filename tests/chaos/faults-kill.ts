/** (a) The process is killed as a power cut does it, at moments of which chance says which. */
import type { Phase, Place, Play } from './play.ts'
import type { Amount } from './scenarios.ts'

/** So many kills, most of them while people answer; some in the midst of asking, reminding and closing. */
export function kills({ kills: all }: Amount): Partial<Record<Phase, (play: Play) => Promise<void>>> {
  const opening = Math.ceil(all * 0.1)
  const night = Math.floor(all * 0.05)
  const closing = Math.ceil(all * 0.1)
  return {
    async opening(play) {
      const asked = () => play.people.filter((person) => person.asked()).length
      for (let n = 1; n <= opening; n++) await killWhen(play, () => asked() >= (n / (opening + 1)) * play.people.length)
    },
    async talking(play) {
      const most = all - opening - night - closing
      for (let n = 1; n <= most; n++) await killWhen(play, () => play.taken() >= (n / (most + 1)) * play.total)
    },
    async night(play) {
      for (let n = 0; n < night; n++) await killWhen(play, () => true)
    },
    async closing(play) {
      for (let n = 0; n < closing; n++) await killWhen(play, () => true)
    },
  }
}

/** Waits until it has come so far, and then for something to pass somewhere: at that moment itself it is killed. */
export async function killWhen(play: Play, sofar: () => boolean): Promise<void> {
  const { chance, fleet } = play
  await play.until(`kill ${play.kills + 1}`, () => sofar() && fleet.instances().some((one) => one.alive()))
  await play.at(chance.pick(PLACES), 1 + chance.below(12), () => kill(play))
  // What stands in the place already, while its row still waits.
  if (play.stage.crowd.group.messages.length === 0) return
  const [row] = await play.stage.ask<{ due: number }>(
    `select count(*)::int as due from outgoing where kind = 'digest' and channel = 'telegram' and state = 'due'`,
  )
  play.doubts.digests += row!.due
}

/** At most one repeat a crash, for each message that it had in hand. */
export function kill(play: Play): void {
  const alive = play.fleet.instances().filter((one) => one.alive())
  if (alive.length === 0) return
  play.chance.pick(alive).signal('SIGKILL')
  play.kills += 1
  play.doubts.messages += 1
  // What the dead one had in hand is another's after a while; nobody who lives has anything in hand.
  if (alive.length === 1) play.stage.clock.pass({ seconds: CLAIM_SECONDS })
}

const PLACES: readonly Place[] = [
  'telegram asked',
  'telegram done',
  'discord asked',
  'discord done',
  'database asked',
  'database done',
]
/** Longer than a row stays claimed. */
const CLAIM_SECONDS = 100
