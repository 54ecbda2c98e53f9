/** The short form of `npm run chaos`: few people and little of each fault. And that the suite itself can see what is wrong. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { describeOnServer } from '../support/postgres.ts'
import { type Facts, judge } from './checks.ts'
import { clockOf, moveClock } from './clock-file.ts'
import { expectedOf, intentOf, repliesOf } from './intents.ts'
import { cardOf } from './people.ts'
import { scenarios, shortScenarios } from './scenarios.ts'
import { seeded } from './seeded.ts'
import { playAll } from './suite.ts'

/** Many processes start and end on a machine that may be busy, in milliseconds. */
const LONG = 900_000

describeOnServer('whatever is done to it', () => {
  test('no reply is lost or stored twice, every run goes on, the round closes once, the digest is the same', {
    timeout: LONG,
  }, async () => {
    const said: string[] = []
    const options = { seed: 7, people: { telegram: 9, discord: 4 }, scenarios: shortScenarios() }
    const results = await playAll(options, (words) => said.push(words))
    expect(results.map(({ name, wrong }) => ({ name, wrong }))).toEqual(
      results.map(({ name }) => ({ name, wrong: [] })),
    )
    expect(results).toHaveLength(7)
    expect(results.find(({ name }) => name.startsWith('a.'))?.kills).toBe(5)
  })
})

const CALM: Facts = {
  digests: ['{"count": 7}'],
  posted: { telegram: ['digest', 'picture'], discord: ['digest'] },
  ends: ['completed true'],
  rounds: ['digested'],
  audits: { 'digest made': 1, 'round closed': 1 },
  due: 0,
  lost: 0,
  repeats: 0,
  worst: 0,
  doubled: 0,
  violations: [],
}

test.each<[string, Partial<Facts>]>([
  ['another digest', { digests: ['{"count": 8}'] }],
  ['two digests', { digests: ['{"count": 7}', '{"count": 7}'] }],
  ['a digest posted twice', { posted: { telegram: ['digest', 'picture', 'digest', 'picture'], discord: ['digest'] } }],
  ['a digest posted twice on Discord', { posted: { telegram: ['digest', 'picture'], discord: ['digest', 'digest'] } }],
  ['no digest posted', { posted: { telegram: [], discord: ['digest'] } }],
  ['a run that ended elsewhere', { ends: ['expired true'] }],
  ['a round that is still open', { rounds: ['open'] }],
  ['a round that closed twice', { audits: { 'digest made': 1, 'round closed': 2 } }],
  ['something that still waits', { due: 1 }],
  ['somebody who is lost', { lost: 1 }],
  ['a first question that came twice', { repeats: 1, worst: 1 }],
  ['two cards that lead on', { doubled: 1 }],
  ['an answer that is not stored', { violations: ['one'] }],
])('the suite sees %s', (_, change) => {
  expect(judge(CALM, CALM, { messages: 0, digests: 0 })).toEqual([])
  expect(judge({ ...CALM, ...change }, CALM, { messages: 0, digests: 0 })).not.toEqual([])
})

test('a repeat is allowed once a person and crash, for as many as were on their way, and no more', () => {
  const repeated = (repeats: number, worst: number) => ({ ...CALM, repeats, worst })
  expect(judge(repeated(8, 1), CALM, { messages: 1, digests: 0 })).toEqual([])
  expect(judge(repeated(9, 1), CALM, { messages: 1, digests: 0 })).toHaveLength(1)
  expect(judge(repeated(2, 2), CALM, { messages: 1, digests: 0 })).toHaveLength(1)
  const digests = { ...CALM, posted: { telegram: ['digest', 'picture', 'digest'], discord: ['digest'] } }
  expect(judge(digests, CALM, { messages: 0, digests: 1 })).toEqual([])
})

test('the same seed means the same people and the same faults', () => {
  const intents = (seed: number) => Array.from({ length: 20 }, (_, n) => intentOf(seeded(seed, `${n}`), n))
  expect(intents(7)).toEqual(intents(7))
  expect(intents(7)).not.toEqual(intents(8))
  const kinds = new Set(Array.from({ length: 300 }, (_, n) => intentOf(seeded(n, 'kinds'), n).cut))
  expect([...kinds].sort()).toEqual([0, 1, 2, 3, 4, 5])
})

test('what must be stored follows from what somebody has in mind', () => {
  const intent = { cut: 5, twice: false, older: false }
  const answers: [string, string, string[], string] = ['a_lot', '_skip', ['learned', 'can_do'], 'klein']
  expect(expectedOf({ ...intent, answers })).toEqual([
    'worth answered a_lot',
    'voice skipped',
    'takeaway answered learned+can_do',
    'more answered “klein”',
  ])
  expect(repliesOf({ ...intent, answers })).toBe(6)
  expect(expectedOf({ ...intent, answers, cut: 2 })).toEqual(['worth answered a_lot'])
  expect([expectedOf({ ...intent, answers, cut: 0 }), repliesOf({ ...intent, answers, cut: 0 })]).toEqual([[], 0])
})

test('a card is read from its buttons: which question, which turn, what is ticked', () => {
  const data = (turn: string, code: string) => `r.${'a'.repeat(22)}.${turn}.${code}`
  const buttons = [
    { label: '✔ iets nieuws geleerd', data: data('c', 'learned') },
    { label: 'ik kijk er anders naar', data: data('c', 'differently') },
    { label: 'Overslaan', data: data('c', '_skip') },
  ]
  expect(cardOf('5', buttons)).toMatchObject({ key: '5 12', turn: 12, question: 'takeaway', ticked: ['learned'] })
  const write = [{ label: 'Schrijven', data: `w.500.${data('d', '_write')}` }, buttons[2]!]
  expect(cardOf('6', write)?.question).toBe('more')
  expect(cardOf('7', [{ label: 'Terug', data: data('e', '_back') }])).toBeNull()
})

test('a clock in a file is the same for everybody who reads it, and goes as fast as it is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pols-clock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const clock = moveClock(join(folder, 'clock'), '2026-11-25T19:00:00Z')
  const other = clockOf(join(folder, 'clock'))
  clock.set('2026-11-25T20:00:00Z', 0)
  expect(other.now().toString()).toBe('2026-11-25T20:00:00Z')
  clock.pass({ minutes: 90 })
  expect([clock.now().toString(), other.now().toString()]).toEqual(['2026-11-25T21:30:00Z', '2026-11-25T21:30:00Z'])
  clock.close()
  other.close()
})

test('every fault has scenarios, and chance gives each a name of its own', () => {
  const names = scenarios({ kills: 1, calls: 1, words: 1, silences: 1, cuts: 1, freezes: 1 }).map(({ name }) => name)
  expect([...new Set(names.map((name) => name[0]))]).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(new Set(names).size).toBe(names.length)
})
