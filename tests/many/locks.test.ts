/** Organisations share no lock on the way of a reply: one whose every row is held keeps nobody else waiting. */
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { describeOnServer } from '../support/postgres.ts'
import { holdSession } from '../support/story.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'
import { startMany } from './house.ts'

describeOnServer('two organisations on one database', () => {
  test('somebody answers a whole round while every row of the other organisation is locked', {
    timeout: 120_000,
  }, async () => {
    const { story } = await startMany(1)
    const ann = await onTelegram(story, 'xy', 1, 'nl')
    const bert = await onTelegram(story, 'xyz', 2, 'nl')
    await joins(ann)
    await joins(bert)
    await holdSession(story, 'xy', 'meetingpoint')
    const [series] = (await story.app.desk.overview('xyz'))!.series
    await holdSession(story, 'xyz', series!.id)
    await ann.sees(sayOf('nl', 'card-position', { number: 1, total: 4 }))
    await bert.sees('Vraag 1 van')
    await story.rest()

    const holder = await connect((story.settings.store as { url: string }).url)
    const eye = await connect((story.settings.store as { url: string }).url)
    const answers = async (organisation: string) =>
      (await eye.query('select 1 from answer where organisation_id = $1', [organisation])).rowCount
    const { rows } = await eye.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'`,
    )
    await holder.query('begin')
    for (const { name } of rows) await holder.query(`select 1 from "${name}" where organisation_id = 'xyz' for update`)
    await bert.tap(sayOf('nl', 'button-skip'))
    for (let question = 2; question <= 4; question += 1) {
      await ann.tap(sayOf('nl', 'button-skip'))
      await ann.sees(sayOf('nl', 'card-position', { number: question, total: 4 }))
    }
    await ann.tap(sayOf('nl', 'button-skip'))
    await ann.sees(sayOf('nl', 'end-thanks'))
    expect([await answers('xy'), await answers('xyz')]).toEqual([4, 0])
    await holder.query('rollback')
    await bert.sees('Vraag 2 van')
    expect(await answers('xyz')).toBe(1)
  })
})

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.end().catch(() => {}))
  return client
}
