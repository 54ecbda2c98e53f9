/** Copying a database out and in again, on both stores, and every reason not to. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { checkBackup } from '../../src/backup/check-backup.ts'
import { tablesInOrder } from '../../src/backup/copy-out.ts'
import { readLines, writeLine, writeLines } from '../../src/backup/lines.ts'
import { OUR_TABLES } from '../../src/backup/our-tables.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { takeBackupAlone } from '../../src/backup/take-backup.ts'
import { createLog } from '../../src/log.ts'
import { fingerprint } from '../../src/people/note-erasure.ts'
import type { Settings } from '../../src/settings.ts'
import { EMBEDDED_POSTGRES, RESTORED } from '../../src/store/embedded.ts'
import { migrate, openStore } from '../../src/store/open.ts'
import { testClock } from '../support/app.ts'
import { ROOT } from '../support/house-rules.ts'
import { serverExpected } from '../support/postgres.ts'
import { plainEnvironment } from '../support/process.ts'
import { oneStore } from '../support/stores.ts'
import { folder, KEY, place, SECRET, STORES, use } from './places.ts'

const LONG = { timeout: 120_000 }
const deps = () => ({ clock: testClock(), log: createLog('silent') })

describe.each(STORES)('%s', (on) => {
  test('gives back every row of every table as it was, and numbers go on where they were', LONG, async () => {
    const from = await place(on)
    await fill(from)
    const before = await rowsOf(from)
    const file = join(folder(), 'copy')
    const made = await takeBackupAlone(from, file, testClock())
    expect(made.rows).toBe(Object.values(before).flat().length)
    expect(readFileSync(file).includes('Duinroos')).toBe(false)

    const to = await place(on)
    const put = await restoreBackup(to, file, { replace: false }, deps())
    expect(put).toMatchObject({ rows: made.rows, journal: false, erased: {}, until: '2026-11-25T17:00:00Z' })
    const { restored, ...after } = await rowsOf(to)
    expect(restored).toHaveLength(1)
    delete before.restored
    expect(after).toEqual(before)
    const next = await use(to, (store) => store.pool.query(`${PROPOSAL} returning seq`, ['p3']))
    expect(next.rows).toEqual([{ seq: 3 }])
  })

  test('a copy from before a migration is put back and brought up to date', LONG, async () => {
    const from = await place(on)
    await fill(from)
    const whole = join(folder(), 'copy')
    await takeBackupAlone(from, whole, testClock())
    const older = join(folder(), 'older')
    await rewrite(whole, older, (line) => {
      if (line.type === 'about') {
        const schema = line.about.schema.filter((name) => name < '2026-11-23')
        return [{ type: 'about', about: { ...line.about, schema } }]
      }
      return []
    })
    const to = await place(on)
    await restoreBackup(to, older, { replace: false }, deps())
    expect(Object.keys(await rowsOf(to)).sort()).toEqual(Object.keys(await rowsOf(from)).sort())
    const names = await use(to, (store) => store.pool.query('select name from kysely_migration order by 1'))
    expect(names.rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS))
    expect(await use(to, migrate)).toEqual([])
  })

  test(
    'what is there already stays, unless it may be replaced, and what was erased there stays erased',
    LONG,
    async () => {
      const from = await place(on)
      await fill(from)
      const file = join(folder(), 'copy')
      await takeBackupAlone(from, file, testClock())
      await use(from, (store) =>
        store.pool.query(`insert into erasure values ('e9', 'person', $1, '2026-11-25 18:00:00+00')`, [
          fingerprint('c1'),
        ]),
      )
      const before = await rowsOf(from)
      await expect(restoreBackup(from, file, { replace: false }, deps())).rejects.toThrow(
        'something in this database already',
      )
      expect(await rowsOf(from)).toEqual(before)
      const made = await restoreBackup(from, file, { replace: true }, deps())
      expect(made.erased).toEqual({ person: 1 })
      const after = await rowsOf(from)
      expect([after.contact, after.erasure!.map(({ id }) => id)]).toEqual([[], ['e1', 'e9']])
    },
  )

  test(
    'nothing is touched by a copy that is cut, of a newer Pols, under another key or of other data',
    LONG,
    async () => {
      const from = await place(on)
      await fill(from)
      const file = join(folder(), 'copy')
      await takeBackupAlone(from, file, testClock())
      const before = await rowsOf(from)
      const put = (path: string, change: Partial<Settings> = {}) =>
        restoreBackup({ ...from, ...change }, path, { replace: true }, deps())
      const cut = join(folder(), 'cut')
      writeFileSync(cut, readFileSync(file).subarray(0, -20))
      await expect(put(cut)).rejects.toThrow('Nothing was touched')
      const newer = join(folder(), 'newer')
      await rewrite(file, newer, (line) =>
        line.type === 'about'
          ? [{ type: 'about', about: { ...line.about, schema: [...line.about.schema, '2031-01-01-later'] } }]
          : [line],
      )
      await expect(put(newer)).rejects.toThrow('newer version of Pols (it has 2031-01-01-later)')
      await expect(put(file, { backupKey: 'another key for backups, long enough' })).rejects.toThrow('not the key')
      await expect(put(file, { secretKey: 'another secret that is long enough too' })).rejects.toThrow('another key')
      const damaged = join(folder(), 'damaged')
      await rewrite(file, damaged, (line) =>
        line.type === 'row' && line.json.includes('"c1"') ? [{ type: 'row', json: '{"id": null}' }] : [line],
      )
      await expect(put(damaged)).rejects.toThrow()
      expect(await rowsOf(from)).toEqual(before)
    },
  )
})

describe.runIf(serverExpected())('from one store to the other', () => {
  test(
    'what was embedded is whole on a server, and goes on; from there it is whole in the data folder',
    LONG,
    async () => {
      const from = await place('embedded')
      await fill(from)
      const before = await rowsOf(from)
      const file = join(folder(), 'copy')
      await takeBackupAlone(from, file, testClock())
      const server = await place('server')
      await restoreBackup(server, file, { replace: false }, deps())
      const { restored, ...after } = await rowsOf(server)
      expect(restored).toHaveLength(1)
      delete before.restored
      expect(after).toEqual(before)
      const next = await use(server, async (store) => {
        expect(await migrate(store)).toEqual([])
        return store.pool.query(`${PROPOSAL} returning seq`, ['p3'])
      })
      expect(next.rows).toEqual([{ seq: 3 }])

      const again = join(folder(), 'copy')
      await takeBackupAlone(server, again, testClock('2026-11-25T19:00:00Z'))
      await restoreBackup(from, again, { replace: true }, deps())
      const { restored: both, ...back } = await rowsOf(from)
      expect(both).toHaveLength(2)
      const proposals = back.survey_proposal!
      expect(proposals).toHaveLength(3)
      expect({ ...back, survey_proposal: proposals.slice(0, 2) }).toEqual(before)
    },
  )

  test('a key that lay in the data folder goes to the server only as a setting', LONG, async () => {
    const from = { ...(await place('embedded')), secretKey: null }
    await fill(from)
    const file = join(folder(), 'copy')
    await takeBackupAlone(from, file, testClock())
    const to = await place('server')
    await expect(restoreBackup(to, file, { replace: false }, deps())).rejects.toThrow('another key')
    const secret = readFileSync(join(from.dataFolder, 'secret.key'), 'utf8').trim()
    await restoreBackup({ ...to, secretKey: secret }, file, { replace: false }, deps())
    expect((await rowsOf(to)).contact).toHaveLength(1)
  })

  test('from a server, where the key is a setting, a data folder asks for it first', LONG, async () => {
    const from = await place('server')
    await fill(from)
    const file = join(folder(), 'copy')
    await takeBackupAlone(from, file, testClock())
    const to = { ...(await place('embedded')), secretKey: null }
    await expect(restoreBackup(to, file, { replace: false }, deps())).rejects.toThrow('POLS_SECRET_KEY')
    expect(readdirSync(to.dataFolder)).toEqual([])
  })
})

describe('embedded', () => {
  test(
    'the key of the data folder goes along, and a restore that was cut off is finished at the next start',
    LONG,
    async () => {
      const from = { ...(await place('embedded')), secretKey: null }
      await fill(from)
      const file = join(folder(), 'copy')
      await takeBackupAlone(from, file, testClock())
      expect(readFileSync(file).includes(readFileSync(join(from.dataFolder, 'secret.key'), 'utf8').trim())).toBe(false)
      const to = { ...(await place('embedded')), secretKey: null }
      await restoreBackup(to, file, { replace: false }, deps())
      expect(readFileSync(join(to.dataFolder, 'secret.key'), 'utf8')).toBe(
        readFileSync(join(from.dataFolder, 'secret.key'), 'utf8'),
      )
      expect(readdirSync(to.dataFolder).sort()).toEqual(['postgres', 'secret.key'])
      const rows = await rowsOf(to)

      // As a crash leaves it between the two names: the old database away, or not yet, the new one ready.
      renameSync(join(to.dataFolder, 'postgres'), join(to.dataFolder, RESTORED))
      expect(await rowsOf(to)).toEqual(rows)
      const other = await place('embedded')
      await use(other, migrate)
      renameSync(join(to.dataFolder, 'postgres'), join(other.dataFolder, RESTORED))
      expect(await rowsOf(other)).toEqual(rows)
      expect(existsSync(join(other.dataFolder, 'postgres.replaced'))).toBe(false)
    },
  )

  test('a database of another version of Postgres is told in one sentence, and can be replaced', LONG, async () => {
    const from = await place('embedded')
    await fill(from)
    const version = join(from.dataFolder, 'postgres', 'PG_VERSION')
    expect(readFileSync(version, 'utf8').trim()).toBe(EMBEDDED_POSTGRES)
    const file = join(folder(), 'copy')
    await takeBackupAlone(from, file, testClock())
    writeFileSync(version, '17\n')
    await expect(openStore(from.store, () => {})).rejects.toThrow(
      'was made with Postgres 17, and this version of Pols has 18. Take a backup with the version of Pols that ran before (pols backup <file>), and put it back with this one (pols restore <file> --replace).',
    )
    await expect(restoreBackup(from, file, { replace: false }, deps())).rejects.toThrow('something in this database')
    await restoreBackup(from, file, { replace: true }, deps())
    expect((await rowsOf(from)).contact).toHaveLength(1)
  })
})

describe('writing', () => {
  test('never goes over a file that is there, and leaves nothing where it cannot write', LONG, async () => {
    const from = await place('embedded')
    await use(from, migrate)
    const file = join(folder(), 'copy')
    writeFileSync(file, 'mine')
    await expect(takeBackupAlone(from, file, testClock())).rejects.toThrow('is there already')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await expect(takeBackupAlone(from, join(file, 'below'), testClock())).rejects.toThrow('its folder is a file')
    await expect(takeBackupAlone({ ...from, backupKey: '' }, null, testClock())).rejects.toThrow('POLS_BACKUP_KEY')
    await expect(takeBackupAlone(from, null, testClock())).rejects.toThrow('BACKUP_DIR')
    const nowhere = await place('embedded')
    await expect(takeBackupAlone(nowhere, join(folder(), 'x'), testClock())).rejects.toThrow('no database of Pols here')
  })

  test.runIf(serverExpected())(
    'stops with a sentence when the disk takes no more, and leaves nothing',
    LONG,
    async () => {
      const from = await place('server')
      await fill(from, 4000)
      const to = folder()
      const environment = plainEnvironment({
        DATABASE_URL: 'url' in from.store ? from.store.url : '',
        POLS_SECRET_KEY: SECRET,
        POLS_BACKUP_KEY: KEY,
        // What Node compiles is kept in files too, and is not what this is about.
        NODE_DISABLE_COMPILE_CACHE: '1',
      })
      // A limit on the size of a file stands for a full disk: writing fails half-way in the same manner.
      const limited = `ulimit -f 64; exec "$0" src/main.ts --json backup "$1"`
      const told = (() => {
        try {
          return execFileSync('bash', ['-c', limited, process.execPath, join(to, 'copy')], {
            cwd: ROOT,
            env: environment,
          })
        } catch (error) {
          return (error as { stdout: Buffer }).stdout
        }
      })().toString()
      expect(JSON.parse(told)).toMatchObject({ ok: false, fault: 'settings' })
      expect(told).toContain('was not written')
      expect(readdirSync(to)).toEqual([])
    },
  )
})

oneStore((open) => {
  test('the list of tables is the schema, and none of them lean on each other in a ring', async () => {
    const store = await open()
    const { rows } = await store.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema() and table_name not like 'kysely%' order by 1`,
    )
    expect(OUR_TABLES.toSorted()).toEqual(rows.map(({ name }) => name))
    const order = await tablesInOrder(store.pool as never)
    expect(order[0]).toBe('erasure')
    expect(order.indexOf('organisation')).toBeLessThan(order.indexOf('participant'))
    expect(order).not.toContain('lease')
  })
})

/** A row of every kind of column: times to the microsecond, days, arrays, JSON, numbers of their own, nothing at all. */
function fill(settings: Settings, many = 1): Promise<unknown> {
  return use(settings, async (store) => {
    await migrate(store)
    const statements = [
      `insert into organisation (id, name, example, created_at) values ('xy', E'Duinroos "1"\\\\ \\n\\t é 😀', false, '2026-01-02 03:04:05.678901+00')`,
      `insert into participant (organisation_id, id, language, state, example, joined_on) values ('xy', 'p1', 'nl', 'joined', false, '2026-11-01')`,
      `insert into contact (id, channel, address_hash, address_cipher, state, rest) values ('c1', 'web', 'h', 'x', 'reachable', '{"weekdays": [6, 7], "quiet": null}')`,
      `insert into contact_link (contact_id, organisation_id, participant_id) values ('c1', 'xy', 'p1')`,
      `insert into erasure values ('e1', 'stop', 'xy p0', '2026-11-20 00:00:00+00')`,
    ]
    statements.push(
      `insert into series (organisation_id, id, title) values ('xy', 'r', '{}')`,
      `insert into question_set_version (hash, content, created_at) values ('q', '{}', now())`,
      `insert into survey (organisation_id, id, series_id) values ('xy', 's', 'r')`,
      `insert into survey_version (organisation_id, survey_id, hash, set_hash, content, created_at) values ('xy', 's', 'h', 'q', '{}', now())`,
    )
    for (const statement of statements) await store.pool.query(statement)
    await store.pool.query(PROPOSAL, ['p1'])
    await store.pool.query(PROPOSAL, ['p2'])
    const { createVault } = await import('../../src/people/vault.ts')
    const { keptSecret } = await import('../../src/people/secret.ts')
    const vault = createVault(settings.secretKey ?? keptSecret(settings.dataFolder))
    await store.pool.query(`update contact set address_cipher = $1`, [
      vault.encryptAddress({ channel: 'web', id: 'a' }),
    ])
    await store.pool.query(
      `insert into audit select 'xy', 'a' || n, now(), 'clock', 'x', md5(n::text) || md5((n * 7)::text) from generate_series(1, $1::int) n`,
      [many],
    )
  })
}

const PROPOSAL = `insert into survey_proposal (organisation_id, id, survey_id, survey_hash, state, made_by, made_name, made_at)
  values ('xy', $1, 's', 'h', 'draft', 'cli', 'cli', '2026-11-01 00:00:00+00')`

/** All rows of all tables, by table and in an order of their own. */
async function rowsOf(settings: Settings): Promise<Record<string, { id?: string }[]>> {
  return use(settings, async (store) => {
    const tables: Record<string, { id?: string }[]> = {}
    for (const table of [...OUR_TABLES].filter((name) => name !== 'key_check')) {
      const { rows } = await store.pool.query(`select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)::text`)
      tables[table] = (rows as { row: { id?: string } }[]).map(({ row }) => row)
    }
    return tables
  })
}

type Change = (line: Parameters<typeof writeLine>[0]) => Parameters<typeof writeLine>[0][]

/** Writes a backup anew with other lines in it, as another version of Pols would have. */
async function rewrite(from: string, to: string, change: Change): Promise<void> {
  const counts: Record<string, number> = {}
  let table = ''
  await writeLines(
    to,
    KEY,
    (async function* () {
      for await (const read of readLines(from, KEY)) {
        for (const line of change(read)) {
          if (line.type === 'end') continue
          if (line.type === 'table') {
            table = line.name
            counts[table] = 0
          }
          if (line.type === 'row') counts[table]! += 1
          yield writeLine(line)
        }
      }
      yield writeLine({ type: 'end', counts })
    })(),
  )
  await checkBackup(to, KEY)
}
