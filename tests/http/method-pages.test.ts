/** The library as pages: every card in every language, found in each way, and as files that give the same card again. */
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadConfig } from '../../src/config/load.ts'
import { type Card, card as cardSchema } from '../../src/config/method.ts'
import { createHttp } from '../../src/http/server.ts'
import { FULL_LANGUAGES } from '../../src/survey/question-set.ts'
import { makeHouse } from '../support/web-house.ts'

const cards = [...loadConfig('config').config.cards.values()]
const { deps } = makeHouse()
const http = createHttp(deps)

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await http.fetch(new Request(`http://localhost${path}`, { headers }))
  const text = (await answer.text()).replace(/[\u2066-\u2069]/g, '')
  return { status: answer.status, text, headers: answer.headers, titles: titlesIn(text) }
}

/** The ids of the cards that a list shows, in its order. */
const titlesIn = (text: string) => [...text.matchAll(/<h3><a href="\/methodes\/([^?"]+)/g)].map((match) => match[1])

test('everybody can look, without an account, and without a cookie being set', async () => {
  const { status, text, headers, titles } = await get('/methodes')
  expect(status).toBe(200)
  expect(headers.get('set-cookie')).toBeNull()
  expect([...titles].sort()).toEqual(cards.map(({ id }) => id).sort())
  expect(text).toContain(`Er zijn ${cards.length} methodes.`)
  // What can be used stands before what is only pointed to.
  const links = titles.map((id) => cards.find((card) => card.id === id)!.kind === 'link')
  expect(links.indexOf(true)).toBe(links.lastIndexOf(false) + 1)
  expect((await get('/')).text).toContain('href="/methodes"')
})

test('by what it is about, the time it takes, for whom, and words; and all of these together', async () => {
  expect((await get('/methodes?over=voice')).titles).toEqual([
    'erbij-horen',
    'op-een-lijn',
    'pluim-prikkel',
    'uitgangsvraag',
    'stem',
  ])
  expect((await get('/methodes?tijd=more')).titles).toEqual(['mijn-doel'])
  expect((await get('/methodes?voor=under-13')).titles).toEqual(['gevoelskaarten', 'op-een-lijn'])
  expect((await get('/methodes?zoek=EENZAAMHEID')).titles).toEqual(['eenzaamheid'])
  expect((await get('/methodes?zoek=lundy&tijd=5&over=voice&voor=everybody')).titles).toEqual(['stem'])
  const none = await get('/methodes?zoek=lundy&voor=under-13')
  expect(none.titles).toEqual([])
  expect(none.text).toContain('Geen methode gevonden.')
  // What nobody can choose is as if it were not there.
  expect((await get('/methodes?over=nothing&tijd=99&voor=%27')).titles).toHaveLength(cards.length)
})

test('in another language words are found in it, and accents do not matter', async () => {
  expect((await get('/methodes?taal=fr&zoek=echelle')).titles).toContain('levensladder')
  expect((await get('/methodes?taal=ar&zoek=سلم')).titles).toContain('levensladder')
  const french = await get('/methodes', { 'Accept-Language': 'fr-BE' })
  expect(french.text).toContain('<html lang="fr" dir="ltr">')
  expect(french.text).toContain('Combien de temps il faut')
  expect((await get('/methodes?taal=ar', { 'Accept-Language': 'fr' })).text).toContain('<html lang="ar" dir="rtl">')
})

test('words that mean something in HTML are words', async () => {
  const { status, text } = await get(`/methodes?zoek=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(status).toBe(200)
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('&lt;script&gt;')
})

describe.each(cards.map((card) => [card.id, card] as const))('%s', (id, card) => {
  test.each(FULL_LANGUAGES)('has a page in %s with all that is to be known', async (language) => {
    const { status, text } = await get(`/methodes/${id}?taal=${language}`)
    expect(status).toBe(200)
    for (const one of [card.title, card.measures, card.care!, card.withoutBot!, card.licence!.forbids!])
      expect(text).toContain(escaped(one[language]!.split('\n')[0]!))
    for (const { text: asked } of card.set?.questions ?? []) expect(text).toContain(escaped(asked[language]!))
    if (card.kind === 'link') expect(text).toContain(`href="${card.url}"`)
  })

  test('as a file it is the same card again, for machines and for the folder of the library', async () => {
    const yaml = await get(`/methodes/${id}.yaml`)
    const json = await get(`/methodes/${id}.json`)
    expect(cardSchema.parse(parse(yaml.text))).toEqual(card)
    expect(cardSchema.parse(JSON.parse(json.text))).toEqual(card)
    expect(yaml.headers.get('content-disposition')).toBe(`attachment; filename="${id}.yaml"`)
    const markdown = await get(`/methodes/${id}.md?taal=en`)
    expect(markdown.headers.get('content-type')).toContain('text/markdown')
    expect(markdown.text.startsWith(`# ${card.title.en!.replaceAll('|', '\\|')}`)).toBe(true)
  })
})

test('what is not there is not there', async () => {
  for (const path of ['/methodes/nothing', '/methodes/nothing.md', '/methodes/..%2f', '/methodes/stem.exe'])
    expect((await get(path)).status).toBe(404)
})

test('questions that may not be passed on are not shown, and do not leave as a file', async () => {
  const stem = cards.find(({ id }) => id === 'stem')!
  for (const licence of [undefined, { ...stem.licence!, share: false }]) {
    const kept = { ...stem, licence } as Card
    const closed = createHttp({ ...deps, cards: async () => [kept] })
    const page = await (await closed.fetch(new Request('http://localhost/methodes/stem'))).text()
    expect(page).toContain('De licentie laat niet toe dat deze methode hier weggaat.')
    expect(page).not.toContain('Luisterde er iemand echt?')
    for (const ending of ['md', 'yaml', 'json'])
      expect((await closed.fetch(new Request(`http://localhost/methodes/stem.${ending}`))).status).toBe(404)
  }
})

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
