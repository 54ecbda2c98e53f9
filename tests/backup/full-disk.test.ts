/** A disk that takes no more. A limit on the size of a file stands for it: writing fails in the same manner. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBackups } from '../../src/backup/backups.ts'
import { openJournal } from '../../src/backup/journal.ts'
import { migrate, openStore } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'
import { describeOnServer, emptyDatabase } from '../support/postgres.ts'
import { plainEnvironment } from '../support/process.ts'
import { folder, KEY } from './places.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** Runs a file of TypeScript that may write no file larger than so many kilobytes. @returns what it says, as JSON */
function limited<T>(kilobytes: number, file: string, ...given: string[]): T {
  // What Node compiles is kept in files too, and is not what this is about.
  const env = plainEnvironment({ NODE_DISABLE_COMPILE_CACHE: '1' })
  const command = `ulimit -f ${kilobytes}; exec "$0" "$@"`
  const told = execFileSync('bash', ['-c', command, process.execPath, file, ...given], { cwd: ROOT, env })
  return JSON.parse(told.toString()) as T
}

describeOnServer('the nightly copy', () => {
  test('cannot be written: one sentence an hour, nothing half-done stays, and it is made once there is room', {
    timeout: 120_000,
  }, async () => {
    const database = await emptyDatabase()
    onTestFinished(() => database.drop())
    const store = await openStore({ url: database.url }, () => {})
    onTestFinished(store.close)
    await migrate(store)
    const where = folder()
    const told = limited<{ tries: string[]; journal: string[]; left: string[]; state: object }>(
      ...([0, 'tests/backup/nights-of-full-disk.ts', database.url, where, KEY] as const),
    )
    // At ten, at eleven and at noon.
    expect(told.tries).toHaveLength(3)
    expect(told.journal).toHaveLength(1)
    expect(told.tries[0]).toMatch(
      /The backup [^ ]+\.polsbackup was not written: (the disk is full|the file would be larger than this user may write)\. Nothing is left of it\./,
    )
    expect(told.state).toMatchObject({ newest: null, failed: true })
    expect(told.left).toEqual([])

    const ground = makeGround(store, '2026-11-25T13:30:00Z')
    const going: Promise<void>[] = []
    const backups = createBackups(ground, {
      settings: { backup: { folder: where, key: KEY, keep: 14 }, backupKey: KEY },
      ...{ secret: null, holder: 'two', background: (work) => void going.push(work()) },
    })
    backups.look()
    await Promise.all(going)
    expect(readdirSync(where).sort()).toEqual(['last-alive', 'pols-20261125T133000Z.polsbackup'])
    expect(backups.state()).toMatchObject({ failed: false })
  })
})

test('a journal that takes half a line keeps none of it, however often, and opens when there is room', () => {
  const where = folder()
  const journal = openJournal(where, KEY)
  const note = (n: number) => ({ id: `n${n}`, what: 'stop', subject: 'xy p1', at: '2026-11-25T17:00:00Z' })
  journal.append([note(0), note(1)])
  const file = join(where, 'erased-2026-11.journal')
  const { size } = statSync(file)
  const writer = join(where, 'writer.ts')
  writeFileSync(
    writer,
    `import { openJournal } from ${JSON.stringify(join(ROOT, 'src/backup/journal.ts'))}
    const notes = Array.from({ length: 20 }, (_, n) => ({ ...${JSON.stringify(note(2))}, id: 'm' + n }))
    let failed = 0
    for (let times = 0; times < 10; times += 1) {
      try { openJournal(${JSON.stringify(where)}, ${JSON.stringify(KEY)}).append(notes) } catch { failed += 1 }
    }
    console.log(failed)`,
  )
  expect(limited<number>(1, writer)).toBe(10)
  expect(statSync(file).size).toBe(size)
  journal.append([note(3)])
  expect(journal.read().map(({ id }) => id)).toEqual(['n0', 'n1', 'n3'])
  expect(readFileSync(file, 'utf8').endsWith('\n')).toBe(true)
})
