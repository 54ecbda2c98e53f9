import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { withFolder } from './folder.ts'

const METHODS = readdirSync('config/instrumentarium').length

test('one line a fault with a place an editor can open, and a count', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', 'id: plein\nnaam: Het Plein\nlanguage: du\n')
    const { text, faults } = check(folder.path, { json: false })
    expect(text.replaceAll(folder.path, 'map').split('\n')).toEqual([
      'map/organisations/plein.yaml:1:1  “name” ontbreekt hier. Vul het aan.',
      'map/organisations/plein.yaml:2:1  “naam” ken ik niet op deze plaats. Kijk na of het juist gespeld is en goed inspringt, of haal het weg.',
      'map/organisations/plein.yaml:3:11  “language” moet een van deze zijn: nl, en, fr, ar.',
      '3 fouten in 1 bestand.',
    ])
    const json = JSON.parse(check(folder.path, { json: true, language: 'en' }).text)
    expect(json).toMatchObject({ ok: false, organisations: 0, methods: METHODS })
    expect(json.faults).toHaveLength(faults.length)
    expect(json.faults[0]).toEqual({
      file: `${folder.path}/organisations/plein.yaml`,
      line: 1,
      column: 1,
      sentence: '“name” is missing here. Add it.',
    })
  })
})

test('the sample folder is in order', () => {
  const good = `Alles in orde: 3 organisaties, ${METHODS} methodes.`
  expect(check('config', { json: false })).toEqual({ text: good, faults: [] })
  expect(JSON.parse(check('config', { json: true }).text)).toEqual({
    ok: true,
    organisations: 3,
    methods: METHODS,
    faults: [],
    tips: [],
  })
})

test('a question that reads badly gives a tip with its place, and nothing is refused for it', () => {
  withFolder((folder) => {
    const sample = readFileSync('config/instrumentarium/stem.yaml', 'utf8')
    const bad = sample.replace('Luisterde er iemand echt?', 'Voelde je je niet veilig en welkom?')
    folder.write('instrumentarium/stem.yaml', bad)
    const { text, faults } = check(folder.path, { json: false })
    expect(faults).toEqual([])
    const lines = text.replaceAll(folder.path, 'map').split('\n')
    expect(lines.slice(0, -1)).toEqual([
      expect.stringMatching(/^map\/instrumentarium\/stem\.yaml:\d+:13 {2}Tip: hier staan twee vragen in één/),
      expect.stringMatching(/^map\/instrumentarium\/stem\.yaml:\d+:13 {2}Tip: “niet” maakt deze vraag moeilijk/),
    ])
    expect(lines.at(-1)).toBe(
      `Alles in orde: 0 organisaties, ${METHODS} methodes. En 2 tips. Een tip houdt niets tegen.`,
    )
    expect(JSON.parse(check(folder.path, { json: true }).text)).toMatchObject({ ok: true, faults: [], tips: [{}, {}] })
  })
})
