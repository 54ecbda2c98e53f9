/** A device that goes from hand to hand: each answers under a word or none, and leaves nothing for who comes next. */
import { expect, test } from 'vitest'
import { wordsFor } from '../../src/words/words.ts'
import { formsOf, wordsOf } from '../support/html.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { visitor } from '../support/visitor.ts'

const LONG = { timeout: 90_000 }
/** Friday, just after an activity of XYZ began: its question at the start is open. */
const FRIDAY = '2026-11-27T15:05:00Z'

test(
  'one person after another, at the start and at the end: a word makes a pair, and nothing else is known of anybody',
  LONG,
  async () => {
    const story = await startStory({ discord: false, telegram: false, start: FRIDAY })
    const device = await tablet(story)
    expect(device.words()).toContain('Wil je een paar korte vragen beantwoorden?')
    await device.comesIn('Zonnebloem')
    await device.tap('niet goed')
    expect(device.words()).toContain('Klaar. Bedankt.')
    await device.tap('Volgende persoon')
    await device.comesIn(null)
    await device.tap('heel goed')
    await device.tap('Volgende persoon')

    // At the end, the same word in another spelling.
    story.clock.set('2026-11-27T17:01:00Z')
    await story.app.sweep()
    await device.comesIn(' zonnebloem! ')
    await device.tap('heel goed')
    await device.tap('de mensen hier')
    expect(device.words()).toContain('Klaar. Bedankt.')
    expect(device.cookies()).toBe(0)

    // Whoever answered on the device is not asked anything afterwards.
    await device.tap('Volgende persoon')
    await holdSession(story, 'xyz', 'activiteit')
    const rows = await story.tables()
    expect(rows.participant).toHaveLength(2)
    const runs = rows.run!.map(({ round_id, participant_id }) => `${round_id} ${participant_id}`)
    expect(runs).toHaveLength(3)
    expect(new Set(rows.run!.map((run) => run.participant_id)).size).toBe(2)
    expect(rows.presence!.map((row) => row.source)).toEqual(['tablet', 'tablet'])
    expect(rows.contact!.map((row) => [row.state, row.age_band])).toEqual([
      ['gone', '16-17'],
      ['gone', '16-17'],
    ])
    expect(rows.consent).toHaveLength(2)
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('zonnebloem')
    expect(story.logs.join('').toLowerCase()).not.toContain('zonnebloem')
  },
)

test(
  'nothing of one person is shown to the next: not by going back, not by asking for the page again, not by their word',
  LONG,
  async () => {
    const story = await startStory({ discord: false, telegram: false, start: FRIDAY })
    const device = await tablet(story)
    await device.comesIn('anker')
    const visit = device.path()
    expect(visit).toMatch(/^\/tablet\/[\w-]{24}\/[\w-]+$/)
    const other = await tablet(story)
    await other.tap('Begin')
    expect((await other.named('anker')).status).toBe(422)
    expect(other.words()).toContain('Kies een ander woord.')
    await device.tap('niet goed')
    // Without a tap on “next person”: the page itself forgets.
    expect(await device.open(visit)).toBe('start')
    expect(device.words()).not.toContain('niet goed')
    for (const path of ['tik', 'schrijf', 'woord', 'vraag']) {
      const fields = { eenmalig: 'x', data: 'r.x.1.a', text: 't', woord: 'w', wat: 'help' }
      expect((await device.post(`${visit}/${path}`, fields)).headers.get('location')).toBe(device.start)
    }
    await device.tap('Begin')
    expect((await device.named('Anker')).status).toBe(422)
    expect((await device.named('!')).status).toBe(422)
    expect(device.words()).toContain('minstens 2 letters')
    expect(await device.open(`${device.start}/made-up`)).toBe('start')
    const page = await device.fetch(device.start)
    expect(page.headers.get('cache-control')).toBe('no-store')
  },
)

test('who stops and wipes leaves nothing, whenever that is', LONG, async () => {
  const story = await startStory({ discord: false, telegram: false, start: FRIDAY })
  const device = await tablet(story)
  await device.tap('Begin')
  await device.named('wegwerp')
  await device.tap('Stop en wis wat ik invulde')
  expect(device.words()).toContain('Er is niets meer van wat je invulde.')
  await device.tap('Volgende persoon')
  await device.comesIn('wegwerp')
  await device.tap('Stop en wis wat ik invulde')
  expect(await device.open(device.path())).toBe('start')
  expect(await kept(story)).toEqual({})
})

test('younger than 13, and a no: kind words, and nothing is stored', LONG, async () => {
  const story = await startStory({ discord: false, telegram: false, start: FRIDAY })
  const device = await tablet(story)
  for (const [age, consent, said] of [
    ['Jonger dan 13', null, 'zeg ze tegen je begeleider'],
    ['13, 14 of 15', 'Nee, liever niet', 'We bewaren niets over jou.'],
  ] as const) {
    await device.tap('Begin')
    await device.tap('Verder zonder woord')
    await device.tap(age)
    if (consent) await device.tap('Meer uitleg')
    if (consent) expect(device.words()).toContain('we weten niet hoe we jou bereiken')
    if (consent) await device.tap(consent)
    expect(device.words()).toContain(said)
    await device.tap('Hulp')
    expect(device.words()).toContain(said)
    await device.tap('Volgende persoon')
    expect(device.words()).toContain('Wil je een paar korte vragen beantwoorden?')
  }
  expect(await kept(story)).toEqual({})
})

test(
  'in another language, to the last word; and the next person begins in the language of the house',
  LONG,
  async () => {
    const story = await startStory({ discord: false, telegram: false, start: FRIDAY })
    const device = await tablet(story)
    await device.open(`${device.start}?taal=ar`)
    const words = wordsFor('ar')
    for (const key of ['tablet-begin', 'tablet-alias-without', 'join-age-d', 'join-yes']) {
      expect(device.html()).toContain('dir="rtl"')
      await device.tap(words(key))
    }
    await device.tap(words('button-decline'))
    expect(device.words()).toContain(words('tablet-thanks'))
    await device.tap(words('tablet-next'))
    expect(device.html()).toContain('<html lang="nl"')
  },
)

test(
  'without an open question there is nothing to begin; the link of the organisation opens no device',
  LONG,
  async () => {
    const story = await startStory({ discord: false, telegram: false, start: FRIDAY })
    const device = await tablet(story)
    await device.comesIn('laat')
    story.clock.set('2026-11-27T16:30:00Z')
    await story.app.sweep()
    await device.tap('niet goed')
    expect(device.words()).toContain('Klaar. Bedankt.')
    await device.open(device.start)
    expect(device.words()).toContain('Er is nu geen vraag op dit toestel.')
    const begun = await device.post(device.start, { eenmalig: 'x', taal: 'nl' })
    expect(begun.headers.get('location')).toBe(device.start)
    const wall = `/tablet/${await story.joinToken('xyz')}`
    expect((await device.fetch(wall)).status).toBe(404)
    expect((await device.fetch('/tablet/nope')).status).toBe(404)
    expect((await story.tables()).answer!.filter((row) => row.status === 'answered')).toEqual([])
  },
)

/** The device at the session of now, without JavaScript. */
async function tablet(story: Story) {
  const now = story.clock.now()
  const { sessions } = (await story.app.desk.overview('xyz'))!
  const session = sessions.find(
    ({ startsAt }) => startsAt.until(now).total('minutes') < 30 && Temporal.Instant.compare(startsAt, now) < 0,
  )!
  const links = granted(await story.app.desk.sessionLinks('xyz', session.id))
  const start = new URL(links.find((link) => link.channel === 'web')!.url).pathname.replace('/doe-mee/', '/tablet/')
  const base = `http://127.0.0.1:${story.app.port()}`
  const person = visitor({
    fetch: async (request) => {
      const body = request.method === 'POST' ? { body: await request.text() } : {}
      const { pathname, search } = new URL(request.url)
      return fetch(`${base}${pathname}${search}`, {
        method: request.method,
        headers: request.headers,
        redirect: 'manual',
        ...body,
      })
    },
  })
  let path = start
  let html = await person.page(start)
  /** Follows redirects, as a browser does. */
  async function follow(response: Response): Promise<Response> {
    const to = response.headers.get('location')
    if (response.status === 303 && to) {
      path = to
      return follow(await person.fetch(to))
    }
    html = await response.text()
    return response
  }
  const device = {
    start,
    path: () => path,
    html: () => html,
    words: () => wordsOf(html),
    cookies: () => person.cookies.size,
    fetch: person.fetch,
    post: person.post,
    async open(to: string): Promise<'start' | 'elsewhere'> {
      path = to
      await follow(await person.fetch(to))
      return path === start ? 'start' : 'elsewhere'
    },
    tap: async (words: string) => follow(await person.press(html, words)),
    async named(alias: string) {
      const form = formsOf(html).find(({ path: to }) => to.endsWith('/woord'))!
      return follow(await person.post(form.path, { ...form.hidden, woord: alias }))
    },
    async comesIn(alias: string | null) {
      await device.open(start)
      await device.tap('Begin')
      if (alias === null) await device.tap('Verder zonder woord')
      else await device.named(alias)
      await device.tap('16 of 17')
      await device.tap('Ja, ik doe mee')
    },
  }
  return device
}

/** What is kept of people when the story ends: how many rows, by table; empty tables left out. */
async function kept(story: Story): Promise<Record<string, number>> {
  await story.rest()
  const rows = await story.tables()
  const counts = OF_PEOPLE.map((table) => [table, rows[table]!.length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

const OF_PEOPLE = [
  ...['participant', 'contact', 'contact_link', 'consent', 'presence', 'asked', 'run', 'answer', 'open_text'],
  ...['outgoing', 'one_time_link', 'consent_ask', 'contact_request'],
]
