/**
 * What would keep the same code from running on Citus, YugabyteDB or CockroachDB: statements and types that they lack
 * (docs/scale.md names the sources), and tables that could not be spread by organisation.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownDatabase } from '../stories/database.ts'
import { ROOT } from '../support/house-rules.ts'
import { describeOnServer } from '../support/postgres.ts'

/** What they lack, at least one of them. */
const LACKING: { what: string; when: RegExp }[] = [
  { what: 'notifications', when: /(?<![\w.])(notify|listen|unlisten) +"?[a-z_]+"?(,| *[`;'])/ },
  { what: 'advisory locks', when: /pg_(try_)?advisory/ },
  { what: 'locks on tables', when: /\block table\b/ },
  { what: 'system columns', when: /\b(xmin|xmax|ctid|cmin|tableoid)\b/ },
  { what: 'extensions', when: /\bcreate extension\b/ },
  { what: 'triggers and procedures', when: /\bcreate (or replace )?(trigger|function|procedure|rule)\b|\bdo \$/ },
  { what: 'exclusion constraints', when: /\bexclude using\b/ },
  { what: 'deferred constraints', when: /\bdeferrable\b|\bset constraints\b/ },
  { what: 'inheritance', when: /\binherits *\(/ },
  { what: 'tables of one session or without a log', when: /\bcreate (temp|temporary|unlogged) table\b/ },
  { what: 'other indexes than B-tree', when: /\busing (gist|gin|brin|hash|spgist)\b/ },
  {
    what: 'types',
    when: /::(citext|hstore|ltree|tsvector|xml|money|point|cidr)\b|\b(citext|hstore|tsvector|money)\b(?= *(not null|,|$))/,
  },
  { what: 'merge', when: /\bmerge into\b/ },
  { what: 'cursors', when: /\bdeclare \w+ (no scroll |scroll )?cursor\b/ },
  { what: 'views of the server', when: /\bpg_(locks|stat_\w+|prepared_\w+|cursors)\b/ },
  { what: 'numbers of transactions', when: /\b(txid_current|pg_current_xact_id|pg_snapshot)\w*\b/ },
  { what: 'samples of a table', when: /\btablesample\b/ },
  { what: 'paths into JSON', when: /\bjsonb_path_\w+|@\?|@@/ },
  { what: 'another type for a column', when: /\balter column \w+ (set data )?type\b/ },
  { what: 'unique nulls', when: /\bnulls not distinct\b/ },
]

/** Tables that one statement changes in more than one place; CockroachDB refuses it, for one row changed twice harms it. */
const changedTwice = (statement: string): string[] => {
  const changed = [...statement.matchAll(CHANGES)].map(([, table]) => table!)
  return [...new Set(changed.filter((table, at) => changed.indexOf(table) !== at))]
}
const CHANGES = /(?<!for |do |key )\b(?:insert into|delete from|update) (\w+)/g

/** Where one table is changed twice, and why it is never one row: the session is told that it may (`store/engine.ts`). */
const TWICE: Record<string, string> = {
  'src/rounds/close-round.ts: outgoing': 'what waits is cancelled, and what goes out is new',
  'src/store/replies.ts: open_text': 'of one question there are words or there are none',
  'src/store/replies.ts: presence': 'somebody says that they are there, or that they are not',
  'src/store/tap-store.ts: presence':
    'the same, of each run once; another row unless two cards of one person were tapped in one moment, one for and one against',
}

/** What stands there all the same, with why; each must go, or be done otherwise, before an engine that lacks it is used. */
const KNOWN: Record<string, string> = {
  'src/dialogue/story-keep.ts: system columns': 'which transaction wrote a row last; a look, never a decision',
  'src/backup/target.ts: views of the server':
    'whether others are connected; where the view is empty, a restore asks nobody',
  'src/people/key-watch.ts: views of the server':
    'ends the lines of others while a key changes; where the view is empty, stop them first',
  'src/backup/copy-out.ts: cursors': 'streams a table; CockroachDB and YugabyteDB have them without options',
}

const sources: string[] = ['src', 'migrations'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
)

const KNOWN_HERE = Object.keys(KNOWN).filter((known) => sources.includes(known.split(':')[0]!))

/** The statements of a file: what stands between backquotes, without remarks, in small letters. */
const statementsIn = (text: string): string[] =>
  [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/`((?:[^`\\]|\\.)*)`/g)]
    .map(([, statement]) => statement!.toLowerCase())
    .filter((statement) =>
      /\b(select|insert|update|delete|create|alter|lock|merge|declare|begin|set)\b/.test(statement),
    )

test('no statement asks for what one of the engines lacks', () => {
  const found = sources.flatMap((file) => {
    const statements = statementsIn(readFileSync(join(ROOT, file), 'utf8')).join('\n')
    return LACKING.filter(({ when }) => when.test(statements)).map(({ what }) => `${file}: ${what}`)
  })
  expect(found.sort()).toEqual(KNOWN_HERE.sort())
})

test('one table is changed twice only where it is never one row', () => {
  const found = sources
    .filter((file) => !file.startsWith('migrations/'))
    .flatMap((file) =>
      statementsIn(readFileSync(join(ROOT, file), 'utf8'))
        .flatMap(changedTwice)
        .map((table) => `${file}: ${table}`),
    )
  expect([...new Set(found)].sort()).toEqual(Object.keys(TWICE).sort())
})

test('a table is changed twice, and is not by a lock or by what to do on a conflict', () => {
  expect(changedTwice('with a as (delete from run) insert into run values (1)')).toEqual(['run'])
  expect(
    changedTwice(
      'with a as (select 1 from run for update of run), b as (select 1 from run for no key update) insert into run values (1) on conflict (id) do update set id = 2',
    ),
  ).toEqual([])
})

test.each([
  ['select pid from pg_stat_activity', 'views of the server'],
  ['alter table run alter column turn type bigint', 'another type for a column'],
  ['select pg_advisory_xact_lock(1)', 'advisory locks'],
  ['lock table run in share mode', 'locks on tables'],
  ['select ctid from run', 'system columns'],
  ['create index x on run using gin (state)', 'other indexes than B-tree'],
  ['alter table run add column x citext', 'types'],
  ['merge into run using y on true', 'merge'],
])('the hunt finds: %s', (statement, what) => {
  const text = statementsIn(`const x = sql\`${statement}\``).join()
  expect(LACKING.filter(({ when }) => when.test(text)).map((one) => one.what)).toEqual([what])
})

/** Small, or found before it is known whose it is: everywhere the same, or by a key of its own. */
const SHARED = [
  ...[
    'organisation',
    'contact_link',
    'asked',
    'contact',
    'erasure',
    'fleeting',
    'inbound',
    'key_check',
    'lease',
    'library_entry',
    'pace',
  ],
  ...['question_set_version', 'restored', 'sheet_field', 'staff_chat', 'usage_fact', 'writer'],
  // Worksheets of several organisations together.
  ...['joint_code', 'joint_entry', 'joint_partner', 'joint_share', 'story_voice'],
]

describeOnServer('the tables', () => {
  test('carry their organisation in front of their key, so that they can be spread by it', async () => {
    const { run } = await ownDatabase()
    const { rows } = await run(`select t.table_name as name, exists (select 1 from information_schema.columns c
        where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'organisation_id') as owned,
        (select array_agg(k.column_name::text order by k.ordinal_position) from information_schema.table_constraints p
          join information_schema.key_column_usage k using (constraint_name, table_schema, table_name)
          where p.table_schema = 'public' and p.table_name = t.table_name and p.constraint_type = 'PRIMARY KEY') as key
      from information_schema.tables t where t.table_schema = 'public' and t.table_name not like 'kysely%' order by 1`)
    const tables = rows as { name: string; owned: boolean; key: string[] | null }[]
    expect(tables.filter(({ key }) => key === null).map(({ name }) => name)).toEqual([])
    const spread = tables.filter(({ owned, key }) => owned && key![0] === 'organisation_id')
    expect(spread.length).toBeGreaterThan(25)
    const rest = tables.filter((table) => !spread.includes(table)).map(({ name }) => name)
    // A code or a link is found before it is known whose it is: spread by its own hash.
    const byHash = rest.filter((name) => tables.find((table) => table.name === name)!.key![0]!.endsWith('_hash'))
    expect(rest.filter((name) => !byHash.includes(name) && !SHARED.includes(name))).toEqual([])
  })
})
