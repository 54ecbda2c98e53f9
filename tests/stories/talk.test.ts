/** Coach and organisation decide together what is measured: in their group, step by step, and in private. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { type FakeMessage, labels } from '../support/fake-telegram-chats.ts'
import { type Story, startStory } from '../support/story.ts'
import { type TelegramGroup, type TelegramPerson, telegramPlace, withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 60_000 }

test(
  'in the group of coach and organisation: every step, then a draft, a timeline and an agreement to tap',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const els = await withRole(story, 'xy', 901, 'coach', 'Els')
    const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
    const group = await telegramPlace(story, 'xy', -1005, 'coach', els)

    group.say('/peilgesprek', els)
    const card = await shown(group, 'Wat wil je weten?')
    expect(plain(card.text)).toContain('Niets moet.')
    group.tap('Schrijven', samira, card)
    await asked(samira, 'Wat wil je weten?')
    samira.type('Wat nemen jongeren mee uit de gesprekken?')
    const said = await shown(group, 'Samira: Wat nemen jongeren mee uit de gesprekken?')
    // One card changes; the group is not flooded.
    expect(said.id).toBe(card.id)

    group.tap('Verder', els)
    await shown(group, 'Wat peilen we niet?')
    group.tap('Iets toevoegen', els)
    await asked(els, 'Wat peilen we niet?')
    els.type('De sfeer in het jeugdhuis')
    await shown(group, 'Els: De sfeer in het jeugdhuis')
    group.tap('Iets toevoegen', samira)
    await asked(samira, 'Wat peilen we niet?')
    samira.type('Schoolresultaten')
    await shown(group, 'Samira: Schoolresultaten')
    group.tap('Haal weg: De sfeer', samira)
    await shown(group, (text) => !text.includes('De sfeer') && text.includes('Schoolresultaten'))

    group.tap('Verder', els)
    await shown(group, 'Bij welke activiteit?')
    group.tap('Meetingpoint', els)
    await shown(group, 'Els: Meetingpoint')
    group.tap('Verder', els)
    group.tap('wie erbij was', samira, await shown(group, 'Aan wie vragen we het?'))
    await shown(group, 'Samira: wie erbij was')
    group.tap('Verder', els)
    await chooseMethod(group, els, 'Voel je je gehoord?')
    group.tap('Verder', els)
    await shown(group, 'Waarom meer dan drie vragen?')
    group.tap('Schrijven', els)
    await asked(els, 'Waarom meer dan drie vragen?')
    els.type('De vierde vraag is open en mag leeg blijven')
    await shown(group, 'Els: De vierde vraag is open')
    group.tap('Verder', els)
    await shown(group, 'Wanneer vragen we het?')
    group.tap('op het einde', samira)
    await shown(group, 'Samira: op het einde')
    group.tap('Verder', els)
    await shown(group, 'Wie doet wat?')
    group.tap('Team communicatie', els)
    await asked(els, 'Team communicatie: interviews')
    els.type('12/1 drie interviews afnemen, 4 uur')
    await shown(group, 'drie interviews afnemen · dinsdag 12 januari · 4 uur')
    group.tap('Begeleider', samira)
    await asked(samira, 'Wie: Begeleider')
    samira.type('drankjes klaarzetten')
    await shown(group, 'Begeleider: drankjes klaarzetten · nog geen dag · uren nog open')

    group.tap('Verder', els)
    const overview = await shown(group, 'dit staat er')
    expect(plain(overview.text)).toContain('Op de tijdlijn komt dan één taak met een dag.')
    group.tap('Maak het ontwerp en de tijdlijn', els)
    await shown(group, 'Peilgesprek XY: klaar')
    const draft = await asked(els, 'Ontwerp van een peiling bij XY: nog niet voorgesteld')
    expect(plain(draft.text)).toContain('Waarover: Wat nemen jongeren mee uit de gesprekken?')
    els.tap('Stel het voor', draft)
    const proposal = await asked(samira, 'Els stelt een peiling voor bij XY')
    expect(labels(proposal)).toContain('Akkoord')
    samira.tap('Akkoord', proposal)
    await asked(samira, '✔ Akkoord bij XY, door Samira')

    const moments = await story.app.ground.store.db
      .selectFrom('moment')
      .select(['kind', 'on_date', 'minutes', 'title', 'person'])
      .where('organisation_id', '=', 'xy')
      .where('by_hand', '=', true)
      .execute()
    expect(moments).toEqual([
      {
        ...{ kind: 'third', on_date: '2027-01-12', minutes: 240, person: 'third' },
        title: { nl: 'drie interviews afnemen' },
      },
    ])

    // Who taps the old card once more changes nothing and is told so.
    group.tap('Naar de peilingen', samira)
    await asked(samira, 'Wat XY vraagt aan jongeren')
    expect(group.messages).toHaveLength(2)
  },
)

test('every step may be skipped, nothing is filled in, and a stop makes nothing', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
  samira.type('/peilgesprek')
  for (const question of ['aspect', 'not', 'series', 'of', 'method', 'moment', 'tasks']) {
    const card = await asked(samira, sayOf('nl', `talk-${question}`))
    expect(plain(card.text)).not.toContain('Samira:')
    samira.tap('Verder', card)
  }
  const overview = await asked(samira, 'dit staat er')
  expect(labels(overview)).not.toContain('Maak het ontwerp en de tijdlijn')
  expect(plain(overview.text)).toContain(
    'nog nodig: Wat we willen weten, Activiteit, Voor wie, Methode, Wanneer. Dat mag ook later.',
  )
  samira.tap('Stop dit gesprek', overview)
  await asked(samira, 'Er is niets gemaakt.')
  // A forged end of a talk that is over.
  samira.tapData('t.g.end.both')
  await asked(samira, 'Dit gesprek is voorbij.')
  expect(await drafts(story)).toEqual([])
})

test('a talk goes on where it was, for whoever comes back, and only for who may', LONG, async () => {
  const story = await startStory({ discord: false })
  const els = await withRole(story, 'xy', 901, 'coach', 'Els')
  const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
  const noor = await withRole(story, 'xy', 903, 'moderator', 'Noor')
  els.type('/peilgesprek')
  els.tap('Verder', await asked(els, 'Wat wil je weten?'))
  await asked(els, 'Wat peilen we niet?')
  samira.type('/peilgesprek')
  const card = await asked(samira, 'Wat peilen we niet?')
  await story.restart()
  samira.tap('Iets toevoegen', card)
  await asked(samira, 'hoogstens 200 tekens')
  samira.type('x'.repeat(201))
  await asked(samira, 'Dat is te lang.')
  samira.type('/peilgesprek')
  samira.tap('Iets toevoegen', await asked(samira, 'Wat peilen we niet?'))
  samira.type('<b>cijfers</b>\u202e op school')
  expect(plain((await asked(samira, 'Samira: ')).text)).toContain('<b>cijfers</b> op school')

  noor.type('/peilgesprek')
  await asked(noor, 'Dat kan niet met jouw rol bij XY.')
  noor.tapData('t.g.say.of.present')
  await asked(noor, 'Dat kan niet met jouw rol bij XY.')
  els.tapData('t.g.say.series.andere')
  els.tapData('t.g.say.method.constructor')
  await story.rest()
  const rows = await story.app.ground.store.db.selectFrom('talk_answer').selectAll().execute()
  expect(rows.map(({ step }) => step)).toEqual(['not'])
  expect(JSON.stringify(rows)).not.toContain('cijfers')
})

test('on the page of the coach and of the lead every step stands at once, for who has no chat', LONG, async () => {
  const story = await startStory({ telegram: false, discord: false })
  const coach = await onTeamPage(story, story.coachPath('xy'))
  await coach.press('Begin een peilgesprek')
  expect(coach.text()).toContain('In het gesprek staat wie wat schreef.')
  await coach.forge('gesprek-zeg', { stap: 'aspect', tekst: 'Wat nemen jongeren mee?' })
  expect(coach.text()).toContain(sayOf('nl', 'desk-no-name'))
  await coach.forge('gesprek-zeg', { stap: 'aspect', tekst: '<script>Wat nemen jongeren mee?', naam: 'Els' })
  expect(coach.text()).toContain('Els: <script>Wat nemen jongeren mee?')
  const { code } = await invite(story.app.ground, 'xy', { role: 'lead', name: 'Samira' }, 'command line')
  const samira = await onTeamPage(story, `/uitnodiging/${code}`)
  await samira.press('Ik doe dit')
  for (const [stap, keuze] of [
    ['series', 'meetingpoint'],
    ['of', 'present'],
    ['method', 'gevraagd-worden'],
    ['moment', 'end'],
  ])
    await samira.forge('gesprek-zeg', { stap: stap!, keuze: keuze! })
  await samira.forge('gesprek-zeg', { stap: 'series', keuze: '' })
  expect(samira.text()).toContain(sayOf('nl', 'talk-empty'))
  await samira.forge('gesprek-zeg', { stap: 'tasks', wie: 'network', tekst: '1/3 helpen, 2 uur' })
  expect(samira.text()).toContain('Iemand uit ons eigen netwerk: helpen · maandag 1 maart · 2 uur')
  await coach.open()
  await coach.press('Maak het ontwerp en de tijdlijn')
  expect(coach.text()).toContain(sayOf('nl', 'talk-page-ended'))
  expect(coach.text()).toContain('helpen')
  expect(await drafts(story)).toHaveLength(1)
  // The same form once more makes nothing more.
  await coach.forge('gesprek-klaar', { hoe: 'both' })
  expect(coach.text()).toContain('Dit gesprek is voorbij.')
  expect(await drafts(story)).toHaveLength(1)
})

async function chooseMethod(group: TelegramGroup, by: TelegramPerson, title: string): Promise<void> {
  for (;;) {
    const card = await shown(group, 'Met welke methode?')
    const found = labels(card).find((label) => label.startsWith(title))
    if (found) {
      group.tap(found, by, card)
      await shown(group, `Els: ${title}`)
      return
    }
    // Leafing is private: the card of the others stays where it is.
    group.tap('Meer methodes', by, card)
    const more = await asked(by, 'Met welke methode?')
    const label = labels(more).find((one) => one.startsWith(title))!
    by.tap(label, more)
    await shown(group, `Els: ${title}`)
    return
  }
}

const drafts = (story: Story) =>
  story.app.ground.store.db.selectFrom('survey_proposal').select('id').where('state', '=', 'draft').execute()

function shown(group: TelegramGroup, words: string | ((text: string) => boolean)): Promise<FakeMessage> {
  return group.next(({ text }) => (typeof words === 'string' ? plain(text).includes(words) : words(plain(text))))
}

const asked = (person: TelegramPerson, words: string): Promise<FakeMessage> =>
  person.next(({ text }) => plain(text).includes(words))
