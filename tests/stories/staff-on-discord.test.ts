/** What staff do, on Discord: in the direct message, by slash commands in the server, in text fields; and the digest in a channel there. */
import { expect, test } from 'vitest'
import { readYearPlan } from '../../src/dialogue/timeline.ts'
import { invite } from '../../src/people/staff.ts'
import type { StaffRole } from '../../src/store/tables.ts'
import { momentsOf } from '../../src/timeline/plan.ts'
import { plain } from '../support/app.ts'
import type { FakePerson, FakePlace, FakeServer } from '../support/fake-discord.ts'
import { granted, holdSession, ownConfig, type Story, startStory } from '../support/story.ts'
import { sayOf, soon } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }

/** Somebody of the staff who took their role in the direct message. */
async function member(story: Story, server: FakeServer, role: StaffRole, name: string): Promise<FakePerson> {
  const person = story.discord.person({ server: server.id, organiser: true })
  const { code } = await invite(story.app.ground, 'xy', { role, name }, 'command line')
  person.type(`/koppel ${code}`)
  await sees(person, 'Je rol bij XY')
  await story.rest()
  return person
}

const sees = (person: FakePerson, words: string) =>
  soon(
    person.next(({ text }) => plain(text).includes(words)),
    () =>
      `'${words}' among ${person
        .messages()
        .map(({ text }) => plain(text))
        .join('\n---\n')}`,
  )

/** Types a command where others read along, and gives what comes for this person only. */
async function asks(person: FakePerson, place: FakePlace, command: string, words: string) {
  await person.command(command, { place })
  const shown = await sees(person, words)
  expect(place.messages()).toEqual([])
  return shown
}

const sessionsOf = async (story: Story) => (await story.app.desk.overview('xy'))!.sessions

test('sessions: asked for in the server, answered in private, written in text fields', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const square = server.channel('plein')
  const samira = await member(story, server, 'lead', 'Samira')
  const jo = await member(story, server, 'worker', 'Jo')

  samira.type('/menu')
  const menu = await sees(samira, 'XY · Samira')
  expect(menu.buttons).toEqual(expect.arrayContaining(['Sessies', 'Tijdlijn', 'Wie doet wat', 'Een kanaal koppelen']))

  const before = (await sessionsOf(story)).length
  const list = await asks(jo, square, '/sessie', 'Sessies van XY')
  expect(list.ephemeral).toBe(false)
  await jo.tap('Nieuwe sessie')
  await sees(jo, 'Wanneer begint ze?')
  await jo.write('straks ergens')
  await sees(jo, 'Dat begrijp ik niet.')
  await jo.write('wo 9/12 18u')
  const added = await sees(jo, 'De sessie is toegevoegd.')
  expect(plain(added.text)).toContain('woensdag 9 december 2026')
  await jo.tap('Verzetten')
  await sees(jo, 'Naar wanneer?')
  await jo.write('10/12 19:30')
  expect(plain((await sees(jo, 'De sessie is verzet.')).text)).toMatch(/donderdag 10 december 2026.*19:30/)
  const after = await sessionsOf(story)
  expect(after).toHaveLength(before + 1)
  expect(after.map(({ startsAt }) => startsAt.toString())).toContain('2026-12-10T18:30:00Z')

  const { sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  await asks(jo, square, '/sessie', 'Sessies van XY')
  await jo.tap('25 nov')
  await sees(jo, 'woensdag 25 november')
  await jo.tap('Hoeveel waren er?')
  await sees(jo, 'Hoeveel jongeren waren er?')
  await jo.write('een stuk of tien')
  await sees(jo, sayOf('nl', 'desk-bad-headcount'))
  // Words in the conversation do as well as the field.
  jo.type('12')
  await sees(jo, 'Aanwezig: 12')
  expect((await sessionsOf(story)).find(({ id }) => id === sessionId)!.headcount).toBe(12)
  await story.rest()
  expect(story.discord.violations).toEqual([])
})

test('with closed direct messages all of it happens on what only this person sees, field included', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const square = server.channel('plein')
  const jo = await member(story, server, 'worker', 'Jo')
  jo.closeDms()
  jo.wipe()
  expect((await asks(jo, square, '/sessie', 'Sessies van XY')).ephemeral).toBe(true)
  await jo.tap('Nieuwe sessie')
  await sees(jo, 'Wanneer begint ze?')
  await jo.write('9/12 18:00')
  expect((await sees(jo, 'De sessie is toegevoegd.')).ephemeral).toBe(true)
  await story.rest()
  expect(square.messages()).toEqual([])
  expect(story.discord.violations).toEqual([])
})

test('the timeline: its picture comes along, something is added, and done with its hours', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const square = server.channel('plein')
  const samira = await member(story, server, 'lead', 'Samira')
  const affiche = async () => {
    const xy = story.app.ground.config().organisations.get('xy')!
    return momentsOf(await readYearPlan(story.app.ground, xy, 2026)).find(({ title }) => title?.nl === 'Affiche maken')
  }
  const plan = await asks(samira, square, '/tijdlijn', 'Tijdlijn van XY')
  expect(plan.attachments.map(({ filename }) => filename)).toEqual([expect.stringMatching(/\.png$/)])
  expect(plain(plan.attachments[0]!.description ?? '')).toContain('Tijdlijn')
  await samira.tap('Iets erbij')
  const asked = await sees(samira, 'Wat komt erbij?')
  // The picture was of the year, not of this question.
  expect(asked).toMatchObject({ id: plan.id, attachments: [] })
  await samira.write('15/12 Affiche maken')
  await sees(samira, 'dinsdag 15 december')
  await samira.tap('Wie doet het?')
  await sees(samira, 'Wie doet dit?')
  await samira.tap('Samira')
  await sees(samira, 'Wie: Samira')
  await samira.tap('Gedaan')
  await sees(samira, 'Hoeveel uur was het echt?')
  await samira.write('heel lang')
  await sees(samira, sayOf('nl', 'plan-bad-hours'))
  expect(await affiche()).toMatchObject({ status: 'planned', real: null })
  await samira.write('1,5')
  await sees(samira, '✔ Bewaard')
  expect(await affiche()).toMatchObject({ status: 'done', real: 90, owner: 'Samira', date: '2026-12-15' })
  await story.rest()
  expect(story.discord.violations).toEqual([])
})

const statusIn = (place: FakePlace) => place.messages().find(({ text }) => text.startsWith('📋'))!

test(
  'a digest with its picture; where files are refused the words stand; the word back changes it in place',
  LONG,
  async () => {
    const story = await startStory({ telegram: false })
    const server = story.discord.server()
    const [team, bare, square] = [server.channel('team'), server.channel('kaal'), server.channel('plein')]
    const samira = await member(story, server, 'lead', 'Samira')
    const manager = story.discord.person({ server: server.id, manager: true })
    for (const [place, purpose] of [
      [team, 'team'],
      [bare, 'coach'],
    ] as const) {
      const linked = place.next()
      const { code } = granted(await story.app.desk.linkCode('coach-page', 'xy', purpose))
      await manager.command('/koppel', { place, code })
      await linked
    }
    bare.forbidFiles()
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await story.app.desk.exampleAnswers('coach-page', 'xy', roundId))
    granted(await story.app.desk.closeRound('coach-page', 'xy', roundId))
    await story.rest()
    const first = statusIn(team)
    expect(first.attachments.map(({ filename }) => filename)).toEqual([expect.stringMatching(/\.png$/)])
    expect(first.attachments[0]!.description).toMatch(/\d/)
    expect(statusIn(bare)).toMatchObject({ attachments: [], text: first.text })
    expect(plain(first.text)).toContain('⚪ Terugkoppeling naar jongeren: nog te doen')

    // The button below the digest leads whoever taps it to their own conversation.
    const posts = team.messages().length
    await samira.tapIn(team, 'Schrijf iets terug')
    await sees(samira, 'Wat zeiden de jongeren? (Nederlands)')
    await samira.write('x'.repeat(200))
    await sees(samira, 'Wat doen jullie daarmee? (Nederlands)')
    await samira.tap('Niet nu')
    await sees(samira, 'Goed. Er is niets gestuurd.')
    await asks(samira, square, '/terugkoppeling', 'Over welk overzicht')
    await samira.tap('Meetingpoint')
    await sees(samira, 'Wat zeiden de jongeren? (Nederlands)')
    await samira.write('Jullie wilden langer praten')
    await sees(samira, 'Wat doen jullie daarmee? (Nederlands)')
    await samira.write('We plannen een halfuur meer')
    await sees(samira, 'Wat lukt nu niet, en waarom? (Nederlands)')
    await samira.tap('Overslaan')
    const whole = await sees(samira, 'Zo lezen jongeren die meededen het:')
    expect(plain(whole.text)).toContain('Jullie zeiden: Jullie wilden langer praten')
    await samira.tap('Verstuur')
    await sees(samira, 'Het is onderweg naar wie meedeed.')
    await story.rest()
    for (const place of [team, bare]) {
      const now = statusIn(place)
      expect(plain(now.text)).toContain('✅ Terugkoppeling naar jongeren: gedaan op ')
      expect(now.buttons).toEqual([])
    }
    expect(statusIn(team)).toMatchObject({ id: first.id, attachments: first.attachments })
    expect(statusIn(bare).attachments).toEqual([])
    expect(team.messages()).toHaveLength(posts)

    const read = await asks(samira, square, '/digest', 'Overzichten van XY')
    expect(read.ephemeral).toBe(false)
    await samira.tap('Meetingpoint')
    const own = await sees(samira, 'Antwoorden: 12')
    expect(own.attachments).toHaveLength(1)
    expect(story.discord.violations).toEqual([])
  },
)

test('a worker proposes in the server, the lead tries it and agrees in the direct message', LONG, async () => {
  const configFolder = ownConfig(({ organisation }) =>
    organisation('xy', (yaml) => yaml.replace('example: true', 'example: false')),
  )
  const story = await startStory({ telegram: false, configFolder })
  const server = story.discord.server()
  const square = server.channel('plein')
  const jo = await member(story, server, 'worker', 'Jo')
  const samira = await member(story, server, 'lead', 'Samira')
  await asks(jo, square, '/peilingen', 'Wat XY vraagt aan jongeren')
  await jo.tap('Wat betekenen')
  const draft = await sees(jo, 'nog niet voorgesteld')
  expect(draft.buttons).not.toContain('Akkoord')
  await jo.tap('Stel het voor')
  await sees(samira, 'Jo stelt een peiling voor bij XY')
  await samira.tap('Probeer het')
  await sees(samira, 'Vraag 1 van 4')
  await samira.tap('Terug naar het voorstel')
  await sees(samira, 'Jo stelt een peiling voor bij XY')
  await samira.tap('Akkoord')
  await sees(samira, '✔ Akkoord bij XY, door Samira')
  await sees(jo, '✔ Akkoord bij XY, door Samira')
  await story.rest()
  expect(square.messages()).toEqual([])
  const { answer, agreement } = await story.tables()
  expect(answer).toEqual([])
  expect(agreement!.filter((row) => row.organisation_id === 'xy')).toMatchObject([
    { proposed_by: 'Jo', agreed_by: 'Samira' },
  ])
})

test('a role taken back while its menu and a text field stand open: nothing is done any more', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const square = server.channel('plein')
  const samira = await member(story, server, 'lead', 'Samira')
  const jo = await member(story, server, 'worker', 'Jo')
  await asks(jo, square, '/sessie', 'Sessies van XY')
  await jo.tap('Nieuwe sessie')
  await sees(jo, 'Wanneer begint ze?')
  const before = (await sessionsOf(story)).length

  await asks(samira, square, '/rollen', 'Jo: Jeugdwerker')
  await samira.tap('Neem terug: ')
  await sees(samira, 'Dat gaat meteen.')
  await samira.tap('Ja')
  await sees(samira, 'bij XY niet meer.')
  expect((await story.app.desk.overview('xy'))!.people.roles.map(({ name }) => name)).toEqual(['Samira'])

  const nobody = sayOf('nl', 'staff-nobody')
  await jo.write('9/12 18:00')
  await sees(jo, nobody)
  await jo.tap('Terug')
  await sees(jo, nobody)
  await jo.command('/sessie', { place: square })
  await sees(jo, nobody)
  await story.rest()
  expect(await sessionsOf(story)).toHaveLength(before)
  expect(square.messages()).toEqual([])
})

test(
  'who left the server cannot be reached: nothing more is tried, the role stays, and a word brings them back',
  LONG,
  async () => {
    const story = await startStory({ telegram: false })
    const server = story.discord.server()
    const square = server.channel('plein')
    const samira = await member(story, server, 'lead', 'Samira')
    const noor = await member(story, server, 'worker', 'Noor')
    noor.leaveServer()
    // Two days before a moment of hers.
    for (const at of ['2026-12-07T08:01:00Z', '2026-12-08T10:00:00Z']) {
      story.clock.set(at)
      await story.app.sweep()
      await story.rest()
    }
    expect(noor.messages().filter(({ text }) => text.includes('Binnenkort'))).toEqual([])
    await asks(samira, square, '/rollen', 'Noor: Jeugdwerker · niet bereikbaar')
    noor.type('/menu')
    // Nothing can be said to her outside a server in common: what changes is on the list.
    const noors = async () =>
      (await story.app.desk.overview('xy'))!.people.roles.find(({ name }) => name === 'Noor')?.reachable
    await expect.poll(noors, { timeout: 10_000 }).toBe(true)
    samira.wipe()
    samira.type('/rollen')
    expect(plain((await sees(samira, 'Noor: Jeugdwerker')).text)).not.toContain('niet bereikbaar')
    const { outgoing } = await story.tables()
    expect(outgoing!.filter(({ kind }) => kind === 'moment').map(({ state }) => state)).toEqual(['gone'])
  },
)
