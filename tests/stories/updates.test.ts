/** Updates that are malformed, repeated, reordered, enormous or not Telegram's, by polling and by webhook; and a wrong token. */
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/log.ts'
import { makeWorld, plain } from '../support/app.ts'
import { granted, holdSession, startStory } from '../support/story.ts'
import { joins, onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }

test('odd updates are passed over, and the ones after them are heard', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 1, 'nl')
  await joins(ann)
  const chat = { id: 1, type: 'private' }
  const from = { id: 1, is_bot: false, first_name: 'Ann' }
  const odd: Record<string, unknown>[] = [
    {},
    { message: null },
    { message: 'tekst' },
    { message: { chat: { id: 'x' } } },
    { callback_query: { id: 5, data: {} } },
    { message: { chat, from, text: 'x'.repeat(300_000) } },
    { message: { chat, from: { ...from, is_bot: true }, text: 'ik ben een bot' } },
    { message: { chat, from, text: ['geen', 'tekst'] } },
    { my_chat_member: { chat, from, new_chat_member: { status: 'kicked?' } } },
    { edited_message: { chat, from, text: '/stop' } },
    { callback_query: { id: '99', from, data: 'x'.repeat(65) } },
    { message: { chat, from: { ...from, id: -5 }, text: '/stop' } },
    { message: JSON.parse('{"__proto__":{"text":"/stop"}}') },
  ]
  for (const [i, content] of odd.entries()) story.telegram.deliver({ update_id: 150_000 + i, ...content })
  await story.rest()
  ann.person.type('/help')
  await ann.sees(sayOf('nl', 'help-title'))
  expect(story.logs.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
  const { participant } = await story.tables()
  expect(participant!.map((row) => row.state)).toEqual(['joined'])
})

test('by webhook: without the secret nothing is heard; twice and out of order is heard once', LONG, async () => {
  const story = await startStory({ discord: false, publicUrl: 'https://pols.example.org' })
  const hook = story.telegram.webhook()!
  expect(hook.url).toBe('https://pols.example.org/telegram')
  const post = async (update: unknown, secret: string | null = hook.secret_token!) =>
    (
      await fetch(`http://127.0.0.1:${story.app.port()}/telegram`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: typeof update === 'string' ? update : JSON.stringify(update),
      })
    ).status
  const ann = story.telegram.person(7, { language: 'nl' })
  ann.meet()
  const chat = { id: 7, type: 'private', first_name: 'Ann' }
  let id = 500
  const say = (text: string) => ({ update_id: id++, message: { message_id: id, date: 0, chat, from: ann.user, text } })
  const tap = (data: string) => ({
    update_id: id++,
    callback_query: { id: String(id), from: ann.user, chat_instance: '1', data },
  })
  const button = (words: string) =>
    ann
      .card()
      .buttons.flat()
      .find(({ label }) => label.includes(words))!.data

  const start = say(`/start ${await story.joinToken('xy')}`)
  expect([
    await post(start, null),
    await post(start, ''),
    await post(start, 'x'.repeat(24)),
    await post(start, `${hook.secret_token}x`),
  ]).toEqual([401, 401, 401, 401])
  expect([await post('{'), await post('"tekst"'), await post('[]'), await post('null')]).toEqual([400, 200, 200, 200])
  expect(await post({ update_id: id++, message: { chat, from: ann.user, text: 'x'.repeat(1_100_000) } })).toBe(413)
  await story.app.settled()
  expect(ann.messages).toEqual([])

  expect(await post(start)).toBe(200)
  for (const [asked, said] of [
    ['In welke taal', 'Nederlands'],
    ['Hoe oud ben je?', '18 of ouder'],
    ['Doe je mee?', 'Ja, ik doe mee'],
  ] as const) {
    await ann.next((message) => message.text.includes(asked))
    expect(await post(tap(button(said)))).toBe(200)
  }
  await ann.next((message) => message.text.includes('je doet mee'))
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  await ann.next((message) => plain(message.text).includes('Vraag 1 van 4'))
  const taps = Array.from({ length: 50 }, (_, i) => tap(button(i % 2 ? 'niet veel' : 'een beetje')))
  expect(new Set(await Promise.all([...taps, taps[0]!, taps[0]!].map((update) => post(update))))).toEqual(
    new Set([200]),
  )
  await ann.next((message) => plain(message.text).includes('Vraag 2 van 4'))
  for (const number of [3, 4]) {
    const skip = tap(button('Overslaan'))
    await post(skip)
    await ann.next((message) => plain(message.text).includes(`Vraag ${number} van 4`))
    // Delivered again, and an older one after it.
    expect(await post(skip)).toBe(200)
    expect(await post(taps[3]!)).toBe(200)
  }
  const typed = say('Eén keer')
  await Promise.all([post(typed), post(typed), post(typed)])
  await ann.next((message) => message.text.includes(sayOf('nl', 'end-thanks')))
  await story.app.settled()
  granted(await story.app.desk.closeRound('coach', 'xy', roundId))
  const { answer, open_text, run } = await story.tables()
  expect(answer!.map((row) => `${row.question} ${row.status}`).sort()).toEqual([
    'more answered',
    'takeaway skipped',
    'voice skipped',
    'worth answered',
  ])
  expect(open_text).toHaveLength(1)
  expect(run!.map((row) => row.disposition)).toEqual(['completed'])
})

test('a koppel command that is delivered again by webhook does not take its own answer back', LONG, async () => {
  const story = await startStory({ discord: false, publicUrl: 'https://pols.example.org' })
  const coach = story.telegram.person(900)
  const group = story.telegram.group(-81)
  group.admins.add(900)
  const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'coach'))
  const message = {
    message_id: 1,
    date: 0,
    chat: { id: -81, type: 'supergroup', title: 'Coaches' },
    from: coach.user,
    text: `/koppel ${code}`,
  }
  for (let i = 0; i < 2; i++) {
    await fetch(`http://127.0.0.1:${story.app.port()}/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': story.telegram.webhook()!.secret_token! },
      body: JSON.stringify({ update_id: 9, message }),
    })
    await group.next((shown) => plain(shown.text).startsWith('Gekoppeld.'))
  }
})

test('a wrong token ends the start in one sentence that names the setting, and not the token', LONG, async () => {
  const world = await makeWorld()
  const wrong = { telegram: '1:wrong-telegram-token-of-ours', discord: 'wrong.discord.token-of-ours' }
  for (const [name, setting] of [
    ['telegram', 'TELEGRAM_BOT_TOKEN'],
    ['discord', 'DISCORD_BOT_TOKEN'],
  ] as const) {
    const settings = { ...world.settings, [name]: { ...world.settings[name]!, token: wrong[name] } }
    const app = await createApp(settings, {
      clock: world.clock,
      ticking: false,
      log: createLog('debug', { write: (line) => world.logs.push(line) }),
    })
    const fault = await app.start().then(
      () => null,
      (error: Error) => error,
    )
    await app.stop()
    expect(fault?.name).toBe('SettingsError')
    expect(fault?.message).toContain(setting)
    expect(`${fault?.message}${world.logs.join()}`).not.toContain(wrong[name])
  }
})
