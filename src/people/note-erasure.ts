/**
 * Writes down that something was erased, stopped or taken back, by random ids alone, so that a backup which is put back
 * forgets it again. Called within the transaction in which it happens.
 */
import { createHash, randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Ground } from '../ground.ts'
import type { Database } from '../store/open.ts'

/** Each with what its subject is made of, joined by a space. */
export type ErasureKind =
  /** fingerprint of the contact: nothing of who was erased stays, their id neither */
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

/** Of a random id, so that it can be found again in a backup and nowhere else. */
export const fingerprint = (id: string): string => createHash('sha256').update(id).digest('hex')

/** What was noted of somebody before goes with them: that they are erased says it all. */
export async function forgetNotes(
  db: Pick<Database, 'executeQuery'>,
  of: {
    contactId: string
    links: readonly { organisation_id: string; participant_id: string }[]
    runs: readonly string[]
  },
): Promise<void> {
  const pseudonyms = of.links.map((link) => `${link.organisation_id} ${link.participant_id}`)
  await db.executeQuery(CompiledQuery.raw(FORGET_NOTES, [of.contactId, pseudonyms, of.runs]))
}

const FORGET_NOTES = `delete from erasure where (what = 'pause' and split_part(subject, ' ', 1) = $1)
  or (what = 'stop' and subject = any($2::text[]))
  or (what in ('answer', 'text') and split_part(subject, ' ', 1) = any($3::text[]))`
const NOTE_ERASURE = 'insert into erasure (id, what, subject, at) values ($1, $2, $3, $4::timestamptz)'
