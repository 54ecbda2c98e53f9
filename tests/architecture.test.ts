import { describe, expect, test } from 'vitest'
import {
  barrels,
  emptyNames,
  longFiles,
  misplaced,
  projectFiles,
  type SourceFile,
  wrongImports,
} from './support/house-rules.ts'

const source = projectFiles('src/*.ts', 'migrations/*.ts')
const one = (path: string, text: string): SourceFile[] => [{ path, text }]

test('there is a house to look at', () => {
  expect(source.length).toBeGreaterThan(60)
  expect(source.map(({ path }) => path)).toContain('src/survey/step.ts')
})

describe('imports go one way', () => {
  test('in the whole house', () => {
    expect(wrongImports(source)).toEqual([])
  })

  test.each([
    ['a pure room that knows the store', 'src/survey/step.ts', `import { openStore } from '../store/open.ts'`],
    ['a pure room that reads files', 'src/digest/summarise.ts', `import { readFileSync } from 'node:fs'`],
    ['a pure room that knows the clock', 'src/timeline/due.ts', `import { systemClock } from '../clock.ts'`],
    ['a pure room that runs code of a channel', 'src/survey/card.ts', `import { CHANNELS } from '../channels/port.ts'`],
    ['words that know a survey', 'src/words/words.ts', `import { step } from '../survey/step.ts'`],
    ['a channel that knows the rounds', 'src/channels/web/web.ts', `import type { Desk } from '../../rounds/desk.ts'`],
    ['a channel that knows another', 'src/channels/telegram/wire.ts', `import { x } from '../discord/wire.ts'`],
    ['a store that knows people', 'src/store/open.ts', `import {\n  createVault,\n} from '../people/vault.ts'`],
    ['a command that knows the whole app', 'src/cli/start.ts', `const { createApp } = await import('../app.ts')`],
    ['a re-export from above', 'src/jobs/ear.ts', `export { x } from '../rounds/sweep.ts'`],
    ['a new room without a place', 'src/magic/wand.ts', ''],
  ])('%s is a fault', (_, path, text) => {
    expect(wrongImports(one(path, text))).toHaveLength(1)
  })

  test('two rooms beside each other may not know each other in a circle', () => {
    const files = [
      { path: 'src/people/a.ts', text: `import { b } from '../rounds/b.ts'` },
      { path: 'src/rounds/b.ts', text: `import { c } from '../dialogue/c.ts'` },
      { path: 'src/dialogue/c.ts', text: `import { a } from '../people/a.ts'` },
    ]
    expect(wrongImports(files)).toEqual(['rooms know each other in a circle: dialogue → people → rounds → dialogue'])
    expect(wrongImports(files.slice(0, 2))).toEqual([])
  })

  test('a type alone makes no circle', () => {
    const files = [
      { path: 'src/people/a.ts', text: `import { b } from '../rounds/b.ts'` },
      { path: 'src/rounds/b.ts', text: `import { type A } from '../people/a.ts'` },
    ]
    expect(wrongImports(files)).toEqual([])
  })
})

test('there are no barrels', () => {
  expect(barrels(source)).toEqual([])
  expect(
    barrels(one('src/survey/all.ts', `export * from './step.ts'\nexport { inspect } from './inspect.ts'`)),
  ).toHaveLength(1)
  expect(barrels(one('src/survey/index.ts', 'export const a = 1'))).toHaveLength(1)
  expect(
    barrels(one('src/survey/types.ts', `export type { Q } from './q.ts'\nexport type Run = { turn: number }`)),
  ).toEqual([])
})

test('every name says something', () => {
  expect(emptyNames(source)).toEqual([])
  expect(
    emptyNames([...one('src/utils/a.ts', ''), ...one('src/survey/helpers.ts', ''), ...one('src/managers/jobs.ts', '')]),
  ).toHaveLength(3)
})

test('a file has at most 300 lines, or says why', () => {
  expect(longFiles(source)).toEqual([])
  const long = 'const a = 1\n'.repeat(301)
  expect(longFiles(one('src/a.ts', long))).toHaveLength(1)
  expect(
    longFiles(one('src/a.ts', `/** A table. It has more than 300 lines because it is one table. */\n${long}`)),
  ).toEqual([])
  expect(longFiles(one('src/a.ts', 'const a = 1\n'.repeat(300)))).toEqual([])
})

describe('now, the environment and the console each have one place', () => {
  test('in the whole house', () => {
    expect(misplaced(source)).toEqual([])
  })

  test.each([
    ['const a = Date.now()'],
    ['const a = new Date()'],
    ['const a = Temporal.Now.instant()'],
    ['const a = process.env.PORT'],
    ['const { env } = process'],
    [`console.log('hoi')`],
  ])('%s is a fault in a room', (text) => {
    expect(misplaced(one('src/rounds/sweep.ts', text))).toHaveLength(1)
  })

  test('each is welcome in its place, and a given date everywhere', () => {
    expect(misplaced(one('src/clock.ts', 'Temporal.Now.instant()'))).toEqual([])
    expect(misplaced(one('src/main.ts', 'const { env } = process'))).toEqual([])
    expect(misplaced(one('src/timeline/cron.ts', 'new Date(Date.UTC(2026, 1, 1)) // not new Date()'))).toEqual([])
  })
})
