/** Looking for a method: by what it is about, the time it takes, for whom it is, and words. Pure. */
import { ASPECTS, type Card, GROUPS } from '../config/method.ts'
import { type Language, type LocalText, textIn } from '../survey/question-set.ts'

/** Minutes of a young person: at most five, at most fifteen, more; `light`: hardly any minutes of the staff. */
export const TIMES = ['5', '15', 'more', 'light'] as const

export type Aspect = (typeof ASPECTS)[number]
export type Time = (typeof TIMES)[number]
export type Group = (typeof GROUPS)[number]

/** What somebody looks for; what is left out does not count. */
export type CardWish = { aspect?: Aspect; time?: Time; group?: Group; words?: string }

/**
 * The cards that fit a wish, what can be used before what is only pointed to, then by title. With words: cards that
 * have every word, in the language that is read or in Dutch; those with most words in the title first.
 */
export function searchCards(cards: Iterable<Card>, wish: CardWish, language: Language): Card[] {
  const words = foldText(wish.words ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const rank = (card: Card): string => {
    const title = foldText(textIn(card.title, language))
    // At most as many words as characters that are looked for, so two digits count them.
    const unnamed = words.filter((word) => !title.includes(word)).length
    return `${String(unnamed).padStart(2, '0')}${card.kind === 'link' ? 1 : 0} ${title}`
  }
  return [...cards]
    .filter((card) => fits(card, wish) && words.every((word) => haystackOf(card, language).includes(word)))
    .map((card) => ({ card, rank: rank(card) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ card }) => card)
}

/** Reads a wish from what somebody else sent; what is unknown is left out. */
export function readWish(given: Partial<Record<keyof CardWish, string>>): CardWish {
  const aspect = ASPECTS.find((one) => one === given.aspect)
  const time = TIMES.find((one) => one === given.time)
  const group = GROUPS.find((one) => one === given.group)
  const words = (given.words ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS)
  return { ...(aspect && { aspect }), ...(time && { time }), ...(group && { group }), ...(words && { words }) }
}

/** Most characters that are looked for. */
export const LONGEST_WORDS = 80

function fits({ aspects, groups, minutes }: Card, wish: CardWish): boolean {
  if (wish.aspect && !aspects.includes(wish.aspect)) return false
  if (wish.group && !groups.includes(wish.group)) return false
  switch (wish.time) {
    case '5':
      return minutes.young <= 5
    case '15':
      return minutes.young <= 15
    case 'more':
      return minutes.young > 15
    case 'light':
      return minutes.staff <= 5
    default:
      return true
  }
}

function haystackOf(card: Card, language: Language): string {
  const texts: LocalText[] = [
    ...[card.title, card.measures, card.for, card.source],
    ...[card.scale, card.accessibility, card.reason].filter((text) => text !== undefined),
    ...(card.set?.questions ?? []).map(({ text }) => text),
    ...(card.tally ?? []).map(({ text }) => text),
  ]
  return foldText([card.id, ...texts.flatMap((text) => [textIn(text, language), text.nl])].join('\n'))
}

/** Small letters without accents or vowel signs, so that "geëvalueerd" is found by "geevalueerd". */
const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
