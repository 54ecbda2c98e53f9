/** The chats of the fake Telegram: who is in them, what stands in them, and when Telegram refuses. */
import { plainText } from './fake-telegram-html.ts'

/** A refusal, as Telegram words it. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: Record<string, number>
  constructor(code: number, description: string, parameters: Record<string, number> = {}) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export type FakeButton = { label: string; data: string }
/** A message of the bot as it stood at one moment. */
export type FakeMessage = {
  id: number
  /** Plain, as people read it. */
  text: string
  html: string
  /** Row by row. */
  buttons: FakeButton[][]
  topic: number | null
  silent: boolean
  edits: number
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel'
export type FakeChat = ReturnType<typeof makeChat>

/** Payload of sendMessage and editMessageText, unread. */
export type Sent = Record<string, unknown>

export function makeChat(id: number, type: ChatType, title: string) {
  const messages: FakeMessage[] = []
  const theirs = new Set<number>()
  const history: FakeMessage[] = []
  const watchers = new Set<() => void>()
  const topics = new Map<number, string>()
  let lastId = 0
  let read = 0
  const chat = {
    id,
    type,
    title,
    topics,
    messages,
    admins: new Set<number>(),
    /** What Telegram answers when the bot writes here; null: it may. */
    refusal: null as Refusal | null,
    nextId: () => {
      lastId += 1
      return lastId
    },
    /** A message of somebody else: it takes a number, and the bot cannot edit it. */
    theirMessage: () => {
      const own = chat.nextId()
      theirs.add(own)
      return own
    },
    send(payload: Sent): FakeMessage {
      if (chat.refusal) throw chat.refusal
      const topic = (payload.message_thread_id as number | undefined) ?? null
      if (topic !== null && !topics.has(topic)) throw new Refusal(400, 'Bad Request: message thread not found')
      const message = {
        ...readMessage(payload),
        id: chat.nextId(),
        topic,
        silent: payload.disable_notification === true,
        edits: 0,
      }
      messages.push(message)
      remember(message)
      return message
    },
    edit(payload: Sent): FakeMessage {
      if (chat.refusal) throw chat.refusal
      if (theirs.has(payload.message_id as number)) throw new Refusal(400, "Bad Request: message can't be edited")
      const message = messages.find((candidate) => candidate.id === payload.message_id)
      if (!message) throw new Refusal(400, 'Bad Request: message to edit not found')
      const change = readMessage(payload)
      const same = change.html === message.html && JSON.stringify(change.buttons) === JSON.stringify(message.buttons)
      if (same) {
        throw new Refusal(
          400,
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        )
      }
      Object.assign(message, change, { edits: message.edits + 1 })
      remember(message)
      return message
    },
    /** The next message that arrived or changed and that nobody waited for yet; passes over what does not fit. */
    async next(fits: (message: FakeMessage) => boolean = () => true): Promise<FakeMessage> {
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => {
        const seen = history.map((message) => `${message.text} [${labels(message).join(' | ')}]`)
        late.reject(
          new Error(`chat ${id}: the message waited for did not come. It saw:\n${seen.join('\n') || 'nothing'}`),
        )
      }, PATIENCE_MS)
      try {
        for (;;) {
          while (read < history.length) {
            const message = history[read++]!
            if (fits(message)) return message
          }
          const { promise, resolve } = Promise.withResolvers<void>()
          watchers.add(resolve)
          await Promise.race([promise, late.promise])
          watchers.delete(resolve)
        }
      } finally {
        clearTimeout(timer)
      }
    },
    /** The newest message with buttons, or else the newest. */
    card(): FakeMessage {
      const card = messages.findLast((message) => message.buttons.length > 0) ?? messages.at(-1)
      if (!card) throw new Error(`chat ${id}: the bot has sent nothing yet`)
      return card
    },
  }

  function remember(message: FakeMessage): void {
    history.push({ ...message })
    for (const wake of watchers) wake()
  }

  return chat
}

/** The words on the buttons, from top to bottom. */
export function labels(message: FakeMessage): string[] {
  return message.buttons.flat().map((button) => button.label)
}

/** Checks a message as Telegram does. @throws Refusal */
function readMessage(payload: Sent): { text: string; html: string; buttons: FakeButton[][] } {
  const raw = payload.text
  if (typeof raw !== 'string') throw new Refusal(400, 'Bad Request: message text is empty')
  const text = payload.parse_mode === 'HTML' ? parsed(raw) : raw.trim()
  if (text === '') throw new Refusal(400, 'Bad Request: message text is empty')
  if (text.length > 4096) throw new Refusal(400, 'Bad Request: message is too long')
  const markup = (payload.reply_markup ?? {}) as { inline_keyboard?: unknown }
  const rows = markup.inline_keyboard ?? []
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw new Refusal(400, "Bad Request: can't parse inline keyboard")
  if (rows.flat().length > 100) throw new Refusal(400, 'Bad Request: reply markup is too long')
  return { text, html: raw, buttons: rows.map((row) => row.map(readButton)) }
}

function readButton(button: { text?: unknown; callback_data?: unknown }): FakeButton {
  const { text, callback_data: data } = button
  if (typeof text !== 'string' || text.trim() === '')
    throw new Refusal(400, 'Bad Request: text buttons are unallowed to be empty')
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0
  if (bytes < 1 || bytes > 64) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID')
  return { label: text, data: data as string }
}

function parsed(html: string): string {
  try {
    return plainText(html)
  } catch (error) {
    throw new Refusal(400, `Bad Request: ${(error as Error).message}`)
  }
}

/** How long a test waits for a message before it says what came instead. */
const PATIENCE_MS = 10_000
