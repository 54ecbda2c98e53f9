/** The copy of each night: when it is made, by whom, how many stay, and what is said when it cannot be made. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type Backups, createBackups } from '../../src/backup/backups.ts'
import { checkBackup } from '../../src/backup/check-backup.ts'
import { openJournal } from '../../src/backup/journal.ts'
import { noteErasure } from '../../src/people/note-erasure.ts'
import { sweepRetention } from '../../src/people/retention.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { quickFolder } from '../support/memory.ts'
import { oneStore } from '../support/stores.ts'

const KEY = 'a key for backups that is long enough'
let folder: string

beforeEach(() => {
  folder = quickFolder('pols-nights-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

type Instance = { backups: Backups; look(): Promise<void> }

/** One running Pols, as far as copies go. */
function instance(ground: TestGround, holder = 'one', change: { keep?: number; folder?: string; key?: string } = {}) {
  const going: Promise<void>[] = []
  const key = change.key ?? KEY
  const backups = createBackups(ground, {
    settings: { backup: { folder: change.folder ?? folder, key, keep: change.keep ?? 14 }, backupKey: key },
    ...{ secret: null, holder, background: (work) => void going.push(work()) },
  })
  const look = async () => {
    backups.look()
    await Promise.all(going.splice(0))
  }
  return { backups, look } satisfies Instance
}

const copies = (where = folder) =>
  readdirSync(where)
    .filter((name) => name.endsWith('.polsbackup'))
    .sort()
const localTimes = () =>
  copies().map((name) => {
    const [, date, time] = /^pols-(\d{8})T(\d{6})Z/.exec(name)!
    const at = Temporal.Instant.from(`${date}T${time}Z`).toZonedDateTimeISO('Europe/Brussels')
    return at.toPlainDateTime().toString({ smallestUnit: 'minute' })
  })

oneStore((open) => {
  describe('when', () => {
    test.each([
      ['on common days', '2026-11-24T15:00:00Z', ['2026-11-24T16:00', '2026-11-25T04:00', '2026-11-26T04:00']],
      ['when winter time begins', '2026-10-24T10:00:00Z', ['2026-10-24T12:00', '2026-10-25T04:00', '2026-10-26T04:00']],
      ['when summer time begins', '2026-03-28T10:00:00Z', ['2026-03-28T11:00', '2026-03-29T04:00', '2026-03-30T04:00']],
    ])('once a night at four, and at once where none was made: %s', async (_, start, expected) => {
      const ground = makeGround(await open(), start)
      const one = instance(ground)
      for (let minutes = 0; minutes < 44 * 60; minutes += 20) {
        await one.look()
        ground.clock.pass({ minutes: 20 })
      }
      expect(localTimes()).toEqual(expected)
      expect(one.backups.state()).toEqual({
        ...{ newest: expect.stringMatching(/T0[23]:00:00Z$/), failed: false, why: null },
      })
    })

    test('while the clock may change none begins; a night that was missed is made up for after it', async () => {
      const ground = makeGround(await open(), '2026-11-25T00:30:00Z')
      const one = instance(ground)
      await one.look()
      expect(copies()).toEqual([])
      ground.clock.set('2026-11-25T02:59:00Z')
      await one.look()
      expect(copies()).toEqual([])
      ground.clock.set('2026-11-25T03:00:00Z')
      await one.look()
      expect(localTimes()).toEqual(['2026-11-25T04:00'])
      ground.clock.set('2026-11-28T19:00:00Z')
      await one.look()
      expect(localTimes()).toEqual(['2026-11-25T04:00', '2026-11-28T20:00'])
    })

    test('a copy, and a lease, that a wrong clock dated years ahead keep no night from its own', async () => {
      const ground = makeGround(await open(), '2031-01-01T10:00:00Z')
      await instance(ground).look()
      ground.clock.set('2026-11-25T10:00:00Z')
      const one = instance(ground)
      expect(one.backups.state()).toMatchObject({ newest: null })
      await one.look()
      expect(localTimes()).toEqual(['2026-11-25T11:00', '2031-01-01T11:00'])
    })
  })

  describe('who', () => {
    test('one instance of many, whether they see each other’s folder or not', async () => {
      const store = await open()
      const ground = makeGround(store)
      const apart = [join(folder, 'a'), join(folder, 'b'), join(folder, 'c')]
      for (const path of apart) mkdirSync(path)
      const many = apart.map((path, n) => instance(ground, `holder-${n}`, { folder: path }))
      for (let night = 1; night <= 3; night += 1) {
        for (let times = 0; times < 3; times += 1) {
          await Promise.all(many.map(({ look }) => look()))
          ground.clock.pass({ minutes: 40 })
        }
        expect(apart.flatMap((path) => copies(path))).toHaveLength(night)
        ground.clock.set(`2026-11-${25 + night}T04:10:00Z`)
      }
    })

    test('who died while copying holds nobody up for longer than half an hour', async () => {
      const store = await open()
      const ground = makeGround(store)
      await store.pool.query(`insert into lease (name, holder, expires_at) values ('backup', 'dead', $1)`, [
        ground.clock.now().add({ minutes: 30 }).toString(),
      ])
      const one = instance(ground)
      ground.clock.pass({ minutes: 29 })
      await one.look()
      expect(copies()).toEqual([])
      ground.clock.pass({ minutes: 2 })
      await one.look()
      expect(copies()).toHaveLength(1)
    })
  })

  describe('how many', () => {
    test('the newest by setting stay, and what somebody named otherwise', async () => {
      const ground = makeGround(await open(), '2026-11-20T10:00:00Z')
      const theirs = [
        'pols.polsbackup',
        'oude-pols-20200101T000000Z.polsbackup',
        'pols-20200101T000000Z.txt',
        'brief.odt',
      ]
      for (const name of theirs) writeFileSync(join(folder, name), 'theirs')
      const one = instance(ground, 'one', { keep: 3 })
      for (let day = 20; day < 26; day += 1) {
        ground.clock.set(`2026-11-${day}T10:00:00Z`)
        await one.look()
      }
      const left = readdirSync(folder).filter((name) => name !== 'last-alive')
      expect(left.sort()).toEqual(
        [...theirs, ...[23, 24, 25].map((day) => `pols-202611${day}T100000Z.polsbackup`)].sort(),
      )
    })

    test('none of ours stays longer than 35 days, whatever the number to keep', async () => {
      const ground = makeGround(await open(), '2026-11-25T10:00:00Z')
      for (const name of ['pols-20261021T095900Z', 'pols-20261021T100100Z', 'pols-20200101T000000Z'])
        writeFileSync(join(folder, `${name}.polsbackup`), 'x')
      await instance(ground, 'one', { keep: 35 }).look()
      expect(copies()).toEqual(['pols-20261021T100100Z.polsbackup', 'pols-20261125T100000Z.polsbackup'])
    })

    test('notes of what was erased outlive the oldest copy, in the database and beside the copies', async () => {
      const store = await open()
      const ground = makeGround(store, '2026-09-30T21:00:00Z')
      const one = instance(ground)
      await store.db.transaction().execute((trx) => noteErasure(ground, trx, 'stop', 'xy', 'p1'))
      await one.look()
      const kept = async () => {
        await sweepRetention(ground, ground.clock.now())
        const { rows } = await store.pool.query('select 1 from erasure')
        return [rows.length, openJournal(folder, KEY).read().length]
      }
      expect(await kept()).toEqual([1, 1])
      // Nine o'clock in the evening, 39 days later: by then a copy of that evening is gone for four.
      ground.clock.set('2026-11-08T21:00:00Z')
      await one.look()
      expect(copies()).toEqual(['pols-20261108T210000Z.polsbackup'])
      expect(await kept()).toEqual([1, 1])
      ground.clock.set('2026-11-11T21:00:00Z')
      await one.look()
      expect(await kept()).toEqual([0, 0])
    })
  })

  describe('what goes wrong', () => {
    test('a folder that is none: a sentence, an hour of rest for every instance, and then it is tried again', async () => {
      const ground = makeGround(await open(), '2026-11-25T10:00:00Z')
      rmSync(folder, { recursive: true })
      writeFileSync(folder, 'a file')
      const [one, other] = [instance(ground), instance(ground, 'other')]
      const tries = () => ground.logs.filter((line) => line.includes('the backup of this night failed')).length
      for (let minute = 0; minute < 60; minute += 1) {
        await Promise.all([one.look(), other.look()])
        ground.clock.pass({ minutes: 1 })
      }
      expect(tries()).toBe(1)
      // Of the journal each instance tells once, not each minute.
      expect(ground.logs.filter((line) => line.includes('the journal of what was erased cannot be'))).toHaveLength(2)
      const states = [one, other].map(({ backups }) => backups.state())
      expect(states).toContainEqual({
        ...{ newest: null, failed: true },
        why: expect.stringMatching(
          /^The backup .*\.polsbackup was not written: its folder is a file\. Nothing is left of it\. It is tried again in an hour\.$/,
        ),
      })
      expect(states).toContainEqual({
        ...{ newest: null, failed: true },
        why: 'BACKUP_DIR: nothing can be written there now: its folder is a file. What is erased is not in the journal beside the backups; it is tried again each minute.',
      })
      ground.clock.pass({ minutes: 1 })
      await Promise.all([one.look(), other.look()])
      expect(tries()).toBe(2)

      rmSync(folder)
      ground.clock.pass({ minutes: 61 })
      await one.look()
      await other.look()
      expect(copies()).toHaveLength(1)
      for (const { backups } of [one, other]) expect(backups.state()).toMatchObject({ failed: false, why: null })
    })

    test('a folder that is not there is made, for this user only', async () => {
      const ground = makeGround(await open())
      const deep = join(folder, 'not', 'there')
      await instance(ground, 'one', { folder: deep }).look()
      expect(copies(deep)).toHaveLength(1)
    })

    test('a journal of another key: the copy is made all the same, and the status says what to do', async () => {
      const store = await open()
      const ground = makeGround(store)
      openJournal(folder, 'another key for backups, long enough').append([
        { id: 'a', what: 'stop', subject: 'xy p1', at: '2026-11-25T16:00:00Z' },
      ])
      const one = instance(ground)
      await store.db.transaction().execute((trx) => noteErasure(ground, trx, 'stop', 'xy', 'p2'))
      await one.look()
      expect(copies()).toHaveLength(1)
      expect(one.backups.state()).toMatchObject({
        failed: true,
        why: expect.stringContaining('do not open with POLS_BACKUP_KEY'),
      })
      rmSync(join(folder, 'erased-2026-11.journal'))
      await one.look()
      expect(one.backups.state()).toMatchObject({ failed: false })
      expect(openJournal(folder, KEY).read()).toMatchObject([{ subject: 'xy p2' }])
    })

    test('a half never counts as a copy, and goes when whoever wrote it is long gone', async () => {
      const ground = makeGround(await open(), '2026-11-25T16:00:00Z')
      const [dead, busy] = ['pols-20261125T030000Z.polsbackup.part', 'pols-20261125T155900Z.polsbackup.part']
      for (const name of [dead, busy]) writeFileSync(join(folder, name), 'half')
      const one = instance(ground)
      expect(one.backups.state()?.newest).toBeNull()
      await one.look()
      expect([existsSync(join(folder, dead)), existsSync(join(folder, busy))]).toEqual([false, true])
      expect(copies()).toEqual(['pols-20261125T160000Z.polsbackup'])
      expect((await checkBackup(join(folder, copies()[0]!), KEY)).counts.organisation).toBe(0)
    })

    test('a night that fails takes none of the copies that are there', async () => {
      const store = await open()
      const ground = makeGround(store, '2026-11-25T10:00:00Z')
      const one = instance(ground, 'one', { keep: 1 })
      await one.look()
      await store.pool.query('alter table kysely_migration rename to gone')
      ground.clock.set('2026-11-26T10:00:00Z')
      await one.look()
      expect(copies()).toEqual(['pols-20261125T100000Z.polsbackup'])
      expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
      // Of an error that is not ours no word is repeated.
      expect(one.backups.state()?.why).toBe(
        'BACKUP_DIR: nothing can be written there now: the log says where it stopped. It is tried again in an hour.',
      )
      await store.pool.query('alter table gone rename to kysely_migration')
      ground.clock.set('2026-11-27T10:00:00Z')
      await one.look()
      expect(copies()).toEqual(['pols-20261127T100000Z.polsbackup'])
    })
  })
})
