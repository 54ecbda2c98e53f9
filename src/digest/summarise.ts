/** From the facts of a closed round to the frozen digest. */

import { EngineError } from '../errors.ts'
import { oneLine } from '../survey/one-line.ts'
import { optionsOf } from '../survey/question-set.ts'
import { compareDigests, scaleOf } from './compare.ts'
import type { Digest, DigestQuestion, Participation, Released, ReleasedPairs, ReleaseEntry } from './content.ts'
import { discussionOf } from './discussion.ts'
import { fillText } from './fill-text.ts'
import { type Known, releasePairs } from './pairs.ts'
import { releaseParticipation } from './participation.ts'
import { freeze, releaseQuestion } from './release-rules.ts'
import { sidesOf } from './sides.ts'
import type { RoundFacts } from './types.ts'

/**
 * The digest of a closed round: only what may be known, with all texts it needs in every language
 * of the set. The same facts give the same JSON. Information cards are left out.
 * @throws EngineError when the facts contradict each other
 */
export function summarise(facts: RoundFacts): Digest {
  const { participation, base } = releaseParticipation(facts.replied, facts.headcount, facts.floor)
  const asked = facts.questions.filter(({ question }) => question.type !== 'card')
  const questions = asked.map((counts, i): DigestQuestion => {
    const { question } = counts
    const sides = sidesOf(question)
    return {
      key: question.key,
      number: i + 1,
      type: question.type as DigestQuestion['type'],
      text: fillText(question.text, facts),
      options: optionsOf(question).map(({ code, text }) => ({ code, text: fillText(text, facts) })),
      released: base === null ? { form: 'hidden' } : releaseQuestion(counts, facts.floor, base),
      ...(sides ? { sides } : {}),
      scale: scaleOf(question),
    }
  })
  const pairs = pairsOf(facts, { participation, base, questions })
  const comparison = facts.previous ? compareDigests({ participation, base, questions }, facts.previous) : undefined
  const released = [
    participationEntry(participation),
    ...questions.map((question) => entryOf(question, facts.floor, base)),
    ...(pairs ? [pairsEntry(pairs)] : []),
  ]
  return freeze({
    version: 1,
    organisation: oneLine(facts.organisation),
    series: fillText(facts.series, facts),
    theme: facts.theme === null || oneLine(facts.theme) === '' ? null : oneLine(facts.theme),
    date: facts.date.toString({ calendarName: 'never' }),
    moment: facts.moment,
    aspect: fillText(facts.aspect, facts),
    example: facts.example,
    participation,
    base,
    questions,
    ...(pairs ? { pairs, start: startOf(facts) } : {}),
    ...(facts.set === undefined ? {} : { set: facts.set }),
    ...(comparison ? { comparison } : {}),
    discussion: discussionOf(
      asked.map(({ question }) => question),
      questions.map((one) => one.released),
      base,
      { comparison, pairs: pairs ?? undefined, pairsOf: facts.pairs?.question },
    ),
    caution: cautionOf(participation),
    released,
  })
}

function pairsOf(facts: RoundFacts, end: Pick<Digest, 'participation' | 'base' | 'questions'>): ReleasedPairs | null {
  if (!facts.pairs) return null
  const { question: key, counts, start } = facts.pairs
  const asked = facts.questions.find(({ question }) => question.key === key)
  if (!asked) throw new EngineError(`digest: pairs of the question ${key}, which is not there`)
  const known = { start: knownOf(start.digest, start.question), end: knownOf(end, key) }
  return releasePairs(counts, known, facts.floor, asked.question)
}

/** What is public of the start already, so that start and end can stand side by side. */
function startOf({ pairs }: RoundFacts): Digest['start'] {
  if (!pairs) return undefined
  const { digest, question } = pairs.start
  const released = digest.questions.find(({ key }) => key === question)?.released ?? { form: 'hidden' as const }
  return { question, endQuestion: pairs.question, base: digest.base, released }
}

function knownOf(
  { participation, base, questions }: Pick<Digest, 'participation' | 'base' | 'questions'>,
  key: string,
) {
  const question = questions.find((one) => one.key === key)
  if (base === null || !question) return null
  const headcount = participation.form === 'few' ? null : participation.headcount
  return { base, headcount, released: question.released } satisfies Known
}

/** By how many people took part for certain. */
function cautionOf(participation: Participation): Digest['caution'] {
  if (participation.form === 'few') return 'none'
  return participation.count < 10 ? 'small' : participation.count < 20 ? 'few' : 'some'
}

function participationEntry(participation: Participation): ReleaseEntry {
  const entry = { of: '_participation', kind: 'participation' }
  switch (participation.form) {
    case 'few':
      return { ...entry, n: null, shown: `few<${participation.fewerThan}` }
    case 'exactly':
      return {
        ...entry,
        n: [participation.count, participation.count],
        shown: `=${participation.count}/${participation.headcount ?? '?'}`,
      }
    case 'at_least':
      return {
        ...entry,
        n: [participation.count, participation.headcount],
        shown: `>=${participation.count}/${participation.headcount}`,
      }
  }
}

function entryOf({ key, type, released }: DigestQuestion, floor: number, base: number | null): ReleaseEntry {
  const n: [number, number] | null = base === null || released.form === 'hidden' ? null : [floor, base]
  return { of: key, kind: type, n, shown: codeOf(released) }
}

function pairsEntry(pairs: ReleasedPairs): ReleaseEntry {
  const entry = { of: '_pairs', kind: 'pairs' }
  if (pairs.form === 'hidden') return { ...entry, n: null, shown: 'hidden' }
  const change = pairs.change ? codeOf({ form: 'parts', parts: pairs.change }) : 'hidden'
  return {
    ...entry,
    n: [pairs.twice, pairs.base],
    shown: `>=${pairs.twice} ${change}`,
  }
}

const SIGNS = { exactly: '=', at_least: '>=', at_most: '<=' }

function codeOf(released: Released): string {
  switch (released.form) {
    case 'hidden':
    case 'spread':
      return released.form
    case 'parts':
      return released.parts
        .map(
          ({ codes, silent, bound, count }) =>
            `${[...codes, ...(silent ? ['_'] : [])].join('+')}${SIGNS[bound]}${count}`,
        )
        .join('|')
    case 'share':
      return `${released.codes.join('+')}:${released.share}/${released.among}`
    case 'named':
      return `named:${released.codes.join('+')}`
    case 'chosen':
      return released.options.map(({ code, bound, count }) => `${code}${SIGNS[bound]}${count}`).join(',')
    case 'texts':
      return `texts>=${released.atLeast}`
  }
}
