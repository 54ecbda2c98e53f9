import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import {
  isClosed,
  isLostRoute,
  isRefusedToken,
  needsNewMessage,
  outcomeOf,
  toChannelError,
} from '../../../src/channels/discord/errors.ts'
import { ChannelError } from '../../../src/channels/port.ts'

const SECRET = 'geheime zin'
const URL = 'https://discord.com/api/v10/webhooks/1/aW50ZXJhY3Rpb24/messages/2'
const body = { body: { content: SECRET }, files: undefined } as never
const api = (status: number, code: number | undefined) =>
  new DiscordAPIError({ code: code as number, message: `over ${SECRET}` }, code as number, status, 'POST', URL, body)
const seconds = (error: ChannelError) => error.retryAfter?.total('seconds') ?? null

describe('a refusal becomes', () => {
  test.each([
    [403, 50007, 'gone', null],
    [403, 50278, 'gone', null],
    [404, 10003, 'gone', null],
    [403, 50001, 'gone', null],
    [403, 50013, 'gone', null],
    [404, 10013, 'gone', null],
    [401, 50027, 'gone', null],
    [403, 40001, 'gone', null],
    [403, 40003, 'later', 60],
    [403, 20026, 'later', 3600],
    [401, 0, 'later', 300],
    [400, 50035, 'rejected', null],
    [400, 50006, 'rejected', null],
    [404, 0, 'rejected', null],
  ])('HTTP %i, code %i: %s', (status, code, kind, wait) => {
    const error = toChannelError(api(status, code), 'send a message')
    expect(error).toMatchObject({ kind, message: `discord: could not send a message (code ${code})` })
    expect(seconds(error)).toBe(wait)
  })

  test('a 403 of the wall in front of Discord says nothing about the person', () => {
    const error = toChannelError(api(403, undefined), 'send a message')
    expect(error).toMatchObject({ kind: 'later', message: 'discord: could not send a message (HTTP 403)' })
    expect(seconds(error)).toBe(900)
  })

  test('too many: later, after the time that Discord names', () => {
    const limits = { global: false, hash: '', limit: 1, majorParameter: '', method: 'POST', route: '', scope: 'user' }
    const limited = new RateLimitError({
      ...limits,
      retryAfter: 7050,
      sublimitTimeout: 0,
      timeToReset: 0,
      url: URL,
    } as never)
    const error = toChannelError(limited, 'send a message')
    expect(error).toMatchObject({ kind: 'later', pauses: 'bucket' })
    expect(seconds(error)).toBe(7.05)
    expect(outcomeOf(limited)).toBe('flood')
    const all = new RateLimitError({ ...limits, global: true, retryAfter: 1, url: URL } as never)
    expect(toChannelError(all, 'send a message').pauses).toBe('account')
    expect(toChannelError(api(403, 40003), 'open').pauses).toBe('bucket')
    expect(toChannelError(api(401, 0), 'open')).toMatchObject({ pauses: 'account', unauthorised: true })
    expect(toChannelError(api(500, 0), 'open').pauses).toBeUndefined()
  })

  test.each([
    ['a fault at Discord', new HTTPError(502, 'Bad Gateway', 'POST', URL, body), 'HTTP 502'],
    ['a broken connection', new TypeError(`fetch failed: ${URL}`), 'no answer'],
    ['something thrown that is no error', SECRET, 'no answer'],
  ])('%s: later', (_, thrown, reason) => {
    const error = toChannelError(thrown, 'send a message')
    expect(error).toMatchObject({ kind: 'later', message: `discord: could not send a message (${reason})` })
    expect(seconds(error)).toBe(2)
  })

  test('an error of ours stays as it is', () => {
    const ours = new ChannelError('later', 'slowly')
    expect(toChannelError(ours, 'send a message')).toBe(ours)
  })

  test.each([api(403, 50007), new HTTPError(502, SECRET, 'POST', URL, body), new Error(SECRET)])(
    'nothing that was sent, and no address: %#',
    (thrown) => {
      const error = toChannelError(thrown, 'send a message')
      const all = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)} ${Object.values(error).join()}`
      expect(all).not.toContain(SECRET)
      expect(all).not.toContain('aW50ZXJhY3Rpb24')
    },
  )
})

test.each([
  ['needsNewMessage', needsNewMessage, [10008, 30046, 50005], [10003, 50007, 50035]],
  ['isClosed', isClosed, [50007, 50278], [50001, 10003, 40003]],
  ['isLostRoute', isLostRoute, [10003, 50001], [50007, 10008]],
])('%s knows its codes', (_, says, yes, no) => {
  expect(yes.map((code) => says(api(403, code)))).toEqual(yes.map(() => true))
  expect(no.map((code) => says(api(403, code)))).toEqual(no.map(() => false))
})

test('a refused token is not an interaction whose time is over', () => {
  expect(isRefusedToken(api(401, 0))).toBe(true)
  expect(isRefusedToken(api(401, 50027))).toBe(false)
})
