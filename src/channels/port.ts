/** The door between the house and a platform. A channel knows prompts and inbound events, and nothing else of us. */
import type { Language } from '../survey/question-set.ts'

export const CHANNELS = ['telegram', 'discord', 'web'] as const
export type ChannelName = (typeof CHANNELS)[number]

/**
 * Where somebody, or a coach channel, can be reached. Personal data: never in a log or an error.
 * `id` identifies (Telegram chat id, with `/topic` behind it for a topic; Discord user id for a
 * person, channel or thread id for a place; a random token on the web). `route` says how to get
 * there when that is more than the id (Discord: the id of the direct-message channel; for a place
 * the id once more, which is how the two are told apart, so keep it).
 */
export type Address = { channel: ChannelName; id: string; route?: string }

/** The platform's own id of a message we sent: opaque outside the channel, enough to edit it later. */
export type ExternalId = string

export type Line = {
  text: string
  /** strong: a heading or the question itself; quiet: small print; table: monospaced, as it is. */
  style?: 'strong' | 'quiet' | 'table'
}

export type Choice = {
  /** Opaque button data, at most 64 bytes; comes back in `tapped.data`. Empty for a link. */
  data: string
  /** Words on the button, without the emoji. */
  label: string
  emoji?: string
  /** option: an answer; aside: don't know, rather not say; control: skip, back, stop …; write: opens a text field. */
  role: 'option' | 'aside' | 'control' | 'write' | 'link'
  /** For a link: where it leads (https, or http in a trial). */
  url?: string
  /** In a multi question: ticked already. In a question asked again: the answer so far. */
  ticked?: boolean
}

/** What may be sent along as a document. */
export type FileType =
  | 'application/pdf'
  | 'application/json'
  | 'application/zip'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/markdown'
  | 'text/csv'
  | 'text/calendar'
  | 'text/plain'

/** One message to one person or one place, in plain words; the wire file gives it the platform's form and escapes it. */
export type Prompt = {
  kind: 'card' | 'notice' | 'digest'
  language: Language
  lines: Line[]
  choices: Choice[]
  /** Set when a typed answer is welcome: name of the field, and its limit in characters. */
  typed?: { label: string; max: number; data: string }
  /** Shown above the words where the platform can; `alt` says the same in words. `url` is public, a PNG. */
  picture?: { url: string; alt: string }
  /** A picture of ours, sent along with the words; `alt` says the same in words. The words stand also where pictures are refused. */
  image?: { png: Uint8Array; alt: string }
  /** Documents sent along with the words. */
  files?: {
    name: string
    type: FileType
    bytes: Uint8Array
  }[]
  /** True: no emoji and no pictures, and a tick is said in words (survey/text-only.ts). */
  textOnly?: boolean
  /** True: delivered without a sound. */
  silent?: boolean
}

type From = {
  channel: ChannelName
  /** The platform's id of this update, for deduplication; the same when it is delivered again. */
  id: string
  /** The person; for events in a coach channel, the person who acted there (absent for channel posts). */
  from?: Address
  /** The client's language as the platform gives it (IETF tag), if at all. */
  language?: string
  /** How somebody else would find this person on the platform (`@name`); passed on only when the person asks for it, never kept. */
  handle?: string
}

export type Inbound = From &
  /**
   * `message`: the message with the button, to be edited in place; `place`: the group or channel it stands in,
   * absent in private.
   */
  (
    | { type: 'tapped'; data: string; message?: ExternalId; place?: Address }
    /** `data` ties the text to a card (Discord modal, web form); absent for a message typed in a chat. */
    /** `message`: the platform's id of the person's own message, where the bot may remove it. */
    | { type: 'typed'; text: string; data?: string; message?: ExternalId }
    /** A command in the private conversation. `start` carries the deep-link token as argument. */
    | { type: 'command'; command: PersonCommand | StaffCommand; argument: string; community?: string }
    /**
     * A command given in a group, topic, channel or thread: `place`. `community` is the Discord
     * server, or the Telegram chat with all its topics, that it is in; `label` its visible name; `manager` whether the platform says the person
     * may manage that place (channel posts on Telegram are always by an administrator).
     */
    | {
        type: 'place-command'
        command: PlaceCommand
        argument: string
        place: Address
        community?: string
        label: string
        manager: boolean
        /** True when the platform says that anybody can read along there (a name of its own on Telegram, open to everyone on Discord). */
        public?: boolean
      }
    /** The person blocked the bot, or came back. */
    | { type: 'blocked' }
    | { type: 'unblocked' }
    /** The bot lost a place: removed from the group, channel deleted. The id of a `community`: all its places. */
    | { type: 'place-lost'; place: Address }
    /** A Telegram group became a supergroup. */
    | { type: 'place-moved'; place: Address; to: Address }
  )
export const PERSON_COMMANDS = [
  'start',
  'stop',
  'help',
  'privacy',
  'language',
  'pause',
  'settings',
  'my-data',
  'erase',
  'propose',
  'koppel',
] as const
export type PersonCommand = (typeof PERSON_COMMANDS)[number]
/**
 * For who has a role. `propose`, `pause`, `koppel` and `help` have one name for everybody; what they do depends on
 * who gives them.
 */
export const STAFF_COMMANDS = [
  'menu',
  'session',
  'surveys',
  'agreement',
  'digest',
  'timeline',
  'feedback',
  'roles',
  'methods',
  'talk',
  'worksheet',
] as const
export type StaffCommand = (typeof STAFF_COMMANDS)[number]
export const PLACE_COMMANDS = ['koppel', 'help', ...STAFF_COMMANDS] as const
export type PlaceCommand = (typeof PLACE_COMMANDS)[number]

/** Takes in one event; resolves when it is durably stored. Throws only when the platform should deliver again. */
export type Take = (inbound: Inbound) => Promise<void>

/** What a channel may ask of the house while it listens. */
export type ChannelHealth = { ready: boolean; detail: string }

export interface Channel {
  readonly name: ChannelName
  /** Makes the channel able to send. Throws SettingsError when the token is wrong. */
  open(): Promise<void>
  /** Starts listening (only the instance that holds the ear does this when polling or on a gateway). */
  listen(take: Take): Promise<void>
  /** Stops listening; sending stays possible. In-flight takes finish first. */
  deafen(): Promise<void>
  /**
   * Sends, or edits the message `replaces` (and sends anew when that message is gone).
   * @param options.nonce at most 25 characters, the same for every try of the same message
   * @returns the platform's id of the message that now shows the prompt
   * @throws ChannelError
   */
  send(to: Address, prompt: Prompt, options: { nonce: string; replaces?: ExternalId }): Promise<ExternalId>
  /**
   * Takes the buttons of a message of ours away; its words stay. There only where a message keeps its buttons by itself.
   * A message that is no more, or has none, is fine.
   * @throws ChannelError
   */
  disarm?(to: Address, message: ExternalId): Promise<void>
  /**
   * Removes a person's own message from the private conversation, where the platform lets a bot do that.
   * @returns false when the platform refuses (too old, gone already)
   * @throws ChannelError `later` when the platform cannot be reached or is too busy
   */
  remove?(to: Address, message: ExternalId): Promise<boolean>
  /**
   * Shows this person the commands for the staff besides those for everybody, or no longer; there only where a
   * platform can show commands to one person. Asked twice it does nothing the second time.
   * @throws ChannelError
   */
  showCommands?(to: Address, staff: boolean): Promise<void>
  /**
   * Whether anybody can find and read this place now; there only where a platform tells.
   * @throws ChannelError
   */
  isPublic?(place: Address): Promise<boolean>
  /** The route to a person that a sent message shows (Address.route), to be kept: finding it again costs the platform's patience. */
  routeIn?(sent: ExternalId): string | undefined
  health(): ChannelHealth
  /** Ends every call that waits for the platform, and all that follow: each fails as `later`. There only where calls can hang. */
  hangUp?(): void
  close(): Promise<void>
}

/**
 * The platform said no. `gone`: for good, until the person or place acts (blocked, deleted);
 * `later`: try again after `retryAfter`; `rejected`: our message is wrong, trying again is useless.
 * The message names method and code only, never text, token or address.
 */
export class ChannelError extends Error {
  override readonly name = 'ChannelError'
  readonly kind: 'gone' | 'later' | 'rejected'
  readonly retryAfter: Temporal.Duration | undefined
  /**
   * Set when the platform itself asked for the wait, and of what: this chat, everything of one kind (its bucket), or
   * the whole account of the bot.
   */
  readonly pauses: 'chat' | 'bucket' | 'account' | undefined
  /** The token is refused: true for this process only, since another may have been given a new one. */
  readonly unauthorised: boolean
  /** True: not the platform, but the house has no room for an event just now. It has to be delivered again. */
  readonly busy: boolean
  /** Set when a place has a new address (Telegram supergroup migration): store it and try again. */
  readonly movedTo: Address | undefined
  constructor(
    kind: 'gone' | 'later' | 'rejected',
    message: string,
    more: {
      retryAfter?: Temporal.Duration
      pauses?: 'chat' | 'bucket' | 'account'
      unauthorised?: boolean
      busy?: boolean
      movedTo?: Address
      cause?: unknown
    } = {},
  ) {
    super(message, more.cause === undefined ? {} : { cause: more.cause })
    this.kind = kind
    this.retryAfter = more.retryAfter
    this.pauses = more.pauses
    this.unauthorised = more.unauthorised ?? false
    this.busy = more.busy ?? false
    this.movedTo = more.movedTo
  }
}
