/** What the fake Discord knows: people, channels, messages, interactions, and what the bot did. */

import { type Endpoint, makeSigner } from './fake-discord-http.ts'
import { type Component, drawn, linksOf, pressables, previewsOf, type Seen } from './fake-discord-screen.ts'
import type { Attachment } from './fake-discord-uploads.ts'

export type Embed = { image: { url: string } }

export type Message = {
  id: string
  channel: string
  author: string
  content: string
  components: Component[]
  embeds: Embed[]
  attachments: Attachment[]
  flags: number
  nonce?: string
  /** The only person who sees it. */
  only?: string
  /** "Thinking…": promised, not there yet. */
  pending: boolean
}

export type FakeChannel = {
  id: string
  type: number
  name: string
  server?: string
  person?: string
  closedToBot: boolean
  /** The bot may write here, but attach nothing. */
  noFiles?: boolean
}

export type FakeMember = {
  id: string
  locale: string
  username: string
  permissions: string
  dmsClosed: boolean
  dm?: string
  server?: string
}

export type FakeInteraction = {
  id: string
  token: string
  person: string
  payload: Record<string, unknown>
  /** Type of the callback; null until the bot has acknowledged. */
  acknowledged: number | null
  /** The message that `@original` stands for. */
  original: string | null
  modal: { custom_id: string; title: string; components: Component[] } | null
  expired: boolean
  /** The status of an answer that was none, when it was posted; 0 when nobody answered. */
  failed?: number
}

export type Call = { method: string; path: string; status: number; body: unknown }

/** One delivery of a message to a screen: shown for the first time, or changed. */
export type Shown = { person: string | null; channel: string; seen: Seen }

export type World = ReturnType<typeof makeWorld>

export function makeWorld() {
  let lastId = 1_420_000_000_000_000_000n
  const waiting = new Set<() => void>()
  const world = {
    signer: makeSigner(),
    /** Set: interactions are posted there, and the gateway carries none. */
    endpoint: null as Endpoint | null,
    bot: { id: '', application: '', token: 'fake-discord-bot-of-tests.fake.token' },
    channels: new Map<string, FakeChannel>(),
    people: new Map<string, FakeMember>(),
    messages: new Map<string, Message>(),
    interactions: new Map<string, FakeInteraction>(),
    unacknowledged: new Set<FakeInteraction>(),
    nonces: new Map<string, string>(),
    commands: [] as Record<string, unknown>[],
    calls: [] as Call[],
    shown: [] as Shown[],
    /** What the real Discord would not have forgiven, such as an effect before the acknowledgement. */
    violations: [] as string[],
    opens: 0,
    mostOpens: Number.POSITIVE_INFINITY,
    newId: () => String(++lastId),
    changed() {
      for (const wake of [...waiting]) wake()
    },
    until,
    seen,
    show,
    visibleTo,
    dmOf,
  }
  world.bot.id = world.newId()
  world.bot.application = world.newId()
  return world

  /** Resolves with what `condition` gives once that is something. */
  async function until<T>(condition: () => T | null | undefined | false): Promise<T> {
    for (;;) {
      const found = condition()
      if (found) return found
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.add(resolve)
      await promise
      waiting.delete(resolve)
    }
  }

  function seen(message: Message): Seen {
    const suppressed = (message.flags & 4) !== 0
    return {
      id: message.id,
      text: drawn(message.content),
      buttons: pressables(message.components).map((each) => each.words),
      links: linksOf(message.components),
      pictures: suppressed ? [] : message.embeds.map((embed) => embed.image.url),
      attachments: message.attachments.map(({ filename, description }) => ({ filename, description })),
      previews: suppressed ? [] : previewsOf(message.content),
      ephemeral: message.only !== undefined,
      silent: (message.flags & 4096) !== 0,
    }
  }

  /** Puts a new or changed message on the screens that show it. */
  function show(message: Message): void {
    const person = message.only ?? world.channels.get(message.channel)?.person ?? null
    world.shown.push({ person, channel: message.channel, seen: seen(message) })
    world.changed()
  }

  /** The bot's messages that only this person sees, oldest first. */
  function visibleTo(person: string): Message[] {
    const dm = world.people.get(person)?.dm
    return [...world.messages.values()].filter(
      (message) =>
        message.author === world.bot.id &&
        !message.pending &&
        (message.only === person || (dm && message.channel === dm)),
    )
  }

  function dmOf(person: FakeMember): string {
    if (person.dm === undefined) {
      person.dm = world.newId()
      world.channels.set(person.dm, { id: person.dm, type: 1, name: '', person: person.id, closedToBot: false })
    }
    return person.dm
  }
}
