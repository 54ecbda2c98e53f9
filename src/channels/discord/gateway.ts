/**
 * The ear: one gateway connection, kept alive. The library reconnects and resumes by itself; a
 * connection that never came about is tried again ever more slowly, because Discord ends the token of
 * a bot that identifies a thousand times a day.
 */
import type { REST } from '@discordjs/rest'
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws'
import { GatewayCloseCodes, GatewayIntentBits } from 'discord-api-types/v10'
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
 * @param options.backoff waiting after a failed start: doubles from `first` to `most`
 */
export function makeGateway(options: {
  token: string
  rest: REST
  log: Log
  onEvent: (event: GatewayEvent) => void
  backoff: { first: Temporal.Duration; most: Temporal.Duration }
}): Gateway {
  const { token, rest, log, onEvent, backoff } = options
  let state = { ready: false, detail: 'the gateway is not connected' }
  let manager: WebSocketManager | undefined
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
    await manager?.destroy({ code: 1000, reason: 'stopped listening' })
    manager = undefined
    await trying
    state = { ready: false, detail: 'the gateway is not connected' }
  }

  async function keepTrying(signal: AbortSignal, tried: () => void): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      const fresh = makeManager()
      manager = fresh.manager
      try {
        await Promise.race([fresh.manager.connect(), fresh.refused, aborted(signal)])
        return tried()
      } catch (error) {
        if (signal.aborted) return tried()
        if (!fresh.isRefused()) {
          state = { ready: false, detail: 'Discord cannot be reached; trying again' }
          log.warn({ failures: failures + 1, ...numbersOf(error) }, 'discord: the gateway did not open')
        }
        await fresh.manager.destroy()
        tried()
        if (fresh.isRefused()) return
        await pause(waitAfter(failures), signal)
      }
    }
  }

  function makeManager() {
    const refused = Promise.withResolvers<never>()
    refused.promise.catch(() => {})
    let isRefused = false
    const sessions = new Map<number, SessionInfo>()
    const made = new WebSocketManager({
      token,
      intents: INTENTS,
      rest,
      retrieveSessionInfo: (shard) => sessions.get(shard) ?? null,
      updateSessionInfo: (shard, session) => {
        if (session) sessions.set(shard, session)
        else sessions.delete(shard)
      },
    })
    made.on(WebSocketShardEvents.Ready, becomeReady)
    made.on(WebSocketShardEvents.Resumed, becomeReady)
    made.on(WebSocketShardEvents.Dispatch, ({ data }) => onEvent(data as GatewayEvent))
    made.on(WebSocketShardEvents.Closed, ({ code }) => {
      const fatal = FATAL[code]
      state = { ready: false, detail: fatal ?? `the gateway closed (${code}); connecting again` }
      if (fatal === undefined) {
        log.info({ code }, 'discord: the gateway closed')
        return
      }
      isRefused = true
      log.error({ code }, `discord: ${fatal}`)
      refused.reject(new Error('refused'))
    })
    made.on(WebSocketShardEvents.Error, () => log.warn('discord: the gateway connection had a fault'))
    return { manager: made, refused: refused.promise, isRefused: () => isRefused }
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
