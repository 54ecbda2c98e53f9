/** What the takers of inbound events share: what they may use of the house, and how they say something short. */
import type { Address, Inbound, Prompt } from '../channels/port.ts'
import type { DoorGates } from '../people/door-gates.ts'
import type { Language } from '../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../words/words.ts'
import type { HeldRun } from './deliver.ts'
import type { HeldRuns } from './held-runs.ts'
import type { InOrder } from './in-order.ts'
import type { Speak } from './speak.ts'
import type { TakeReply } from './take-reply.ts'

export type InboundRooms = {
  /** How many come in by one link, and how many codes somebody tries. */
  gates: DoorGates
  replies: TakeReply
  runs: HeldRuns
  inOrder: InOrder
  /** Says something outside any card; not kept, and no harm when it is said twice. */
  speak: Speak
  wake(): void
  /** Shows a card that stands there once more, in place: its words changed. */
  redraw(held: HeldRun): void
  /** What people with a role do. @returns false when this person has none: the event is a young person's. */
  staff(inbound: Inbound, addressHash: string): Promise<boolean>
  /** What people who fill in a worksheet do. @returns false when it is none of theirs */
  sheets(inbound: Inbound, addressHash: string): Promise<boolean>
  joinUrl(channel: Address['channel'], token: string): Promise<string | null>
  /** The address of a page of ours, for a path that starts with a slash. */
  pageUrl(path: string): string
  /** Takes a person's own message out of the chat; false where the platform does not let us. */
  remove(to: Address, message: string): Promise<boolean>
}

/** Says one sentence to who did this, in the language of their app. */
export function remark(rooms: Pick<InboundRooms, 'speak'>, inbound: Inbound, key: string): void {
  if (inbound.from) rooms.speak(inbound.from, notice(key, nearestLanguage(inbound.language, 'nl')))
}

export function notice(key: string, language: Language, values: Record<string, string> = {}): Prompt {
  const text = wordsFor(language)(key, values)
  return {
    kind: 'notice',
    language,
    lines: text.split('\n').map((line) => ({ text: line })),
    choices: [],
    silent: true,
  }
}
