/** What a part of the worksheets gets to work with: who writes, what they did, and how to answer them. */
import type { Address, Choice, Inbound, Line, Prompt } from '../channels/port.ts'
import type { Writer } from '../dialogue/sheet-writers.ts'
import type { Ground } from '../ground.ts'
import type { Speak } from '../rounds/speak.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'

export type SheetRooms = { speak: Speak; wake(): void; pageUrl(path: string): string }

/** What is said in private; kind and language are the turn's. */
export type Saying = Pick<Prompt, 'typed' | 'image' | 'files' | 'silent'> & { lines: Line[]; choices?: Choice[] }

/** An organisation in which this account may start a worksheet now, and the office by which it may. */
export type Start = { organisationId: string; organisation: string; staffId: string; name: string }

/** Somebody who did something that may be of a worksheet: perhaps no writer yet. */
export type SheetVisit = {
  ground: Ground
  rooms: SheetRooms
  inbound: Inbound
  /** Where this person is reached in private. */
  address: Address
  addressHash: string
  /** Null for an account that writes in no worksheet yet. */
  writer: Writer | null
  /** Empty for a partner from outside, and for somebody whose role ended. */
  starts: readonly Start[]
  /** True for an account with a role of any kind, in any organisation. */
  hasRole: boolean
  language: FullLanguage
  words: Words
  /** The group, channel or thread the event came from; absent in private. */
  place?: Address
  /** Answers this person in private, in place of the message that was tapped where the platform can. */
  say(saying: Saying): void
  /** One sentence by its key. */
  remark(key: string, values?: Record<string, string | number>): void
  /** Makes this account a writer, or keeps the one it is (then the names given here count for nothing). */
  become(as: { name: string; partner: string }): Promise<SheetTurn>
}

/** Somebody who writes in a worksheet. */
export type SheetTurn = SheetVisit & {
  writer: Writer
  /** The next words of this person are for this button's data, for an hour; the newest question of anybody of us counts. */
  expect(data: string): Promise<void>
}

/**
 * Button data of a worksheet, `w.<code>.…`; at most 64 bytes, so ids and short words only. Codes: `o` the own sheet,
 * `s` sharing its fields, `j` the joint sheet, `v` the story.
 */
export const sheetButton = (code: 'o' | 's' | 'j' | 'v', ...parts: string[]): string => ['w', code, ...parts].join('.')
