/** Discord, spoken through the REST and gateway clients of discord.js. What is said and heard is decided in `wire.ts`. */
import type { KeyObject } from 'node:crypto'
import { PermissionFlagsBits } from 'discord.js'
import { type Clock, systemClock } from '../../clock.ts'
import { EngineError, SettingsError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Channel, ChannelHealth, Take } from '../port.ts'
import { makeApi } from './api.ts'
import { commandsDiffer, slashCommands } from './commands.ts'
import { type CallOutcome, isRefusedToken, numbersOf, toChannelError } from './errors.ts'
import { makeGateway } from './gateway.ts'
import { type DiscordDoor, makeDoor, readVerifyKey } from './http-interactions.ts'
import { makeReceiving } from './receiving.ts'
import { directMessageOf, makeSending, type Openings } from './sending.ts'
import { makeVisits, type VisitBook } from './visits.ts'

export type DiscordOptions = {
  token: string
  /** `https://discord.com/api`, without a version; or a proxy or test server of one's own. */
  apiRoot: string
  log: Log
  /** Where `door` is reached from outside; null when it is not. Told to the operator, who sets it at Discord. */
  interactionsUrl?: string | null
  metrics?: { called(action: string, outcome: CallOutcome): void }
  clock?: Clock
  timing?: Partial<Timing>
  /** How slowly direct messages are opened; without it, as they come. */
  openings?: Openings
  /** Where instances tell each other how somebody in a server can be answered; without it, each knows its own. */
  visits?: VisitBook
}

export type Timing = {
  /** Waiting after a gateway that did not open: doubles from `first` to `most`. */
  backoff: { first: Temporal.Duration; most: Temporal.Duration }
  /** Waiting before each further try to hand over an event that could not be stored: Discord delivers nothing twice. */
  again: Temporal.Duration[]
  /** How long "thinking…" stays after an event was taken in and no message followed. */
  quiet: Temporal.Duration
  /** How long one call may take before it is given up, and how long the gateway may take to greet who connects. */
  call: Temporal.Duration
  greeting: Temporal.Duration
}

export type DiscordChannel = Channel & {
  /** The link with which somebody who manages a server adds the bot to it. Throws EngineError before `open()`. */
  installLink(): string
  /** Answers what Discord posts to us instead of sending it over the gateway. */
  door: DiscordDoor
  /** Listening at the door, on every instance: apart from listening on the gateway, which one instance does. */
  atDoor: Pick<Channel, 'name' | 'open' | 'listen' | 'deafen'>
}

/** Makes the channel. Nothing is called before `open()`. */
export function createDiscord(options: DiscordOptions): DiscordChannel {
  const { token, log, metrics, clock = systemClock } = options
  const timing = { ...TIMING, ...options.timing }
  const api = makeApi({ token, apiRoot: options.apiRoot, log, metrics, patience: timing.call })
  const visits = makeVisits(clock, options.visits)
  const sending = makeSending({ api, visits, log, openings: options.openings })
  const receiving = makeReceiving({ api, visits, sending, log, timing })
  const posted = makeReceiving({ api, visits, sending, log, timing })
  const gateway = makeGateway({ token, rest: api.rest, log, timing, onEvent: receiving.onEvent })
  const door = makeDoor({ clock, key: () => verifyKey, receive: posted.onPosted })
  let application: string | undefined
  let verifyKey: KeyObject | undefined
  let listening = false
  let refused = false

  async function open(): Promise<void> {
    if (!/^[\w.-]+$/.test(token)) {
      throw new SettingsError(
        'DISCORD_BOT_TOKEN is no token: copy it from the developer portal without spaces, quotes or the word Bot',
      )
    }
    try {
      await api.me()
      const found = await api.application()
      application = found.id
      verifyKey = readVerifyKey(found.verify_key)
      tellWhereInteractionsGo(found.interactions_endpoint_url ?? null)
    } catch (error) {
      if (!isRefusedToken(error)) throw toChannelError(error, 'read the application')
      throw new SettingsError(
        'DISCORD_BOT_TOKEN is refused by Discord: make a new token in the developer portal (your application, Bot, Reset Token) and put that in',
      )
    }
    await publishCommands(application).catch((error: unknown) => {
      log.warn(numbersOf(error), 'discord: the list of commands was not updated')
    })
  }

  function tellWhereInteractionsGo(set: string | null): void {
    if (set === null) return
    if (set === options.interactionsUrl && verifyKey) log.info('discord: buttons and commands come over HTTP')
    else if (set === options.interactionsUrl)
      log.warn('discord: buttons come over HTTP, but Discord gave no key to check them with')
    else {
      log.warn(
        'discord: the Interactions Endpoint URL in the developer portal is not PUBLIC_URL with /discord behind it, so no button reaches us: put that there, or clear it',
      )
    }
  }

  async function publishCommands(id: string): Promise<void> {
    const wanted = slashCommands()
    if (commandsDiffer(await api.commands(id), wanted)) await api.setCommands(id, wanted)
  }

  async function listen(take: Take): Promise<void> {
    if (listening) throw new EngineError('discord: listen() was called twice')
    listening = true
    receiving.start(take)
    await gateway.connect()
  }

  async function deafen(): Promise<void> {
    if (!listening) return
    await gateway.disconnect()
    await receiving.finish()
    listening = false
  }

  const send: Channel['send'] = (to, prompt, how) => told('deliver a message', () => sending.send(to, prompt, how))
  const disarm: NonNullable<Channel['disarm']> = (to, message) =>
    told('take buttons away', () => sending.disarm(to, message))

  async function told<T>(action: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call()
    } catch (error) {
      // Said once: what waits to be sent tries again every few minutes.
      if (isRefusedToken(error) && !refused) {
        refused = true
        log.error('discord: the token is refused, so nothing is sent; what waits is kept until there is a new token')
      }
      throw toChannelError(error, action)
    }
  }

  function health(): ChannelHealth {
    if (application === undefined) return { ready: false, detail: 'not opened' }
    if (refused)
      return { ready: false, detail: 'Discord refuses the token: set a new DISCORD_BOT_TOKEN and start again' }
    return listening ? gateway.state() : { ready: true, detail: 'able to send; not listening here' }
  }

  const atDoor: DiscordChannel['atDoor'] = {
    name: 'discord',
    // The key comes with opening the channel; until then the door says that nobody is there.
    open: async () => {},
    listen: async (take) => posted.start(take),
    deafen: posted.finish,
  }

  async function close(): Promise<void> {
    await deafen()
    await posted.finish()
    receiving.close()
    posted.close()
    api.close()
  }

  function installLink(): string {
    if (application === undefined) throw new EngineError('discord: installLink() before open()')
    const query = new URLSearchParams({
      client_id: application,
      scope: 'bot applications.commands',
      permissions: String(PERMISSIONS),
    })
    return `https://discord.com/oauth2/authorize?${query}`
  }

  return {
    ...({
      name: 'discord',
      open,
      listen,
      deafen,
      send,
      disarm,
      routeIn: directMessageOf,
      health,
      hangUp: api.hangUp,
      close,
    } as const),
    ...{ installLink, door, atDoor },
  }
}

/** What the bot needs in a coach channel and where its join message stands; without the last one, pictures stay away. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles

const TIMING: Timing = {
  backoff: { first: Temporal.Duration.from('PT1S'), most: Temporal.Duration.from('PT10M') },
  again: ['PT0.25S', 'PT1S', 'PT3S'].map((wait) => Temporal.Duration.from(wait)),
  quiet: Temporal.Duration.from('PT8S'),
  call: Temporal.Duration.from('PT10S'),
  greeting: Temporal.Duration.from('PT30S'),
}
