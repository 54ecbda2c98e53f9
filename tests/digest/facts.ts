/** Rounds to make digests of. */

import type { QuestionCounts, RoundFacts } from '../../src/digest/types.ts'
import { optionsOf, type Question } from '../../src/survey/question-set.ts'

/** Counts in which answer after answer is dealt out by `pick`: option indexes, or a status. */
export function countsBy(
  question: Question,
  people: number,
  pick: (person: number) => number[] | 'dont_know' | 'declined' | 'skipped',
): QuestionCounts {
  const options = optionsOf(question)
  const counts: QuestionCounts = {
    question,
    answered: 0,
    dontKnow: 0,
    declined: 0,
    skipped: 0,
    notAsked: 0,
    expired: 0,
    codes: Object.fromEntries(options.map(({ code }) => [code, 0])),
  }
  for (let person = 0; person < people; person += 1) {
    const picked = pick(person)
    if (picked === 'dont_know') counts.dontKnow += 1
    else if (picked === 'declined') counts.declined += 1
    else if (picked === 'skipped') counts.skipped += 1
    else {
      counts.answered += 1
      for (const i of new Set(picked)) if (options[i]) counts.codes[options[i].code]! += 1
    }
  }
  return counts
}

export function factsWith(questions: QuestionCounts[], more: Partial<RoundFacts> = {}): RoundFacts {
  const replied = Math.max(0, ...questions.map((one) => one.answered + one.dontKnow + one.declined + one.skipped))
  return {
    organisation: 'XY',
    floor: 5,
    series: { nl: 'Meetingpoint', ar: 'ملتقى' },
    theme: 'racisme',
    date: Temporal.PlainDate.from('2026-11-04'),
    moment: 'after',
    aspect: { nl: 'Wat betekenen de gesprekken?' },
    headcount: null,
    replied,
    example: false,
    questions,
    ...more,
  }
}
