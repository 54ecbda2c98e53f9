import { expect, test } from 'vitest'
import { lineWriter, readable } from '../../src/cli/line-log.ts'
import { createLog } from '../../src/log.ts'

/** Where a log goes, and what arrived there. */
function screen(isTTY: boolean) {
  const lines: string[] = []
  return { isTTY, lines, write: (text: string) => lines.push(text) }
}

test('on a terminal a log line is for people', () => {
  const to = screen(true)
  createLog('info', lineWriter(to)).warn({ round: 'r1', counts: { sent: 2 } }, 'it took long')
  expect(to.lines).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d warn {2}it took long round=r1 counts=\{"sent":2\}\n$/),
  ])
})

test('anywhere else it stays one line of JSON', () => {
  const to = screen(false)
  createLog('info', lineWriter(to)).info({ round: 'r1' }, 'opened')
  expect(to.lines).toHaveLength(1)
  expect(to.lines[0]).toMatch(/^\{.*\}\n$/)
  expect(JSON.parse(to.lines[0]!)).toMatchObject({ level: 30, round: 'r1', message: 'opened' })
})

test('what is not a log line is shown as it is', () => {
  expect(readable('warning: something else\n')).toBe('warning: something else')
})
