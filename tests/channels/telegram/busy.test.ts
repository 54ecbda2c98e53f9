/** The house has no room for an event just now: the platform keeps it and delivers it again, however often that is. */
import { expect, test } from 'vitest'
import { ChannelError, type Inbound } from '../../../src/channels/port.ts'
import { SECRET, telegramChannel, telegramServer, webhookServer } from './setup.ts'

const isStart = (inbound: Inbound) => inbound.type === 'command' && inbound.command === 'start'

/** Refuses the first so many times that somebody comes in. */
function fullHouse(times: number, take: (inbound: Inbound) => Promise<void>) {
  const house = { refused: 0 }
  return Object.assign(house, {
    take: async (inbound: Inbound) => {
      if (isStart(inbound) && house.refused < times) {
        house.refused += 1
        throw new ChannelError('later', 'no room', { busy: true })
      }
      await take(inbound)
    },
  })
}

test('by webhook it is a 503, nothing stands in the log, and others are taken in meanwhile', async () => {
  const fake = await telegramServer()
  const server = await webhookServer()
  const { channel, inbox, lines } = telegramChannel(fake, { webhook: { url: server.url, secret: SECRET } })
  server.serve(channel)
  await channel.open()
  const house = fullHouse(3, inbox.take)
  await channel.listen(house.take)
  fake.person(1).type('/start')
  fake.person(2).type('hallo')
  await fake.settled()
  expect(server.statuses.toSorted()).toEqual([200, 200, 503, 503, 503])
  expect(inbox.taken.map(({ type }) => type).toSorted()).toEqual(['command', 'typed'])
  expect(lines.filter(({ level }) => level >= 40)).toEqual([])
})

test('by polling it is never given up, also when others are stored all the while', async () => {
  const fake = await telegramServer()
  const { channel, inbox, lines } = telegramChannel(fake)
  await channel.open()
  const house = fullHouse(12, inbox.take)
  await channel.listen(house.take)
  fake.person(1).type('/start')
  fake.person(1).type('daarna')
  for (let others = 1; others <= 4; others += 1) {
    const before = fake.callsOf('getUpdates').length
    fake.person(2).type(`ander ${others}`)
    await fake.called('getUpdates', before + 3)
  }
  await fake.settled()
  expect(house.refused).toBe(12)
  const first = inbox.taken.filter(({ from }) => from?.id === '1')
  expect(first.map(({ type }) => type)).toEqual(['command', 'typed'])
  expect(inbox.taken).toHaveLength(6)
  expect(lines.filter(({ level }) => level >= 40)).toEqual([])
})
