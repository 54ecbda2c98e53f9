import { expect, test } from 'vitest'
import { listening, SECRET, telegramChannel, telegramServer, webhookServer } from './setup.ts'

test('with a webhook, updates are posted to us and nobody polls', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const { channel, inbox } = await listening(fake, { webhook: { url: server.url, secret: SECRET } })
  server.serve(channel)
  expect(fake.callsOf('setWebhook')).toEqual([
    {
      url: server.url,
      secret_token: SECRET,
      max_connections: 100,
      allowed_updates: ['message', 'callback_query', 'my_chat_member', 'channel_post'],
    },
  ])
  fake.person(1).type('hoi')
  expect(await inbox.next('typed')).toMatchObject({ text: 'hoi' })
  await fake.settled()
  expect(server.statuses).toEqual([200])
  expect(fake.callsOf('getUpdates')).toEqual([])
  expect(channel.health()).toEqual({ ready: true, detail: 'webhook' })
})

test('what could not be stored is delivered again', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const { channel, inbox, lines } = await listening(fake, { webhook: { url: server.url, secret: SECRET } })
  server.serve(channel)
  inbox.failNext(2)
  const number = fake.person(1).type('een geheim')
  expect(await inbox.next('typed')).toMatchObject({ id: String(number), text: 'een geheim' })
  await fake.settled()
  expect(server.statuses).toEqual([500, 500, 200])
  expect(JSON.stringify(lines)).not.toContain('geheim')
})

test('people do not wait for each other', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const { channel, inbox } = await listening(fake, { webhook: { url: server.url, secret: SECRET } })
  server.serve(channel)
  const gate = inbox.holdNext()
  fake.person(1).type('a1')
  await gate.reached
  fake.person(2).type('b1')
  expect(await inbox.next('typed')).toMatchObject({ text: 'b1' })
  gate.open()
  expect(await inbox.next('typed')).toMatchObject({ text: 'a1' })
})

test('updates in any order and twice all come in', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const { channel, inbox } = await listening(fake, { webhook: { url: server.url, secret: SECRET } })
  server.serve(channel)
  fake.hold()
  fake.person(1).type('een')
  fake.person(1).type('twee')
  fake.release((updates) => [...updates.toReversed(), ...updates])
  await fake.settled()
  expect(inbox.taken.map((inbound) => inbound.id)).toHaveLength(4)
  expect(new Set(inbox.taken.map((inbound) => inbound.id)).size).toBe(2)
})

const update = JSON.stringify({
  update_id: 5,
  message: { message_id: 1, date: 0, chat: { id: 1, type: 'private' }, from: { id: 1, is_bot: false }, text: 'hoi' },
})
test.each([
  ['no secret', undefined, update, 401],
  ['an empty secret', '', update, 401],
  ['a wrong secret', 'a-secret_of-ourz', update, 401],
  ['a wrong secret and no JSON', 'x', '{', 401],
  ['a wrong secret and an enormous body', 'x', 'x'.repeat(1_000_001), 401],
  ['an enormous body', SECRET, `"${'é'.repeat(500_000)}"`, 413],
  ['no JSON', SECRET, '{"update_id":', 400],
  ['an empty body', SECRET, '', 400],
  ['JSON that is no update', SECRET, '[null]', 200],
  ['null', SECRET, 'null', 200],
  ['an update', SECRET, update, 200],
])('a call with %s', async (_, secretHeader, body, status) => {
  const fake = await telegramServer()
  const { channel, inbox } = await listening(fake, {
    webhook: { url: 'https://pols.example/telegram', secret: SECRET },
  })
  expect(await channel.webhook!({ secretHeader, body })).toEqual({ status })
  expect(inbox.taken).toHaveLength(body === update && status === 200 ? 1 : 0)
})

test('a webhook without a secret of its own lets nobody in', async () => {
  const fake = await telegramServer()
  const { channel } = telegramChannel(fake, { webhook: { url: 'https://pols.example/telegram', secret: '' } })
  await channel.open()
  expect(await channel.webhook!({ secretHeader: '', body: update })).toEqual({ status: 401 })
})

test('before listening and after deafening Telegram is asked to come back', async () => {
  const fake = await telegramServer()
  const { channel, inbox } = telegramChannel(fake, {
    webhook: { url: 'https://pols.example/telegram', secret: SECRET },
  })
  await channel.open()
  const call = { secretHeader: SECRET, body: update }
  expect(await channel.webhook!(call)).toEqual({ status: 503 })
  await channel.listen(inbox.take)
  expect(await channel.webhook!(call)).toEqual({ status: 200 })
  await channel.deafen()
  expect(await channel.webhook!(call)).toEqual({ status: 503 })
})

test('deafening waits for the call in flight', async () => {
  const fake = await telegramServer()
  const { channel, inbox } = await listening(fake, {
    webhook: { url: 'https://pols.example/telegram', secret: SECRET },
  })
  const gate = inbox.holdNext()
  const called = channel.webhook!({ secretHeader: SECRET, body: update })
  await gate.reached
  const deafened = channel.deafen().then(() => inbox.taken.length)
  gate.open()
  expect(await deafened).toBe(1)
  expect(await called).toEqual({ status: 200 })
})

test('back to polling, what waited is not dropped', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const first = await listening(fake, { webhook: { url: server.url, secret: SECRET } })
  await first.channel.close()
  fake.person(1).type('wacht op mij')
  const second = await listening(fake)
  expect(await second.inbox.next('typed')).toMatchObject({ text: 'wacht op mij' })
  expect(fake.webhook()).toBeNull()
})

test('a channel that polls has no webhook to call', async () => {
  const fake = await telegramServer()
  expect(telegramChannel(fake).channel.webhook).toBeUndefined()
})

test('a tap that is stored at once is answered in the answer to its update, without a call', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const { channel, inbox } = await listening(fake, { webhook: { url: server.url, secret: SECRET } })
  server.serve(channel)
  fake.person(1).tapData('a')
  await inbox.next('tapped')
  await fake.settled()
  expect([...fake.taps.values()]).toEqual(['answered'])
  expect(fake.inPlace).toHaveLength(1)
  await channel.close()
  expect(fake.callsOf('answerCallbackQuery')).toEqual([])
})

test('a tap that is long in being stored is answered by a call meanwhile, and only by that', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const { channel, inbox } = await listening(fake, { webhook: { url: server.url, secret: SECRET } })
  server.serve(channel)
  const gate = inbox.holdNext()
  fake.person(1).tapData('a')
  await gate.reached
  await fake.called('answerCallbackQuery')
  expect(inbox.taken).toEqual([])
  gate.open()
  await inbox.next('tapped')
  await fake.settled()
  expect(fake.inPlace).toEqual([])
  expect(fake.callsOf('answerCallbackQuery')).toHaveLength(1)
})

test('a tap that could not be stored is answered by a call at once, so that its button does not spin until it comes again', async () => {
  const fake = await telegramServer()
  const { channel, inbox } = await listening(fake, {
    webhook: { url: 'https://pols.example/telegram', secret: SECRET },
  })
  inbox.failNext(1)
  const person = { id: 1, is_bot: false, first_name: 'Sam' }
  const body = JSON.stringify({ update_id: 7, callback_query: { id: '77', from: person, data: 'a' } })
  expect(await channel.webhook!({ secretHeader: SECRET, body })).toEqual({ status: 500 })
  await channel.close()
  expect(fake.callsOf('answerCallbackQuery')).toEqual([{ callback_query_id: '77' }])
})
