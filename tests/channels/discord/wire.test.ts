import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acknowledgement, readInteraction } from '../../../src/channels/discord/interactions.ts'
import { toInbound } from '../../../src/channels/discord/wire.ts'
import * as sent from './payloads.ts'

const person = { channel: 'discord', id: '1100000000000000001' }
const inDm = { ...person, route: '1300000000000000001' }
const place = { channel: 'discord', id: '1300000000000000002', route: '1300000000000000002' }
const handle = '@jongere'
const dm = { channel: 'discord', id: '1500000000000000001', from: inDm, language: 'fr', handle }
const server = { channel: 'discord', id: '1500000000000000001', from: person, language: 'nl', handle }
const guild = '1600000000000000001'
const message = '1300000000000000001/1400000000000000001'
const inPublic = { message: '1300000000000000002/1400000000000000001', place }

describe('an interaction becomes', () => {
  test.each([
    ['a button on a card', sent.pressedInDm, { ...dm, type: 'tapped', data: 'r1.2.go', message }],
    ['an option of a select', sent.picked, { ...dm, type: 'tapped', data: 'r1.2.7', message }],
    ['a button on a public message', sent.pressedJoin, { ...server, type: 'tapped', data: 'join.abc', ...inPublic }],
    [
      'a button on what only one sees',
      sent.pressedEphemeral,
      { ...server, type: 'tapped', data: 'r1.2.go', message: 'eph:1400000000000000001' },
    ],
    ['a text field', sent.submitted, { ...dm, type: 'typed', text: 'een zin', data: 'r1.2._write' }],
    ['a text field in a row', sent.submittedInRow, { ...dm, type: 'typed', text: 'een zin', data: 'r1.2._write' }],
    [
      '/meedoen',
      sent.slash('meedoen'),
      { ...server, type: 'command', command: 'start', argument: '', community: guild },
    ],
    ['/hulp in private', sent.slashInDm('hulp'), { ...dm, type: 'command', command: 'help', argument: '' }],
    ['/stop', sent.slash('stop'), { ...server, type: 'command', command: 'stop', argument: '', community: guild }],
    ['/privacy', sent.slashInDm('privacy'), { ...dm, type: 'command', command: 'privacy', argument: '' }],
    ['a button that opens a text field', sent.pressedWrite, null],
    ['a command that we do not have', sent.slash('dans'), null],
    [
      '/koppel in private',
      sent.slashInDm('koppel', [{ name: 'code', type: 3, value: ' K7-DEF ' }]),
      { ...dm, type: 'command', command: 'koppel', argument: 'K7-DEF' },
    ],
    [
      '/voorstel with a text',
      sent.slash('voorstel', [{ name: 'tekst', type: 3, value: `${'x'.repeat(300)} ` }]),
      { ...server, type: 'command', command: 'propose', argument: 'x'.repeat(300), community: guild },
    ],
    ['/voorstel without', sent.slashInDm('voorstel'), { ...dm, type: 'command', command: 'propose', argument: '' }],
    ...(
      [
        ['taal', 'language'],
        ['pauze', 'pause'],
        ['instellingen', 'settings'],
        ['mijndata', 'my-data'],
        ['wis', 'erase'],
      ] as const
    ).map(([name, command]): [string, object, object] => [
      `/${name}`,
      sent.slash(name),
      { ...server, type: 'command', command, argument: '', community: guild },
    ]),
  ])('%s', (_, d, inbound) => {
    expect(toInbound({ t: 'INTERACTION_CREATE', d })).toEqual(inbound)
  })

  test.each([
    ['by a plain member', '2248473465835073', false],
    ['by who may manage the server', '32', true],
    ['by an administrator', '8', true],
    ['with permissions beyond 2^53', String(2n ** 60n + 32n), true],
    ['with permissions that are none', 'veel', false],
  ])('/koppel %s', (_, permissions, manager) => {
    expect(toInbound({ t: 'INTERACTION_CREATE', d: sent.koppel(permissions) })).toEqual({
      ...server,
      type: 'place-command',
      command: 'koppel',
      argument: 'K7-DEF',
      place,
      community: guild,
      label: '#begeleiding',
      manager,
    })
  })

  test.each([
    ['menu', 'menu'],
    ['sessie', 'session'],
    ['peilingen', 'surveys'],
    ['akkoord', 'agreement'],
    ['digest', 'digest'],
    ['tijdlijn', 'timeline'],
    ['terugkoppeling', 'feedback'],
    ['rollen', 'roles'],
    ['methode', 'methods'],
    ['peilgesprek', 'talk'],
    ['werkblad', 'worksheet'],
  ])('/%s in a channel comes in with that channel', (name, command) => {
    expect(toInbound({ t: 'INTERACTION_CREATE', d: sent.slash(name) })).toEqual({
      ...server,
      type: 'place-command',
      command,
      argument: '',
      place,
      community: guild,
      label: '#begeleiding',
      manager: false,
    })
    expect(toInbound({ t: 'INTERACTION_CREATE', d: sent.slashInDm(name) })).toEqual({
      ...dm,
      type: 'command',
      command,
      argument: '',
    })
  })

  test('/koppel in a thread is about that thread', () => {
    const inbound = toInbound({ t: 'INTERACTION_CREATE', d: sent.koppel('32', { type: 11, name: 'overzicht' }) })
    expect(inbound).toMatchObject({ place, label: '#overzicht' })
  })
})

describe('a message', () => {
  const inbound = (d: unknown) => toInbound({ t: 'MESSAGE_CREATE', d })
  const from = { channel: 'discord', id: sent.written.id, from: inDm, handle }

  test.each([
    ['in private comes in as typed', {}, { ...from, type: 'typed', text: 'hallo daar' }],
    ['of 4,000 characters', { content: 'a'.repeat(4000) }, { ...from, type: 'typed', text: 'a'.repeat(4000) }],
    ['that answers another', { type: 19 }, { ...from, type: 'typed', text: 'hallo daar' }],
    ['with only a picture', { content: '' }, { ...from, type: 'typed', text: '' }],
    ['/stop written by hand', { content: '/stop' }, { ...from, type: 'command', command: 'stop', argument: '' }],
    ['/aide written by hand', { content: ' /Aide ' }, { ...from, type: 'command', command: 'help', argument: '' }],
    ['/start as elsewhere', { content: '/start' }, { ...from, type: 'command', command: 'start', argument: '' }],
    [
      '/koppel with its code',
      { content: '/koppel K7-DEF' },
      { ...from, type: 'command', command: 'koppel', argument: 'K7-DEF' },
    ],
    [
      'of somebody whose name is none',
      { author: { ...sent.written.author, username: 'geen naam @everyone' } },
      { channel: 'discord', id: sent.written.id, from: inDm, type: 'typed', text: 'hallo daar' },
    ],
    ['/menu written by hand', { content: '/menu' }, { ...from, type: 'command', command: 'menu', argument: '' }],
    [
      '/roles in French without its hat',
      { content: '/roles' },
      { ...from, type: 'command', command: 'roles', argument: '' },
    ],
    ['/stop with more words', { content: '/stop nu' }, { ...from, type: 'typed', text: '/stop nu' }],
    ['in a server', { guild_id: guild }, null],
    ['in a group', { channel_type: 3 }, null],
    ['of a bot', { author: { ...sent.written.author, bot: true } }, null],
    ['of a webhook', { webhook_id: '1' }, null],
    ['of the system', { type: 7 }, null],
  ])('%s', (_, change, expected) => {
    expect(inbound({ ...sent.written, ...change })).toEqual(expected)
  })
})

describe('a place is lost', () => {
  test.each([
    ['with its channel', 'CHANNEL_DELETE', { id: '13', guild_id: guild, type: 0 }, '13', 'lost-13'],
    ['with its thread', 'THREAD_DELETE', { id: '14', guild_id: guild, parent_id: '13', type: 11 }, '14', 'lost-14'],
    ['with its server', 'GUILD_DELETE', { id: guild }, guild, `lost-${guild}-42`],
  ])('%s', (_, t, d, lost, id) => {
    const address = { channel: 'discord', id: lost, route: lost }
    expect(toInbound({ t, d, s: 42 })).toEqual({ channel: 'discord', id, type: 'place-lost', place: address })
  })

  test('not when the server is only down, and not with a direct message', () => {
    expect(toInbound({ t: 'GUILD_DELETE', d: { id: guild, unavailable: true }, s: 1 })).toBeNull()
    expect(toInbound({ t: 'CHANNEL_DELETE', d: { id: '13', type: 1 } })).toBeNull()
  })
})

describe('the answer that leaves at once', () => {
  const typeOf = (payload: unknown) => acknowledgement(readInteraction(payload)!)

  test.each([
    ['a tap on a card is only confirmed', sent.pressedInDm, { type: 6 }],
    ['a tap on what only one sees is only confirmed', sent.pressedEphemeral, { type: 6 }],
    ['what was written on a card is only confirmed', sent.submitted, { type: 6 }],
    ['a tap on a public message promises an answer to one', sent.pressedJoin, { type: 5, data: { flags: 64 } }],
    ['a command promises an answer to one', sent.slash('meedoen'), { type: 5, data: { flags: 64 } }],
  ])('%s', (_, payload, response) => {
    expect(typeOf(payload)).toEqual(response)
  })

  test('a write button opens a field with the question of its card', () => {
    expect(typeOf(sent.pressedWrite)).toEqual({
      type: 9,
      data: {
        custom_id: 'r1.2._write',
        title: 'Wat neem je mee? (in één zin)',
        components: [
          {
            type: 18,
            label: 'Schrijf je antwoord',
            component: { type: 4, custom_id: 'text', style: 2, min_length: 1, max_length: 500, required: true },
          },
        ],
      },
    })
  })

  test.each([
    ['without a message', { message: undefined }, 'w.500.x', 500],
    ['with no limit worth having', {}, 'w.0.x', 1],
    ['with a limit beyond what Discord allows', {}, 'w.9999.x', 4000],
  ])('a forged write button %s still opens a sound field', (_, change, custom_id, max_length) => {
    const response = typeOf({ ...sent.pressedWrite, ...change, data: { custom_id, component_type: 2 } })
    expect(response).toMatchObject({
      type: 9,
      data: { custom_id: 'x', components: [{ label: 'Ta réponse', component: { max_length } }] },
    })
  })

  test('a long question is cut to what fits above a field', () => {
    const message = { ...sent.cardMessage, content: `**${'vraag '.repeat(30)}**` }
    const response = typeOf({ ...sent.pressedWrite, message })
    const title = response.type === 9 ? response.data.title : ''
    expect(title).toMatch(/^vraag vraag .*…$/)
    expect(title.length).toBeLessThanOrEqual(45)
  })
})

describe('whatever else arrives', () => {
  const NAMES = [
    'INTERACTION_CREATE',
    'MESSAGE_CREATE',
    'CHANNEL_DELETE',
    'THREAD_DELETE',
    'GUILD_DELETE',
    'TYPING_START',
  ]

  test('is nothing, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.anything(), (t, d) => {
        expect(toInbound({ t, d })).toBeNull()
      }),
    )
  })

  test('even when it is nearly right', () => {
    const payloads = [
      sent.pressedInDm,
      sent.picked,
      sent.submitted,
      sent.slash('koppel'),
      sent.written,
      sent.koppel('8'),
    ]
    const t = (payload: object) => (payload === sent.written ? 'MESSAGE_CREATE' : 'INTERACTION_CREATE')
    fc.assert(
      fc.property(fc.constantFrom<object>(...payloads), fc.nat(), fc.nat(), fc.anything(), (payload, a, b, junk) => {
        const spoiled = spoil(payload, [a, b], junk)
        const inbound = toInbound({ t: t(payload), d: spoiled })
        expect(inbound === null || (inbound.channel === 'discord' && inbound.id !== '')).toBe(true)
        const interaction = readInteraction(spoiled)
        if (interaction) expect([5, 6, 9]).toContain(acknowledgement(interaction).type)
      }),
      { numRuns: 500 },
    )
  })

  /** The same, with one field (or one field of a field) replaced by junk. */
  function spoil(value: object, path: number[], junk: unknown): unknown {
    const entries = Object.entries(value)
    if (entries.length === 0) return junk
    const [key, inner] = entries[path[0]! % entries.length]!
    const deeper = path.length > 1 && typeof inner === 'object' && inner !== null
    return { ...value, [key]: deeper ? spoil(inner, path.slice(1), junk) : junk }
  }
})
