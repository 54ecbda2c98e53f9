/** How long worksheets are kept: a year of silence, and a closed story for good with the sheet it came from. */
import { expect, test } from 'vitest'
import { joinJoint, makeJointCode, openJoint } from '../../src/dialogue/joint-open.ts'
import { writeJoint } from '../../src/dialogue/joint-write.ts'
import { fieldOf, keepField } from '../../src/dialogue/sheet-own.ts'
import { shareField } from '../../src/dialogue/sheet-shares.ts'
import { openWriter, touchWriter, type Writer, writerById } from '../../src/dialogue/sheet-writers.ts'
import { sweepRetention } from '../../src/people/retention.ts'
import { makeStaffLink } from '../../src/people/staff-links.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { dump, plannedRows } from '../support/person-rows.ts'
import { eachStore } from '../support/stores.ts'

const TABLES = [
  'writer',
  'sheet_field',
  'joint_sheet',
  'joint_partner',
  'joint_code',
  'joint_share',
  'joint_entry',
  'story',
  'story_voice',
  'staff_link',
  'outgoing',
] as const

eachStore((_, open) => {
  /** Two writers, each with a field, in one joint sheet with words and a copy, and an open code. */
  async function world() {
    const ground = makeGround(await open())
    await plannedRows(ground)
    const [jo, bo] = [await writer(ground, 'Jo', 'XY'), await writer(ground, 'Bo', 'De Brug')]
    for (const one of [jo, bo]) await keepField(ground, one.id, fieldOf('goal')!, { text: `van ${one.name}` })
    await keepField(ground, jo.id, fieldOf('need')!, { text: 'iets van mij alleen' })
    const { sheetId, partnerId } = await openJoint(ground, {
      ...{ organisationId: 'xy', staffId: 'door', writerId: jo.id, partner: jo.partner, title: 'Samen' },
    })
    const code = await makeJointCode(ground, sheetId, partnerId, 'partner')
    const joined = await joinJoint(ground, code.ok ? code.value.code : '', bo)
    if (!joined.ok) throw new Error(joined.fault)
    await writeJoint(ground, { sheetId, partnerId, step: 'goal' }, ['Samen sterk'])
    await shareField(ground, { sheetId, writerId: jo.id }, { partnerId: joined.value.partnerId, field: 'goal' })
    await makeStaffLink(ground, { purpose: 'sheet', writerId: jo.id })
    return { ground, jo, bo, sheetId, boPartner: joined.value.partnerId }
  }

  test('after a year of silence nothing is left of writers, their worksheets and their joint sheets; a day before, all is', async () => {
    const { ground } = await world()
    const before = await counts(ground)
    expect(before).toMatchObject({
      writer: 2,
      sheet_field: 3,
      joint_share: 1,
      joint_entry: 1,
      joint_partner: 2,
      outgoing: 1,
    })
    await sweep(ground, 364)
    expect(await counts(ground)).toEqual({ ...before, joint_code: 0, staff_link: 0 })
    expect(await sweep(ground, 366)).toMatchObject({ fields: 3, shares: 1, joints: 1, writers: 2 })
    expect(Object.values(await counts(ground)).every((rows) => rows === 0)).toBe(true)
    expect(await sweep(ground, 367)).toMatchObject({ fields: 0, shares: 0, joints: 0, writers: 0, stories: 0 })
  })

  test('who still does something keeps their own, and a sheet that others still fill in keeps its silent partner', async () => {
    const { ground, jo, bo, sheetId, boPartner } = await world()
    ground.clock.pass({ hours: 24 * 200 })
    await touchWriter(ground, jo.id)
    await writeJoint(ground, { sheetId, partnerId: boPartner, step: 'dream' }, ['Later'])
    await sweep(ground, 366)
    // Bo did nothing as a writer: their own worksheet goes, their account stays with the sheet.
    expect(await counts(ground)).toMatchObject({
      writer: 2,
      sheet_field: 2,
      joint_sheet: 1,
      joint_share: 1,
      joint_entry: 2,
    })
    expect((await writerById(ground, bo.id))?.name).toBe('Bo')
  })

  test('a draft of a story goes with its sheet; a closed one stays, with the names of organisations and of nobody', async () => {
    for (const state of ['draft', 'closed'] as const) {
      const { ground, jo, sheetId, boPartner } = await world()
      const now = ground.clock.now().toString()
      await ground.store.db
        .insertInto('story')
        .values({
          ...{
            organisation_id: 'xy',
            id: 's1',
            sheet_id: sheetId,
            year: 2026,
            revision: 1,
            state,
            content_cipher: 'x',
          },
          ...{ made_by: jo.id, made_at: now, touched_at: now },
        })
        .execute()
      await ground.store.db
        .insertInto('story_voice')
        .values({ organisation_id: 'xy', story_id: 's1', who: boPartner, revision: 1, says: 'agree', at: now })
        .execute()
      // The card in a group, and the story's card there: both know where the group is.
      await ground.store.pool.query(
        `update joint_sheet set channel = 'telegram', address_hash = 'h', address_cipher = 'a-group'`,
      )
      await ground.store.pool.query(`insert into outgoing (organisation_id, id, kind, channel, notice, subject_id, state, send_after, attempts)
        values ('xy', 'o1', 'story', 'telegram', '{"place":"a-group"}', 's1', 'sent', now(), 1)`)
      const swept = await sweep(ground, 366)
      const left = await counts(ground)
      expect(await dump(ground)).not.toContain('a-group')
      if (state === 'draft') {
        expect(swept).toMatchObject({ stories: 1, joints: 1 })
        expect(left).toMatchObject({ story: 0, story_voice: 0, joint_sheet: 0, writer: 0 })
        continue
      }
      expect(left).toMatchObject({
        story: 1,
        story_voice: 1,
        joint_sheet: 1,
        joint_partner: 2,
        joint_entry: 1,
        writer: 2,
      })
      expect(left).toMatchObject({ sheet_field: 0, joint_share: 0, outgoing: 0 })
      const writers = await ground.store.db.selectFrom('writer').select(['name', 'address_cipher', 'partner']).execute()
      expect(writers.map(({ name, address_cipher }) => [name, address_cipher])).toEqual([
        ['', ''],
        ['', ''],
      ])
      expect(await writerById(ground, jo.id)).toBeNull()
      expect(await sweep(ground, 367)).toMatchObject({ writers: 0, stories: 0 })
    }
  })
})

const writer = (ground: TestGround, name: string, partner: string): Promise<Writer> =>
  openWriter(ground, { channel: 'telegram', id: `address-of-${name}` }, { name, partner })

const sweep = (ground: TestGround, days: number) =>
  sweepRetention(ground, Temporal.Instant.from('2026-11-25T17:00:00Z').add({ hours: 24 * days }))

async function counts(ground: TestGround): Promise<Record<string, number>> {
  const all: Record<string, number> = {}
  for (const table of TABLES) {
    const { rows } = await ground.store.pool.query(`select count(*)::int as rows from ${table}`)
    all[table] = (rows as { rows: number }[])[0]!.rows
  }
  return all
}
