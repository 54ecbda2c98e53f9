/** (c) The platforms refuse, break, keep silent, or do what they are asked and lose the answer. */
import { Refusal } from '../support/fake-discord-checks.ts'
import type { Fault as DiscordFault } from '../support/fake-discord-rest.ts'
import type { Fault as TelegramFault } from '../support/fake-telegram.ts'
import type { Phase, Play } from './play.ts'
import type { Amount } from './scenarios.ts'

type Faults = Partial<Record<Phase, (play: Play) => Promise<void>>>
type Weather = {
  telegram: (method: string, chat: number) => TelegramFault['answer'] | undefined
  discord: (key: string) => DiscordFault['answer'] | undefined
}

/** Everything is refused for a while, with a wait that is longer than nothing; in every phase. */
export function floods({ calls }: Amount): Faults {
  const flood = async (play: Play) => {
    const { chance } = play
    await weatherFor(play, Math.ceil(calls / 10), () => true, {
      telegram: () => ({ code: 429, retryAfter: 1 + chance.below(2) }),
      discord: () => tooMany(0.2 + chance.next(), chance.happens(0.3)),
    })
  }
  return { opening: flood, talking: flood, night: flood, closing: flood }
}

/** Errors of the platform itself, pages of a proxy, lines that break before anything was done. */
export function broken({ calls }: Amount): Faults {
  const breaks = async (play: Play) => {
    const { chance } = play
    await weatherFor(play, Math.ceil(calls / 3), () => chance.happens(0.35), {
      telegram: () => chance.pick([{ code: 500 }, { code: 502 }, 'html', 'reset'] as const),
      discord: () =>
        chance.pick([
          new Refusal(500, 0, 'Internal Server Error'),
          new Refusal(502, 0, 'Bad Gateway'),
          'reset',
        ] as const),
    })
  }
  return { opening: breaks, talking: breaks, closing: breaks }
}

/** What was asked is done, and the answer breaks off or never comes. */
export function halves({ calls }: Amount): Faults {
  const loses = async (play: Play) => {
    const { chance } = play
    await weatherFor(play, Math.ceil(calls / 3), () => chance.happens(0.3), {
      telegram: (method, chat) => {
        if (method === 'sendMessage') play.doubts[chat < 0 ? 'digests' : 'messages'] += 1
        return chance.pick(['half', 'drop'] as const)
      },
      discord: () => chance.pick(['half', 'drop'] as const),
    })
  }
  return { opening: loses, talking: loses, closing: loses }
}

/** Some calls are never answered: the caller has to give them up. */
export async function silence(play: Play, { silences }: Amount): Promise<void> {
  await play.until('nobody answers', () => play.taken() >= 0.3 * play.total)
  await weatherFor(play, silences * 2, () => play.chance.happens(0.15), {
    telegram: () => 'hang',
    discord: () => 'hang',
  })
}

/** Refuses what the platforms refuse: 30 a second and one a second a chat on Telegram, 50 a second on Discord. */
export async function limits(play: Play): Promise<void> {
  const { telegram, discord } = play.stage
  const account = counter(30, 1000)
  const group = counter(20, 60_000)
  const chats = new Map<number, ReturnType<typeof counter>>()
  const whole = counter(50, 1000)
  let refused = 0
  let asked = 0
  const told = (wait: number) => {
    asked += 1
    if (wait > 0) refused += 1
    return wait
  }
  telegram.storm((method, payload) => {
    if (!/^(send|edit)/.test(method)) return undefined
    const chat = Number(payload.chat_id)
    if (!chats.has(chat)) chats.set(chat, counter(CHAT_BURST, CHAT_BURST * 1000))
    const wait = told(Math.max(account(), chat < 0 ? group() : chats.get(chat)!()))
    return wait > 0 ? { code: 429, retryAfter: Math.ceil(wait / 1000) } : undefined
  })
  discord.storm((key) => {
    if (/interactions|webhooks/.test(key)) return undefined
    const wait = told(whole())
    return wait > 0 ? tooMany(wait / 1000, true) : undefined
  })
  play.after(() => play.note(`${refused} of ${asked} calls refused`))
}

/** Bad weather until so many calls met it. */
async function weatherFor(play: Play, most: number, meets: () => boolean, weather: Weather): Promise<void> {
  const { telegram, discord } = play.stage
  const over = Promise.withResolvers<void>()
  let met = 0
  const meet = () => {
    if (met >= most || !meets()) return false
    met += 1
    if (met === most) setImmediate(over.resolve)
    return true
  }
  telegram.storm((method, payload) => {
    // A poll that is refused says nothing about what is sent; now and then is enough.
    if (method === 'getUpdates' && !play.chance.happens(0.1)) return undefined
    return meet() ? weather.telegram(method, Number(payload.chat_id ?? 0)) : undefined
  })
  // The gateway has weather of its own.
  discord.storm((key) => (/gateway|oauth2/.test(key) ? undefined : meet() ? weather.discord(key) : undefined))
  // What a phase asks for may be less than there is weather for.
  await Promise.race([over.promise, play.phaseOver()])
  telegram.storm(null)
  discord.storm(null)
  play.note(`${met} calls`)
}

function tooMany(seconds: number, all: boolean): Refusal {
  const headers = { 'retry-after': seconds.toFixed(3), ...(all ? { 'x-ratelimit-global': 'true' } : {}) }
  return new Refusal(429, 0, 'You are being rate limited.', {
    ...headers,
    'x-ratelimit-scope': all ? 'global' : 'user',
  })
}

/** @returns how long to wait, 0 when it was within `most` in the last `milliseconds`; what is refused does not count */
function counter(most: number, milliseconds: number): () => number {
  const passed: number[] = []
  return () => {
    const now = performance.now()
    while (passed.length > 0 && now - passed[0]! > milliseconds) passed.shift()
    if (passed.length >= most) return milliseconds - (now - passed[0]!)
    passed.push(now)
    return 0
  }
}

/** A chat takes a few in a row. */
const CHAT_BURST = 4
