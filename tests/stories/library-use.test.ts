/** What is one's own can be used: an own copy in a proposal, and a method without a bot on the timeline, counted by hand. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, type Story, startStory } from '../support/story.ts'

const LONG = { timeout: 120_000 }

type Person = ReturnType<Story['telegram']['person']>
const seen = (person: Person, words: string) => person.next((message) => plain(message.text).includes(words))

async function withRole(
  story: Story,
  id: number,
  role: StaffRole,
  name: string,
): Promise<{ person: Person; staffId: string }> {
  const person = story.telegram.person(id, { language: 'nl', name })
  const { code } = await invite(story.app.ground, 'xy', { role, name }, 'test')
  person.type(`/koppel ${code}`)
  await story.rest()
  const row = await story.app.ground.store.db
    .selectFrom('staff')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return { person, staffId: row.id }
}

test('an own copy is offered for a proposal, and is asked in its own words', LONG, async () => {
  const story = await startStory({ discord: false })
  const { person: wim, staffId } = await withRole(story, 911, 'worker', 'Wim')
  const { desk } = story.app
  const { id } = granted(await desk.copyMethod(staffId, 'xy', 'stem'))
  granted(
    await desk.changeMethod(staffId, 'xy', id, (card) => ({
      ok: true,
      value: { ...card, title: { ...card.title, nl: 'Gehoord op woensdag' } },
    })),
  )
  wim.type('/voorstel')
  const which = await wim.next((message) => labels(message).includes('Gehoord op woensdag (van jullie)'))
  expect(labels(which)[0]).toBe('Gehoord op woensdag (van jullie)')
  wim.tap('Gehoord op woensdag (van jullie)', which)
  await story.rest()
  const wish = { method: id, series: 'meetingpoint', moment: 'PT24H', of: 'present' as const, channels: null }
  const drafted = granted(
    await desk.draftSurvey(staffId, 'xy', {
      ...wish,
      aspect: 'Of jongeren gehoord worden',
      reason: 'Vier vragen horen samen.',
    }),
  )
  granted(await desk.proposeSurvey(staffId, 'xy', drafted.surveyId))
  const { person: lea } = await withRole(story, 912, 'lead', 'Lea')
  lea.type('/akkoord')
  const proposal = await seen(lea, 'Gehoord op woensdag')
  expect(plain(proposal.text)).toContain('Of jongeren gehoord worden')
  // Put away, it is still what was proposed, by its own name.
  granted(await desk.dropMethod(staffId, 'xy', id))
  lea.type('/akkoord')
  await seen(lea, 'Gehoord op woensdag')
  wim.type('/voorstel')
  const after = await wim.next((message) => labels(message).includes('Voel je je gehoord?'))
  expect(labels(after)).not.toContain('Gehoord op woensdag (van jullie)')
  // Another organisation never had it.
  expect(await desk.draftSurvey('command line', 'xyz', { ...wish, series: 'x', aspect: 'iets' })).toMatchObject({
    ok: false,
  })
})

test(
  'a method without a bot: described in chat, on the timeline, counted by hand; small groups stay hidden',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { person: wim, staffId } = await withRole(story, 911, 'worker', 'Wim')
    wim.type('/methode')
    wim.tap('Eigen methodes', await wim.next((message) => labels(message).includes('Eigen methodes')))
    wim.tap('Nieuwe werkvorm zonder bot', await seen(wim, 'Er zijn er nog geen.'))
    await seen(wim, 'Hoe heet de werkvorm?')
    wim.type('x'.repeat(81))
    await seen(wim, 'Dat is te lang: hoogstens 80 tekens.')
    wim.type('\u202eOp <b>de</b> lijn')
    await seen(wim, 'Wat kom je ermee te weten?')
    wim.type('Hoe de groep de dag vond.')
    await seen(wim, 'Voor wie, of wanneer?')
    wim.type('Alle jongeren, op het einde.')
    await seen(wim, 'Hoe doe je het?')
    wim.type('Plak een lijn op de grond. Iedereen gaat staan waar het past.')
    await seen(wim, 'Hoeveel minuten kost het')
    wim.type('een kwartier')
    await seen(wim, 'Schrijf twee getallen')
    wim.type('10 20')
    await seen(wim, 'Wordt er achteraf iets geteld?')
    wim.type('Waar staan ze?')
    await seen(wim, 'Waaruit kiezen ze?')
    wim.type('helemaal vooraan, in het midden, achteraan')
    const own = await seen(wim, 'Op <b>de</b> lijn')
    expect(plain(own.text)).toContain('ontwerp, alleen jullie zien het')
    expect(own.html).toContain('Op &lt;b&gt;de&lt;/b&gt; lijn')
    expect(own.html).not.toContain('\u202e')
    wim.tap('Zet op de tijdlijn', own)
    await seen(wim, 'Op welke dag doe je')
    wim.type('32/13')
    await seen(wim, 'Die dag kan niet.')
    wim.type('15/12')
    const planned = await seen(wim, 'Het staat op de tijdlijn: dinsdag 15 december')
    wim.tap('Tel na', planned)
    await seen(wim, '1. helemaal vooraan')
    wim.type('2 1')
    await seen(wim, 'Schrijf 3 getallen van 0 tot')
    wim.type('2 1 1')
    const few = await seen(wim, 'te weinig mensen om te tonen')
    expect(labels(few)).toContain('dinsdag 15 december')
    await story.rest()
    const [count] = await story.app.ground.store.db.selectFrom('method_count').selectAll().execute()
    granted(await story.app.desk.countActivity(staffId, 'xy', count!.id, 'count', [12, 7, 4]))
    wim.type('/methode')
    await story.rest()
    wim.tapData(`t.i.p.l.${count!.method_id}`)
    await seen(wim, 'helemaal vooraan: 12 · in het midden: 7 · achteraan: 4')
    const { moment } = await story.tables()
    expect(moment!.filter(({ title }) => JSON.stringify(title ?? '').includes('lijn'))).toMatchObject([
      { on_date: '2026-12-15', kind: 'other', minutes: 20 },
    ])
  },
)
