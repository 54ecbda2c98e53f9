/** No consent, no question: every way round it ends with nothing asked and nothing kept. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test('who did not say yes is not asked, and no row knows them', LONG, async () => {
  const story = await startStory()
  const no = await onTelegram(story, 'xy', 101, 'nl')
  await no.comeIn()
  await no.tap(sayOf('nl', 'join-no'))
  await no.sees(sayOf('nl', 'join-declined'))

  const curious = await onTelegram(story, 'xy', 102, 'en')
  await curious.comeIn()
  await curious.tap(sayOf('en', 'join-more'))
  await curious.sees(sayOf('en', 'join-more-kept'))

  const stranger = story.telegram.person(103, { language: 'nl' })
  stranger.start()
  await stranger.next((message) => message.text.includes('de link of de QR-code van je organisatie'))
  stranger.type('Hallo, ik wil iets kwijt')
  await stranger.next((message) => message.text === sayOf('nl', 'nothing-open'))
  stranger.tapData(`j.${'x'.repeat(24)}.y`)
  await stranger.next((message) => message.text === sayOf('nl', 'join-link-unknown'))
  stranger.start('nooit-gemaakt')
  await stranger.next((message) => message.text === sayOf('nl', 'join-link-unknown'))
  stranger.start(`' or true --`)
  await stranger.next((message) => message.text === sayOf('nl', 'join-link-unknown'))
  for (const command of ['/stop', '/help', '/privacy']) stranger.type(command)
  await stranger.next((message) => message.text.includes('willekeurig nummer'))

  const onPage = await onWeb(story, 'xy', 'fr')
  await onPage.comeIn()
  await onPage.tap(sayOf('fr', 'join-no'))
  expect(onPage.cookies()).toEqual([])
  for (const path of ['/hier/tik', '/hier/schrijf', '/hier/vraag']) {
    await onPage.call(path, { eenmalig: 'a', id: 'a', data: 'r.x.1.a_lot', text: 'tekst', command: 'start' })
    expect(onPage.html()).not.toContain('tekst')
  }

  const server = story.discord.server()
  const place = server.channel()
  const here = onDiscord(story, server, { place }, 'nl')
  await here.person.command('/meedoen', { place })
  await here.sees('de link of de QR-code van je organisatie')

  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  for (const person of [no.person, curious.person, stranger]) {
    expect(person.messages.filter((message) => /(Vraag|Question) 1/.test(plain(message.text)))).toEqual([])
  }
  await expectRows(story, {
    contact: 0,
    contact_link: 0,
    participant: 0,
    consent: 0,
    run: 0,
    answer: 0,
    open_text: 0,
    presence: 0,
  })
})

test("somebody else's card and an invented cookie open no door", LONG, async () => {
  const story = await startStory({ discord: false })
  const joined = await onTelegram(story, 'xy', 201, 'nl')
  await joins(joined)
  await holdSession(story, 'xy', 'meetingpoint')
  await joined.sees('Vraag 1 van 4')
  const data = joined.person.card().buttons[0]![0]!.data

  const outsider = story.telegram.person(202, { language: 'nl' })
  outsider.meet()
  outsider.tapData(data)
  await outsider.next((message) => message.text === sayOf('nl', 'data-gone-tap'))
  const web = await onWeb(story, 'xy', 'nl')
  const cookie = { cookie: `pols=${'a'.repeat(48)}`, 'content-type': 'application/x-www-form-urlencoded' }
  for (const path of ['/hier/tik', '/hier/schrijf']) {
    const body = new URLSearchParams({ eenmalig: 'een', data, text: 'ingebroken' }).toString()
    await fetch(`http://127.0.0.1:${story.app.port()}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: cookie,
      body,
    })
  }
  await web.call('/hier')
  expect(plain(web.html())).not.toContain('Vraag 1')
  await story.rest()
  expect(plain(joined.person.card().text)).toContain('Vraag 1 van 4')
  await expectRows(story, { contact: 1, participant: 1, consent: 1, run: 1, answer: 0, open_text: 0 })
})

test('a yes to one organisation is no yes to another', LONG, async () => {
  const story = await startStory({ discord: false })
  const elsewhere = await onTelegram(story, 'xyz', 301, 'nl')
  await joins(elsewhere)
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  const rows = await story.tables()
  expect(rows.round!.map((row) => row.organisation_id)).toEqual(['xy'])
  expect(rows.run).toEqual([])
})

test('who consented to an older text is asked again before any question', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 401, 'nl')
  await joins(ann)
  await story.restart("update consent set version = '2020-01.2026', text_version = '2020-01'")
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  expect(ann.person.messages.some((message) => message.text.includes('Vraag'))).toBe(false)
  await ann.sees(sayOf('nl', 'join-again'))
  await ann.tap(sayOf('nl', 'join-age-d'))
  await ann.sees(sayOf('nl', 'join-question'))
  await ann.tap(sayOf('nl', 'join-yes'))
  await ann.sees('Vraag 1 van 4')
  const rows = await story.tables()
  expect(rows.participant).toHaveLength(1)
  expect(rows.consent).toHaveLength(2)
})

test('joining twice is joining once, also by a link that is delivered again', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 501, 'nl')
  await joins(ann)
  await story.rest()
  story.telegram.redeliver()
  await story.rest()
  ann.person.start(new URL(await story.joinUrl('xy', 'telegram')).searchParams.get('start')!)
  await ann.sees(sayOf('nl', 'join-already', { organisation: 'XY' }))
  await expectRows(story, { contact: 1, contact_link: 1, participant: 1, consent: 1 })
})

test('a link that is too old, or of an organisation that is gone, says so in plain words', LONG, async () => {
  const story = await startStory({ discord: false })
  const link = await onTelegram(story, 'xy', 601, 'nl')
  const web = new URL(await story.joinUrl('xy', 'web')).pathname
  await story.restart("update join_link set expires_at = '2026-11-01T00:00:00Z'")
  link.person.start(web.split('/').at(-1)!)
  await link.sees(sayOf('nl', 'join-link-expired'))
  expect((await story.page(web)).status).toBe(410)
  await story.restart(
    `insert into organisation (id, name, example, created_at) values ('weg', 'Weg', false, now());
     update join_link set organisation_id = 'weg', expires_at = '2028-01-01T00:00:00Z'`,
  )
  link.person.start(web.split('/').at(-1)!)
  await link.sees(sayOf('nl', 'join-link-unknown'))
  expect((await story.page(web)).status).toBe(404)
  await expectRows(story, { contact: 0, participant: 0 })
})

async function expectRows(story: Story, counts: Record<string, number>) {
  const tables = await story.tables()
  expect(Object.fromEntries(Object.keys(counts).map((name) => [name, tables[name]!.length]))).toEqual(counts)
}

test('a no on the card that was answered with yes before takes the yes back', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 701, 'nl')
  await joins(ann)
  await ann.tap(sayOf('nl', 'join-no'))
  await ann.sees(sayOf('nl', 'notice-stopped'))
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  const { run, participant, consent } = await story.tables()
  expect(run).toEqual([])
  expect(participant!.map((row) => row.state)).toEqual(['stopped'])
  expect(consent!.every((row) => row.withdrawn_on !== null)).toBe(true)
})
