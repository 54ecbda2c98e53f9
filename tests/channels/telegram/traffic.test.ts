/** What a 429 of Telegram is about, which it does not say. */
import { expect, test } from 'vitest'
import type { ChannelError, Prompt } from '../../../src/channels/port.ts'
import { createTraffic } from '../../../src/channels/telegram/traffic.ts'
import { listening, telegramServer } from './setup.ts'

const words: Prompt = {
  kind: 'card',
  language: 'nl',
  lines: [{ text: 'Hoe was het?' }],
  choices: [{ data: 'a', label: 'goed', role: 'option' }],
}
const to = { channel: 'telegram' as const, id: '7' }

test('a chat is busy with two in a second, a group also with twenty in a minute', () => {
  let now = 0
  const traffic = createTraffic(() => now)
  traffic.note(7)
  expect(traffic.isBusy(7)).toBe(false)
  now = 900
  traffic.note(7)
  expect([traffic.isBusy(7), traffic.isBusy(8)]).toEqual([true, false])
  now = 2000
  expect(traffic.isBusy(7)).toBe(false)
  for (let n = 0; n < 20; n++) {
    now += 2000
    for (const chat of [9, -9]) traffic.note(chat)
    expect([traffic.isBusy(9), traffic.isBusy(-9)]).toEqual([false, n === 19])
  }
  now += 30_000
  expect(traffic.isBusy(-9)).toBe(false)
})

test('the first message to a chat that is refused is about the account, one right behind another about the chat', async () => {
  const fake = await telegramServer()
  const { channel } = await listening(fake)
  fake.person(7).meet()
  const refused = async () => {
    fake.fail({ method: 'sendMessage', answer: { code: 429, retryAfter: 3 } })
    return channel.send(to, words, { nonce: 'n' }).then(
      () => null,
      (error: ChannelError) => ({ pauses: error.pauses, seconds: error.retryAfter?.total('seconds') }),
    )
  }
  expect(await refused()).toEqual({ pauses: 'account', seconds: 3 })
  expect(await refused()).toEqual({ pauses: 'chat', seconds: 3 })
})

test('trouble without advice pauses nothing; a refused token pauses this process, and health says so until it is taken again', async () => {
  const fake = await telegramServer()
  const { channel, lines } = await listening(fake)
  fake.person(7).meet()
  const refusal = (answer: { code: number }) => {
    fake.fail({ method: 'sendMessage', answer })
    return channel.send(to, words, { nonce: 'n' }).catch((error: ChannelError) => error)
  }
  expect(await refusal({ code: 502 })).toMatchObject({ kind: 'later', pauses: undefined, unauthorised: false })
  for (let n = 0; n < 2; n++)
    expect(await refusal({ code: 401 })).toMatchObject({ kind: 'later', pauses: 'account', unauthorised: true })
  expect(channel.health().detail).toContain('TELEGRAM_BOT_TOKEN')
  expect(lines.filter(({ message }) => message.includes('the token is refused'))).toHaveLength(1)
  await channel.send(to, words, { nonce: 'n' })
  expect(channel.health().ready).toBe(true)
})

test('buttons are taken away and the words stay; once more, or where nothing is left, does no harm', async () => {
  const fake = await telegramServer()
  const { channel } = await listening(fake)
  const ann = fake.person(7)
  ann.meet()
  const shown = await channel.send(to, words, { nonce: 'n' })
  await channel.disarm!(to, shown)
  await channel.disarm!(to, shown)
  expect(ann.messages).toMatchObject([{ text: 'Hoe was het?', buttons: [] }])
  await channel.disarm!(to, '7:999')
  await channel.disarm!(to, 'nothing of ours')
})
