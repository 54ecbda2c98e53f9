/** The chats of the fake Telegram: who is in them, what stands in them, and when Telegram refuses. */
import { plainText } from './fake-telegram-html.ts'
import { type FakeMedia, readCaption, readMedia } from './fake-telegram-uploads.ts'

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

/** A button has data, or leads somewhere. */
export type FakeButton = { label: string; data: string; url?: string }
/** What Telegram shows of an address beside the words. */
export type FakePreview = { url: string; above: boolean; large: boolean }
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
  /** The picture of a link, if one is shown. */
  preview: FakePreview | null
  /** The picture or document of which `text` is the caption; null for a message of words. */
  media: FakeMedia | null
  /** The message it answers. */
  replyTo: number | null
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel'
export type FakeChat = ReturnType<typeof makeChat>

type Content = Pick<FakeMessage, 'text' | 'html' | 'buttons' | 'preview' | 'media'>

/** Payload of sendMessage and editMessageText, unread. */
export type Sent = Record<string, unknown>

export function makeChat(id: number, type: ChatType, title: string) {
  const messages: FakeMessage[] = []
  const theirs = new Map<number, { id: number; text: string; sentAt: number }>()
  const history: FakeMessage[] = []
  const watchers = new Set<() => void>()
  const topics = new Map<number, string>()
  let lastId = 0
  let read = 0
  let hoursPassed = 0
  const chat = {
    id,
    type,
    title,
    /** The name by which anybody finds it; empty for one that is closed. */
    username: '',
    topics,
    messages,
    admins: new Set<number>(),
    /** What Telegram answers when the bot writes here; null: it may. */
    refusal: null as Refusal | null,
    /** What members may not send here, as an administrator of the group sets it. */
    forbidden: new Set<'photo' | 'document'>(),
    nextId: () => {
      lastId += 1
      return lastId
    },
    /** A message of somebody else: it takes a number, and the bot cannot edit it. */
    theirMessage: (text = '') => {
      const own = chat.nextId()
      theirs.set(own, { id: own, text, sentAt: hoursPassed })
      return own
    },
    /** What others wrote here and nobody took away, oldest first. */
    theirMessages: () => [...theirs.values()].map(({ id: own, text }) => ({ id: own, text })),
    /** Everything here grows older. */
    pass: (hours: number) => {
      hoursPassed += hours
    },
    /** In private a bot may take out what either wrote, for two days. */
    remove(messageId: number): void {
      if (chat.refusal) throw chat.refusal
      const own = theirs.get(messageId)
      const at = messages.findIndex((message) => message.id === messageId)
      if (!own && at === -1) throw new Refusal(400, 'Bad Request: message to delete not found')
      const tooOld = hoursPassed - (own?.sentAt ?? hoursPassed) >= 48
      if (tooOld || (own && type !== 'private')) {
        throw new Refusal(400, "Bad Request: message can't be deleted for everyone")
      }
      if (own) theirs.delete(messageId)
      else messages.splice(at, 1)
    },
    send(payload: Sent): FakeMessage {
      if (chat.refusal) throw chat.refusal
      return arrive(payload, { ...readMessage(payload), media: null })
    },
    sendMedia(kind: 'photo' | 'document', payload: Sent): FakeMessage {
      if (chat.refusal) throw chat.refusal
      return arrive(payload, readCaptioned(kind, payload[kind], payload.caption))
    },
    editMedia(payload: Sent): FakeMessage {
      if (chat.refusal) throw chat.refusal
      const message = editable(payload)
      const { type, media, caption } = payload.media as Record<string, unknown>
      const change = readCaptioned(type, media, caption)
      const same = message.media?.bytes.equals(change.media.bytes) && message.text === change.text
      if (same) throw new Refusal(400, 'Bad Request: message is not modified')
      return alter(message, change)
    },
    edit(payload: Sent): FakeMessage {
      if (chat.refusal) throw chat.refusal
      const message = editable(payload)
      if (message.media) throw new Refusal(400, 'Bad Request: there is no text in the message to edit')
      const change = readMessage(payload)
      const shown = ({ html, buttons, preview }: typeof change) => JSON.stringify([html, buttons, preview])
      if (shown(change) === shown(message)) {
        throw new Refusal(
          400,
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        )
      }
      return alter(message, change)
    },
    editButtons(payload: Sent): FakeMessage {
      if (chat.refusal) throw chat.refusal
      const message = editable(payload)
      const buttons = readButtons(payload)
      if (JSON.stringify(buttons) === JSON.stringify(message.buttons)) {
        throw new Refusal(400, 'Bad Request: message is not modified: specified new reply markup is the same')
      }
      return alter(message, { buttons })
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

  function arrive(payload: Sent, content: Content): FakeMessage {
    const topic = (payload.message_thread_id as number | undefined) ?? null
    if (topic !== null && !topics.has(topic)) throw new Refusal(400, 'Bad Request: message thread not found')
    const reply = (payload.reply_parameters ?? {}) as { message_id?: number; allow_sending_without_reply?: boolean }
    const answered = messages.some(({ id: known }) => known === reply.message_id)
    if (reply.message_id !== undefined && !answered && !reply.allow_sending_without_reply) {
      throw new Refusal(400, 'Bad Request: message to be replied not found')
    }
    const message = {
      ...content,
      id: chat.nextId(),
      topic,
      silent: payload.disable_notification === true,
      edits: 0,
      replyTo: answered ? reply.message_id! : null,
    }
    messages.push(message)
    remember(message)
    return message
  }

  function editable({ message_id }: Sent): FakeMessage {
    if (theirs.has(message_id as number)) throw new Refusal(400, "Bad Request: message can't be edited")
    const message = messages.find((candidate) => candidate.id === message_id)
    if (!message) throw new Refusal(400, 'Bad Request: message to edit not found')
    return message
  }

  function alter(message: FakeMessage, change: Partial<Content>): FakeMessage {
    Object.assign(message, change, { edits: message.edits + 1 })
    remember(message)
    return message
  }

  function readCaptioned(kind: unknown, given: unknown, caption: unknown) {
    const media = readMedia(kind, given)
    if (chat.forbidden.has(media.kind)) {
      throw new Refusal(400, `Bad Request: not enough rights to send ${media.kind}s to the chat`)
    }
    const text = readCaption(caption)
    return { text, html: text, buttons: [], preview: null, media }
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
function readMessage(payload: Sent): Pick<FakeMessage, 'text' | 'html' | 'buttons' | 'preview'> {
  const raw = payload.text
  if (typeof raw !== 'string') throw new Refusal(400, 'Bad Request: message text is empty')
  const text = payload.parse_mode === 'HTML' ? parsed(raw) : raw.trim()
  if (text === '') throw new Refusal(400, 'Bad Request: message text is empty')
  if (text.length > 4096) throw new Refusal(400, 'Bad Request: message is too long')
  return { text, html: raw, buttons: readButtons(payload), preview: readPreview(payload, text) }
}

function readButtons(payload: Sent): FakeButton[][] {
  const markup = (payload.reply_markup ?? {}) as { inline_keyboard?: unknown }
  const rows = markup.inline_keyboard ?? []
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw new Refusal(400, "Bad Request: can't parse inline keyboard")
  if (rows.flat().length > 100) throw new Refusal(400, 'Bad Request: reply markup is too long')
  return rows.map((row) => row.map(readButton))
}

function readButton(button: { text?: unknown; callback_data?: unknown; url?: unknown }): FakeButton {
  const { text, callback_data: data, url } = button
  if (typeof text !== 'string' || text.trim() === '')
    throw new Refusal(400, 'Bad Request: text buttons are unallowed to be empty')
  if (typeof url === 'string') {
    if (data !== undefined) throw new Refusal(400, "Bad Request: can't parse inline keyboard button: too many fields")
    if (!isWebAddress(url))
      throw new Refusal(400, `Bad Request: inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
    return { label: text, data: '', url }
  }
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0
  if (bytes < 1 || bytes > 64) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID')
  return { label: text, data: data as string }
}

/** Without options Telegram shows the first address in the text, so that a sloppy bot is found out. */
function readPreview(payload: Sent, text: string): FakePreview | null {
  const options = (payload.link_preview_options ?? {}) as Record<string, unknown>
  if (options.is_disabled === true) return null
  const url = options.url ?? /https?:\/\/\S+/.exec(text)?.[0]
  if (typeof url !== 'string') return null
  if (!isWebAddress(url)) throw new Refusal(400, 'Bad Request: WEBPAGE_URL_INVALID')
  return { url, above: options.show_above_text === true, large: options.prefer_large_media === true }
}

/** Telegram takes http and https only, and no host without a dot in it, such as `localhost`. */
function isWebAddress(url: string): boolean {
  const parsedUrl = URL.parse(url)
  return /^https?:$/.test(parsedUrl?.protocol ?? '') && parsedUrl!.hostname.includes('.')
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
