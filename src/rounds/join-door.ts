/**
 * Joins come in by a door of their own, a few at a time and at the pace of the account, so that a flood of them slows
 * nobody who answers. Who has to wait is counted before anything is looked up.
 */
import { ChannelError, type ChannelName, type Inbound } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { DoorGates } from '../people/door-gates.ts'
import { createGate } from '../people/gate.ts'
import { decodeJoin, type JoinButton } from '../people/join-conversation.ts'
import { nearestLanguage } from '../words/words.ts'
import { notice } from './inbound-rooms.ts'
import { createLane } from './lane.ts'
import type { Pacing } from './pacing.ts'
import type { Speak } from './speak.ts'
import { createStrangers } from './strangers.ts'

export type DoorRooms = {
  gates: DoorGates
  speak: Speak
  turn: Pacing['turn']
  background(work: () => Promise<void>): void
}

/**
 * Takes in one event: `come` at once, or, for a join, when it is its turn. `speak` says what comes of it.
 * @throws ChannelError `later` when too many joins wait already: the platform delivers it again, a page says so
 */
export type JoinDoor = (inbound: Inbound, addressHash: string, come: (speak: Speak) => Promise<void>) => Promise<void>

export function createJoinDoor(ground: Ground, rooms: DoorRooms): JoinDoor {
  // One each: hundreds who wait on a page do not keep Telegram's connections waiting behind them.
  const lanes = { telegram: createLane(AT_ONCE), discord: createLane(AT_ONCE), web: createLane(AT_ONCE) }
  const isStranger = createStrangers(ground)
  const told = createGate(ground.clock, TOLD)
  const waiting = new Map<ChannelName, number>()
  let telling = 0

  async function waits(channel: ChannelName, work: (others: number) => Promise<void>): Promise<void> {
    const others = waiting.get(channel) ?? 0
    if (others >= MOST_WAITING[channel]) throw busy()
    waiting.set(channel, others + 1)
    try {
      await work(others)
    } finally {
      waiting.set(channel, waiting.get(channel)! - 1)
    }
  }

  /** What is said first takes a turn of the account, before the bulk, where many come: replies keep their room. */
  async function atPace(inbound: Inbound, others: number): Promise<Speak> {
    const { channel, from } = inbound
    if (!from || channel === 'web' || others < MANY) return rooms.speak
    let paced = (await rooms.turn({ channel, chat: from.id, group: false, urgent: true })) === 0
    return (to, prompt, options) => {
      rooms.speak(to, prompt, paced ? { ...options, paced } : options)
      paced = false
    }
  }

  /** Once in a while to each, and behind all that is more urgent. */
  function tellToWait(inbound: Inbound, addressHash: string, said: JoinButton | null): void {
    const { channel, from } = inbound
    if (!from) return
    const prompt = notice('join-too-many', said?.language ?? nearestLanguage(inbound.language, 'nl'))
    if (channel === 'web') rooms.speak(from, prompt)
    if (channel === 'web' || told.look(addressHash) > 0) return
    if (telling >= MOST_TOLD) throw busy()
    told.pass(addressHash)
    telling += 1
    rooms.background(async () => {
      const wait = await rooms.turn({ channel, chat: from.id, group: false, urgent: false }).finally(() => {
        telling -= 1
      })
      rooms.speak(from, prompt, wait === 0 ? { paced: true } : {})
    })
  }

  return async (inbound, addressHash, come) => {
    const join = joinOf(inbound)
    // A no is always heard, and at once: it may take a yes back.
    if (!join || join.choice === 'n') return come(rooms.speak)
    const full = rooms.gates.joins.look(join.token) > 0
    if (full && (await isStranger(inbound.channel, addressHash))) return tellToWait(inbound, addressHash, join.said)
    await waits(inbound.channel, async (others) => {
      const speak = await atPace(inbound, others)
      await lanes[inbound.channel](() => come(speak))
    })
  }
}

type Join = { token: string; choice: JoinButton['choice']; said: JoinButton | null }

/** A button of the conversation about joining, or the command that begins it. */
function joinOf(inbound: Inbound): Join | null {
  if (inbound.type === 'command')
    return inbound.command === 'start' ? { token: inbound.argument, choice: 's', said: null } : null
  const said = inbound.type === 'tapped' ? decodeJoin(inbound.data) : null
  return said && { token: said.token, choice: said.choice, said }
}

const busy = () => new ChannelError('later', 'more people come in than can be taken in at once', { busy: true })

/** On each channel: of ten connections to the database, the others are for who answers. */
const AT_ONCE = 2
/** Telegram delivers over a hundred connections, and those that are not taken here are for replies. */
const MOST_WAITING = { telegram: 50, discord: 500, web: 500 } as const
/** From here on joins are a flood, and go at the pace of the account. */
const MANY = 8
const MOST_TOLD = 500
const TOLD = { most: 1, seconds: 60 }
