/** The fake is only worth something when it is as strict as Telegram: these are the refusals that stories rely on. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { type FakeTelegram, startFakeTelegram } from './fake-telegram.ts'
import { plainText } from './fake-telegram-html.ts'
import { tinyPng } from './tiny-png.ts'

type Answer = { ok: boolean; result?: unknown; error_code?: number; description?: string; parameters?: object }

async function server(): Promise<FakeTelegram> {
  const fake = await startFakeTelegram()
  onTestFinished(fake.close)
  return fake
}

async function call(fake: FakeTelegram, method: string, payload: object, token = fake.token): Promise<Answer> {
  const answer = await fetch(`${fake.apiRoot}/bot${token}/${method}`, { method: 'POST', body: JSON.stringify(payload) })
  return (await answer.json()) as Answer
}

const link = (url: string, more: object = {}) => ({ inline_keyboard: [[{ text: 'verder', url, ...more }]] })
const button = (data: string) => ({ inline_keyboard: [[{ text: 'goed', callback_data: data }]] })
const html = { chat_id: 7, parse_mode: 'HTML' }

test.each<[string, object, string | null]>([
  ['plain text', { chat_id: 7, text: 'a < b' }, null],
  ['4,096 characters', { ...html, text: `<b>${'&amp;'.repeat(4096)}</b>` }, null],
  ['4,097 characters', { chat_id: 7, text: 'x'.repeat(4097) }, 'message is too long'],
  ['no text', { chat_id: 7 }, 'message text is empty'],
  ['only spaces', { chat_id: 7, text: ' \n ' }, 'message text is empty'],
  ['only markup', { ...html, text: '<b></b>' }, 'message text is empty'],
  ['a tag that is not known', { ...html, text: '<h1>a</h1>' }, 'Unsupported start tag'],
  ['a smaller-than sign', { ...html, text: 'a < b' }, 'Unsupported start tag'],
  ['a tag left open', { ...html, text: '<b>a' }, "Can't find end tag"],
  ['tags that cross', { ...html, text: '<b><i>a</b></i>' }, 'Unmatched end tag'],
  ['64 bytes of data', { chat_id: 7, text: 'x', reply_markup: button('é'.repeat(32)) }, null],
  ['65 bytes of data', { chat_id: 7, text: 'x', reply_markup: button(`${'é'.repeat(32)}x`) }, 'BUTTON_DATA_INVALID'],
  ['no data', { chat_id: 7, text: 'x', reply_markup: button('') }, 'BUTTON_DATA_INVALID'],
  ['a link to a page', { chat_id: 7, text: 'x', reply_markup: link('https://pols.example/a') }, null],
  [
    'a link to this machine',
    { chat_id: 7, text: 'x', reply_markup: link('http://localhost:3000/a') },
    'Wrong HTTP URL',
  ],
  ['a link to a telephone', { chat_id: 7, text: 'x', reply_markup: link('tel:102') }, 'Wrong HTTP URL'],
  [
    'a link with data',
    { chat_id: 7, text: 'x', reply_markup: link('https://a.be', { callback_data: 'a' }) },
    'too many',
  ],
  ['a picture', { chat_id: 7, text: 'x', link_preview_options: { url: 'https://a.be/x.png' } }, null],
  ['a picture on this machine', { chat_id: 7, text: 'x', link_preview_options: { url: 'http://a/x.png' } }, 'WEBPAGE'],
  ['an unknown chat', { chat_id: 8, text: 'x' }, 'chat not found'],
  ['a topic that is not there', { chat_id: 7, text: 'x', message_thread_id: 3 }, 'message thread not found'],
])('sendMessage with %s', async (_, payload, complaint) => {
  const fake = await server()
  fake.person(7).meet()
  const answer = await call(fake, 'sendMessage', payload)
  expect(answer.ok).toBe(complaint === null)
  if (complaint !== null)
    expect(answer).toMatchObject({ error_code: 400, description: expect.stringContaining(complaint) })
})

test('somebody who never started, or who blocked, is not reached; who returns is', async () => {
  const fake = await server()
  const ann = fake.person(7)
  expect(await call(fake, 'sendMessage', { chat_id: 7, text: 'x' })).toMatchObject({ error_code: 403 })
  ann.start()
  expect(await call(fake, 'sendMessage', { chat_id: 7, text: 'x' })).toMatchObject({ ok: true })
  ann.block()
  expect(await call(fake, 'sendMessage', { chat_id: 7, text: 'x' })).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  ann.unblock()
  expect(await call(fake, 'sendMessage', { chat_id: 7, text: 'x' })).toMatchObject({ ok: true })
})

test("an edit must change something, and only the bot's own message", async () => {
  const fake = await server()
  const ann = fake.person(7)
  ann.start()
  await call(fake, 'sendMessage', { chat_id: 7, text: 'een', reply_markup: button('a') })
  const edit = (payload: object) => call(fake, 'editMessageText', { chat_id: 7, message_id: ann.card().id, ...payload })
  expect(await edit({ text: 'een', reply_markup: button('a') })).toMatchObject({
    description: expect.stringContaining('not modified'),
  })
  expect(await edit({ text: 'een' })).toMatchObject({ ok: true })
  expect(await edit({ text: 'x', message_id: 1 })).toMatchObject({
    description: expect.stringContaining("can't be edited"),
  })
  expect(await edit({ text: 'x', message_id: 99 })).toMatchObject({
    description: expect.stringContaining('to edit not found'),
  })
  expect(ann.messages).toMatchObject([{ text: 'een', buttons: [], edits: 1 }])
})

test('an address in the text is shown as a preview, unless the bot says no', async () => {
  const fake = await server()
  const ann = fake.person(7)
  ann.meet()
  const text = 'zie https://pols.example/a hier'
  await call(fake, 'sendMessage', { chat_id: 7, text })
  await call(fake, 'sendMessage', { chat_id: 7, text, link_preview_options: { is_disabled: true } })
  expect(ann.messages.map(({ preview }) => preview?.url ?? null)).toEqual(['https://pols.example/a', null])
})

test('a bot takes messages out of a private chat for two days, in a group not those of others', async () => {
  const fake = await server()
  const ann = fake.person(7)
  const [one, two] = [ann.type('een'), ann.type('twee')].map((_, i) => ann.written()[i]!.id)
  const remove = (chat_id: number, message_id: number) => call(fake, 'deleteMessage', { chat_id, message_id })
  expect(await remove(7, one!)).toMatchObject({ ok: true })
  expect(await remove(7, one!)).toMatchObject({ description: expect.stringContaining('to delete not found') })
  ann.pass(48)
  expect(await remove(7, two!)).toMatchObject({ description: expect.stringContaining("can't be deleted") })
  expect(ann.written().map(({ text }) => text)).toEqual(['twee'])
  const group = fake.group(-100)
  group.say('drie', ann)
  expect(await remove(-100, 1)).toMatchObject({ description: expect.stringContaining("can't be deleted") })
})

test.each([
  [{ command: 'mijndata', description: 'x' }, true],
  [{ command: 'my-data', description: 'x' }, false],
  [{ command: 'Stop', description: 'x' }, false],
  [{ command: 'stop', description: '' }, false],
])('setMyCommands with %j', async (command, ok) => {
  const fake = await server()
  expect((await call(fake, 'setMyCommands', { commands: [command] })).ok).toBe(ok)
})

test('the token must be right and the method known', async () => {
  const fake = await server()
  expect(await call(fake, 'getMe', {}, 'wrong')).toMatchObject({ error_code: 401 })
  expect(await call(fake, 'getYou', {})).toMatchObject({ error_code: 404 })
})

test('a second poll ends the first, and none goes with a webhook', async () => {
  const fake = await server()
  const first = call(fake, 'getUpdates', { timeout: 30 })
  await fake.called('getUpdates')
  const second = call(fake, 'getUpdates', { timeout: 30 })
  expect(await first).toMatchObject({ error_code: 409 })
  fake.person(7).start()
  expect(await second).toMatchObject({ ok: true, result: [{ message: { text: '/start' } }] })
  await call(fake, 'setWebhook', { url: 'https://pols.example/t' })
  expect(await call(fake, 'getUpdates', {})).toMatchObject({ error_code: 409 })
})

test('updates come again until a higher offset confirms them, at most `limit` at a time, of the kinds asked for', async () => {
  const fake = await server()
  const ann = fake.person(7)
  const [one, two] = [ann.type('een'), ann.type('twee')]
  const ids = async (payload: object) =>
    ((await call(fake, 'getUpdates', payload)).result as Array<{ update_id: number }>).map((update) => update.update_id)
  expect(await ids({ limit: 1 })).toEqual([one])
  expect(await ids({})).toEqual([one, two])
  expect(await ids({ offset: two })).toEqual([two])
  expect(await ids({ offset: two + 1, allowed_updates: ['callback_query'] })).toEqual([])
  ann.type('drie')
  const tapped = ann.tapData('x')
  expect(await ids({ offset: two + 1 })).toEqual([tapped])
})

test('a tap is answered once', async () => {
  const fake = await server()
  fake.person(7).tapData('x')
  expect(await call(fake, 'answerCallbackQuery', { callback_query_id: '1' })).toMatchObject({ ok: true })
  expect(await call(fake, 'answerCallbackQuery', { callback_query_id: '1' })).toMatchObject({
    description: expect.stringContaining('query is too old'),
  })
})

describe('uploads', () => {
  async function upload(fake: FakeTelegram, method: string, fields: Record<string, string>, bytes: Uint8Array) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file1', new Blob([new Uint8Array(bytes)]), 'a.png')
    const answer = await fetch(`${fake.apiRoot}/bot${fake.token}/${method}`, { method: 'POST', body: form })
    return (await answer.json()) as Answer
  }
  const photo = { chat_id: '-100', photo: 'attach://file1' }

  test.each([
    ['a picture', tinyPng(), {}, { ok: true }],
    ['words of 1,024 characters with it', tinyPng(), { caption: 'x'.repeat(1024) }, { ok: true }],
    [
      'longer words',
      tinyPng(),
      { caption: 'x'.repeat(1025) },
      { description: 'Bad Request: message caption is too long' },
    ],
    ['what is no picture', new Uint8Array(40), {}, { description: 'Bad Request: IMAGE_PROCESS_FAILED' }],
    [
      'a very long strip',
      tinyPng({ width: 210, height: 10 }),
      {},
      { description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' },
    ],
    ['nothing', new Uint8Array(), {}, { description: 'Bad Request: file must be non-empty' }],
    ['a reply to nothing', tinyPng(), { reply_parameters: '{"message_id":9}' }, { error_code: 400 }],
  ])('%s', async (_, bytes, fields, expected) => {
    const fake = await server()
    const group = fake.group(-100)
    expect(await upload(fake, 'sendPhoto', { ...photo, ...fields }, bytes)).toMatchObject(expected)
    expect(group.messages).toHaveLength('ok' in expected ? 1 : 0)
  })

  test('what an administrator forbids is refused, words are not; a picture has no text to edit', async () => {
    const fake = await server()
    const group = fake.group(-100)
    await upload(fake, 'sendPhoto', photo, tinyPng())
    expect(await call(fake, 'editMessageText', { chat_id: -100, message_id: 1, text: 'x' })).toMatchObject({
      description: 'Bad Request: there is no text in the message to edit',
    })
    group.forbid('photo')
    expect(await upload(fake, 'sendPhoto', photo, tinyPng())).toMatchObject({
      description: 'Bad Request: not enough rights to send photos to the chat',
    })
    expect(await call(fake, 'sendMessage', { chat_id: -100, text: 'x' })).toMatchObject({ ok: true })
  })

  test('a picture is changed in place, and the same one is no change', async () => {
    const fake = await server()
    const group = fake.group(-100)
    await upload(fake, 'sendPhoto', photo, tinyPng())
    const media = { chat_id: '-100', message_id: '1', media: '{"type":"photo","media":"attach://file1"}' }
    expect(await upload(fake, 'editMessageMedia', media, tinyPng())).toMatchObject({
      description: 'Bad Request: message is not modified',
    })
    expect(await upload(fake, 'editMessageMedia', media, tinyPng({ shade: 1 }))).toMatchObject({ ok: true })
    expect(group.messages).toMatchObject([{ edits: 1, media: { kind: 'photo' } }])
  })
})

test('a list of commands for one chat is its own, and can be taken away; the chat must be known', async () => {
  const fake = await server()
  fake.person(7)
  const scope = { type: 'chat', chat_id: 7 }
  const commands = [{ command: 'menu', description: 'x' }]
  expect(await call(fake, 'getMyCommands', { scope: { ...scope, chat_id: 8 } })).toMatchObject({ error_code: 400 })
  await call(fake, 'setMyCommands', { scope, commands })
  expect(await call(fake, 'getMyCommands', { scope })).toMatchObject({ result: commands })
  expect(await call(fake, 'getMyCommands', { scope: { type: 'all_private_chats' } })).toMatchObject({ result: [] })
  await call(fake, 'deleteMyCommands', { scope })
  expect(await call(fake, 'getMyCommands', { scope })).toMatchObject({ result: [] })
})

test('a webhook needs https and a decent secret', async () => {
  const fake = await server()
  expect(await call(fake, 'setWebhook', { url: 'http://pols.example/t' })).toMatchObject({ error_code: 400 })
  expect(await call(fake, 'setWebhook', { url: 'https://pols.example/t', secret_token: 'a b' })).toMatchObject({
    error_code: 400,
  })
  expect(fake.webhook()).toBeNull()
})

test('waiting for a message: what came before counts, what was read does not, an edit is news', async () => {
  const fake = await server()
  const ann = fake.person(7)
  ann.meet()
  await call(fake, 'sendMessage', { chat_id: 7, text: 'een' })
  await call(fake, 'sendMessage', { chat_id: 7, text: 'twee' })
  expect((await ann.next()).text).toBe('een')
  const edited = ann.next((message) => message.edits === 1)
  await call(fake, 'editMessageText', { chat_id: 7, message_id: ann.messages[0]!.id, text: 'anders' })
  expect(await edited).toMatchObject({ text: 'anders', edits: 1 })
})

test('a button that is not there is told with those that are', async () => {
  const fake = await server()
  const ann = fake.person(7)
  ann.meet()
  expect(() => ann.tap('goed')).toThrow('nothing yet')
  await call(fake, 'sendMessage', { chat_id: 7, text: 'x', reply_markup: button('a') })
  expect(() => ann.tap('slecht')).toThrow("no button 'slecht' among: goed")
})

test.each([
  ['a &amp; b &lt;c&gt; &quot;d&quot; &#128515;', 'a & b <c> "d" 😃'],
  ['AT&T &nbsp', 'AT&T &nbsp'],
  ['<pre>a  b\nc</pre> ', 'a  b\nc'],
])('the markup %j reads as %j', (markup, text) => {
  expect(plainText(markup)).toBe(text)
})
