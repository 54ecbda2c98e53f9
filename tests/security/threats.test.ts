/** The threat model is as good as its tests: each that it names is there, and runs. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT } from '../support/house-rules.ts'

const table = readFileSync(`${ROOT}docs/security.md`, 'utf8').split('\n## Threats\n')[1]!.split('\n## ')[0]!
const lines = table.split('\n').filter((line) => /^\| (?!who or what|-)/.test(line) && !line.startsWith('|---'))

/** File and name of every test that a line names. */
function namedIn(line: string): { file: string; name: string | null }[] {
  const shown = line.split(' | ').at(-1)!.replace(/ \|$/, '')
  return shown.split('<br>').map((one) => {
    const [, file, name] = /^`(tests\/[\w/-]+\.test\.ts)`(?: › (.+))?$/.exec(one.trim()) ?? []
    if (!file) throw new Error(`names no test: ${one}`)
    return { file, name: name ?? null }
  })
}

test('every threat has a test of its own', () => {
  expect(lines.length).toBeGreaterThanOrEqual(20)
  for (const line of lines) expect(namedIn(line).length, line.slice(0, 60)).toBeGreaterThan(0)
})

test('every test that is named is there, and is not passed over', () => {
  const missing = lines.flatMap(namedIn).filter(({ file, name }) => !runs(file, name))
  expect(missing).toEqual([])
  expect(runs('tests/security/threats.test.ts', 'every threat has a test of its own')).toBe(true)
  expect(runs('tests/security/threats.test.ts', `every threat has ${'another'} test`)).toBe(false)
  expect(runs('tests/security/nowhere.test.ts', null)).toBe(false)
})

test('what was thought of first is not forgotten', () => {
  for (const about of [
    'worker',
    'coach',
    'organisation',
    'phone',
    'button',
    'webhook',
    'link',
    'join',
    'pages',
    'script',
  ])
    expect(
      lines.some((line) => line.split(' | ')[0]!.includes(about)),
      about,
    ).toBe(true)
  for (const about of ['dump', 'key', 'log', 'backup', 'dependency'])
    expect(
      lines.some((line) => line.split(' | ')[0]!.includes(about)),
      about,
    ).toBe(true)
})

/** By its words in the file: as a test, in a list of tests, or over two lines. */
function runs(file: string, name: string | null): boolean {
  let text: string
  try {
    text = readFileSync(`${ROOT}${file}`, 'utf8')
  } catch {
    return false
  }
  const tests = [...text.matchAll(/\b(?:test|it)(\.\w+)*\s*(?:\([^'"`]*\))?\s*\(\s*(['"`])((?:\\.|(?!\2).)*)\2/gs)]
  if (name === null) return tests.length > 0
  return (
    text.includes(`'${name}'`) && !new RegExp(`(?:skip|todo|only)[^\\n]*\\n?\\s*\\(?'${literally(name)}'`).test(text)
  )
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
