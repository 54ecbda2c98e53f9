import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonCommand } from '../../../src/channels/port.ts'
import { readAddress, toInbound } from '../../../src/channels/telegram/wire.ts'

const ann = { id: 5012345678, is_bot: false, first_name: 'Ann', username: 'ann', language_code: 'nl' }
const annsChat = { id: 5012345678, first_name: 'Ann', username: 'ann', type: 'private' }
const bot = { id: 4242, is_bot: true, first_name: 'Pols', username: 'pols_bot' }
const group = { id: -4001, title: 'Coaches', type: 'group', all_members_are_administrators: false }
const forum = { id: -1001987654321, title: 'Team', is_forum: true, type: 'supergroup' }
const channel = { id: -1001222333444, title: 'Peilingen', type: 'channel' }
const anonymousAdmin = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
const from = { channel: 'telegram', id: '5012345678' }
const annSays = (content: object) => ({
  update_id: 90210,
  message: { message_id: 12, from: ann, chat: annsChat, date: 1790000000, ...content },
})
const inGroup = (chat: object, content: object) => ({
  update_id: 90211,
  message: { message_id: 77, from: ann, chat, date: 1790000000, ...content },
})
const command = (text: string) => ({
  text,
  entities: [{ offset: 0, length: text.split(' ')[0]!.length, type: 'bot_command' }],
})
const tapOn = (message: object) => ({
  update_id: 90215,
  callback_query: { id: '21530', from: ann, chat_instance: '-98', message, data: 't.f' },
})
const member = (chat: object, before: string, after: string) => ({
  update_id: 90212,
  my_chat_member: {
    chat,
    from: ann,
    date: 1790000000,
    old_chat_member: { user: bot, status: before },
    new_chat_member: { user: bot, status: after, until_date: 0 },
  },
})

describe('an update becomes an event of ours', () => {
  const cases: Array<[string, object, Record<string, unknown>]> = [
    [
      'typed text',
      annSays({ text: 'het was leuk' }),
      { id: '90210', type: 'typed', text: 'het was leuk', from, language: 'nl' },
    ],
    ['text right to left', annSays({ text: 'كان جميلاً' }), { type: 'typed', text: 'كان جميلاً' }],
    ['only spaces', annSays({ text: '   ' }), { type: 'typed', text: '   ' }],
    ['control characters', annSays({ text: 'a\u0000b\u202Ec' }), { type: 'typed', text: 'a\u0000b\u202Ec' }],
    ['4,096 characters', annSays({ text: 'x'.repeat(4096) }), { type: 'typed', text: 'x'.repeat(4096) }],
    ['a slash word that is no command', annSays(command('/dans')), { type: 'typed', text: '/dans' }],
    ['a message can be named', annSays({ text: 'hoi' }), { type: 'typed', text: 'hoi', message: '12' }],
    ['a photo can be named too', annSays({ photo: [{ file_id: 'AgAC' }] }), { type: 'typed', text: '', message: '12' }],
    [
      'a proposal',
      annSays(command(`/voorstel  ${'x'.repeat(300)}\ny`)),
      { type: 'command', command: 'propose', argument: `${'x'.repeat(300)}\ny` },
    ],
    [
      'a proposal that is much too long is cut, but not to what is allowed',
      annSays(command(`/voorstel ${'x'.repeat(3000)}`)),
      { type: 'command', command: 'propose', argument: 'x'.repeat(1000) },
    ],
    [
      'a code of staff in private',
      annSays(command('/koppel K7-DEF')),
      { type: 'command', command: 'koppel', argument: 'K7-DEF', from },
    ],
    ['how to find somebody: by name', annSays({ text: 'hoi' }), { handle: '@ann' }],
    [
      'how to find somebody without a name: by number',
      annSays({ text: 'hoi', from: { ...ann, username: undefined } }),
      { handle: 'tg://user?id=5012345678' },
    ],
    [
      'a name that is none',
      annSays({ text: 'hoi', from: { ...ann, username: '@x y' } }),
      { handle: 'tg://user?id=5012345678' },
    ],
    [
      'what the bot does in a group, asked in Dutch',
      inGroup(group, command('/hulp')),
      { type: 'place-command', command: 'help' },
    ],
    ['a voice note', annSays({ voice: { file_id: 'AwAC', duration: 4 } }), { type: 'typed', text: '' }],
    ['a photo with words', annSays({ photo: [{ file_id: 'AgAC' }], caption: 'kijk' }), { type: 'typed', text: '' }],
    ['a sticker', annSays({ sticker: { file_id: 'CAAC', emoji: '😃' } }), { type: 'typed', text: '' }],
    [
      'a start link',
      annSays(command('/start Zx_9-tok')),
      { type: 'command', command: 'start', argument: 'Zx_9-tok', from },
    ],
    ['a bare start', annSays(command('/start')), { type: 'command', command: 'start', argument: '' }],
    [
      'a start for us by name',
      annSays(command('/START@Pols_Bot tok')),
      { type: 'command', command: 'start', argument: 'tok' },
    ],
    ['stop', annSays(command('/stop')), { type: 'command', command: 'stop', argument: '' }],
    ['help', annSays(command('/help')), { type: 'command', command: 'help' }],
    ['privacy', annSays(command('/privacy')), { type: 'command', command: 'privacy' }],
    [
      'a tap',
      {
        update_id: 90213,
        callback_query: {
          id: '21528',
          from: ann,
          chat_instance: '-99',
          message: { message_id: 11, from: bot, chat: annsChat, date: 1790000000, text: 'Hoe was het?' },
          data: 'r8Kq:3:good',
        },
      },
      {
        id: '90213',
        type: 'tapped',
        data: 'r8Kq:3:good',
        from,
        language: 'nl',
        message: '5012345678:11',
      },
    ],
    [
      'a tap on a message that is no longer there',
      {
        update_id: 90214,
        callback_query: {
          id: '21529',
          from: ann,
          chat_instance: '-99',
          message: { chat: annsChat, message_id: 2, date: 0 },
          data: 'x',
        },
      },
      { type: 'tapped', data: 'x', from, message: '5012345678:2' },
    ],
    [
      'a tap in a group',
      tapOn({ message_id: 88, from: bot, chat: group, date: 1790000000, text: 'Overzicht' }),
      { type: 'tapped', data: 't.f', from, message: '-4001:88', place: { channel: 'telegram', id: '-4001' } },
    ],
    [
      'a tap in a topic',
      tapOn({
        message_id: 89,
        from: bot,
        chat: forum,
        date: 1790000000,
        message_thread_id: 15,
        is_topic_message: true,
      }),
      { message: '-1001987654321:89', place: { channel: 'telegram', id: '-1001987654321/15' } },
    ],
    [
      'a tap under a post in a channel',
      tapOn({ message_id: 90, sender_chat: channel, chat: channel, date: 1790000000, text: 'Overzicht' }),
      { message: '-1001222333444:90', place: { channel: 'telegram', id: '-1001222333444' } },
    ],
    [
      'a tap on an inline message, which says no chat',
      { update_id: 90216, callback_query: { id: '21531', from: ann, inline_message_id: 'BAAA', data: 'x' } },
      { type: 'tapped', data: 'x' },
    ],
    ...(
      [
        ['menu', 'menu'],
        ['sessie', 'session'],
        ['seance', 'session'],
        ['peilingen', 'surveys'],
        ['enquetes', 'surveys'],
        ['akkoord', 'agreement'],
        ['accord', 'agreement'],
        ['digest', 'digest'],
        ['apercu', 'digest'],
        ['tijdlijn', 'timeline'],
        ['calendrier', 'timeline'],
        ['terugkoppeling', 'feedback'],
        ['retour', 'feedback'],
        ['rollen', 'roles'],
        ['roles', 'roles'],
        ['methode', 'methods'],
        ['methodes', 'methods'],
        ['peilgesprek', 'talk'],
        ['entretien', 'talk'],
        ['werkblad', 'worksheet'],
        ['fiche', 'worksheet'],
      ] as const
    ).flatMap(
      ([name, meant]): Array<[string, object, Record<string, unknown>]> => [
        [`/${name} in private`, annSays(command(`/${name}`)), { type: 'command', command: meant, argument: '', from }],
        [
          `/${name} in a group`,
          inGroup(group, command(`/${name}@pols_bot`)),
          { type: 'place-command', command: meant, place: { channel: 'telegram', id: '-4001' }, from, manager: false },
        ],
      ],
    ),
    ['a block', member(annsChat, 'member', 'kicked'), { id: '90212', type: 'blocked', from }],
    ['a return', member(annsChat, 'kicked', 'member'), { type: 'unblocked', from }],
    [
      'put out of a group',
      member(group, 'member', 'kicked'),
      { type: 'place-lost', place: { channel: 'telegram', id: '-4001' } },
    ],
    [
      'left a channel',
      member(channel, 'administrator', 'left'),
      { type: 'place-lost', place: { channel: 'telegram', id: '-1001222333444' } },
    ],
    [
      'a group that grows, told in the old group',
      inGroup(group, { migrate_to_chat_id: -1001987654321 }),
      {
        type: 'place-moved',
        place: { channel: 'telegram', id: '-4001' },
        to: { channel: 'telegram', id: '-1001987654321' },
      },
    ],
    [
      'a group that grows, told in the new one',
      inGroup(forum, { migrate_from_chat_id: -4001, sender_chat: forum, from: anonymousAdmin }),
      {
        type: 'place-moved',
        place: { channel: 'telegram', id: '-4001' },
        to: { channel: 'telegram', id: '-1001987654321' },
      },
    ],
    [
      'a link code of an ordinary member',
      inGroup(group, command('/koppel K7-DEF')),
      {
        type: 'place-command',
        command: 'koppel',
        argument: 'K7-DEF',
        from,
        place: { channel: 'telegram', id: '-4001' },
        community: '-4001',
        label: 'Coaches',
        manager: false,
      },
    ],
    [
      'a link code in a topic',
      inGroup(forum, { ...command('/koppel@pols_bot K7-DEF'), message_thread_id: 15, is_topic_message: true }),
      {
        type: 'place-command',
        argument: 'K7-DEF',
        place: { channel: 'telegram', id: '-1001987654321/15' },
        community: '-1001987654321',
        manager: false,
      },
    ],
    [
      'a topic is shown by its own name too',
      inGroup(forum, {
        ...command('/koppel K7'),
        message_thread_id: 15,
        is_topic_message: true,
        reply_to_message: { message_id: 15, chat: forum, forum_topic_created: { name: 'Verslagen', icon_color: 1 } },
      }),
      { label: 'Team › Verslagen' },
    ],
    [
      'a link code in a thread of replies, which is no topic',
      inGroup(forum, { ...command('/koppel K7-DEF'), message_thread_id: 15 }),
      { place: { channel: 'telegram', id: '-1001987654321' } },
    ],
    [
      'a link code of an administrator who hides behind the group',
      inGroup(forum, { ...command('/koppel K7-DEF'), from: anonymousAdmin, sender_chat: forum }),
      { type: 'place-command', manager: true, place: { channel: 'telegram', id: '-1001987654321' } },
    ],
    [
      'a link code posted in a channel',
      {
        update_id: 90215,
        channel_post: {
          message_id: 3,
          sender_chat: channel,
          chat: channel,
          date: 1790000000,
          ...command('/koppel K7-DEF'),
        },
      },
      {
        type: 'place-command',
        command: 'koppel',
        argument: 'K7-DEF',
        manager: true,
        label: 'Peilingen',
        place: { channel: 'telegram', id: '-1001222333444' },
        community: '-1001222333444',
      },
    ],
  ]
  test.each(cases)('%s', (_, update, expected) => {
    expect(toInbound(update, 'pols_bot')).toMatchObject({ channel: 'telegram', ...expected })
    // Only a tap in a group, topic or channel has a place; in private the answer takes the place of the message.
    const { type, place } = { type: '', place: undefined, ...toInbound(update, 'pols_bot') }
    if (type === 'tapped') expect(place).toEqual(expected.place)
  })

  test('somebody hidden behind a chat has no address', () => {
    const hidden = inGroup(forum, { ...command('/koppel K7'), from: anonymousAdmin, sender_chat: forum })
    expect(toInbound(hidden, 'pols_bot')).not.toHaveProperty('from')
  })
})

test.each<[PersonCommand, string]>([
  ['start', 'start'],
  ['stop', 'stop'],
  ['help', 'hulp help aide'],
  ['privacy', 'privacy confidentialite'],
  ['language', 'taal language langue'],
  ['pause', 'pauze pause'],
  ['settings', 'instellingen settings reglages'],
  ['my-data', 'mijndata mydata mesdonnees'],
  ['erase', 'wis erase effacer'],
  ['propose', 'voorstel propose proposer'],
  ['koppel', 'koppel'],
])('%s is given in private as any of: %s', (wanted, names) => {
  for (const name of names.split(' ')) {
    for (const said of [`/${name}`, `/${name.toUpperCase()}@pols_bot`]) {
      expect(toInbound(annSays(command(said)), 'pols_bot')).toMatchObject({ type: 'command', command: wanted })
    }
  }
})

describe('what is not for us becomes nothing', () => {
  const cases: Array<[string, unknown]> = [
    ['talk in a group', inGroup(group, { text: 'hoe gaat het?' })],
    ['a command for another bot', inGroup(group, command('/koppel@other_bot K7'))],
    ...['start tok', 'stop', 'privacy', 'taal', 'pauze', 'instellingen', 'mijndata', 'wis', 'voorstel x'].map(
      (said): [string, unknown] => [
        `/${said} in a group, where others read along`,
        inGroup(group, command(`/${said}`)),
      ],
    ),
    [
      'a link code of a channel that speaks in a group',
      inGroup(forum, { ...command('/koppel K7'), from: anonymousAdmin, sender_chat: channel }),
    ],
    ['a message that another bot sent', annSays({ text: 'hoi', from: bot })],
    ['an edited message', { update_id: 1, edited_message: annSays({ text: 'anders' }).message }],
    ['a service message', annSays({ pinned_message: { message_id: 3 } })],
    ['a promotion in a group', member(group, 'member', 'administrator')],
    ['a tap of a game', { update_id: 1, callback_query: { id: '1', from: ann, game_short_name: 'x' } }],
    ['a tap with too much data', { update_id: 1, callback_query: { id: '1', from: ann, data: 'é'.repeat(33) } }],
    ['an enormous text', annSays({ text: 'x'.repeat(1_000_000) })],
    ['an update without a number', { message: annSays({ text: 'hoi' }).message }],
    ['an update with half a number', { ...annSays({ text: 'hoi' }), update_id: 1.5 }],
    ['a person without a number', annSays({ text: 'hoi', from: { ...ann, id: '5012345678' } })],
    ['a poll answer', { update_id: 1, poll_answer: { poll_id: '1', user: ann, option_ids: [0] } }],
    ['nothing', {}],
    ['null', null],
    ['a list', [annSays({ text: 'hoi' })]],
    ['text', 'update'],
  ]
  test.each(cases)('%s', (_, update) => {
    expect(toInbound(update, 'pols_bot')).toBeNull()
  })
})

test('however broken an update is, reading it gives an event or nothing', () => {
  const sound = [
    annSays(command('/start tok')),
    annSays({ text: 'hoi' }),
    inGroup(forum, { ...command('/koppel K7'), is_topic_message: true, message_thread_id: 3 }),
    member(annsChat, 'member', 'kicked'),
    inGroup(group, { migrate_to_chat_id: -100 }),
    { update_id: 5, callback_query: { id: '1', from: ann, data: 'x', message: annSays({}).message } },
  ]
  const known = new Set([
    'tapped',
    'typed',
    'command',
    'place-command',
    'blocked',
    'unblocked',
    'place-lost',
    'place-moved',
  ])
  const paths = sound.flatMap((update) => pathsOf(update).map((path) => ({ update, path })))
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), ({ update, path }, junk) => {
      const inbound = toInbound(broken(update, path, junk), 'pols_bot')
      if (inbound === null) return
      expect(known).toContain(inbound.type)
      expect(inbound.id).toMatch(/^\d+$/)
      if (inbound.from) expect(inbound.from.id).toMatch(/^\d+$/)
      if ('place' in inbound) expect(inbound.place.id).toMatch(/^-?\d+(\/-?\d+)?$/)
    }),
    { numRuns: 1000 },
  )
  fc.assert(fc.property(fc.jsonValue(), (junk) => toInbound(junk, 'pols_bot') === null))
})

test.each([
  ['5012345678', { chat_id: 5012345678 }],
  ['-1001987654321/15', { chat_id: -1001987654321, message_thread_id: 15 }],
  ['', null],
  ['12x', null],
  ['1/2/3', null],
  ['@somebody', null],
])('the address %j leads to %j', (id, expected) => {
  expect(readAddress({ channel: 'telegram', id })).toEqual(expected)
})

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))]
}

/** The same update with something else at one place in it. */
function broken(value: unknown, [key, ...rest]: string[], junk: unknown): unknown {
  if (key === undefined) return junk
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = broken(copy[key], rest, junk)
  return copy
}
