/** What a page may wish for about methods: the coach's page copies, an account of the lead hands in, a curator judges; nobody forges it. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { granted, type Story, startStory } from '../support/story.ts'
import { sayOf } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 120_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

async function pageOf(story: Story, organisation: string, role: StaffRole, name: string) {
  const { code } = await invite(story.app.ground, organisation, { role, name }, 'command line')
  const page = await onTeamPage(story, `/uitnodiging/${code}`)
  await page.press('Ik doe dit')
  return page
}

const own = async (story: Story) => (await story.app.desk.overview('xy'))!.methods.own

test('the coach copies and puts away; handing in, licences, judging and doors are for accounts', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const coach = await onTeamPage(story, story.coachPath('xy'))
  await coach.press(say('own-methods-copy'), { methode: 'stem' })
  expect(coach.text()).toContain(say('library-copied'))
  const [{ id } = { id: '' }] = await own(story)
  // What another program has no place for stands beside the file, before anybody fetches it.
  for (const told of ['out-heading-xlsx', 'out-heading-limesurvey', 'out-heading-po', 'out-words-only', 'out-aside'])
    expect(coach.text()).toContain(say(told))

  granted(
    await story.app.desk.changeMethod('coach-page', 'xy', id, (card) => ({
      ok: true,
      value: { ...card, title: { ...card.title, nl: 'Word je gehoord?' } },
    })),
  )
  for (const door of ['bestand', 'pakket', 'inlezen']) {
    await coach.forge(door, {})
    expect([door, coach.status()]).toEqual([door, 404])
  }
  // Not even a key that opens nothing.
  expect(await story.app.ground.store.db.selectFrom('staff_link').select('purpose').execute()).toEqual([])
  await coach.forge('methode-deel', { methode: id, naam: 'organisation' })
  await coach.forge('nakijken-op', { methode: id, gezien: 'a'.repeat(64) })
  const worker = await pageOf(story, 'xy', 'worker', 'Wout')
  expect(worker.text()).not.toContain(say('library-share'))
  await worker.forge('methode-deel', { methode: id, naam: 'organisation' })
  await worker.forge('methode-gebruik', { ja: '1' })
  expect(await own(story)).toMatchObject([{ id, state: 'draft' }])
  expect((await story.app.desk.overview('xy'))!.methods.counts).toBe(false)
  await worker.forge('pakket', {})
  expect(worker.status()).toBe(404)
})

test('given back with a note, which stands beside the method; what was not seen is not judged', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const lead = await pageOf(story, 'xy', 'lead', 'Noor')
  const curator = await pageOf(story, 'xyz', 'curator', 'Karim')
  const { id } = granted(await story.app.desk.copyMethod('coach-page', 'xy', 'stem'))
  granted(
    await story.app.desk.changeMethod('coach-page', 'xy', id, (card) => ({
      ok: true,
      value: { ...card, title: { ...card.title, nl: 'Word je gehoord?' } },
    })),
  )
  // Of another organisation, and not handed in: it is not there.
  await curator.open()
  expect(curator.text()).not.toContain('Word je gehoord?')
  await lead.open()
  await lead.press(say('library-share'), { naam: 'organisation' })
  expect(await own(story)).toMatchObject([{ id, state: 'submitted' }])

  await curator.open()
  expect(curator.text()).toContain('Word je gehoord?')
  await curator.forge('nakijken-op', { methode: id, gezien: '0'.repeat(64) })
  expect(curator.text()).toContain(say('library-changed-since'))
  await curator.open()
  await curator.press(say('library-return'), { opmerking: '  ' })
  expect(curator.text()).toContain(say('library-bad-note'))
  await curator.open()
  await curator.press(say('library-return'), { opmerking: 'Zeg erbij voor wie.' })
  await lead.open()
  expect(lead.text()).toContain(say('library-review-returned', { text: 'Zeg erbij voor wie.' }))

  const file = (page: { path(): string }, format: string) => story.page(`${page.path()}/methode/${id}/${format}`)
  expect((await file(lead, 'po-fr')).html).toContain('msgid')
  expect((await file(lead, 'exe')).status).toBe(404)
  // What an organisation is changing leaves by nobody else's page.
  expect((await file(curator, 'xlsx')).status).toBe(404)
})

test('whatever was said last, the menu is one tap away on a personal page', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const lead = await pageOf(story, 'xy', 'lead', 'Noor')
  await lead.press(say('staff-menu-methods'))
  expect(lead.chat().join()).toContain(say('method-heading'))
  await lead.press(say('staff-menu-open'))
  expect(lead.chat().join()).toContain(say('staff-menu-timeline'))
})
