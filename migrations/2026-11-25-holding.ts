/**
 * What holds it together: the shared pace of a bot account, which rows go first, and what was erased or stopped, for a
 * backup that is put back. Only adds: the version before keeps running on it.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = `
create table pace (
  channel text not null,
  scope text not null,
  next_at timestamptz not null,
  paused_until timestamptz,
  primary key (channel, scope)
);
alter table outgoing add column urgent boolean not null default false;
create table erasure (
  id text primary key,
  what text not null,
  subject text not null,
  at timestamptz not null
);
create index erasure_at on erasure (at);
`
  .split(';\n')
  .filter((statement) => statement.trim() !== '')
