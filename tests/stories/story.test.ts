/** The impact story of partners in a Telegram group: begun from their words, written in private, agreed on in the group, closed once. */
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { leaveJoint } from '../../src/dialogue/joint-leave.ts'
import { partnerAt } from '../../src/dialogue/joint-read.ts'
import { writeJoint } from '../../src/dialogue/joint-write.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { type Story, startStory } from '../support/story.ts'
import { comesIn, jointGroup, opensJoint } from '../support/story-joint.ts'
import { stands, taps, types } from '../support/story-sheets.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 180_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

async function writes(story: Story, person: TelegramPerson, sheetId: string, words: Record<string, string>) {
  const { ground } = story.app
  const hash = ground.vault.hashAddress({ channel: 'telegram', id: String(person.user.id) })
  const writer = await ground.store.db
    .selectFrom('writer')
    .select('id')
    .where('address_hash', '=', hash)
    .executeTakeFirstOrThrow()
  const partnerId = (await partnerAt(ground, sheetId, writer.id))!
  for (const [step, text] of Object.entries(words)) await writeJoint(ground, { sheetId, partnerId, step }, [text])
  return partnerId
}

async function begun(story: Story) {
  const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
  const sheetId = await opensJoint(story, samira)
  const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
  const group = await jointGroup(story, samira, sheetId)
  await writes(story, samira, sheetId, { unique: 'Wij kennen elke straat.', goal: 'Een deur voor iedereen.' })
  const boId = await writes(story, bo, sheetId, {
    unique: 'Onze deur is altijd open.',
    added_value: 'Samen meer deuren.',
  })
  // Word of what was written apart goes first.
  await story.app.sweep()
  await story.rest()
  samira.tapData(`w.v.${sheetId}`)
  expect(await stands(story, samira)).toContain('Ik zet jullie woorden van het werkblad na elkaar.')
  expect(await taps(story, samira, 'Nederlands')).toContain('1 Ons doel: Een deur voor iedereen.')
  await story.rest()
  const { id } = await story.app.ground.store.db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  const card = () => plain(group.messages.at(-1)!.text)
  return { samira, bo, boId, group, sheetId, id, card }
}

/** Part four with one sign, written by one of them. */
async function check(story: Story, person: TelegramPerson, id: string) {
  person.tapData(`w.v.${id}.w.check`)
  await stands(story, person)
  await types(story, person, 'Dan praten we met de jongeren.')
  await taps(story, person, say('story-sign-add'))
  await types(story, person, 'of jongeren terugkomen')
  await taps(story, person, ': hoe?', say('story-how-count'))
  await taps(story, person, ': wie?')
  await types(story, person, 'De Brug')
  await taps(story, person, ': welke dag?')
  expect(await types(story, person, 'gisteren')).toContain(say('story-sign-bad-day'))
  await taps(story, person, ': welke dag?')
  return types(story, person, '12/5/2027')
}

test('begun, written, agreed on by all and closed: one card in the group, a document, a moment', LONG, async () => {
  const story = await startStory({ discord: false, start: '2026-11-25T10:00:00Z' })
  const { samira, bo, group, sheetId, id, card } = await begun(story)
  expect(card()).toContain('Impactverhaal · Samen Noord')
  expect(card()).toContain('De Brug: Onze deur is altijd open.')
  expect(card()).toContain('Deel 4: er staat nog niets.')
  // Begun twice it is the same.
  bo.tapData(`w.v.${sheetId}`)
  expect(await stands(story, bo)).toContain('Ontwerp 1.')

  group.tap(say('story-agree'), bo)
  expect(await stands(story, bo)).toContain('Akkoord gaan kan nog niet.')
  expect(await check(story, samira, id)).toContain('Teken: of jongeren terugkomen. Wanneer: 12 mei 2027.')
  expect(card()).not.toContain('Nog te doen')

  // Too much, a result from nowhere, and a claim.
  samira.tapData(`w.v.${id}.w.goal`)
  await stands(story, samira)
  expect(await types(story, samira, 'x'.repeat(4000))).toContain('een deel heeft hoogstens 600 tekens')
  samira.tapData(`w.v.${id}.w.goal`)
  await stands(story, samira)
  const refused = await types(story, samira, 'Dankzij ons kwam 80% terug. <b>\u202evet</b>')
  expect(refused).toContain('“80%” lijkt op een resultaat')
  expect(refused).toContain('“Dankzij” zegt meer dan we weten')
  expect(refused).toContain('<b>vet</b>')
  group.tap(say('story-agree'), bo)
  expect(await stands(story, bo)).toContain('Akkoord gaan kan nog niet.')
  samira.tapData(`w.v.${id}.w.goal`)
  await stands(story, samira)
  await types(story, samira, 'In 2030 hebben 200 jongeren een plek.')

  // Written from an older look: nothing is lost, and nothing written over.
  bo.tapData(`w.v.${id}.w.goal`)
  await stands(story, bo)
  samira.tapData(`w.v.${id}.w.goal`)
  await stands(story, samira)
  await types(story, samira, 'In 2030 hebben 300 jongeren een plek.')
  const late = await types(story, bo, 'Een ander doel.')
  expect(late).toContain(say('story-overtaken'))
  expect(late).toContain('Je kan ze hier terugvinden: Een ander doel.')
  expect(late).toContain('300 jongeren')

  await story.rest()
  group.tap(say('story-agree'), bo)
  expect(await stands(story, bo)).toContain('Je bent akkoord met ontwerp')
  expect(card()).toContain('✔ Akkoord: De Brug')
  group.tap(say('story-agree'), bo)
  await story.rest()
  const last = group.messages.at(-1)!
  group.tap(say('story-agree'), samira, last)
  group.tap(say('story-agree'), samira, last)
  await story.rest()
  expect(samira.messages.map(({ text }) => plain(text)).join('\n')).toContain('Dat was het laatste akkoord.')
  expect(card()).toContain('Gesloten op 25 november 2026, met ieders akkoord.')
  expect(labels(group.messages.at(-1)!)).toEqual([say('story-files')])
  expect(group.messages.filter(({ text }) => plain(text).includes('Impactverhaal'))).toHaveLength(1)

  group.tap(say('story-files'), bo)
  await story.rest()
  const files = bo.messages.flatMap(({ media }) => (media?.kind === 'document' ? [media] : []))
  expect(files.map(({ name }) => name)).toEqual(
    ['pdf', 'docx', 'md'].map((kind) => `pols-impactverhaal-2026-11-25.${kind}`),
  )

  // On a page, for who has the address.
  bo.tapData(`w.v.${id}.l`)
  await story.rest()
  const path = /\/verhaal\/[\w-]{43}/.exec(bo.messages.map((message) => JSON.stringify(message)).join())![0]
  const page = await story.page(path)
  expect(page.status).toBe(200)
  expect(plain(page.html)).toContain('In 2030 hebben 300 jongeren een plek.')
  const word = await fetch(`http://127.0.0.1:${story.app.port()}${path}/docx`)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await word.arrayBuffer()) })
  expect(value).toContain('1 Ons doel\n\nIn 2030 hebben 300 jongeren een plek.')
  expect((await story.page(`${path}/pdf`)).html).toMatch(/^%PDF-/)
  expect((await story.page(`${path}/exe`)).status).toBe(404)
  expect((await story.page(`/verhaal/${'a'.repeat(43)}`)).status).toBe(404)
  story.clock.pass({ hours: 2 })
  expect((await story.page(path)).status).toBe(404)

  expect(story.logs.join('\n')).not.toMatch(/elke straat|altijd open|terugkomen|De Brug/)
  const tables = await story.tables()
  expect(tables.moment!.filter(({ subject_id }) => String(subject_id).startsWith('story/'))).toEqual([
    expect.objectContaining({ kind: 'other', on_date: '2027-05-12', title: { nl: 'of jongeren terugkomen' } }),
  ])
  expect(tables.joint_sheet).toEqual([expect.objectContaining({ state: 'closed' })])
  const { moment: _, ...others } = tables
  expect(JSON.stringify(others)).not.toMatch(/elke straat|altijd open|300 jongeren|terugkomen/)
})

test(
  'words that a partner takes along are gone from the card and the draft; who is no partner sees nothing',
  LONG,
  async () => {
    const story = await startStory({ discord: false, start: '2026-11-25T10:00:00Z' })
    const { samira, bo, boId, group, sheetId, id, card } = await begun(story)
    await check(story, samira, id)
    group.tap(say('story-agree'), samira)
    await story.rest()
    expect(card()).toContain('✔ Akkoord: XY')
    const late = await comesIn(story, samira, sheetId, 911, 'De Werf')
    await leaveJoint(story.app.ground, sheetId, boId, { withWords: true })
    await story.app.sweep()
    await story.rest()
    expect(card()).not.toMatch(/altijd open|meer deuren/)
    expect(card()).toContain('iemand nam woorden terug')
    expect(card()).not.toContain('✔ Akkoord')
    expect(card()).toMatch(/Zei nog niets: (XY, De Werf|De Werf, XY)/)
    bo.tapData(`w.v.${id}`)
    expect(await stands(story, bo)).toBe(say('story-not-yours'))
    const stranger = story.telegram.person(950, { language: 'nl', name: 'Ander' })
    stranger.tapData(`w.v.${id}.f`)
    expect(await stands(story, stranger)).not.toContain('straat')

    // Looked at again, written, and agreed on by those who are there now.
    for (const part of ['kept', 'added']) {
      late.tapData(`w.v.${id}.w.${part}`)
      await stands(story, late)
      await types(story, late, 'Wij hebben een werkplaats.')
    }
    expect(card()).not.toContain('Veranderd')
    group.tap(say('story-agree'), samira)
    await story.rest()
    group.tap(say('story-agree'), late)
    await story.rest()
    expect(card()).toContain('met ieders akkoord')
  },
)
