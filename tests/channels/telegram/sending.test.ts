/** What passes between the channel and Telegram for links, pictures, and a person's own message. */
import { expect, onTestFinished, test } from 'vitest'
import type { Address, ChannelError, Prompt } from '../../../src/channels/port.ts'
import { type FakePerson, labels } from '../../support/fake-telegram.ts'
import { listening, telegramServer } from './setup.ts'

const to: Address = { channel: 'telegram', id: '7' }
const picture = { url: 'https://pols.example.org/beeld/abc.png', alt: 'Drie gezichten' }
const card = (more: Partial<Prompt> = {}): Prompt => ({
  kind: 'card',
  language: 'nl',
  lines: [{ text: 'Hoe was het?', style: 'strong' }],
  choices: [{ data: 'a', label: 'goed', role: 'option' }],
  ...more,
})
const n = { nonce: 'n' }

async function house() {
  const fake = await telegramServer()
  const made = await listening(fake)
  const ann = fake.person(7, { username: 'ann_vdb' })
  ann.meet()
  onTestFinished(() => {
    // Whatever happened: how to find somebody is never written down.
    expect(JSON.stringify(made.lines)).not.toMatch(/ann_vdb|user\?id/)
  })
  return { fake, ann, ...made }
}

test('a link button leads to its page', async () => {
  const { channel, ann } = await house()
  const url = 'https://pols.example.org/mijn/abc'
  await channel.send(to, card({ choices: [{ data: '', label: 'Mijn gegevens', role: 'link', url }] }), n)
  expect(ann.link('Mijn gegevens')).toBe(url)
  expect(() => ann.tap('Mijn gegevens')).toThrow('leads to a page')
})

test('in a trial on this machine the address stands in the text, and Telegram takes the message', async () => {
  const { channel, ann } = await house()
  const url = 'http://localhost:3000/mijn/abc'
  await channel.send(to, card({ choices: [{ data: '', label: 'Mijn gegevens', role: 'link', url }] }), n)
  expect(ann.card()).toMatchObject({ text: `Hoe was het?\nMijn gegevens\n${url}`, buttons: [], preview: null })
})

test('an edit brings the picture of its own question, or takes it away', async () => {
  const { channel, ann } = await house()
  const replaces = await channel.send(to, card({ picture }), n)
  const large = { url: picture.url, above: true, large: true }
  expect(ann.card()).toMatchObject({ text: 'Hoe was het?\nDrie gezichten', preview: large })
  const other = { ...picture, url: 'https://pols.example.org/beeld/def.png' }
  await channel.send(to, card({ picture: other }), { ...n, replaces })
  expect(ann.card().preview).toEqual({ ...large, url: other.url })
  await channel.send(to, card(), { ...n, replaces })
  expect(ann.card()).toMatchObject({ text: 'Hoe was het?', preview: null })
  await channel.send(to, card({ picture }), { ...n, replaces })
  expect(ann.messages).toMatchObject([{ preview: large, edits: 3 }])
})

test('a picture that Telegram cannot fetch keeps no question back, sent or edited', async () => {
  const { fake, channel, ann, outcomes } = await house()
  const refused = { code: 400, description: 'Bad Request: WEBPAGE_CURL_FAILED' }
  fake.fail({ method: 'sendMessage', answer: refused })
  const replaces = await channel.send(to, card({ picture }), n)
  expect(ann.card()).toMatchObject({ text: 'Hoe was het?', preview: null })
  fake.fail({ method: 'editMessageText', answer: refused })
  await channel.send(to, card({ picture, lines: [{ text: 'En nu?' }] }), { ...n, replaces })
  expect(ann.messages.map(({ text, preview }) => [text, preview])).toEqual([['En nu?', null]])
  expect(outcomes.filter((outcome) => /(send|edit)Message/.test(outcome))).toEqual([
    'sendMessage harmless',
    'sendMessage ok',
    'editMessageText harmless',
    'editMessageText ok',
  ])
})

async function written(ann: FakePerson, inbox: Awaited<ReturnType<typeof house>>['inbox']): Promise<string> {
  ann.type('iets heel persoonlijks')
  const inbound = await inbox.next('typed')
  expect(inbound.handle).toBe('@ann_vdb')
  return inbound.message!
}

test("a person's own message is taken out of the chat, once", async () => {
  const { channel, ann, inbox } = await house()
  const message = await written(ann, inbox)
  expect(ann.written().map(({ text }) => text)).toEqual(['iets heel persoonlijks'])
  expect(await channel.remove!(to, message)).toBe(true)
  expect(ann.written()).toEqual([])
  expect(await channel.remove!(to, message)).toBe(false)
})

test.each([
  [47, true],
  [48, false],
])('after %d hours: %s', async (hours, removed) => {
  const { channel, ann, inbox } = await house()
  const message = await written(ann, inbox)
  ann.pass(hours)
  expect(await channel.remove!(to, message)).toBe(removed)
  expect(ann.written()).toHaveLength(removed ? 0 : 1)
})

test('somebody who blocked the bot keeps the message; that is no fault', async () => {
  const { channel, ann, inbox } = await house()
  const message = await written(ann, inbox)
  ann.block()
  expect(await channel.remove!(to, message)).toBe(false)
})

test.each(['x', '', '-3', '12:3'])('what names no message removes nothing: %j', async (message) => {
  const { fake, channel } = await house()
  expect(await channel.remove!(to, message)).toBe(false)
  expect(fake.callsOf('deleteMessage')).toEqual([])
})

test('a Telegram that is too busy says when to try again', async () => {
  const { fake, channel, ann, inbox, outcomes } = await house()
  const message = await written(ann, inbox)
  fake.fail({ method: 'deleteMessage', answer: { code: 429, retryAfter: 9 } })
  const error = (await channel.remove!(to, message).catch((thrown: unknown) => thrown)) as ChannelError
  expect(error).toMatchObject({ name: 'ChannelError', kind: 'later' })
  expect(error.retryAfter?.total('seconds')).toBe(9)
  expect(outcomes).toContain('deleteMessage flood')
  expect(await channel.remove!(to, message)).toBe(true)
})

test('a proposal is typed as a message, like everything on Telegram', async () => {
  const { channel, ann, inbox } = await house()
  const typed = { label: 'Je voorstel', max: 300, data: 'v.xx' }
  await channel.send(to, card({ kind: 'notice', choices: [], typed }), n)
  expect(labels(ann.card())).toEqual([])
  expect(ann.card().text).toContain('Typ het hier')
  ann.type('vaker buiten')
  const inbound = await inbox.next('typed')
  expect(inbound).toMatchObject({ text: 'vaker buiten' })
  expect(inbound).not.toHaveProperty('data')
})
