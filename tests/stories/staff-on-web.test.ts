/** What staff do, on a page of their own without scripts: the conversation leads to documents and figures where a chat would send them. */
import { expect, test } from 'vitest'
import { readYearPlan } from '../../src/dialogue/timeline.ts'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { momentsOf } from '../../src/timeline/plan.ts'
import { plain } from '../support/app.ts'
import { granted, holdSession, ownConfig, type Story, startStory } from '../support/story.ts'
import { coachGroup, voiceConfig, writtenRound } from '../support/story-quotes.ts'
import { withRole } from '../support/story-staff.ts'
import { onTelegram, sayOf } from '../support/story-young.ts'
import { onTeamPage, type TeamPage } from '../support/team-page.ts'

const LONG = { timeout: 120_000 }

/** The page of somebody who took their role there. */
async function pageOf(story: Story, role: StaffRole, name: string): Promise<TeamPage> {
  const { code } = await invite(story.app.ground, 'xy', { role, name }, 'command line')
  const page = await onTeamPage(story, `/uitnodiging/${code}`)
  await page.press('Ik doe dit')
  return page
}

const said = (page: TeamPage) => page.chat().join('\n').replace(/\s+/g, ' ')

/** From the menu, by its buttons. */
async function goes(page: TeamPage, ...buttons: string[]): Promise<void> {
  await page.forge('tik', { data: 't.m' })
  for (const words of buttons) await page.press(words)
}

/** The addresses in the conversation, by their words. */
function ways(page: TeamPage): Record<string, URL> {
  const links = page.html().matchAll(/<a href="([^"]+)"[^>]*data-role="link">(.*?)<\/a>/g)
  return Object.fromEntries([...links].map(([, url, words]) => [words!.replace(/<[^>]*>/g, ''), new URL(url!)]))
}

async function fetched(story: Story, url: URL) {
  const response = await fetch(`http://127.0.0.1:${story.app.port()}${url.pathname}`)
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

async function digested(story: Story): Promise<string> {
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  granted(await story.app.desk.exampleAnswers('command line', 'xy', roundId))
  granted(await story.app.desk.closeRound('command line', 'xy', roundId))
  await story.rest()
  const { digests } = (await story.app.desk.overview('xy'))!
  return digests.find((one) => one.roundId === roundId)!.id
}

test(
  'sessions are added, moved and counted in the conversation; the timeline has its figure on the page',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false })
    const jo = await pageOf(story, 'worker', 'Jo')
    const sessions = async () => (await story.app.desk.overview('xy'))!.sessions
    const before = (await sessions()).length
    await goes(jo, 'Sessies', 'Nieuwe sessie')
    expect(said(jo)).toContain('Wanneer begint ze?')
    await jo.write('straks ergens')
    expect(said(jo)).toContain('Dat begrijp ik niet.')
    await jo.write('wo 9/12 18u')
    expect(said(jo)).toMatch(/De sessie is toegevoegd\..*woensdag 9 december 2026/)
    await jo.press('Verzetten')
    await jo.write('10/12 19:30')
    expect(said(jo)).toMatch(/De sessie is verzet\..*donderdag 10 december 2026.*19:30/)
    expect((await sessions()).map(({ startsAt }) => startsAt.toString())).toContain('2026-12-10T18:30:00Z')
    expect(await sessions()).toHaveLength(before + 1)

    const { sessionId } = await holdSession(story, 'xy', 'meetingpoint')
    await goes(jo, 'Sessies', '25 nov', 'Hoeveel waren er?')
    await jo.write('veel')
    expect(said(jo)).toContain(sayOf('nl', 'desk-bad-headcount'))
    await jo.write('12')
    expect(said(jo)).toContain('Aanwezig: 12')
    expect((await sessions()).find(({ id }) => id === sessionId)!.headcount).toBe(12)

    await goes(jo, 'Tijdlijn')
    expect(said(jo)).toContain('Tijdlijn van XY')
    const figure = ways(jo)['Naar de figuur op deze pagina']!
    expect(`${figure.pathname}${figure.hash}`).toBe(`${jo.path()}#tijdlijn-h`)
    expect(jo.html()).toContain('id="tijdlijn-h"')
    const picture = /<img src="([^"]+tijdlijn\.png)"/.exec(jo.html())![1]!
    expect(await fetched(story, new URL(picture, figure))).toMatchObject({ status: 200, type: 'image/png' })
    await jo.press('Iets erbij')
    await jo.write('15/12 Affiche maken')
    await jo.press('Gedaan')
    await jo.write('1,5')
    expect(said(jo)).toContain('✔ Bewaard')
    const xy = story.app.ground.config().organisations.get('xy')!
    const moments = momentsOf(await readYearPlan(story.app.ground, xy, 2026))
    expect(moments.find(({ title }) => title?.nl === 'Affiche maken')).toMatchObject({ status: 'done', real: 90 })
  },
)

test('documents stand behind the page: the log of agreements, and what is ready for the talk', LONG, async () => {
  const configFolder = ownConfig(({ organisation }) =>
    organisation('xy', (yaml) => yaml.replace('example: true', 'example: false')),
  )
  const story = await startStory({ telegram: false, discord: false, configFolder })
  const samira = await pageOf(story, 'lead', 'Samira')
  const jo = await pageOf(story, 'worker', 'Jo')
  await goes(jo, 'Peilingen', 'Wat betekenen', 'Stel het voor')
  // Their own proposal: tried by them, agreed on by somebody else.
  await goes(samira, 'Peilingen', 'Wat betekenen', 'Probeer het')
  expect(said(samira)).toContain('Vraag 1 van 4')
  await samira.press('Terug naar het voorstel')
  await samira.press('Akkoord')
  expect(said(samira)).toContain('✔ Akkoord bij XY, door Samira')

  await samira.forge('tik', { data: 't.p.file' })
  const log = ways(samira)
  expect(Object.values(log).map(({ pathname }) => pathname)).toEqual([
    `${samira.path()}/akkoorden.md`,
    `${samira.path()}/akkoorden.csv`,
  ])
  expect((await fetched(story, log['Document (Markdown)']!)).text).toContain('Samira')
  expect((await fetched(story, log['Tabel (CSV)']!)).text).toContain('"Jo","","Samira"')

  await goes(samira, 'Voor het gesprek', 'Maak dat van juni nu')
  expect(said(samira)).toContain('Klaar voor het gesprek')
  const report = ways(samira)
  const pdf = await fetched(story, report['Document (PDF)']!)
  expect([pdf.status, pdf.type, pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  expect((await fetched(story, report['Document (Markdown)']!)).text).toContain('# Klaar voor het gesprek')
  // The page of somebody else has no such documents, whoever knows their name.
  const moderator = await pageOf(story, 'moderator', 'Noor')
  const file = report['Document (PDF)']!.pathname.split('/').at(-1)
  expect((await story.page(`${moderator.path()}/verslag/${file}`)).status).toBe(404)
  const { answer, agreement } = await story.tables()
  expect(answer).toEqual([])
  expect(agreement!.filter((row) => row.organisation_id === 'xy')).toMatchObject([
    { proposed_by: 'Jo', agreed_by: 'Samira' },
  ])
})

test(
  'a digest is read beside its figure, written back about and shared; the coach never has the one that was not',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await pageOf(story, 'lead', 'Samira')
    const els = await pageOf(story, 'coach', 'Els')
    const group = await coachGroup(story)
    const posts = () => group.messages.filter(({ text }) => text.startsWith('📋')).length
    const lead = (await story.app.desk.overview('xy'))!.people.roles.find(({ role }) => role === 'lead')!.staffId
    granted(await story.app.desk.switchMode(lead, 'xy', { year: 2026, coach: false }))
    const shared = await digested(story)

    await goes(samira, 'Overzichten', 'Meetingpoint')
    expect(said(samira)).toContain('Antwoorden: 12')
    const figure = ways(samira)['Naar de figuur op deze pagina']!
    expect(`${figure.pathname}${figure.hash}`).toBe(`${samira.path()}#overzicht-${shared}`)
    const article = new RegExp(`<article id="overzicht-${shared}"[\\s\\S]*?</article>`).exec(samira.html())![0]
    const picture = /<img src="([^"?]+\.png)/.exec(article)![1]!
    expect(await fetched(story, new URL(picture, figure))).toMatchObject({ status: 200, type: 'image/png' })

    await goes(samira, 'Iets terugzeggen', 'Meetingpoint')
    await samira.write('Jullie wilden langer praten')
    await samira.write('We plannen een halfuur meer')
    await samira.press('Overslaan')
    expect(said(samira)).toContain('Jullie zeiden: Jullie wilden langer praten')
    expect((await story.app.desk.overview('xy'))!.feedback).toEqual([])
    await samira.press('Verstuur')
    expect(said(samira)).toContain('Het is onderweg naar wie meedeed.')
    expect((await story.app.desk.overview('xy'))!.feedback).toMatchObject([{ digestId: shared }])

    expect(posts()).toBe(0)
    await goes(samira, 'Overzichten', 'Meetingpoint', 'Deel met de coach')
    expect(posts()).toBe(0)
    await samira.press('Ja, deel het')
    expect(said(samira)).toContain('Het overzicht is onderweg naar de coach.')
    await story.rest()
    expect(posts()).toBe(1)

    story.clock.pass({ hours: 24 * 8 })
    const own = await digested(story)
    granted(await story.app.desk.switchMode(lead, 'xy', { year: 2026, coach: true }))
    await goes(els, 'Overzichten')
    expect(els.html()).toContain(`value="t.d.v.${shared}"`)
    for (const data of [`t.d.v.${own}`, `t.d.o.${own}`]) {
      expect(els.html()).not.toContain(own)
      await els.forge('tik', { data })
      expect(said(els)).toContain(sayOf('nl', 'notice-stale'))
    }
    await els.forge('tik', { data: `t.d.v.${shared}` })
    expect(said(els)).toContain('Antwoorden: 12')
    // Asked for in the coach's channel, the newest one is still the organisation's own.
    const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
    group.say('/digest', jo)
    await jo.next(({ text }) => plain(text).includes('Overzichten van XY'))
    await story.rest()
    expect(posts()).toBe(1)
  },
)

test('a moderator reads and asks on one page, a second pair of eyes looks on another', LONG, async () => {
  const story = await startStory({ discord: false, configFolder: voiceConfig() })
  const group = await coachGroup(story)
  const ann = await onTelegram(story, 'xy', 41, 'nl')
  await writtenRound(story, [{ young: ann, words: 'Meer tijd om te praten' }], [])
  const noor = await pageOf(story, 'moderator', 'Noor')
  const samira = await pageOf(story, 'lead', 'Samira')
  await goes(noor, 'Open antwoorden', 'Lees')
  expect(said(noor)).toContain('Meer tijd om te praten')
  const erase = /value="(t\.o\.w\.[^"]+)"/.exec(noor.html())![1]!
  await noor.press('Citaat vragen')
  expect(said(noor)).toContain('Zo zou het citaat zijn:')
  await noor.press('Anders schrijven')
  await noor.write('x'.repeat(201))
  expect(noor.status()).toBe(422)
  await noor.open()
  await noor.write('Meer tijd om te praten.')
  await noor.press('Vraag het zo')
  expect(said(noor)).toContain('De vraag is op weg.')
  await ann.sees('Mogen we je iets vragen?')
  await ann.tap('Ja, zonder naam')
  await ann.sees('Je zei ja.')
  await story.rest()

  await goes(noor, 'Open antwoorden', 'Kijk teksten na')
  expect(said(noor)).toContain('Eén tekst van jou wacht op iemand anders.')
  const quotes = await story.app.ground.store.db.selectFrom('quote').select(['id', 'state']).execute()
  expect(quotes).toMatchObject([{ state: 'agreed' }])
  await noor.forge('tik', { data: `t.o.g.${quotes[0]!.id}` })
  expect(said(noor)).toContain(sayOf('nl', 'answers-own'))
  await goes(samira, 'Open antwoorden')
  expect(said(samira)).toContain('“Meer tijd om te praten.”')
  await samira.press('Goedkeuren')
  expect(said(samira)).toContain('Goedgekeurd. Het komt in het kanaal op')

  const posted = () => group.messages.filter(({ text }) => text.includes('Meer tijd om te praten'))
  await story.app.sweep()
  await story.rest()
  expect(posted()).toEqual([])
  story.clock.set('2026-11-27T09:30:00Z')
  await story.app.sweep()
  await story.rest()
  expect(posted()).toHaveLength(1)

  // The moderator erases while the quote is out: it goes from the channel too.
  await noor.forge('tik', { data: erase })
  await noor.press('Ja, wis')
  expect(said(noor)).toContain('Gewist.')
  await story.rest()
  expect(posted()).toEqual([])
  expect(group.messages.some(({ text }) => text.includes('Ze zijn teruggenomen.'))).toBe(true)
})
