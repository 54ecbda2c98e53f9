/** What a card says, apart from what was done with it: to tell whether two say the same. Pure. */
import type { Card, Origin } from '../config/method.ts'
import { contentHash } from '../survey/content-hash.ts'
import { optionsOf, type Question } from '../survey/question-set.ts'

/** The identity of what a card says: not of its name, its number, who made it, or where it came from. */
export function cardHash(card: Card): string {
  const { id, version, origin, changelog, credit, validated, nativeCheck, ...says } = card
  return contentHash(says)
}

/** Whether a copy says something else than what it was copied from; false for what was copied from nothing. */
export const isChanged = (card: Card): boolean => {
  const [parent] = card.origin
  return parent !== undefined && parent.hash !== cardHash(card)
}

/** Where a copy of this card comes from: this card, and behind it where that came from. */
export function originsOf(card: Card, credit: string): Origin[] {
  const parent: Origin = {
    ...{ id: card.id, version: card.version, hash: cardHash(card), title: card.title },
    credit: (card.credit ?? credit).slice(0, MOST_CREDIT),
    ...(card.licence ? { licence: card.licence.name } : {}),
  }
  return [parent, ...card.origin].slice(0, MOST_ORIGINS)
}

/**
 * Whether two cards ask the same in the same words, the same order and on the same scale, in every language: what a
 * validated scale is. How the digest counts, and on which channel something is asked, is no part of that.
 */
export const sameItems = (one: Card, other: Card): boolean => itemsHash(one) === itemsHash(other)

const itemsHash = (card: Card): string =>
  contentHash({ items: card.set?.questions.map(itemOf) ?? [], tally: card.tally ?? [], kind: card.kind })

function itemOf(question: Question): object {
  const { type, text, meaning, showIf } = question
  const ends = question.type === 'scale' ? { low: question.low, high: question.high } : {}
  const ticks = question.type === 'multi' ? { min: question.min, max: question.max } : {}
  const options = optionsOf(question).map(({ code, emoji, text, picture }) => ({ code, emoji, text, picture }))
  return { type, text, meaning, showIf, ...ends, ...ticks, options }
}

export const MOST_CREDIT = 120
const MOST_ORIGINS = 20
