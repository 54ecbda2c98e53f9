import { expect, test } from 'vitest'
import { ChannelError } from '../src/channels/port.ts'
import { EngineError } from '../src/errors.ts'
import { describeError } from '../src/log.ts'

test('of a foreign error no word of its message is told, however many lines it has', () => {
  const error = new TypeError('een geheim\n    at een plek (src/geheim.ts:1:1)\nnog een geheim')
  const said = JSON.stringify(describeError(error))
  expect(said).not.toContain('geheim')
  expect(said).toContain('TypeError')
  expect(said).toContain('log.test.ts')
})

test('of our own errors the sentence is told, and a code where there is one', () => {
  expect(describeError(new EngineError('words: no such sentence'))).toEqual({
    error: 'EngineError',
    detail: 'words: no such sentence',
  })
  expect(describeError(new ChannelError('later', 'telegram: busy')).detail).toBe('telegram: busy')
  expect(describeError(Object.assign(new Error('x'), { code: '23505' }))).toMatchObject({
    error: 'Error',
    code: '23505',
  })
})

test('what is no error says nothing of itself', () => {
  expect(describeError('een geheim')).toEqual({ error: 'unknown' })
})
