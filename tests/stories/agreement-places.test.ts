/** The same yes on Discord and on a page of one's own; two organisations that know nothing of each other; and who is asked on which channel. */
import { expect, test } from 'vitest'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { agreed, staffMember } from '../support/agreed.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram-chats.ts'
import { granted, holdSession, ownConfig, type Story, startStory } from '../support/story.ts'
import { withRole } from '../support/story-staff.ts'
import { joins, onTelegram, onWeb } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 90_000 }

/** XY and XYZ as organisations of their own. */
const ownHouses = (change: (yaml: string) => string = (yaml) => yaml) =>
  ownConfig((files) => {
    for (const id of ['xy', 'xyz'])
      files.organisation(id, (yaml) => change(yaml.replace('example: true', 'example: false')))
  })

test('on Discord a lead tries it, asks in a text field and agrees; what is tapped changes in place', LONG, async () => {
  const story = await startStory({ telegram: false, configFolder: ownHouses() })
  const server = story.discord.server()
  const lead = story.discord.person({ server: server.id })
  const sees = (words: string) => lead.next(({ text }) => plain(text).includes(words))
  lead.type(`/koppel ${await codeFor(story, 'xy', 'lead', 'Samira')}`)
  await sees('Je rol bij XY')
  granted(await story.app.desk.proposeSurvey('coach-page', 'xy', 'gesprek', 'Els'))
  const proposal = await sees('Els stelt een peiling voor bij XY')
  expect(proposal.buttons).toEqual(['Probeer het', 'Akkoord', 'Vraag iets', 'Liever niet'])
  await story.rest()
  const count = lead.messages().length

  await lead.tap('Probeer het')
  expect((await sees('Vraag 1 van 4')).id).toBe(proposal.id)
  await lead.tap('veel')
  await sees('Vraag 2 van 4')
  await lead.tap('Overslaan')
  await sees('Vraag 3 van 4')
  await lead.tap('Overslaan')
  await sees('Vraag 4 van 4')
  await story.rest()
  expect(lead.messages()).toHaveLength(count)
  await lead.write('Dit is een proef van Samira.')
  await sees('Dit is een proef: niets wordt bewaard.')
  await story.rest()
  await lead.tap('Terug naar het voorstel')
  await sees('Els stelt een peiling voor bij XY')
  await lead.tap('Vraag iets')
  await sees('Schrijf je vraag of opmerking')
  await lead.write('Kan het korter?')
  await sees('Je bericht is verstuurd.')
  lead.type('/akkoord')
  await sees('Samira: Kan het korter?')
  await lead.tap('Akkoord')
  await sees('✔ Akkoord bij XY, door Samira')
  await story.rest()
  expect(story.discord.violations).toEqual([])
  const tables = await story.tables()
  expect([tables.answer, tables.run, tables.open_text]).toEqual([[], [], []])
  const { staff_chat: chats, ...kept } = tables
  expect(JSON.stringify(kept)).not.toContain('proef van Samira')
  expect(JSON.stringify(chats)).not.toContain('proef van Samira')
})

test(
  'on a page of their own a lead agrees without any chat; the coach page and the page of a worker cannot',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false, configFolder: ownHouses() })
    const samira = await onTeamPage(story, `/uitnodiging/${await codeFor(story, 'xy', 'lead', 'Samira')}`)
    await samira.press('Ik doe dit')
    const joris = await onTeamPage(story, `/uitnodiging/${await codeFor(story, 'xy', 'worker', 'Joris')}`)
    await joris.press('Ik doe dit')
    // A page with an account asks for no name: it knows who it is.
    await joris.press('Stel voor')
    expect(joris.text()).toContain('voorgesteld door Joris: wacht op akkoord van de organisatie')
    const { proposal } = (await story.app.desk.overview('xy'))!.surveys[0]!
    for (const data of [`t.p.yes.${proposal!.id}`, `t.p.no.${proposal!.id}`]) {
      await joris.forge('tik', { data })
      expect(joris.text()).toContain('Dat kan niet met jouw rol bij XY.')
    }
    expect((await story.app.desk.overview('xy'))!.surveys[0]!.state).toBe('waiting')

    await samira.open()
    await samira.press('Probeer het')
    expect(samira.chat().join()).toContain('Vraag 1 van 4')
    await samira.press('Terug naar het voorstel')
    await samira.press('Vraag iets')
    await samira.write('Mag het ook zonder de vierde?')
    await joris.open()
    expect(joris.text()).toContain('Mag het ook zonder de vierde?')
    await joris.press('Verstuur', { tekst: 'Ze mag leeg blijven.' })
    await samira.forge('tik', { data: 't.p' })
    await samira.press('Wat betekenen de gesprekken')
    expect(samira.chat().join()).toContain('Joris: Ze mag leeg blijven.')
    await samira.press('Akkoord')
    expect(samira.chat().join()).toContain('✔ Akkoord bij XY, door Samira')
    expect((await story.app.desk.overview('xy'))!.surveys[0]!.state).toBe('agreed')
    await samira.press('Zet op pauze')
    expect(samira.text()).toContain('op pauze: er wordt nu niets gevraagd')

    const file = await fetch(`http://127.0.0.1:${story.app.port()}${samira.path()}/akkoorden.csv`)
    const csv = await file.text()
    expect(csv.split('\r\n')[1]).toMatch(
      /^"akkoord","gesprek","[0-9a-f]{12}",.*"Joris","","Samira","2026-11-25T18:00\+01:00","","",/,
    )
    const { agreement } = await story.tables()
    expect(agreement!.filter((row) => row.organisation_id === 'xy')).toMatchObject([{ agreed_by: 'Samira' }])
  },
)

test(
  'somebody with a role in two organisations decides on the one the message is about; nobody reaches another',
  LONG,
  async () => {
    const story = await startStory({ discord: false, configFolder: ownHouses() })
    const both = await withRole(story, 'xy', 901, 'worker', 'Samira')
    both.type(`/koppel ${await codeFor(story, 'xyz', 'lead', 'Samira')}`)
    await story.rest()
    const kaat = await withRole(story, 'xy', 902, 'lead', 'Kaat')
    const propose = (organisation: string, survey: string) =>
      story.app.desk.proposeSurvey('coach-page', organisation, survey, 'Els')
    const xyz = granted(await propose('xyz', 'einde'))
    const xy = granted(await propose('xy', 'gesprek'))
    const message = await both.next(({ text }) => plain(text).includes('Els stelt een peiling voor bij XYZ'))
    // Their first organisation is XY, where they may not agree; this message is about the other.
    both.tap('Akkoord', message)
    await both.next(({ text }) => plain(text).includes('✔ Akkoord bij XYZ, door Samira'))
    both.tapData(`t.p.yes.${xy.proposalId}`)
    await both.next(({ text }) => plain(text).includes('Dat kan niet met jouw rol bij XY.'))

    // Ids of the other organisation are as good as none, at every door.
    const { desk } = story.app
    const lead = await staffMember(story.app, 'xy', 'lead', 'Omar')
    for (const wish of [
      () => desk.decideSurvey(lead, 'xy', xyz.proposalId, 'agreed'),
      () => desk.withdrawSurvey(lead, 'xy', xyz.proposalId),
      () => desk.askAboutSurvey(lead, 'xy', xyz.proposalId, 'Hallo?'),
    ])
      expect(await wish()).toEqual({ ok: false, fault: 'desk-no-survey-proposal' })
    for (const wish of [
      () => desk.decideSurvey(lead, 'xyz', xyz.proposalId, 'agreed'),
      () => desk.haltSurvey(lead, 'xyz', 'einde', 'paused'),
      () => desk.proposeSurvey(lead, 'xyz', 'start'),
    ])
      expect(await wish()).toEqual({ ok: false, fault: 'desk-may-not' })
    const log = granted(await desk.agreements('xy', 'nl')).log
    expect([log.agreements, log.proposals.map(({ surveyId }) => surveyId)]).toEqual([[], ['gesprek']])
    kaat.type('/peilingen')
    const list = await kaat.next(({ text }) => plain(text).includes('Wat XY vraagt aan jongeren'))
    expect(plain(list.text)).not.toContain('activiteit')
    expect(labels(list).join()).not.toContain('activiteit')
  },
)

test('a survey for one channel asks nobody on another, also who comes in later', LONG, async () => {
  const configFolder = ownHouses((yaml) => yaml.replace('of: subscribers', 'of: subscribers\n    channels: [telegram]'))
  const story = await startStory({ discord: false, configFolder })
  await agreed(story.app, 'xy', 'gesprek')
  const ann = await onTelegram(story, 'xy', 1, 'nl')
  const web = await onWeb(story, 'xy', 'nl')
  await joins(ann)
  await joins(web)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  const late = await onWeb(story, 'xy', 'nl')
  await joins(late)
  await story.rest()
  const { run } = await story.tables()
  expect(run).toHaveLength(1)
})

test('what was on its way before the pause is not sent after it, in whatever state its row is', LONG, async () => {
  // It is night: the card waits for the morning.
  const story = await startStory({ discord: false, configFolder: ownHouses(), start: '2026-11-25T21:00:00Z' })
  await agreed(story.app, 'xy', 'gesprek')
  const ann = await onTelegram(story, 'xy', 1, 'nl')
  await joins(ann)
  await story.rest()
  const before = ann.person.messages.length
  await holdSession(story, 'xy', 'meetingpoint')
  const { db, pool } = story.app.ground.store
  const cards = () => db.selectFrom('outgoing').select('state').where('kind', '=', 'card').execute()
  expect(await cards()).toEqual([{ state: 'due' }])
  granted(await story.app.desk.haltSurvey('coach-page', 'xy', 'gesprek', 'paused'))
  expect(await cards()).toEqual([{ state: 'cancelled' }])
  // An instance that claimed it a moment before holds it in memory as it was.
  await pool.query("update outgoing set state = 'due', claimed_until = null where kind = 'card'")
  story.clock.pass({ hours: 12 })
  await story.app.sweep()
  await story.rest()
  expect(ann.person.messages).toHaveLength(before)
  expect(await cards()).toEqual([{ state: 'cancelled' }])
  // Nobody was asked: the round closes with nobody, and what was never sent counts for nobody's rest.
  story.clock.pass({ hours: 72 })
  await story.app.sweep()
  const { run, asked } = await story.tables()
  expect(run!.map((row) => row.disposition)).toEqual(['not_asked'])
  expect(asked).toEqual([])
})

async function codeFor(story: Story, organisation: string, role: StaffRole, name: string): Promise<string> {
  return (await invite(story.app.ground, organisation, { role, name }, 'command line')).code
}
