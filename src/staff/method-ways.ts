/** What can be done with a method besides reading about it: the buttons under a card, and what stands behind them. */
import type { Choice } from '../channels/port.ts'
import { mayBeChanged, shareFault } from '../instrumentarium/licences.ts'
import { readShelf, type Shelved } from '../instrumentarium/shelf.ts'
import { describeActivity, planCard, typedActivity, typedPlan } from './method-activity.ts'
import { copyCard, editCard, typedText } from './method-edit.ts'
import { packButton, packs } from './method-pack.ts'
import { review, reviewButton, typedReview } from './method-review.ts'
import { ownButton, ownMethods } from './method-share.ts'
import { filesButton, offerUpload, sendMethodFile, uploadButton } from './method-upload.ts'
import { usage, usageButton } from './method-usage.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** Buttons `t.i.<letter>.…` of these ways, by letter. */
export const WAYS: Readonly<Record<string, (turn: StaffTurn, parts: string[]) => Promise<void>>> = {
  c: copyCard,
  e: editCard,
  d: ownMethods,
  n: review,
  up: offerUpload,
  x: sendMethodFile,
  m: describeActivity,
  p: planCard,
  pk: packs,
  u: usage,
}

/** Words that were asked for by one of these ways; false when they were asked for by none. */
export async function typedWay(turn: StaffTurn, [way, ...parts]: string[], text: string): Promise<boolean> {
  switch (way) {
    case 'e':
      await typedText(turn, text)
      return true
    case 'n':
      await typedReview(turn, parts, text)
      return true
    case 'm':
      await typedActivity(turn, text)
      return true
    case 'p':
      await typedPlan(turn, parts, text)
      return true
    default:
      return false
  }
}

/** Under the list of methods. */
export const waysOfLibrary = async (turn: StaffTurn): Promise<Choice[]> => [
  ...ownButton(turn),
  ...uploadButton(turn),
  ...(await reviewButton(turn)),
  ...packButton(turn),
  ...usageButton(turn),
]

/** Under a card. */
export async function waysOfCard(turn: StaffTurn, id: string): Promise<Choice[]> {
  const found = (await readShelf(turn.ground, turn.organisation.id)).get(id)
  if (!found) return []
  const { card, whose } = found
  const { words } = turn
  const option = (key: string, ...parts: string[]): Choice => ({
    data: buttonOf('i', ...parts),
    label: words(key),
    role: 'option',
  })
  return [
    ...(whose === 'own' ? [option('library-to-own', 'd', card.id)] : []),
    ...(card.kind === 'activity' && turn.may('timeline.edit') ? [option('library-plan', 'p', card.id)] : []),
    ...(card.tally && turn.may('session.count') ? [option('library-counts', 'p', 'l', card.id)] : []),
    ...(mayBeChanged(card) && turn.may('method.draft') ? [option('library-copy', 'c', card.id)] : []),
    ...(await filesButton(turn, card.id)),
    ...(mayGo(turn, found) ? [option('library-pack', 'pk', card.id)] : []),
  ]
}

/** Whether a pack with this card alone would hold it. */
function mayGo(turn: StaffTurn, { card, whose }: Shelved): boolean {
  const stands = shareFault(card)
  return (stands === null || stands === 'library-unchanged') && (whose !== 'own' || turn.may('method.share'))
}
