import { expect, test } from 'vitest'
import { ChannelError, type Inbound } from '../../../src/channels/port.ts'
import { createWeb } from '../../../src/channels/web/web.ts'
import { notice } from '../../support/web-samples.ts'

const to = { channel: 'web', id: 'somebody' } as const
const tap: Inbound = { channel: 'web', id: 'e1', from: to, type: 'tapped', data: 'd' }
const n = { nonce: 'n' }

test('only pages of this address are told, until they leave', async () => {
  const web = createWeb()
  const heard: string[] = []
  const leave = web.subscribe('somebody', () => heard.push('one'))
  web.subscribe('somebody', () => heard.push('two'))
  web.subscribe('somebody else', () => heard.push('other'))
  await web.send(to, notice('a'), n)
  leave()
  await web.send(to, notice('b'), n)
  expect(heard).toEqual(['one', 'two', 'two'])
})

test('remarks are remembered newest first, at most three, each once, until the person acts', async () => {
  const web = createWeb()
  await web.listen(async () => {})
  for (const text of ['a', 'b', 'c', 'b', 'd']) await web.send(to, notice(text), n)
  expect((await web.notices('somebody')).map((one) => one.lines[0]?.text)).toEqual(['d', 'b', 'c'])
  await web.receive(tap)
  expect(await web.notices('somebody')).toEqual([])
})

test('pictures and documents are not held in memory: pages have them at addresses of their own', async () => {
  const web = createWeb()
  const files = [{ name: 'a.pdf', type: 'application/pdf' as const, bytes: new Uint8Array(9) }]
  await web.send(to, { ...notice('a'), image: { png: new Uint8Array(9), alt: 'x' }, files }, n)
  expect(await web.notices('somebody')).toEqual([notice('a')])
})

test('a card is no remark', async () => {
  const web = createWeb()
  await web.send(to, { ...notice('vraag'), kind: 'card' }, n)
  expect(await web.notices('somebody')).toEqual([])
})

test('nothing is taken in before listening and after deafening', async () => {
  const web = createWeb()
  const refused = async () => (await web.receive(tap).catch((error: unknown) => error)) as ChannelError
  expect(await refused()).toMatchObject({ name: 'ChannelError', kind: 'later' })
  await web.listen(async () => {})
  await web.receive(tap)
  await web.deafen()
  expect(await refused()).toBeInstanceOf(ChannelError)
})

test('an event that could not be stored is told to who sent it', async () => {
  const web = createWeb()
  await web.listen(async () => {
    throw new Error('no')
  })
  await expect(web.receive(tap)).rejects.toThrow('no')
  await web.deafen()
})
