import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { CreateApp } from '../../src/cli/app-port.ts'
import { run } from '../../src/cli/run.ts'
import { LANGUAGES } from '../../src/survey/question-set.ts'
import { fakeTerminal } from '../support/terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'pols-wrong-use-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An application that may not be built: what is tested here stops before. */
const untouched: CreateApp = async () => {
  throw new Error('the application was built')
}

const COMMANDS = [
  'start',
  'check',
  'play',
  'schema',
  'session list',
  'session add',
  'session move',
  'session cancel',
  'session end',
  'propose',
  'agreements',
  'export',
  'qr',
  'link-code',
  'invite',
  'pack out',
  'pack in',
  'digest',
  'migrate',
  'rotate-key',
  'status',
]

async function type(line: string, environment: Record<string, string> = {}) {
  const terminal = fakeTerminal(environment)
  const code = await run(line === '' ? [] : line.split(' '), terminal, untouched)
  return { code, said: terminal.said(), complained: terminal.complained() }
}

describe('wrong use', () => {
  test.each([
    ['', 'Geef een opdracht: bekijk wat kan met pols --help.'],
    ['session', 'Geef een opdracht: bekijk wat kan met pols session --help.'],
    ['sesion list xy', 'De opdracht sesion bestaat niet: bedoel je session?'],
    ['session ad xy', 'De opdracht ad bestaat niet: bedoel je add?'],
    ['launch', 'De opdracht launch bestaat niet: bekijk wat kan met pols --help.'],
    ['status --verbose', 'De optie --verbose bestaat niet: bekijk wat kan met pols status --help.'],
    ['status --jsn', 'De optie --jsn bestaat niet: bedoel je --json?'],
    ['session add xy', 'Hier ontbreekt <series>: bekijk hoe het moet met pols session add --help.'],
    ['propose xy gesprek', 'De optie --by <name> is nodig: bekijk hoe het moet met pols propose --help.'],
    [
      'session add xy meetingpoint 2026-12-09T14:00 --theme',
      'Achter --theme <theme> ontbreekt iets: bekijk wat kan met pols session add --help.',
    ],
    ['start now', 'Er staat te veel achter pols start: bekijk hoe het moet met pols start --help.'],
    ['qr xy --channel sms', 'De waarde bij --channel <channel> kan niet: bekijk wat kan met pols qr --help.'],
    ['status --language de', 'De waarde bij --language <language> kan niet: bekijk wat kan met pols status --help.'],
    [
      'qr xy --out poster.gif',
      'Het bestand poster.gif kan niet: kies een naam die eindigt op .svg of .png, of terminal.',
    ],
    [
      '--language en play nothing',
      'The question set nothing does not exist or is faulty: choose one of belangrijkste-verandering, erbij-horen, gevoelsbuttons-einde, gevoelsbuttons-start, gevraagd-worden, levensladder, ons-vragen, pluim-prikkel, stem, terugblik, uitgangsvraag, vrijwilligersdag, wat-betekent-het, or see what is wrong with pols check.',
    ],
  ])('pols %s', async (line, sentence) => {
    expect(await type(line)).toEqual({ code: 2, said: '', complained: `${sentence}\n` })
  })

  test('is told as JSON too, for who asked for that', async () => {
    const { code, said, complained } = await type('start now --json --language fr')
    expect(code).toBe(2)
    expect(JSON.parse(said)).toEqual({ ok: false, fault: 'cli-wrong-too-many', sentence: complained.trim() })
    expect(complained).toBe('Il y a trop après pols start : regarde comment faire avec pols start --help.\n')
  })
})

describe('--help', () => {
  test.each(COMMANDS)('pols %s has it, and touches nothing', async (command) => {
    const { code, said, complained } = await type(`${command} --help`, { PORT: 'this setting is wrong' })
    expect({ code, complained }).toEqual({ code: 0, complained: '' })
    expect(said).toMatch(new RegExp(`^Gebruik: pols ${command}\\b`))
    expect(said).toContain('--json')
    expect(said).not.toMatch(/Usage|Options:|Arguments:|Commands:|default:|choices:|display/)
  })

  test('lists every command', async () => {
    const { said } = await type('--help')
    for (const command of COMMANDS) expect(said).toMatch(new RegExp(`^  ${command.split(' ')[0]}\\b`, 'm'))
  })

  test.each(LANGUAGES)('can be read in %s', async (language) => {
    const { code, said } = await type(`--language=${language} session --help`)
    expect(code).toBe(0)
    expect(said).toContain(
      { nl: 'Gebruik:', 'nl-plain': 'Gebruik:', en: 'Usage:', fr: 'Utilisation :', ar: 'الاستعمال:' }[language],
    )
  })
})

test('--version tells of Pols and of Node', async () => {
  expect(await type('--version')).toEqual({ code: 0, said: `pols 0.1.0 (node ${process.version})\n`, complained: '' })
})

describe('settings that are not right', () => {
  test.each(COMMANDS.filter((command) => !['schema', 'check'].includes(command)))(
    'stop pols %s before anything is touched',
    async (command) => {
      const words: Record<string, string> = {
        play: 'play uitgangsvraag',
        'session list': 'session list xy',
        'session add': 'session add xy meetingpoint 2026-12-09T14:00',
        'session move': 'session move xy s 2026-12-09T14:00',
        'session cancel': 'session cancel xy s',
        'session end': 'session end xy s',
        propose: 'propose xy gesprek --by Ann',
        agreements: 'agreements xy',
        export: 'export xy',
        qr: 'qr xy',
        'link-code': 'link-code xy',
        invite: 'invite xy lead Samira',
        digest: 'digest r',
        'pack out': 'pack out x.pols.json',
        'pack in': 'pack in x.pols.json',
      }
      const data = join(folder, 'data')
      const { code, said, complained } = await type(words[command] ?? command, {
        DATA_DIR: data,
        PORT: 'x',
        LOG_LEVEL: 'y',
      })
      expect({ code, said }).toEqual({ code: 1, said: '' })
      expect(complained.trim().split('\n')).toEqual([
        'The settings are not right:',
        expect.stringMatching(/^- PORT: /),
        expect.stringMatching(/^- LOG_LEVEL: /),
      ])
      expect(existsSync(data)).toBe(false)
    },
  )
})

test('a bug is told as one, without what the error carries', async () => {
  const terminal = fakeTerminal({ DATA_DIR: join(folder, 'none') })
  const code = await run(['status'], terminal, async () => {
    throw Object.assign(new Error('secret-text'), { requestBody: 'secret-text' })
  })
  expect(code).toBe(1)
  expect(terminal.complained()).toMatch(/^Dit is een fout in Pols zelf\./)
  expect(terminal.complained()).not.toContain('secret-text')
})
