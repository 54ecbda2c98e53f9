/** The small-group rules: from raw counts to what may be known. Reasons: docs/decisions/small-groups.md. */
import { EngineError } from '../errors.ts'
import { type Option, optionsOf, type Question, type Side } from '../survey/question-set.ts'
import type { Released } from './content.ts'
import { releaseChosen, releaseNames, releaseNominal } from './nominal.ts'
import { CELL, checkFloor } from './participation.ts'
import { branch, type Heap, halved, leaf, releaseParts, type Tree } from './partition.ts'
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
  const conditional = question.showIf !== undefined
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

/** Options that point the same way, in the order of the question. */
type Sided = string[][]

/**
 * The options by side, plus first and minus last, sides without options left out; null for a
 * question without an order. A scale from 0 to 10 is read as 8–10, 5–7 and 0–4; feelings without
 * sides by their place; other options without a side, among options that have one, as middle.
 */
function sidesOf(question: Question): Sided | null {
  if (question.type === 'multi') return null
  const options = optionsOf(question)
  const plain = options.every((option) => option.side === undefined)
  if (plain && question.type === 'choice') return null
  const sideOf = (option: Option, i: number): Side => {
    if (question.type === 'scale') return i >= 8 ? 'plus' : i >= 5 ? 'middle' : 'minus'
    if (!plain) return option.side ?? 'middle'
    const fromMiddle = i - (options.length - 1) / 2
    return fromMiddle < 0 ? 'plus' : fromMiddle > 0 ? 'minus' : 'middle'
  }
  const sides = (['plus', 'middle', 'minus'] as const)
    .map((side) => options.filter((option, i) => sideOf(option, i) === side).map((option) => option.code))
    .filter((codes) => codes.length > 0)
  return sides.length < 2 ? null : sides
}

/**
 * How the base may be split. Two-way: the last side with the silent against the rest. Three-way:
 * each side, and the silent apart. Full: each option. Where the last side is too small to stand
 * apart, the first side may, against all the others.
 */
function treeOf(counts: QuestionCounts, sided: Sided, base: number, detail: 'two' | 'three' | 'full'): Tree {
  const one = (code: string): Heap => ({ codes: [code], silent: false, count: counts.codes[code]! })
  const sideTree = (codes: string[]) => (detail === 'full' ? halved(codes.map(one)) : leaf(...codes.map(one)))
  const silent: Heap = { codes: [], silent: true, count: base - counts.answered }
  const before = sided.slice(0, -1)
  const last = sided.at(-1)!
  const allLast = leaf(...last.map(one), silent)
  if (detail === 'two') return branch([leaf(...before.flat().map(one)), allLast])

  const front = before.length === 1 ? sideTree(before[0]!) : branch([sideTree(before[0]!), sideTree(before[1]!)])
  const back: Array<[Tree, Tree]> = [[sideTree(last), leaf(silent)]]
  if (detail === 'full' && last.length > 1) back.push([leaf(one(last[0]!)), leaf(...last.slice(1).map(one), silent)])
  const ways: Array<[Tree, Tree]> = [[front, branch(...back)]]
  if (before.length === 2) ways.push([sideTree(before[0]!), leaf(...before[1]!.map(one), allLast.heap)])
  return branch(...ways)
}

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
