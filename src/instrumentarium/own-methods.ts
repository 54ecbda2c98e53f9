/** What a page shows of an organisation's own methods: how each stands, whose it was, and what is different about it. */

import { type Card, isMethod } from '../config/method.ts'
import type { Organisation } from '../config/organisation.ts'
import { lossesOut, lossesOutTexts, type OutFormat } from '../formats/losses-out.ts'
import type { Ground } from '../ground.ts'
import type { FullLanguage, LocalText } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { cardDifferences } from './differences.ts'
import { LICENCES, type LicenceCode, mayBeChanged, mustBeMarked, type ShareFault, shareFault } from './licences.ts'
import { type Review, readReview } from './review-note.ts'
import { type DraftState, findCards, type Shelf } from './shelf.ts'
import { usageAgreed } from './usage-agreement.ts'

export type OwnMethod = {
  id: string
  title: LocalText
  /** questions: there are files of it for other programs. */
  kind: 'questions' | 'activity' | 'link'
  state: DraftState
  /** What a curator said, when it was given back. */
  review: Pick<Review, 'verdict' | 'text'> | null
  /** What it was copied from, nearest first. */
  chain: { title: LocalText; version: number; credit: string }[]
  /** Its licence asks to say that it was changed. */
  marked: boolean
  licence: string | null
  /** What stands in the way of sharing it. */
  stands: ShareFault | null
  /** What each format has no place for, in the organisation's language: a heading and a line each; empty when all goes along. */
  losses: Record<OutFormat, string[]>
  /** In the organisation's language; null when it was copied from nothing, or from what is there no more. */
  changes: string[] | null
}
export type MethodsView = {
  own: OwnMethod[]
  /** Methods on the shelf of which an own copy can be made. */
  copyable: { id: string; title: LocalText }[]
  /** Whether the organisation's use of methods counts in facts about them. */
  counts: boolean
}

export const NO_METHODS: MethodsView = { own: [], copyable: [], counts: false }
export const LICENCE_CODES = Object.keys(LICENCES) as LicenceCode[]

/** @param shelf of this organisation */
export async function readMethods(ground: Ground, organisation: Organisation, shelf: Shelf): Promise<MethodsView> {
  const { language } = organisation
  const copyable = shelf.all.filter(({ card }) => mayBeChanged(card)).map(({ card: { id, title } }) => ({ id, title }))
  const name = ({ title }: { title: LocalText }) => title[language] ?? title.nl
  return {
    own: await ownOf(ground, organisation, shelf),
    copyable: copyable.sort((one, other) => name(one).localeCompare(name(other), language)),
    counts: await usageAgreed(ground, organisation.id),
  }
}

async function ownOf(ground: Ground, { id, language }: Organisation, shelf: Shelf): Promise<OwnMethod[]> {
  const own = shelf.all.filter(({ whose }) => whose === 'own')
  const notes = own.some(({ state }) => state === 'returned') ? await notesOf(ground, id) : null
  const origins = own.flatMap(({ card }) => card.origin[0] ?? [])
  const found = await findCards(ground, id, origins, shelf)
  return own.map(({ card, state = 'draft' }): OwnMethod => {
    const [origin] = card.origin
    const parent = origin ? found[origins.indexOf(origin)] : null
    const review = state === 'returned' ? readReview(ground, notes?.get(card.id) ?? null) : null
    return {
      ...{ id: card.id, title: card.title, kind: card.kind, state },
      review: review && { verdict: review.verdict, text: review.text },
      chain: card.origin.map(({ title, version, credit }) => ({ title, version, credit })),
      marked: mustBeMarked(card),
      licence: card.licence?.name ?? null,
      stands: shareFault(card),
      losses: lossesOf(card, language),
      changes: parent ? cardDifferences(parent, card, language) : null,
    }
  })
}

function lossesOf(card: Card, language: FullLanguage): OwnMethod['losses'] {
  const words = wordsFor(language)
  const of = (format: OutFormat) => (isMethod(card) ? lossesOutTexts(lossesOut(card, format), format, words) : [])
  return { xlsx: of('xlsx'), limesurvey: of('limesurvey'), po: of('po') }
}

/** What curators said of methods that were given back, sealed. */
async function notesOf(ground: Ground, organisationId: string): Promise<Map<string, string | null>> {
  const rows = await ground.store.db
    .selectFrom('method_draft')
    .select(['id', 'review_note_cipher'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'returned')
    .execute()
  return new Map(rows.map((row) => [row.id, row.review_note_cipher]))
}
