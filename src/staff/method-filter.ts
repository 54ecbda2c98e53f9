/** What somebody looks for in the library, as words and as a part of a button. */
import { ASPECTS, GROUPS } from '../config/method.ts'
import { type CardWish, readWish, TIMES } from '../instrumentarium/search-cards.ts'
import type { StaffTurn } from './turn.ts'

/** What is chosen, in words: "gevoel · tot 5 minuten"; null when nothing is. */
export function wishText({ words }: StaffTurn, { aspect, time, group }: CardWish): string | null {
  const chosen = [
    ...(aspect ? [words(`method-aspect-${aspect}`)] : []),
    ...(time ? [words(`method-time-${time}`)] : []),
    ...(group ? [words(`method-group-${group}`)] : []),
  ]
  return chosen.length > 0 ? chosen.join(' · ') : null
}

/** What can be chosen, list by list. */
export const VALUES = { aspect: ASPECTS, time: TIMES, group: GROUPS } as const

/** Three characters, so that a button keeps room for the name of a card: one for each list, `-` where nothing is chosen. */
export function filterOf({ aspect, time, group }: CardWish): string {
  const at = (list: readonly string[], value: string | undefined) =>
    value === undefined ? '-' : list.indexOf(value).toString(36)
  return at(ASPECTS, aspect) + at(TIMES, time) + at(GROUPS, group)
}

/** The wish behind those three characters; what is unknown is left out. */
export function wishIn(filter: string): CardWish {
  const [aspect, time, group] = [ASPECTS, TIMES, GROUPS].map((list, i) => list[Number.parseInt(filter[i] ?? '-', 36)])
  return readWish({ aspect: aspect ?? '', time: time ?? '', group: group ?? '' })
}
