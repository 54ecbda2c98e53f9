/** Payloads as Discord sends them, cut down to no less than what it always sends. */

const user = {
  id: '1100000000000000001',
  username: 'jongere',
  discriminator: '0',
  global_name: 'Jongere',
  avatar: null,
  avatar_decoration_data: null,
  public_flags: 0,
  clan: null,
}

const inDm = {
  application_id: '1200000000000000000',
  authorizing_integration_owners: { '0': '0' },
  attachment_size_limit: 10485760,
  channel: { flags: 0, id: '1300000000000000001', last_message_id: '1400000000000000009', recipients: [user], type: 1 },
  channel_id: '1300000000000000001',
  context: 1,
  entitlements: [],
  id: '1500000000000000001',
  locale: 'fr',
  token: 'aW50ZXJhY3Rpb24',
  user,
  version: 1,
}

const { user: _, ...withoutUser } = inDm
const inServer = {
  ...withoutUser,
  app_permissions: '2248473465835073',
  channel: { id: '1300000000000000002', guild_id: '1600000000000000001', name: 'begeleiding', type: 0, position: 1 },
  channel_id: '1300000000000000002',
  context: 0,
  guild: { features: [], id: '1600000000000000001', locale: 'nl' },
  guild_id: '1600000000000000001',
  guild_locale: 'nl',
  locale: 'nl',
  member: {
    user,
    permissions: '2248473465835073',
    roles: [],
    nick: null,
    mute: false,
    deaf: false,
    pending: false,
    flags: 0,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    premium_since: null,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
  },
}

export const cardMessage = {
  id: '1400000000000000001',
  channel_id: '1300000000000000001',
  type: 0,
  flags: 4,
  author: { id: '1200000000000000000', username: 'pols', bot: true },
  content: '-# Vraag 2 van 3\n**Wat neem je mee? \\(in één zin\\)**',
  components: [
    {
      type: 1,
      id: 1,
      components: [
        {
          type: 2,
          id: 2,
          custom_id: 'w.500.r1.2._write',
          label: 'Schrijf je antwoord',
          style: 1,
          emoji: { name: '✍️' },
        },
      ],
    },
  ],
  attachments: [],
  embeds: [],
  mentions: [],
  timestamp: '2026-11-18T18:00:00.000000+00:00',
}

const press = (custom_id: string) => ({ custom_id, component_type: 2, id: 2 })

export const pressedInDm = { ...inDm, type: 3, data: press('r1.2.go'), message: cardMessage }
export const pressedWrite = { ...inDm, type: 3, data: press('w.500.r1.2._write'), message: cardMessage }
export const picked = {
  ...inDm,
  type: 3,
  data: { custom_id: 's.r1.2.0', component_type: 3, id: 2, values: ['r1.2.7'] },
  message: cardMessage,
}
export const pressedJoin = { ...inServer, type: 3, data: press('join.abc'), message: { ...cardMessage, flags: 0 } }
export const pressedEphemeral = { ...inServer, type: 3, data: press('r1.2.go'), message: { ...cardMessage, flags: 68 } }
export const submitted = {
  ...inDm,
  type: 5,
  data: {
    custom_id: 'r1.2._write',
    components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'text', value: 'een zin' } }],
  },
  message: cardMessage,
}
/** The older form of a modal, with the field in a row. */
export const submittedInRow = {
  ...submitted,
  data: {
    custom_id: 'r1.2._write',
    components: [{ type: 1, id: 1, components: [{ type: 4, id: 2, custom_id: 'text', value: 'een zin' }] }],
  },
}

export const slash = (name: string, options?: unknown[]) => ({
  ...inServer,
  type: 2,
  data: { id: '1700000000000000001', name, type: 1, ...(options ? { options } : {}) },
})
export const slashInDm = (name: string, options?: unknown[]) => ({
  ...inDm,
  type: 2,
  data: { id: '1700000000000000001', name, type: 1, ...(options ? { options } : {}) },
})
export const koppel = (permissions: string, channel: Record<string, unknown> = {}) => {
  const given = slash('koppel', [{ name: 'code', type: 3, value: ' K7-DEF ' }])
  return { ...given, channel: { ...given.channel, ...channel }, member: { ...given.member, permissions } }
}

export const written = {
  id: '1400000000000000002',
  channel_id: '1300000000000000001',
  channel_type: 1,
  type: 0,
  content: 'hallo daar',
  author: user,
  attachments: [],
  embeds: [],
  mentions: [],
  mention_everyone: false,
  timestamp: '2026-11-18T18:00:00.000000+00:00',
}
