/** How old somebody is decides where they may take part; who is too young leaves no trace. */
import { expect, test } from 'vitest'
import { CONSENT_TEXT } from '../../src/people/consent-gate.ts'
import { plain } from '../support/app.ts'
import { holdSession, ownConfig, type Row, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

/** Everything in the database, except who holds which ear. */
async function dump(story: Story): Promise<Record<string, Row[]>> {
  await story.rest()
  const { lease: _, ...tables } = await story.tables()
  story.app = await story.start()
  return tables
}

test(
  'younger than 13: a kind stop on every channel, and not one row is there that was not there before',
  LONG,
  async () => {
    const story = await startStory()
    const server = story.discord.server()
    const place = server.channel()
    await story.joinToken('xy')
    await linkJoinPost(story, server, place)
    const before = await dump(story)
    const child = await onTelegram(story, 'xy', 101, 'nl')
    await child.comeIn('a')
    const onPage = await onWeb(story, 'xy', 'fr')
    await onPage.comeIn('a')
    expect(onPage.html()).toContain('Merci de le dire')
    expect(onPage.cookies()).toEqual([])
    const there = onDiscord(story, server, { post: place }, 'en')
    await there.comeIn('a')
    // A yes made by hand says the same.
    child.person.tapData(`j.${await story.joinToken('xy')}.y.nl.a.${CONSENT_TEXT}`)
    await child.sees(sayOf('nl', 'join-under-13'))
    expect(await dump(story)).toEqual(before)
  },
)

test('who said another age before, and now younger than 13, is erased', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 111, 'nl')
  await joins(ann)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  ann.person.tapData(`j.${await story.joinToken('xy')}.m.nl.a`)
  await ann.sees(sayOf('nl', 'join-under-13'))
  await story.rest()
  const { contact, participant, consent, run, outgoing } = await story.tables()
  expect({ contact, participant, consent, run }).toEqual({ contact: [], participant: [], consent: [], run: [] })
  expect(outgoing!.filter((row) => row.contact_id !== null)).toEqual([])
})

test('too young for Telegram: a link that works once, behind which nothing is asked twice', LONG, async () => {
  const story = await startStory({ discord: false })
  const ben = await onTelegram(story, 'xy', 121, 'fr')
  await ben.comeIn('b')
  const once = linkOf(ben)
  expect(once).toMatch(/^\/doe-mee\/eenmalig\/[\w-]{24}$/)

  const web = await onWeb(story, 'xy', 'nl')
  await web.call(once)
  // In the language that was chosen in the chat, and past the ages; looking uses nothing up.
  expect(plain(web.html())).toContain(sayOf('fr', 'join-question'))
  await web.call(once)
  await web.tap(sayOf('fr', 'join-yes'))
  expect(web.cookies().filter((cookie) => cookie.startsWith('pols='))).toHaveLength(1)
  await web.sees(sayOf('fr', 'join-done', { organisation: 'XY' }))

  const other = await onWeb(story, 'xy', 'fr')
  expect((await other.call(once)).status).toBe(410)
  expect(other.html()).toContain('déjà servi')
  await holdSession(story, 'xy', 'meetingpoint')
  await web.sees('Question 1')
  await story.rest()
  expect(ben.person.messages.some((message) => plain(message.text).includes('Question 1'))).toBe(false)
  const { contact, one_time_link } = await story.tables()
  expect(contact!.map((row) => [row.channel, row.age_band])).toEqual([['web', '13-15']])
  expect(one_time_link!.map((row) => row.used_at !== null)).toEqual([true])
})

test('a yes tapped twice on the page behind that link is one person, and one cookie', LONG, async () => {
  const story = await startStory({ discord: false })
  const ben = await onTelegram(story, 'xy', 131, 'nl')
  await ben.comeIn('b')
  const once = linkOf(ben)
  const [one, two] = [await onWeb(story, 'xy', 'nl'), await onWeb(story, 'xy', 'nl')]
  await one.call(once)
  const hidden = /name="eenmalig" value="([^"]*)"/.exec(one.html())![1]!
  const data = /value="(j\.[^"]*\.y\.[^"]*)"/.exec(one.html())![1]!
  await Promise.all([one, two].map((young) => young.call('/hier/tik', { eenmalig: hidden, data })))
  expect(two.cookies()).toEqual(one.cookies())
  await story.rest()
  expect((await story.tables()).participant).toHaveLength(1)
})

test('a link that is too old, or was made by hand, opens nothing', LONG, async () => {
  const story = await startStory({ discord: false })
  const ben = await onTelegram(story, 'xy', 141, 'nl')
  await ben.comeIn('b')
  const once = linkOf(ben)
  story.clock.pass({ hours: 25 })
  expect((await story.page(once)).status).toBe(410)
  for (const made of ['x'.repeat(24), 'x', '..%2f..'])
    expect((await story.page(`/doe-mee/eenmalig/${made}`)).status).toBe(404)
  // The token is no way around the chat's own age either.
  ben.person.start(once.split('/').at(-1)!)
  await ben.sees(sayOf('nl', 'join-link-expired'))
})

test('yeses made by hand lead to the question that was passed over, never to a yes', LONG, async () => {
  const story = await startStory({ discord: false })
  const eve = await onTelegram(story, 'xy', 151, 'nl')
  await eve.opens()
  const token = await story.joinToken('xy')
  for (const [data, said] of [
    [`j.${token}.y`, 'join-language'],
    [`j.${token}.y.nl`, 'join-age'],
    [`j.${token}.y.d`, 'join-language'],
    [`j.${token}.y.nl.d`, 'join-question'],
    [`j.${token}.y.nl.d.2020-01`, 'join-question'],
    [`j.${token}.y.nl.b.${CONSENT_TEXT}`, 'join-elsewhere'],
    [`j.${token}.y.nl.a.${CONSENT_TEXT}`, 'join-under-13'],
    [`j.${token}.m.nl`, 'join-age'],
    [`j.${'x'.repeat(24)}.y.nl.d.${CONSENT_TEXT}`, 'join-link-unknown'],
  ] as const) {
    eve.person.tapData(data)
    await eve.sees(sayOf('nl', said))
  }
  await story.rest()
  const { contact, participant, consent } = await story.tables()
  expect({ contact, participant, consent }).toEqual({ contact: [], participant: [], consent: [] })
})

test("a yes with the token of another organisation is that one's yes, by that one's ages", LONG, async () => {
  const configFolder = ownConfig((file) => {
    file.organisation('xyz', (yaml) => `${yaml}\nminimumAge: { telegram: 18, discord: 18, web: 18 }\n`)
  })
  const story = await startStory({ discord: false, configFolder })
  const ann = await onTelegram(story, 'xy', 161, 'nl')
  await joins(ann, 'c')
  ann.person.tapData(`j.${await story.joinToken('xyz')}.y.nl.c.${CONSENT_TEXT}`)
  await ann.sees('Je kan nu niet meedoen met XYZ')
  await story.rest()
  expect((await story.tables()).participant!.map((row) => row.organisation_id)).toEqual(['xy'])
})

test(
  'a younger age with a second organisation ends the asking of the first, where it is too young for it',
  LONG,
  async () => {
    const configFolder = ownConfig((file) => {
      file.organisation('xyz', (yaml) => `${yaml}\nminimumAge: { telegram: 13, discord: 13, web: 13 }\n`)
    })
    const story = await startStory({ discord: false, configFolder })
    const ann = await onTelegram(story, 'xy', 171, 'nl')
    await joins(ann)
    await holdSession(story, 'xy', 'meetingpoint')
    await ann.sees('Vraag 1 van 4')
    const card = ann.person.messages.find((message) => plain(message.text).includes('Vraag 1 van 4'))!
    const there = await onTelegram(story, 'xyz', 171, 'nl')
    await joins(there, 'b')
    ann.person.tap('veel', card)
    await story.rest()
    await holdSession(story, 'xy', 'meetingpoint')
    await story.rest()
    const { contact, participant, answer } = await story.tables()
    expect(contact!.map((row) => row.age_band)).toEqual(['13-15'])
    expect(participant!.map((row) => `${row.organisation_id} ${row.state}`).sort()).toEqual([
      'xy stopped',
      'xyz joined',
    ])
    expect(answer).toEqual([])
    const asked = ann.person.messages.filter((message) => plain(message.text).includes('Vraag 1 van 4'))
    expect(asked).toHaveLength(1)
  },
)

/** The path of the page that the newest message leads to: behind a button, or (without a public address) in words. */
function linkOf(young: Awaited<ReturnType<typeof onTelegram>>): string {
  const { text, buttons } = young.person.messages.at(-1)!
  const shown = [text, ...buttons.flat().map((button) => button.url ?? '')].join(' ')
  return /\/doe-mee\/eenmalig\/[\w-]{24}/.exec(shown)![0]
}

async function linkJoinPost(
  story: Story,
  server: ReturnType<Story['discord']['server']>,
  place: ReturnType<ReturnType<Story['discord']['server']>['channel']>,
) {
  const manager = story.discord.person({ server: server.id, manager: true })
  const code = await story.app.desk.linkCode('coach', 'xy', 'join')
  if (!code.ok) throw new Error(code.fault)
  await manager.command('/koppel', { place, code: code.value.code })
  await place.next()
  await story.rest()
}
