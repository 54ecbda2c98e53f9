/** What an area of the staff's menu gets to work with: who acts, for which organisation, and how to answer them. */
import type { Address, Choice, Inbound, Line, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import type { Ground } from '../ground.ts'
import type { Act, Office } from '../people/permissions.ts'
import type { StaffPerson } from '../people/staff.ts'
import type { Desk } from '../rounds/desk.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'

export type StaffRooms = {
  desk: Desk
  wake(): void
  pageUrl(path: string): string
}

/** What is said in private; kind and language are the turn's, unless a card of a young person is shown in theirs. */
export type Saying = Pick<Prompt, 'typed' | 'image' | 'files'> & {
  lines: Line[]
  choices?: Choice[]
  language?: Prompt['language']
}

export type StaffTurn = {
  ground: Ground
  rooms: StaffRooms
  inbound: Inbound
  person: StaffPerson
  organisation: Organisation
  /** The offices of this person in this organisation. */
  offices: readonly Office[]
  /** The office under which this person acts here: the name in the log. */
  staffId: string
  name: string
  language: FullLanguage
  words: Words
  /** The group or channel the event came from; absent in private. */
  place?: Address
  /** Whether this working year is with the coach. */
  withCoach: boolean
  may(act: Act, task?: string): boolean
  /** Answers this person in private, in place of the message that was tapped where the platform can. */
  say(saying: Saying): void
  /** One sentence by its key. */
  remark(key: string, values?: Record<string, string>): void
  /** The next words of this person are for this button's data, for an hour. */
  expect(data: string): Promise<void>
  /** The same event in another organisation where this person has a role, and from now on there; null where they have none. */
  elsewhere(organisationId: string): Promise<StaffTurn | null>
}

/**
 * A part of the menu. Its buttons are `t.<code>.…`; what stands behind is the area's own. An area asks `turn.may`
 * before it shows or does anything, and the desk or the dialogue does the work: rules do not live here.
 */
export type Area = {
  code: string
  /** Opened from the menu or by a command; `argument` is what was written behind the command. */
  open(turn: StaffTurn, argument: string): Promise<void>
  /** A button of this area: the parts of its data behind the code. */
  tap(turn: StaffTurn, parts: string[]): Promise<void>
  /** Words that were asked for by `expect`, or written in a form, for a button of this area. */
  typed?(turn: StaffTurn, parts: string[], text: string): Promise<void>
}

/** Button data of an area; at most 64 bytes, so ids and short words only. */
export const buttonOf = (code: string, ...parts: string[]): string => ['t', code, ...parts].join('.')
