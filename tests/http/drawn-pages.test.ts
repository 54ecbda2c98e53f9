/** Pictures on the coach's page: beside the tables, with the same figures in words, and only behind the page's own secret. */
import { PNG } from 'pngjs'
import { beforeEach, describe, expect, test } from 'vitest'
import { renderDigestTable } from '../../src/digest/render.ts'
import { createHttp } from '../../src/http/server.ts'
import { squeezed } from '../pictures/drawn-words.ts'
import { wordsOf } from '../support/html.ts'
import { type Visitor, visitor } from '../support/visitor.ts'
import { CONSOLE_TOKEN, type House, makeHouse } from '../support/web-house.ts'
import { sampleDigest } from '../support/web-samples.ts'

const PAGE = `/coach/xyz/${CONSOLE_TOKEN}`
let house: House
let coach: Visitor
beforeEach(() => {
  house = makeHouse()
  coach = visitor(createHttp(house.deps))
})

async function picturesOn(page: string): Promise<{ src: string; height: string | undefined; alt: string }[]> {
  const html = await coach.page(page)
  return [
    ...html.matchAll(/<figure><img src="([^"]*)" width="1080"(?: height="(\d+)")? alt="([^"]*)" loading="lazy">/g),
  ].map(([, src, height, alt]) => ({ src: wordsOf(src!), height, alt: wordsOf(alt!) }))
}

async function fetched(path: string): Promise<PNG> {
  const response = await coach.fetch(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('image/png')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  return PNG.sync.read(Buffer.from(await response.arrayBuffer()))
}

async function isNowhere(path: string): Promise<void> {
  const [response, nothing] = [await coach.fetch(path), await coach.fetch('/nothing/here')]
  expect(response.status).toBe(404)
  expect(await response.text()).toBe(await nothing.text())
}

test('each picture that the page names is there, with the figures of the table in words', async () => {
  const pictures = await picturesOn(PAGE)
  const digest = pictures.find(({ src }) => src.includes('/overzicht/d1.png?'))!
  const figures = renderDigestTable(sampleDigest(), 'nl').flatMap(({ cells }) => cells.map(({ text }) => text))
  expect(figures.length).toBeGreaterThan(2)
  for (const text of figures) expect(squeezed(digest.alt)).toContain(squeezed(text))
  for (const { src, alt } of pictures) {
    expect((await fetched(src)).width).toBe(1080)
    expect(alt).not.toBe('')
  }
})

test('a question over time has its picture, one a question', async () => {
  const [first] = house.overview.digests
  house.overview.digests = ['2026-11-20', '2026-11-13', '2026-11-06'].map((date, i) => ({
    ...first!,
    id: `d${i}`,
    content: { ...sampleDigest(), date },
  }))
  const [trend, ...more] = (await picturesOn(PAGE)).filter(({ src }) => src.includes('/tijd/einde/'))
  expect(more).toEqual([])
  for (const day of ['6 nov', '13 nov', '20 nov']) expect(trend!.alt).toContain(day)
  expect((await fetched(trend!.src)).width).toBe(1080)
  await isNowhere(`${PAGE}/tijd/start/feeling.png`)
  await isNowhere(`${PAGE}/tijd/einde/because.png`)
})

test('when the theme is put right, the picture has a new address, and is another', async () => {
  const [before] = (await picturesOn(PAGE)).filter(({ src }) => src.includes('/overzicht/'))
  const was = await fetched(before!.src)
  expect(before!.height).toBe(String(was.height))
  house.overview.digests[0]!.content = sampleDigest(12, 'racisme')
  const [after] = (await picturesOn(PAGE)).filter(({ src }) => src.includes('/overzicht/'))
  expect(after!.src).not.toBe(before!.src)
  expect(Buffer.compare((await fetched(after!.src)).data, was.data)).not.toBe(0)
})

describe('nobody finds', () => {
  test.each([
    '/coach/xyz/wrong/overzicht/d1.png',
    '/coach/xyz/wrong/tijd/einde/feeling.png',
    '/coach/xyz/wrong/tijdlijn.png',
    `/coach/xx/${CONSOLE_TOKEN}/overzicht/d1.png`,
    `${PAGE}/overzicht/d2.png`,
    `${PAGE}/overzicht/d1`,
    `${PAGE}/tijd/einde/feeling.png`,
  ])('%s', isNowhere)

  test('a digest that the coach was not given: no picture of it, on the page or behind an address', async () => {
    house.overview.digests[0]!.toCoach = false
    expect((await picturesOn(PAGE)).filter(({ src }) => src.includes('/overzicht/'))).toEqual([])
    await isNowhere(`${PAGE}/overzicht/d1.png`)
  })

  test('a picture where there is nothing to draw', async () => {
    house.overview.digests[0]!.content = sampleDigest(3)
    expect((await picturesOn(PAGE)).filter(({ src }) => src.includes('/overzicht/'))).toEqual([])
    await isNowhere(`${PAGE}/overzicht/d1.png`)
  })
})
