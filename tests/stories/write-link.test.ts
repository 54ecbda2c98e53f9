/** A sensitive open answer of somebody on Discord: written on a page of ours, once, and gone from nowhere else. */
import { expect, test } from 'vitest'
import { formsOf, wordsOf } from '../support/html.ts'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, sayOf, writeOnPage } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test('what is written on the page is the answer, once; the card in the chat goes on', LONG, async () => {
  const story = await startStory({ telegram: false })
  const { ann, url } = await atTheOpenQuestion(story)
  const page = await look(url)
  expect(page.words).toContain('Wil je er nog iets over zeggen?')
  expect(page.words).toContain(sayOf('nl', 'text-no-helpline'))
  expect(page.buttons).toEqual(['Bewaar mijn antwoord', 'Overslaan', sayOf('nl', 'button-help')])
  expect((await writeOnPage(url, '😀'.repeat(10_000))).status).toBe(422)

  // Help comes in the chat, and the question stays.
  await press(url, sayOf('nl', 'button-help'))
  await ann.sees(sayOf('nl', 'text-no-helpline'))
  expect((await look(url)).buttons).toHaveLength(3)

  const both = await Promise.all([writeOnPage(url, 'Vuurtoren'), writeOnPage(url, 'Vuurtoren')])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  await ann.sees(sayOf('nl', 'end-thanks'))
  expect((await look(url)).words).toContain('Je kan terug naar het gesprek.')
  await expect(writeOnPage(url, 'Nog iets')).rejects.toThrow('no field')
  const late = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ eenmalig: 'x', data: 'r.x', text: 'Duinroos' }),
  })
  expect(late.status).toBe(200)

  const { open_text, answer, one_time_link } = await story.tables()
  expect(open_text).toHaveLength(1)
  expect(answer!.filter((row) => row.question === 'more').map((row) => row.status)).toEqual(['answered'])
  expect(one_time_link!.filter((row) => row.used_at !== null)).toHaveLength(1)
  expect(JSON.stringify(one_time_link)).not.toContain(url.split('/').at(-1))
  expect(story.logs.join('')).not.toContain(url.split('/').at(-1))
  expect(story.discord.violations).toEqual([])
})

test('skipped on the page, skipped in the chat, and too late: each time the page says so', LONG, async () => {
  const story = await startStory({ telegram: false })
  const { ann, url } = await atTheOpenQuestion(story)
  await press(url, 'Overslaan')
  await ann.sees(sayOf('nl', 'end-thanks'))
  expect((await look(url)).words).toContain('Je kan terug naar het gesprek.')

  const second = await atTheOpenQuestion(story)
  await second.ann.tap('Overslaan')
  await second.ann.sees(sayOf('nl', 'end-thanks'))
  expect((await look(second.url)).buttons).toEqual([])

  const third = await atTheOpenQuestion(story)
  const form = formsOf(await (await fetch(third.url)).text())[0]!
  story.clock.pass({ hours: 73 })
  expect((await look(third.url)).words).toContain('Deze vraag is al gesloten.')
  const body = new URLSearchParams({ ...form.hidden, text: 'Te laat' })
  expect(await (await fetch(third.url, { method: 'POST', body })).text()).toContain('Er is niets bewaard.')
  expect((await story.tables()).open_text).toEqual([])
})

/** Somebody on Discord who came as far as the open question, and the page it is written on. */
async function atTheOpenQuestion(story: Story) {
  const server = story.discord.server()
  const place = server.channel()
  const manager = story.discord.person({ server: server.id, manager: true })
  const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'join'))
  await manager.command('/koppel', { place, code })
  await place.next()
  const ann = onDiscord(story, server, { place }, 'nl')
  await joins(ann)
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  for (const words of ['Vraag 1 van 4', 'Vraag 2 van 4', 'Vraag 3 van 4']) {
    await ann.sees(words)
    await ann.tap('Overslaan')
  }
  const card = await ann.sees(sayOf('nl', 'text-write-there').split('“')[0]!)
  const path = /\/schrijf\/[\w-]+/.exec(card.text)![0]
  return { ann, roundId, url: `http://127.0.0.1:${story.app.port()}${path}` }
}

async function look(url: string) {
  const html = await (await fetch(url)).text()
  return { words: wordsOf(html), buttons: formsOf(html).flatMap((form) => form.buttons.map(({ words }) => words)) }
}

async function press(url: string, words: string): Promise<void> {
  for (const form of formsOf(await (await fetch(url)).text())) {
    const button = form.buttons.find((one) => one.words === words)
    if (!button) continue
    await fetch(url, { method: 'POST', body: new URLSearchParams({ ...form.hidden, [button.name]: button.value }) })
    return
  }
  throw new Error(`no button ${words}`)
}
