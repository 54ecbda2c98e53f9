import { describe, expect, test } from 'vitest'
import { commandNamed, commandsDiffer, slashCommands, typedCommand } from '../../../src/channels/discord/commands.ts'
import { checkCommands } from '../../support/fake-discord-checks.ts'

describe('the slash commands', () => {
  test('are within the rules of Discord', () => {
    const commands = slashCommands()
    checkCommands(commands)
    expect(commands.map((command) => command.name)).toEqual([
      ...['meedoen', 'stop', 'hulp', 'privacy', 'taal', 'pauze', 'instellingen'],
      ...['mijndata', 'wis', 'voorstel', 'koppel'],
      ...[
        'menu',
        'sessie',
        'peilingen',
        'akkoord',
        'digest',
        'tijdlijn',
        'terugkoppeling',
        'rollen',
        'methode',
        'peilgesprek',
        'werkblad',
      ],
    ])
  })

  test('speak English and French too', () => {
    const [start] = slashCommands()
    expect(start?.name_localizations).toEqual({ 'en-US': 'join', 'en-GB': 'join', fr: 'participer' })
    expect(Object.keys(start?.description_localizations ?? {})).toEqual(['en-US', 'en-GB', 'fr'])
  })

  test('have no two with one name, in any language', () => {
    for (const locale of [null, 'en-US', 'fr'] as const) {
      const names = slashCommands().map((command) => (locale && command.name_localizations?.[locale]) ?? command.name)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  const [everybodys, staffs] = [slashCommands().slice(0, 11), slashCommands().slice(11)]

  test('work in servers and in private; in a server only who manages it is offered /koppel', () => {
    for (const command of everybodys) {
      expect(command).toMatchObject({ contexts: [0, 1], integration_types: [0] })
      expect(command.default_member_permissions).toBe(command.name === 'koppel' ? '32' : undefined)
    }
  })

  test('for the staff are offered in servers only, to who may manage events there', () => {
    expect(staffs).toHaveLength(11)
    for (const command of staffs) {
      expect(command).toMatchObject({ contexts: [0], integration_types: [0] })
      expect(command.default_member_permissions).toBe(String(2 ** 33))
    }
    expect(staffs[1]?.name_localizations).toEqual({ 'en-US': 'session', 'en-GB': 'session', fr: 'séance' })
  })

  test('/koppel needs its code, /voorstel may have its text', () => {
    const withOptions = slashCommands().flatMap(({ name, options }) => (options ? [{ name, options }] : []))
    expect(withOptions).toMatchObject([
      { name: 'voorstel', options: [{ type: 3, name: 'tekst', max_length: 300, name_localizations: { fr: 'texte' } }] },
      { name: 'koppel', options: [{ type: 3, name: 'code', required: true }] },
    ])
    expect(withOptions[0]?.options[0]).not.toHaveProperty('required')
  })

  test.each([
    ['meedoen', 'start'],
    ['hulp', 'help'],
    ['koppel', 'koppel'],
    ['taal', 'language'],
    ['pauze', 'pause'],
    ['instellingen', 'settings'],
    ['mijndata', 'my-data'],
    ['wis', 'erase'],
    ['voorstel', 'propose'],
    ['menu', 'menu'],
    ['akkoord', 'agreement'],
    ['terugkoppeling', 'feedback'],
    ['join', null],
  ])('/%s means %s', (name, command) => {
    expect(commandNamed(name)).toBe(command)
  })

  test.each([
    ['/meedoen', 'start', ''],
    ['/JOIN', 'start', ''],
    ['/مساعدة', 'help', ''],
    ['/محو', 'erase', ''],
    ['/effacer', 'erase', ''],
    ['/mijndata', 'my-data', ''],
    ['/koppel', 'koppel', ''],
    ['/menu', 'menu', ''],
    ['/Sessie', 'session', ''],
    ['/séance', 'session', ''],
    ['/seance', 'session', ''],
    ['/ROLES', 'roles', ''],
    ['/أدوار', 'roles', ''],
    ['/surveys', 'surveys', ''],
    ['/koppel  K7-DEF ', 'koppel', 'K7-DEF'],
    ['/voorstel vaker buiten\nen koken', 'propose', 'vaker buiten\nen koken'],
    [`/voorstel ${'x'.repeat(3000)}`, 'propose', 'x'.repeat(1000)],
  ])('%j written by hand means %s', (text, command, argument) => {
    expect(typedCommand(text)).toEqual({ command, argument })
  })

  test.each(['stop', '/', '/dans', '/stop nu', '/wis alles', '/menu was lekker', 'zeg /stop'])(
    '%j written by hand means nothing',
    (text) => {
      expect(typedCommand(text)).toBeNull()
    },
  )
})

describe('registering again', () => {
  /** As Discord gives them back: in another order, with fields of its own. */
  const registered = (change: Record<string, unknown> = {}) =>
    slashCommands()
      .toReversed()
      .map((command, i) => ({
        id: String(i),
        version: '1',
        nsfw: false,
        dm_permission: true,
        ...command,
        ...(command.name === 'privacy' ? change : {}),
      }))

  test('is not needed when nothing changed', () => {
    expect(commandsDiffer(registered(), slashCommands())).toBe(false)
    expect(
      commandsDiffer(
        registered({ default_member_permissions: null, options: undefined, required: false }),
        slashCommands(),
      ),
    ).toBe(false)
  })

  test.each([
    ['a description', { description: 'anders' }],
    ['a translation', { name_localizations: { fr: 'autre' } }],
    ['where it works', { contexts: [0] }],
    ['who may use it', { default_member_permissions: '0' }],
  ])('is needed when %s changed', (_, change) => {
    expect(commandsDiffer(registered(change), slashCommands())).toBe(true)
  })

  test('is needed when one is missing', () => {
    expect(commandsDiffer(registered().slice(1), slashCommands())).toBe(true)
  })
})
