/** Somebody from outside helps with one task for a while: what they can do, what they never see, and that it lapses by itself. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { type FakeMessage, labels } from '../support/fake-telegram-chats.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 60_000 }
const NOT = 'Dat kan niet met jouw rol bij XY.'

test('somebody of market research makes a draft for two weeks, and sees no answers', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
  samira.type('/rollen')
  await tapped(samira, 'Wie doet wat bij XY', 'Iemand uitnodigen')
  await tapped(samira, 'Welke rol bij XY?', 'Vragenmaker')
  const until = await seen(samira, 'Tot wanneer maakt deze persoon vragen?')
  samira.tap(labels(until)[1]!, until)
  await seen(samira, 'Hoe heet deze persoon? (Vragenmaker)')
  // A name that cannot be one may be written again, and the day is not forgotten.
  samira.type('x'.repeat(41))
  await seen(samira, sayOf('nl', 'desk-bad-name'))
  samira.type('Dirk')
  const given = await seen(samira, 'Vragenmaker bij XY.')
  const dirk = story.telegram.person(910, { language: 'nl' })
  dirk.type(`/koppel ${/\/koppel ([a-z0-9]+)/.exec(plain(given.text))![1]}`)
  await seen(dirk, 'Je rol bij XY: Vragenmaker.')
  samira.type('/rollen')
  expect(plain((await seen(samira, 'Dirk: Vragenmaker')).text)).toMatch(/Dirk: Vragenmaker.* tot en met \w+ 9 december/)

  dirk.type('/menu')
  const menu = labels(await seen(dirk, 'XY · Dirk'))
  expect(menu).toContain('Peilingen en akkoorden')
  for (const hidden of ['Sessies', 'Overzichten', 'Open antwoorden', 'Iets terugzeggen', 'Voor het gesprek'])
    expect(menu).not.toContain(hidden)
  dirk.tap('Peilingen en akkoorden')
  await tapped(dirk, 'Wat XY vraagt aan jongeren', sayOf('nl', 'agree-new'))
  await seen(dirk, sayOf('nl', 'agree-make-method'))
  for (const command of ['/digest', '/terugkoppeling', '/sessie']) {
    dirk.type(command)
    await seen(dirk, NOT)
  }

  await pass(story, 15)
  dirk.type('/menu')
  await seen(dirk, sayOf('nl', 'staff-nobody'))
  dirk.tapData('t.p.new')
  await seen(dirk, sayOf('nl', 'staff-nobody'))
})

test('who makes questions comes with a last day, from every door', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const { desk } = story.app
  const author = { role: 'author' as const, name: 'Dirk' }
  expect(await desk.invite('command line', 'xy', author)).toMatchObject({ ok: false, fault: 'desk-bad-until' })
  for (const until of ['2026-11-24', '2028-01-01', 'morgen'])
    expect(await desk.invite('command line', 'xy', { ...author, until })).toMatchObject({
      ...{ ok: false, fault: 'desk-bad-until' },
    })
  expect(await desk.invite('command line', 'xy', { ...author, until: '2026-12-20', task: 'session:x' })).toMatchObject({
    ...{ ok: false, fault: 'desk-bad-task' },
  })
  expect(await desk.invite('command line', 'xy', { ...author, until: '2026-12-20' })).toMatchObject({ ok: true })
})

test(
  'interviews by somebody from outside: a summary for one moment, read by few, and erased with ease',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
    const noor = await withRole(story, 'xy', 903, 'moderator', 'Noor')
    const other = await withRole(story, 'xyz', 904, 'lead', 'Ann')
    await holdSession(story, 'xy', 'meetingpoint')
    const { momentId } = granted(
      await story.app.desk.addMoment('coach-page', 'xy', {
        date: '2026-12-10',
        title: 'Drie interviews',
        kind: 'third',
      }),
    )
    const lead = await staffNamed(story, 'Samira')
    const { code } = granted(
      await story.app.desk.invite(lead, 'xy', {
        ...{ role: 'helper', name: 'Dirk', task: `moment:${momentId}`, until: '2026-12-20' },
      }),
    )
    const dirk = story.telegram.person(910, { language: 'nl' })
    dirk.type(`/koppel ${code}`)
    await story.rest()
    dirk.type('/menu')
    expect(labels(await seen(dirk, 'XY · Dirk'))).not.toContain('Overzichten')
    dirk.tap('Tijdlijn')
    const plan = await seen(dirk, 'Jouw taken bij XY')
    dirk.tap(labels(plan).find((label) => label.includes('Drie interviews'))!, plan)
    await tapped(dirk, 'Drie interviews', 'Samenvatting inleveren')
    await seen(dirk, 'Schrijf geen namen, en niet wie wat zei.')
    dirk.type('x'.repeat(3001))
    await seen(dirk, sayOf('nl', 'third-long'))
    dirk.type('Jongeren vonden <b>rust</b> belangrijk. Bel 0470 12 34 56.\nMijn vriendin Fatima zei dat ook.')
    await seen(dirk, sayOf('nl', 'third-kept-names'))

    const summaries = () => story.app.ground.store.db.selectFrom('summary').selectAll().execute()
    const rows = await summaries()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('rust')
    samira.tapData(`t.t.l.${momentId}`)
    const read = plain((await seen(samira, 'Jongeren vonden <b>rust</b> belangrijk.')).text)
    expect(read).not.toContain('0470')
    expect(read).not.toContain('Fatima')
    for (const nobody of [noor, other]) {
      nobody.tapData(`t.t.l.${momentId}`)
      await seen(nobody, nobody === noor ? NOT : sayOf('nl', 'plan-gone'))
    }
    // Another moment is not theirs.
    const next = granted(
      await story.app.desk.addMoment('coach-page', 'xy', { date: '2026-12-11', title: 'Iets anders', kind: 'other' }),
    )
    dirk.tapData(`t.t.s.${next.momentId}`)
    await seen(dirk, NOT)

    await pass(story, 27)
    dirk.tapData(`t.t.l.${momentId}`)
    await seen(dirk, sayOf('nl', 'staff-nobody'))
    samira.tapData(`t.t.w.${momentId}`)
    await seen(samira, sayOf('nl', 'third-erased'))
    expect(await summaries()).toEqual([])
  },
)

test(
  'who would rather not may say why, and need not; others read it when five organisations said so',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { db } = story.app.ground.store
    const els = await withRole(story, 'xy', 901, 'coach', 'Els')
    const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
    els.type('/voorstel')
    const lead = await staffNamed(story, 'Els')
    const drafted = granted(
      await story.app.desk.draftSurvey(lead, 'xy', {
        ...{ method: 'gevraagd-worden', series: 'meetingpoint', moment: 'end', of: 'present', channels: null },
        aspect: 'Hoe vinden jongeren het dat we vragen stellen?',
      }),
    )
    granted(await story.app.desk.proposeSurvey(lead, 'xy', drafted.surveyId))
    await story.rest()
    samira.tap('Liever niet', await seen(samira, 'Els stelt een peiling voor bij XY'))
    await tapped(samira, 'Wil je zeggen waarom? Dat mag, het moet niet.', 'Te gevoelig')
    await seen(samira, sayOf('nl', 'third-why-thanks'))
    els.tapData(`t.p.nay.${drafted.proposalId}.time`)
    await seen(els, NOT)
    samira.tapData(`t.p.nay.${drafted.proposalId}.constructor`)
    await seen(samira, sayOf('nl', 'notice-stale'))

    // A sample organisation is nobody: XY is one of its own from here on.
    await db.updateTable('organisation').set({ example: false }).where('id', '=', 'xy').execute()
    const given = (organisation_id: string, code: string) =>
      db
        .insertInto('decline_reason')
        .values({ organisation_id, proposal_id: code, code, given_on: '2026-11-25' })
        .execute()
    for (const id of ['a', 'b', 'c', 'd'])
      await db
        .insertInto('organisation')
        .values({ id, name: id, example: false, created_at: '2026-11-25T00:00Z' })
        .execute()
    for (const id of ['a', 'b', 'c']) await given(id, 'sensitive')
    for (const id of ['a', 'b', 'c', 'd']) await given(id, 'time')
    samira.tapData('t.p.why')
    await seen(samira, sayOf('nl', 'third-reasons-none'))
    await given('d', 'sensitive')
    samira.tapData('t.p.why')
    const shown = plain((await seen(samira, '• Te gevoelig')).text)
    expect(shown).not.toContain('Geen tijd')
    expect(shown).not.toMatch(/\d/)
  },
)

async function staffNamed(story: Story, name: string): Promise<string> {
  const { db } = story.app.ground.store
  return (await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
}

async function pass(story: Story, days: number): Promise<void> {
  for (let left = days; left > 0; left -= 7) {
    story.clock.pass({ hours: 24 * Math.min(left, 7) })
    await story.app.sweep()
  }
  await story.rest()
}

async function tapped(person: TelegramPerson, words: string, label: string): Promise<void> {
  const message = await seen(person, words)
  person.tap(labels(message).find((one) => one.includes(label)) ?? label, message)
}

const seen = (person: TelegramPerson, words: string): Promise<FakeMessage> =>
  person.next(({ text }) => plain(text).includes(words))
