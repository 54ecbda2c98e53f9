/** What the pages need of the house; the app gives it. */
import type { Address, ChannelName, Prompt, Take } from '../channels/port.ts'
import type { WebChannel } from '../channels/web/web.ts'
import type { Clock, NewId } from '../clock.ts'
import type { Card } from '../config/method.ts'
import type { DataApi } from '../export/data-api.ts'
import type { MethodFile } from '../instrumentarium/method-files.ts'
import type { Log } from '../log.ts'
import type { BringIn } from '../rounds/bring-in.ts'
import type { DataDesk } from '../rounds/data-desk.ts'
import type { Desk } from '../rounds/desk.ts'
import type { Intake } from '../rounds/intake-door.ts'
import type { PackDoor } from '../rounds/pack-door.ts'
import type { Tablet } from '../rounds/tablet.ts'
import type { Writing } from '../rounds/write-link.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import type { Language } from '../survey/question-set.ts'
import type { SheetDoor } from '../worksheets/sheet-door.ts'
import type { StoryDoor } from '../worksheets/story-door.ts'

export interface HttpDeps {
  clock: Clock
  log: Log
  /** Random, unguessable; at most 40 characters of letters, digits, `-` and `_`. */
  newId: NewId
  /** Where people reach this service, without a slash at the end. */
  publicUrl(): string
  /** Proxies before us, by address or network, whose word about who asks is taken. */
  trustedProxies?: readonly string[]
  /** Where pages hand in what somebody did: `web.receive`, so that stopping waits for what is in flight. */
  take: Take
  web: Pick<WebChannel, 'subscribe' | 'next' | 'notices' | 'forget'>
  /** What stands on this person's page now, newest first; empty when nothing is asked. Notices that are stored nowhere may be left out. */
  cardsFor(address: Address): Promise<Prompt[]>
  /**
   * The next step of the conversation behind a join link, or one that works once; in the language asked for where the
   * organisation has it. `chosen`: the person chose that language, so it need not be asked.
   */
  joinPrompt(
    token: string,
    language: Language,
    chosen: boolean,
  ): Promise<JoinPage | { fault: 'unknown' | 'expired' | 'used' }>
  /** Open questions that are written here by who answers the rest in a chat. */
  writing: Writing
  /** A device that goes from hand to hand. */
  tablet: Tablet
  desk: Desk
  data: DataDesk
  staff: StaffDoor
  /** Figures for receivers of data. */
  dataApi: DataApi
  /** Pages of writers of worksheets. */
  sheets: SheetDoor
  /** Pages of impact stories. */
  stories: StoryDoor
  /** Whether this code lets a partner into a joint worksheet now. */
  jointInvitation(code: string): Promise<boolean>
  /** Equal as long as nothing changed in what the live part of a page shows; much cheaper than looking at all of it. */
  liveMarks(organisationId: string): Promise<string>
  /** Whether this is the secret part of the address of the coach's page; compared in constant time. */
  isConsoleToken(organisationId: string, token: string): boolean
  /** Files that somebody of the staff brings in, and methods as files to fetch, by links of an hour. */
  bringIn: BringIn
  /** Sessions of a calendar and old counts, by the same kind of link. */
  intake: Intake
  takeAway(token: string): Promise<MethodFile | null>
  /** Packs of methods that a curator takes up. */
  packs: PackDoor
  /** The calendar behind a secret address; null for a wrong one. */
  agenda(organisationId: string, token: string): Promise<string | null>
  health(): Promise<{ database: boolean; channels: { name: ChannelName; ready: boolean; detail: string }[] }>
  /** In Prometheus' text format. */
  metrics(): Promise<string>
  /** The Telegram webhook; checks the secret before it reads the body. Absent when Telegram is polled or not set up. */
  telegramWebhook?: TelegramWebhook
  /** Interactions that Discord posts to us; checks the signature before it reads the body. Absent when Discord is not set up. */
  discordInteractions?: DiscordInteractions
  /** The methods that everybody may look at: those that come as files, and those that curators took up. */
  cards(): Promise<Card[]>
  /** The PNG of a pictogram, by name; null when there is none. */
  pictogram(name: string): Uint8Array | null
  /** @returns an SVG picture */
  qr(text: string): Promise<string>
  /** How often an open page looks for news by itself (another instance may have sent it), and shows that the line is alive; in milliseconds. */
  pace?: { look: number; beat: number }
}

export type JoinPage = {
  organisation: string
  organisationId: string
  languages: Language[]
  prompt: Prompt
  /** True: the prompt itself asks for the language. */
  asksLanguage?: boolean
}

/** `after` is to be called once the answer has left. */
export type DiscordInteractions = (request: {
  signature: string | undefined
  timestamp: string | undefined
  body: Buffer
}) => { status: number; body?: string; after?(): void }

export type TelegramWebhook = (request: {
  secretHeader: string | undefined
  body: string
}) => Promise<{ status: number; body?: string }>
