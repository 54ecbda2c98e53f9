/** One person in one round, with a row in every table that may know something of somebody. */
import { sql } from 'kysely'
import type { ChannelName } from '../../src/channels/port.ts'
import type { TestGround } from './ground.ts'
import { setNamed } from './web-samples.ts'

export type PersonRows = { channel: ChannelName; hash: string; contact: string; participants: string[]; runs: string[] }

/** Organisations `xy` and `xyz`, each with a session, an open round of a sample set, and nobody in it. */
export async function plannedRows(ground: TestGround, at = '2026-11-25T17:00:00Z'): Promise<void> {
  const set = JSON.stringify(setNamed('uitgangsvraag'))
  await run(ground, sql`insert into question_set_version values ('set', ${set}::jsonb, ${at})`)
  for (const id of ['xy', 'xyz']) {
    await run(ground, sql`insert into organisation values (${id}, ${id.toUpperCase()}, false, ${at})`)
    await run(ground, sql`insert into series values (${id}, 's', '{"nl":"Meetingpoint"}')`)
    await run(ground, sql`insert into survey values (${id}, 'v', 's')`)
    await run(ground, sql`insert into survey_version values (${id}, 'v', 'h', 'set', '{}', ${at})`)
    await roundRows(ground, id, 'r', at)
  }
}

/** A session with an open round of its own. */
export async function roundRows(ground: TestGround, organisation: string, round: string, at: string): Promise<void> {
  await run(
    ground,
    sql`insert into session (organisation_id, id, series_id, starts_at, ends_at, theme, state, by_hand)
      values (${organisation}, ${`x${round}`}, 's', ${at}, ${at}, 'racisme', 'planned', true)`,
  )
  await run(
    ground,
    sql`insert into round (organisation_id, id, survey_id, survey_hash, session_id, state, opens_at, closes_at, reminded)
      values (${organisation}, ${round}, 'v', 'h', ${`x${round}`}, 'open', ${at}, ${at}, false)`,
  )
}

/** Somebody who takes part in both organisations, answered two questions and wrote a text in each. */
export async function personRows(
  ground: TestGround,
  name: string,
  channel: ChannelName = 'telegram',
): Promise<PersonRows> {
  const { vault } = ground
  const address = { channel, id: `address-of-${name}` }
  const hash = vault.hashAddress(address)
  const contact = `contact-${name}`
  await run(
    ground,
    sql`insert into contact (id, channel, address_hash, address_cipher, state, age_band)
      values (${contact}, ${channel}, ${hash}, ${vault.encryptAddress(address)}, 'reachable', '16-17')`,
  )
  await run(ground, sql`insert into asked values (${contact}, ${`asked-${name}`}, '2026-11-25')`)
  const participants: string[] = []
  const runs: string[] = []
  for (const organisation of ['xy', 'xyz']) {
    const participant = `pseudonym-${organisation}-${name}`
    participants.push(participant)
    await run(
      ground,
      sql`insert into participant (organisation_id, id, language, state, example, joined_on)
        values (${organisation}, ${participant}, 'nl', 'joined', false, '2026-11-20')`,
    )
    await run(ground, sql`insert into contact_link values (${contact}, ${organisation}, ${participant})`)
    await run(
      ground,
      sql`insert into consent values (${organisation}, ${participant}, '2026-12.2026', 'nl', '2026-11-20', null, '2026-12', '2027-08-31')`,
    )
    await run(
      ground,
      sql`insert into consent_ask values (${organisation}, ${participant}, '2026-12.2026', '2026-11-20')`,
    )
    await run(ground, sql`insert into presence values (${organisation}, 'xr', ${participant}, 'link')`)
    await run(
      ground,
      sql`insert into contact_request values (${organisation}, ${`request-${organisation}-${name}`}, ${contact},
        ${vault.encryptText(`@handle-of-${name}`)}, 'waiting', '2026-11-25T17:00:00Z')`,
    )
    await outgoingRow(ground, organisation, `ask-${organisation}-${name}`, {
      kind: 'contact-request',
      subject: `request-${organisation}-${name}`,
    })
    await outgoingRow(ground, organisation, `result-${organisation}-${name}`, { kind: 'result', contact, subject: 'r' })
    runs.push(await runRows(ground, organisation, 'r', name, contact))
  }
  return { channel, hash, contact, participants, runs }
}

/** A run with answers to `worth` and `voice`, and a typed `more`. @returns its id */
export async function runRows(
  ground: TestGround,
  organisation: string,
  round: string,
  name: string,
  contact: string,
): Promise<string> {
  const id = `run-${organisation}-${round}-${name}`
  const answers = {
    worth: { status: 'answered', codes: ['a_lot'] },
    voice: { status: 'declined', codes: [] },
    more: { status: 'answered', codes: [] },
  }
  const state = {
    ...{ turn: 4, at: null, answers, ticked: [], since: 4, toggled: {} },
    ...{ disposition: 'completed', closed: false, movedAt: null },
  }
  await run(
    ground,
    sql`insert into run values (${organisation}, ${id}, ${round}, ${`pseudonym-${organisation}-${name}`}, 'nl', 4,
      ${JSON.stringify(state)}::jsonb, 'completed', null, 4, ${ground.vault.encryptId(`chat-of-${name}:7`)})`,
  )
  for (const [question, { status, codes }] of Object.entries(answers)) {
    await run(
      ground,
      sql`insert into answer values (${organisation}, ${id}, ${question}, ${round}, ${status}, ${codes}::text[], 'nl', '2026-11-25')`,
    )
  }
  await run(
    ground,
    sql`insert into open_text values (${organisation}, ${id}, 'more', ${ground.vault.encryptText(`Geschreven door ${name}`)}, '2026-11-25', false)`,
  )
  await outgoingRow(ground, organisation, `r${id}`, { kind: 'reminder', contact, run: id })
  await run(
    ground,
    sql`insert into one_time_link (token_hash, purpose, organisation_id, run_id, expires_at)
      values (${`token-${id}`}, 'write', ${organisation}, ${id}, '2026-11-25T18:00:00Z')`,
  )
  return id
}

async function outgoingRow(
  ground: TestGround,
  organisation: string,
  id: string,
  about: { kind: string; contact?: string; run?: string; subject?: string },
): Promise<void> {
  await run(
    ground,
    sql`insert into outgoing (organisation_id, id, kind, channel, contact_id, run_id, subject_id, state, send_after, attempts)
      values (${organisation}, ${id}, ${about.kind}, 'telegram', ${about.contact ?? null}, ${about.run ?? null},
        ${about.subject ?? null}, 'due', '2026-11-25T17:00:00Z', 0)`,
  )
}

/** Every row of every table, as text. */
export async function dump(ground: TestGround): Promise<string> {
  const names = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' order by 1`.execute(ground.store.db)
  const tables: string[] = []
  for (const { name } of names.rows) {
    const rows = await sql`select to_jsonb(t)::text as row from ${sql.table(name)} as t order by 1`.execute(
      ground.store.db,
    )
    tables.push(`${name}\n${rows.rows.map((row) => (row as { row: string }).row).join('\n')}`)
  }
  return tables.join('\n')
}

/** How many rows a table has, under a condition. */
export async function count(ground: TestGround, table: string, where = 'true'): Promise<number> {
  const rows = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(ground.store.db)
  return rows.rows[0]!.n
}

const run = (ground: TestGround, statement: ReturnType<typeof sql>) => statement.execute(ground.store.db)
