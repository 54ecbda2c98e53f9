/** Sharing fields of an own worksheet, one by one, with named partners: copies, which go when they are taken back. */
import { expect, test } from 'vitest'
import { closeJoint, leaveJoint } from '../../src/dialogue/joint-leave.ts'
import { readWriter } from '../../src/dialogue/sheet-writers.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { type Story, startStory } from '../support/story.ts'
import { comesIn, opensJoint } from '../support/story-joint.ts'
import { stands, taps, types } from '../support/story-sheets.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)
const all = (person: TelegramPerson) => person.messages.map(({ text }) => plain(text)).join('\n')

/** Samira of XY and Bo of De Brug and Wim of De Werf in one joint worksheet; Samira wrote three fields, one of them private. */
async function three(story: Story) {
  const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
  const sheetId = await opensJoint(story, samira)
  const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
  const wim = await comesIn(story, samira, sheetId, 911, 'De Werf')
  await types(story, samira, '/werkblad')
  await taps(story, samira, 'Begin')
  await types(story, samira, 'Meisjes uit de wijk')
  await taps(story, samira, 'Overzicht', '5. ')
  await types(story, samira, 'Ons team is op')
  await taps(story, samira, 'Overzicht', '7. ')
  await types(story, samira, 'Elk meisje een plek')
  return { samira, bo, wim, sheetId }
}

const shares = async (story: Story) =>
  story.app.ground.store.db.selectFrom('joint_share').select(['field', 'to_id']).execute()

test(
  'a copy goes to who is named and to nobody else, and disappears from their chat when it is taken back',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { samira, bo, wim } = await three(story)
    await types(story, samira, '/werkblad')
    const list = await taps(story, samira, 'Delen')
    expect(list).toContain('Delen bij “Samen Noord”')
    // What only she sees is not even on the list.
    expect(labels(samira.card())).toEqual(expect.arrayContaining(['Wie meedoet', 'Impactdoel']))
    expect(labels(samira.card()).join()).not.toContain('Wat je nodig hebt')
    expect(await taps(story, samira, 'Wie meedoet')).toContain('Met wie deel je dit?')
    expect(await taps(story, samira, 'De Brug')).toContain('Gedeeld met De Brug.')
    const told = await stands(story, bo)
    expect(told).toContain('XY deelt dit met jou, bij “Samen Noord”')
    expect(told).not.toContain('Meisjes uit de wijk')
    expect(await taps(story, bo, 'Wie meedoet')).toContain('Meisjes uit de wijk')
    // One more field stands in the same message; asked for once more, in one more.
    await taps(story, samira, 'Terug', 'Impactdoel', 'De Brug')
    await story.rest()
    expect(labels(bo.card())).toEqual(['Wie meedoet', 'Impactdoel'])
    await types(story, bo, '/werkblad')
    await taps(story, bo, 'Gedeeld met mij', 'Samen Noord')
    expect(await taps(story, bo, 'Impactdoel')).toContain('Elk meisje een plek')
    expect(all(wim)).not.toMatch(/Meisjes|meisje/)
    await types(story, wim, '/werkblad')
    expect(await taps(story, wim, 'Gedeeld met mij')).toContain(say('shared-none'))

    await types(story, samira, '/werkblad')
    expect(await taps(story, samira, 'Overzicht')).toContain('Impactdoel: Elk meisje een plek (gedeeld met De Brug)')
    // Changed afterwards: the copy is the one of then, until the new version is shared.
    await taps(story, samira, '7. ', 'Wijzig')
    await types(story, samira, 'Elk meisje een eigen plek')
    await taps(story, samira, 'Overzicht', 'Delen')
    expect(await taps(story, samira, 'Impactdoel')).toContain('Je veranderde dit nadat je het deelde met De Brug.')
    expect(all(bo)).not.toContain('eigen plek')
    await taps(story, samira, 'Deel de nieuwe versie')
    await story.rest()
    expect(await taps(story, bo, 'Impactdoel')).toContain('Elk meisje een eigen plek')
    expect(await taps(story, samira, 'De Brug')).toContain('Teruggenomen. De Brug ziet het niet meer.')
    await story.rest()
    expect(all(bo)).not.toContain('eigen plek')
    expect(await shares(story)).toEqual([{ field: 'who', to_id: expect.any(String) }])
    // Erasing the field takes the copy along, in both messages.
    await taps(story, samira, 'Terug')
    await types(story, samira, '/werkblad')
    await taps(story, samira, 'Overzicht', '1. ', 'Wis dit', 'Ja, wis')
    await story.rest()
    expect(await shares(story)).toEqual([])
    expect(all(bo)).not.toContain('Meisjes uit de wijk')
    expect(all(bo).match(/XY deelt nu niets met jou/g)).toHaveLength(2)
    expect(story.logs.join('\n')).not.toMatch(/Meisjes|eigen plek|Ons team/)
  },
)

test(
  'a forged button shares neither the private field nor with who takes no part; nobody reads a message of another',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { samira, bo, wim, sheetId } = await three(story)
    const partners = await story.app.ground.store.db.selectFrom('joint_partner').select(['id', 'partner']).execute()
    const idOf = (name: string) => partners.find(({ partner }) => partner === name)!.id
    for (const data of [
      `w.s.${sheetId}.need`,
      `w.s.${sheetId}.need.${idOf('De Brug')}.1`,
      `w.s.${sheetId}.who.${idOf('XY')}.1`,
      `w.s.${sheetId}.who.nobody.1`,
      `w.s.nergens.who.${idOf('De Brug')}.1`,
    ]) {
      samira.tapData(data)
      expect([data, await stands(story, samira)]).toEqual([data, expect.stringMatching(/voorbij|niet meer/)])
    }
    expect(await shares(story)).toEqual([])
    samira.tapData(`w.s.${sheetId}.who.${idOf('De Brug')}.1`)
    await story.rest()
    const { id: row } = await story.app.ground.store.db
      .selectFrom('outgoing')
      .select('id')
      .where('subject_id', 'like', '%:share:%')
      .executeTakeFirstOrThrow()
    for (const data of [`w.s.r.${row}.who`, `w.s.m.${sheetId}.${idOf('XY')}`]) {
      wim.tapData(data)
      await story.rest()
      expect(all(wim)).not.toContain('Meisjes')
    }
    bo.tapData(`w.s.r.${row}.who`)
    expect(await stands(story, bo)).toContain('Meisjes uit de wijk')
    bo.tapData(`w.s.r.${row}.need`)
    await story.rest()
    expect(all(bo)).not.toContain('Ons team')
  },
)

test(
  'once the joint worksheet is closed nothing is shared or taken back, but erasing still goes all the way',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { samira, bo, sheetId } = await three(story)
    await types(story, samira, '/werkblad')
    await taps(story, samira, 'Delen', 'Impactdoel', 'De Brug')
    expect(await taps(story, bo, 'Impactdoel')).toContain('Elk meisje een plek')
    const { ground } = story.app
    const writer = (await readWriter(ground, 'telegram', ground.vault.hashAddress({ channel: 'telegram', id: '900' })))!
    const self = await ground.store.db
      .selectFrom('joint_partner')
      .select('id')
      .where('writer_id', '=', writer.id)
      .executeTakeFirstOrThrow()
    expect(await closeJoint(ground, sheetId, self.id)).toMatchObject({ ok: true })
    await story.rest()
    // The buttons of before still stand there.
    expect(await taps(story, samira, 'De Brug')).toBe(say('sheet-share-closed'))
    await types(story, samira, '/werkblad')
    expect(await taps(story, samira, 'Delen')).toContain('is gesloten')
    expect(await shares(story)).toHaveLength(1)
    await types(story, samira, '/werkblad')
    await taps(story, samira, 'Wissen', 'Mijn hele werkblad', 'Ja, wis')
    await story.rest()
    expect(await shares(story)).toEqual([])
    expect(all(bo)).not.toContain('Elk meisje')
  },
)

test('who leaves reads no more of what was shared with them, and what they shared goes', LONG, async () => {
  const story = await startStory({ discord: false })
  const { samira, bo, sheetId } = await three(story)
  await types(story, samira, '/werkblad')
  await taps(story, samira, 'Delen', 'Impactdoel', 'De Brug')
  await taps(story, bo, 'Impactdoel')
  const { ground } = story.app
  const brug = await ground.store.db
    .selectFrom('joint_partner')
    .select('id')
    .where('partner', '=', 'De Brug')
    .executeTakeFirstOrThrow()
  await leaveJoint(ground, sheetId, brug.id, { withWords: false })
  await types(story, samira, '/werkblad')
  await story.rest()
  expect(all(bo)).not.toContain('Elk meisje')
  expect(await shares(story)).toEqual([])
})
