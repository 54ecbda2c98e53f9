/** What is kept of people with a role: their accounts as long as they serve, what they agreed on for good, by name. */
import { expect, test } from 'vitest'
import { readAgreementLog } from '../../src/dialogue/agreement-log.ts'
import { sweepRetention } from '../../src/people/retention.ts'
import { accept, dismiss, invite, readStaff } from '../../src/people/staff.ts'
import { keepDraft } from '../../src/staff/feedback-draft.ts'
import { expectFrom } from '../../src/staff/staff-chat.ts'
import { writeTask } from '../../src/staff/staff-task.ts'
import type { StaffTurn } from '../../src/staff/turn.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { count, dump, plannedRows } from '../support/person-rows.ts'
import { eachStore } from '../support/stores.ts'

const NAME = 'Veldmuis'
const ADDRESS = { channel: 'telegram' as const, id: 'address-of-veldmuis' }

eachStore((_, open) => {
  async function world() {
    const ground = makeGround(await open())
    await plannedRows(ground)
    return { ground, hash: ground.vault.hashAddress(ADDRESS) }
  }

  test('what somebody is in the middle of goes after a day; which organisation they chose stays', async () => {
    const { ground, hash } = await world()
    await inOffice(ground)
    const turn = {
      ground,
      inbound: { channel: 'telegram' },
      person: { addressHash: hash },
      organisation: { id: 'xy' },
    } as unknown as StaffTurn
    const touched = async () => (await rowsOf(ground, 'staff_chat'))[0]?.touched_at
    await writeTask(turn, { what: 'try' })
    expect(await touched()).toEqual(new Date('2026-11-25T17:00Z'))
    ground.clock.pass({ hours: 1 })
    await keepDraft(turn, { organisationId: 'xy', digestId: 'd', content: {} })
    expect(await touched()).toEqual(new Date('2026-11-25T18:00Z'))
    ground.clock.pass({ hours: 1 })
    await expectFrom(ground, 'telegram', hash, 's.theme')
    await say(
      ground,
      `insert into staff_chat values ('telegram', 'nobody', 'xy', null, null, '{}', null, '2026-11-25T19:00Z')`,
    )
    for (const hours of [18, 19]) expect(await sweep(ground, `2026-11-26T${hours}:01`)).toMatchObject({ unfinished: 0 })
    await goes(ground, '2026-11-26T20:01', { unfinished: 1, strangers: 1 })
    expect(await rowsOf(ground, 'staff_chat')).toEqual([
      {
        channel: 'telegram',
        address_hash: hash,
        organisation_id: 'xy',
        expects: null,
        expects_until: null,
        preview: null,
        draft: null,
        touched_at: new Date('2026-11-25T19:00Z'),
      },
    ])
  })

  test('an invitation goes 30 days after it was used, or could be used no more', async () => {
    const { ground } = await world()
    await inOffice(ground)
    await invite(ground, 'xy', { role: 'worker', name: NAME }, 'coach-page')
    await goes(ground, '2026-12-25T18:01', { invitations: 1 })
    await goes(ground, '2026-12-28T18:01', { invitations: 1 })
    expect(await count(ground, 'invitation')).toBe(0)
    expect(await readStaff(ground, 'telegram', ground.vault.hashAddress(ADDRESS))).not.toBeNull()
  })

  test('who has no role any more is a role and its dates three months after the working year; who agreed is still said', async () => {
    const { ground, hash } = await world()
    const lead = await inOffice(ground)
    const helper = await inOffice(ground, { role: 'helper', task: 'session:xr', until: '2027-08-31T21:00:00Z' })
    const later = await inOffice(ground, { role: 'helper', task: 'session:xr', until: '2027-09-01T21:00:00Z' }, 'Later')
    await proposed(ground, { id: 'p', state: 'agreed', by: lead, hash })
    await say(
      ground,
      `insert into agreement (organisation_id, id, survey_id, survey_hash, agreed_by, agreed_at, proposed_by) values ('xy', 'a', 'v', 'h', '${NAME}', '2026-11-25T18:00Z', 'Coach');
       insert into outgoing (organisation_id, id, kind, channel, staff_id, state, send_after, attempts, external_cipher) values ('xy', 'o', 'proposal', 'telegram', '${lead}', 'sent', '2027-08-01T12:00Z', 0, 'c');
       insert into moment (organisation_id, id, kind, subject_id, owner, owner_staff_id, on_date, minutes, person, reason) values ('xy', 'm', 'other', '2026/m', '${NAME}', '${lead}', '2027-08-31', 60, 'worker', '${NAME} is ziek');
       insert into moment (organisation_id, id, kind, subject_id, owner, owner_staff_id, on_date, minutes, person) values ('xy', 'n', 'other', '2027/m', 'Later', '${lead}', '2027-09-01', 60, 'worker');
       update survey_version set content = '${JSON.stringify(VERSION)}'`,
    )
    ground.clock.set('2027-08-31T12:00:00Z')
    expect(await dismiss(ground, 'xy', lead, 'coach-page')).toBe(true)
    await sweep(ground, '2027-11-30T23:59')
    expect(await count(ground, 'staff', `name = '${NAME}'`)).toBe(2)
    await goes(ground, '2027-12-01T00:00', { staff: 2, keys: 1, moments: 1 })
    expect(await rowsOf(ground, 'staff', 'granted_at, id')).toMatchObject([
      { id: lead, role: 'lead', ended_at: new Date('2027-08-31T12:00Z'), name: '', address_hash: '', task: null },
      { id: helper, role: 'helper', ended_at: new Date('2027-08-31T21:00Z'), name: '', address_hash: '', task: null },
      { id: later, role: 'helper', ended_at: null, name: 'Later' },
    ])
    expect(await count(ground, 'outgoing')).toBe(0)
    expect(await count(ground, 'moment', `owner = 'Later' and owner_staff_id = '${lead}'`)).toBe(1)
    // By whom it was agreed, in the agreement and in what was proposed: nowhere else.
    const rest = await dump(ground)
    expect([rest.split(NAME).length - 1, rest.includes(hash)]).toEqual([2, false])
    const log = await readAgreementLog(ground, ground.config().organisations.get('xy')!, 'nl')
    expect(log.agreements.map(({ agreedBy }) => agreedBy)).toEqual([NAME])
    expect(log.proposals.map(({ decidedBy }) => decidedBy)).toEqual([NAME])
  })

  test('what was said about a proposal goes after a year, and so does one that came to nothing, but for the last word', async () => {
    const { ground, hash } = await world()
    for (const [id, state] of [
      ['declined', 'declined'],
      ['overtaken', 'overtaken'],
      ['agreed', 'agreed'],
      ['last', 'withdrawn'],
    ] as const)
      await proposed(ground, { id, state, by: 'lead', hash })
    for (const id of ['declined', 'agreed'])
      await say(ground, `insert into proposal_note values ('xy', '${id}', 'n', '${NAME}', 'c', '2026-11-25T18:00Z')`)
    await say(
      ground,
      `insert into outgoing (organisation_id, id, kind, channel, staff_id, state, send_after, attempts, external_cipher) values ('xy', 'o', 'proposal', 'telegram', 'lead', 'sent', '2026-11-25T18:00Z', 0, 'c')`,
    )
    await goes(ground, '2027-11-26T00:00', { notes: 2, surveyProposals: 2, told: 1 })
    expect((await rowsOf(ground, 'survey_proposal', 'seq')).map(({ id }) => id)).toEqual(['agreed', 'last'])
    expect(await count(ground, 'proposal_note')).toBe(0)
  })

  /** Sweeps just before and just after a moment: nothing of these kinds goes before, this many rows after, and none again. */
  async function goes(ground: TestGround, at: string, wanted: Record<string, number>): Promise<void> {
    const moment = Temporal.ZonedDateTime.from(`${at}[Europe/Brussels]`)
    const nothing = Object.fromEntries(Object.keys(wanted).map((kind) => [kind, 0]))
    expect(await sweep(ground, moment.subtract({ minutes: 1 }).toPlainDateTime().toString())).toMatchObject(nothing)
    expect(await sweep(ground, at)).toMatchObject(wanted)
    const before = await dump(ground)
    expect(Object.values(await sweep(ground, at)).filter((rows) => rows > 0)).toEqual([])
    expect(await dump(ground)).toBe(before)
  }
})

const VERSION = {
  ...{ aspect: { nl: 'Hoe was het?' }, method: 'm', setHash: 'set', series: 's', moment: 'end', window: 'PT24H' },
  ...{ reminder: null, of: 'present', presence: 'assume' },
}

type Role = Parameters<typeof invite>[2]['role']

async function inOffice(
  ground: TestGround,
  { role = 'lead', task, until }: { role?: Role; task?: string; until?: string } = {},
  name = NAME,
): Promise<string> {
  const wish = {
    role,
    name,
    ...(task ? { task } : {}),
    ...(until ? { until: Temporal.Instant.from(until) } : {}),
  }
  const { code } = await invite(ground, 'xy', wish, 'coach-page')
  const address = name === NAME ? ADDRESS : { ...ADDRESS, id: name }
  const accepted = await accept(ground, code, address)
  if (accepted === null || accepted === 'not-here') throw new Error('this invitation should hold')
  return accepted.staffId
}

async function proposed(
  ground: TestGround,
  { id, state, by, hash }: { id: string; state: string; by: string; hash: string },
): Promise<void> {
  await say(
    ground,
    `insert into survey_proposal (organisation_id, id, survey_id, survey_hash, state, made_by, made_name, made_at,
      proposed_by, proposed_name, proposed_key, proposed_at, decided_by, decided_name, decided_at)
     values ('xy', '${id}', 'v', 'h', '${state}', 'file', '', '2026-11-25T17:00Z',
      'coach', 'Coach', '${hash}', '2026-11-25T17:00Z', '${by}', '${NAME}', '2026-11-25T18:00Z')`,
  )
}

const sweep = (ground: TestGround, at: string) =>
  sweepRetention(ground, Temporal.ZonedDateTime.from(`${at}[Europe/Brussels]`).toInstant())

const rowsOf = async (ground: TestGround, table: string, order = '1'): Promise<Record<string, unknown>[]> =>
  (await ground.store.pool.query(`select * from ${table} order by ${order}`)).rows

async function say(ground: TestGround, statement: string): Promise<void> {
  for (const one of statement.split(';')) await ground.store.pool.query(one)
}
