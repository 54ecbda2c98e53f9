/** The joint worksheet in the store: what holds whatever partners do, also when they do it at the same moment. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syncPlan } from '../../src/dialogue/agreements.ts'
import { closeJoint, eraseFromJoints, leaveJoint, takeOffJoint } from '../../src/dialogue/joint-leave.ts'
import { joinJoint, makeJointCode, openJoint, readJointCode } from '../../src/dialogue/joint-open.ts'
import { APART, jointsOf, partnerAt, readJoint } from '../../src/dialogue/joint-read.ts'
import { goToStep, removeJoint, skipApart, writeAlso, writeJoint } from '../../src/dialogue/joint-write.ts'
import { JOINT_STEPS } from '../../src/dialogue/sheet-fields.ts'
import { openWriter } from '../../src/dialogue/sheet-writers.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { eachStore, oneStore } from '../support/stores.ts'

type Sheet = { ground: TestGround; sheetId: string; partners: string[]; writers: string[] }

/** A sheet with so many partners; the first one keeps it. */
async function sheetOf(ground: TestGround, count: number): Promise<Sheet> {
  await syncPlan(ground, ground.config())
  const writers: string[] = []
  for (let number = 0; number < count; number++) {
    const address = { channel: 'telegram' as const, id: String(100 + number) }
    const { id } = await openWriter(ground, address, { name: `P${number}`, partner: `Partner ${number}` })
    writers.push(id)
  }
  const about = { organisationId: 'xy', staffId: 'staff', writerId: writers[0]!, partner: 'XY', title: 'Samen' }
  const { sheetId, partnerId } = await openJoint(ground, about)
  const partners = [partnerId]
  for (const id of writers.slice(1)) {
    ground.clock.pass({ seconds: 1 })
    const joined = await joinJoint(ground, await codeFor(ground, sheetId, partnerId), { id, partner: `P ${id}` })
    partners.push(joined.ok ? joined.value.partnerId : joined.fault)
  }
  return { ground, sheetId, partners, writers }
}

async function codeFor(ground: TestGround, sheetId: string, keeper: string): Promise<string> {
  const made = await makeJointCode(ground, sheetId, keeper, 'partner')
  if (!made.ok) throw new Error(made.fault)
  return made.value.code
}

const unique = (sheet: Sheet, partner: number, text: string) =>
  writeJoint(sheet.ground, { sheetId: sheet.sheetId, partnerId: sheet.partners[partner]!, step: APART }, [text])

const read = async ({ ground, sheetId }: Sheet, forPartner?: string) => (await readJoint(ground, sheetId, forPartner))!

eachStore((_, open) => {
  test('six write apart at the same moment: all is kept, shown once and together', async () => {
    const sheet = await sheetOf(makeGround(await open()), 6)
    const texts = sheet.partners.map((_, index) => `uniek ${index}`)
    await Promise.all(texts.map((text, index) => unique(sheet, index, text)))
    const joint = await read(sheet)
    expect(joint.revealed).toBe(true)
    expect(joint.entries.map(({ text }) => text).sort()).toEqual(texts)
    const told = await sheet.ground.store.db.selectFrom('outgoing').select('writer_id').execute()
    // Whoever was the last saw it at once.
    expect(told).toHaveLength(5)
  })

  test('at the same moment in one step: nothing overwrites anything, and two taps go one step', async () => {
    const sheet = await sheetOf(makeGround(await open()), 3)
    const { ground, sheetId, partners } = sheet
    const step = 'overlap'
    const writes = partners.flatMap((partnerId, index) =>
      ['a', 'b'].map((mark) => writeJoint(ground, { sheetId, partnerId, step }, [`${index}${mark}`])),
    )
    const steps = partners.map((id) => goToStep(ground, sheetId, id, { from: 'unique', to: 'never_lost' }))
    await Promise.all([...writes, ...steps])
    const joint = await read(sheet)
    expect(joint.entries.map(({ text }) => text).sort()).toEqual(['0a', '0b', '1a', '1b', '2a', '2b'])
    expect(joint.step).toBe('never_lost')
  })

  test('one place is left and two come in at the same moment with codes of their own: one does', async () => {
    const sheet = await sheetOf(makeGround(await open()), 5)
    const { ground, sheetId, partners } = sheet
    const codes = [await codeFor(ground, sheetId, partners[0]!), await codeFor(ground, sheetId, partners[0]!)]
    const newcomers = await Promise.all(
      ['x', 'y'].map((id) => openWriter(ground, { channel: 'telegram', id }, { name: id, partner: id })),
    )
    const joined = await Promise.all(newcomers.map((writer, index) => joinJoint(ground, codes[index]!, writer)))
    expect(joined.filter(({ ok }) => ok)).toHaveLength(1)
    expect(joined.find(({ ok }) => !ok)).toEqual({ ok: false, fault: 'full' })
    // The code of who stood before a full sheet is still good when somebody leaves.
    const late = joined.findIndex(({ ok }) => !ok)
    await leaveJoint(ground, sheetId, partners[1]!, { withWords: true })
    expect(await joinJoint(ground, codes[late]!, newcomers[late]!)).toMatchObject({ ok: true })
  })

  test('one code, two people at the same moment: one comes in', async () => {
    const sheet = await sheetOf(makeGround(await open()), 2)
    const { ground, sheetId, partners } = sheet
    const code = await codeFor(ground, sheetId, partners[0]!)
    const newcomers = await Promise.all(
      ['x', 'y'].map((id) => openWriter(ground, { channel: 'telegram', id }, { name: id, partner: id })),
    )
    const joined = await Promise.all(newcomers.map((writer) => joinJoint(ground, code, writer)))
    expect(joined.filter(({ ok }) => ok)).toHaveLength(1)
    const winner = joined.findIndex(({ ok }) => ok)
    expect(await joinJoint(ground, code, newcomers[winner]!)).toMatchObject({ ok: true, value: { already: true } })
    expect((await read(sheet)).partners).toHaveLength(3)
  })
})

oneStore((open) => {
  test('whatever partners do and in which order: nobody reads of another what is not shown, and what is shown stays so', async () => {
    const store = await open()
    const command = fc.record({
      what: fc.constantFrom('write', 'skip', 'leave', 'join', 'read', 'remove'),
      who: fc.nat(3),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 14 }), async (commands) => {
        await wipe(store)
        const sheet = await sheetOf(makeGround(store), 3)
        const { ground, sheetId } = sheet
        let shown = false
        for (const [index, { what, who }] of commands.entries()) {
          ground.clock.pass({ seconds: 1 })
          const partner = sheet.partners[who]
          if (what === 'write' && partner) await unique(sheet, who, `geheim van ${partner} ${index}`)
          if (what === 'skip' && partner) await skipApart(ground, sheetId, partner)
          if (what === 'leave' && partner) await leaveJoint(ground, sheetId, partner, { withWords: index % 2 === 0 })
          if (what === 'remove' && partner) {
            const own = (await read(sheet, partner)).entries.find(({ partnerId }) => partnerId === partner)
            if (own) await removeJoint(ground, { sheetId, partnerId: partner, entryId: own.id })
          }
          if (what === 'join' && sheet.partners.length < 4) await comeLate(sheet)
          const present = (await read(sheet)).partners.filter(({ left }) => !left)
          for (const reader of [undefined, ...sheet.partners]) {
            const joint = await read(sheet, reader)
            if (shown) expect(joint.revealed).toBe(true)
            shown ||= joint.revealed
            const foreign = joint.entries.filter(({ partnerId }) => partnerId !== reader)
            if (!joint.revealed) expect(foreign).toEqual([])
          }
          const joint = await read(sheet)
          const waited = present.length < 2 || present.some(({ id }) => !joint.wrote.includes(id))
          if (!joint.revealed) expect(waited).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('who may not: a stranger, who left, who does not keep it, at a closed sheet, too much at a step', async () => {
    const sheet = await sheetOf(makeGround(await open()), 3)
    const { ground, sheetId, partners, writers } = sheet
    const no = (fault: string) => ({ ok: false, fault })
    expect(await writeJoint(ground, { sheetId, partnerId: 'nobody', step: 'goal' }, ['x'])).toEqual(no('not-yours'))
    expect(await writeJoint(ground, { sheetId, partnerId: partners[0]!, step: 'nowhere' }, ['x'])).toEqual(
      no('unknown'),
    )
    expect(await writeJoint(ground, { sheetId: 'none', partnerId: partners[0]!, step: 'goal' }, ['x'])).toEqual(
      no('unknown'),
    )
    expect(await makeJointCode(ground, sheetId, partners[1]!, 'partner')).toEqual(no('not-yours'))
    expect(await closeJoint(ground, sheetId, partners[1]!)).toEqual(no('not-yours'))
    expect(await takeOffJoint(ground, sheetId, partners[1]!, partners[2]!)).toEqual(no('not-yours'))
    const three = (text: string) =>
      writeJoint(ground, { sheetId, partnerId: partners[1]!, step: 'missing_partners' }, [text])
    const one = await three('De bib')
    await three('De sporthal')
    await three('De school')
    expect(await three('Nog een')).toEqual(no('too-many'))
    const entryId = one.ok ? one.value[0]! : ''
    expect(await writeAlso(ground, { sheetId, partnerId: partners[2]!, entryId }, 'iets anders')).toEqual(
      no('not-yours'),
    )
    expect(await writeAlso(ground, { sheetId, partnerId: partners[1]!, entryId }, 'boeken')).toMatchObject({ ok: true })
    expect((await read(sheet)).entries[0]).toMatchObject({ text: 'De bib', also: 'boeken' })

    await leaveJoint(ground, sheetId, partners[2]!, { withWords: false })
    expect(await partnerAt(ground, sheetId, writers[2]!)).toBeNull()
    expect(await jointsOf(ground, writers[2]!)).toEqual([])
    expect(await unique(sheet, 2, 'te laat')).toEqual(no('not-yours'))
    // Who opened it leaves: who came first of the others keeps it.
    await leaveJoint(ground, sheetId, partners[0]!, { withWords: true })
    expect((await read(sheet)).keeper).toBe(partners[1])
    expect(await closeJoint(ground, sheetId, partners[1]!)).toMatchObject({ ok: true })
    expect(await three('Nog een')).toEqual(no('closed'))
    expect(await removeJoint(ground, { sheetId, partnerId: partners[1]!, entryId })).toMatchObject({ ok: true })
  })

  test('a code ends after 72 hours; nothing but the sheet itself opens what was sealed for it', async () => {
    const sheet = await sheetOf(makeGround(await open()), 2)
    const { ground, sheetId, partners } = sheet
    const code = await codeFor(ground, sheetId, partners[0]!)
    ground.clock.pass({ hours: 71 })
    expect(await readJointCode(ground, ` ${code.toUpperCase()} `)).toMatchObject({
      sheetId,
      purpose: 'partner',
      used: false,
    })
    ground.clock.pass({ hours: 1 })
    expect(await readJointCode(ground, code)).toBeNull()
    await unique(sheet, 0, 'iets')
    const [row] = await ground.store.db.selectFrom('joint_entry').selectAll().execute()
    expect(() => ground.vault.unseal('joint', 'another', row!.cipher)).toThrow()
    expect(() => ground.vault.unseal('sheet', sheetId, row!.cipher)).toThrow()
  })

  describe('a writer who is erased', () => {
    test('is on no sheet any more, with no word and no message to them; others keep theirs', async () => {
      const sheet = await sheetOf(makeGround(await open()), 3)
      const { ground, sheetId, partners, writers } = sheet
      for (const { key } of JOINT_STEPS)
        for (const partnerId of partners)
          await writeJoint(ground, { sheetId, partnerId, step: key }, [`${key} van ${partnerId}`])
      await eraseFromJoints(ground, writers[1]!)
      const joint = await read(sheet)
      expect(joint.partners.map(({ id }) => id)).toEqual([partners[0], partners[2]])
      expect(joint.entries).toHaveLength(2 * JOINT_STEPS.length)
      expect(JSON.stringify(joint)).not.toContain(partners[1])
      const told = await ground.store.db.selectFrom('outgoing').select('writer_id').execute()
      expect(told.map((row) => row.writer_id)).not.toContain(writers[1])
    })
  })
})

async function comeLate(sheet: Sheet): Promise<void> {
  const { ground, sheetId } = sheet
  const { keeper } = await read(sheet)
  if (!keeper) return
  const writer = await openWriter(ground, { channel: 'telegram', id: 'late' }, { name: 'L', partner: 'Laat' })
  const joined = await joinJoint(ground, await codeFor(ground, sheetId, keeper), writer)
  if (joined.ok) sheet.partners.push(joined.value.partnerId)
}

async function wipe(store: TestGround['store']): Promise<void> {
  for (const table of [
    'outgoing',
    'joint_entry',
    'joint_code',
    'joint_partner',
    'joint_sheet',
    'writer',
    'audit',
  ] as const)
    await store.db.deleteFrom(table).execute()
}
