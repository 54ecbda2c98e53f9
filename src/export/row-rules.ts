/**
 * Which answers may leave as rows, one a person and round. Pure. The rules hold against a reader who can tell of every
 * row which round it is from, has every digest, knows who was there and who took something back, and knows one answer:
 * their own. Why they are so: docs/decisions/data-for-others.md.
 */
import { type FullLanguage, optionsOf, type Question } from '../survey/question-set.ts'
import type { AnswerStatus } from '../survey/types.ts'

/** So many people of every round stay out, drawn by lot, always the same ones: any of those who were there may be one. */
export const LEFT_OUT = 2
/** Fewer people than this in all, and no rows leave. */
export const LEAST_PEOPLE = 20
/** A language is told of a row where so many rows of the round have it… */
const LEAST_SPEAKERS = 10
/** …and where to every question so many of them gave another answer than most. */
const OTHERS = 3

export type RowAnswer = { status: AnswerStatus; codes: readonly string[] }
/** One person in one round. */
export type RowPerson = {
  participant: string
  /** Random, and the same for ever: decides who stays out. Nobody outside can work it out. */
  lot: string
  language: FullLanguage
  answers: Readonly<Record<string, RowAnswer>>
}
export type RowRound = {
  id: string
  /** Who replied: gave an answer of their own choice to something. */
  people: readonly RowPerson[]
  /** How many replied, at least, as its digest says. */
  least: number
}

/** What is told of a language: which, that it is one of the others, or nothing. */
export type ToldLanguage = FullLanguage | 'other' | null

/**
 * Who leaves. How many depends on the digest alone, not on how many really replied.
 * @returns in the order of their lots
 */
export function drawn({ people, least }: RowRound): RowPerson[] {
  const order = people.toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
  return order.slice(0, Math.max(0, least - LEFT_OUT))
}

/** Whether together these rounds are about enough people; each person counts once. */
export function areEnough(rounds: readonly RowRound[]): boolean {
  return new Set(rounds.flatMap(({ people }) => people.map(({ participant }) => participant))).size >= LEAST_PEOPLE
}

/**
 * The questions of a set that may leave in rows. Never: open text, what is sensitive or asks for help, what only some
 * are asked for a reason that others can know (their channel, that they missed the start), and what hangs on those.
 */
export function questionsForRows(questions: readonly Question[]): Question[] {
  const may = new Set<string>()
  for (const question of questions) {
    const { type, sensitive, notOn, retrospective, showIf, key } = question
    if (type === 'card' || type === 'text' || sensitive || notOn || retrospective) continue
    if (optionsOf(question).some(({ help }) => help)) continue
    if (showIf && !may.has(showIf.question)) continue
    may.add(key)
  }
  return questions.filter(({ key }) => may.has(key))
}

/**
 * Which language may be told, by row. Everybody knows who speaks what, so a language is a small group of its own: it is
 * told where many have it and they do not say the same. What falls short is called "another" when that can be said in
 * the same way; else no language of this round is told, since what is left would be known.
 * @param rows of one round, as they leave
 * @param keys of the questions that leave
 */
export function languagesToTell(rows: readonly RowPerson[], keys: readonly string[]): ToldLanguage[] {
  const groups = Map.groupBy(rows, ({ language }) => language)
  const short = new Set([...groups].filter(([, group]) => !isMixed(group, keys)).map(([language]) => language))
  const rest = rows.filter(({ language }) => short.has(language))
  if (rest.length > 0 && !isMixed(rest, keys)) return rows.map(() => null)
  return rows.map(({ language }) => (short.has(language) ? 'other' : language))
}

function isMixed(group: readonly RowPerson[], keys: readonly string[]): boolean {
  if (group.length < LEAST_SPEAKERS) return false
  return keys.every((key) => {
    const same = Map.groupBy(group, ({ answers }) => sayingOf(answers[key]))
    return group.length - Math.max(...[...same.values()].map(({ length }) => length)) >= OTHERS
  })
}

const sayingOf = (answer: RowAnswer | undefined): string =>
  answer === undefined ? '' : [answer.status, ...answer.codes].join(' ')
