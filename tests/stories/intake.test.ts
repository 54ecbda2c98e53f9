/** A worker brings in a calendar and old counts: looked at first, kept after a yes, never twice, never beside the pairs. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import type { FakeMessage } from '../support/fake-telegram-chats.ts'
import { wordsOf } from '../support/html.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'

const LONG = { timeout: 120_000 }
const seen = (person: TelegramPerson, words: string): Promise<FakeMessage> =>
  person.next((message) => plain(message.text).includes(words))

async function askPage(person: TelegramPerson): Promise<string> {
  person.type('/sessie')
  person.tap('Lees een agenda of oude telling in', await seen(person, 'Sessies van'))
  const { text } = await seen(person, 'Een agenda of oude telling inlezen')
  // Telegram takes no button to this machine: the address stands in the text.
  return /\/inlezen\/[\w-]{43}/.exec(text)![0]
}

async function send(story: Story, path: string, fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const response = await fetch(`http://127.0.0.1:${story.app.port()}${path}`, { method: 'POST', body })
  const html = await response.text()
  const content = /name="inhoud" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? null
  return { status: response.status, text: wordsOf(html), content }
}
const read = async (story: Story, path: string) =>
  wordsOf(await (await fetch(`http://127.0.0.1:${story.app.port()}${path}`)).text())

const calendar = (story: Story) => {
  const day = (days: number) =>
    story.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate().add({ days }).toString().replaceAll('-', '')
  const event = (days: number, ...more: string[]) =>
    [
      ...['BEGIN:VEVENT', `UID:${days}`, 'SUMMARY:Praten met Zefanja', `DTSTART:${day(days)}T101500`],
      ...[`DTEND:${day(days)}T111500`, ...more, 'END:VEVENT', ''],
    ].join('\r\n')
  const events = [event(10), event(17), event(24, 'STATUS:CANCELLED'), event(-7)]
  return new File([`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`], 'agenda.ics')
}
const sessionsOf = async (story: Story) => (await story.app.desk.overview('xy'))!.sessions
/** The calendar's sessions begin at a quarter past; no rule of the sample does. */
const brought = async (story: Story) =>
  (await sessionsOf(story)).filter(({ startsAt }) => startsAt.toString().includes(':15:00')).length

test('sessions of a calendar: shown first, added once, and only day and hour are kept', LONG, async () => {
  const story = await startStory({ discord: false })
  const wout = await withRole(story, 'xy', 911, 'worker', 'Wout')
  const path = await askPage(wout)
  const before = await brought(story)

  const looked = await send(story, path, { reeks: 'meetingpoint', bestand: calendar(story) })
  expect(looked.status).toBe(200)
  expect(looked.text).toContain('Dit komt erbij. Sessies: 2')
  expect(looked.text).toContain('Praten met Zefanja: geannuleerd. Niet overgenomen.')
  expect(looked.text).toContain('Al voorbij, niet overgenomen: 1')
  expect(await brought(story)).toBe(before)

  const twice = await Promise.all([1, 2].map(() => send(story, `${path}/bewaar`, { inhoud: looked.content! })))
  expect(twice.map(({ text }) => /Toegevoegd\. Sessies: 2|Alles stond er al/.exec(text)?.[0]).sort()).toEqual([
    'Alles stond er al',
    'Toegevoegd. Sessies: 2',
  ])
  await story.rest()
  expect(await brought(story)).toBe(before + 2)

  const again = await send(story, path, { reeks: 'meetingpoint', bestand: calendar(story) })
  expect(again.text).toContain('Er is niets om toe te voegen.')
  expect(again.text).toContain('Stond er al en blijft zoals het is: 2')
  expect(again.content).toBeNull()
  expect(JSON.stringify(await story.tables())).not.toContain('Zefanja')
})

test(
  'old counts are numbers of their own: shown by the rules for small groups, in no digest, no run, no pair',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { desk } = story.app
    const wout = await withRole(story, 'xy', 911, 'worker', 'Wout')
    const path = await askPage(wout)
    const csv =
      'datum;wanneer;blij;moe\n2026-03-04;start;14;9\n2026-03-04;einde;20;3\n2026-03-11;start;2;1\n2099-01-01;start;5;5\n'
    const looked = await send(story, path, { reeks: 'meetingpoint', bestand: new File([csv], 'buttons.csv') })
    expect(looked.text).toContain('Dit komt erbij. Dagen: 2')
    expect(looked.text).toContain('Datum in de toekomst, niet overgenomen: 1')
    expect(await read(story, path)).not.toContain('Vroeger geteld')
    expect((await send(story, `${path}/bewaar`, { inhoud: looked.content! })).text).toContain('Bewaard. Dagen: 2')
    expect((await send(story, `${path}/bewaar`, { inhoud: looked.content! })).text).toContain('Alles stond er al')

    const page = await read(story, path)
    expect(page).toContain('Vroeger geteld')
    expect(page).toMatch(/2026-03-04.*Bij het begin.*blij.*14/s)
    const small = page.slice(page.indexOf('2026-03-11'), page.indexOf('2026-03-04'))
    expect(small).not.toMatch(/\b[12]\b(?!\d|-)/)
    const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
    granted(await desk.exampleAnswers('coach', 'xy', roundId))
    granted(await desk.closeRound('coach', 'xy', roundId))
    expect(granted(await desk.digest(roundId)).content.participation).toMatchObject({ count: 12 })
    // Brought in by mistake: away again, by the same page and by nobody else.
    expect((await send(story, `/inlezen/${'a'.repeat(43)}/wis`, { reeks: 'meetingpoint' })).status).toBe(404)
    expect((await send(story, `${path}/wis`, { reeks: 'andere' })).status).toBe(404)
    expect(await read(story, path)).toContain('Vroeger geteld')
    await send(story, `${path}/wis`, { reeks: 'meetingpoint' })
    expect(await read(story, path)).not.toContain('Vroeger geteld')
    const { run, round, tally, method_count: counts } = await story.tables()
    expect([run, round, tally, counts].map((rows) => rows!.length)).toEqual([12, 1, 0, 0])
  },
)

test('by the link of who may plan, with a series, and with what was looked at; else nothing', LONG, async () => {
  const story = await startStory({ discord: false })
  const wout = await withRole(story, 'xy', 911, 'worker', 'Wout')
  const path = await askPage(wout)
  const before = await brought(story)
  expect((await send(story, `/inlezen/${'a'.repeat(43)}`, { bestand: calendar(story) })).status).toBe(404)
  expect((await send(story, path, { reeks: 'geen', bestand: calendar(story) })).text).toContain('Kies eerst de reeks.')
  expect((await send(story, path, { reeks: 'meetingpoint', bestand: new File(['x'], 'a.ics') })).status).toBe(422)
  for (const inhoud of [
    '',
    '{}',
    '{"kind":"sessions","series":"meetingpoint","found":[{"startsAt":"x","endsAt":"y"}]}',
  ]) {
    expect((await send(story, `${path}/bewaar`, { inhoud })).status).toBe(400)
  }
  const past = { startsAt: '2020-01-01T10:15:00Z', endsAt: '2020-01-01T11:15:00Z' }
  const forged = JSON.stringify({ kind: 'sessions', series: 'meetingpoint', found: [past] })
  expect((await send(story, `${path}/bewaar`, { inhoud: forged })).text).toContain('Alles stond er al')
  expect(await brought(story)).toBe(before)

  const { content } = await send(story, path, { reeks: 'meetingpoint', bestand: calendar(story) })
  const { rows } = await story.app.ground.store.pool.query("select id from staff where role = 'worker'")
  granted(await story.app.desk.takeBack(String(rows[0]!.id), 'xy', String(rows[0]!.id)))
  expect((await send(story, `${path}/bewaar`, { inhoud: content! })).status).toBe(404)
  expect(await brought(story)).toBe(before)
})
