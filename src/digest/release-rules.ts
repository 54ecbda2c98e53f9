/** The small-group rules: from raw counts to what may be known. Reasons: docs/decisions/small-groups.md. */
import { EngineError } from '../errors.ts'
import { optionsOf, type Question } from '../survey/question-set.ts'
import type { Released } from './content.ts'
import { releaseChosen, releaseNames, releaseNominal } from './nominal.ts'
import { CELL, checkFloor } from './participation.ts'
import { releaseParts } from './partition.ts'
import { type Sided, sidesOf, treeOf } from './sides.ts'
import type { QuestionCounts } from './types.ts'

/** From how many people on a question is counted two-way, three-way and in full. A higher floor moves them up. */
const TWO_WAY = 5
const THREE_WAY = 10
const FULL = 20

/**
 * What may be known of one question, frozen and safe to publish: nothing in it has to be hidden.
 * The people of a question are those who answered, don't know or would rather not say. Every
 * count is about the base: who of them gave none of the shown answers is counted as silent.
 * @param floor smallest group, in people: 5 or more
 * @param base the digest's one published number of people, from `releaseParticipation`
 * @throws EngineError when counts contradict each other, the type, or the base
 */
export function releaseQuestion(counts: QuestionCounts, floor: number, base: number): Released {
  checkFloor(floor)
  checkCounts(counts, base)
  return freeze(decide(counts, floor, base))
}

function decide(counts: QuestionCounts, floor: number, base: number): Released {
  const { question } = counts
  const n = peopleOf(counts)
  const from = (threshold: number) => n >= Math.max(threshold, floor)
  if (question.type === 'card' || !from(TWO_WAY)) return { form: 'hidden' }
  if (question.type === 'text') return releaseTexts(counts, floor, base)
  // Asked only of some: by their answer before, or because they missed the start.
  const conditional = question.showIf !== undefined || question.retrospective === true
  const sided = sidesOf(question)
  const strict = conditional || question.sensitive

  if (strict) {
    const least = Math.max(sided ? THREE_WAY : FULL, floor)
    if (n < least || (conditional && base < least + CELL)) return { form: 'hidden' }
    if (!sided) return releaseNames(counts, base)
    if (conditional || !from(FULL)) return shareOf(counts, sided, conditional ? n : base, conditional)
    return { form: 'parts', parts: releaseParts(treeOf(counts, sided, base, 'two')) }
  }
  if (!sided) {
    if (!from(THREE_WAY)) return releaseNames(counts, Math.min(base, THREE_WAY - 1))
    return isMulti(question) ? releaseChosen(counts, question, base) : releaseNominal(counts, base)
  }
  const detail = !from(THREE_WAY) ? 'two' : from(FULL) && question.type !== 'scale' ? 'full' : 'three'
  return { form: 'parts', parts: releaseParts(treeOf(counts, sided, base, detail)) }
}

/** People of a question: who gave an answer of their own choice. */
export const peopleOf = (counts: QuestionCounts): number => counts.answered + counts.dontKnow + counts.declined

/** Words instead of counts, about the answers before the last side: 40 and 60 of 100 are "about half". */
function shareOf(counts: QuestionCounts, sided: Sided, among: number, conditional: boolean): Released {
  const codes = sided.slice(0, -1).flat()
  const chosen = codes.reduce((total, code) => total + counts.codes[code]!, 0)
  const share = 5 * chosen > 3 * among ? 'most' : 5 * chosen < 2 * among ? 'minority' : 'half'
  return { form: 'share', codes, share, among: conditional ? 'asked' : 'base' }
}

/** That there is text at all, once enough people wrote and it is not known of everybody. Never the text. */
function releaseTexts(counts: QuestionCounts, floor: number, base: number): Released {
  const hidden = counts.question.sensitive || counts.answered < floor || base < floor + CELL
  return hidden ? { form: 'hidden' } : { form: 'texts', atLeast: floor }
}

const isMulti = (question: Question): question is Extract<Question, { type: 'multi' }> =>
  question.type === 'multi' && question.max !== 1

function checkCounts(counts: QuestionCounts, base: number): void {
  const { question, codes } = counts
  const options = optionsOf(question)
  const numbers = [base, counts.answered, counts.dontKnow, counts.declined, ...Object.values(codes)]
  const fail = (what: string) => new EngineError(`digest: question ${question.key}: ${what}`)
  if (!numbers.every((n) => Number.isInteger(n) && n >= 0)) throw fail('counts are whole numbers')
  if (peopleOf(counts) > base) throw fail('more people than the base')
  if (options.some((option) => codes[option.code] === undefined)) throw fail('every option has a count, zeros included')
  if (options.length !== Object.keys(codes).length) throw fail('a count for an option that is not there')
  const total = Object.values(codes).reduce((sum, n) => sum + n, 0)
  if (question.type === 'multi') {
    if (Object.values(codes).some((n) => n > counts.answered)) throw fail('an option chosen by more than answered')
  } else if (options.length > 0 && total !== counts.answered) throw fail('options do not add up to the answers')
}

/** Freezes a JSON value through and through. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freeze(inner)
    Object.freeze(value)
  }
  return value
}
