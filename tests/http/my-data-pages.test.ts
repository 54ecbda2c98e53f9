/** The page of one person: through the whole app, as a browser without scripts sees it. */
import { expect, test } from 'vitest'
import { formsOf, wordsOf } from '../support/html.ts'
import { holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

async function answered(story: Story, language: 'nl' | 'ar' = 'nl') {
  const ann = await onTelegram(story, 'xy', 3001, language)
  await joins(ann, 'c')
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees(sayOf(language, 'card-position', { number: 1, total: 4 }))
  await ann.tap(language === 'ar' ? 'كثيرًا' : 'veel')
  for (const number of [2, 3]) {
    await ann.sees(sayOf(language, 'card-position', { number, total: 4 }))
    await ann.tap(sayOf(language, 'button-skip'))
  }
  await ann.sees(sayOf(language, 'card-position', { number: 4, total: 4 }))
  await ann.write('Ik zei <b>iets</b> & meer')
  await ann.sees(sayOf(language, 'end-thanks'))
  await ann.write('/mijndata')
  const { text, buttons } = await ann.sees(sayOf(language, 'data-link'))
  // On loopback no button may lead to a page, so the address stands in the text.
  const url = /https?:\S+/.exec(text)![0]
  expect([...buttons, text].join()).toContain(sayOf(language, 'data-open'))
  return { ann, path: new URL(url).pathname }
}

const fetchOf = (story: Story) => (path: string, form?: Record<string, string>) =>
  fetch(`http://127.0.0.1:${story.app.port()}${path}`, {
    redirect: 'manual',
    headers: { 'accept-language': 'nl' },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })

test('all of it can be read, taken along and erased one by one, for half an hour', LONG, async () => {
  const story = await startStory({ discord: false })
  const { ann, path } = await answered(story)
  const call = fetchOf(story)
  const page = await call(path)
  expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
    200,
    'no-store',
    'no-referrer',
  ])
  expect(page.headers.get('x-robots-tag')).toBe('noindex')
  const html = await page.text()
  expect(html).toContain('<html lang="nl" dir="ltr">')
  const words = wordsOf(html)
  for (const part of [
    'Via Telegram',
    sayOf('nl', 'data-age-16-17'),
    'Je zei “ja” op 25 november 2026',
    'Had je iets aan het gesprek over',
    'Je koos: veel',
    'Ik zei <b>iets</b> & meer',
    'Overgeslagen.',
    'Op 25 november 2026',
  ])
    expect(words).toContain(part)
  expect(html).not.toContain('<b>iets')
  // The number of the chat, the pseudonym and the run are no business of whoever sees the page.
  expect(words).not.toContain('3001')
  expect(html.match(/<h[1-6]/g)?.join('')).toMatch(/^<h1(<h[2-4])+$/)
  const labels = [...html.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1])
  expect(labels).toHaveLength(2)
  for (const label of labels) expect(label).toMatch(/^Wis dit antwoord: \S/)

  const file = await call(`${path}/gegevens.json`)
  expect(file.headers.get('content-type')).toMatch(/^application\/json/)
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="pols.json"')
  const text = await file.text()
  expect(text).not.toMatch(/[\u2066-\u2069]/)
  expect(JSON.parse(text)).toMatchObject({
    ...{ format: 'pols-my-data', version: 1, madeOn: '2026-11-25', channel: 'telegram', ageBand: '16-17' },
    organisations: [
      {
        ...{ id: 'xy', name: 'XY', state: 'joined', joinedOn: '2026-11-25' },
        consents: [{ givenOn: '2026-11-25', withdrawnOn: null, validUntil: '2027-08-31' }],
        rounds: [
          {
            answers: [
              { question: 'worth', status: 'answered', codes: [{ code: 'a_lot', says: 'veel' }], text: null },
              { question: 'voice', status: 'skipped', codes: [] },
              { question: 'takeaway', status: 'skipped' },
              { question: 'more', status: 'answered', codes: [], text: 'Ik zei <b>iets</b> & meer', on: '2026-11-25' },
            ],
          },
        ],
      },
    ],
  })
  expect(
    Object.keys((JSON.parse(text) as { organisations: { rounds: object[] }[] }).organisations[0]!.rounds[0]!),
  ).not.toContain('run')

  const form = formsOf(html).find((one) => one.hidden.question === 'more')!
  const gone = await call(form.path, form.hidden)
  expect([gone.status, gone.headers.get('location')]).toEqual([303, `${path}?weg=nu`])
  const after = wordsOf(await (await call(`${path}?weg=nu`)).text())
  expect(after).toContain('Dat antwoord is weg.')
  expect(after).not.toContain('iets</b>')
  const again = await call(form.path, form.hidden)
  expect(again.headers.get('location')).toBe(`${path}?weg=al`)
  // The chat shows nothing else, and the answers can still be changed there.
  await ann.tap(sayOf('nl', 'button-change'))
  await ann.sees('Vraag 1 van 4')

  for (const wrong of [{ run: form.hidden.run!, question: 'Not A Key' }, { run: '../x', question: 'worth' }, {}])
    expect((await call(`${path}/wis`, wrong as Record<string, string>)).status).toBe(400)
  story.clock.pass({ minutes: 31 })
  for (const late of [path, `${path}/gegevens.json`, `${path}/wis-alles`]) {
    const answer = await call(late)
    expect([answer.status, wordsOf(await answer.text())]).toEqual([
      404,
      expect.stringContaining('Deze link werkt niet meer.'),
    ])
  }
  expect((await call(`${path}/wis-alles`, {})).status).toBe(404)
  const { answer, open_text, audit } = await story.tables()
  expect(open_text).toEqual([])
  expect(answer!.find((row) => row.question === 'more')).toMatchObject({ status: 'skipped', codes: [] })
  expect(audit!.filter((row) => row.action === 'answer erased')).toHaveLength(1)
})

test('erasing everything asks first, on a page of its own, and the link is dead then', LONG, async () => {
  const story = await startStory({ discord: false })
  const { ann, path } = await answered(story)
  const call = fetchOf(story)
  const asked = await (await call(`${path}/wis-alles`)).text()
  for (const key of ['data-erase-what', 'data-erase-stays', 'data-erase-chat-telegram'])
    expect(wordsOf(asked)).toContain(sayOf('nl', key))
  const buttons = [...asked.matchAll(/<button data-role="(\w+)">([^<]*)</g)].map((match) => [match[1], match[2]])
  expect(buttons).toEqual([
    ['option', sayOf('nl', 'data-erase-yes')],
    ['option', sayOf('nl', 'data-erase-no')],
  ])
  const messages = ann.person.messages.length
  const gone = await call(`${path}/wis-alles`, {})
  expect([gone.status, gone.headers.get('location')]).toEqual([303, '/mijn/weg?taal=nl'])
  expect(wordsOf(await (await call('/mijn/weg?taal=nl')).text())).toContain('Alles is weg.')
  expect((await call(path)).status).toBe(404)
  expect((await call(`${path}/wis-alles`, {})).status).toBe(404)
  await story.rest()
  expect(ann.person.messages).toHaveLength(messages)
  const tables = await story.tables()
  for (const table of ['contact', 'participant', 'run', 'answer', 'open_text', 'one_time_link'])
    expect([table, tables[table]]).toEqual([table, []])
})

test('who the browser knows needs no link; nobody else is let in by a guess', LONG, async () => {
  const story = await startStory({ discord: false, telegram: false })
  const person = await onWeb(story, 'xy', 'fr')
  await joins(person)
  await person.call('/mijn')
  expect(wordsOf(person.html())).toContain(sayOf('fr', 'data-intro'))
  expect(person.html()).toContain('href="/mijn/gegevens.json"')
  const call = fetchOf(story)
  expect((await call('/mijn')).status).toBe(404)
  expect((await call('/mijn/gegevens.json')).status).toBe(404)
  expect((await call(`/mijn/${'a'.repeat(24)}`)).status).toBe(404)
  expect((await call('/mijn/wis-alles', {})).status).toBe(404)
  await person.call('/mijn/wis-alles', {})
  expect(person.cookies().filter((cookie) => !cookie.endsWith('='))).toEqual([])
  const { contact } = await story.tables()
  expect(contact).toEqual([])
})

test('in Arabic the page is mirrored, and what was typed finds its own direction', LONG, async () => {
  const story = await startStory({ discord: false })
  const { path } = await answered(story, 'ar')
  const html = await (await fetchOf(story)(path)).text()
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(wordsOf(html)).toContain(sayOf('ar', 'data-status-open', { answer: 'كثيرًا' }))
  expect(html).toContain('<blockquote><p dir="auto">Ik zei')
})
