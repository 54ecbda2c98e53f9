/** Nothing goes live without the organisation's own yes: proposed, tried, asked about, agreed on, paused and stopped, on Telegram. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { type FakeMessage, labels } from '../support/fake-telegram-chats.ts'
import { granted, holdSession, ownConfig, type Story, startStory } from '../support/story.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }
const ASPECT = 'Wat betekenen de gesprekken op het meetingpoint voor de jongeren?'

/** XY as an organisation of its own: nothing comes agreed. */
async function ownHouse(): Promise<{ story: Story; edit(change: (yaml: string) => string): Promise<void> }> {
  const configFolder = ownConfig((files) => {
    files.organisation('xy', (yaml) => yaml.replace('example: true', 'example: false'))
  })
  const path = `${configFolder}/organisations/xy.yaml`
  const story = await startStory({ discord: false, configFolder })
  return {
    story,
    async edit(change) {
      writeFileSync(path, change(readFileSync(path, 'utf8')))
      await story.app.sweep()
      await story.rest()
    },
  }
}

test(
  'a proposal is tried, asked about and agreed on by the lead alone, and only then asks somebody',
  LONG,
  async () => {
    const { story } = await ownHouse()
    const els = await withRole(story, 'xy', 901, 'coach', 'Els')
    const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
    const ann = await onTelegram(story, 'xy', 1, 'nl')
    await joins(ann)

    els.type('/peilingen')
    await tapped(els, 'Wat XY vraagt aan jongeren', 'Wat betekenen')
    const draft = await seen(els, 'Ontwerp van een peiling bij XY: nog niet voorgesteld')
    expect(labels(draft)).toEqual(expect.arrayContaining(['Probeer het', 'Stel het voor']))
    expect(labels(draft)).not.toContain('Akkoord')
    els.tap('Stel het voor', draft)
    await seen(els, 'Eén persoon kan nu akkoord geven.')

    const proposal = await seen(samira, 'Els stelt een peiling voor bij XY')
    const words = plain(proposal.text)
    for (const part of [
      `Waarover: ${ASPECT}`,
      'Methode: ',
      'Wanneer: op het einde van elke sessie van Meetingpoint. Antwoorden kan tot 3 dagen later.',
      'Herinnering: één, na 1 dag',
      'Wie: iedereen die meedoet.',
      'Waar: op elk kanaal waar jongeren meedoen.',
      'Niet antwoorden is geen akkoord.',
    ])
      expect(words).toContain(part)
    expect(labels(proposal)).toEqual(['Probeer het', 'Akkoord', 'Vraag iets', 'Liever niet'])
    expect(words).not.toContain('Wat verandert er')

    samira.tap('Probeer het', proposal)
    const first = await seen(samira, 'Vraag 1 van 4')
    expect(plain(first.text)).toContain('Dit is een proef: niets wordt bewaard.')
    samira.tap(0, first)
    const second = await seen(samira, 'Vraag 2 van 4')
    samira.tap('Andere taal', second)
    await tapped(samira, 'In welke taal', 'العربية')
    const arabic = await seen(samira, 'السؤال 1 من 4')
    samira.tap('Toon alle vragen', arabic)
    const all = await seen(samira, 'Alle vragen')
    expect(plain(all.text)).toContain('1. Had je iets aan het gesprek over het thema van deze keer?')
    expect(plain(all.text)).toContain('veel · een beetje · niet veel')
    samira.tap('Terug naar het voorstel', all)
    const back = await seen(samira, 'Els stelt een peiling voor bij XY')

    samira.tap('Vraag iets', back)
    await seen(samira, sayOf('nl', 'agree-ask-how'))
    samira.type('Waarom vier vragen?')
    await seen(samira, 'Je bericht is verstuurd.')
    const asked = await seen(els, 'Samira: Waarom vier vragen?')
    els.tap('Antwoord', asked)
    await seen(els, sayOf('nl', 'agree-ask-how'))
    els.type('De vierde mag leeg blijven.')
    await seen(samira, 'Els: De vierde mag leeg blijven.')
    await story.rest()
    expect((await story.app.desk.overview('xy'))!.surveys[0]!.state).toBe('waiting')
    expect((await story.app.desk.holdSession('coach', 'xy', 'meetingpoint')).ok).toBe(false)

    samira.type('/akkoord')
    await tapped(samira, 'Els: De vierde mag leeg blijven.', 'Akkoord')
    await seen(samira, '✔ Akkoord bij XY, door Samira, op 25 november 2026')
    await seen(els, '✔ Akkoord bij XY, door Samira, op 25 november 2026')
    await holdSession(story, 'xy', 'meetingpoint')
    await ann.sees('Vraag 1 van 4')
    await story.rest()
    // The message with the buttons shows what became of it, and its buttons are gone.
    const standing = samira.messages.filter((one) => labels(one).includes('Akkoord'))
    expect(standing.map((one) => plain(one.text))).toEqual([])

    const tables = await story.tables()
    expect(tables.answer).toEqual([])
    expect(tables.run).toHaveLength(1)
    expect(tables.agreement!.filter((row) => row.organisation_id === 'xy')).toMatchObject([
      { proposed_by: 'Els', agreed_by: 'Samira', ended_at: null },
    ])
    const kept = JSON.stringify(tables)
    expect(kept).not.toContain('Waarom vier vragen')
    expect(story.logs.join('\n')).not.toMatch(/Samira|Els|Waarom vier/)
    expect(tables.audit!.filter((row) => /^survey/.test(String(row.action))).map((row) => row.action)).toEqual(
      expect.arrayContaining(['survey drafted', 'survey proposed', 'survey proposal questioned', 'survey agreed']),
    )
  },
)

test(
  'buttons by the wrong person, twice, after a change and after withdrawal: one sentence, nothing changed',
  LONG,
  async () => {
    const { story, edit } = await ownHouse()
    const els = await withRole(story, 'xy', 901, 'coach', 'Els')
    const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
    const joris = await withRole(story, 'xy', 903, 'worker', 'Joris')
    const other = await withRole(story, 'xyz', 904, 'lead', 'Kaat')
    const double = await withRole(story, 'xy', 905, 'lead', 'els')
    const stranger = story.telegram.person(906, { language: 'nl' })
    stranger.meet()

    const { proposalId } = granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
    const before = await seen(samira, 'Els stelt een peiling voor bij XY')
    const yes = dataOf(before, 'Akkoord')
    const says = async (person: TelegramPerson, data: string, words: string) => {
      person.wipe()
      person.tapData(data)
      await seen(person, words)
      expect(await inForce(story)).toBe(0)
    }
    await says(joris, yes, 'Dat kan niet met jouw rol bij XY.')
    await says(els, yes, 'Dat kan niet met jouw rol bij XY.')
    await says(stranger, yes, sayOf('nl', 'staff-nobody'))
    // Somebody else's organisation is not there at all: the same answer as for an id that never was.
    const nowhere = sayOf('nl', 'desk-no-survey-proposal')
    for (const step of ['yes', 'no', 'see', 'try', 'ask', 'back', 'put']) {
      await says(other, `t.p.${step}.${proposalId}`, nowhere)
      await says(other, `t.p.${step}.${'x'.repeat(22)}`, nowhere)
    }
    await says(other, 't.p.one.gesprek', sayOf('nl', 'desk-no-survey'))
    await says(other, 't.p.pause.gesprek', sayOf('nl', 'desk-not-agreed'))
    // The same name is the same person, also from another account.
    await says(double, yes, sayOf('nl', 'desk-same-person'))

    await edit((yaml) => yaml.replace('window: PT72H', 'window: PT48H'))
    await says(samira, yes, 'Dit voorstel is intussen veranderd')
    const second = granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
    granted(await story.app.desk.withdrawSurvey('coach-page', 'xy', second.proposalId))
    await says(samira, `t.p.yes.${second.proposalId}`, sayOf('nl', 'desk-survey-withdrawn'))
    const third = granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
    await says(samira, `t.p.no.${third.proposalId}`, 'Liever niet: Samira zei nee')
    await says(samira, `t.p.yes.${third.proposalId}`, sayOf('nl', 'desk-survey-declined'))

    const last = granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
    samira.wipe()
    samira.tapData(`t.p.yes.${last.proposalId}`)
    await seen(samira, '✔ Akkoord bij XY, door Samira')
    const held = await agreements(story)
    samira.wipe()
    samira.tapData(`t.p.yes.${last.proposalId}`)
    await seen(samira, sayOf('nl', 'desk-agreed-already'))
    samira.wipe()
    samira.tapData(`t.p.no.${last.proposalId}`)
    await seen(samira, sayOf('nl', 'desk-agreed-already'))
    samira.wipe()
    samira.tapData('t.p.v.1.zzz')
    await seen(samira, sayOf('nl', 'agree-try-over'))
    expect(await agreements(story)).toEqual(held)
    const { agreement } = await story.tables()
    expect(agreement!.filter((row) => row.organisation_id === 'xy')).toHaveLength(1)
  },
)

test('a role that was taken back decides nothing any more, also behind an open button', LONG, async () => {
  const { story } = await ownHouse()
  const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
  granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
  const proposal = await seen(samira, 'Els stelt een peiling voor bij XY')
  const overview = await story.app.desk.overview('xy')
  const { staffId } = overview!.people.roles.find(({ name }) => name === 'Samira')!
  granted(await story.app.desk.takeBack(staffId, 'xy', staffId))
  samira.tap('Akkoord', proposal)
  await seen(samira, sayOf('nl', 'staff-nobody'))
  expect(await inForce(story)).toBe(0)
})

test('a changed file waits as a readable difference while the agreed version runs', LONG, async () => {
  const { story, edit } = await ownHouse()
  const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
  const first = granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
  await seen(samira, 'Els stelt een peiling voor bij XY')
  samira.tapData(`t.p.yes.${first.proposalId}`)
  await seen(samira, '✔ Akkoord bij XY, door Samira')
  const hours = async () => {
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    const round = (await story.app.desk.overview('xy'))!.rounds.find(({ id }) => id === roundId)!
    story.clock.pass({ minutes: 1 })
    return round.opensAt.until(round.closesAt).total('hours')
  }
  expect(await hours()).toBe(72)

  await edit((yaml) =>
    yaml
      .replace('window: PT72H', 'window: PT48H')
      .replace('of: subscribers', 'of: present\n    channels: [web, telegram]'),
  )
  expect((await story.app.desk.overview('xy'))!.surveys[0]).toMatchObject({
    state: 'changed',
    proposal: { state: 'draft' },
  })
  samira.wipe()
  const second = granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
  const proposal = plain((await seen(samira, 'Wat verandert er')).text)
  for (const line of [
    '• Tijd om te antwoorden: was ‘3 dagen’, wordt ‘2 dagen’',
    '• Wie: was ‘iedereen die meedoet.’, wordt ‘wie erbij was.',
    '• Waar: was ‘op elk kanaal waar jongeren meedoen.’, wordt ‘alleen via Telegram, Webpagina.’',
    'Tot er een akkoord is, loopt alles zoals nu afgesproken.',
  ])
    expect(proposal).toContain(line)
  expect(proposal).not.toContain('Vraag 1')
  expect(await hours()).toBe(72)
  samira.tapData(`t.p.yes.${second.proposalId}`)
  await seen(samira, '✔ Akkoord bij XY, door Samira')
  expect(await hours()).toBe(48)
})

test(
  'silence stays silence: the proposer hears once after a week, and who becomes lead later still gets it',
  LONG,
  async () => {
    const { story } = await ownHouse()
    const els = await withRole(story, 'xy', 901, 'coach', 'Els')
    els.type('/peilingen')
    await tapped(els, 'Wat XY vraagt', 'Wat betekenen')
    await tapped(els, 'Ontwerp van een peiling', 'Stel het voor')
    await seen(els, 'Er is nog niemand die akkoord kan geven.')
    const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
    await story.app.sweep()
    await seen(samira, 'Els stelt een peiling voor bij XY')
    await story.rest()
    const received = () => [samira.messages.length, els.messages.length]
    const [hers, his] = received()
    for (let day = 1; day <= 20; day++) {
      story.clock.pass({ hours: 24 })
      await story.app.sweep()
      await story.rest()
      expect(received()).toEqual([hers, his! + (day >= 7 ? 1 : 0)])
    }
    expect(plain(els.messages.at(-1)!.text)).toContain(sayOf('nl', 'agree-late'))
    expect(await inForce(story)).toBe(0)
    // What stood there for weeks still works.
    samira.tap('Akkoord')
    await seen(samira, '✔ Akkoord bij XY, door Samira, op 15 december 2026')
  },
)

test(
  'either side pauses with one tap: nothing that waited is sent, an open card can still be answered',
  LONG,
  async () => {
    const { story } = await ownHouse()
    const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
    const els = await withRole(story, 'xy', 901, 'coach', 'Els')
    const { proposalId } = granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Bo'))
    const bea = await onTelegram(story, 'xy', 2, 'nl', 'Bea')
    const ann = await onTelegram(story, 'xy', 1, 'nl')
    await joins(ann)
    await joins(bea)
    samira.tapData(`t.p.yes.${proposalId}`)
    await seen(samira, '✔ Akkoord bij XY')
    await holdSession(story, 'xy', 'meetingpoint')
    await ann.sees('Vraag 1 van 4')
    await bea.sees('Vraag 1 van 4')
    await story.rest()

    els.type('/pauze')
    await tapped(els, ASPECT, 'Zet op pauze')
    await seen(els, sayOf('nl', 'agree-done-paused'))
    await seen(samira, 'Op pauze gezet op 25 november 2026, bij XY.')
    await ann.tap('veel')
    await ann.sees('Vraag 2 van 4')
    const silent = bea.person.messages.length
    // The reminder of a day later, and a session of today.
    story.clock.pass({ hours: 25 })
    await story.app.sweep()
    expect(await story.app.desk.holdSession('coach', 'xy', 'meetingpoint')).toMatchObject({
      fault: 'desk-nothing-asked',
    })
    granted(await story.app.desk.addSession('coach', 'xy', { seriesId: 'meetingpoint', startsAt: '2026-11-26T16:00' }))
    await story.rest()
    expect(bea.person.messages).toHaveLength(silent)
    // Who comes in by a link meanwhile is asked nothing either.
    const cas = await onTelegram(story, 'xy', 3, 'nl', 'Cas')
    await joins(cas)
    await story.rest()
    expect(cas.person.messages.some((one) => plain(one.text).includes('Vraag 1'))).toBe(false)

    els.wipe()
    els.tapData('t.p.pause.gesprek')
    await seen(els, sayOf('nl', 'desk-paused-already'))
    samira.tapData('t.p.go.gesprek')
    await seen(samira, sayOf('nl', 'agree-done-resumed'))
    await seen(els, 'Loopt verder sinds 26 november 2026')
    await story.rest()
    samira.tapData('t.p.stop.gesprek')
    await seen(samira, sayOf('nl', 'agree-done-stopped'))
    await seen(els, 'Gestopt op 26 november 2026')
    samira.wipe()
    samira.tapData('t.p.stop.gesprek')
    await seen(samira, sayOf('nl', 'desk-not-agreed'))

    els.type('/peilingen')
    await tapped(els, 'Wat XY vraagt', 'Wat is afgesproken')
    expect(plain((await seen(els, 'Wat gold op 26 november 2026 bij XY')).text)).toContain('eindigde die dag')
    els.tap('Een andere dag')
    await seen(els, 'Welke dag?')
    els.type('gisteren')
    await seen(els, sayOf('nl', 'desk-bad-day'))
    els.type('/peilingen')
    await tapped(els, 'Wat XY vraagt', 'Wat is afgesproken')
    await tapped(els, 'Wat gold op 26', 'Een andere dag')
    await seen(els, 'Welke dag?')
    els.type('2026-11-25')
    expect(plain((await seen(els, 'Wat gold op 25 november 2026')).text)).toContain(
      `${ASPECT} – akkoord van Samira op 25 november 2026; stond op pauze`,
    )
  },
)

test('a worker puts a new survey together by buttons; an author may draft one and no more', LONG, async () => {
  const { story } = await ownHouse()
  const joris = await withRole(story, 'xy', 903, 'worker', 'Joris')
  const samira = await withRole(story, 'xy', 902, 'lead', 'Samira')
  const mo = await withRole(story, 'xy', 907, 'author', 'Mo')
  joris.type('/voorstel')
  await tapped(joris, 'Welke methode?', 'Gevoelsbuttons')
  // One series: nothing to choose.
  await tapped(joris, 'Wanneer?', 'op het einde')
  await tapped(joris, 'Aan wie?', 'wie erbij was')
  await tapped(joris, 'Op welk kanaal?', 'alleen Telegram')
  await seen(joris, 'Wat wil je weten?')
  joris.type('Hoe voelen jongeren zich na een meetingpoint?')
  const draft = await seen(joris, 'Ontwerp van een peiling bij XY')
  expect(plain(draft.text)).toContain('Waar: alleen via Telegram.')
  joris.tap('Stel het voor', draft)
  const proposal = await seen(samira, 'Joris stelt een peiling voor bij XY')
  expect(plain(proposal.text)).toContain('Hoe voelen jongeren zich na een meetingpoint?')
  samira.tap('Akkoord', proposal)
  await seen(samira, '✔ Akkoord bij XY, door Samira')
  const made = (await story.app.desk.overview('xy'))!.surveys.find(({ state }) => state === 'agreed')!
  expect(made.aspect).toEqual({
    nl: 'Hoe voelen jongeren zich na een meetingpoint?',
    en: 'Hoe voelen jongeren zich na een meetingpoint?',
    fr: 'Hoe voelen jongeren zich na een meetingpoint?',
    ar: 'Hoe voelen jongeren zich na een meetingpoint?',
  })

  mo.type('/voorstel')
  await tapped(mo, 'Welke methode?', 'Uitgangsvraag')
  await tapped(mo, 'Wanneer?', '3 dagen erna')
  await tapped(mo, 'Aan wie?', 'iedereen')
  await tapped(mo, 'Op welk kanaal?', 'overal')
  await seen(mo, 'Deze methode heeft 4 vragen.')
  mo.type('kort')
  await seen(mo, 'Deze methode heeft 4 vragen.')
  mo.type('De vierde is open en mag leeg blijven.')
  const sentence = await seen(mo, 'Wat wil je weten?')
  mo.tap('Neem over', sentence)
  const own = await seen(mo, 'Waarom meer dan drie vragen: De vierde is open en mag leeg blijven.')
  expect(labels(own)).not.toContain('Stel het voor')
  const id = dataOf(own, 'Probeer het').split('.').at(-1)!
  mo.wipe()
  mo.tapData(`t.p.put.${id}`)
  await seen(mo, 'Dat kan niet met jouw rol bij XY.')
  mo.wipe()
  mo.tapData(`t.p.pause.${made.id}`)
  await seen(mo, 'Dat kan niet met jouw rol bij XY.')
  const { survey_proposal } = await story.tables()
  expect(survey_proposal!.find((row) => row.id === id)).toMatchObject({ state: 'draft', made_name: 'Mo' })
})

const seen = (person: TelegramPerson, words: string): Promise<FakeMessage> =>
  person.next((message) => plain(message.text).includes(words))

async function tapped(person: TelegramPerson, words: string, button: string): Promise<void> {
  person.tap(button, await seen(person, words))
}

const dataOf = (message: FakeMessage, label: string): string =>
  message.buttons.flat().find((button) => button.label.includes(label))!.data

async function agreements(story: Story) {
  const { log } = granted(await story.app.desk.agreements('xy', 'nl'))
  return log.agreements.map(({ agreedBy, hash }) => [agreedBy, hash])
}

const inForce = async (story: Story) => (await agreements(story)).length
