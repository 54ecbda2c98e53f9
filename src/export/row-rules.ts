/**
 * Which answers may leave as rows, one a person and round. Pure. The rules hold against a reader who can tell of every
 * row which round it is from, has every digest, knows who was there and who took something back, and knows one answer:
 * their own. Why they are so: docs/decisions/data-for-others.md.
 */
import { FULL_LANGUAGES, type FullLanguage, optionsOf, type Question } from '../survey/question-set.ts'
import type { AnswerStatus } from '../survey/types.ts'

/** So many people of every round stay out, drawn by lot, always the same ones: any of those who were there may be one. */
export const LEFT_OUT = 2
/** Fewer people than this in all, and no rows leave. */
export const LEAST_PEOPLE = 20
/** A language is named when so many people answered in it. */
const LEAST_SPEAKERS = 10

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
 * Languages in which so many people answered. Not told of a row: everybody knows who speaks what, so that would be a
 * group of its own beside each digest.
 */
export function languagesUsed(rounds: readonly RowRound[]): FullLanguage[] {
  const people = rounds.flatMap((round) => round.people)
  return FULL_LANGUAGES.filter(
    (one) =>
      new Set(people.filter(({ language }) => language === one).map(({ participant }) => participant)).size >=
      LEAST_SPEAKERS,
  )
}
