import { beforeEach, expect, test } from 'vitest'
import { createHttp, type Http } from '../../src/http/server.ts'
import { formsOf, wordsOf } from '../support/html.ts'
import { HTMX, visitor } from '../support/visitor.ts'
import { type House, makeHouse, WRITE_TOKEN } from '../support/web-house.ts'

const PATH = `/schrijf/${WRITE_TOKEN}`
let house: House
let http: Http
beforeEach(() => {
  house = makeHouse()
  http = createHttp(house.deps)
})

test('the page shows the one question, and keeps nothing in the browser', async () => {
  const person = visitor(http)
  const response = await person.fetch(PATH)
  const html = await response.text()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.getSetCookie()).toEqual([])
  expect(wordsOf(html)).toContain('Wil je er nog iets over zeggen?')
  expect(wordsOf(html)).toContain('Dit is geen hulplijn.')
  expect(formsOf(html).map((form) => form.path)).toEqual([PATH, PATH])
  expect(formsOf(html).flatMap((form) => form.buttons.map(({ words }) => words))).toEqual([
    'Bewaar mijn antwoord',
    'Overslaan',
    expect.stringMatching(/hulp/i),
  ])
})

test('what is written is handed in once, and the link is over', async () => {
  const person = visitor(http)
  const response = await person.press(await person.page(PATH), 'Bewaar', { text: 'één\r\ntwee' })
  expect([response.status, response.headers.get('location')]).toEqual([303, PATH])
  expect(house.written).toMatchObject([{ text: 'één\ntwee' }])
  const after = wordsOf(await person.page(PATH))
  expect(after).toContain('Bewaard.')
  expect(after).toContain('Je kan terug naar het gesprek.')
  expect(after).not.toContain('Wil je er nog iets')
})

test('with JavaScript the same, without leaving the page', async () => {
  const person = visitor(http)
  const html = await (await person.press(await person.page(PATH), 'Overslaan', {}, HTMX)).text()
  expect(html).not.toContain('<html')
  expect(wordsOf(html)).toContain('Je kan terug naar het gesprek.')
  expect(house.written).toEqual([{ data: expect.stringMatching(/\._skip$/) }])
})

test.each([
  ['ten thousand emoji', '😀'.repeat(10_000), 'Dat is te lang'],
  ['nothing', '  ', 'Er staat nog niets'],
])('words that cannot be kept stay in their field: %s', async (_, text, why) => {
  const person = visitor(http)
  const response = await person.press(await person.page(PATH), 'Bewaar', { text })
  const html = await response.text()
  expect([response.status, wordsOf(html).includes(why), html.includes(text)]).toEqual([422, true, true])
  expect((await person.press(html, 'Bewaar', { text }, HTMX)).status).toBe(422)
  expect(house.written).toEqual([])
})

test('help is shown in the chat, and the question stays', async () => {
  const person = visitor(http)
  const button = formsOf(await person.page(PATH))
    .flatMap((form) => form.buttons)
    .find(({ value }) => value.endsWith('_help'))!
  const html = await (await person.press(await person.page(PATH), button.words)).text()
  expect(wordsOf(html)).toContain('Kijk in het gesprek.')
  expect(formsOf(html).some((form) => form.textarea)).toBe(true)
})

test('an unknown link, one that is too late and a wrong form are each told so', async () => {
  const person = visitor(http)
  const pages = ['/schrijf/none', '/schrijf/expired'].map((path) => person.fetch(path))
  const [unknown, expired] = await Promise.all(pages)
  expect([unknown!.status, expired!.status]).toEqual([404, 410])
  expect(wordsOf(await unknown!.text())).toContain('Deze link kennen we niet.')
  expect(wordsOf(await expired!.text())).toContain('Er is niets bewaard.')
  const late = await person.post('/schrijf/expired', { eenmalig: 'x', data: 'd', text: 't' })
  expect([late.status, late.headers.get('location')]).toEqual([303, '/schrijf/expired'])
  expect((await person.post(PATH, { eenmalig: 'x' })).status).toBe(400)
  expect(house.written).toEqual([])
})
