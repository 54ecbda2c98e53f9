import { readFileSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { play } from '../../src/cli/play.ts'
import { type Language, questionSet } from '../../src/survey/question-set.ts'
import { replay } from '../support/golden-script.ts'

const file = new URL('../../config/instrumentarium/gevoelsbuttons-einde.yaml', import.meta.url)
const set = questionSet.parse(parse(readFileSync(file, 'utf8')).set)

test('a number, the words of a button and own words are heard', async () => {
  const said = await typed(['2', 'gezellig', 'De Mensen Hier', ''])
  expect(said).toContain('Vraag 2 van 2')
  expect(said).toContain('Tik op een van de knoppen')
  expect(said).toContain('Klaar. Bedankt.')
  expect(said.startsWith('Typ het nummer')).toBe(true)
  expect(said.trimEnd().endsWith('Druk op Enter om te eindigen.')).toBe(true)
})

test('the last number stops, and what comes after is not read', async () => {
  const said = await typed(['10', 'goed'])
  expect(said).toContain('je krijgt geen vragen meer')
  expect(said).not.toContain('voorbij')
})

test('answers can be changed after the end', async () => {
  expect(await typed(['1', '1', 'verander mijn antwoorden'])).toContain('😃 heel goed ✔')
})

test('the end of the input ends it', async () => {
  expect(await typed([])).toContain('[1] 😃 heel goed')
})

test('a script is a golden conversation: replayed, it is the same', async () => {
  const script = await typed(['goed', 'hm', 'stop'], { script: true, language: 'fr' })
  expect(script).toContain('they: "goed"\nbot:  ')
  const cast = { set, language: 'fr', activity: 'x', theme: null, organisation: 'x' } as const
  const story = `# x\n\nstory: x\n${script}`
  expect(replay(story, cast).startsWith(story)).toBe(true)
})

test('the questions are about what is given', async () => {
  const about = questionSet.parse({
    languages: ['nl'],
    questions: [{ type: 'yesno', key: 'a', text: { nl: 'Was {activity} bij {organisation} over {theme} fijn?' } }],
  })
  expect(await typed([], { set: about })).toContain(
    'Was de activiteit bij de organisatie over het thema van deze keer fijn?',
  )
  const given = { activity: 'koken', organisation: 'XY', theme: 'soep' }
  expect(await typed([], { set: about, about: given })).toContain('Was koken bij XY over soep fijn?')
})

type Given = { script?: boolean; language?: Language; set?: typeof set; about?: Parameters<typeof play>[0]['about'] }

async function typed(lines: string[], given: Given = {}): Promise<string> {
  let said = ''
  const output = new Writable({
    write(chunk, _encoding, done) {
      said += chunk
      done()
    },
  })
  const { about, ...rest } = given
  const input = Readable.from(lines.map((line) => `${line}\n`))
  await play({ set, language: 'nl', input, output, ...rest, ...(about ? { about } : {}) })
  return said
}
