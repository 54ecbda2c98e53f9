/** Sound samples of what comes from outside; every case begins as one of these. */

const person = { id: 5001, is_bot: false, first_name: 'Amina', username: 'amina_99', language_code: 'nl' }
const chat = { id: 5001, type: 'private', first_name: 'Amina' }
const group = { id: -1_001_234, type: 'supergroup', title: 'Begeleiders', is_forum: true }
const RUN = 'AbCdEfGhIjKlMnOpQrStUv'

/** Updates of Telegram, of every kind that is asked for and some that are not. */
export const telegramUpdates: readonly unknown[] = [
  { update_id: 1, message: { message_id: 10, date: 1, chat, from: person, text: 'Heel goed, eigenlijk 👍' } },
  {
    update_id: 2,
    message: {
      message_id: 11,
      date: 1,
      chat,
      from: person,
      text: '/start AbC_12-x',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    },
  },
  {
    update_id: 3,
    callback_query: {
      id: '77',
      from: person,
      chat_instance: 'x',
      data: `r.${RUN}.2.heel_goed`,
      message: { message_id: 12, date: 1, chat, text: 'Hoe was het?' },
    },
  },
  {
    update_id: 4,
    callback_query: {
      ...{ id: '78', from: person, chat_instance: 'x', data: 't.s.o' },
      message: { message_id: 13, date: 1, chat: group, is_topic_message: true, message_thread_id: 8 },
    },
  },
  {
    update_id: 5,
    my_chat_member: {
      chat,
      from: person,
      date: 1,
      old_chat_member: { status: 'member', user: person },
      new_chat_member: { status: 'kicked', user: person, until_date: 0 },
    },
  },
  {
    update_id: 6,
    my_chat_member: {
      chat: group,
      from: person,
      date: 1,
      old_chat_member: { status: 'member', user: person },
      new_chat_member: { status: 'left', user: person },
    },
  },
  {
    update_id: 7,
    message: {
      ...{ message_id: 14, date: 1, chat: group, from: person, text: '/koppel@pols_bot k7defghjk' },
      ...{
        is_topic_message: true,
        message_thread_id: 8,
        reply_to_message: { forum_topic_created: { name: 'Woensdag' } },
      },
    },
  },
  {
    update_id: 8,
    channel_post: {
      message_id: 15,
      date: 1,
      chat: { id: -1_009, type: 'channel', title: 'Nieuws', username: 'nieuws' },
      text: '/digest',
    },
  },
  {
    update_id: 9,
    message: { message_id: 16, date: 1, chat: { ...group, type: 'group' }, migrate_to_chat_id: -1_001_999 },
  },
  { update_id: 10, message: { message_id: 17, date: 1, chat, from: person, voice: { file_id: 'x', duration: 3 } } },
  {
    update_id: 11,
    message: {
      message_id: 18,
      date: 1,
      chat: group,
      from: person,
      sender_chat: { id: -1_001_234, type: 'supergroup' },
      text: '/sessie',
    },
  },
  { update_id: 12, edited_message: { message_id: 10, date: 1, chat, from: person, text: 'anders' } },
  {
    update_id: 13,
    my_chat_member: { chat, from: person, date: 1, new_chat_member: { status: 'member', user: person } },
  },
]

const user = { id: '80351110224678912', username: 'amina.b', discriminator: '0', global_name: 'Amina', avatar: null }
const direct = {
  application_id: '1',
  token: 'aW50ZXJhY3Rpb24',
  version: 1,
  channel_id: '41771983423143937',
  channel: { type: 1 },
  locale: 'nl',
}
const inServer = {
  ...direct,
  guild_id: '290926798626357999',
  member: { user, roles: [], permissions: '8589934624' },
  context: 0,
}
const card = {
  ...{ id: '1111', flags: 0, content: '**Hoe was het?**\nkies maar' },
  components: [
    { type: 1, components: [{ type: 2, style: 1, custom_id: `r.${RUN}.2.goed`, label: 'Goed' }] },
    { type: 1, components: [{ type: 2, style: 1, custom_id: `w.500.r.${RUN}.2._write`, label: 'Schrijven' }] },
  ],
}

/** Interactions of Discord, over the gateway or over HTTP. */
export const discordInteractions: readonly unknown[] = [
  {
    ...direct,
    id: '900',
    type: 3,
    context: 1,
    user,
    message: card,
    data: { custom_id: `r.${RUN}.2.goed`, component_type: 2 },
  },
  {
    ...direct,
    id: '901',
    type: 3,
    context: 1,
    user,
    message: card,
    data: { custom_id: `w.500.r.${RUN}.2._write`, component_type: 2 },
  },
  {
    ...{ ...direct, id: '902', type: 5, context: 1, user },
    data: {
      custom_id: `r.${RUN}.2._write`,
      components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'text', value: 'Wij waren met veel' } }],
    },
  },
  {
    ...inServer,
    id: '903',
    type: 2,
    data: { id: '5', name: 'koppel', type: 1, options: [{ name: 'code', type: 3, value: 'k7defghjk' }] },
  },
  {
    ...inServer,
    id: '904',
    type: 2,
    channel: { type: 0, name: 'algemeen' },
    data: { id: '6', name: 'sessie', type: 1 },
  },
  { ...direct, id: '905', type: 2, context: 1, user, data: { id: '7', name: 'stop', type: 1 } },
  {
    ...{ ...inServer, id: '906', type: 3, message: { ...card, flags: 64 } },
    data: { custom_id: `s.r.${RUN}.2.a`, component_type: 3, values: [`r.${RUN}.2.b`] },
  },
  { id: '907', application_id: '1', token: 'x', version: 1, type: 1 },
]

/** Events as the gateway dispatches them. */
export const discordEvents: readonly unknown[] = [
  ...discordInteractions.map((d) => ({ t: 'INTERACTION_CREATE', s: 4, op: 0, d })),
  {
    t: 'MESSAGE_CREATE',
    s: 5,
    op: 0,
    d: { id: '910', channel_id: '41771983423143937', author: user, content: 'dat was fijn', type: 0, channel_type: 1 },
  },
  {
    t: 'MESSAGE_CREATE',
    s: 6,
    op: 0,
    d: { id: '911', channel_id: '41771983423143937', author: user, content: '/koppel k7defghjk', type: 19 },
  },
  {
    t: 'MESSAGE_CREATE',
    s: 7,
    op: 0,
    d: { id: '912', channel_id: '9', author: { ...user, bot: true }, content: 'ik', type: 0 },
  },
  { t: 'CHANNEL_DELETE', s: 8, op: 0, d: { id: '913', guild_id: '290926798626357999', type: 0 } },
  { t: 'GUILD_DELETE', s: 9, op: 0, d: { id: '290926798626357999' } },
  { t: 'GUILD_DELETE', s: 10, op: 0, d: { id: '290926798626357999', unavailable: true } },
]

/** Data of buttons, one or more of every letter that says whose a button is. */
export const buttons: readonly string[] = [
  ...[`r.${RUN}.2.heel_goed`, `r.${RUN}.1z._stop`, `r.${RUN}.3.10`, `r.${RUN}.zzzz._back`],
  ...[
    'j.AbCdEfGhIjKlMnOpQrStUv.y',
    'j.AbCdEfGhIjKlMnOpQrStUv.n',
    'j.AbCdEfGhIjKlMnOpQrStUv.m',
    'j.AbCdEfGhIjKlMnOpQrStUv.l.fr',
  ],
  ...[
    's.p.7',
    's.l.ar',
    's.o',
    's.t.1',
    's.x.xyz.on',
    'd.e.y.1',
    'd.e.n',
    'd.x.12',
    'd.k',
    'h.o.xyz',
    'h.c.xyz.y',
    'h.x',
  ],
  ...['v.xyz', 'v.o.xyz.y', 'v.p.abc', 'q.y.abc', 'q.n.abc', 'q.x', 'w.o.s', 'w.s.abc', 'w.j.abc.1', 'w.v.abc.2.x'],
  ...[
    't.m',
    't.s.o',
    't.s.h.abc',
    't.v.abc.y',
    't.a.p.abc',
    't.d.abc',
    't.l.2026.9',
    't.f.abc',
    't.r.x',
    't.e.abc.1',
    't.g.1',
    't.o.xyz',
  ],
]
