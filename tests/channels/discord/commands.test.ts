import { describe, expect, test } from 'vitest'
import { commandNamed, commandsDiffer, slashCommands, typedCommand } from '../../../src/channels/discord/commands.ts'
import { checkCommands } from '../../support/fake-discord-checks.ts'

describe('the slash commands', () => {
  test('are within the rules of Discord', () => {
    const commands = slashCommands()
    checkCommands(commands)
    expect(commands.map((command) => command.name)).toEqual(['meedoen', 'stop', 'hulp', 'privacy', 'koppel'])
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

  test('work in servers and in private, /koppel only in servers and for who manages them', () => {
    const koppel = slashCommands().find((command) => command.name === 'koppel')
    expect(slashCommands()[0]).toMatchObject({ contexts: [0, 1], integration_types: [0] })
    expect(koppel).toMatchObject({ contexts: [0], integration_types: [0], default_member_permissions: '32' })
    expect(koppel?.options).toMatchObject([{ type: 3, name: 'code', required: true }])
  })

  test.each([
    ['meedoen', 'start'],
    ['hulp', 'help'],
    ['koppel', 'koppel'],
    ['join', null],
  ])('/%s means %s', (name, command) => {
    expect(commandNamed(name)).toBe(command)
  })

  test.each([
    ['/meedoen', 'start'],
    ['/JOIN', 'start'],
    ['/مساعدة', 'help'],
    ['/koppel', null],
    ['stop', null],
    ['/', null],
  ])('%s written by hand means %s', (text, command) => {
    expect(typedCommand(text)).toBe(command)
  })
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
        ...(i === 1 ? change : {}),
      }))

  test('is not needed when nothing changed', () => {
    expect(commandsDiffer(registered(), slashCommands())).toBe(false)
    expect(commandsDiffer(registered({ default_member_permissions: null, options: undefined }), slashCommands())).toBe(
      false,
    )
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
