import { expect, test } from 'vitest'
import type { Channel, ChannelName } from '../../src/channels/port.ts'
import { ChannelError } from '../../src/channels/port.ts'
import { SettingsError } from '../../src/errors.ts'
import { createReception } from '../../src/jobs/reception.ts'
import { createLog } from '../../src/log.ts'

/** A channel that notes what it is asked, and refuses so often first. */
function channel(name: ChannelName, refuses: { open?: Error[]; listen?: Error[] } = {}) {
  const seen: string[] = []
  const waiting = new Set<() => void>()
  const happen = (what: string, faults: Error[] = []) => {
    const fault = faults.shift()
    seen.push(fault ? `${what} refused` : what)
    for (const look of waiting) look()
    if (fault) throw fault
  }
  const made: Channel = {
    name,
    open: async () => happen('open', refuses.open),
    listen: async () => happen('listen', refuses.listen),
    deafen: async () => happen('deafen'),
    send: async () => 'never',
    health: () => ({ ready: true, detail: '' }),
    close: async () => {},
  }
  const until = (what: string) =>
    new Promise<void>((resolve) => {
      const look = () => seen.includes(what) && resolve()
      waiting.add(look)
      look()
    })
  return { channel: made, seen, until }
}

const away = () => new ChannelError('later', 'the platform is away')
const take = async () => {}
const log = createLog('silent')

test('on a channel with one listener only the holder of the ear listens; the others listen at once', async () => {
  const [web, telegram] = [channel('web'), channel('telegram')]
  const reception = createReception(
    [
      { ...web, alone: false },
      { ...telegram, alone: true },
    ],
    take,
    log,
    1,
  )
  await reception.open()
  expect([web.seen, telegram.seen]).toEqual([['open', 'listen'], ['open']])
  await reception.gain()
  await reception.gain()
  expect(telegram.seen).toEqual(['open', 'listen'])
  await reception.lose()
  expect([web.seen, telegram.seen]).toEqual([
    ['open', 'listen'],
    ['open', 'listen', 'deafen'],
  ])
  await reception.gain()
  await reception.stop()
  expect([web.seen.at(-1), telegram.seen.slice(-2)]).toEqual(['deafen', ['listen', 'deafen']])
})

test('a platform that is away keeps nobody waiting, and is listened to when it is back', async () => {
  const [web, discord] = [channel('web'), channel('discord', { open: [away(), away()], listen: [away()] })]
  const reception = createReception(
    [
      { ...web, alone: false },
      { ...discord, alone: true },
    ],
    take,
    log,
    1,
  )
  await reception.open()
  expect(web.seen).toEqual(['open', 'listen'])
  await reception.gain()
  await discord.until('listen')
  // Until the platform's yes has come back: who stops before that is deafened twice.
  await new Promise(setImmediate)
  await reception.stop()
  expect(discord.seen).toEqual(['open refused', 'open refused', 'open', 'listen refused', 'deafen', 'listen', 'deafen'])
})

test('a platform that never answers holds nobody up: the ear may go and come back meanwhile, and one listens once', async () => {
  const answers: Array<() => void> = []
  let open = 0
  let most = 0
  const silent = {
    ...channel('telegram').channel,
    listen: async () => {
      await new Promise<void>((resolve) => answers.push(resolve))
      open += 1
      most = Math.max(most, open)
    },
    deafen: async () => {
      open = 0
    },
  }
  const web = channel('web')
  const reception = createReception(
    [
      { channel: silent, alone: true },
      { channel: web.channel, alone: true },
    ],
    take,
    log,
    1,
  )
  await reception.open()
  const first = reception.gain()
  await new Promise(setImmediate)
  await reception.lose()
  const second = reception.gain()
  expect(web.seen).toEqual(['open', 'listen', 'deafen', 'listen'])
  expect(answers).toHaveLength(1)
  answers[0]!()
  await first
  await new Promise(setImmediate)
  expect([open, answers.length]).toEqual([0, 2])
  answers[1]!()
  await second
  expect([open, most]).toEqual([1, 1])
  await reception.stop()
  expect(open).toBe(0)
})

test('a refused token ends the start, with the words of the channel', async () => {
  const telegram = channel('telegram', { open: [new SettingsError('the token is refused')] })
  const reception = createReception([{ ...telegram, alone: true }], take, log, 1)
  await expect(reception.open()).rejects.toThrow(SettingsError)
})
