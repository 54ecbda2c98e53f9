/** The one question to talk about, chosen by rule from what may be known, never from more. */
import { optionsOf, type Question } from '../survey/question-set.ts'
import type { Comparison, Discussion, Released, ReleasedPairs } from './content.ts'
import { sidesOf } from './sides.ts'

/** What stands out besides the figures of this digest by themselves. */
export type Beside = {
  comparison?: Comparison | undefined
  pairs?: ReleasedPairs | undefined
  /** The question that the pairs are about. */
  pairsOf?: string | undefined
}

/**
 * In this order: a chosen answer that calls for care (`care`); answers that look less positive than the time before
 * (`lower`); the largest last part of an ordered question, when it is a quarter of the base or more (`not_positive`);
 * pairs of whom half or more went down or are not known (`pairs_lower`); answers that look more positive than the time
 * before (`higher`); pairs of whom half or more went up (`pairs_better`); what was chosen most, or was named (`named`);
 * a first part of half the base or more (`mostly`); else `general`. The first question wins a tie. `few` when nothing
 * may be known.
 */
export function discussionOf(
  questions: Question[],
  released: Released[],
  base: number | null,
  beside: Beside = {},
): Discussion {
  if (base === null) return { rule: 'few', question: null, codes: [] }
  const shown = questions.map((question, i) => ({ question, released: released[i]! }))
  return (
    careOf(shown) ??
    comparedOf(beside, 'lower') ??
    notPositiveOf(shown, base) ??
    pairsRule(beside, 'pairs_lower') ??
    comparedOf(beside, 'higher') ??
    pairsRule(beside, 'pairs_better') ??
    namedOf(shown) ??
    mostlyOf(shown, base) ??
    GENERAL
  )
}

const GENERAL: Discussion = { rule: 'general', question: null, codes: [] }

type Shown = Array<{ question: Question; released: Released }>

function careOf(shown: Shown): Discussion | null {
  for (const { question, released } of shown) {
    const caring = new Set(
      optionsOf(question)
        .filter((option) => option.help)
        .map((option) => option.code),
    )
    const codes = namedCodes(released).filter((code) => caring.has(code))
    if (codes.length > 0) return { rule: 'care', question: question.key, codes }
  }
  return null
}

function comparedOf({ comparison }: Beside, change: 'higher' | 'lower'): Discussion | null {
  const found = comparison?.form === 'shown' ? comparison.questions.find((one) => one.change === change) : undefined
  return found ? { rule: change, question: found.key, codes: found.codes } : null
}

function pairsRule({ pairs, pairsOf }: Beside, rule: 'pairs_lower' | 'pairs_better'): Discussion | null {
  if (pairs?.form !== 'shown' || !pairs.change || pairsOf === undefined) return null
  const code = rule === 'pairs_better' ? 'better' : 'lower'
  const part = pairs.change.find(({ codes }) => codes[0] === code)!
  return part.count * 2 < pairs.base ? null : { rule, question: pairsOf, codes: [code] }
}

function notPositiveOf(shown: Shown, base: number): Discussion | null {
  let most = base / 4
  let found: Discussion | null = null
  for (const { question, released } of ordered(shown)) {
    const last = sidesOf(question)?.at(-1) ?? []
    const parts = released.form === 'parts' ? released.parts : []
    const part = parts.findLast(({ codes }) => codes.length > 0 && codes.every((code) => last.includes(code)))
    if (!part || part.bound === 'at_most' || part.count < most || (found && part.count === most)) continue
    most = part.count
    found = { rule: 'not_positive', question: question.key, codes: part.codes }
  }
  return found
}

function namedOf(shown: Shown): Discussion | null {
  for (const { question, released } of shown) {
    const codes = sidesOf(question) ? [] : namedCodes(released)
    if (codes.length > 0) return { rule: 'named', question: question.key, codes: codes.slice(0, 1) }
  }
  return null
}

function mostlyOf(shown: Shown, base: number): Discussion | null {
  for (const { question, released } of ordered(shown)) {
    const part = released.form === 'parts' ? released.parts[0] : undefined
    if (!part || part.bound === 'at_most' || part.count * 2 < base) continue
    return { rule: 'mostly', question: question.key, codes: part.codes }
  }
  return null
}

/** Options shown one by one: the most chosen first, as far as counts are shown. */
function namedCodes(released: Released): string[] {
  if (released.form === 'named') return released.codes
  const options =
    released.form === 'chosen'
      ? released.options
      : released.form === 'parts'
        ? released.parts
            .filter(({ codes, silent }) => codes.length === 1 && !silent)
            .map((part) => ({ ...part, code: part.codes[0]! }))
        : []
  return options.toSorted((a, b) => b.count - a.count).map(({ code }) => code)
}

const ordered = (shown: Shown) => shown.filter(({ question }) => sidesOf(question) !== null)
