/** Buttons that are forged, stale, foreign, or tapped too often: one answer, and nobody else's. */
import { expect, test } from 'vitest'
import { holdSession, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test('forged, foreign and stale buttons change nothing, and say so', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await asked(story, 11)
  const ben = await asked(story, 12)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  await ben.sees('Vraag 1 van 4')
  const [, run, turn, code] = /^r\.([\w-]{22})\.(\w+)\.(\w+)$/.exec(ann.person.card().buttons[0]![0]!.data)!

  ben.person.tapData(`r.${run}.${turn}.${code}`)
  await ben.sees(sayOf('nl', 'notice-stale'))
  const forged = [
    `r.${'A'.repeat(22)}.1.a_lot`,
    'r',
    `r.${run}`,
    `r.${run}.-1.a_lot`,
    `r.${run}.1.'; drop table answer`,
    '💥'.repeat(16),
    `r.${run}.1.__proto__`,
    'j.x.y',
    `r.${run}.1.\u0000`,
  ]
  for (const data of forged) {
    ann.person.tapData(data)
    await ann.sees(sayOf('nl', 'notice-stale'))
  }
  ann.person.tapData(`r.${run}.zzzzzzzzzzz.a_lot`)
  await ann.sees(sayOf('nl', 'notice-stale'))
  ann.person.tapData(`r.${run}.${turn}.constructor`)
  await ann.sees(sayOf('nl', 'notice-not-this-one'))
  for (const code of ['all', '_back', '_done', '_change']) {
    ann.person.tapData(`r.${run}.${turn}.${code}`)
    await ann.sees(sayOf('nl', 'notice-not-this-one'))
  }

  await ann.tap('een beetje')
  await ann.sees('Vraag 2 van 4')
  story.clock.pass({ seconds: 30 })
  ann.person.tapData(`r.${run}.${turn}.a_lot`)
  await ann.sees(sayOf('nl', 'notice-stale'))
  const { answer, run: runs } = await story.tables()
  expect(answer!.map(({ question, codes }) => ({ question, codes }))).toEqual([
    { question: 'worth', codes: ['a_little'] },
  ])
  expect(runs!.map((row) => row.turn).sort()).toEqual([1, 2])
})

test('two taps, and fifty, on one card at once are one answer', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await asked(story, 21)
  const ben = await asked(story, 22)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  await ben.sees('Vraag 1 van 4')
  story.telegram.hold()
  await ann.tap('een beetje')
  await ann.tap('niet veel')
  for (let i = 0; i < 50; i++) await ben.tap(i % 2 === 0 ? 'niet veel' : 'een beetje')
  story.telegram.release()
  await ann.sees('Vraag 2 van 4')
  await ben.sees('Vraag 2 van 4')
  await story.rest()
  expect(ann.person.card().text).toContain('Kon je zeggen wat je dacht?')
  expect(ben.person.messages.filter((message) => message.text.includes('van ⁨4⁩'))).toHaveLength(1)
  const { answer, run } = await story.tables()
  expect(answer!.map((row) => row.codes).sort()).toEqual([['a_little'], ['not_much']])
  expect(run!.map((row) => row.turn)).toEqual([2, 2])
})

test('fifty taps at once over HTTP, each on a connection of its own, are one answer', LONG, async () => {
  const story = await startStory({ discord: false, telegram: false })
  const ann = await onWeb(story, 'xy', 'nl')
  await joins(ann)
  await holdSession(story, 'xy', 'meetingpoint')
  await ann.sees('Vraag 1 van 4')
  const card = ann.html()
  const data = [...card.matchAll(/value="(r\.[^"]*\.(?:a_lot|a_little|not_much))"/g)].map((found) => found[1]!)
  expect(data).toHaveLength(3)
  const headers = { cookie: ann.cookies().join('; '), 'content-type': 'application/x-www-form-urlencoded' }
  const taps = Array.from({ length: 50 }, (_, i) =>
    fetch(`http://127.0.0.1:${story.app.port()}/hier/tik`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ eenmalig: `tap${i}`, data: data[i % 3]! }).toString(),
    }).then((response) => response.status),
  )
  expect(new Set(await Promise.all(taps))).toEqual(new Set([303]))
  await ann.sees('Vraag 2 van 4')
  const { answer, run } = await story.tables()
  expect(answer).toHaveLength(1)
  expect(run![0]!.turn).toBe(2)
})

test(
  'in a question with several answers, quick taps on different options all count, and a double tap counts once',
  LONG,
  async () => {
    const story = await startStory({ telegram: false })
    const server = story.discord.server()
    const place = server.channel()
    const manager = story.discord.person({ server: server.id, manager: true })
    await manager.command('/koppel', { place, code: await codeFor(story, 'join') })
    await place.next()
    const ann = onDiscord(story, server, { place }, 'nl')
    await joins(ann)
    await holdSession(story, 'xy', 'meetingpoint')
    await ann.sees('Vraag 1 van 4')
    await ann.tap('veel')
    await ann.sees('Vraag 2 van 4')
    await ann.tap('ja')
    await ann.sees('Vraag 3 van 4')
    await Promise.all([
      ann.tap('iets nieuws geleerd'),
      ann.tap('ik voel me minder alleen'),
      ann.tap('ik voel me minder alleen'),
    ])
    await ann.person.next((seen) => seen.buttons.filter((words) => words.includes('✔')).length === 2)
    await ann.tap(sayOf('nl', 'button-done'))
    await ann.sees('Vraag 4 van 4')
    const { answer } = await story.tables()
    expect(answer!.find((row) => row.question === 'takeaway')!.codes).toEqual(['learned', 'less_alone'])
    expect(story.discord.violations).toEqual([])
  },
)

async function codeFor(story: Story, purpose: 'coach' | 'join'): Promise<string> {
  const made = await story.app.desk.linkCode('coach', 'xy', purpose)
  if (!made.ok) throw new Error(made.fault)
  return made.value.code
}

async function asked(story: Story, id: number) {
  const young = await onTelegram(story, 'xy', id, 'nl', `Jong-${id}`)
  await joins(young)
  return young
}
