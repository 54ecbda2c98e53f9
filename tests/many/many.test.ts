/** Several instances behind one address: nobody notices which of them answers, and what happens once happens once. */
import { expect, test } from 'vitest'
import { createConfigSource } from '../../src/config/load.ts'
import { optionsOf } from '../../src/survey/question-set.ts'
import { plain } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { granted, holdSession } from '../support/story.ts'
import { countOf } from '../support/story-plans.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf, type Young } from '../support/story-young.ts'
import { startMany } from './house.ts'

const LONG = 180_000
const set = createConfigSource('config').current().methods.get('uitgangsvraag')!.set

describeOnServer('three instances on one Postgres', () => {
  test('a whole session over three channels gives the same answers and the same one digest as with one instance', {
    timeout: LONG,
  }, async () => {
    const alone = await tell(1)
    const together = await tell(3)
    expect(together.portal).toEqual({ right: { status: 200, answer: { type: 1 } }, wrong: 401 })
    expect(Math.min(...together.served)).toBeGreaterThan(20)
    expect(together.answers).toEqual(alone.answers)
    expect(together.digests).toHaveLength(1)
    expect(together.digests).toEqual(alone.digests)
    expect(together.kept).toBe(1)
    expect(together.unsent).toEqual([])
    expect(together.cards).toEqual(alone.cards)
  })
})

/** What stands there after eleven people were asked and answered, through so many instances. */
async function tell(instances: number) {
  const { story, apps, door, portal } = await startMany(instances)
  const coach = story.telegram.person(640_640, { name: 'Merel' })
  const group = story.telegram.group(-1_009_876_543)
  group.admins.add(coach.user.id)
  const linked = group.next((message) => plain(message.text).includes('De overzichten van XY'))
  group.say(`/koppel ${granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code}`, coach)
  await linked
  const server = story.discord.server()
  const manager = story.discord.person({ server: server.id, manager: true })
  const square = server.channel('plein')
  const posted = square.next()
  await manager.command('/koppel', {
    place: square,
    code: granted(await story.app.desk.linkCode('coach', 'xy', 'join')).code,
  })
  await posted

  const young: Young[] = []
  for (let i = 0; i < 5; i += 1) young.push(await onTelegram(story, 'xy', 7_000 + i, 'nl', 'Sam'))
  for (let i = 0; i < 3; i += 1) young.push(onDiscord(story, server, { post: square }, 'nl'))
  for (let i = 0; i < 3; i += 1) young.push(await onWeb(story, 'xy', 'nl'))
  for (const one of young) await joins(one)
  const { sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  for (const [i, one] of young.entries()) await answers(one, i)
  await story.rest()
  granted(await story.app.desk.setHeadcount('coach', 'xy', sessionId, 11))

  // All at the same time find that it is over.
  const before = group.messages.length
  story.clock.pass({ hours: 120 })
  await story.app.sweep()
  await story.rest()
  story.clock.pass({ minutes: 20 })
  await story.app.sweep()
  await story.rest()
  const digests = group.messages.slice(before).map(({ text }) => plain(text))
  const cards = await Promise.all(young.filter(({ channel }) => channel !== 'web').map(cardsOn))
  for (const app of apps) await app.stop()
  const tables = await story.tables()
  return {
    portal,
    served: door.served(),
    answers: countOf(tables.answer!),
    digests: digests.filter((text) => text.includes('📋')),
    kept: tables.digest!.length,
    unsent: tables.outgoing!.filter((row) => row.state === 'due'),
    cards,
  }
}

/** How many messages with a question stand on somebody's screen. */
async function cardsOn(one: Young): Promise<number> {
  const { person } = one as Young & { person: { messages: { text: string }[] | (() => { text: string }[]) } }
  const messages = typeof person.messages === 'function' ? person.messages() : person.messages
  return messages.filter(({ text }) => /Vraag \d van \d/.test(plain(text))).length
}

async function answers(one: Young, i: number): Promise<void> {
  const say = (key: string) => sayOf(one.language, key)
  const choose = (key: string, at: number) => {
    const options = optionsOf(set.questions.find((question) => question.key === key)!)
    return options[at % options.length]!.text.nl
  }
  await one.sees(questionOf('worth'))
  await one.tap(choose('worth', i))
  await one.sees(questionOf('voice'))
  await one.tap(choose('voice', i * 2))
  await one.sees(questionOf('takeaway'))
  await one.tap(choose('takeaway', 0))
  await one.sees('')
  await one.tap(say('button-done'))
  await one.sees(questionOf('more'))
  await one.tap(say('button-skip'))
  await one.sees(say('end-thanks'))
}

/** The words of a question up to where the theme is filled in. */
const questionOf = (key: string) => set.questions.find((question) => question.key === key)!.text.nl.split('{')[0]!
