import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTIONS } from '../../src/console/actions.ts'
import { LANGUAGES } from '../../src/survey/question-set.ts'
import { keysOf } from '../../src/words/words.ts'

/** All faults that the desk can answer with, as it and the rooms behind it name them. */
const FAULTS = ['rounds', 'dialogue', 'people'].flatMap((room) => {
  const folder = new URL(`../../src/${room}/`, import.meta.url)
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/'(desk-[a-z-]+)'/g)].map(([, name]) => name!),
  )
})

test.each(LANGUAGES)('every fault of the desk, and every wish that was granted, has a sentence in %s', (language) => {
  const keys = new Set(keysOf(language))
  expect(FAULTS.length).toBeGreaterThanOrEqual(26)
  expect([...FAULTS, ...[...ACTIONS.values()].map((action) => action.done)].filter((key) => !keys.has(key))).toEqual([])
})

test.each(LANGUAGES)('the words of the pages are the same in number and name in %s', (language) => {
  const ours = (one: typeof language) => keysOf(one).filter((key) => /^(web|coach)-/.test(key))
  expect(ours(language)).toEqual(ours('nl'))
})
