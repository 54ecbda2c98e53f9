/** Start and end of one session in the store: who makes a pair, who does not, and that nobody can be found by it. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Digest } from '../../src/digest/content.ts'
import { pairFacts, sharedScale, startRoundOf } from '../../src/rounds/pairs.ts'
import { readRoundFacts } from '../../src/rounds/round-facts.ts'
import { questionSet } from '../../src/survey/question-set.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { digestOf, many, pairedSession, tapRows } from '../support/session-rows.ts'
import { eachStore } from '../support/stores.ts'
import { setNamed } from '../support/web-samples.ts'

/** Six better, seven the same, two lower; three only at the start, two only at the end. */
const TWENTY = [
  ...many(6, 'up', 'okay', 'good'),
  ...many(7, 'level', 'good', 'good'),
  ...many(2, 'down', 'good', 'not_good'),
  ...many(3, 'early', 'good', null),
  ...many(2, 'late', null, 'very_good'),
]

const pairsIn = async (ground: TestGround) => {
  const facts = await readRoundFacts(ground, 'xyz', 'end')
  return ground.store.db.transaction().execute(async (trx) => {
    const start = await startRoundOf(trx, facts)
    return start ? pairFacts(trx, facts, start) : undefined
  })
}

eachStore((_, open) => {
  test('twenty people: fifteen pairs, three only at the start, two only at the end', async () => {
    const ground = makeGround(await open())
    await pairedSession(ground, TWENTY)
    await digestOf(ground, 'start')
    const counts = { pairs: 15, startOnly: 3, endOnly: 2, better: 6, same: 7, lower: 2 }
    expect((await pairsIn(ground))?.counts).toEqual(counts)
    await digestOf(ground, 'end')
    const rows = await ground.store.db.selectFrom('digest').select(['round_id', 'content']).execute()
    const contentOf = (round: string) => rows.find((row) => row.round_id === round)!.content as unknown as Digest
    expect(contentOf('start').pairs).toBeUndefined()
    expect(contentOf('end').pairs).toMatchObject({ form: 'shown', twice: 12, change: null })
    expect(JSON.stringify(contentOf('end'))).not.toMatch(/p-(up|early|late)/)
  })

  test('who does not know, was not there, or looks back makes no pair', async () => {
    const ground = makeGround(await open())
    const people = [...many(6, 'both', 'good', 'good'), { name: 'unsure', start: 'good', end: '?' }]
    await pairedSession(ground, [...people, ...many(3, 'early', 'good', null)])
    await tapRows(ground, 'end', 'early1', 'good', { disposition: 'absent' })
    await tapRows(ground, 'end', 'early2', 'good', { question: 'before' })
    await digestOf(ground, 'start')
    expect((await pairsIn(ground))?.counts).toMatchObject({ pairs: 6, startOnly: 4, endOnly: 0 })
  })

  test('without a digest of the start there are no pairs: nothing could be weighed against it', async () => {
    const ground = makeGround(await open())
    await pairedSession(ground, TWENTY)
    expect(await pairsIn(ground)).toBeUndefined()
    await digestOf(ground, 'start')
    expect(await pairsIn(ground)).toBeDefined()
    await sql`update survey_version set content = jsonb_set(content, '{moment}', '"end"') where survey_id = 'start'`.execute(
      ground.store.db,
    )
    expect(await pairsIn(ground)).toBeUndefined()
  })

  test('the tables of answers hold no platform id and nothing that leads to one', async () => {
    const ground = makeGround(await open())
    await pairedSession(ground, TWENTY)
    await digestOf(ground, 'start')
    await digestOf(ground, 'end')
    const kept: string[] = []
    for (const table of [
      'participant',
      'run',
      'answer',
      'open_text',
      'presence',
      'tally',
      'digest',
      'release',
      'audit',
    ]) {
      const { rows } = await sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.table(table)} as t`.execute(ground.store.db)
      kept.push(...rows.map(({ row }) => row))
    }
    const { rows: contacts } = await sql<{ id: string; address_hash: string; address_cipher: string }>`
      select id, address_hash, address_cipher from contact`.execute(ground.store.db)
    expect(contacts).toHaveLength(20)
    expect(kept.length).toBeGreaterThan(70)
    const all = kept.join('\n')
    expect(all).toContain('p-up1')
    expect(all).not.toContain('platform-id-of')
    for (const contact of contacts) for (const secret of Object.values(contact)) expect(all).not.toContain(secret)
  })
})

test('a scale is shared when the options are the same in the same order; one that looks back is not it', () => {
  const [start, end] = [setNamed('gevoelsbuttons-start'), setNamed('gevoelsbuttons-einde')]
  expect(sharedScale(start, end)).toEqual({ startKey: 'feeling', endKey: 'feeling' })
  const feeling = end.questions[0]!
  const other = (change: object) => questionSet.parse({ ...end, questions: [{ ...feeling, ...change }] })
  if (feeling.type !== 'feeling') throw new Error('the first question is no feeling')
  expect(sharedScale(start, other({ options: feeling.options.toReversed() }))).toBeNull()
  expect(sharedScale(start, other({ retrospective: true }))).toBeNull()
  const both = { ...end, questions: [{ ...feeling, key: 'before', retrospective: true as const }, feeling] }
  expect(sharedScale(start, questionSet.parse(both))).toEqual({ startKey: 'feeling', endKey: 'feeling' })
  expect(sharedScale(start, other({ key: 'last' }))).toEqual({ startKey: 'feeling', endKey: 'last' })
  expect(sharedScale(start, setNamed('uitgangsvraag'))).toBeNull()
})
