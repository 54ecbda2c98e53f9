/** What reading somebody's file comes to: what it says, what does not come along, and what stands in the way. */
import type { Card } from '../config/method.ts'

/** Where something stands, as people find it: rows from 1, columns by what stands above them. */
export type Place = { sheet?: string; row?: number; column?: string }

/** One remark about a file: a key in the words files with its values, and where. */
export type Notice = { key: string; values: Record<string, string | number>; place: Place }

/** What a file that was made elsewhere may not say; whoever brings it in does. */
export const ASKED = ['measures', 'for', 'source', 'minutes'] as const
export type Asked = (typeof ASKED)[number]

/** A card of questions, without its id and without what may have to be asked. */
export type ReadCard = Omit<Card, 'id' | 'kind' | 'set' | Asked> & {
  set: NonNullable<Card['set']>
} & Partial<Pick<Card, Asked>>

export type Reading = {
  /** Null when there are faults. */
  card: ReadCard | null
  /** What the file has and the card has not, or has otherwise; in the order of the file. */
  losses: Notice[]
  /** What has to be put right in the file first. */
  faults: Notice[]
}

export const notice = (key: string, place: Place = {}, values: Notice['values'] = {}): Notice => ({
  key,
  values,
  place,
})

export const refused = (...faults: Notice[]): Reading => ({ card: null, losses: [], faults })

/** Largest file that is taken, in bytes. */
export const MOST_BYTES = 2 * 1024 * 1024
/** Most rows of a sheet, its heading included. */
export const MOST_ROWS = 2000
