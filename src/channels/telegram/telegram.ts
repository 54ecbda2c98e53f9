/** Telegram, spoken through grammY's client. What is said and heard is decided in `wire.ts` and `message.ts`. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Api } from 'grammy'
import { EngineError, SettingsError } from '../../errors.ts'
import { describeError, type Log } from '../../log.ts'
import { type Address, type Channel, ChannelError, type ChannelHealth, type Inbound, type Take } from '../port.ts'
import { makeCommandLists } from './command-lists.ts'
import { type CallOutcome, isHarmless, isRefusedToken, isRevokedToken, outcomeOf, toChannelError } from './errors.ts'
import { createKeepAliveFetch } from './http.ts'
import { createManagers } from './managers.ts'
import { type Polling, startPolling } from './polling.ts'
import { makeSending } from './sending.ts'
import { ALLOWED_UPDATES, readAddress, toInbound } from './wire.ts'

export type TelegramOptions = {
  token: string
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  apiRoot: string
  /** Set: Telegram posts updates to `url` with `secret` in a header, and nobody polls. */
  webhook?: { url: string; secret: string }
  log: Log
  metrics?: { called(method: string, outcome: CallOutcome): void }
  /** How long a call may take before we give it up; 20 seconds unless told. */
  timeout?: Temporal.Duration
  /** Waiting after a failure while polling: doubles from `first` to `most`. */
  backoff?: { first: Temporal.Duration; most: Temporal.Duration }
}

export type WebhookRequest = { secretHeader: string | undefined; body: string }

export type TelegramChannel = Channel & {
  /**
   * Takes in one webhook call; there only when a webhook was asked for. 401 without the secret,
   * 413 beyond 1 MB, 400 for what is no JSON, 503 while not listening or too busy, 500 when the event could not
   * be stored (Telegram delivers it again), else 200. `body`: a call of the Bot API that Telegram
   * carries out, in place of one of ours: a tap that was stored at once is answered with it.
   */
  webhook?(request: WebhookRequest): Promise<{ status: number; body?: string }>
  /** The link that opens the chat and hands us `token` (1 to 64 of A-Z, a-z, 0-9, _ and -). */
  startLink(token: string): string
  /** The bot's name without @. Throws EngineError before `open()`. */
  username(): string
}

/** Makes the channel. Nothing is called before `open()`. */
export function createTelegram(options: TelegramOptions): TelegramChannel {
  const { token, log } = options
  const apiRoot = options.apiRoot.replace(/\/+$/, '')
  const backoff = options.backoff ?? { first: Temporal.Duration.from('PT0.25S'), most: Temporal.Duration.from('PT30S') }
  const speaking = createKeepAliveFetch(apiRoot, SEND_SOCKETS)
  const polled = createKeepAliveFetch(apiRoot, 2)
  const mouth = new Api(token, {
    apiRoot,
    timeoutSeconds: (options.timeout ?? SEND_TIMEOUT).total('seconds'),
    fetch: speaking.fetch as never,
  })
  const plainPath = `${new URL(apiRoot).pathname.replace(/\/$/, '')}/bot${token}/`
  const patience = (options.timeout ?? SEND_TIMEOUT).total('milliseconds')
  // What grammY does for every call to be ready for files and streams costs as much as the sending itself.
  mouth.config.use((next, method, payload, signal) =>
    PLAIN.has(method) && !signal
      ? (speaking.post(plainPath + method, payload, patience) as never)
      : next(method, payload, signal),
  )
  const ear = new Api(token, { apiRoot, timeoutSeconds: POLL_SECONDS + 15, fetch: polled.fetch as never })
  const managers = createManagers((chat_id) =>
    call('getChatAdministrators', () => mouth.raw.getChatAdministrators({ chat_id })),
  )
  const lists = makeCommandLists(mouth, call)
  const secret = options.webhook?.secret ? digestOf(options.webhook.secret) : null
  const inFlight = new Set<Promise<unknown>>()
  const answers = new Set<Promise<unknown>>()
  let name: string | undefined
  let revoked = false
  let take: Take | undefined
  let polling: Polling | undefined

  async function open(): Promise<void> {
    try {
      name = (await call('getMe', () => mouth.getMe())).username
    } catch (error) {
      if (!isRefusedToken(error)) throw toChannelError(error, 'getMe')
      throw new SettingsError(
        'TELEGRAM_BOT_TOKEN is refused by Telegram: ask @BotFather for the token of your bot (/mybots, API Token) and put that in',
      )
    }
    await lists.publish().catch((error: unknown) => {
      log.warn(describeError(toChannelError(error, 'setMyCommands')), 'telegram: the list of commands was not updated')
    })
  }

  async function listen(next: Take): Promise<void> {
    if (take) throw new EngineError('telegram: listen() was called twice')
    const { webhook } = options
    try {
      if (webhook) {
        const hook = { url: webhook.url, secret_token: webhook.secret, max_connections: 100 }
        await call('setWebhook', () => mouth.raw.setWebhook({ ...hook, allowed_updates: [...ALLOWED_UPDATES] }))
      } else await call('deleteWebhook', () => mouth.raw.deleteWebhook({ drop_pending_updates: false }))
    } catch (error) {
      throw toChannelError(error, webhook ? 'setWebhook' : 'deleteWebhook')
    }
    take = next
    if (webhook) return
    polling = startPolling({
      getUpdates,
      take: takeUpdate,
      log,
      backoff: { firstMs: backoff.first.total('milliseconds'), mostMs: backoff.most.total('milliseconds') },
    })
  }

  function getUpdates(offset: number, signal: AbortSignal): Promise<unknown[]> {
    const asked = { offset, timeout: POLL_SECONDS, allowed_updates: [...ALLOWED_UPDATES] }
    return call('getUpdates', () => ear.raw.getUpdates(asked, signal as never), signal)
  }

  async function deafen(): Promise<void> {
    if (polling) await polling.stop()
    polling = undefined
    take = undefined
    await Promise.allSettled(inFlight)
  }

  async function takeUpdate(update: unknown, again = false): Promise<void> {
    const tap = again ? null : tapOf(update)
    if (take && tap !== null) answerTap(tap)
    return hand(update)
  }

  async function hand(update: unknown): Promise<void> {
    if (!take) throw new ChannelError('later', 'telegram: nobody is listening')
    const inbound = toInbound(update, username())
    if (inbound) await take(await withManager(inbound))
  }

  /** Stops the spinner on the button at once, before anything of ours is asked. */
  function answerTap(id: string): void {
    const answering = call('answerCallbackQuery', () => mouth.raw.answerCallbackQuery({ callback_query_id: id })).catch(
      (error: unknown) => {
        if (isHarmless(error)) return
        log.warn(describeError(toChannelError(error, 'answerCallbackQuery')), 'telegram: a tap was not answered')
      },
    )
    answers.add(answering)
    void answering.finally(() => answers.delete(answering))
  }

  /** A tap over the webhook is answered once: by a call before the button is seen to spin, else in the answer itself. */
  function answerSoon(id: string): { byCallNow(): void; inPlace(): string | null } {
    let open = true
    const byCallNow = () => {
      clearTimeout(timer)
      if (open) answerTap(id)
      open = false
    }
    const timer = setTimeout(byCallNow, SPIN_MS)
    return {
      byCallNow,
      inPlace() {
        clearTimeout(timer)
        if (!open) return null
        open = false
        return `{"method":"answerCallbackQuery","callback_query_id":${JSON.stringify(id)}}`
      },
    }
  }

  async function withManager(inbound: Inbound): Promise<Inbound> {
    if (inbound.type !== 'place-command' || inbound.manager || !inbound.from) return inbound
    const place = readAddress(inbound.place)
    return { ...inbound, manager: place !== null && (await managers.has(place.chat_id, Number(inbound.from.id))) }
  }

  /** A group with a name of its own can be found and read by anybody. */
  async function isPublic(to: Address): Promise<boolean> {
    const place = readAddress(to)
    if (!place) return false
    try {
      const { username: own } = await call('getChat', () => mouth.raw.getChat({ chat_id: place.chat_id }))
      return own !== undefined && own !== ''
    } catch (error) {
      throw toChannelError(error, 'getChat')
    }
  }

  async function webhook({ secretHeader, body }: WebhookRequest): Promise<{ status: number; body?: string }> {
    if (!secret || !timingSafeEqual(digestOf(secretHeader ?? ''), secret)) return { status: 401 }
    if (Buffer.byteLength(body) > WEBHOOK_BYTES) return { status: 413 }
    const update = parse(body)
    if (update === undefined) return { status: 400 }
    if (!take) return { status: 503 }
    const tap = tapOf(update)
    const answer = tap === null ? null : answerSoon(tap)
    const taking = hand(update)
    inFlight.add(taking)
    try {
      await taking
      const inPlace = answer?.inPlace() ?? null
      return inPlace === null ? { status: 200 } : { status: 200, body: inPlace }
    } catch (error) {
      // Too busy to take it in now: the button goes on spinning until it is delivered again.
      if (error instanceof ChannelError && error.busy) {
        answer?.inPlace()
        return { status: 503 }
      }
      answer?.byCallNow()
      log.warn(describeError(error), 'telegram: an update could not be stored; Telegram delivers it again')
      return { status: 500 }
    } finally {
      inFlight.delete(taking)
    }
  }

  /** Makes one call and counts how it ended. */
  async function call<T>(method: string, run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      const result = await run()
      revoked = false
      options.metrics?.called(method, 'ok')
      return result
    } catch (error) {
      if (!signal?.aborted) options.metrics?.called(method, outcomeOf(error))
      // Said once: what waits to be sent tries again every few minutes.
      if (isRevokedToken(error) && !revoked && name !== undefined) {
        revoked = true
        log.error('telegram: the token is refused, so nothing is sent; what waits is kept until there is a new token')
      }
      throw error
    }
  }

  function username(): string {
    if (name === undefined) throw new EngineError('telegram: the username is known after open()')
    return name
  }

  function health(): ChannelHealth {
    if (name === undefined) return { ready: false, detail: 'not open yet' }
    if (revoked)
      return { ready: false, detail: 'Telegram refuses the token: set a new TELEGRAM_BOT_TOKEN and start again' }
    const trouble = polling?.trouble() ?? null
    if (trouble !== null) return { ready: false, detail: trouble }
    return { ready: true, detail: polling ? 'polling' : take ? 'webhook' : 'sending only' }
  }

  async function close(): Promise<void> {
    await deafen()
    // The last taps deserve their answer, but a slow line must not keep the process.
    await Promise.race([Promise.allSettled(answers), delay(LAST_ANSWERS_MS, undefined, { ref: false })])
    hangUp()
  }

  const hangUp = () => [speaking, polled].map((line) => line.close())

  return {
    name: 'telegram',
    open,
    listen,
    deafen,
    ...makeSending(mouth, call, log),
    showCommands: lists.showCommands,
    isPublic,
    ...{ health, hangUp, close },
    username,
    startLink: (startToken) => {
      if (!/^[\w-]{1,64}$/.test(startToken))
        throw new EngineError('telegram: a start token has 1 to 64 of A-Z a-z 0-9 _ -')
      return `https://t.me/${username()}?start=${startToken}`
    },
    ...(options.webhook ? { webhook } : {}),
  }
}

/** Compares in the same time whatever the difference, and lets nobody in without a secret. */
const digestOf = (text: string) => createHash('sha256').update(text).digest()

function tapOf(update: unknown): string | null {
  const id = (update as { callback_query?: { id?: unknown } | null } | null)?.callback_query?.id
  return typeof id === 'string' ? id : null
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const SEND_TIMEOUT = Temporal.Duration.from({ seconds: 20 })
/** Methods that never carry a file. */
const PLAIN: ReadonlySet<string> = new Set(['sendMessage', 'editMessageText', 'answerCallbackQuery'])
const SPIN_MS = 250
const LAST_ANSWERS_MS = 1000
const POLL_SECONDS = 30
const SEND_SOCKETS = 100
const WEBHOOK_BYTES = 1_000_000
