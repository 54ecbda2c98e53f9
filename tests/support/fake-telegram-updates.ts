/** The updates of the fake Telegram: kept until confirmed, given to a long poll or posted to a webhook. */
import http from 'node:http'
import { Refusal } from './fake-telegram-chats.ts'

export type Update = { update_id: number } & Record<string, unknown>
export type Webhook = { url: string; secret_token?: string; max_connections: number }
export type Updates = ReturnType<typeof makeUpdates>

export function makeUpdates() {
  /** Not yet confirmed, oldest first. */
  const pending = new Map<number, Update>()
  const past: Update[] = []
  const settled = new Set<() => void>()
  const chains = new Map<unknown, Promise<void>>()
  let lastId = 100_000
  let allowed: string[] | null = null
  let held: Update[] | null = null
  let poll: { answer: (updates: Update[]) => void; refuse: (refusal: Refusal) => void } | null = null
  let webhook: Webhook | null = null
  /** Where the name in the webhook's address leads, when it is not this machine's. */
  let leadsTo: string | null = null
  let agent = new http.Agent({ keepAlive: true })
  let posting = 0
  let closed = false
  let conflicts = 0
  let onAnswer: ((method: string, payload: Record<string, unknown>) => void) | null = null

  /** Something happened: makes an update of it, unless the bot did not ask for its kind. */
  function emit(kind: string, content: Record<string, unknown>): number {
    lastId += 1
    const update = { update_id: lastId, [kind]: content }
    if (allowed !== null && !allowed.includes(kind)) return lastId
    past.push(update)
    deliver(update)
    return lastId
  }

  /** Delivers an update as it is, however odd. */
  function deliver(update: Update): void {
    if (held) {
      held.push(update)
      return
    }
    pending.set(update.update_id, update)
    if (webhook) post(update, webhook)
    else wakePoll()
  }

  function wakePoll(): void {
    if (!poll || pending.size === 0) return
    const { answer } = poll
    poll = null
    answer(batch(100))
  }

  function batch(limit: number): Update[] {
    return [...pending.values()].sort((a, b) => a.update_id - b.update_id).slice(0, limit)
  }

  function confirm(id: number): void {
    pending.delete(id)
    if (pending.size + posting > 0) return
    for (const wake of settled) wake()
    settled.clear()
  }

  /** @throws Refusal 409 while a webhook is set, or when another poll takes over */
  async function getUpdates(payload: Record<string, unknown>, gone: AbortSignal): Promise<Update[]> {
    if (webhook)
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    if (Array.isArray(payload.allowed_updates))
      allowed = payload.allowed_updates.length > 0 ? payload.allowed_updates : null
    const offset = Number(payload.offset ?? 0)
    for (const id of [...pending.keys()]) if (id < offset) confirm(id)
    if (poll) conflicts += 1
    poll?.refuse(
      new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    )
    poll = null
    const limit = Math.min(100, Math.max(1, Number(payload.limit ?? 100)))
    const seconds = Math.min(50, Number(payload.timeout ?? 0))
    if (pending.size > 0 || seconds === 0) return batch(limit)
    const waiting = Promise.withResolvers<Update[]>()
    const mine = { answer: waiting.resolve, refuse: waiting.reject }
    const end = () => {
      if (poll === mine) poll = null
      waiting.resolve([])
    }
    const timer = setTimeout(end, seconds * 1000)
    gone.addEventListener('abort', end)
    poll = mine
    return waiting.promise.finally(() => clearTimeout(timer))
  }

  /** One chat's updates go out one after the other, chats beside each other; what fails is tried again. */
  function post(update: Update, to: Webhook): void {
    posting += 1
    const key = chatOf(update)
    const before = chains.get(key) ?? Promise.resolve()
    const mine = before.then(() => postUntilTaken(update, to))
    chains.set(key, mine)
    void mine.then(() => chains.get(key) === mine && chains.delete(key))
  }

  async function postUntilTaken(update: Update, to: Webhook): Promise<void> {
    for (let wait = 5; !closed && webhook === to; wait = Math.min(500, wait * 2)) {
      const status = await postOnce(update, to).catch(() => 0)
      if (status >= 200 && status < 300) {
        posting -= 1
        return confirm(update.update_id)
      }
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
    posting -= 1
  }

  function postOnce(update: Update, to: Webhook): Promise<number> {
    return new Promise((resolve, reject) => {
      const body = JSON.stringify(update)
      const headers: Record<string, string | number> = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      }
      if (to.secret_token !== undefined) headers['x-telegram-bot-api-secret-token'] = to.secret_token
      const request = http.request(leadsTo ?? to.url, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          carryOut(Buffer.concat(chunks).toString())
          resolve(response.statusCode ?? 0)
        })
        response.on('error', reject)
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  /** The answer to an update may be a call of the Bot API; what becomes of it is not told. */
  function carryOut(answer: string): void {
    if (!answer.startsWith('{')) return
    const { method, ...payload } = JSON.parse(answer) as Record<string, unknown>
    if (typeof method === 'string') onAnswer?.(method, payload)
  }

  function setWebhook(to: Webhook | null, allowedUpdates: unknown): void {
    if (Array.isArray(allowedUpdates)) allowed = allowedUpdates.length > 0 ? allowedUpdates : null
    webhook = to
    agent.destroy()
    agent = new http.Agent({ keepAlive: true, maxSockets: to?.max_connections ?? 40 })
    if (to) for (const update of batch(Number.POSITIVE_INFINITY)) post(update, to)
  }

  return {
    emit,
    deliver,
    getUpdates,
    setWebhook,
    webhook: () => webhook,
    /** Carries out the calls that come as the answer to an update. */
    onAnswer: (carry: typeof onAnswer) => {
      onAnswer = carry
    },
    /** Updates for the webhook go there, as a name leads to a proxy. */
    leadTo: (url: string) => {
      leadsTo = url
    },
    pendingCount: () => pending.size,
    /** How often two listened at the same time. */
    conflicts: () => conflicts,
    /** Every update there ever was, oldest first. */
    past,
    /** Holds what happens from now on back, until `release`. */
    hold: () => {
      held = []
    },
    /** Delivers what was held, in any order, any number of times. */
    release: (order: (updates: Update[]) => Update[] = (updates) => updates) => {
      const updates = order(held ?? [])
      held = null
      for (const update of updates) deliver(update)
    },
    /** What nobody confirmed is not delivered any more. */
    forget: () => {
      for (const id of [...pending.keys()]) confirm(id)
    },
    /** Resolves when the bot has confirmed every update. */
    settled: (): Promise<void> =>
      new Promise((resolve) => (pending.size + posting === 0 ? resolve() : settled.add(resolve))),
    close: () => {
      closed = true
      agent.destroy()
      poll?.answer([])
    },
  }
}

/** Checks what setWebhook is asked for. @throws Refusal */
export function readWebhook(payload: Record<string, unknown>): Webhook {
  const {
    url,
    secret_token,
    max_connections = 40,
  } = payload as { url: string; secret_token?: string; max_connections?: number }
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && hostname !== '127.0.0.1')
    throw new Refusal(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook')
  if (secret_token !== undefined && !/^[\w-]{1,256}$/.test(secret_token))
    throw new Refusal(400, 'Bad Request: secret token contains unallowed characters')
  return { url, max_connections, ...(secret_token === undefined ? {} : { secret_token }) }
}

function chatOf(update: Update): unknown {
  const content = Object.values(update).find((value) => typeof value === 'object') as
    | { from?: { id: number }; chat?: { id: number } }
    | undefined
  return update.callback_query ? content?.from?.id : (content?.chat?.id ?? content?.from?.id)
}
