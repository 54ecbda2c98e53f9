import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { helplines } from '../../src/config/helplines.ts'
import { createConfigSource, loadConfig } from '../../src/config/load.ts'
import { openQuestionsAllowed } from '../../src/rounds/open-questions.ts'
import { withFolder } from './folder.ts'

const SAMPLE = readFileSync('config/helplines.yaml', 'utf8')
const VERIFIED = Temporal.PlainDate.from('2026-11-21')
/** Where a text first stands in the sample, as `line:column`, so many characters on. */
const placeOf = (text: string, on = 0) => {
  const before = SAMPLE.slice(0, SAMPLE.indexOf(text) + on).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}
const on = (days: number) => VERIFIED.add({ days })
const told = (faults: ReturnType<typeof loadConfig>['faults']) =>
  faults.map(({ file, line, column, sentence }) => `${file}:${line}:${column} ${sentence}`)

test('the sample lines: chat first, danger last, every text in every language', () => {
  const { config, faults } = loadConfig('config', 'nl', undefined, on(4))
  expect(faults).toEqual([])
  const { lines } = config.helplines!
  expect(lines.filter((line) => line.country === 'BE').map((line) => line.name)).toEqual([
    'Awel',
    'Zelfmoordlijn 1813',
    '1712',
    'Nupraatikerover',
    'JAC',
    'CLBch@t',
    'Tele-Onthaal',
    'Lumi',
    'Autismechat',
    '103',
    'Centre de Prévention du Suicide',
    'Télé-Accueil',
    'Unia',
    '112',
    'Politie 101',
  ])
  expect(lines.filter((line) => line.country === 'NL').map((line) => line.name)).toEqual([
    'Kindertelefoon',
    '113',
    '112',
  ])
  for (const line of lines) {
    const order = line.ways.map((one) => ['chat', 'app', 'mail', 'phone', 'sms'].indexOf(one.way))
    expect({ [line.name]: order }).toEqual({ [line.name]: order.toSorted((a, b) => a - b) })
  }
  expect(SAMPLE.split('\n').slice(3, 8).join(' ')).toMatch(/Niemand belde of chatte die dag met de lijnen zelf/)
})

test('a check holds for half a year; then the fault stands on the line of its date, and the lines stay', () => {
  expect(loadConfig('config', 'nl', undefined, on(183)).faults).toEqual([])
  const { config, faults } = loadConfig('config', 'nl', undefined, on(184))
  expect(faults).toHaveLength(18)
  expect(told(faults)[0]).toBe(
    `helplines.yaml:${placeOf('verified_at: "', 13)} “Awel” is het laatst nagekeken op 2026-11-21: meer dan een half jaar geleden. Kijk naam, nummer, uren en adres na en zet de datum van vandaag. Tot dan stelt Pols geen open vragen.`,
  )
  expect(config.helplines!.lines).toHaveLength(18)
  const organisation = config.organisations.get('xy')!
  const allowed = (days: number) => openQuestionsAllowed({ organisation, helplines: config.helplines, today: on(days) })
  expect([allowed(183), allowed(184)]).toEqual([true, 'help-lines-old'])
})

test('a date that is still to come is told', () => {
  withFolder((folder) => {
    folder.write('helplines.yaml', SAMPLE.replace('2026-11-21"\n', '2062-11-21"\n'))
    const { config, faults } = loadConfig(folder.path, 'en', undefined, on(4))
    expect(told(faults)).toEqual([
      `helplines.yaml:${placeOf('verified_at: "', 13)} At “Awel” the date 2062-11-21 is still to come. Write the day on which somebody really checked the line. Until then Pols asks no open questions.`,
    ])
    const organisation = { moderator: 'Noor', country: 'BE' } as const
    expect(openQuestionsAllowed({ organisation, helplines: config.helplines, today: on(4) })).toBe('help-lines-old')
  })
})

test('a missing file is told, and nothing else breaks', () => {
  withFolder((folder) => {
    folder.remove('helplines.yaml')
    const { config, faults } = loadConfig(folder.path)
    expect(told(faults)).toEqual([
      'helplines.yaml:1:1 Het bestand helplines.yaml ontbreekt. Zet het terug. Tot dan stelt Pols geen open vragen en is de hulpkaart kort.',
    ])
    expect(config.helplines).toBeNull()
    expect(config.methods.size).toBeGreaterThan(0)
  })
})

const FAULTY = `lines:
  - name: Awel
    country: BE
    languages: [nl, tr]
    for: { nl: voor jongeren, en: for young people, fr: pour les jeunes }
    ways:
      - { way: chat, url: "http://awel.be" }
      - { way: phone, number: "bel 102" }
      - { way: fax, number: "102" }
    verified_at: 2026-13-01
    nummer: 102
`

test('every fault stands on its own line and column', () => {
  withFolder((folder) => {
    folder.write('helplines.yaml', FAULTY)
    const { config, faults } = loadConfig(folder.path)
    expect(told(faults)).toEqual([
      'helplines.yaml:4:21 “lines.1.languages.2” moet een van deze zijn: nl, en, fr, ar.',
      'helplines.yaml:7:27 “lines.1.ways.1.url” klopt niet. Kijk naar een voorbeeld in een ander bestand.',
      'helplines.yaml:8:31 “lines.1.ways.2.number” mag alleen cijfers en spaties hebben, hoogstens 16 tekens.',
      'helplines.yaml:9:16 “lines.1.ways.3.way” moet een van deze zijn: chat, app, mail, phone, sms.',
      "helplines.yaml:10:18 “lines.1.verified_at” moet een datum zijn die bestaat, zoals '2026-12-09'.",
      'helplines.yaml:11:5 “nummer” ken ik niet op deze plaats. Kijk na of het juist gespeld is en goed inspringt, of haal het weg.',
    ])
    expect(config.helplines).toBeNull()
  })
})

test('a country without a number for danger has no sound lines; a text that is not translated is only told', () => {
  withFolder((folder) => {
    folder.write('helplines.yaml', SAMPLE.replaceAll(/(country: NL\n.*\n) *emergency: true\n/g, '$1'))
    const { config, faults } = loadConfig(folder.path)
    expect(told(faults)).toEqual([
      'helplines.yaml:9:3 Voor NL is er geen nummer bij gevaar. Zet bij een lijn “emergency: true”, bijvoorbeeld bij 112.',
    ])
    expect(config.helplines).toBeNull()
    folder.write('helplines.yaml', SAMPLE.replace(/,\s*ar: للأطفال والشباب/, ''))
    const less = loadConfig(folder.path)
    expect(told(less.faults)).toEqual([
      `helplines.yaml:${placeOf('for:', 11)} Hier ontbreekt het Arabisch. Jongeren lezen dan het Nederlands. Vul “ar” aan.`,
    ])
    expect(less.config.helplines!.lines).toHaveLength(18)
  })
})

test('a change is seen at the next look; a faulty one leaves the lines that were there', () => {
  withFolder((folder) => {
    const source = createConfigSource(folder.path)
    expect(source.reload()).toBe(false)
    folder.write('helplines.yaml', FAULTY)
    expect(source.reload()).toBe(true)
    expect(source.faults().length).toBeGreaterThan(0)
    expect(source.current().helplines).toEqual(helplines.parse(loadConfig('config').config.helplines))
    folder.write('helplines.yaml', SAMPLE.replace('name: Awel', 'name: Awel 102'))
    expect(source.reload()).toBe(true)
    expect(source.faults()).toEqual([])
    expect(source.current().helplines!.lines[0]!.name).toBe('Awel 102')
    folder.remove('helplines.yaml')
    expect(source.reload()).toBe(true)
    expect(source.faults().map(({ file }) => file)).toEqual(['helplines.yaml'])
  })
})

test('lines grow old while nobody touches a file', () => {
  withFolder((folder) => {
    let today = on(183)
    const source = createConfigSource(folder.path, 'nl', () => today)
    expect(source.faults()).toEqual([])
    today = on(184)
    expect(source.reload()).toBe(true)
    expect(source.faults()).toHaveLength(18)
    expect(source.reload()).toBe(false)
  })
})

const ORGANISATION = `id: plein
name: Het Plein
series:
  vrijdag: { title: Vrijdag, cron: 0 16 * * 5, duration: PT2H }
surveys:
  einde:
    aspect: Wat namen jongeren mee?
    set: uitgangsvraag
    limit: { questions: 4, reason: De open vraag geeft plaats voor wat wij niet vroegen. }
    series: vrijdag
    moment: end
    of: present
`

test('an open question that nobody reads is told, and the organisation goes on', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', ORGANISATION)
    const { config, faults } = loadConfig(folder.path)
    expect(told(faults)).toEqual([
      'organisations/plein.yaml:8:10 De methode “uitgangsvraag” heeft een open vraag (“more”), maar niemand leest mee. Zet bij “moderator” wie de open antwoorden leest. Tot dan stelt Pols de andere vragen, zonder de open vraag.',
    ])
    expect(Object.keys(config.organisations.get('plein')!.surveys)).toEqual(['einde'])
    folder.write('organisations/plein.yaml', `${ORGANISATION}moderator: Noor\n`)
    expect(loadConfig(folder.path).faults).toEqual([])
  })
})

test('a country without lines is told in the file of the organisation', () => {
  withFolder((folder) => {
    folder.write('organisations/plein.yaml', `${ORGANISATION}moderator: Noor\ncountry: NL\n`)
    expect(loadConfig(folder.path).faults).toEqual([])
    folder.write('helplines.yaml', SAMPLE.replaceAll('country: NL', 'country: BE'))
    expect(told(loadConfig(folder.path).faults)).toEqual([
      'organisations/plein.yaml:14:10 In helplines.yaml staat geen lijn voor NL. Vul er een aan. Tot dan stelt Pols hier geen open vragen.',
    ])
  })
})
