/** Sessions in the chat of who works with young people: plain words in, clear sentences out, and nobody's answers counted. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { officeRows, onTelegramAt } from '../support/story-quotes.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const see = (who: TelegramPerson, text: string) => who.next((one) => plain(one.text).includes(text))
const sessionsOf = async (story: Story, organisation = 'xy') => (await story.app.desk.overview(organisation))!.sessions

test('a session is added, moved, given a theme, counted, ended and cancelled from the chat', LONG, async () => {
  const story = await startStory({ discord: false })
  const jo = await withRole(story, 'xy', 700, 'worker', 'Jo')
  const before = (await sessionsOf(story)).length
  jo.type('/sessie')
  const list = await see(jo, 'Sessies van XY')
  expect(labels(list).at(-1)).toBe('Nieuwe sessie')
  jo.tap('Nieuwe sessie', list)
  await see(jo, 'Wanneer begint ze?')
  jo.type('straks ergens')
  await see(jo, 'Dat begrijp ik niet.')
  jo.type('wo 9/12 18u')
  const added = await see(jo, 'De sessie is toegevoegd.')
  expect(plain(added.text)).toContain('woensdag 9 december 2026')
  expect(labels(added)).toEqual(['Verzetten', 'Thema', 'Afgelasten', 'Terug'])
  jo.tap('Verzetten', added)
  await see(jo, 'Naar wanneer?')
  jo.type('2026-12-10 19:30')
  const moved = await see(jo, 'De sessie is verzet.')
  expect(plain(moved.text)).toMatch(/donderdag 10 december 2026.*19:30/)
  jo.tap('Thema', moved)
  await see(jo, 'Wat is het thema?')
  jo.type('x'.repeat(61))
  await see(jo, sayOf('nl', 'desk-bad-theme'))
  jo.type('vriendschap')
  const themed = await see(jo, 'Thema: vriendschap')
  const sessions = await sessionsOf(story)
  expect(sessions).toHaveLength(before + 1)
  const own = sessions.find(({ theme }) => theme === 'vriendschap')!
  expect(own.startsAt.toString()).toBe('2026-12-10T18:30:00Z')

  story.clock.set('2026-12-10T19:00:00Z')
  jo.tap('Terug', themed)
  jo.tap('do 10 dec', await see(jo, 'Kies een sessie'))
  const going = await see(jo, 'donderdag 10 december')
  expect(labels(going)).toEqual(['Nu beëindigen', 'Hoeveel waren er?', 'Thema', 'Afgelasten', 'Terug'])
  jo.tap('Nu beëindigen', going)
  await see(jo, 'De sessie is beëindigd.')
  jo.tap('Nu beëindigen', going)
  await see(jo, sayOf('nl', 'desk-session-over'))
  expect((await sessionsOf(story)).find(({ id }) => id === own.id)!.endsAt.toString()).toBe('2026-12-10T19:00:00Z')

  jo.type('/sessie')
  const next = labels(await see(jo, 'Sessies van XY')).find((label) => label.includes('2 dec'))
  expect(next).toContain('Meetingpoint')
  story.clock.set('2026-11-26T10:00:00Z')
  jo.type('/sessie')
  jo.tap('2 dec', await see(jo, 'Sessies van XY'))
  jo.tap('Afgelasten', await see(jo, 'woensdag 2 december'))
  const sure = await see(jo, 'Gaat dit niet door?')
  expect(labels(sure)).toEqual(['Ja, het gaat niet door', 'Nee, terug'])
  jo.tap('Ja, het gaat niet door', sure)
  await see(jo, 'De sessie gaat niet door.')
  jo.tap('Ja, het gaat niet door', sure)
  await see(jo, sayOf('nl', 'desk-session-cancelled'))

  const { audit, staff } = await story.tables()
  const me = String(staff![0]!.id)
  const done = audit!.filter(({ actor }) => actor === me).map(({ action }) => action)
  expect(done).toEqual(
    expect.arrayContaining(['session added', 'session moved', 'theme given', 'session ended', 'session cancelled']),
  )
})

test('beyond the working year it asks first; a date of a button that was forged is refused', LONG, async () => {
  const story = await startStory({ discord: false })
  const jo = await withRole(story, 'xy', 700, 'worker', 'Jo')
  const before = await sessionsOf(story)
  const [first] = before.filter(({ startsAt }) => startsAt.toString() > '2026-11-26')
  jo.type('/sessie 3/9/2027 18:00')
  const far = await see(jo, 'Bedoel je vrijdag 3 september 2027')
  expect(plain(far.text)).toContain('een ander werkjaar')
  expect(await sessionsOf(story)).toHaveLength(before.length)
  jo.tap('Nee, terug', far)
  await see(jo, 'Sessies van XY')
  jo.tapData(`t.s.m.${first!.id}`)
  await see(jo, 'Naar wanneer?')
  jo.type('3 september 2027 18:00')
  jo.tap('Ja, dat bedoel ik', await see(jo, 'Bedoel je vrijdag 3 september 2027'))
  const moved = await see(jo, 'De sessie is verzet.')
  expect(plain(moved.text)).toContain('vrijdag 3 september 2027')
  jo.tapData(`t.s.mm.${first!.id}.209913990000`)
  await see(jo, plain(sayOf('nl', 'desk-bad-time')))
  const { session } = await story.tables()
  expect(session!.find(({ id }) => id === first!.id)!.starts_at).toMatch(/^2027-09-03T1[68]/)
})

test('a helper counts one session only; another organisation has none of it', LONG, async () => {
  const story = await startStory({ discord: false })
  const { sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  const other = (await sessionsOf(story)).find(({ id }) => id !== sessionId)!
  await story.restart(
    officeRows(story, [{ role: 'helper', name: 'Hanne', at: onTelegramAt(710), task: `session:${sessionId}` }]) +
      officeRows(story, [{ role: 'worker', name: 'Elders', at: onTelegramAt(711) }], 'xyz'),
  )
  const [hanne, elders] = [710, 711].map((id) => story.telegram.person(id, { language: 'nl' })) as [
    TelegramPerson,
    TelegramPerson,
  ]
  hanne.type('/sessie')
  const list = await see(hanne, 'Sessies van XY')
  expect(labels(list)).toHaveLength(1)
  hanne.tap(0, list)
  const shown = await see(hanne, 'Meetingpoint')
  expect(labels(shown)).toEqual(['Hoeveel waren er?', 'Terug'])
  hanne.tap('Hoeveel waren er?', shown)
  await see(hanne, 'Hoeveel jongeren waren er?')
  hanne.type('veel')
  await see(hanne, sayOf('nl', 'desk-bad-headcount'))
  hanne.type('١٢')
  await see(hanne, 'Aanwezig: 12')
  for (const data of [
    `t.s.x.${sessionId}`,
    `t.s.xx.${sessionId}`,
    `t.s.e.${sessionId}`,
    `t.s.m.${sessionId}`,
    `t.s.h.${sessionId}`,
    't.s.n',
    't.s.aa.meetingpoint.202612091800',
  ]) {
    hanne.wipe()
    hanne.tapData(data)
    await see(hanne, 'Dat kan niet met jouw rol bij XY.')
  }
  for (const data of [`t.s.i.${other.id}`, `t.s.c.${other.id}`, 't.s.i.niets']) {
    hanne.wipe()
    hanne.tapData(data)
    await see(hanne, sayOf('nl', 'desk-no-session'))
  }
  elders.meet()
  for (const what of ['i', 'c', 'xx', 'e']) {
    elders.wipe()
    elders.tapData(`t.s.${what}.${sessionId}`)
    await see(elders, sayOf('nl', 'desk-no-session'))
  }
  const { session } = await story.tables()
  expect(session!.find(({ id }) => id === sessionId)).toMatchObject({ headcount: 12, state: 'planned' })
  expect(session!.find(({ id }) => id === other.id)).toMatchObject({ headcount: null, state: 'planned' })
})

test('a headcount below the answers is kept, and tells nobody how many answered', LONG, async () => {
  const story = await startStory({ discord: false })
  const jo = await withRole(story, 'xy', 700, 'worker', 'Jo')
  const ann = await onTelegram(story, 'xy', 41, 'nl')
  await joins(ann)
  const { roundId, sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  granted(await story.app.desk.exampleAnswers('coach', 'xy', roundId))
  const said = async (count: string) => {
    jo.wipe()
    jo.tapData(`t.s.c.${sessionId}`)
    await see(jo, 'Hoeveel jongeren waren er?')
    jo.type(count)
    return plain((await see(jo, `Aanwezig: ${count}`)).text).replace(`Aanwezig: ${count}`, '')
  }
  const open = [await said('1'), await said('12'), await said('40')]
  expect(new Set(open).size).toBe(1)
  expect(open[0]).not.toContain('meer antwoorden')
  await said('3')
  granted(await story.app.desk.closeRound('coach', 'xy', roundId))
  await story.rest()
  // What the digest says to everybody may be said here too.
  expect(await said('3')).toContain('In het overzicht staan meer antwoorden dan er aanwezigen geteld zijn.')
  expect(await said('30')).not.toContain('meer antwoorden')
  const { session } = await story.tables()
  expect(session!.find(({ id }) => id === sessionId)!.headcount).toBe(30)
})
