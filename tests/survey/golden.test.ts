/** Replays the golden conversations. `UPDATE_GOLDEN=1 npx vitest run tests/survey/golden.test.ts` rewrites them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { LANGUAGES, type Language, questionSet } from '../../src/survey/question-set.ts'
import { rehearse } from '../../src/survey/rehearse.ts'
import { wordsFor } from '../../src/words/words.ts'
import { replay } from '../support/golden-script.ts'

const scripts = new URL('../scripts/', import.meta.url)
const methods = new URL('../../config/instrumentarium/', import.meta.url)
const files = readdirSync(scripts).filter((file) => file.endsWith('.txt'))
const rawOf = (name: string) => parse(readFileSync(new URL(`${name}.yaml`, methods), 'utf8'))
/** Activities and links have no questions to ask. */
const names = readdirSync(methods)
  .map((file) => file.slice(0, -'.yaml'.length))
  .filter((name) => rawOf(name).set !== undefined)
const about = { activity: 'Meetingpoint', theme: 'samen wonen', organisation: 'XX' }

const setOf = (name: string) => questionSet.parse(rawOf(name).set)

test.each([...names, 'gevoelsbuttons-start.modes', 'uitgangsvraag.modes', 'wat-betekent-het.modes'])(
  '%s has conversations in every language',
  (name) => {
    expect(files).toEqual(expect.arrayContaining(LANGUAGES.map((language) => `${name}.${language}.txt`)))
  },
)

test.each(files)('%s is said as it is written', (file) => {
  const [name, ...rest] = file.slice(0, -'.txt'.length).split('.')
  const language = LANGUAGES.find((one) => one === rest.at(-1))
  if (!language) throw new Error(`${file} names no language of ours`)
  const written = readFileSync(new URL(file, scripts), 'utf8')
  const played = replay(written, { set: setOf(name!), language, ...about })
  if (process.env.UPDATE_GOLDEN) writeFileSync(new URL(file, scripts), played)
  else expect(played).toBe(written)
  expect(played).toMatch(/^bot: /m)
})

/** Begins with the count and ends with "done", whichever way somebody goes: no surprises. */
test.each(names.flatMap((name) => LANGUAGES.map((language): [string, Language] => [name, language])))(
  '%s in %s begins with how many questions there are, and ends with "done"',
  (name, language) => {
    for (const checkIn of [true, false]) {
      const rehearsal = rehearse(setOf(name), { language, ...about }, { checkIn })
      const first = rehearsal.card().lines[0]!.text.replace(/[\u2068\u2069]/g, '')
      expect(first).toMatch(language === 'ar' ? /^لديك .*(?:سؤال|أسئلة)/ : /^\p{L}+ \p{L}+ .*\d .*\p{L}+\.$/u)
      let last = rehearsal.card()
      for (let i = 0; i < 20 && rehearsal.run().disposition === null; i += 1) {
        last = rehearsal.reply({ type: 'tapped', turn: rehearsal.run().turn, code: '_skip' }).at(-1)!
      }
      expect(rehearsal.run().disposition).toBe('completed')
      expect(last.lines[0]!.text).toBe(wordsFor(language)('end-thanks'))
    }
  },
)

test('"done" is the first word of the end in each language', () => {
  const said = LANGUAGES.map((language) => wordsFor(language)('end-thanks').split('.')[0])
  expect(said).toEqual(['Klaar', 'Klaar', 'Done', "C'est fini", 'انتهت الأسئلة'])
})
