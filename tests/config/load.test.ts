import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createConfigSource, loadConfig } from '../../src/config/load.ts'
import { FULL_LANGUAGES } from '../../src/survey/question-set.ts'
import { withFolder } from './folder.ts'

const ORGANISATION = `id: plein
name: Het Plein
series:
  vrijdag: { title: Vrijdag, cron: 0 16 * * 5, duration: PT2H }
surveys:
  einde:
    aspect: Hoe voelen jongeren zich op het einde?
    set: gevoelsbuttons-einde
    series: vrijdag
    moment: end
    of: present
  later:
    aspect: Wat namen jongeren mee?
    set: gevoelsbuttons-start
    series: vrijdag
    moment: { after: PT45M }
    of: subscribers
`

test('the sample configuration is sound, and each organisation asks something at the end of a session', () => {
  const { config, faults } = loadConfig('config')
  expect(faults).toEqual([])
  expect([...config.organisations.keys()]).toEqual(['xx', 'xy', 'xyz'])
  expect([...config.cards.keys()].sort()).toEqual(
    readdirSync('config/instrumentarium')
      .map((name) => name.replace('.yaml', ''))
      .sort(),
  )
  for (const organisation of config.organisations.values()) {
    expect(organisation.example).toBe(true)
    expect(Object.values(organisation.surveys).some((survey) => survey.moment === 'end')).toBe(true)
    for (const survey of Object.values(organisation.surveys)) {
      expect(config.methods.get(survey.set)?.set.languages).toEqual([...FULL_LANGUAGES])
    }
  }
})

test('what is left out has a sensible value: language, group, quiet hours, window, reminder', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', ORGANISATION)
    const { config, faults } = loadConfig(folder.path)
    expect(faults).toEqual([])
    const plein = config.organisations.get('plein')!
    expect(plein).toMatchObject({
      example: false,
      language: 'nl',
      languages: ['nl'],
      timezone: 'Europe/Brussels',
      smallestGroup: 5,
      quiet: { from: '21:00', until: '09:00' },
    })
    expect(plein.series.vrijdag).toMatchObject({ extra: [], cancelled: [], themes: {} })
    expect(plein.series.vrijdag!.title).toEqual({ nl: 'Vrijdag', en: 'Vrijdag', fr: 'Vrijdag', ar: 'Vrijdag' })
    expect(plein.surveys.einde).toMatchObject({ window: 'PT72H', reminder: null })
    expect(plein.surveys.later).toMatchObject({ window: 'PT72H', reminder: 'PT24H', moment: { after: 'PT45M' } })
  })
})

test('none is no reminder, and a short window has none by itself', () => {
  withFolder((folder) => {
    folder.write(
      'organisations/plein.yaml',
      ORGANISATION.replace('of: subscribers', 'of: subscribers\n    reminder: none'),
    )
    expect(loadConfig(folder.path).config.organisations.get('plein')!.surveys.later!.reminder).toBeNull()
    folder.write(
      'organisations/plein.yaml',
      ORGANISATION.replace('of: subscribers', 'of: subscribers\n    window: PT24H'),
    )
    expect(loadConfig(folder.path).config.organisations.get('plein')!.surveys.later!.reminder).toBeNull()
  })
})

test('a file in a strange form is one clear fault, and takes no other file down', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', ORGANISATION)
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijk'.split('').map((n, i) => `${n}: &${n} [${`*${'abcdefghijk'[i]}, `.repeat(9)}x]`),
    ]
    const strange: [string, string | Uint8Array, string][] = [
      ['empty', '', 'Het bestand is leeg. Vul het in, of verwijder het.'],
      ['comment', '# niets\n', 'Het bestand is leeg. Vul het in, of verwijder het.'],
      [
        'huge',
        `id: huge\n#${'x'.repeat(300 * 1024)}`,
        'Het bestand is groter dan 128 kB. Deel het op, of haal eruit wat er niet in hoort.',
      ],
      [
        'latin1',
        Buffer.from('id: latin1\nname: Jeugdhuis Caf\xe9\n', 'latin1'),
        'Op deze regel staan tekens die geen UTF-8 zijn. Bewaar het bestand opnieuw als UTF-8.',
      ],
      [
        'list',
        '- een\n- twee\n',
        'Het bestand moet bestaan uit regels zoals “id: naam”. Kijk naar een voorbeeld in dezelfde map.',
      ],
      ['bomb', bomb.join('\n'), 'Een verwijzing met * mag hier niet. Schrijf de tekst voluit.'],
      ['deep', `id: ${'['.repeat(100_000)}`, 'Er zitten te veel haakjes in elkaar. Maak de opbouw eenvoudiger.'],
      [
        'twice',
        'id: twice\n---\nid: again\n',
        'Er staat meer dan één document in dit bestand. Haal de regel met --- weg, of maak er twee bestanden van.',
      ],
      [
        'key',
        '? [een]\n: twee\n',
        'Een sleutel moet een gewoon woord zijn. Zet aanhalingstekens rond een tekst met haakjes of accolades.',
      ],
    ]
    for (const [name, text] of strange) folder.write(`organisations/${name}.yaml`, text)
    folder.write('organisations/short.yml', ORGANISATION)
    const { config, faults } = loadConfig(folder.path)
    for (const [name, , sentence] of strange) {
      expect(
        faults.filter((fault) => fault.file === `organisations/${name}.yaml`).map((fault) => fault.sentence),
      ).toEqual([sentence])
    }
    expect(faults.find((fault) => fault.file.includes('latin1'))).toMatchObject({ line: 2, column: 1 })
    expect(faults.find((fault) => fault.file.includes('bomb'))).toMatchObject({ line: 2, column: 8 })
    expect(faults.filter((fault) => fault.file === 'organisations/short.yml')).toHaveLength(1)
    expect([...config.organisations.keys()]).toEqual(['plein'])
  })
})

test('a file with thousands of faults is told in a page, and counted', () => {
  withFolder((folder) => {
    folder.write(
      'organisations/plein.yaml',
      `id: plein\nname: Plein\n${Array.from({ length: 5000 }, (_, n) => `k${n}: 1\n`).join('')}`,
    )
    const { faults } = loadConfig(folder.path)
    expect(faults).toHaveLength(201)
    expect(faults[0]!.sentence).toBe('En er zijn nog 4.800 fouten in dit bestand. Los eerst de andere op.')
  })
})

test('a wrong folder is a fault for each part of it', () => {
  const { config, faults } = loadConfig('config/nowhere')
  expect(faults.map(({ file, line, column }) => [file, line, column])).toEqual([
    ['helplines.yaml', 1, 1],
    ['instrumentarium', 1, 1],
    ['organisations', 1, 1],
  ])
  expect(config.organisations.size + config.methods.size).toBe(0)
})

test('the sentences come in every language, without invisible signs in the names one may copy', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', ORGANISATION.replace('of: present', 'off: present'))
    const sentences = FULL_LANGUAGES.map(
      (language) => loadConfig(folder.path, language).faults.find((fault) => fault.line === 11)!.sentence,
    )
    expect(new Set(sentences).size).toBe(FULL_LANGUAGES.length)
    expect(sentences[1]).toBe('I do not know “off” in this place. Check the spelling and the indent, or remove it.')
    expect(sentences[3]).toContain('\u2068off\u2069')
  })
})

test('a running service keeps the last good version of a file, tells the fault, and takes over the mended file', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', ORGANISATION)
    const source = createConfigSource(folder.path)
    expect(source.reload()).toBe(false)

    folder.write('organisations/plein.yaml', ORGANISATION.replace('name: Het Plein', 'naam: Het Plein'))
    expect(source.reload()).toBe(true)
    expect(source.faults().map((fault) => fault.line)).toEqual([1, 2])
    expect(source.current().organisations.get('plein')?.name).toBe('Het Plein')

    folder.write('organisations/plein.yaml', ORGANISATION.replace('Het Plein', 'Het Nieuwe Plein'))
    expect(source.reload()).toBe(true)
    expect(source.faults()).toEqual([])
    expect(source.current().organisations.get('plein')?.name).toBe('Het Nieuwe Plein')

    folder.remove('organisations/plein.yaml')
    source.reload()
    expect(source.current().organisations.has('plein')).toBe(false)
  })
})

test('a faulty method keeps its last good version; without one, only the surveys that use it wait', () => {
  withFolder((folder) => {
    const file = 'instrumentarium/gevoelsbuttons-start.yaml'
    const good = readFileSync(`${folder.path}/${file}`, 'utf8')
    const surveys = (source: { current(): ReturnType<typeof loadConfig>['config'] }) =>
      Object.keys(source.current().organisations.get('plein')!.surveys)
    folder.write('organisations/plein.yaml', ORGANISATION)
    const source = createConfigSource(folder.path)
    folder.write(file, good.replace('version: 1', 'version: een'))
    source.reload()
    expect(source.faults()).toHaveLength(1)
    expect(surveys(source)).toEqual(['einde', 'later'])

    const fresh = createConfigSource(folder.path)
    expect(surveys(fresh)).toEqual(['einde'])
    expect(fresh.faults().map((fault) => fault.file)).toEqual([file, 'organisations/plein.yaml'])
    folder.write(file, good)
    fresh.reload()
    expect(surveys(fresh)).toEqual(['einde', 'later'])
    expect(fresh.faults()).toEqual([])
  })
})

test('a new version of a method that an organisation may not ask is not asked', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', ORGANISATION)
    const source = createConfigSource(folder.path)
    const file = 'instrumentarium/gevoelsbuttons-start.yaml'
    const extra = ['een', 'twee', 'drie'].map(
      (key) => `    - { type: yesno, key: ${key}, text: { nl: 'Deed je ${key}?', en: 'x?', fr: 'x ?', ar: 'x' } }\n`,
    )
    folder.write(file, readFileSync(`${folder.path}/${file}`, 'utf8') + extra.join(''))
    source.reload()
    expect(source.faults().map((fault) => [fault.file, fault.line])).toEqual([['organisations/plein.yaml', 14]])
    expect(source.current().methods.get('gevoelsbuttons-start')!.set.questions).toHaveLength(4)
    expect(Object.keys(source.current().organisations.get('plein')!.surveys)).toEqual(['einde'])
  })
})

const yamlish = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'id: ',
        'a',
        '\n',
        '  ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ': ',
        '&a ',
        '*a',
        '? ',
        '!!x ',
        '|',
        '\t',
        '"',
        "'",
        '#',
        '__proto__: 1\n',
        'set:\n  questions:\n',
        '---\n',
        '<<: ',
        '😃',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
  fc.json().map((text) => `id: plein\nseries: ${text}\nsurveys: ${text}\n`),
  fc
    .record({ at: fc.nat(ORGANISATION.length), cut: fc.nat(30), put: fc.string({ maxLength: 10 }) })
    .map(({ at, cut, put }) => ORGANISATION.slice(0, at) + put + ORGANISATION.slice(at + cut)),
)

const ONE_LINE = `lines:
  - name: "112"
    country: BE
    languages: [nl]
    emergency: true
    for: { nl: bij gevaar nu, en: in danger now, fr: en cas de danger, ar: عند وجود خطر }
    ways: [{ way: phone, number: "112" }]
    verified_at: "2026-11-21"
`

test('property: whatever is in a file, loading never throws, and a file is sound or has a fault with a place in it', () => {
  withFolder((folder) => {
    for (const name of readdirSync(`${folder.path}/instrumentarium`)) folder.remove(`instrumentarium/${name}`)
    folder.write('helplines.yaml', ONE_LINE)
    fc.assert(
      fc.property(yamlish, fc.boolean(), (text, asMethod) => {
        const file = `${asMethod ? 'instrumentarium' : 'organisations'}/plein.yaml`
        folder.write(file, text)
        const { config, faults } = loadConfig(folder.path)
        const lines = text.split(/\r\n|\n|\r/)
        for (const fault of faults) {
          expect(fault.file).toBe(file)
          expect(fault.line).toBeGreaterThanOrEqual(1)
          expect(fault.line).toBeLessThanOrEqual(lines.length + 1)
          expect(fault.column).toBeGreaterThanOrEqual(1)
        }
        const loaded = asMethod ? config.cards.has('plein') : config.organisations.has('plein')
        expect(loaded).toBe(faults.length === 0)
        folder.remove(file)
      }),
      { numRuns: 400 },
    )
  })
})
