/** Roles in a private chat on Telegram: invited, accepted, taken back, given up; and the year with or without the coach. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { type FakeMessage, labels } from '../support/fake-telegram-chats.ts'
import { granted, holdSession, type Row, type Story, startStory } from '../support/story.ts'
import { type TelegramPerson, telegramPlace, withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test(
  'the first lead comes from the command line, everybody after from the lead, by a code that works once',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const first = granted(await story.app.desk.invite('command line', 'xy', { role: 'lead', name: 'Samira' }))
    const samira = story.telegram.person(901, { language: 'nl' })
    samira.type(`/koppel ${first.code}`)
    const welcome = await seen(samira, 'Je rol bij XY: Verantwoordelijke.')
    expect(labels(welcome)).toEqual(['Menu'])

    // From here on neither the command line nor the coach's page gives a role.
    for (const door of ['command line', 'coach-page'])
      for (const role of ['lead', 'worker'] as const)
        expect(await story.app.desk.invite(door, 'xy', { role, name: 'Joris' })).toMatchObject({
          ok: false,
          fault: 'desk-lead-invites',
        })

    samira.type('/rollen')
    await tapped(samira, 'Wie doet wat bij XY', 'Iemand uitnodigen')
    await tapped(samira, 'Welke rol bij XY?', 'Jeugdwerker')
    await seen(samira, 'Hoe heet deze persoon? (Jeugdwerker)')
    samira.type('x'.repeat(41))
    await seen(samira, sayOf('nl', 'desk-bad-name'))
    samira.type('Joris')
    const given = await seen(samira, 'Geef dit aan Joris, en aan niemand anders: Jeugdwerker bij XY.')
    const code = codeIn(given)
    expect(plain(given.text)).toContain(`/uitnodiging/${code}`)

    const joris = story.telegram.person(902, { language: 'nl' })
    joris.type(`/koppel ${code.toUpperCase()}`)
    await seen(joris, 'Je rol bij XY: Jeugdwerker.')
    // Once more by the same person says the same; by somebody else it opens nothing.
    joris.wipe()
    joris.type(`/koppel ${code}`)
    await seen(joris, 'Je rol bij XY: Jeugdwerker.')
    const thief = story.telegram.person(903, { language: 'nl' })
    thief.type(`/koppel ${code}`)
    await seen(thief, sayOf('nl', 'invite-wrong-code'))
    thief.type('/menu')
    await seen(thief, sayOf('nl', 'staff-nobody'))
    joris.type('/menu')
    expect(labels(await seen(joris, 'XY · Joris'))).toContain('Sessies')

    const tables = await story.tables()
    expect(tables.staff!.map((row) => [row.role, row.name, row.granted_by])).toEqual([
      ['lead', 'Samira', 'command line'],
      ['worker', 'Joris', tables.staff!.find((row) => row.name === 'Samira')!.id],
    ])
    expect(actions(tables)).toEqual(['lead invited', 'lead accepted', 'worker invited', 'worker accepted'])
    const kept = JSON.stringify({ ...tables, inbound: [] })
    for (const secret of [code, first.code, '"901"', '"902"']) expect(kept).not.toContain(secret)
    expect(story.logs.join('\n')).not.toMatch(new RegExp(`${code}|${first.code}|Samira|Joris`))
  },
)

test('a role that is taken back is gone at once, also behind a menu that stands open', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
  const joris = await withRole(story, 'xy', 902, 'worker', 'Joris')
  joris.type('/menu')
  const menu = await seen(joris, 'XY · Joris')

  samira.type('/rollen')
  await tapped(samira, 'Joris: Jeugdwerker', 'Neem terug: Joris')
  const sure = await seen(samira, 'Neem je de rol “Jeugdwerker” van Joris bij XY terug?')
  samira.tap('Nee', sure)
  await story.rest()
  joris.tap('Sessies', menu)
  await story.rest()
  expect(joris.messages.some(({ text }) => plain(text).includes(sayOf('nl', 'staff-nobody')))).toBe(false)

  samira.type('/rollen')
  await tapped(samira, 'Joris: Jeugdwerker', 'Neem terug: Joris')
  const again = await seen(samira, 'Neem je de rol “Jeugdwerker” van Joris bij XY terug?')
  samira.tap('Ja', again)
  await seen(samira, 'Joris heeft de rol “Jeugdwerker” bij XY niet meer.')
  joris.tap('Wie doet wat', menu)
  await seen(joris, sayOf('nl', 'staff-nobody'))
  const yes = again.buttons.flat().find(({ label }) => label === 'Ja')!.data
  samira.tapData(yes)
  await seen(samira, sayOf('nl', 'desk-nobody'))
  const { staff } = await story.tables()
  expect(staff!.filter((row) => row.ended_at === null).map((row) => row.name)).toEqual(['Samira'])
})

test(
  'whoever wants gives up their own role, the last lead after a warning; then the coach may invite one again',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
    const noor = await withRole(story, 'xy', 902, 'author', 'Noor')
    noor.type('/rollen')
    const own = await seen(noor, 'Wie doet wat bij XY')
    // Somebody who may see no roles sees their own only.
    expect(plain(own.text)).toContain('Noor: Vragenmaker')
    expect(plain(own.text)).not.toContain('Samira')
    press(noor, 'Mijn rol opgeven: Vragenmaker', own)
    noor.tap('Ja', await seen(noor, 'Geef je jouw rol “Vragenmaker” bij XY op?'))
    await seen(noor, 'Je hebt de rol “Vragenmaker” bij XY niet meer.')

    samira.type('/rollen')
    await tapped(samira, 'Samira: Verantwoordelijke', 'Mijn rol opgeven')
    const last = await seen(samira, 'Geef je jouw rol “Verantwoordelijke” bij XY op?')
    expect(plain(last.text)).toContain(sayOf('nl', 'role-last-lead'))
    samira.tap('Ja', last)
    await seen(samira, 'Je hebt de rol “Verantwoordelijke” bij XY niet meer.')
    expect(await story.app.desk.invite('coach-page', 'xy', { role: 'lead', name: 'Ann' })).toMatchObject({ ok: true })
    expect(await story.app.desk.invite('coach-page', 'xy', { role: 'worker', name: 'Ann' })).toMatchObject({
      fault: 'desk-may-not',
    })
  },
)

test('a helper comes for one session until a day that was chosen, and is nobody the day after', LONG, async () => {
  const story = await startStory({ discord: false })
  await story.app.sweep()
  const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
  samira.type('/rollen')
  await tapped(samira, 'Wie doet wat bij XY', 'Iemand uitnodigen')
  await tapped(samira, 'Welke rol bij XY?', 'Helper')
  await tapped(samira, 'Waarvoor komt deze helper?', 'Meetingpoint')
  await tapped(samira, 'Tot wanneer?', 'wo 2 december')
  await seen(samira, 'Hoe heet deze persoon? (Helper)')
  samira.type('Fatima')
  const code = codeIn(await seen(samira, 'Geef dit aan Fatima'))
  const fatima = story.telegram.person(905, { language: 'nl' })
  fatima.type(`/koppel ${code}`)
  await seen(fatima, 'Je rol bij XY: Helper.')
  samira.wipe()
  samira.type('/rollen')
  expect(plain((await seen(samira, 'Fatima: Helper')).text)).toMatch(
    /Fatima: Helper · Meetingpoint .*, tot en met wo 2 december/,
  )
  fatima.type('/menu')
  const menu = await seen(fatima, 'XY · Fatima')
  expect(labels(menu)).not.toContain('Overzichten')
  story.clock.set('2026-12-02T22:59:00Z')
  fatima.wipe()
  fatima.type('/menu')
  await seen(fatima, 'XY · Fatima')
  story.clock.set('2026-12-02T23:00:00Z')
  fatima.tap('Wie doet wat', menu)
  await seen(fatima, sayOf('nl', 'staff-nobody'))
})

test('a code that is too old, withdrawn, or said in a group opens nothing', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
  const by = await staffId(story, 'xy', 'Samira')
  const code = async () => granted(await story.app.desk.invite(by, 'xy', { role: 'worker', name: 'Joris' })).code
  const joris = story.telegram.person(902, { language: 'nl' })
  const refused = async (said: string) => {
    joris.wipe()
    joris.type(`/koppel ${said}`)
    await seen(joris, sayOf('nl', 'invite-wrong-code'))
  }
  const withdrawn = await code()
  samira.type('/rollen')
  await tapped(samira, 'Uitgenodigd, nog niet aanvaard: Joris (Jeugdwerker)', 'Trek de uitnodiging van Joris in')
  await seen(samira, sayOf('nl', 'role-withdrawn'))
  await refused(withdrawn)

  const exposed = await code()
  const group = story.telegram.group(-1001)
  group.say(`/koppel ${exposed}`, joris)
  await group.next((message) => plain(message.text).includes(sayOf('nl', 'invite-in-group')))
  await refused(exposed)

  const late = await code()
  story.clock.pass({ hours: 72 })
  await refused(late)
  joris.type('/koppel')
  await seen(joris, sayOf('nl', 'invite-how'))
  const tables = await story.tables()
  expect(tables.staff).toHaveLength(1)
  expect(actions(tables)).toContain('worker invitation withdrawn')
})

test(
  'somebody who blocks the bot keeps the role, is shown as out of reach, and is back when they do something',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
    const yusuf = await withRole(story, 'xy', 902, 'safeguarding', 'Yusuf')
    yusuf.block()
    await story.rest()
    samira.type('/rollen')
    await seen(samira, 'Yusuf: Vertrouwenspersoon · niet bereikbaar')
    yusuf.unblock()
    await story.rest()
    samira.wipe()
    samira.type('/rollen')
    expect(plain((await seen(samira, 'Yusuf: Vertrouwenspersoon')).text)).not.toContain('niet bereikbaar')
    const { place } = await story.tables()
    expect(place!.filter((row: Row) => row.purpose === 'safeguarding').map((row) => row.state)).toEqual(['linked'])
  },
)

test(
  'the lead goes on without the coach: five moments, digests to the team only, and what was posted stays',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
    const coach = await telegramPlace(story, 'xy', -1001, 'coach', samira)
    const team = await telegramPlace(story, 'xy', -1002, 'team', samira)
    await closedRound(story)
    await coach.next((message) => message.text.includes('Meetingpoint'))
    const before = digestsOn((await story.page(story.coachPath('xy'))).html)
    expect(before).toHaveLength(1)

    samira.wipe()
    samira.type('/rollen')
    await tapped(samira, 'Wie doet wat bij XY', 'Verder zonder coach')
    // As if nothing of this year was planned yet.
    await story.app.ground.store.db.deleteFrom('moment').where('organisation_id', '=', 'xy').execute()
    const sure = await seen(samira, 'XY: werkjaar 2026-2027 verder zonder coach?')
    expect(plain(sure.text)).toContain('Overzichten komen dan alleen nog in het kanaal van je organisatie.')
    samira.tap('Verder zonder coach', sure)
    await seen(samira, 'XY gaat verder zonder coach.')
    const again = sure.buttons.flat()[0]!.data
    samira.tapData(again)
    await seen(samira, sayOf('nl', 'desk-mode-already'))

    const made = await story.app.ground.store.db
      .selectFrom('moment')
      .select('kind')
      .where('organisation_id', '=', 'xy')
      .execute()
    expect(made.map(({ kind }) => kind).sort()).toEqual([
      'evaluation-talk',
      'impact-talk',
      'june',
      'timeline',
      'year-end',
    ])

    const counts = [coach.messages.length, team.messages.length]
    story.clock.pass({ hours: 2 })
    await closedRound(story)
    expect(coach.messages).toHaveLength(counts[0]!)
    expect(team.messages.length).toBeGreaterThan(counts[1]!)
    const page = plain((await story.page(story.coachPath('xy'))).html)
    expect(digestsOn(page)).toEqual(before)
    for (const moment of ['evaluation-talk', 'impact-talk', 'timeline', 'june', 'year-end'])
      expect(page).toContain(sayOf('nl', `plan-kind-${moment}`))
    expect(page).toContain(sayOf('nl', 'year-without'))
    // The impact talk stays with the coach in a year without too; nothing else can be arranged there.
    const forms = [...page.matchAll(/<form[^>]* action="([^"]+)"/g)].map(([, action]) => action!.split('/').at(-1))
    expect(new Set(forms)).toEqual(new Set(['gesprek']))

    const tables = await story.tables()
    expect(tables.working_year).toHaveLength(1)
  },
)

async function closedRound(story: Story): Promise<void> {
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  granted(await story.app.desk.exampleAnswers('coach', 'xy', roundId))
  granted(await story.app.desk.closeRound('coach', 'xy', roundId))
  await story.rest()
}

const digestsOn = (html: string) => [...html.matchAll(/<article id="(overzicht-[\w-]+)"/g)].map(([, id]) => id)

const seen = (person: TelegramPerson, words: string) => person.next((message) => plain(message.text).includes(words))

async function tapped(person: TelegramPerson, words: string, button: string): Promise<void> {
  press(person, button, await seen(person, words))
}

/** By words on a button, as they are read: without the marks around names. */
function press(person: TelegramPerson, button: string, on: FakeMessage): void {
  const at = labels(on).findIndex((label) => plain(label).includes(button))
  if (at === -1) throw new Error(`no button '${button}' among: ${labels(on).join(' | ')}`)
  person.tap(at, on)
}

const codeIn = (message: FakeMessage): string => /\/koppel ([a-z0-9]{14})/.exec(plain(message.text))![1]!

const actions = (tables: Record<string, Row[]>) =>
  tables
    .audit!.toSorted((a, b) => String(a.at).localeCompare(String(b.at)))
    .map((row) => String(row.action))
    .filter((action) => /invit|accepted|taken back/.test(action))

async function staffId(story: Story, organisation: string, name: string): Promise<string> {
  const overview = await story.app.desk.overview(organisation)
  return overview!.people.roles.find((row) => row.name === name)!.staffId
}
