import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openJournal } from '../../src/backup/journal.ts'

const KEY = 'a key for backups that is long enough'
const note = (id: string, at = '2026-11-25T17:00:00Z') => ({ id, what: 'stop', subject: 'xy Duinroos', at })
const instant = (text: string) => Temporal.Instant.from(text)
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pols-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

test('gives back what was put in, also to another process, and shows nothing of it', () => {
  const path = join(folder, 'new', 'folder')
  const journal = openJournal(path, KEY)
  expect(journal.read()).toEqual([])
  journal.append([note('a'), note('b', '2026-12-01T00:00:00Z')])
  openJournal(path, KEY).append([note('c')])
  expect(
    openJournal(path, KEY)
      .read()
      .map(({ id }) => id),
  ).toEqual(['a', 'c', 'b'])
  expect(openJournal(path, KEY).read()[0]).toEqual(note('a'))
  for (const name of readdirSync(path)) {
    expect(readFileSync(join(path, name), 'utf8')).not.toMatch(/Duinroos|stop/)
    expect(statSync(join(path, name)).mode & 0o077).toBe(0)
  }
})

test('a line that a crash cut off does not spoil those before and after it', () => {
  const journal = openJournal(folder, KEY)
  journal.append([note('a')])
  appendFileSync(join(folder, 'erased-2026-11.journal'), 'half a li')
  expect(journal.read().map(({ id }) => id)).toEqual(['a'])
  journal.append([note('b')])
  expect(journal.read().map(({ id }) => id)).toEqual(['a', 'b'])
})

test('under another key, or altered all over, it is refused: what it says must not be forgotten in silence', () => {
  openJournal(folder, KEY).append([note('a'), note('b')])
  expect(() => openJournal(folder, 'another key for backups, long enough').read()).toThrow(
    'do not open with POLS_BACKUP_KEY',
  )
  writeFileSync(join(folder, 'erased-2026-10.journal'), 'x\n'.repeat(9))
  expect(() => openJournal(folder, KEY).read()).toThrow('9 of 9 lines')
})

test('files go by the month, when all in them is old', () => {
  const journal = openJournal(folder, KEY)
  journal.append([note('old', '2026-09-30T23:00:00Z'), note('newer', '2026-10-01T00:00:00Z')])
  journal.forget(instant('2026-10-01T00:00:00Z'))
  expect(journal.read()).toHaveLength(2)
  journal.forget(instant('2026-10-01T00:00:01Z'))
  expect(journal.read().map(({ id }) => id)).toEqual(['newer'])
})

test('knows when Pols was last seen alive', () => {
  const journal = openJournal(folder, KEY)
  expect(journal.lastSign()).toBeNull()
  journal.sign(instant('2026-11-25T17:00:00Z'))
  journal.sign(instant('2026-11-25T17:01:00Z'))
  expect(journal.lastSign()).toEqual(instant('2026-11-25T17:01:00Z'))
  expect(readdirSync(folder)).toEqual(['last-alive'])
})
