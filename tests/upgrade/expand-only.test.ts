/** Two versions run side by side during an upgrade: what a migration takes away, the older one would miss. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../support/house-rules.ts'
import { breaksOlder } from './breaks-older.ts'

const { commit, version } = JSON.parse(readFileSync(join(ROOT, 'tests', 'upgrade', 'previous.json'), 'utf8')) as {
  commit: string
  version: string
}
const known = new Set(
  execFileSync('git', ['ls-tree', '--name-only', commit, 'migrations/'], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((path) => path.replace('migrations/', '')),
)
const files = readdirSync(join(ROOT, 'migrations')).filter((file) => /^\d.*\.ts$/.test(file))

test(`the migrations of ${version} are as they were`, () => {
  expect(known.size).toBeGreaterThan(3)
  for (const file of files.filter((each) => known.has(each))) {
    const before = execFileSync('git', ['show', `${commit}:migrations/${file}`], { cwd: ROOT, encoding: 'utf8' })
    expect(readFileSync(join(ROOT, 'migrations', file), 'utf8'), file).toBe(before)
  }
})

test(`migrations since ${version} only add, unless their name says that they take away`, () => {
  const later = files.filter((file) => !known.has(file))
  expect(later.length).toBeGreaterThan(0)
  const faults = later
    .filter((file) => !file.includes('-contract'))
    .flatMap((file) =>
      breaksOlder(readFileSync(join(ROOT, 'migrations', file), 'utf8')).map((why) => `${file}: ${why}`),
    )
  expect(faults).toEqual([])
})

test.each([
  ['alter table run drop column state', 'drops'],
  ['drop table answer', 'drops'],
  ['alter table run rename column state to stand', 'renames'],
  ['alter table run alter column turn type bigint', 'changes a type'],
  ['alter table run add column x text not null', 'asks for what an older version does not write'],
  ['alter table run alter column moved_at set not null', 'asks for what an older version does not write'],
  ['alter table run alter column turn set default 3, add constraint c check (turn > 0)', 'forbids'],
  ['create unique index run_state on run (state)', 'forbids'],
  ['truncate answer', 'empties'],
  ["delete from answer where question = 'x'", 'empties'],
])('found: %s', (statement, why) => {
  expect(breaksOlder(`const STATEMENTS = \`\n${statement};\n\``).join()).toContain(why)
})

test.each([
  'alter table run add column x text',
  'alter table run add column x boolean not null default false',
  'create table extra (id text not null primary key, at timestamptz not null, unique (at))',
  'create index run_moved on run (moved_at)',
  'create unique index extra_at on extra (at)',
  "update run set x = 'a'",
])('let through: %s', (statement) => {
  expect(breaksOlder(`const S = \`create table extra (id text);\n${statement};\n\``)).toEqual([])
})
