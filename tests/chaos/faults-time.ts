/** (d) Updates that come twice, late and out of order; (e) the clock; (f) an instance that sleeps and wakes up. */
import { kill } from './faults-kill.ts'
import { later, type Play, type Scenario } from './play.ts'
import type { Amount } from './scenarios.ts'

/** From now on what people do reaches us shuffled, some of it twice, some of it long after. */
export async function repeats(play: Play): Promise<void> {
  const { telegram, discord } = play.stage
  const { chance } = play
  let twice = 0
  let late = 0
  /** What is kept back for a few looks, by the number of looks. */
  function disturb<T>(): (fresh: T[]) => T[] {
    let kept: { one: T; looks: number }[] = []
    return (fresh) => {
      kept = kept.map(({ one, looks }) => ({ one, looks: looks - 1 }))
      const due = kept.filter(({ looks }) => looks <= 0).map(({ one }) => one)
      kept = kept.filter(({ looks }) => looks > 0)
      const now: T[] = [...due]
      for (const one of fresh) {
        const first = chance.happens(0.25) ? 1 + chance.below(10) : 0
        if (first > 0) {
          late += 1
          kept.push({ one, looks: first })
        } else now.push(one)
        if (chance.happens(0.3)) {
          twice += 1
          kept.push({ one, looks: first + chance.below(15) })
        }
      }
      return now
        .map((one) => ({ one, place: chance.next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one)
    }
  }
  const onTelegram = disturb<never>()
  telegram.hold()
  const dispatch = discord.gateway.dispatch
  const onDiscord = disturb<[string, unknown]>()
  const held: [string, unknown][] = []
  discord.gateway.dispatch = (type, payload) => void held.push([type, payload])
  let over = false
  play.eachLook(() => {
    if (over) return
    telegram.release((updates) => onTelegram(updates as never[]))
    telegram.hold()
    for (const [type, payload] of onDiscord(held.splice(0))) dispatch(type, payload)
  })
  play.after(() => {
    over = true
    discord.gateway.dispatch = dispatch
    for (const [type, payload] of held.splice(0)) dispatch(type, payload)
    telegram.release()
    play.note(`${twice} twice, ${late} late`)
  })
}

/** The night of the change goes by in steps of a quarter of an hour, with a kill before, in, and after the hour itself. */
export const summerTime: Pick<Scenario, 'limit' | 'fault' | 'night'> = {
  limit: 2,
  async night(play) {
    const { clock } = play.stage
    const end = later(play.scenario, { hours: 16 })
    const killsAt = [5, 8, 9].map((hours) => later(play.scenario, { hours }))
    while (Temporal.Instant.compare(clock.now(), end) < 0) {
      clock.pass({ minutes: 15 })
      await looked(play)
      if (killsAt[0] && Temporal.Instant.compare(clock.now(), killsAt[0]) > 0) {
        killsAt.shift()
        kill(play)
        await awake(play)
        // Some go on answering in the middle of the night.
        play.limit(4)
      }
    }
  },
}

/** Nothing runs for two days; whoever was in the middle goes on afterwards. */
export async function outage(play: Play): Promise<void> {
  await play.until('the outage', () => play.people.every((person) => person.done() || person.rests()))
  await play.everythingSent()
  await play.fleet.stop()
  play.stage.clock.pass({ hours: 48 })
  play.fleet.keep(1)
  play.limit(4)
  play.note('48 hours')
}

/** It was to close while nothing ran. */
export async function awayWhileClosing(play: Play): Promise<void> {
  await play.fleet.stop()
  play.stage.clock.set(later(play.scenario, { hours: 24 * 5 }), 1)
  play.fleet.keep(1)
  play.note('two days late')
}

/** The one that listens is stopped in its tracks; another follows; then it wakes up. Again, with the other. */
export async function takeover(play: Play, { freezes }: Amount): Promise<void> {
  const { fleet, chance } = play
  const seconds: string[] = []
  for (let n = 1; n <= freezes; n++) {
    play.limit(n)
    await play.until('a freeze', () => fleet.instances().filter((one) => one.listens()).length === 1)
    const listener = fleet.instances().find((one) => one.listens())!
    const place = chance.pick(['telegram asked', 'telegram done', 'database asked', 'database done'] as const)
    await play.at(place, 1 + chance.below(10), () => listener.signal('SIGSTOP'))
    // For the others it is as if it had died: what it had sent without a note is sent once more.
    play.doubts.messages += 1
    const since = performance.now()
    await play.until('another listens', () => fleet.instances().some((one) => one !== listener && one.listens()))
    seconds.push(`${((performance.now() - since) / 1000).toFixed(0)} s`)
    const taken = play.taken()
    if (n === freezes) play.limit(4)
    await play.until(
      'people go on',
      () => play.taken() > taken || play.people.every((person) => person.done() || person.rests()),
    )
    listener.signal('SIGCONT')
    await play.until('it knows', () => !listener.listens())
  }
  play.note(`${freezes} times, followed after ${seconds.join(', ')}`)
}

/** Waits for a look at all that is due, by whoever runs. */
async function looked(play: Play): Promise<void> {
  const before = play.stage.line.asked()
  await play.until('a look at what is due', () => play.stage.line.asked() > before + A_LOOK)
}

const awake = (play: Play) => play.until('it runs again', () => play.fleet.instances().some((one) => one.ready()))

/** A sweep asks the database more than this. */
const A_LOOK = 10
