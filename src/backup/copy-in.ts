/** Lines of a backup back into tables, within the transaction of the caller: all of it, or nothing. */
import { CompiledQuery, type Transaction } from 'kysely'
import { MIGRATIONS } from '../../migrations/index.ts'
import { EngineError, SettingsError } from '../errors.ts'
import type { Tables } from '../store/tables.ts'
import { quoted } from './copy-out.ts'
import type { Line } from './lines.ts'
import { OUR_TABLES } from './our-tables.ts'

/**
 * Makes the tables anew as they were when the copy was made, fills them, and brings them up to date.
 * @param lines of a backup that was read to its end before
 * @throws SettingsError when the copy comes from a newer Pols
 */
export async function copyIn(trx: Transaction<Tables>, lines: AsyncIterable<Line>): Promise<void> {
  let table: Filling | null = null
  let schema: string[] = []
  for await (const line of lines) {
    switch (line.type) {
      case 'about':
        schema = line.about.schema
        await layTables(trx, schema)
        break
      case 'table':
        await table?.done()
        table = await fill(trx, line.name)
        break
      case 'row':
        await table?.add(line.json)
        break
      case 'end':
        await table?.done()
        break
      default: {
        const never: never = line
        return never
      }
    }
  }
  const since = Object.keys(MIGRATIONS).filter((name) => !schema.includes(name))
  await runMigrations(trx, since)
}

/** @throws SettingsError for a name that this version does not know */
export function checkSchema(schema: readonly string[]): void {
  const unknown = schema.filter((name) => !(name in MIGRATIONS))
  if (unknown.length > 0 || schema.length === 0) {
    throw new SettingsError(
      `This backup comes from a newer version of Pols (it has ${unknown.join(', ') || 'no list of changes'}). Install that version or a newer one, and restore with it. Nothing was touched.`,
    )
  }
}

async function layTables(trx: Transaction<Tables>, schema: readonly string[]): Promise<void> {
  checkSchema(schema)
  for (const name of OUR_TABLES) await run(trx, `drop table if exists ${quoted(name)} cascade`)
  await run(
    trx,
    'create table if not exists kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
  )
  await run(trx, 'delete from kysely_migration')
  await runMigrations(trx, schema)
}

async function runMigrations(trx: Transaction<Tables>, names: readonly string[]): Promise<void> {
  for (const name of names.toSorted()) {
    await MIGRATIONS[name]!.up(trx)
    // As the migrator writes it: text, in its own form.
    await run(trx, 'insert into kysely_migration (name, timestamp) values ($1, now()::text)', [name])
  }
}

type Filling = { add(json: string): Promise<void>; done(): Promise<void> }

async function fill(trx: Transaction<Tables>, table: string): Promise<Filling> {
  const columns = await run<{ name: string; identity: boolean }>(
    trx,
    `select column_name as name, is_identity = 'YES' as identity from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  if (columns.length === 0) throw new EngineError(`restore: a table of the backup is not in its own schema: ${table}`)
  const list = columns.map(({ name }) => quoted(name)).join(', ')
  const insert = `insert into ${quoted(table)} (${list}) overriding system value
    select ${list} from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb)`
  let held: string[] = []
  let size = 0
  const flush = async () => {
    if (held.length > 0) await run(trx, insert, [`[${held.join(',')}]`])
    held = []
    size = 0
  }
  return {
    async add(json) {
      held.push(json)
      size += json.length
      if (held.length >= HANDFUL || size >= MOST_CHARACTERS) await flush()
    },
    async done() {
      await flush()
      for (const { name, identity } of columns) {
        if (!identity) continue
        // Numbers go on where they were.
        await run(
          trx,
          `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(name)}), 1), max(${quoted(name)}) is not null) from ${quoted(table)}`,
          [table, name],
        )
      }
    },
  }
}

/** One statement within the transaction. */
export async function run<Row>(trx: Transaction<Tables>, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await trx.executeQuery(CompiledQuery.raw(text, values))).rows as Row[]
}

const HANDFUL = 1000
const MOST_CHARACTERS = 4_000_000
