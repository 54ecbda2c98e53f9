/**
 * The ear: one gateway connection, kept alive. The library reconnects and resumes by itself; a
 * connection that never came about is tried again ever more slowly, because Discord ends the token of
 * a bot that identifies a thousand times a day.
 */
import { type SessionInfo, SimpleShardingStrategy, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws'
import { GatewayCloseCodes, GatewayIntentBits, type REST } from 'discord.js'
import type { Log } from '../../log.ts'
import { numbersOf } from './errors.ts'
import type { GatewayEvent } from './wire.ts'

export type Gateway = {
  /** Resolves when listening, or when the first try failed; tries go on meanwhile, unless Discord refuses us for good. */
  connect(): Promise<void>
  disconnect(): Promise<void>
  state(): { ready: boolean; detail: string }
}

/** Servers, to hear when one is lost, and direct messages: neither is a privileged intent. */
const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages

/** Close codes after which trying again cannot help, and what the operator has to do. */
const FATAL: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord refused the token (4004): make a new one in the developer portal and set DISCORD_BOT_TOKEN',
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard (4010)',
  [GatewayCloseCodes.ShardingRequired]: 'Discord wants this bot to be sharded (4011): it is in too many servers',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version of its API (4012): update Pols',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the intents that were asked for (4013): update Pols',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refused the intents (4014): in the developer portal, look under Bot whether the application is in order',
}

/**
 * @param options.timing `backoff`: waiting after a failed start, doubles from `first` to `most`; `greeting`: how long the
 * gateway may take to say something to who connects
 */
export function makeGateway(options: {
  token: string
  rest: REST
  log: Log
  onEvent: (event: GatewayEvent) => void
  timing: { backoff: { first: Temporal.Duration; most: Temporal.Duration }; greeting: Temporal.Duration }
}): Gateway {
  const { token, rest, log, onEvent } = options
  const { backoff, greeting } = options.timing
  let state = { ready: false, detail: 'the gateway is not connected' }
  let ear: Ear | undefined
  let stopping = new AbortController()
  let trying: Promise<void> = Promise.resolve()

  return { connect, disconnect, state: () => state }

  async function connect(): Promise<void> {
    stopping = new AbortController()
    const firstTry = Promise.withResolvers<void>()
    trying = keepTrying(stopping.signal, firstTry.resolve)
    await firstTry.promise
  }

  async function disconnect(): Promise<void> {
    stopping.abort()
    await ear?.end()
    await trying
    state = { ready: false, detail: 'the gateway is not connected' }
  }

  async function keepTrying(signal: AbortSignal, tried: () => void): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      ear = makeEar(tried)
      try {
        await Promise.race([ear.manager.connect(), ear.refused, aborted(signal)])
        return tried()
      } catch (error) {
        if (signal.aborted) return tried()
        await ear.end()
        if (!ear.isRefused()) {
          state = { ready: false, detail: 'Discord cannot be reached; trying again' }
          log.warn({ failures: failures + 1, ...numbersOf(error) }, 'discord: the gateway did not open')
        }
        tried()
        if (ear.isRefused()) return
        await pause(waitAfter(failures), signal)
      }
    }
  }

  function makeEar(tried: () => void): Ear {
    const refused = Promise.withResolvers<never>()
    refused.promise.catch(() => {})
    let isRefused = false
    let ended = false
    const sessions = new Map<number, SessionInfo>()
    let strategy: SimpleShardingStrategy | undefined
    const manager = new WebSocketManager({
      token,
      buildStrategy: (built) => {
        strategy = new SimpleShardingStrategy(built)
        return strategy
      },
      intents: INTENTS,
      rest,
      helloTimeout: greeting.total('milliseconds'),
      // The library cannot be stopped while it waits to reconnect, but it asks this first.
      retrieveSessionInfo: (shard) => (ended ? NEVER : (sessions.get(shard) ?? null)),
      updateSessionInfo: (shard, session) => {
        if (session) sessions.set(shard, session)
        else sessions.delete(shard)
      },
    })
    manager.on(WebSocketShardEvents.Ready, becomeReady)
    manager.on(WebSocketShardEvents.Resumed, becomeReady)
    manager.on(WebSocketShardEvents.Dispatch, ({ data }) => onEvent(data as GatewayEvent))
    manager.on(WebSocketShardEvents.Closed, ({ code }) => {
      if (ended) return
      const fatal = FATAL[code]
      state = { ready: false, detail: fatal ?? `the gateway closed (${code}); connecting again` }
      if (fatal === undefined) {
        log.info({ code }, 'discord: the gateway closed')
        tried()
        return
      }
      isRefused = true
      log.error({ code }, `discord: ${fatal}`)
      refused.reject(new Error('refused'))
    })
    manager.on(WebSocketShardEvents.Error, () => log.warn('discord: the gateway connection had a fault'))
    const end = async () => {
      ended = true
      const lines = linesOf(strategy)
      const gone = new AbortController()
      const leave = async () => manager.destroy({ code: 1000, reason: 'stopped listening' })
      await Promise.race([leave(), pause(GOODBYE_MS, gone.signal)]).finally(() => gone.abort())
      // The library waits half a minute for a platform that does not answer its goodbye, or its greeting.
      for (const line of lines) {
        // One that is not open yet complains of being closed, and the library listens no more.
        line.on('error', () => {})
        line.terminate()
      }
    }
    return { manager, refused: refused.promise, isRefused: () => isRefused, end }
  }

  function becomeReady(): void {
    state = { ready: true, detail: 'listening on the gateway' }
    log.info('discord: listening on the gateway')
  }

  function waitAfter(failures: number): number {
    const most = backoff.most.total('milliseconds')
    return Math.min(backoff.first.total('milliseconds') * 2 ** failures, most) * (0.75 + Math.random() / 4)
  }
}

type Ear = {
  manager: WebSocketManager
  /** Rejects when Discord refuses us for good. */
  refused: Promise<never>
  isRefused(): boolean
  /** Closes the connection, and keeps the library from opening another. */
  end(): Promise<void>
}

type Line = { terminate(): void; on(event: 'error', heard: () => void): unknown }

/** The connections of the library, which it keeps to itself. */
function linesOf(strategy: SimpleShardingStrategy | undefined): Line[] {
  const { shards } = (strategy ?? {}) as unknown as { shards?: Map<number, { connection: Line | null }> }
  return [...(shards?.values() ?? [])].flatMap(({ connection }) => connection ?? [])
}

const GOODBYE_MS = 2000
const NEVER = new Promise<null>(() => {})

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true })
  })
}

/** Waits, or not any longer once the signal says stop. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done, { once: true })
  })
}
