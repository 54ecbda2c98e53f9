/** The impact story in the store: revisions, voices, sources that change and closing, also when all happens at once. */
import { describe, expect, test } from 'vitest'
import { syncPlan } from '../../src/dialogue/agreements.ts'
import { leaveJoint } from '../../src/dialogue/joint-leave.ts'
import { joinJoint, makeJointCode, openJoint } from '../../src/dialogue/joint-open.ts'
import { readJoint } from '../../src/dialogue/joint-read.ts'
import { rewriteJoint, writeJoint } from '../../src/dialogue/joint-write.ts'
import { eraseField } from '../../src/dialogue/sheet-erasing.ts'
import { fieldOf, keepField } from '../../src/dialogue/sheet-own.ts'
import { shareField, sharesOf, takeBack } from '../../src/dialogue/sheet-shares.ts'
import { openWriter } from '../../src/dialogue/sheet-writers.ts'
import { changeStory, followSources, startJointStory, startYearStory } from '../../src/dialogue/story-change.ts'
import type { Sign, StoryContent } from '../../src/dialogue/story-content.ts'
import { figureHash, pickableIn } from '../../src/dialogue/story-figures.ts'
import { createStoryKeeping } from '../../src/dialogue/story-keep.ts'
import { readStory } from '../../src/dialogue/story-read.ts'
import { settled } from '../../src/dialogue/story-stale.ts'
import { sayOfStory } from '../../src/dialogue/story-voices.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { countStatements } from '../support/statements.ts'
import { eachStore, oneStore } from '../support/stores.ts'
import { digestOf } from '../support/story-samples.ts'

type House = { ground: TestGround; sheetId: string; partners: string[]; id: string }
const SIGN: Sign = { what: 'of jongeren terugkomen', how: 'count', who: 'De Brug', on: '2027-05-12' }

/** A worksheet of so many partners who all wrote, and the story begun from it. */
async function storyOf(ground: TestGround, count: number): Promise<House> {
  await syncPlan(ground, ground.config())
  const partners: string[] = []
  let sheetId = ''
  for (let number = 0; number < count; number++) {
    const about = { name: `P${number}`, partner: `Partner ${number}` }
    const writer = await openWriter(ground, { channel: 'telegram', id: String(100 + number) }, about)
    if (number === 0) {
      const sheet = { organisationId: 'xy', staffId: 's', writerId: writer.id, partner: about.partner, title: 'Samen' }
      const opened = await openJoint(ground, sheet)
      sheetId = opened.sheetId
      partners.push(opened.partnerId)
    } else partners.push(await comes(ground, sheetId, partners[0]!, writer.id, about.partner))
  }
  for (const [at, partnerId] of partners.entries())
    await writeJoint(ground, { sheetId, partnerId, step: 'unique' }, [`Uniek ${'abcdef'[at]}.`])
  await writeJoint(ground, { sheetId, partnerId: partners[0]!, step: 'goal' }, ['Een deur voor iedereen.'])
  await writeJoint(ground, { sheetId, partnerId: partners[1]!, step: 'added_value' }, ['Wie binnenkomt, is welkom.'])
  const id = (await startJointStory(ground, sheetId, 'nl', partners[0]!))!
  return { ground, sheetId, partners, id }
}

async function comes(ground: TestGround, sheetId: string, keeper: string, writerId: string, partner: string) {
  const made = await makeJointCode(ground, sheetId, keeper, 'partner')
  const joined = made.ok ? await joinJoint(ground, made.value.code, { id: writerId, partner }) : made
  if (!joined.ok) throw new Error(joined.fault)
  return joined.value.partnerId
}

const read = async ({ ground, id }: Pick<House, 'ground' | 'id'>) => (await readStory(ground, id))!
const change = ({ ground, id }: House, work: (content: StoryContent) => StoryContent) => changeStory(ground, id, work)
const withPart =
  (part: keyof StoryContent['parts'], text: string) =>
  (content: StoryContent): StoryContent => ({ ...content, parts: { ...content.parts, [part]: text } })
const whole = (house: House) =>
  change(house, (content) => ({ ...withPart('check', 'Dan praten we.')(content), signs: [SIGN] }))

async function agree(house: House, partner: number, revision?: number) {
  const at = revision ?? (await read(house)).revision
  return sayOfStory(house.ground, house.id, house.partners[partner]!, at, 'agree')
}

eachStore((_, open) => {
  test('begun by all partners at the same moment it is one story; begun again it is that one', async () => {
    const house = await storyOf(makeGround(await open()), 3)
    const { ground, sheetId, partners, id } = house
    const again = await Promise.all(partners.map((by) => startJointStory(ground, sheetId, 'fr', by)))
    expect(new Set(again)).toEqual(new Set([id]))
    const { content, revision } = await read(house)
    expect([content.language, revision]).toEqual(['nl', 1])
    expect(content.parts.goal).toBe('Een deur voor iedereen.')
    expect(await startJointStory(ground, 'no-such-sheet', 'nl', 'x')).toBeNull()
  })

  test('two who write other parts at the same moment both find theirs kept', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    await Promise.all([change(house, withPart('check', 'Een.')), change(house, withPart('added', 'Twee.'))])
    const { content, revision } = await read(house)
    expect([content.parts.check, content.parts.added, revision]).toEqual(['Een.', 'Twee.', 3])
    expect(await change(house, (same) => same)).toEqual({ revision: 3 })
    expect(await change(house, () => null as never)).toBe('overtaken')
  })

  test('all say yes at the same moment: it closes once, its sign lands once, and its worksheet closes', async () => {
    const house = await storyOf(makeGround(await open()), 4)
    await whole(house)
    const { revision } = await read(house)
    const said = await Promise.all([0, 1, 2, 3, 3, 0].map((partner) => agree(house, partner, revision)))
    expect(said.filter((one) => typeof one === 'object' && one.closed)).toHaveLength(1)
    const { ground, id, sheetId } = house
    expect((await read(house)).state).toBe('closed')
    expect(await agree(house, 1, revision)).toBe('closed')
    expect(await change(house, withPart('goal', 'Anders.'))).toBe('closed')
    const moments = await ground.store.db
      .selectFrom('moment')
      .selectAll()
      .where('subject_id', 'like', 'story/%')
      .execute()
    expect(moments.map(({ kind, on_date, title }) => [kind, on_date, title?.nl])).toEqual([
      ['other', '2027-05-12', 'of jongeren terugkomen'],
    ])
    expect((await readJoint(ground, sheetId))!.state).toBe('closed')
    const closings = await ground.store.db
      .selectFrom('audit')
      .select('id')
      .where('action', '=', 'story closed')
      .where('subject', '=', id)
      .execute()
    expect(closings).toHaveLength(1)
  })
})

oneStore((open) => {
  describe('a yes', () => {
    test('is not taken while something is lacking, nor for another revision than the one that was read', async () => {
      const house = await storyOf(makeGround(await open()), 2)
      expect(await agree(house, 0)).toBe('unready')
      await whole(house)
      expect(await agree(house, 0, 1)).toBe('overtaken')
      expect(await agree(house, 0)).toEqual({ closed: false })
      expect(await agree(house, 0)).toEqual({ closed: false })
      expect((await read(house)).people.map(({ says }) => says)).toEqual(['agree', null])
    })

    test('of everybody is asked again when anything changes', async () => {
      const house = await storyOf(makeGround(await open()), 2)
      await whole(house)
      await agree(house, 0)
      await change(house, withPart('goal', 'Twee deuren.'))
      expect((await read(house)).people.map(({ says }) => says)).toEqual([null, null])
      expect(await agree(house, 1)).toEqual({ closed: false })
      expect(await agree(house, 0)).toEqual({ closed: true })
    })

    test('does not close it while somebody wants it otherwise; who changes their mind says so', async () => {
      const house = await storyOf(makeGround(await open()), 2)
      await whole(house)
      const { revision } = await read(house)
      const { ground, id, partners } = house
      expect(await sayOfStory(ground, id, partners[1]!, revision, 'adjust')).toEqual({ closed: false })
      expect(await agree(house, 0)).toEqual({ closed: false })
      expect(await agree(house, 1)).toEqual({ closed: true })
    })

    test('is asked of who came late, and no longer of who left', async () => {
      const house = await storyOf(makeGround(await open()), 2)
      await whole(house)
      const { ground, sheetId, partners, id } = house
      await agree(house, 0)
      const writer = await openWriter(ground, { channel: 'telegram', id: '900' }, { name: 'L', partner: 'Laat' })
      partners.push(await comes(ground, sheetId, partners[0]!, writer.id, 'Laat'))
      expect(await agree(house, 1)).toEqual({ closed: false })
      await leaveJoint(ground, sheetId, partners[1]!, { withWords: true })
      expect(await agree(house, 1)).toBe('not-yours')
      await followSources(ground, id)
      const story = await read(house)
      expect(story.content.parts.added).toBe('')
      expect(story.people.map(({ name }) => name)).toEqual(['Partner 0', 'Laat'])
      expect(await sayOfStory(ground, id, 'nobody', story.revision, 'agree')).toBe('not-yours')
      expect(await sayOfStory(ground, 'gone', partners[0]!, 1, 'agree')).toBe('gone')
    })

    test('of one partner alone closes nothing', async () => {
      const house = await storyOf(makeGround(await open()), 2)
      await whole(house)
      await leaveJoint(house.ground, house.sheetId, house.partners[1]!, { withWords: false })
      await change(house, (content) => content)
      const held = await read(house)
      await changeStory(house.ground, house.id, (content, { sources }) => settled(content, 'kept', sources))
      await changeStory(house.ground, house.id, (content, { sources }) => settled(content, 'added', sources))
      expect(held.stale.map(({ why }) => why)).toEqual(['left', 'left'])
      expect(await agree(house, 0)).toEqual({ closed: false })
    })
  })

  test('words that somebody takes back are read by nobody any more, and their part waits for a look', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    await whole(house)
    await agree(house, 1)
    const { ground, sheetId, partners, id } = house
    const before = await read(house)
    await leaveJoint(ground, sheetId, partners[1]!, { withWords: true })
    await followSources(ground, id)
    const after = await read(house)
    expect(JSON.stringify(after.content)).not.toMatch(/Uniek b|is welkom/)
    expect(after.revision).toBe(before.revision + 1)
    expect(after.stale.map(({ part, why }) => `${part} ${why}`)).toEqual(['kept taken-back', 'added taken-back'])
    const row = await ground.store.db.selectFrom('story').select('stale').where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.stale).toHaveLength(after.stale.length)
    // Looked at twice, nothing changes twice.
    await followSources(ground, id)
    expect((await read(house)).revision).toBe(after.revision)
  })

  test('the sweep looks closely at a story only when something under it was written, and at every other all the same', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    await whole(house)
    const { ground, sheetId, partners, id } = house
    const organisation = ground.config().organisations.get('xy')!
    const broken = await startYearStory(ground, organisation, 2025, 'nl', 'lead')
    const keep = createStoryKeeping(ground)
    await keep()
    await keep()
    const statements = countStatements(ground.store)
    await keep()
    expect(statements()).toBe(1)
    const stale = async () =>
      (await ground.store.db.selectFrom('story').select('stale').where('id', '=', id).executeTakeFirstOrThrow()).stale
    const goal = (await readJoint(ground, sheetId))!.entries.find(({ step }) => step === 'goal')!
    await rewriteJoint(ground, { sheetId, partnerId: partners[0]!, entryId: goal.id }, { text: 'Twee deuren.' })
    // Another one that cannot be read keeps nothing from being told.
    await ground.store.db.updateTable('story').set({ content_cipher: 'x' }).where('id', '=', broken).execute()
    await expect(keep()).rejects.toThrow()
    expect(await stale()).toEqual([{ part: 'goal', why: 'edited', of: goal.id }])
    await changeStory(ground, id, (content, { sources }) => settled(content, 'goal', sources))
    const digest = digestOf(12)
    const row = { organisation_id: 'xyz', id: 'd1', round_id: null, created_at: ground.clock.now().toString() }
    await ground.store.db
      .insertInto('digest')
      .values({ ...row, content: JSON.stringify(digest) })
      .execute()
    const { question, cell } = pickableIn(digest, 'nl')[0]!
    const figure = {
      key: 'c1',
      organisationId: 'xyz',
      digestId: 'd1',
      question,
      cell,
      hash: figureHash(digest, { question, cell }),
    }
    await change(house, (content) => ({ ...withPart('kept', 'Wij zien [c1].')(content), figures: [figure] }))
    await expect(keep()).rejects.toThrow()
    expect(await stale()).toBeNull()
    await ground.store.db.deleteFrom('digest').where('id', '=', 'd1').execute()
    await expect(keep()).rejects.toThrow()
    expect(await stale()).toEqual([{ part: 'kept', why: 'digest-gone', of: 'c1' }])
  })

  test('a field that was shared is no source of the text: taken back after the draft, or erased after closing, it is nowhere', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    const { ground, sheetId, partners, id } = house
    const writers = (await readJoint(ground, sheetId))!.partners.map(({ writerId }) => writerId)
    const from = { sheetId, writerId: writers[0]! }
    for (const key of ['who', 'goal']) {
      await keepField(ground, writers[0]!, fieldOf(key)!, { text: `Gedeeld ${key}` })
      expect(await shareField(ground, from, { partnerId: partners[1]!, field: key })).toBe('done')
    }
    await whole(house)
    const before = await read(house)
    expect(JSON.stringify(before)).not.toContain('Gedeeld')
    const copies = async () => (await sharesOf(ground, sheetId, { toId: partners[1]! })).map(({ field }) => field)
    expect(await takeBack(ground, from, { partnerId: partners[1]!, field: 'who' })).toBe('done')
    expect(await copies()).toEqual(['goal'])
    await followSources(ground, id)
    expect(await read(house)).toMatchObject({ revision: before.revision, stale: [] })
    await agree(house, 0)
    expect(await agree(house, 1)).toEqual({ closed: true })
    // The sheet closed with its story: nothing is taken back any more, but whoever erases the field erases its copy.
    expect(await takeBack(ground, from, { partnerId: partners[1]!, field: 'goal' })).toBe('closed')
    await eraseField(ground, writers[0]!, 'goal')
    expect(await copies()).toEqual([])
  })

  test('words that somebody changes are pointed at; the text stays as people left it', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    await whole(house)
    const { ground, sheetId, partners } = house
    const goal = (await readJoint(ground, sheetId))!.entries.find(({ step }) => step === 'goal')!
    await rewriteJoint(ground, { sheetId, partnerId: partners[0]!, entryId: goal.id }, { text: 'Twee deuren.' })
    const { stale, content } = await read(house)
    expect(stale).toEqual([{ part: 'goal', why: 'edited', of: goal.id }])
    expect(content.parts.goal).toBe('Een deur voor iedereen.')
    expect(await agree(house, 0)).toBe('unready')
    await changeStory(ground, house.id, (now, { sources }) => settled(now, 'goal', sources))
    expect(await agree(house, 0)).toEqual({ closed: false })
  })

  test('a digest that is put right or made void is told of, in a draft and after closing', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    const { ground, id } = house
    const digest = digestOf(12)
    await ground.store.db
      .insertInto('digest')
      .values({
        organisation_id: 'xy',
        id: 'd1',
        round_id: null,
        content: JSON.stringify(digest),
        created_at: ground.clock.now().toString(),
      })
      .execute()
    const { question, cell } = pickableIn(digest, 'nl')[0]!
    const figure = { key: 'c1', organisationId: 'xy', digestId: 'd1', question, cell }
    await whole(house)
    await change(house, (content) => ({
      ...withPart('kept', 'Wij zien [c1].')(content),
      figures: [{ ...figure, hash: figureHash(digest, figure) }],
    }))
    const set = (content: object) =>
      ground.store.db
        .updateTable('digest')
        .set({ content: JSON.stringify(content) })
        .where('id', '=', 'd1')
        .execute()
    expect((await read(house)).stale).toEqual([])
    await set({ ...digest, example: true })
    expect((await read(house)).stale).toEqual([{ part: 'kept', why: 'digest-changed', of: 'c1' }])
    expect(await agree(house, 0)).toBe('unready')
    await set(digest)
    await agree(house, 0)
    expect(await agree(house, 1)).toEqual({ closed: true })

    await ground.store.db.deleteFrom('digest').where('id', '=', 'd1').execute()
    await followSources(ground, id)
    const closed = await read(house)
    expect(closed.state).toBe('closed')
    expect(closed.stale).toEqual([{ part: 'kept', why: 'digest-gone', of: 'c1' }])
    expect(closed.figures.size).toBe(0)
  })

  test('a digest of another organisation than the one it was picked from gives no figure', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    const { ground } = house
    const digest = digestOf(12)
    const { question, cell } = pickableIn(digest, 'nl')[0]!
    const row = { id: 'd1', round_id: null, content: JSON.stringify(digest), created_at: ground.clock.now().toString() }
    await ground.store.db
      .insertInto('digest')
      .values({ organisation_id: 'xyz', ...row })
      .execute()
    const figure = { key: 'c1', organisationId: 'xy', digestId: 'd1', question, cell }
    await change(house, (content) => ({
      ...withPart('kept', '[c1]')(content),
      figures: [{ ...figure, hash: figureHash(digest, figure) }],
    }))
    expect((await read(house)).figures.size).toBe(0)
  })

  test('what is stored is sealed, and after closing nobody’s joined words are kept beside the text', async () => {
    const house = await storyOf(makeGround(await open()), 2)
    await whole(house)
    const { ground, id } = house
    const rows = async () => JSON.stringify(await ground.store.db.selectFrom('story').selectAll().execute())
    expect(await rows()).not.toMatch(/deur|Uniek|terugkomen/)
    await agree(house, 0)
    await agree(house, 1)
    expect((await read(house)).content.sources.every(({ words }) => words === '')).toBe(true)
    expect(ground.logs.join()).not.toMatch(/deur|Uniek/)
    expect(await rows()).toContain(id)
  })

  test('the story of a year: one a year, closed by who leads and one other account', async () => {
    const ground = makeGround(await open())
    await syncPlan(ground, ground.config())
    const organisation = ground.config().organisations.get('xy')!
    const staff = async (id: string, role: 'lead' | 'worker' | 'moderator', address: string) => {
      await ground.store.db
        .insertInto('staff')
        .values({
          ...{ organisation_id: 'xy', id, role, name: id, channel: 'telegram' },
          ...{ address_hash: address, address_cipher: 'x', granted_by: 'x', granted_at: ground.clock.now().toString() },
        })
        .execute()
    }
    await staff('lead-1', 'lead', 'a')
    await staff('lead-1-worker', 'worker', 'a')
    await staff('moderator-1', 'moderator', 'c')
    const started = await Promise.all(
      ['lead-1', 'lead-1'].map((by) => startYearStory(ground, organisation, 2026, 'en', by)),
    )
    const [id = ''] = started
    expect(new Set(started).size).toBe(1)
    const house: House = { ground, id, sheetId: '', partners: ['lead-1', 'lead-1-worker', 'worker-1', 'moderator-1'] }
    await change(house, (content) => ({
      ...content,
      parts: { goal: 'One door.', kept: 'We are there.', added: 'More doors.', check: 'Then we talk.' },
      signs: [SIGN],
    }))
    // Two roles of one account are one voice.
    expect(await agree(house, 0)).toEqual({ closed: false })
    expect(await agree(house, 1)).toEqual({ closed: false })
    expect(await agree(house, 3)).toBe('not-yours')
    await staff('worker-1', 'worker', 'b')
    expect(await agree(house, 2)).toEqual({ closed: true })
    expect((await read(house)).content.title).toBe('XY 2026–2027')
  })
})
