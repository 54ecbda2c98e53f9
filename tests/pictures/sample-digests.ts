/** Digests to draw: everyday ones, and ones that are hard to draw. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Digest } from '../../src/digest/content.ts'
import { changeOf } from '../../src/digest/pairs.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { type Trend, trendsOf } from '../../src/digest/trend.ts'
import type { QuestionCounts, RoundFacts } from '../../src/digest/types.ts'
import { optionsOf, type Question, questionSet } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from '../digest/facts.ts'

export const questionsOf = (name: string): Question[] => {
  const file = new URL(`../../config/instrumentarium/${name}.yaml`, import.meta.url)
  return questionSet.parse(parse(readFileSync(file, 'utf8')).set).questions
}

const series = { nl: 'Meetingpoint', en: 'Meetingpoint', fr: 'Meetingpoint', ar: 'ملتقى' }
const digestOf = (questions: QuestionCounts[], more: Partial<RoundFacts> = {}): Digest =>
  summarise(factsWith(questions, { series, ...more }))

/** The same feeling question before and after: of thirty who answered both, twelve went better and eight lower. */
export function startAndEnd(): Digest {
  const [feeling, why] = questionsOf('gevoelsbuttons-einde') as [Question, Question]
  const people = [
    ...many(5, 2, 1),
    ...many(4, 1, 0),
    ...many(3, 3, 1),
    ...many(4, 0, 0),
    ...many(4, 1, 1),
    ...many(2, 2, 2),
    ...many(3, 0, 1),
    ...many(3, 1, 2),
    ...many(2, 2, 3),
  ]
  const codes = optionsOf(feeling).map(({ code }) => code)
  const changes = people.map(([start, end]) => changeOf(feeling, codes[start]!, codes[end]!))
  const of = (change: string) => changes.filter((one) => one === change).length
  const common = { headcount: 33, theme: null }
  const start = digestOf([countsBy(feeling, 30, (i) => [people[i]![0]])], { ...common, moment: 'start' })
  return digestOf([countsBy(feeling, 30, (i) => [people[i]![1]]), countsBy(why, 30, (i) => [i % 2])], {
    ...common,
    moment: 'end',
    pairs: {
      question: feeling.key,
      counts: { pairs: 30, startOnly: 0, endOnly: 0, better: of('better'), same: of('same'), lower: of('lower') },
      start: { digest: start, question: feeling.key },
    },
  })
}
const many = (n: number, start: number, end: number) => Array.from({ length: n }, () => [start, end] as const)

/** A scale from 0 to 10, and a question about which too few answered. */
export function scaleOfSixty(): Digest {
  const scale: Question = {
    type: 'scale',
    key: 'safe',
    text: { nl: 'Hoe veilig voel je je hier?', en: 'How safe do you feel here, from 0 (not at all) to 10 (very)?' },
    low: { nl: 'helemaal niet', en: 'not at all' },
    high: { nl: 'heel veilig', en: 'very' },
    sensitive: false,
  } as Question
  const yesno: Question = {
    type: 'yesno',
    key: 'again',
    text: { nl: 'Zou je terugkomen?', en: 'Would you come again?' },
    sensitive: false,
  } as Question
  const few: Question = { ...yesno, key: 'other', text: { nl: 'Nog iets?', en: 'Anything else?' } } as Question
  return digestOf(
    [
      countsBy(scale, 60, (i) => (i % 20 === 19 ? 'skipped' : [(i * 7) % 11])),
      countsBy(yesno, 60, (i) => [i % 5 === 0 ? 1 : 0]),
      countsBy(few, 60, (i) => (i < 3 ? [0] : 'skipped')),
    ],
    { headcount: 72, theme: 'feedback & <respect>' },
  )
}

/** Labels as long as they may be, in words that are long too. */
export function longLabels(): Digest {
  const of = (code: string, side: 'plus' | 'middle' | 'minus', fr: string) => ({ code, side, text: { nl: fr, fr } })
  const question = {
    type: 'choice',
    key: 'place',
    text: {
      nl: 'x',
      fr: 'Pendant les discussions de groupe sur les discriminations, est-ce que tu as pu dire librement ce que tu pensais vraiment ?',
    },
    options: [
      of('free', 'plus', 'Oui, tout à fait librement et sans peur du jugement des gens'),
      of('often', 'plus', 'Assez souvent, surtout quand nous étions en petits comités !'),
      of('some', 'middle', 'Parfois seulement, cela dépendait beaucoup de qui était là !!'),
      of('rare', 'minus', 'Anticonstitutionnellementincompréhensiblementextraordinaires'),
    ],
    sensitive: false,
  } as unknown as Question
  return digestOf([countsBy(question, 40, (i) => (i % 13 === 12 ? 'dont_know' : [[0, 0, 1, 1, 2, 3, 3][i % 7]!]))], {
    series: { nl: 'x', fr: 'Ateliers citoyens du mercredi après-midi à la Maison des Jeunes' },
    headcount: 44,
    theme: 'discriminations',
  })
}

/** @param n how many answered the questions about a theme */
export const theme = (n: number, headcount: number | null): Digest =>
  digestOf(
    questionsOf('uitgangsvraag').map((question, q) => countsBy(question, n, (person) => answerOf(question, q, person))),
    { headcount, replied: n },
  )

function answerOf(question: Question, q: number, person: number) {
  if (question.type === 'text') return person % 3 === 0 ? [0] : ('skipped' as const)
  const draw = (person * 7 + q * 3 + 1) % 10
  if (person % 13 === 11) return 'declined' as const
  const options = optionsOf(question).length
  if (question.type === 'multi') return [draw % options, ...(draw < 6 ? [0] : [])]
  return [draw < 5 ? 0 : draw < 8 ? Math.min(1, options - 1) : draw < 9 ? Math.floor(options / 2) : options - 1]
}

/** One survey over a year: a time with too few answers, and from the fifth time on other answers to choose from. */
export function overTime(): Trend {
  const times: [date: string, people: number, headcount: number | null][] = [
    ['2026-09-16', 8, 11],
    ['2026-10-07', 12, 15],
    ['2026-11-04', 3, 9],
    ['2026-12-02', 20, 24],
    ['2027-01-13', 13, null],
    ['2027-02-10', 10, 12],
    ['2027-03-17', 7, 8],
  ]
  const digests = times.map(([date, people, headcount], i) => {
    const content = theme(people, headcount)
    const questions = content.questions.map((question) => ({ ...question, scale: i < 4 ? 'before' : 'after' }))
    return { id: String(i), content: { ...content, date, questions } }
  })
  return trendsOf(digests)[0]!
}
