/** Pictures and documents under the words on Telegram: what Telegram refuses, what it makes wait, and what is written down of it. */
import { expect, onTestFinished, test } from 'vitest'
import type { Address, ChannelError, Prompt } from '../../../src/channels/port.ts'
import { tinyPng } from '../../support/tiny-png.ts'
import { listening, telegramServer } from './setup.ts'

const place: Address = { channel: 'telegram', id: '-100200' }
const prompt = (more: Partial<Prompt> = {}): Prompt => ({
  kind: 'digest',
  language: 'nl',
  lines: [{ text: 'zaaiwoord overzicht', style: 'strong' }],
  choices: [],
  image: { png: tinyPng(), alt: 'zaaiwoord beeld' },
  ...more,
})
const report = (text: string): NonNullable<Prompt['files']>[number] => ({
  name: 'zaaiwoord januari/juni.md',
  type: 'text/markdown',
  bytes: new TextEncoder().encode(text),
})
const n = (nonce: string) => ({ nonce })

async function house() {
  const fake = await telegramServer()
  const made = await listening(fake)
  const group = fake.group(-100200)
  onTestFinished(() => {
    // Whatever happened: no word, no file, no chat and no token is written down.
    expect(JSON.stringify(made.lines)).not.toMatch(/zaaiwoord|100200|IHDR|fake-telegram-token/)
  })
  const count = (method: string) => fake.callsOf(method).length
  const refusal = (sending: Promise<unknown>) =>
    sending.then(
      () => null,
      (error: ChannelError) => error,
    )
  return { fake, group, count, refusal, ...made }
}

test('a picture answers the words, makes no sound of its own, and stands in the topic of the words', async () => {
  const { channel, group } = await house()
  const topic = group.openTopic('Verslagen')
  await channel.send({ channel: 'telegram', id: `-100200/${topic}` }, prompt({ files: [report('# Juni')] }), n('a'))
  const [words, picture, file] = group.messages
  expect(words).toMatchObject({ text: 'zaaiwoord overzicht', topic, silent: false, media: null })
  expect(picture).toMatchObject({ text: 'zaaiwoord beeld', topic, silent: true, replyTo: words!.id })
  expect(picture?.media).toMatchObject({ kind: 'photo', name: 'pols.png', width: 4, height: 3 })
  expect(file).toMatchObject({ text: '', topic, silent: true, replyTo: words!.id })
  expect(file?.media?.name).toBe('zaaiwoord-januari-juni.md')
  expect(file?.media?.bytes.toString()).toBe('# Juni')
})

test('what is the same is not uploaded again; what changed is, in place', async () => {
  const { channel, group, count } = await house()
  const first = await channel.send(place, prompt({ files: [report('een')] }), n('a'))
  const again = prompt({ lines: [{ text: 'zaaiwoord verbeterd' }], files: [report('een')] })
  expect(await channel.send(place, again, { ...n('b'), replaces: first })).toBe(first)
  expect([count('sendPhoto'), count('sendDocument'), count('editMessageMedia')]).toEqual([1, 1, 0])
  const second = await channel.send(place, prompt({ files: [report('twee')] }), { ...n('c'), replaces: first })
  expect([count('sendPhoto'), count('sendDocument'), count('editMessageMedia')]).toEqual([1, 1, 1])
  expect(second).not.toBe(first)
  expect(group.messages.map(({ media }) => media?.kind ?? 'words')).toEqual(['words', 'photo', 'document'])
  expect(group.messages[2]?.media?.bytes.toString()).toBe('twee')
})

test('a picture that somebody took away comes back with the next change, once', async () => {
  const { channel, group } = await house()
  const first = await channel.send(place, prompt(), n('a'))
  group.messages.splice(1, 1)
  const second = await channel.send(place, prompt({ image: { png: tinyPng({ shade: 3 }), alt: 'nieuw' } }), {
    ...n('b'),
    replaces: first,
  })
  expect(group.messages.map(({ text }) => text)).toEqual(['zaaiwoord overzicht', 'nieuw'])
  await channel.send(place, prompt({ image: { png: tinyPng({ shade: 4 }), alt: 'nog' } }), {
    ...n('c'),
    replaces: second,
  })
  expect(group.messages.map(({ text }) => text)).toEqual(['zaaiwoord overzicht', 'nog'])
})

test('words that were taken away come back with one picture', async () => {
  const { channel, group } = await house()
  const first = await channel.send(place, prompt(), n('a'))
  group.messages.splice(0, 1)
  await channel.send(place, prompt({ lines: [{ text: 'opnieuw' }] }), { ...n('b'), replaces: first })
  expect(group.messages.map(({ text }) => text)).toEqual(['opnieuw', 'zaaiwoord beeld'])
  expect(group.messages[1]?.replyTo).toBe(group.messages[0]?.id)
})

test.each([
  ['no right to send pictures', 400, 'Bad Request: not enough rights to send photos to the chat'],
  ['a picture that cannot be read', 400, 'Bad Request: IMAGE_PROCESS_FAILED'],
  ['measures that are not taken', 400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
  ['too large', 413, 'Request Entity Too Large'],
  ['put out in between', 403, 'Forbidden: bot was kicked from the supergroup chat'],
])('%s: the words stand, it is told once, and not tried again by itself', async (_, code, description) => {
  const { fake, channel, group, lines, count } = await house()
  fake.fail({ method: 'sendPhoto', answer: { code, description } })
  await channel.send(place, prompt(), n('a'))
  expect(group.messages.map(({ text }) => text)).toEqual(['zaaiwoord overzicht'])
  expect(count('sendPhoto')).toBe(1)
  expect(lines.filter(({ level }) => level >= 40)).toMatchObject([
    { detail: `telegram: a picture or document was refused with code ${code}` },
  ])
})

test('one picture that is refused keeps no document back', async () => {
  const { channel, group } = await house()
  group.forbid('photo')
  await channel.send(place, prompt({ files: [report('# Juni')] }), n('a'))
  expect(group.messages.map(({ media }) => media?.kind ?? 'words')).toEqual(['words', 'document'])
})

test('a picture that may not be replaced does not stay beside other words', async () => {
  const { fake, channel, group } = await house()
  const first = await channel.send(place, prompt(), n('a'))
  fake.fail({ method: 'editMessageMedia', answer: { code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' } })
  const image = { png: tinyPng({ shade: 9 }), alt: 'anders' }
  const second = await channel.send(place, prompt({ lines: [{ text: 'anders' }], image }), {
    ...n('b'),
    replaces: first,
  })
  expect(group.messages.map(({ text }) => text)).toEqual(['anders'])
  expect(second).toBe(`-100200:${group.messages[0]!.id}`)
})

test.each([
  ['asks to wait', { code: 429, retryAfter: 7 } as const, 7],
  ['is out of order', { code: 502 } as const, 2],
  ['breaks the line', 'reset' as const, 2],
])('a Telegram that %s lets the picture wait; the words are said once', async (_, answer, seconds) => {
  const { fake, channel, group, refusal, count } = await house()
  fake.fail({ method: 'sendPhoto', answer })
  const error = await refusal(channel.send(place, prompt(), n('a')))
  expect(error).toMatchObject({ name: 'ChannelError', kind: 'later' })
  expect(error?.retryAfter?.total('seconds')).toBe(seconds)
  expect(group.messages.map(({ text }) => text)).toEqual(['zaaiwoord overzicht'])
  await channel.send(place, prompt(), n('a'))
  expect(group.messages.map(({ text }) => text)).toEqual(['zaaiwoord overzicht', 'zaaiwoord beeld'])
  expect(count('sendMessage')).toBe(1)
})

test('a picture that has to wait again and again is given up, and the words stand', async () => {
  const { fake, channel, group, refusal, lines } = await house()
  fake.fail({ method: 'sendPhoto', answer: { code: 429, retryAfter: 1 }, times: 10 })
  const tries = [n('a'), n('a'), n('a')]
  for (const options of tries)
    expect(await refusal(channel.send(place, prompt(), options))).toMatchObject({ kind: 'later' })
  expect(await channel.send(place, prompt(), n('a'))).toBe(`-100200:${group.messages[0]!.id}`)
  expect(group.messages.map(({ text }) => text)).toEqual(['zaaiwoord overzicht'])
  expect(lines.filter(({ level }) => level >= 40)).toHaveLength(1)
})

test('the document goes on where it had to wait: the picture before it is not sent twice', async () => {
  const { fake, channel, group, refusal } = await house()
  fake.fail({ method: 'sendDocument', answer: { code: 429, retryAfter: 1 } })
  const both = prompt({ files: [report('# Juni')] })
  expect(await refusal(channel.send(place, both, n('a')))).toMatchObject({ kind: 'later' })
  await channel.send(place, both, n('a'))
  expect(group.messages.map(({ media }) => media?.kind ?? 'words')).toEqual(['words', 'photo', 'document'])
})

test('a picture that is too old to take away stays, and the words change all the same', async () => {
  const { fake, channel, group } = await house()
  const first = await channel.send(place, prompt(), n('a'))
  fake.fail({ method: 'deleteMessage', answer: { code: 400, description: "Bad Request: message can't be deleted" } })
  const { image: _, ...words } = prompt({ lines: [{ text: 'ingetrokken' }] })
  await channel.send(place, words, { ...n('b'), replaces: first })
  expect(group.messages.map(({ text }) => text)).toEqual(['ingetrokken', 'zaaiwoord beeld'])
})

test('a picture that is to go, goes also when Telegram asks to wait', async () => {
  const { fake, channel, group, refusal } = await house()
  const first = await channel.send(place, prompt(), n('a'))
  fake.fail({ method: 'deleteMessage', answer: { code: 429, retryAfter: 3 } })
  const { image: _, ...words } = prompt({ lines: [{ text: 'ingetrokken' }] })
  const error = await refusal(channel.send(place, words, { ...n('b'), replaces: first }))
  expect(error?.retryAfter?.total('seconds')).toBe(3)
  await channel.send(place, words, { ...n('b'), replaces: first })
  expect(group.messages.map(({ text }) => text)).toEqual(['ingetrokken'])
})

test('words in Arabic under a picture begin at the right side', async () => {
  const { channel, group } = await house()
  await channel.send(place, prompt({ language: 'ar', image: { png: tinyPng(), alt: 'Pols: 8 من 13' } }), n('a'))
  expect(group.messages[1]?.text).toBe('\u200fPols: 8 من 13')
})

test('a picture of a message that was given a new text elsewhere is no reason to fail', async () => {
  const { channel, group } = await house()
  const image = { png: tinyPng(), alt: 'beeld' }
  const first = await channel.send(place, prompt({ image }), n('a'))
  const ofPicture = first.replace(/^(-\d+):\d+:p(\d+)\..*$/, '$1:$2')
  await channel.send(place, prompt({ lines: [{ text: 'nieuw' }] }), { ...n('b'), replaces: ofPicture })
  expect(group.messages.map(({ text }) => text)).toContain('nieuw')
})
