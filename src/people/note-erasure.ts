/**
 * Writes down that something was erased, stopped or taken back, by random ids alone, so that a backup which is put back
 * forgets it again. Called within the transaction in which it happens.
 */
import { randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Database } from '../store/open.ts'

/** Each with what its subject is made of, joined by a space. */
export type ErasureKind =
  /** contact */
  | 'person'
  /** organisation, participant */
  | 'stop'
  /** contact, day until which nothing is asked */
  | 'pause'
  /** run, question: the answer with its text */
  | 'answer'
  /** run, question: the text alone */
  | 'text'
  /** quote: its words go, and it is not shown */
  | 'quote'
  /** contact request */
  | 'request'
  /** proposal of a young person: its words go */
  | 'proposal'
  /** organisation, session that does not take place */
  | 'session'
  /** organisation, round that ended: its digest may be in a channel */
  | 'round'
  /** organisation, staff */
  | 'role'
  /** hash of its code */
  | 'invitation'
  /** organisation, agreement on a survey */
  | 'survey-stop'
  | 'survey-pause'
  /** organisation, agreement on data: with all its keys */
  | 'sharing'
  /** organisation, agreement on data: its keys alone */
  | 'keys'
  /** organisation: use of methods counts no more */
  | 'usage'
  /** library entry */
  | 'entry'
  /** organisation, moment */
  | 'summary'
  /** organisation, talk, step, id */
  | 'said'
  /** writer */
  | 'writer'
  /** writer: the own worksheet */
  | 'sheet'
  /** writer, field: with the copies that were shared of it */
  | 'field'
  /** writer, field: the copies stay */
  | 'own-field'
  /** sheet, from, to, field */
  | 'share'
  /** sheet, partner: left */
  | 'left'
  /** sheet, partner: all their words */
  | 'words'
  /** sheet, entry */
  | 'piece'

/** @param db the transaction in which it happens */
export async function noteErasure(
  ground: Pick<Ground, 'clock' | 'erased'>,
  db: Pick<Database, 'executeQuery'>,
  what: ErasureKind,
  ...subject: string[]
): Promise<void> {
  const id = randomUUID()
  await db.executeQuery(CompiledQuery.raw(NOTE_ERASURE, [id, what, subject.join(' '), ground.clock.now().toString()]))
  ground.erased?.(id)
}

const NOTE_ERASURE = 'insert into erasure (id, what, subject, at) values ($1, $2, $3, $4::timestamptz)'
