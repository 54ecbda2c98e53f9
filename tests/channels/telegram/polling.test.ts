import { GrammyError } from 'grammy'
import { expect, test } from 'vitest'
import type { Inbound } from '../../../src/channels/port.ts'
import { startPolling } from '../../../src/channels/telegram/polling.ts'
import { createLog } from '../../../src/log.ts'
import { listening, telegramChannel, telegramServer } from './setup.ts'

test('one person waits for nobody; the replies of one person keep their order', async () => {
  const fake = await telegramServer()
  const [ann, bob] = [fake.person(1), fake.person(2)]
  ann.type('a1')
  ann.type('a2')
  bob.type('b1')
  const { channel, inbox } = telegramChannel(fake)
  await channel.open()
  const gate = inbox.holdNext()
  await channel.listen(inbox.take)
  await gate.reached
  expect(await inbox.next('typed')).toMatchObject({ text: 'b1' })
  expect(textsOf(inbox.taken)).toEqual(['b1'])
  gate.open()
  await fake.settled()
  expect(textsOf(inbox.taken)).toEqual(['b1', 'a1', 'a2'])
})

test('nothing is confirmed before it is stored: a process that dies leaves it to the next', async () => {
  const fake = await telegramServer()
  const first = await listening(fake)
  first.inbox.failNext(1_000_000)
  fake.person(1).type('blijft')
  await fake.called('getUpdates', 4)
  await first.channel.close()
  expect(first.inbox.taken).toEqual([])
  const second = await listening(fake)
  expect(await second.inbox.next('typed')).toMatchObject({ text: 'blijft' })
})

test('while nothing can be stored, nothing is given up; then all is stored once', async () => {
  const fake = await telegramServer()
  const { inbox, lines } = await listening(fake)
  inbox.failNext(40)
  for (const text of ['een', 'twee']) fake.person(1).type(text)
  fake.person(2).type('drie')
  await fake.settled()
  expect(textsOf(inbox.taken).sort()).toEqual(['drie', 'een', 'twee'])
  expect(inbox.failed.length).toBe(40)
  expect(lines.map((line) => line.message)).not.toContain('telegram: an update was given up; others are stored well')
})

test('an update that fails while others do not is given up after five such tries, and logged by its number', async () => {
  const fake = await telegramServer()
  const { channel, inbox, lines } = telegramChannel(fake)
  await channel.open()
  let tries = 0
  await channel.listen(async (inbound) => {
    if (inbound.type === 'typed' && inbound.text === 'gif') {
      tries += 1
      throw new Error('this one breaks the house')
    }
    await inbox.take(inbound)
  })
  const poison = fake.person(1).type('gif')
  fake.person(1).type('daarna')
  for (let others = 1; others <= 3; others += 1) {
    const before = fake.callsOf('getUpdates').length
    fake.person(2).type(`ander ${others}`)
    await inbox.next('typed')
    await fake.called('getUpdates', before + 5)
  }
  expect(textsOf(inbox.taken)).not.toContain('daarna')
  fake.person(2).type('ander 4')
  await fake.settled()
  expect(textsOf(inbox.taken)).toContain('daarna')
  expect(tries).toBeGreaterThanOrEqual(5)
  expect(lines.filter((line) => line.update === poison).map((line) => line.level)).toEqual([40, 50])
  expect(JSON.stringify(lines)).not.toContain('gif')
})

test('a tap is answered while the house is still at work', async () => {
  const fake = await telegramServer()
  const { channel, inbox } = await listening(fake)
  const ann = fake.person(1)
  ann.meet()
  await channel.send({ channel: 'telegram', id: '1' }, card, { nonce: 'n' })
  const gate = inbox.holdNext()
  ann.tap('goed')
  await gate.reached
  await fake.called('answerCallbackQuery')
  expect(inbox.taken).toEqual([])
  gate.open()
  expect(await inbox.next('tapped')).toMatchObject({ data: 'a' })
  expect([...fake.taps.values()]).toEqual(['answered'])
})

test('a tap that came too late to be answered still counts, without a word in the log', async () => {
  const fake = await telegramServer()
  const { channel, inbox, lines, outcomes } = await listening(fake)
  const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
  fake.fail({ method: 'answerCallbackQuery', answer: { code: 400, description } })
  fake.person(1).tapData('a')
  expect(await inbox.next('tapped')).toMatchObject({ data: 'a' })
  await channel.close()
  expect(lines).toEqual([])
  expect(outcomes).toContain('answerCallbackQuery harmless')
})

test('a tap that has to come again is answered once', async () => {
  const fake = await telegramServer()
  const { channel, inbox } = await listening(fake)
  inbox.failNext(3)
  fake.person(1).tapData('a')
  await inbox.next('tapped')
  await channel.close()
  expect(fake.callsOf('answerCallbackQuery')).toHaveLength(1)
})

test('malformed, enormous, unknown and doubled updates stop nothing', async () => {
  const fake = await telegramServer()
  const { inbox, lines } = await listening(fake)
  const ann = fake.person(1)
  fake.hold()
  ann.type('voor')
  ann.type('na')
  fake.release(([before, after]) => [
    before!,
    { update_id: 100_500, message: 5 },
    { update_id: 100_501, message: { from: ann.user, chat: { id: 1, type: 'private' }, text: 'x'.repeat(2_000_000) } },
    { update_id: 100_502, brand_new_thing: { chat: null } },
    { update_id: 100_503, callback_query: { id: 7, from: null, data: {} } },
    { ...after!, update_id: 100_504 },
  ])
  await fake.settled()
  fake.redeliver()
  await fake.settled()
  expect(textsOf(inbox.taken)).toEqual(['voor', 'na', 'na'])
  expect(lines).toEqual([])
})

test('the same update delivered twice comes with the same id', async () => {
  const fake = await telegramServer()
  const { inbox } = await listening(fake)
  const number = fake.person(1).type('hoi')
  await fake.settled()
  fake.redeliver(number)
  await fake.settled()
  expect(inbox.taken.map((inbound) => inbound.id)).toEqual([String(number), String(number)])
})

test('a block and a return come in', async () => {
  const fake = await telegramServer()
  const { inbox } = await listening(fake)
  const ann = fake.person(1, { language: 'fr' })
  ann.block()
  expect(await inbox.next('blocked')).toMatchObject({ from: { channel: 'telegram', id: '1' }, language: 'fr' })
  ann.unblock()
  expect(await inbox.next('unblocked')).toMatchObject({ from: { channel: 'telegram', id: '1' } })
})

test('a line that breaks is waited out: said once, ready again afterwards', async () => {
  const fake = await telegramServer()
  fake.fail({ method: 'getUpdates', answer: 'reset', times: 3 })
  const { channel, inbox, lines } = await listening(fake)
  fake.person(1).type('hoi')
  expect(await inbox.next('typed')).toMatchObject({ text: 'hoi' })
  expect(lines.map((line) => line.message)).toEqual([
    'telegram: cannot be reached; trying again',
    'telegram: listening again',
  ])
  expect(channel.health()).toEqual({ ready: true, detail: 'polling' })
})

test('the wait that Telegram asks for is kept', async () => {
  const often = Promise.withResolvers<void>()
  const refused = (retryAfter: number, called: () => void) =>
    startPolling({
      getUpdates: async () => {
        called()
        const parameters = { retry_after: retryAfter }
        throw new GrammyError('no', { ok: false, error_code: 429, description: 'no', parameters }, 'getUpdates', {})
      },
      take: async () => undefined,
      log: createLog('silent'),
      backoff: { firstMs: 1, mostMs: 1 },
    })
  const calls = { patient: 0, hasty: 0 }
  const patient = refused(3600, () => {
    calls.patient += 1
  })
  const hasty = refused(0, () => {
    calls.hasty += 1
    if (calls.hasty === 20) often.resolve()
  })
  await often.promise
  await Promise.all([patient.stop(), hasty.stop()])
  expect(calls.patient).toBe(1)
})

test('an answer that holds nothing readable is not asked for again at once', async () => {
  const often = Promise.withResolvers<void>()
  const calls = { unreadable: 0, empty: 0 }
  const common = {
    take: async () => undefined,
    log: createLog('silent'),
    backoff: { firstMs: 3_600_000, mostMs: 200_000_000 },
  }
  const unreadable = startPolling({
    ...common,
    getUpdates: async () => {
      calls.unreadable += 1
      return new Promise((resolve) => setImmediate(resolve, [{ update_id: 'x' }]))
    },
  })
  const empty = startPolling({
    ...common,
    getUpdates: async () => {
      calls.empty += 1
      if (calls.empty === 20) often.resolve()
      return new Promise((resolve) => setImmediate(resolve, []))
    },
  })
  await often.promise
  await Promise.all([unreadable.stop(), empty.stop()])
  expect(calls.unreadable).toBe(1)
})

test('a second process with the same token: one clear sentence, not ready, and it takes over', async () => {
  const fake = await telegramServer()
  const first = await listening(fake)
  await fake.called('getUpdates', 1)
  const conflict = { code: 409, description: 'Conflict: terminated by other getUpdates request' }
  fake.fail({ method: 'getUpdates', answer: conflict, times: 5 })
  const second = await listening(fake)
  await fake.called('getUpdates', 5)
  expect(second.channel.health()).toMatchObject({ ready: false, detail: expect.stringContaining('another process') })
  await first.channel.close()
  fake.person(1).type('hoi')
  expect(await second.inbox.next('typed')).toMatchObject({ text: 'hoi' })
  const warnings = second.lines.filter((line) => line.message.includes('another process'))
  expect(warnings).toHaveLength(1)
})

test('answers that hold no updates are waited out, not looped on', async () => {
  const answers: unknown[] = [undefined, 'x', [null, 5, {}, { update_id: 'x' }], [{ update_id: 7, message: {} }]]
  const offsets: number[] = []
  const took = Promise.withResolvers<unknown>()
  const polling = startPolling({
    getUpdates: (offset, signal) => {
      offsets.push(offset)
      const answer = answers.shift()
      if (offsets.length <= 4) return Promise.resolve(answer as unknown[])
      return new Promise((_, reject) => signal.addEventListener('abort', reject))
    },
    take: async (update) => took.resolve(update),
    log: createLog('silent'),
    backoff: { firstMs: 1, mostMs: 30 },
  })
  expect(await took.promise).toEqual({ update_id: 7, message: {} })
  await polling.stop()
  expect(offsets).toEqual([0, 0, 0, 0, 8].slice(0, offsets.length))
  expect(polling.trouble()).toBeNull()
})

test('only what we understand is asked for', async () => {
  const fake = await telegramServer()
  await listening(fake)
  await fake.called('getUpdates')
  expect(fake.callsOf('getUpdates')[0]).toMatchObject({
    timeout: 30,
    allowed_updates: ['message', 'callback_query', 'my_chat_member', 'channel_post'],
  })
  expect(fake.callsOf('deleteWebhook')).toEqual([{ drop_pending_updates: false }])
})

test('deafening ends the long poll at once, and one can listen again', async () => {
  const fake = await telegramServer()
  const { channel, inbox } = await listening(fake)
  await fake.called('getUpdates')
  await channel.deafen()
  expect(channel.health()).toEqual({ ready: true, detail: 'sending only' })
  fake.person(1).type('hoi')
  await channel.listen(inbox.take)
  expect(await inbox.next('typed')).toMatchObject({ text: 'hoi' })
})

const card = {
  kind: 'card' as const,
  language: 'nl' as const,
  lines: [{ text: 'Hoe was het?' }],
  choices: [{ data: 'a', label: 'goed', role: 'option' as const }],
}

function textsOf(taken: Inbound[]): string[] {
  return taken.map((inbound) => (inbound.type === 'typed' ? inbound.text : inbound.type))
}
