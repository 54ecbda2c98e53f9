import { describe, expect, test } from 'vitest'
import { type Address, ChannelError, type Prompt } from '../../../src/channels/port.ts'
import { SettingsError } from '../../../src/errors.ts'
import type { Fault } from '../../support/fake-telegram.ts'
import { listening, telegramChannel, telegramServer } from './setup.ts'

const to = (id: number | string): Address => ({ channel: 'telegram', id: String(id) })
const notice = (text: string): Prompt => ({ kind: 'notice', language: 'nl', lines: [{ text }], choices: [] })
const card: Prompt = {
  ...notice('Hoe was het?'),
  kind: 'card',
  choices: [{ data: 'a', label: 'goed', role: 'option' }],
}
const nonce = { nonce: 'n' }

async function thrownBy(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  )
}

describe('opening', () => {
  test('a wrong token is a fault in the settings, told without the token', async () => {
    const fake = await telegramServer()
    const { channel } = telegramChannel(fake, { token: '99:wrong' })
    const error = await thrownBy(channel.open())
    expect(error).toBeInstanceOf(SettingsError)
    expect(error.message).toContain('TELEGRAM_BOT_TOKEN')
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('99:wrong')
    expect(channel.health().ready).toBe(false)
  })

  test('a Telegram that is away is no fault in the settings', async () => {
    const fake = await telegramServer()
    fake.fail({ method: 'getMe', answer: 'reset' })
    const error = await thrownBy(telegramChannel(fake).channel.open())
    expect(error).toMatchObject({ name: 'ChannelError', kind: 'later' })
  })

  test('commands are listed in each language, and left alone when they are right', async () => {
    const fake = await telegramServer()
    await telegramChannel(fake).channel.open()
    const shown = fake.commands as Map<string, Array<{ command: string; description: string }>>
    expect([...shown.keys()].sort()).toEqual(
      ['all_chat_administrators', 'all_private_chats'].flatMap((scope) => [
        scope,
        ...['ar', 'en', 'fr', 'nl'].map((l) => `${scope} ${l}`),
      ]),
    )
    const names = (list: string) =>
      shown
        .get(list)
        ?.map(({ command }) => command)
        .join(' ')
    expect(names('all_private_chats')).toBe('start stop hulp taal pauze instellingen mijndata wis voorstel privacy')
    expect(names('all_private_chats en')).toBe('start stop help language pause settings mydata erase propose privacy')
    expect(names('all_private_chats fr')).toBe(
      'start stop aide langue pause reglages mesdonnees effacer proposer confidentialite',
    )
    expect(names('all_private_chats ar')).toBe(names('all_private_chats en'))
    expect(names('all_chat_administrators nl')).toBe(
      'koppel menu sessie peilingen akkoord digest tijdlijn terugkoppeling rollen methode peilgesprek werkblad hulp',
    )
    expect(names('all_chat_administrators fr')).toBe(
      'koppel menu seance enquetes accord apercu calendrier retour roles methodes entretien fiche aide',
    )
    expect(shown.get('all_private_chats')).toEqual(shown.get('all_private_chats nl'))
    expect(
      new Set(['nl', 'en', 'fr', 'ar'].map((l) => shown.get(`all_private_chats ${l}`)?.[1]?.description)).size,
    ).toBe(4)
    const published = fake.callsOf('setMyCommands').length
    await telegramChannel(fake).channel.open()
    expect(fake.callsOf('setMyCommands')).toHaveLength(published)
  })

  test('a list of commands that cannot be set keeps nobody waiting', async () => {
    const fake = await telegramServer()
    fake.fail({ method: 'setMyCommands', answer: { code: 429, retryAfter: 900 }, times: 10 })
    const { channel, lines } = telegramChannel(fake)
    await channel.open()
    expect(channel.health().ready).toBe(true)
    expect(lines.map((line) => line.message)).toEqual(['telegram: the list of commands was not updated'])
  })

  test('the start link carries the token; what Telegram would not carry is refused', async () => {
    const fake = await telegramServer()
    const { channel } = telegramChannel(fake)
    expect(() => channel.startLink('tok')).toThrow('open()')
    await channel.open()
    expect(channel.startLink('Zx_9-tok')).toBe('https://t.me/pols_bot?start=Zx_9-tok')
    expect(() => channel.startLink('a b')).toThrow('1 to 64')
    expect(() => channel.startLink('x'.repeat(65))).toThrow('1 to 64')
  })

  test('an API root with a slash at its end works too', async () => {
    const fake = await telegramServer()
    const { channel } = telegramChannel(fake, { apiRoot: `${fake.apiRoot}/` })
    await channel.open()
    expect(channel.username()).toBe('pols_bot')
  })
})

describe('sending', () => {
  test('a card comes without preview and can be copied; silence is asked for when wanted', async () => {
    const fake = await telegramServer()
    const ann = fake.person(7)
    ann.meet()
    const { channel } = telegramChannel(fake)
    await channel.send(to(7), card, nonce)
    await channel.send(to(7), { ...notice('zacht'), silent: true }, nonce)
    expect(ann.messages.map(({ silent }) => silent)).toEqual([false, true])
    for (const payload of fake.callsOf('sendMessage')) {
      expect(payload.link_preview_options).toEqual({ is_disabled: true })
      // A translator or a screen reader needs to get at the words.
      expect(payload).not.toHaveProperty('protect_content')
    }
  })

  test('an edit keeps the id and the place; the same again is harmless', async () => {
    const fake = await telegramServer()
    const ann = fake.person(7)
    ann.meet()
    const { channel, outcomes } = telegramChannel(fake)
    const first = await channel.send(to(7), card, nonce)
    expect(await channel.send(to(7), notice('twee'), { ...nonce, replaces: first })).toBe(first)
    expect(await channel.send(to(7), notice('twee'), { ...nonce, replaces: first })).toBe(first)
    expect(ann.messages.map(({ text, edits, buttons }) => [text, edits, buttons])).toEqual([['twee', 1, []]])
    expect(outcomes).toEqual(['sendMessage ok', 'editMessageText ok', 'editMessageText harmless'])
  })

  test.each([
    'Bad Request: message to edit not found',
    "Bad Request: message can't be edited",
    'Bad Request: MESSAGE_ID_INVALID',
  ])('after "%s" it is sent anew', async (description) => {
    const fake = await telegramServer()
    const ann = fake.person(7)
    ann.meet()
    const { channel } = telegramChannel(fake)
    const first = await channel.send(to(7), card, nonce)
    fake.fail({ method: 'editMessageText', answer: { code: 400, description } })
    const second = await channel.send(to(7), notice('twee'), { ...nonce, replaces: first })
    expect(second).not.toBe(first)
    expect(ann.messages.map(({ text }) => text)).toEqual(['Hoe was het?', 'twee'])
  })

  test('a card of another chat, or an id that is not ours, is not edited', async () => {
    const fake = await telegramServer()
    fake.person(7).meet()
    fake.person(8).meet()
    const { channel } = telegramChannel(fake)
    const anns = await channel.send(to(7), card, nonce)
    await channel.send(to(8), notice('twee'), { ...nonce, replaces: anns })
    await channel.send(to(8), notice('drie'), { ...nonce, replaces: 'discord-id' })
    expect(fake.callsOf('editMessageText')).toEqual([])
    expect(fake.person(8).messages.map(({ text }) => text)).toEqual(['twee', 'drie'])
  })

  test('a topic is written in; when it is deleted the place is gone', async () => {
    const fake = await telegramServer()
    const team = fake.group(-1001, { title: 'Team' })
    const topic = team.openTopic('Verslagen')
    const { channel } = telegramChannel(fake)
    await channel.send(to(`-1001/${topic}`), notice('peiling'), nonce)
    expect(team.messages[0]).toMatchObject({ text: 'peiling', topic })
    team.deleteTopic(topic)
    expect(await thrownBy(channel.send(to(`-1001/${topic}`), notice('x'), nonce))).toMatchObject({ kind: 'gone' })
  })

  test('a group that became a supergroup is followed', async () => {
    const fake = await telegramServer()
    const { channel, inbox } = await listening(fake)
    const moved = fake.group(-4001, { type: 'group' }).migrate(-1009)
    const error = (await thrownBy(channel.send(to(-4001), notice('peiling'), nonce))) as ChannelError
    expect(error).toMatchObject({ kind: 'later', movedTo: to(-1009) })
    await channel.send(error.movedTo!, notice('peiling'), nonce)
    expect(moved.messages.map(({ text }) => text)).toEqual(['peiling'])
    expect(await inbox.next('place-moved')).toMatchObject({ place: to(-4001), to: to(-1009) })
    expect(await inbox.next('place-moved')).toMatchObject({ place: to(-4001), to: to(-1009) })
  })

  const refusals: Array<[string, Fault['answer'], 'gone' | 'later' | 'rejected', number | null, string]> = [
    ['blocked', { code: 403, description: 'Forbidden: bot was blocked by the user' }, 'gone', null, 'gone'],
    ['deactivated', { code: 403, description: 'Forbidden: user is deactivated' }, 'gone', null, 'gone'],
    ['kicked', { code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }, 'gone', null, 'gone'],
    [
      'not a member',
      { code: 403, description: 'Forbidden: bot is not a member of the channel chat' },
      'gone',
      null,
      'gone',
    ],
    [
      'never started',
      { code: 403, description: "Forbidden: bot can't initiate conversation with a user" },
      'gone',
      null,
      'gone',
    ],
    ['unknown chat', { code: 400, description: 'Bad Request: chat not found' }, 'gone', null, 'gone'],
    [
      'no right to write',
      { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
      'gone',
      null,
      'gone',
    ],
    ['too many', { code: 429, retryAfter: 31 }, 'later', 31, 'flood'],
    ['their fault', { code: 500 }, 'later', 2, 'later'],
    ['a proxy that is ill', 'html', 'later', 2, 'later'],
    ['a broken line', 'reset', 'later', 2, 'later'],
    ['a lost answer', 'drop', 'later', 2, 'later'],
    ['no answer at all', 'hang', 'later', 2, 'later'],
    ['a token taken back', { code: 401, description: 'Unauthorized' }, 'later', 300, 'later'],
    ['our fault', { code: 400, description: "Bad Request: can't parse entities" }, 'rejected', null, 'rejected'],
  ]
  test.each(refusals)('%s: says what to do and nothing about whom', async (_, answer, kind, seconds, outcome) => {
    const fake = await telegramServer()
    fake.person(7654321).meet()
    const { channel, outcomes, lines } = telegramChannel(
      fake,
      answer === 'hang' ? { timeout: Temporal.Duration.from('PT1S') } : {},
    )
    fake.fail({ method: 'sendMessage', answer })
    const error = (await thrownBy(channel.send(to(7654321), notice('geheim woord'), nonce))) as ChannelError
    expect(error).toBeInstanceOf(ChannelError)
    expect(error.kind).toBe(kind)
    expect(error.retryAfter?.total('seconds') ?? null).toBe(seconds)
    expect(outcomes).toEqual([`sendMessage ${outcome}`])
    const said = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause ?? '')} ${JSON.stringify(lines)}`
    for (const secret of ['geheim woord', '7654321', fake.token]) expect(said).not.toContain(secret)
    await channel.send(to(7654321), notice('daarna'), nonce)
    expect(fake.person(7654321).messages.at(-1)?.text).toBe('daarna')
  })

  test('an edit of a chat that blocked us is gone, and is not sent anew', async () => {
    const fake = await telegramServer()
    const ann = fake.person(7)
    ann.meet()
    const { channel } = telegramChannel(fake)
    const first = await channel.send(to(7), card, nonce)
    ann.block()
    expect(await thrownBy(channel.send(to(7), notice('x'), { ...nonce, replaces: first }))).toMatchObject({
      kind: 'gone',
    })
    expect(fake.callsOf('sendMessage')).toHaveLength(1)
  })

  test('an address of another channel is rejected', async () => {
    const fake = await telegramServer()
    const { channel } = telegramChannel(fake)
    const error = await thrownBy(channel.send({ channel: 'discord', id: 'x9' }, notice('x'), nonce))
    expect(error).toMatchObject({ kind: 'rejected' })
    expect(fake.calls).toEqual([])
  })
})

describe('places', () => {
  test('only who manages a group may link it; Telegram is asked once', async () => {
    const fake = await telegramServer()
    const { inbox } = await listening(fake)
    const [coach, member] = [fake.person(1), fake.person(2)]
    const team = fake.group(-1001)
    team.admins.add(coach.id)
    team.say('/koppel K1', coach)
    team.say('/koppel K2', member)
    const heard = [await inbox.next('place-command'), await inbox.next('place-command')]
    expect(new Map(heard.map((one) => [one.argument, one.manager]))).toEqual(
      new Map([
        ['K1', true],
        ['K2', false],
      ]),
    )
    team.say('/koppel K3', coach)
    expect(await inbox.next('place-command')).toMatchObject({ argument: 'K3', manager: true, label: 'Coaches' })
    expect(fake.callsOf('getChatAdministrators').length).toBeLessThanOrEqual(2)
  })

  test('when Telegram will not say who manages a group, nobody does', async () => {
    const fake = await telegramServer()
    const { inbox } = await listening(fake)
    const coach = fake.person(1)
    const team = fake.group(-1001)
    team.admins.add(coach.id)
    fake.fail({
      method: 'getChatAdministrators',
      answer: { code: 400, description: 'Bad Request: member list is inaccessible' },
    })
    team.say('/koppel K1', coach)
    expect(await inbox.next('place-command')).toMatchObject({ manager: false })
  })

  test('when Telegram cannot say now, the command comes again', async () => {
    const fake = await telegramServer()
    const { inbox } = await listening(fake)
    const coach = fake.person(1)
    const team = fake.group(-1001)
    team.admins.add(coach.id)
    fake.fail({ method: 'getChatAdministrators', answer: { code: 500 }, times: 2 })
    team.say('/koppel K1', coach)
    expect(await inbox.next('place-command')).toMatchObject({ manager: true })
  })

  test('a channel and a hidden administrator manage their place without asking', async () => {
    const fake = await telegramServer()
    const { inbox } = await listening(fake)
    fake.group(-1002, { type: 'channel', title: 'Peilingen' }).post('/koppel K1')
    fake.group(-1003).post('/koppel K2')
    const heard = [await inbox.next('place-command'), await inbox.next('place-command')]
    expect(heard.map((one) => [one.argument, one.manager, one.from]).sort()).toEqual([
      ['K1', true, undefined],
      ['K2', true, undefined],
    ])
    expect(fake.callsOf('getChatAdministrators')).toEqual([])
  })

  test('a bot put out of a group is told, and cannot write there', async () => {
    const fake = await telegramServer()
    const { channel, inbox } = await listening(fake)
    fake.group(-1001).kick(fake.person(1))
    expect(await inbox.next('place-lost')).toMatchObject({ place: to(-1001) })
    expect(await thrownBy(channel.send(to(-1001), notice('x'), nonce))).toMatchObject({ kind: 'gone' })
  })
})
