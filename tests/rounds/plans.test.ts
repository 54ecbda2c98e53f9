/** What is done each minute, for a page, for one person or for one session never reads all answers, runs, rows or people. */
import { expect, onTestFinished, test } from 'vitest'
import { syncPlan } from '../../src/dialogue/agreements.ts'
import { readRowRounds } from '../../src/export/read-rows.ts'
import { freezeUsage } from '../../src/instrumentarium/usage-facts.ts'
import { erasePerson } from '../../src/people/erasing.ts'
import { readMyData } from '../../src/people/my-data.ts'
import { ensurePagePlace } from '../../src/people/places.ts'
import { sweepRetention } from '../../src/people/retention.ts'
import { stopAskingEverywhere } from '../../src/people/stopping.ts'
import { closeRound } from '../../src/rounds/close-round.ts'
import { readLiveMarks } from '../../src/rounds/live-marks.ts'
import { openDueRounds } from '../../src/rounds/open-round.ts'
import { readOverview } from '../../src/rounds/overview.ts'
import { makeReport } from '../../src/rounds/reports.ts'
import { roundFactsReader } from '../../src/rounds/round-facts.ts'
import { addSession } from '../../src/rounds/sessions.ts'
import { createSweep } from '../../src/rounds/sweep.ts'
import { openStore } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'
import { joinMany } from '../support/large-group.ts'
import { listenForPlans } from '../support/plans.ts'
import { describeOnServer, freshDatabase } from '../support/postgres.ts'

const LONG = { timeout: 180_000 }
/** What grows with people and years; the rest grows with organisations, or with what somebody types. */
const GROWING = new Set(
  ['answer', 'run', 'outgoing', 'open_text', 'presence', 'participant', 'contact', 'contact_link', 'consent']
    .concat(['consent_ask', 'digest', 'release', 'session', 'round', 'moment', 'inbound', 'asked', 'audit'])
    .concat(['one_time_link', 'quote', 'counted_round', 'rollup_part', 'feedback']),
)
/** Indexes that hold what waits, and lose it again when it is done. */
const FEW = new Set(
  ['outgoing_due', 'outgoing_run', 'outgoing_next', 'outgoing_again', 'outgoing_recipient'].concat([
    'digest_few',
    'quote_waiting',
    'contact_gone',
  ]),
)

/** Forgetting may go through these once a night: an index would cost more at each ask, link and message than it saves. */
const ONCE_A_NIGHT = [
  'delete from asked where asked_on <',
  'delete from one_time_link where expires_at <',
  "delete from outgoing where kind = 'contact-request'",
  "delete from outgoing where kind = 'joint'",
  'delete from outgoing where writer_id in',
]

async function busyHouse() {
  const database = await freshDatabase()
  const store = await openStore({ url: database.url }, () => {})
  onTestFinished(async () => {
    await store.close()
    await database.drop()
  })
  const ground = makeGround(store, '2026-11-25T17:00:00Z')
  await syncPlan(ground, ground.config())
  const organisation = ground.config().organisations.get('xy')!
  await ensurePagePlace(ground, 'xy')
  const now = ground.clock.now()
  await joinMany(store, organisation, 60, now)
  const times = { startsAt: now.subtract({ hours: 2 }), endsAt: now.subtract({ minutes: 1 }) }
  await addSession(ground, 'xy', { seriesId: 'meetingpoint', ...times, theme: null }, 'test')
  await openDueRounds(ground, organisation, now)
  await store.pool.query(
    `update run set card_turn = 1, state = jsonb_set(state, '{answers}', '{"worth":{"status":"answered","codes":["a_lot"]}}')`,
  )
  await store.pool.query(`insert into answer (organisation_id, run_id, question, round_id, status, codes, language, answered_on)
    select organisation_id, id, 'worth', round_id, 'answered', '{a_lot}', 'nl', '2026-11-25' from run`)
  for (const one of [
    `insert into open_text select organisation_id, run_id, 'more', '${ground.vault.encryptText('x')}', '2026-11-25' from answer`,
    `insert into quote (organisation_id, id, round_id, run_id, question, form, state, chosen_by, chosen_at)
      select organisation_id, 'q' || id, round_id, id, 'more', 'quote', 'draft', 's', '2026-11-25' from run limit 3`,
    `insert into one_time_link (token_hash, purpose, contact_id, expires_at) select 't' || id, 'my-data', id, '2026-11-26' from contact`,
    `insert into consent_ask select organisation_id, id, 'before', '2026-01-01' from participant`,
    `insert into inbound select 'telegram', id, '2026-11-25' from contact`,
    `insert into contact_request (organisation_id, id, contact_id, handle_cipher, state, asked_at)
      select 'xy', 'request' || id, id, '${ground.vault.encryptText('x')}', 'waiting', '2026-11-25' from contact limit 3`,
    `insert into digest (organisation_id, id, round_id, content, created_at)
      select 'xy', 'd' || n, null, '{"participation":{"form":"few"},"date":"2026-01-01","example":false}', '2026-01-01' from generate_series(1, 50) as n`,
    `insert into release select 'xy', 'd' || n, 0, '{}' from generate_series(1, 50) as n`,
    `insert into feedback select 'xy', 'd' || n, '{}', '2026-01-01' from generate_series(1, 50) as n`,
    `insert into rollup_part select 'xy', id, null from round`,
  ]) {
    await store.pool.query(one)
  }
  const round = (await store.pool.query<{ id: string }>('select id from round')).rows[0]!.id
  const plans = listenForPlans(store, database.url, FEW)
  /** Growing tables that were read from end to end, each with the statement that did. */
  const whole = async () =>
    (await plans()).filter(
      ({ table, statement }) => GROWING.has(table) && !ONCE_A_NIGHT.some((one) => statement.startsWith(one)),
    )
  const close = () => closeRound(ground, roundFactsReader(ground), 'xy', round, 'clock')
  return { store, ground, organisation, whole, close }
}

describeOnServer('no statement reads all of a table that grows', () => {
  test('closing a round, with its digest', LONG, async () => {
    const { whole, close } = await busyHouse()
    expect(await close()).toBe(true)
    expect(await whole()).toEqual([])
  })

  test('a sweep: with a round to open and to close, and with nothing to do', LONG, async () => {
    const { store, ground, whole } = await busyHouse()
    const sweep = createSweep(ground, { readFacts: roundFactsReader(ground), wake() {} })
    await sweep()
    ground.clock.pass({ hours: 73 })
    await sweep()
    await sweep()
    expect(ground.logs.filter((line) => line.includes('part of the sweep failed'))).toEqual([])
    expect(await whole()).toEqual([])
    expect((await store.pool.query('select state from round')).rows).toEqual([{ state: 'digested' }])
  })

  test('the page of an organisation, and what keeps it up to date', LONG, async () => {
    const { ground, organisation, whole, close } = await busyHouse()
    await close()
    await whole()
    await readOverview(ground, organisation, [])
    await readLiveMarks(ground, 'xy')
    expect(await whole()).toEqual([])
  })

  test('a report on the working year', LONG, async () => {
    const { ground, organisation, whole, close } = await busyHouse()
    await close()
    await whole()
    await makeReport(ground, organisation, 'year-end', 'test')
    expect(await whole()).toEqual([])
  })

  test('one person: their own data, stopping, erasing everything', LONG, async () => {
    const { ground, whole, close } = await busyHouse()
    await close()
    await whole()
    expect((await readMyData(ground, 'c1'))?.organisations).toHaveLength(1)
    expect(await stopAskingEverywhere(ground, 'telegram', 'h1')).toBe(1)
    expect((await erasePerson(ground, 'telegram', 'h1'))?.runs).toHaveLength(1)
    expect(await whole()).toEqual([])
  })

  test('rows that leave under an agreement, and facts of use', LONG, async () => {
    const { ground, organisation, whole, close } = await busyHouse()
    await close()
    await whole()
    const sharing = { year: 2026, surveyId: null }
    expect((await readRowRounds(ground, organisation, sharing)).rounds).toHaveLength(1)
    await ground.store.pool.query(`insert into usage_agreement values ('xy', 's', '2026-09-01')`)
    ground.clock.set('2027-03-02T12:00:00Z')
    await freezeUsage(ground, ground.clock.now())
    expect(await whole()).toEqual([])
  })

  test('a night of forgetting', LONG, async () => {
    const { ground, whole, close } = await busyHouse()
    await close()
    await whole()
    ground.clock.set('2029-10-02T03:00:00Z')
    expect(await sweepRetention(ground, ground.clock.now())).toMatchObject({ runs: 60 })
    expect(await whole()).toEqual([])
  })
})
