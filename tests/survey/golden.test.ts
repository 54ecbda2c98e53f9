/** Replays the golden conversations. `UPDATE_GOLDEN=1 npx vitest run tests/survey/golden.test.ts` rewrites them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { LANGUAGES, questionSet } from '../../src/survey/question-set.ts'
import { replay } from '../support/golden-script.ts'

const scripts = new URL('../scripts/', import.meta.url)
const methods = new URL('../../config/instrumentarium/', import.meta.url)
const files = readdirSync(scripts).filter((file) => file.endsWith('.txt'))

test.each(['wat-betekent-het', 'uitgangsvraag', 'gevoelsbuttons-start', 'gevoelsbuttons-einde'])(
  '%s has conversations in Dutch, English and French',
  (name) => {
    expect(files).toEqual(expect.arrayContaining([`${name}.nl.txt`, `${name}.en.txt`, `${name}.fr.txt`]))
  },
)

test.each(files)('%s is said as it is written', (file) => {
  const [name, ...rest] = file.slice(0, -'.txt'.length).split('.')
  const language = LANGUAGES.find((one) => one === rest.at(-1))
  if (!language) throw new Error(`${file} names no language of ours`)
  const set = questionSet.parse(parse(readFileSync(new URL(`${name}.yaml`, methods), 'utf8')).set)
  const written = readFileSync(new URL(file, scripts), 'utf8')
  const played = replay(written, { set, language, ...about })
  if (process.env.UPDATE_GOLDEN) writeFileSync(new URL(file, scripts), played)
  else expect(played).toBe(written)
  expect(played).toMatch(/^bot: /m)
})

const about = { activity: 'Meetingpoint', theme: 'samen wonen', organisation: 'XX' }
