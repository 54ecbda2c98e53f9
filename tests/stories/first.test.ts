import { expect, test } from 'vitest'
import { makeWorld, plain } from '../support/app.ts'

test('a session ends, a young person on Telegram answers, the coach reads a digest', async () => {
  const world = await makeWorld({ discord: false })
  const app = await world.start()
  const [link] = await joinLinksOf(app, 'xy', 'telegram')
  const ann = world.telegram.person(7, { language: 'nl' })
  const consent = ann.next((message) => plain(message.text).includes('Doe je mee?'))
  ann.start(link!.url.split('start=')[1])
  await consent
  const joined = ann.next((message) => plain(message.text).includes('je doet mee'))
  ann.tap('Ja, ik doe mee')
  await joined
  const card = ann.next((message) => plain(message.text).includes('Vraag 1 van 4'))
  const held = await app.desk.holdSession('test', 'xy', 'meetingpoint')
  expect(held.ok).toBe(true)
  await card
  const second = ann.next((message) => plain(message.text).includes('Vraag 2 van 4'))
  ann.tap('een beetje')
  await second
  console.log(ann.card())
})

async function joinLinksOf(app: { desk: { joinLinks(id: string): Promise<unknown> } }, id: string, channel: string) {
  const links = await app.desk.joinLinks(id) as { ok: true; value: { channel: string; url: string }[] }
  return links.value.filter((link) => link.channel === channel)
}
