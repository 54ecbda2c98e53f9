/** Each kind of data has its clock: kept until that day, gone from then on, and a second look changes nothing. */
import { expect, test } from 'vitest'
import { createRetention, type Swept, sweepRetention } from '../../src/people/retention.ts'
import { loseContact, regainContact } from '../../src/rounds/lost.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { count, dump, type PersonRows, personRows, plannedRows, roundRows } from '../support/person-rows.ts'
import { serverExpected } from '../support/postgres.ts'
import { eachStore } from '../support/stores.ts'

const ALICE = 'veldmuis'

eachStore((kind, open) => {
  async function world(change = {}) {
    const ground = makeGround(await open(), '2026-11-25T17:00:00Z', change)
    await plannedRows(ground)
    const person = await personRows(ground, ALICE)
    await say(
      ground,
      `update round set state = 'digested'; update run set state = jsonb_set(state, '{closed}', 'true')`,
    )
    return { ground, person }
  }

  /** Sweeps just before and just after a moment: nothing of this kind goes before, this many rows after, and none again. */
  async function goesAt(ground: TestGround, at: string, kind: string, rows: number): Promise<void> {
    const moment = Temporal.ZonedDateTime.from(`${at}[Europe/Brussels]`)
    expect([at, (await sweepAt(ground, moment.subtract({ minutes: 1 })))[kind]]).toEqual([at, 0])
    expect([at, (await sweepAt(ground, moment))[kind]]).toEqual([at, rows])
    await nothingMore(ground, moment)
  }

  test('texts 90 days, and the answer stays', async () => {
    const { ground, person } = await world()
    await goesAt(ground, '2027-02-24T00:00', 'texts', 2)
    expect(await count(ground, 'open_text')).toBe(0)
    expect(
      await count(ground, 'answer', `run_id = '${person.runs[0]}' and question = 'more' and status = 'answered'`),
    ).toBe(1)
  })

  test('words that were taken back and left lying by a version before go the same night', async () => {
    const { ground, person } = await world()
    const before = await count(ground, 'open_text')
    await say(ground, `update answer set status = 'skipped' where run_id = '${person.runs[0]}'`)
    await sweepRetention(ground, ground.clock.now())
    expect(before - (await count(ground, 'open_text'))).toBeGreaterThan(0)
    expect(await count(ground, 'open_text', `run_id = '${person.runs[0]}'`)).toBe(0)
  })

  test('the link 30 days after stopping: the answers are nobody’s, the other organisation goes on', async () => {
    const { ground, person } = await world()
    await say(
      ground,
      `update participant set state = 'stopped', stopped_on = '2026-11-26' where organisation_id = 'xy'`,
    )
    await say(
      ground,
      `insert into contact_request values ('xyz', 'other', '${person.contact}', 'c', 'waiting', '2026-12-26T12:00:00Z')`,
    )
    // The round is still open: its cards are needed by who is still there.
    await say(ground, `update round set state = 'open', closes_at = '2027-06-01' where organisation_id = 'xy'`)
    await goesAt(ground, '2026-12-26T00:00', 'links', 1)
    expect(await count(ground, 'contact')).toBe(1)
    expect(await links(ground, person)).toEqual(['xyz'])
    expect(await count(ground, 'answer', `organisation_id = 'xy'`)).toBe(3)
    // Nothing else may lead from the contact to the run.
    expect(await count(ground, 'outgoing', `organisation_id = 'xy'`)).toBe(0)
    expect(await count(ground, 'one_time_link', `run_id = '${person.runs[0]}'`)).toBe(0)
    expect(
      await count(ground, 'run', `id = '${person.runs[0]}' and (card_cipher is not null or moved_at is not null)`),
    ).toBe(0)
    expect(await count(ground, 'contact_request')).toBe(1)
    await say(
      ground,
      `update participant set state = 'stopped', stopped_on = '2026-11-27' where organisation_id = 'xyz'`,
    )
    await goesAt(ground, '2026-12-27T00:00', 'links', 1)
    expect(await count(ground, 'contact')).toBe(0)
    expect(await count(ground, 'participant')).toBe(2)
    for (const trace of [person.contact, person.hash]) expect(await dump(ground)).not.toContain(trace)
  })

  test('answers and presence three months after the working year; rounds, digests and tallies stay', async () => {
    const { ground } = await world()
    for (const at of ['2027-08-31T21:30:00Z', '2027-08-31T22:30:00Z']) {
      await roundRows(ground, 'xy', `r${at.slice(11, 13)}`, at)
      await say(ground, `insert into presence values ('xy', 'xr${at.slice(11, 13)}', 'pseudonym-xy-${ALICE}', 'tap')`)
    }
    await say(
      ground,
      `insert into digest (organisation_id, id, round_id, content, created_at) values ('xy', 'd', 'r', '{}', now())`,
    )
    await say(ground, `insert into tally values ('xy', 'r', 'worth', 'a_lot', 3)`)
    await goesAt(ground, '2027-12-01T00:00', 'runs', 2)
    expect(await count(ground, 'answer')).toBe(0)
    // Half past eleven in the evening of the last day is in the old year, half past midnight in the new one.
    expect(await count(ground, 'presence')).toBe(1)
    expect(await count(ground, 'presence', `session_id = 'xr22'`)).toBe(1)
    for (const [table, rows] of [
      ['round', 4],
      ['session', 4],
      ['digest', 1],
      ['tally', 1],
    ] as const)
      expect([table, await count(ground, table)]).toEqual([table, rows])
  })

  test('once a night from three o’clock on, by two instances or after a week away, and the log has counts only', async () => {
    const { ground, person } = await world({ keep: { textDays: 1, stoppedDays: 30, answerMonths: 3 } })
    const [one, two] = [createRetention(ground), createRetention(ground)]
    const write = (on: string) =>
      say(ground, `insert into open_text values ('xy', '${person.runs[0]}', 'worth', 'c', '${on}', false)`)
    await write('2026-11-23')
    await one(zoned('2026-11-25T18:00').toInstant())
    expect(await count(ground, 'open_text', `question = 'worth'`)).toBe(0)
    await write('2026-11-24')
    for (const at of ['2026-11-25T23:59', '2026-11-26T02:59']) await one(zoned(at).toInstant())
    expect(await count(ground, 'open_text', `question = 'worth'`)).toBe(1)
    await Promise.all([one, two].map((look) => look(zoned('2026-11-26T03:00').toInstant())))
    expect(await count(ground, 'open_text', `question = 'worth'`)).toBe(0)
    await one(zoned('2026-12-10T14:00').toInstant())
    expect(await count(ground, 'open_text')).toBe(0)
    const logs = ground.logs.join('\n')
    expect(logs).toContain('"texts":1')
    for (const trace of [ALICE, person.hash, 'Geschreven']) expect(logs).not.toContain(trace)
  })

  // The rest is the same SQL, and the embedded store opens slowly.
  if (kind === 'embedded' && serverExpected()) return

  test('texts as short as the organisation says', async () => {
    const { ground } = await world({ keep: { textDays: 7, stoppedDays: 30, answerMonths: 3 } })
    await goesAt(ground, '2026-12-03T00:00', 'texts', 2)
  })

  test('who comes back in time keeps the link; who is lost again starts a new month', async () => {
    const { ground, person } = await world()
    await loseContact(ground, person.contact)
    ground.clock.set('2026-12-20T12:00:00Z')
    await regainContact(ground, person.hash)
    expect((await sweepAt(ground, zoned('2027-01-10T12:00'))).links).toBe(0)
    ground.clock.set('2027-01-10T12:00:00Z')
    await loseContact(ground, person.contact)
    // A second refusal by the platform does not put the clock back.
    ground.clock.set('2027-01-20T12:00:00Z')
    await loseContact(ground, person.contact)
    await goesAt(ground, '2027-02-09T00:00', 'links', 2)
    expect(await count(ground, 'contact')).toBe(0)
  })

  test('a stop or a loss of before the days were written down counts from the first night', async () => {
    const { ground } = await world()
    await say(ground, `update participant set state = 'stopped' where organisation_id = 'xy'`)
    expect((await sweepAt(ground, zoned('2026-12-01T04:00'))).links).toBe(0)
    await goesAt(ground, '2026-12-31T00:00', 'links', 1)
    await say(ground, `update contact set state = 'gone'`)
    expect((await sweepAt(ground, zoned('2027-01-05T04:00'))).links).toBe(0)
    await goesAt(ground, '2027-02-04T00:00', 'links', 1)
  })

  test('the link a year after consent ended without a new yes', async () => {
    const { ground } = await world()
    await goesAt(ground, '2028-08-31T00:00', 'links', 2)
  })

  test('a working year that begins in January, and no months after it', async () => {
    const { ground } = await world({ workingYear: '01-01', keep: { textDays: 90, stoppedDays: 30, answerMonths: 0 } })
    await goesAt(ground, '2027-01-01T00:00', 'runs', 2)
  })

  test('answers of a round that has no digest yet wait for it', async () => {
    const { ground } = await world()
    await say(ground, `update round set state = 'closed' where organisation_id = 'xy'`)
    expect((await sweepAt(ground, zoned('2028-01-05T04:00'))).runs).toBe(1)
    expect(await count(ground, 'answer', `organisation_id = 'xy'`)).toBe(3)
    await say(ground, `update round set state = 'digested'`)
    expect((await sweepAt(ground, zoned('2028-01-06T04:00'))).runs).toBe(1)
  })

  test('more runs than one statement takes', async () => {
    const { ground } = await world()
    await say(
      ground,
      `insert into participant (organisation_id, id, language, state, example, joined_on)
      select 'xy', 'many' || n, 'nl', 'joined', false, '2026-11-25' from generate_series(1, 1200) as n`,
    )
    await say(
      ground,
      `insert into run (organisation_id, id, round_id, participant_id, language, turn, state, card_turn)
      select 'xy', 'many' || n, 'r', 'many' || n, 'nl', 1, '{"closed":true}', 1 from generate_series(1, 1200) as n`,
    )
    expect((await sweepAt(ground, zoned('2027-12-01T04:00'))).runs).toBe(1202)
  })

  test('where a card stands, three days after its round', async () => {
    const { ground } = await world()
    // The last word on a card may still be on its way, after a long downtime.
    expect((await sweepAt(ground, zoned('2026-11-28T18:01'))).cards).toBe(0)
    await say(ground, `update outgoing set state = 'sent'`)
    await goesAt(ground, '2026-11-28T18:01', 'cards', 2)
    expect(await count(ground, 'run', 'card_cipher is not null')).toBe(0)
  })

  test('consent three years, and with it the person of whom nothing else is left', async () => {
    const { ground } = await world()
    await say(ground, `update consent set withdrawn_on = '2026-12-10' where organisation_id = 'xy'`)
    await sweepAt(ground, zoned('2029-11-01T04:00'))
    expect([await count(ground, 'contact_link'), await count(ground, 'run')]).toEqual([0, 0])
    await goesAt(ground, '2029-11-21T00:00', 'consents', 1)
    expect(await count(ground, 'participant')).toBe(1)
    await goesAt(ground, '2029-12-11T00:00', 'participants', 1)
    for (const table of ['participant', 'consent', 'consent_ask'])
      expect([table, await count(ground, table)]).toEqual([table, 0])
  })

  test('the ledger 183 days, links and codes when they end, a wish to be contacted a week, a proposal a year', async () => {
    const { ground } = await world()
    await say(
      ground,
      `insert into join_link (token_hash, organisation_id, id, expires_at) values ('j', 'xy', 'j', '2026-11-30T12:00:00Z')`,
    )
    await say(ground, `insert into link_code values ('k', 'xy', 'coach', '2026-11-30T12:00:00Z', null)`)
    for (const [id, state] of [
      ['old', 'done'],
      ['waits', 'new'],
    ])
      await say(ground, `insert into proposal values ('xy', '${id}', 'c', 'nl', false, '${state}', '2026-11-25')`)
    await goesAt(ground, '2026-11-25T19:01', 'oneTime', 2)
    await goesAt(ground, '2026-11-30T13:01', 'codes', 1)
    await goesAt(ground, '2026-12-02T18:01', 'requests', 2)
    expect(await count(ground, 'outgoing', `kind = 'contact-request'`)).toBe(0)
    await goesAt(ground, '2026-12-30T13:01', 'joinLinks', 1)
    // The ledger knows no organisation, and so no local midnight.
    await goesAt(ground, '2027-05-28T02:00', 'asked', 1)
    await goesAt(ground, '2027-11-26T00:00', 'proposals', 2)
    expect(await count(ground, 'proposal')).toBe(0)
  })

  test('an organisation whose file is gone keeps nothing longer', async () => {
    const { ground } = await world()
    const nobody = { ...ground, config: () => ({ ...ground.config(), organisations: new Map() }) }
    expect((await sweepRetention(nobody, zoned('2027-12-01T04:00').toInstant())).runs).toBe(2)
  })

  async function nothingMore(ground: TestGround, at: Temporal.ZonedDateTime): Promise<void> {
    const before = await dump(ground)
    expect(Object.values(await sweepAt(ground, at)).filter((rows) => rows > 0)).toEqual([])
    expect(await dump(ground)).toBe(before)
  }
})

const zoned = (at: string) => Temporal.ZonedDateTime.from(`${at}[Europe/Brussels]`)

const sweepAt = (ground: TestGround, at: Temporal.ZonedDateTime): Promise<Swept> =>
  sweepRetention(ground, at.toInstant())

async function say(ground: TestGround, statement: string): Promise<void> {
  for (const one of statement.split(';')) await ground.store.pool.query(one)
}

async function links(ground: TestGround, person: PersonRows): Promise<string[]> {
  const rows = await ground.store.db
    .selectFrom('contact_link')
    .select('organisation_id')
    .where('contact_id', '=', person.contact)
    .execute()
  return rows.map((row) => row.organisation_id)
}
