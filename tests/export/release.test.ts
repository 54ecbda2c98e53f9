/** What leaves under an agreement, out of a store: which rows, which never, and what a second look may add. */

import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../../src/dialogue/actors.ts'
import { endSharing } from '../../src/dialogue/data-agreements.ts'
import { readSharing } from '../../src/dialogue/read-data-agreements.ts'
import { makeDataset } from '../../src/export/make-dataset.ts'
import { releaseData } from '../../src/export/release.ts'
import type { Dataset } from '../../src/formats/dataset.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { oneStore } from '../support/stores.ts'
import { agreedSharing, closedRound, house, mixedSaid } from './closed-rounds.ts'

oneStore((open) => {
  async function withRounds() {
    const ground = makeGround(await open())
    await house(ground)
    await closedRound(ground, 'r1', { day: '2026-10-07', group: 'ann', said: mixedSaid(12), headcount: 12 })
    await closedRound(ground, 'r2', { day: '2026-11-04', group: 'ben', said: mixedSaid(14) })
    return ground
  }
  async function datasetOf(ground: TestGround, id: string, seed = ground.newId()): Promise<Dataset> {
    const organisation = ground.config().organisations.get('xy')!
    const made = await makeDataset(ground, organisation, (await readSharing(ground, organisation, id))!, seed)
    if (typeof made === 'string') throw new Error(made)
    return made.dataset
  }
  /** Rows without their number, sorted, of a month. */
  const rowsOf = ({ rows }: Dataset, month: string) =>
    rows
      .filter((row) => row[1] === month)
      .map((row) => row.slice(1).join())
      .sort()

  test('rows hold what was agreed: coded, by month, without people, words, sensitive questions or a theme', async () => {
    const ground = await withRounds()
    const { id } = await agreedSharing(ground)
    const dataset = await datasetOf(ground, id)
    expect(dataset.variables.map(({ name }) => name)).toEqual([
      'row',
      'period',
      'survey',
      'moment',
      'example',
      'feel',
      'topics_a',
      'topics_b',
    ])
    // At least ten of twelve replied: eight leave. Fourteen replied, and nobody counted heads: twelve leave.
    expect([rowsOf(dataset, '2026-10').length, rowsOf(dataset, '2026-11').length]).toEqual([8, 12])
    expect(
      dataset.rows.every(
        ([, , survey, moment, example, feel, a, b]) =>
          survey === 1 && moment === 2 && example === 1 && [1, 2, 3].includes(feel as number) && a === 1 && b === 2,
      ),
    ).toBe(true)
    expect(JSON.stringify(dataset)).not.toMatch(/ann\d|ben\d|run-|geheim|veilig|nog iets|dakloos|10-07|11-04/)
    expect(dataset.about).toMatchObject({
      example: false,
      from: '2026-09-01',
      until: '2027-08-31',
      madeOn: '2026-11-25',
    })
  })

  test('an order that tells nothing: another one each time, of the same rows', async () => {
    const ground = await withRounds()
    const { id } = await agreedSharing(ground)
    const [one, two] = [await datasetOf(ground, id), await datasetOf(ground, id)]
    const bare = (dataset: Dataset) => dataset.rows.map((row) => row.slice(1).join())
    expect(bare(one)).not.toEqual(bare(two))
    expect(bare(one).sort()).toEqual(bare(two).sort())
    expect(bare(await datasetOf(ground, id, 'a')).join()).toBe(bare(await datasetOf(ground, id, 'a')).join())
  })

  describe('later', () => {
    test('a new round adds its own rows and changes none, also for another receiver', async () => {
      const ground = await withRounds()
      const { id } = await agreedSharing(ground)
      const before = await datasetOf(ground, id)
      await closedRound(ground, 'r3', { day: '2026-12-02', group: 'ann', said: mixedSaid(9) })
      const other = await agreedSharing(ground, { receiver: 'Universiteit', surveyId: 'v' })
      for (const after of [await datasetOf(ground, id), await datasetOf(ground, other.id)]) {
        for (const month of ['2026-10', '2026-11']) expect(rowsOf(after, month)).toEqual(rowsOf(before, month))
        expect(rowsOf(after, '2026-12')).toHaveLength(7)
      }
    })

    test.each([
      ['erased everything', sql`delete from participant where id = 'ben3'`],
      ['stopped', sql`update participant set state = 'stopped' where id = 'ben3'`],
      [
        'erased one answer',
        sql`update answer set status = 'skipped', codes = '{}' where run_id = 'run-r2-ben3' and question = 'feel'`,
      ],
    ])(
      'of a round in which somebody %s nothing leaves any more, and the others stay as they were',
      async (_, taken) => {
        const ground = await withRounds()
        await closedRound(ground, 'r3', { day: '2026-12-02', group: 'cas', said: mixedSaid(11) })
        const { id } = await agreedSharing(ground)
        const before = await datasetOf(ground, id)
        expect(rowsOf(before, '2026-11')).toHaveLength(12)
        await taken.execute(ground.store.db)
        const after = await datasetOf(ground, id)
        expect(rowsOf(after, '2026-11')).toEqual([])
        for (const month of ['2026-10', '2026-12']) expect(rowsOf(after, month)).toEqual(rowsOf(before, month))
        expect(after.rows).toHaveLength(before.rows.length - 12)
        // What is said beside it is the same as before: not that somebody took something back.
        expect(after.about.notes).toEqual(before.about.notes)
      },
    )

    test('a round with a digest from before such counts were kept stays out', async () => {
      const ground = await withRounds()
      await closedRound(ground, 'r3', { day: '2026-12-02', group: 'cas', said: mixedSaid(11) })
      const { id } = await agreedSharing(ground)
      await sql`delete from counted_round where round_id = 'r2'`.execute(ground.store.db)
      expect(rowsOf(await datasetOf(ground, id), '2026-11')).toEqual([])
    })
  })

  test('fewer than twenty people in all, or a round of four: no rows', async () => {
    const ground = makeGround(await open())
    await house(ground)
    const { id, lead, organisation } = await agreedSharing(ground)
    const fetch = () => releaseData(ground, organisation, id, lead, 'nl')
    expect(await fetch()).toBe('sharing-nothing-closed')
    await closedRound(ground, 'r1', { day: '2026-10-07', group: 'ann', said: mixedSaid(19) })
    expect(await fetch()).toBe('sharing-few')
    await closedRound(ground, 'r2', { day: '2026-11-04', group: 'ben', said: mixedSaid(4) })
    expect(await fetch()).toBe('sharing-few')
    await closedRound(ground, 'r3', { day: '2026-12-02', group: 'cas', said: mixedSaid(5) })
    const dataset = await datasetOf(ground, id)
    expect(['2026-10', '2026-11', '2026-12'].map((month) => rowsOf(dataset, month).length)).toEqual([17, 0, 3])
  })

  describe('figures', () => {
    test('are those of the frozen digests, with bounds, and stay so when everybody erased everything', async () => {
      const ground = await withRounds()
      const { id } = await agreedSharing(ground, { level: 'aggregates' })
      const before = await datasetOf(ground, id, 'seed')
      const lines = before.rows.map((row) =>
        Object.fromEntries(
          before.variables.map(({ name, values }, at) => [
            name,
            values.find(({ value }) => value === row[at])?.code ?? row[at],
          ]),
        ),
      )
      expect(lines).toContainEqual(
        expect.objectContaining({
          period: '2026-10',
          question: '_participation',
          bound: 'at_least',
          low: 10,
          high: 12,
          base: 12,
        }),
      )
      expect(
        lines
          .filter(({ question }) => String(question).startsWith('v.safe.'))
          .map(({ form, low, high }) => [form, low, high]),
      ).not.toContainEqual(['count', 12, 12])
      expect(
        lines.some(
          ({ question, form, low }) => String(question).startsWith('v.feel.') && form === 'count' && Number(low) > 0,
        ),
      ).toBe(true)
      expect(JSON.stringify(before)).not.toMatch(/ann\d|geheim|dakloos|10-07/)
      await sql`delete from participant`.execute(ground.store.db)
      expect(await datasetOf(ground, id, 'seed')).toEqual(before)
    })

    test('an agreement on one survey has nothing of another, and one on last year nothing of this', async () => {
      const ground = await withRounds()
      await sql`insert into survey values ('xy', 'w', 's')`.execute(ground.store.db)
      const other = await agreedSharing(ground, { level: 'aggregates', surveyId: 'w' })
      const before = await agreedSharing(ground, { level: 'aggregates', year: 2025 })
      for (const { id, lead, organisation } of [other, before])
        expect(await releaseData(ground, organisation, id, lead, 'nl')).toBe('sharing-nothing-closed')
    })
  })

  test('made-up answers stay marked: in the table, in what is about it, and in the README', async () => {
    const ground = makeGround(await open())
    await house(ground)
    await closedRound(ground, 'r1', { day: '2026-10-07', group: 'ann', said: mixedSaid(22), example: true })
    for (const level of ['rows', 'aggregates'] as const) {
      const { id, lead, organisation } = await agreedSharing(ground, { level })
      const dataset = await datasetOf(ground, id)
      const at = dataset.variables.findIndex(({ name }) => name === 'example')
      expect([dataset.about.example, new Set(dataset.rows.map((row) => row[at]))]).toEqual([true, new Set([2])])
      const made = await releaseData(ground, organisation, id, lead, 'nl')
      const files = unzipSync((made as { bytes: Uint8Array }).bytes)
      expect(Buffer.from(files['README.txt']!).toString()).toContain('voorbeeldorganisatie')
    }
  })

  test('only for who may, only while it holds, and each time written down without what was in it', async () => {
    const ground = await withRounds()
    const { id, lead, coach, organisation } = await agreedSharing(ground)
    const line = (await actorOf(ground, organisation, 'command line', 'Ann'))!
    expect(await releaseData(ground, organisation, id, coach, 'nl')).toBe('desk-may-not')
    for (const actor of [lead, line])
      expect(await releaseData(ground, organisation, id, actor, 'nl')).toMatchObject({ name: 'xy-2026-2027-rows.zip' })
    expect(await releaseData(ground, ground.config().organisations.get('xyz')!, id, lead, 'nl')).toBe('sharing-none')
    const releases = await ground.store.db.selectFrom('data_release').selectAll().execute()
    expect(releases.map(({ made_by, content }) => [made_by, content])).toEqual([
      [lead.by, { level: 'rows', rounds: 2, rows: 20, overviews: 0, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      ['command line', { level: 'rows', rounds: 2, rows: 20, overviews: 0, sha256: expect.any(String) }],
    ])
    await endSharing(ground, organisation, id, coach)
    expect(await releaseData(ground, organisation, id, lead, 'nl')).toBe('sharing-no-longer')
    const other = await agreedSharing(ground, { endsOn: '2026-11-26' })
    ground.clock.set('2026-11-27T09:00:00Z')
    expect(await releaseData(ground, organisation, other.id, other.lead, 'nl')).toBe('sharing-no-longer')
    expect(await ground.store.db.selectFrom('data_release').select('id').execute()).toHaveLength(2)
    expect(ground.logs.join()).not.toMatch(/marktonderzoek|beleven|good|ann\d/)
  })
})
