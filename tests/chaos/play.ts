/**
 * One scenario from beginning to end: a session ends, everybody is asked, most answer, some are reminded, the round
 * closes, the digest is posted. Faults come in between; what is true in the end is for `checks.ts` to say.
 */

import { createVault } from '../../src/people/vault.ts'
import { createFleet, type Fleet } from './fleet.ts'
import type { Week } from './house.ts'
import { intentOf, repliesOf } from './intents.ts'
import { makePerson, type Person } from './people.ts'
import { discordScreen, telegramScreen } from './screens.ts'
import { type Chance, seeded } from './seeded.ts'
import { SECRET, type Stage } from './stage.ts'

export type Phase = 'opening' | 'talking' | 'night' | 'closing'
/** Where something passes: a call to a platform, or a word to the database; before it is done, or done and not yet answered. */
export type Place = `${'telegram' | 'discord' | 'database'} ${'asked' | 'done'}`

export type Scenario = {
  name: string
  week: Week
  /** Two seconds before the session ends. */
  start: string
  instances?: number
  /** Of the one listener, in seconds; short where many die. */
  lease?: { lasts: number; renewed: number }
  /** What is done to it, beside what people do in this phase. The phase ends when both have. */
  fault?: Partial<Record<Phase, (play: Play) => Promise<void>>>
  /** How the clock goes from the talking to the next morning, where it does not jump. */
  night?: (play: Play) => Promise<void>
  /** The same for the moment at which the round closes. */
  close?: (play: Play) => Promise<void>
  /** How far people go for the time being: see `Play.limit`. */
  limit?: number
  /** Further settings of the service. */
  settings?: Record<string, string>
  /** Updates are posted to the service, and not asked for. */
  webhook?: boolean
  /** The database is on a disk of its own, that can be filled. */
  smallDisk?: boolean
}

export type Play = {
  stage: Stage
  scenario: Scenario
  fleet: Fleet
  people: Person[]
  chance: Chance
  /** Replies that led to another card, of all that are to come. */
  taken(): number
  total: number
  /** People go no further than this question (1 to 4) until told. */
  limit(questions: number): void
  /** Resolves when it is so. @throws Error when nothing at all moves for long */
  until(what: string, condition: () => boolean | Promise<boolean>): Promise<void>
  /** Does something at the moment itself in which the `nth` thing passes here; with nothing for long there, anywhere. */
  at(place: Place, nth: number, act: () => void): Promise<void>
  /** People before whom two cards stood that lead on, when all had said what they wanted. */
  doubled: number
  /** How often the first question came as a message of its own on Telegram, by chat. */
  firsts: Map<string, number>
  /** What was done, for the table. */
  note(words: string): void
  notes: string[]
  kills: number
  /** Messages that were there already while nothing of ours could know so; digests among them apart. */
  doubts: { messages: number; digests: number }
  /** Does something at each look at the screens, until the end. */
  eachLook(act: () => void): void
  /** Does something when the scenario is over, before the last look at what came of it. */
  after(act: () => void): void
  /** Resolves when people have done what this phase waits for. */
  phaseOver(): Promise<void>
  everythingSent(): Promise<void>
}

/** @throws Error when it comes to a standstill */
export async function perform(stage: Stage, scenario: Scenario, seed: number): Promise<Play> {
  const { telegram, discord, line, clock, crowd } = stage
  crowd.wipe()
  await stage.freshDatabase(scenario.smallDisk)
  // The day before, when the session is planned.
  clock.set(Temporal.Instant.from(scenario.start).subtract({ hours: 24 }), 1)
  const lease = scenario.lease ?? { lasts: 3, renewed: 0.5 }
  const fleet = createFleet({
    ...stage.environment(scenario.week),
    ...scenario.settings,
    ...(scenario.webhook ? await stage.doorFor() : {}),
    CHAOS_LEASE: String(lease.lasts),
    CHAOS_RENEW: String(lease.renewed),
  })
  let limit = scenario.limit ?? 4
  let changes = 0
  let underWay = 0
  let ended = false
  const wakes = new Set<() => void>()
  const changed = () => {
    changes += 1
    for (const wake of [...wakes]) wake()
  }
  const chance = seeded(seed, 'intents')
  const screens = [
    ...crowd.onTelegram.map(telegramScreen),
    ...crowd.onDiscord.map((person) => discordScreen(discord, person)),
  ]
  const people = screens.map((screen, number) => makePerson(screen, intentOf(chance, number), () => limit, changed))
  const listeners = new Set<(place: Place) => void>()

  const play: Play = {
    ...{
      stage,
      scenario,
      fleet,
      people,
      notes: [],
      firsts: new Map(),
      doubled: 0,
      kills: 0,
      doubts: { messages: 0, digests: 0 },
    },
    chance: seeded(seed, scenario.name),
    taken: () => people.reduce((sum, person) => sum + person.taken(), 0),
    total: people.reduce((sum, { intent }) => sum + repliesOf(intent), 0),
    limit(questions) {
      limit = questions
      lookAll()
    },
    until,
    at,
    note: (words) => void play.notes.push(words),
    eachLook: (act) => void acts.push(act),
    after: (act) => void last.push(act),
    phaseOver: () => over.promise,
    async everythingSent() {
      await until('everything was sent', async () => {
        const [row] = await stage.ask<{ due: number }>(`select count(*)::int as due from outgoing where state = 'due'`)
        return row!.due === 0
      })
    },
  }
  const acts: (() => void)[] = []
  const last: (() => void)[] = []
  let over = Promise.withResolvers<void>()

  async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
    let seen = changes
    let since = performance.now()
    const begun = since
    let idle = since
    let trouble = ''
    for (;;) {
      // What went wrong elsewhere ended the scenario: nothing more is done to what comes next.
      if (ended) throw new Error('the scenario is over')
      // Asking may meet the fault itself.
      const held = await Promise.resolve(condition()).catch((error: Error) => {
        trouble = error.message
        return false
      })
      if (held) return
      const now = performance.now()
      if (changes !== seen) since = now
      if (changes !== seen || underWay > 0) idle = now
      seen = changes
      // Nothing is on its way: whatever comes next waits for the clock.
      if (now - idle > IDLE_MS) {
        clock.pass({ seconds: IDLE_SECONDS })
        idle = now
      }
      if (now - since > PATIENCE_MS || now - begun > LONGEST_MS)
        throw new Error(`it came to a standstill before ${what}${trouble && `: ${trouble}`}`)
      await new Promise<void>((again) => {
        const wake = () => {
          clearTimeout(timer)
          wakes.delete(wake)
          again()
        }
        const timer = setTimeout(wake, LOOK_MS)
        wakes.add(wake)
      })
    }
  }

  function at(place: Place, nth: number, act: () => void): Promise<void> {
    return new Promise((done) => {
      let here = 0
      let anywhere = 0
      const listener = (passed: Place) => {
        anywhere += 1
        if (passed === place) here += 1
        if (here < nth && anywhere < nth + ELSEWHERE) return
        listeners.delete(listener)
        act()
        done()
      }
      listeners.add(listener)
    })
  }

  const passed = (place: Place) => {
    // The look at what is due, each few hundred milliseconds, is no news.
    if (!place.startsWith('database')) changes += 1
    for (const listener of [...listeners]) listener(place)
  }
  const byChat = new Map(people.map((person) => [person.screen.id, person]))
  const lookAll = () => {
    for (const person of people) person.look()
  }
  telegram.onStep((step, method, payload) => {
    if (method === 'getUpdates') return
    underWay += step === 'asked' ? 1 : step === 'over' ? -1 : 0
    if (step !== 'over') passed(`telegram ${step}`)
    if (step !== 'done') return
    const chat = String(payload.chat_id)
    if (method === 'sendMessage' && isFirst(String(payload.text)))
      play.firsts.set(chat, (play.firsts.get(chat) ?? 0) + 1)
    const person = byChat.get(chat)
    if (person) setImmediate(person.look)
  })
  discord.onStep((step) => {
    underWay += step === 'asked' ? 1 : step === 'over' ? -1 : 0
    if (step !== 'over') passed(`discord ${step}`)
    if (step === 'done') setImmediate(lookDiscord)
  })
  line.onStep((step) => passed(`database ${step}`))
  fleet.onChange(changed)
  const onDiscord = people.filter(({ screen }) => screen.channel === 'discord')
  let looking = false
  function lookDiscord(): void {
    if (looking) return
    looking = true
    setImmediate(() => {
      looking = false
      for (const person of onDiscord) person.look()
    })
  }
  const looks = setInterval(() => {
    for (const act of acts) act()
    for (const person of people) {
      person.look()
      person.again()
    }
  }, LOOK_MS)

  try {
    for (const phase of PHASES) {
      over = Promise.withResolvers()
      await Promise.all([scenario.fault?.[phase]?.(play), happens[phase](play).then(over.resolve)])
    }
    for (const act of last.splice(0)) act()
    await telegram.settled()
    await play.everythingSent()
    await fleet.stop('SIGTERM')
    return play
  } catch (error) {
    const stuck = people.filter((person) => !person.done()).map((person) => person.state())
    const held = await stage
      .ask<{ fact: string }>(
        `select concat('run on turn ', turn, ', shown ', card_turn, ', ', disposition) as fact from run where card_turn < turn
          union all select concat(kind, ' due on ', channel, ', tries ', attempts, ', claimed until ', claimed_until) from outgoing where state = 'due' limit 12`,
      )
      .catch(() => [])
    const vault = createVault(SECRET)
    for (const person of people.filter((one) => !one.done()).slice(0, 5)) {
      const hash = vault.hashAddress({ channel: person.screen.channel, id: person.screen.id })
      const [run] = await stage
        .ask(
          `select run.turn, run.card_turn, run.state ->> 'at' as at, run.state ->> 'since' as since, run.moved_at from contact
            join contact_link on contact_link.contact_id = contact.id join run on run.participant_id = contact_link.participant_id
            where contact.address_hash = $1`,
          [hash],
        )
        .catch(() => [])
      stuck.push(`${person.screen.id} is stored as ${JSON.stringify(run)}`)
    }
    stuck.push(
      ...held.map(({ fact }) => fact),
      `it is ${clock.now()}, ${telegram.pending()} updates wait; ${fleet
        .instances()
        .map((one) => `instance ${one.number} ${one.ready() ? 'runs' : 'starts'}${one.listens() ? ' and listens' : ''}`)
        .join(', ')}`,
    )
    throw Object.assign(error as Error, {
      message: `${(error as Error).message} (${people.filter((person) => !person.done()).length} people wait; ${play.notes.join(', ')})\n${[...stuck.slice(0, 25), ...fleet.fallen(), ...fleet.instances().map((one) => one.log().slice(-3000)), ...[...fleet.errors()].map(([words, times]) => `${times} × ${words}`)].join('\n')}`,
    })
  } finally {
    ended = true
    listeners.clear()
    for (const act of last.splice(0)) act()
    clearInterval(looks)
    await fleet.stop()
    await stage.mend()
  }
}

/** What people and the clock do in each phase. */
const happens: Record<Phase, (play: Play) => Promise<void>> = {
  async opening({ stage, fleet, scenario, people, until }) {
    fleet.keep(scenario.instances ?? 1)
    await until('it runs', () => fleet.instances().some((one) => one.ready()))
    stage.clock.set(scenario.start, 1)
    await until('everybody was asked', () => people.every((person) => person.asked()))
  },
  async talking(play) {
    const { people, limit, scenario, until, everythingSent } = play
    if (scenario.limit === undefined) limit(4)
    const far = (person: Person) => person.done() || (scenario.night !== undefined && person.rests())
    await until('everybody had answered as far as they wanted', () => people.every(far))
    await everythingSent()
    play.doubled = people.filter((person) => person.doubled()).length
  },
  async night(play) {
    const { stage, scenario, people, until, everythingSent } = play
    await (scenario.night ?? jumpTo({ hours: 16 }))(play)
    await until('everybody had answered as far as they wanted', () => people.every((person) => person.done()))
    await until('who had not answered was reminded', async () => {
      const [row] = await stage.ask<{ waiting: number }>(
        `select count(*)::int as waiting from run where turn = 1 and not exists (
          select 1 from outgoing where outgoing.run_id = run.id and kind = 'reminder' and outgoing.state = 'sent')`,
      )
      return row!.waiting === 0
    })
    await everythingSent()
  },
  async closing(play) {
    const { stage, scenario, until } = play
    await (scenario.close ?? jumpTo({ hours: 72, minutes: 1 }))(play)
    await until('the digest was made', async () => {
      const [row] = await stage.ask<{ digests: number }>('select count(*)::int as digests from digest')
      return row!.digests > 0
    })
    await play.everythingSent()
  },
}

const PHASES: readonly Phase[] = ['opening', 'talking', 'night', 'closing']

const jumpTo =
  (duration: Temporal.DurationLike) =>
  async ({ stage, scenario }: Play) =>
    stage.clock.set(later(scenario, duration), 1)

/** Whether a message asks the first question. */
export const isFirst = (text: string) => text.replace(/[\u2068\u2069]/g, '').includes('Vraag 1 van')

/** So long after the session of a scenario has ended. */
export const later = ({ start }: Scenario, duration: Temporal.DurationLike) =>
  Temporal.Instant.from(start).add({ seconds: 2 }).add(duration)

/** How long nothing may move before we say that nothing moves any more, in milliseconds. */
const PATIENCE_MS = 90_000
/** And how long it may go on moving without getting there. */
const LONGEST_MS = 600_000
const LOOK_MS = 200
/** After so long without anything under way the clock goes on by so much. */
const IDLE_MS = 3000
const IDLE_SECONDS = 20
/** So much may pass elsewhere while nothing passes where something was to happen. */
const ELSEWHERE = 400
