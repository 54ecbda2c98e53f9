/** Stop is stop: by button, by word, by command, at once, and for what was on its way already. */
import { expect, test } from 'vitest'
import { granted, holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf, type Young } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test('stop by button, by a word in four languages, and by command', LONG, async () => {
  const story = await startStory()
  const server = story.discord.server()
  const place = server.channel()
  const manager = story.discord.person({ server: server.id, manager: true })
  await manager.command('/koppel', { place, code: granted(await story.app.desk.linkCode('coach', 'xy', 'join')).code })
  await place.next()
  const ways: [Young, (young: Young) => Promise<unknown>, string][] = []
  const add = (young: Young, way: (young: Young) => Promise<unknown>, key = 'end-stopped') =>
    ways.push([young, way, sayOf(young.language, key)])
  const words = [
    ['nl', 'Stop'],
    ['nl', 'STOPPEN.'],
    ['en', 'unsubscribe'],
    ['fr', 'Arrête !'],
    ['ar', 'توقف'],
  ] as const
  for (const [i, [language, word]] of words.entries())
    add(await joined(story, 41 + i, language), (young) => young.write(word))
  add(await joined(story, 51), (young) => young.tap(sayOf('nl', 'button-stop')))
  add(await joined(story, 52), (young) => young.write('/stop'), 'notice-stopped')
  const ben = onDiscord(story, server, { post: place }, 'nl')
  await joins(ben)
  add(ben, () => ben.person.command('/stop', { place }), 'notice-stopped')
  const cas = await onWeb(story, 'xy', 'nl')
  await joins(cas)
  add(cas, (young) => young.tap('Stop met vragen'))
  const goesOn = await joined(story, 60)

  await holdSession(story, 'xy', 'meetingpoint')
  for (const [young] of ways) await young.sees(sayOf(young.language, 'card-position', { number: 1, total: 4 }))
  for (const [young, way, said] of ways) {
    await way(young)
    await young.sees(said)
  }
  await story.rest()
  const before = { telegram: story.telegram.callsOf('sendMessage').length, discord: story.discord.world.shown.length }
  story.clock.pass({ hours: 25 })
  await story.app.sweep()
  await goesOn.sees('Deze vragen staan er nog voor jou')
  await holdSession(story, 'xy', 'meetingpoint')
  await goesOn.sees('Vraag 1 van 4')
  await story.rest()
  expect(story.telegram.callsOf('sendMessage').length - before.telegram).toBe(2)
  expect(story.discord.world.shown.length - before.discord).toBe(0)
  const { run, participant } = await story.tables()
  expect(run!.filter((row) => row.disposition === 'stopped')).toHaveLength(ways.length)
  expect(run!.filter((row) => row.disposition === null)).toHaveLength(2)
  expect(participant!.filter((row) => row.state === 'stopped')).toHaveLength(ways.length)
})

test('a card that waits for the morning is never sent to who stops at night', LONG, async () => {
  const story = await startStory({ discord: false, start: '2026-11-25T21:30:00Z' })
  const ann = await joined(story, 71)
  const ben = await joined(story, 72)
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  expect(ann.person.messages.some((message) => message.text.includes('Vraag'))).toBe(false)
  await ann.write('/stop')
  await ann.sees(sayOf('nl', 'notice-stopped'))
  story.clock.set('2026-11-26T08:30:00Z')
  await story.app.sweep()
  await ben.sees('Vraag 1 van 4')
  await story.rest()
  expect(ann.person.messages.some((message) => message.text.includes('Vraag'))).toBe(false)
  const { outgoing } = await story.tables()
  expect(outgoing!.map((row) => row.state).sort()).toEqual(['cancelled', 'sent'])
})

test('who stopped can begin again with a yes, under the same pseudonym', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await joined(story, 81)
  await ann.write('/stop')
  await ann.sees(sayOf('nl', 'notice-stopped'))
  await ann.write('/start')
  await ann.sees(sayOf('nl', 'join-age'))
  await ann.tap(sayOf('nl', 'join-age-d'))
  await ann.sees(sayOf('nl', 'join-question'))
  await holdSession(story, 'xy', 'meetingpoint')
  await story.rest()
  expect(ann.person.messages.some((message) => message.text.includes('Vraag'))).toBe(false)
  await ann.tap(sayOf('nl', 'join-yes'))
  await ann.sees('Vraag 1 van 4')
  const { participant, contact } = await story.tables()
  expect(participant!.map((row) => row.state)).toEqual(['joined'])
  expect(contact).toHaveLength(1)
})

test('one person in two organisations: two cards, both answered; stop in one leaves the other', LONG, async () => {
  const story = await startStory({ discord: false })
  const xy = await joined(story, 91)
  const xyz = await onTelegram(story, 'xyz', 91, 'nl')
  await joins(xyz)
  await holdSession(story, 'xy', 'meetingpoint')
  const one = await xy.person.next((message) => message.text.includes('Had je iets aan'))
  await holdSession(story, 'xyz', 'activiteit')
  const two = await xy.person.next((message) => message.text.includes('Hoe voel je je nu?'))
  const on = (id: number) => xy.person.messages.find((message) => message.id === id)!
  xy.person.tap('veel', on(one.id))
  await xy.person.next((message) => message.id === one.id && message.text.includes('Kon je zeggen'))
  xy.person.tap('gewoon', on(two.id))
  await xy.person.next((message) => message.id === two.id && message.text.includes('Waardoor'))
  xy.person.tap('Stop met vragen', on(two.id))
  await xy.person.next((message) => message.id === two.id && message.text === sayOf('nl', 'end-stopped'))
  xy.person.tap('ja', on(one.id))
  await xy.person.next((message) => message.id === one.id && message.text.includes('Wat neem je mee'))
  await holdSession(story, 'xy', 'meetingpoint')
  await xy.person.next((message) => message.text.includes('Had je iets aan'))
  const { answer, participant, contact } = await story.tables()
  expect(answer!.map((row) => `${row.organisation_id} ${row.question} ${row.codes}`).sort()).toEqual([
    'xy voice all',
    'xy worth a_lot',
    'xyz feeling okay',
  ])
  expect(participant!.map((row) => `${row.organisation_id} ${row.state}`).sort()).toEqual(['xy joined', 'xyz stopped'])
  // One address, two pseudonyms that nothing but the contact ties together.
  expect(contact).toHaveLength(1)
  expect(new Set(participant!.map((row) => row.id)).size).toBe(2)
})

async function joined(story: Story, id: number, language: 'nl' | 'en' | 'fr' | 'ar' = 'nl') {
  const young = await onTelegram(story, 'xy', id, language, `Jong-${id}`)
  await joins(young)
  return young
}
