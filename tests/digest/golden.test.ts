/** What a coach reads, for groups of every size, as files. UPDATE_GOLDEN=1 writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { renderDigest } from '../../src/digest/render.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { LANGUAGES, type Language, optionsOf, type Question, questionSet } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from './facts.ts'

const SIZES = [0, 1, 4, 5, 7, 9, 10, 19, 20, 60]
const SETS = ['uitgangsvraag', 'wat-betekent-het', 'gevoelsbuttons-einde'] as const

test.each(SETS.flatMap((set) => LANGUAGES.map((language) => [set, language] as const)))('%s in %s', (set, language) => {
  const text = SIZES.map((n) => `── ${n} ──\n${digestOf(set, n, language)}\n`).join('\n')
  const file = new URL(`./golden/${set}.${language}.txt`, import.meta.url)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
})

/** Direction isolates are left out of the files, for readers; table lines have a bar in front. */
function digestOf(set: (typeof SETS)[number], n: number, language: Language): string {
  const facts = { ...roundOf(set, n), ...(set === 'uitgangsvraag' ? { previous: before(set, n), set: 'one' } : {}) }
  const lines = renderDigest(summarise(facts), language, n === 60 ? { on: '2026-11-06' } : 'todo')
  return lines
    .map(({ text, style }) => `${style === 'table' ? '│ ' : ''}${text.replace(/[\u2068\u2069]/g, '')}`)
    .join('\n')
}

/** The session before, of the same size and with the same questions, where most were less sure of what it brought. */
function before(set: (typeof SETS)[number], n: number) {
  const facts = roundOf(set, n)
  const questions = facts.questions.map(({ question }, q) =>
    countsBy(question, n, (person) => answerOf(question, q, q === 0 ? person * 3 + 1 : person, 3)),
  )
  return summarise({ ...facts, questions, date: Temporal.PlainDate.from('2026-10-07'), set: 'one' })
}

/** Everyday answers: mostly good, some in between, a few not; somebody skips, somebody does not know. */
function roundOf(set: (typeof SETS)[number], n: number) {
  const file = new URL(`../../config/instrumentarium/${set}.yaml`, import.meta.url)
  const { questions } = questionSet.parse(parse(readFileSync(file, 'utf8')).set)
  const series = { nl: 'Meetingpoint', en: 'Meetingpoint', fr: 'Meetingpoint', ar: 'ملتقى' }
  const headcount = [5, 19].includes(n) ? n + 1 : n === 7 ? null : n + 3
  const more = {
    series,
    headcount,
    replied: n,
    moment: 'end' as const,
    example: n === 9,
    theme: set === 'uitgangsvraag' ? 'racisme' : null,
  }
  return factsWith(
    questions.map((question, q) => countsBy(question, n, (person) => answerOf(question, q, person))),
    more,
  )
}

function answerOf(question: Question, q: number, person: number, later = 0) {
  if (question.type === 'text') return person % 3 === 0 ? [0] : 'skipped'
  const draw = (person * 7 + q * 3 + 1) % 10
  if (person % 19 === 17) return 'skipped'
  if (person % 13 === 11) return q === 0 ? 'dont_know' : 'declined'
  const options = optionsOf(question).length
  if (question.type === 'multi') return [draw % options, ...(draw < 6 ? [0] : [])]
  if (later > 0 && q === 0) return [draw < later ? 0 : options - 1]
  return [draw < 5 ? 0 : draw < 8 ? Math.min(1, options - 1) : draw < 9 ? Math.floor(options / 2) : options - 1]
}
