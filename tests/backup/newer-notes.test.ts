/** Notes of what was erased that a newer Pols wrote: what this version cannot do again keeps it from restoring. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from '../../src/backup/journal.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { takeBackupAlone } from '../../src/backup/take-backup.ts'
import { createLog } from '../../src/log.ts'
import { migrate } from '../../src/store/open.ts'
import { testClock } from '../support/app.ts'
import { folder, KEY, place, STORES, use } from './places.ts'

const LONG = { timeout: 240_000 }
const note = (id: string, what: string, more: object = {}) => ({
  ...{ id, what, subject: 'xy p1', at: '2026-11-25T17:20:00Z' },
  ...more,
})

const names = (settings: Awaited<ReturnType<typeof place>>) =>
  use(settings, async ({ pool }) =>
    (await pool.query('select name from organisation order by name')).rows.map(({ name }) => name),
  )
const named = (settings: Awaited<ReturnType<typeof place>>, name: string) =>
  use(settings, async (store) => {
    await migrate(store)
    await store.pool.query(`insert into organisation values ($1, $1, false, '2026-11-25T16:00:00Z')`, [name])
  })

async function copied(on: (typeof STORES)[number]) {
  const from = await place(on)
  await named(from, 'copied')
  const where = folder()
  const file = join(where, 'copy')
  await takeBackupAlone(from, file, testClock('2026-11-25T17:00:00Z'))
  const to = await place(on)
  await named(to, 'there')
  const clock = testClock('2026-11-26T10:00:00Z')
  const put = () => restoreBackup(to, file, { replace: true }, { clock, log: createLog('silent') })
  return { where, to, put }
}

test.each(STORES)(
  'a kind that this version does not know: one sentence, and nothing is touched (%s)',
  LONG,
  async (on) => {
    const { where, to, put } = await copied(on)
    openJournal(where, KEY).append([
      note('a', 'stop'),
      note('b', 'voice-message'),
      note('c', 'toString'),
      note('d', 'voice-message'),
    ])
    await expect(put()).rejects.toMatchObject({
      name: 'SettingsError',
      message: expect.stringMatching(
        /^A newer version of Pols noted .* \(toString, voice-message\).*Nothing was restored/,
      ),
    })
    expect(await names(to)).toEqual(['there'])
    // It may also lie in the database that is replaced.
    await use(to, ({ pool }) => pool.query(`insert into erasure values ('e', 'dream', 'xy', '2026-11-25T17:30:00Z')`))
    await expect(put()).rejects.toThrow('(dream, toString, voice-message)')
  },
)

test('a note that is made otherwise stops it as well; without either, all is put back', LONG, async () => {
  const { where, to, put } = await copied('embedded')
  const journal = openJournal(where, KEY)
  journal.append([note('a', 'stop'), note('b', 'stop', { subject: ['xy', 'p1'] }) as never])
  await expect(put()).rejects.toThrow('a newer version of Pols noted something there that this version cannot read')
  expect(await names(to)).toEqual(['there'])
  journal.forget(Temporal.Instant.from('2027-01-05T10:00:00Z'))
  journal.append([note('a', 'stop')])
  expect((await put()).erased).toEqual({ stop: 1 })
  expect(await names(to)).toEqual(['copied'])
})
