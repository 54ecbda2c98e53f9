import { beforeEach, describe, expect, test } from 'vitest'
import { createHttp, type Http } from '../../src/http/server.ts'
import { articlesOf, formsOf, wordsOf } from '../support/html.ts'
import { HTMX, visitor } from '../support/visitor.ts'
import { type House, JOIN_TOKEN, makeHouse } from '../support/web-house.ts'
import { notice, setNamed } from '../support/web-samples.ts'

const JOIN = `/doe-mee/${JOIN_TOKEN}`
let house: House
let http: Http
beforeEach(() => {
  house = makeHouse()
  http = createHttp(house.deps)
})

/** Somebody who said yes. */
async function member(language = 'nl') {
  const person = visitor(http, language)
  await person.press(await person.page(JOIN), language === 'nl' ? 'Ja' : /./)
  return person
}

describe('joining', () => {
  test('the page asks in the language of the browser, and offers the others', async () => {
    const html = await visitor(http, 'fr-BE,fr;q=0.9').page(JOIN)
    expect(html).toContain('<html lang="fr" dir="ltr">')
    expect(wordsOf(html)).toContain('Participer avec')
    expect(html.match(/href="\?taal=\w+"/g)).toEqual(['nl', 'en', 'fr', 'ar'].map((one) => `href="?taal=${one}"`))
    expect(html).toMatch(/<a href="\?taal=fr"[^>]* aria-current="true">Français/)
  })

  test('a chosen language wins over the browser, and Arabic is mirrored', async () => {
    const html = await visitor(http, 'nl').page(`${JOIN}?taal=ar`)
    expect(html).toContain('<html lang="ar" dir="rtl">')
  })

  test('a language that the organisation lacks falls back to its first', async () => {
    const only = createHttp({
      ...house.deps,
      async joinPrompt(token, language, chosen) {
        const page = await house.deps.joinPrompt(token, language, chosen)
        return 'fault' in page ? page : { ...page, languages: ['en', 'nl'] }
      },
    })
    expect(await visitor(only, 'ar').page(JOIN)).toContain('<html lang="en"')
  })

  test('an unknown and an expired link each have a kind page', async () => {
    const person = visitor(http)
    const [unknown, expired] = [await person.fetch('/doe-mee/nope'), await person.fetch('/doe-mee/expired')]
    expect([unknown.status, expired.status]).toEqual([404, 410])
    expect(wordsOf(await unknown.text())).toContain('Deze link kennen we niet.')
    expect(wordsOf(await expired.text())).toContain('Vraag een nieuwe link')
  })

  test('looking stores nothing in the browser', async () => {
    const person = visitor(http)
    await person.page(JOIN)
    await person.page('/hier')
    expect(person.cookies.size).toBe(0)
    expect(house.taken).toEqual([])
  })

  test('a yes gives an unguessable cookie that scripts cannot read, and leads to the page', async () => {
    const person = visitor(http)
    const response = await person.press(await person.page(`${JOIN}?taal=fr`), 'Oui')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/hier'])
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^pols=[\w-]{24,64}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(house.taken).toMatchObject([
      { type: 'tapped', language: 'fr', from: { channel: 'web', id: person.cookies.get('pols') } },
    ])
    expect(wordsOf(await person.page('/hier'))).toContain('Super, tu participes avec XYZ.')
  })

  test('two people get two cookies, and over https they are secure', async () => {
    const safe = createHttp({ ...house.deps, publicUrl: () => 'https://pols.example' })
    const [one, two] = [visitor(safe), visitor(safe)]
    const response = await one.press(await one.page(JOIN), 'Ja')
    await two.press(await two.page(JOIN), 'Ja')
    expect(response.headers.getSetCookie().every((cookie) => cookie.includes('; Secure'))).toBe(true)
    expect(one.cookies.get('pols')).not.toBe(two.cookies.get('pols'))
  })

  test('a no, and more explanation, are answered without a trace in the browser', async () => {
    const person = visitor(http)
    const more = await (await person.press(await person.page(JOIN), 'Meer uitleg')).text()
    expect(wordsOf(more)).toContain('Wat bewaren we?')
    const no = await person.press(more, 'Nee')
    expect(wordsOf(await no.text())).toContain('Er verandert niets voor jou.')
    expect(person.cookies.size).toBe(0)
  })

  test('with JavaScript a yes leads to the page as well', async () => {
    const person = visitor(http)
    const response = await person.press(await person.page(JOIN), 'Ja', {}, HTMX)
    expect([response.status, response.headers.get('hx-redirect')]).toEqual([204, '/hier'])
  })

  test('who is known keeps the same cookie in a second organisation', async () => {
    const person = await member()
    const before = person.cookies.get('pols')
    await person.press(await person.page(JOIN), 'Ja')
    expect(person.cookies.get('pols')).toBe(before)
    expect(house.taken.map((event) => event.from?.id)).toEqual([before, before])
  })
})

describe('the page of a young person', () => {
  test('nobody in particular is told to open the link again', async () => {
    const html = await visitor(http).page('/hier')
    expect(wordsOf(html)).toContain('Op dit toestel doe je nog niet mee.')
    expect(html).not.toContain('sse:connect')
  })

  test('without a question it is a calm page', async () => {
    const person = visitor(http)
    person.cookies.set('pols', 'a-person-without-questions')
    const html = await person.page('/hier')
    expect(wordsOf(html)).toContain('Er is nu geen vraag.')
    expect(html).toContain('data-hx-sse:connect="/hier/stream"')
  })

  test('a question can be answered without JavaScript, to the end', async () => {
    const person = await member()
    await house.ask()
    const first = await person.press(await person.page('/hier'), 'heel goed')
    expect([first.status, first.headers.get('location')]).toEqual([303, '/hier'])
    expect(wordsOf(await person.page('/hier'))).toContain('Vraag 2 van 2')
    await person.press(await person.page('/hier'), 'de activiteit')
    expect(wordsOf(await person.page('/hier'))).toContain('Klaar. Bedankt.')
  })

  test('with JavaScript only the cards come back', async () => {
    const person = await member()
    await house.ask()
    const response = await person.press(await person.page('/hier'), 'heel goed', {}, HTMX)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).not.toContain('<html')
    expect(articlesOf(html)).toHaveLength(1)
    expect(wordsOf(html)).toContain('Vraag 2 van 2')
  })

  test('the same form sent twice is one event; two buttons of one form are two', async () => {
    const person = await member()
    await house.ask()
    const html = await person.page('/hier')
    for (const words of ['heel goed', 'heel goed', 'niet goed']) await person.press(html, words)
    const ids = house.taken
      .filter((event) => event.type === 'tapped' && !event.data.startsWith('j.'))
      .map((event) => event.id)
    expect(new Set(ids).size).toBe(2)
    expect(ids).toHaveLength(2)
  })

  test('a stale tap is answered with a remark above the card', async () => {
    const person = await member()
    await house.ask()
    const old = await person.page('/hier')
    await person.press(old, 'heel goed')
    await person.press(old, 'Overslaan')
    const [remark, card] = articlesOf(await person.page('/hier'))
    expect(wordsOf(remark!)).toContain('Er is niets veranderd.')
    expect(wordsOf(card!)).toContain('Vraag 2 van 2')
  })

  test('typed words come in with their card, and lines as they were typed', async () => {
    const person = await member()
    await house.ask(setNamed('uitgangsvraag'))
    let html = await person.page('/hier')
    while (!formsOf(html).some((form) => form.textarea)) {
      await person.press(html, 'Overslaan')
      html = await person.page('/hier')
    }
    await person.press(html, 'Bewaar mijn antwoord', { text: 'één\r\ntwee' })
    expect(house.taken.at(-1)).toMatchObject({ type: 'typed', text: 'één\ntwee', data: formsOf(html)[0]!.hidden.data })
  })

  test('help, who sees what and stopping are always one tap away, and the rest is behind “meer”', async () => {
    const person = await member()
    const asked = {
      Hulp: 'help',
      'Wie ziet wat?': 'privacy',
      'Stop met alle vragen': 'stop',
      'Andere taal': 'language',
      'Een maand rust': 'pause',
      Instellingen: 'settings',
      'Wat is er van mij bewaard?': 'my-data',
      'Wis alles van mij': 'erase',
      'Stel zelf iets voor': 'propose',
    }
    for (const words of Object.keys(asked)) await person.press(await person.page('/hier'), words)
    expect(house.taken.slice(1)).toMatchObject(
      Object.values(asked).map((command) => ({ type: 'command', command, argument: '' })),
    )
    const [always, more] = (await person.page('/hier')).split('<summary>Meer</summary>')
    expect(always).toContain('value="stop"')
    expect(more).toContain('value="erase"')
  })

  /** On the card with a field. */
  async function writer() {
    const person = await member()
    await house.ask(setNamed('uitgangsvraag'))
    let html = await person.page('/hier')
    while (!formsOf(html).some((form) => form.textarea)) {
      await person.press(html, 'Overslaan')
      html = await person.page('/hier')
    }
    return { person, html, before: house.taken.length }
  }

  test.each([
    ['ten thousand emoji', '😀'.repeat(10_000), 'Dat is te lang: 10.000 tekens.'],
    ['one sign too many', 'x'.repeat(501), 'Dat is te lang: 501 tekens. Er mogen er hoogstens 500.'],
    ['nothing', ' \u200b\n ', 'Er staat nog niets in dit veld.'],
  ])('words that cannot be kept stay in their field, and it is said why: %s', async (_, text, why) => {
    const { person, html, before } = await writer()
    const response = await person.press(html, 'Bewaar mijn antwoord', { text })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(wordsOf(page)).toContain(why)
    expect(page).toContain(text)
    expect(page).toContain('<title>')
    const part = await person.press(html, 'Bewaar mijn antwoord', { text }, HTMX)
    expect([part.status, wordsOf(await part.text()).includes(why)]).toEqual([422, true])
    expect(house.taken).toHaveLength(before)
  })

  test('five hundred emoji are five hundred signs, and are kept', async () => {
    const { person, html } = await writer()
    const text = '😀'.repeat(500)
    expect((await person.press(html, 'Bewaar mijn antwoord', { text })).status).toBe(303)
    expect(house.taken.at(-1)).toMatchObject({ type: 'typed', text })
  })

  test('a question outside any card is answered with or without JavaScript', async () => {
    const person = await member()
    const to = { channel: 'web', id: person.cookies.get('pols')! } as const
    const asks = { ...notice('Wat wil je voorstellen?'), typed: { label: 'Jouw voorstel', max: 300, data: 'v.xyz' } }
    for (const headers of [{}, HTMX]) {
      await house.web.send(to, asks, { nonce: 'n' })
      const response = await person.press(
        await person.page('/hier'),
        'Bewaar',
        { text: 'Een nacht in het bos' },
        headers,
      )
      expect(response.status).toBe('HX-Request' in headers ? 200 : 303)
      expect(house.taken.at(-1)).toMatchObject({ type: 'typed', text: 'Een nacht in het bos', data: 'v.xyz' })
    }
    await house.web.send(to, asks, { nonce: 'n' })
    const long = await person.press(await person.page('/hier'), 'Bewaar', { text: 'x'.repeat(301) })
    expect(long.status).toBe(422)
    expect(house.taken.filter((event) => event.type === 'typed')).toHaveLength(2)
  })

  test('the page speaks the language of the cards', async () => {
    const person = visitor(http, 'nl')
    await person.press(await person.page(`${JOIN}?taal=ar`), /./)
    await house.ask()
    expect(await person.page('/hier')).toContain('<html lang="ar" dir="rtl">')
  })

  test.each([
    ['/hier/tik', { eenmalig: 'x' }],
    ['/hier/tik', { eenmalig: 'x', data: 'd'.repeat(65) }],
    ['/hier/tik', { eenmalig: 'spaces are wrong', data: 'd' }],
    ['/hier/schrijf', { eenmalig: 'x', data: 'd' }],
    ['/hier/vraag', { eenmalig: 'x', command: 'drop' }],
  ])('a form that is wrong changes nothing: %s %j', async (path, fields) => {
    const person = await member()
    const before = house.taken.length
    const response = await person.post(path, fields as Record<string, string>)
    expect(response.status).toBe(400)
    expect(wordsOf(await response.text())).toContain('Er is niets bewaard.')
    expect(house.taken).toHaveLength(before)
  })

  test.each(['/hier/tik', '/hier/schrijf', '/hier/vraag'])(
    '%s without a cookie leads to the page and takes nothing in',
    async (path) => {
      const fields = { eenmalig: 'x', data: 'r.somebody-elses-run-000.1.good', text: 't', command: 'stop' }
      const response = await visitor(http).post(path, fields)
      expect([response.status, response.headers.get('location')]).toEqual([303, '/hier'])
      expect(house.taken).toEqual([])
    },
  )

  test('a made-up cookie that is too short is nobody', async () => {
    const person = visitor(http)
    person.cookies.set('pols', 'short')
    expect(wordsOf(await person.page('/hier'))).toContain('Op dit toestel doe je nog niet mee.')
  })

  test('while the house takes nothing in, the answer says that nothing was saved', async () => {
    const person = await member()
    await house.ask()
    const html = await person.page('/hier')
    await house.web.deafen()
    const response = await person.press(html, 'heel goed')
    expect(response.status).toBe(503)
    expect(wordsOf(await response.text())).toContain('is niet bewaard')
  })
})
