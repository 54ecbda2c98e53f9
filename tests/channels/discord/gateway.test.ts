import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slashCommands } from '../../../src/channels/discord/commands.ts'
import { SettingsError } from '../../../src/errors.ts'
import { type FakeDiscord, startFakeDiscord } from '../../support/fake-discord.ts'
import { makeInbox } from '../contract.ts'
import { discordOn } from './harness.ts'

let discord: FakeDiscord
let inbox: ReturnType<typeof makeInbox>
let made: ReturnType<typeof discordOn>

beforeEach(async () => {
  discord = await startFakeDiscord()
  inbox = makeInbox()
  made = discordOn(discord)
})

afterEach(async () => {
  await made.channel.close()
  await discord.close()
})

describe('opening', () => {
  test('a wrong token is a fault in the settings, said in words and without the token', async () => {
    made = discordOn(discord, { token: 'fout.token' })
    const error = await made.channel.open().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SettingsError)
    expect((error as Error).message).toMatch(/^DISCORD_BOT_TOKEN is refused by Discord/)
    expect(`${(error as Error).stack} ${made.lines.join()}`).not.toContain('fout.token')
  })

  test.each(['Bot abc.def', 'abc\ndef', '', '"abc"'])(
    'a token with something around it is told apart: %j',
    async (token) => {
      made = discordOn(discord, { token })
      await expect(made.channel.open()).rejects.toThrow('DISCORD_BOT_TOKEN is no token')
      expect(discord.calls).toEqual([])
    },
  )

  test('the base address may carry a version or a slash', async () => {
    made = discordOn(discord, { apiRoot: `${discord.apiRoot}/v10/` })
    await made.channel.open()
    expect(made.channel.health().ready).toBe(true)
  })

  test('a Discord that cannot be reached is for later', async () => {
    discord.refuse(/GET \/users\/@me/, 503, 0, 2)
    await expect(made.channel.open()).rejects.toMatchObject({ name: 'ChannelError', kind: 'later' })
  })

  test('commands are registered once, and again only when they differ', async () => {
    const puts = () => discord.calls.filter((call) => call.method === 'PUT').length
    await made.channel.open()
    expect(discord.world.commands.map((command) => command.name)).toEqual(slashCommands().map(({ name }) => name))
    await made.channel.open()
    expect(puts()).toBe(1)
    discord.world.commands[0]!.description = 'anders'
    await made.channel.open()
    expect(puts()).toBe(2)
  })

  test('commands that cannot be registered do not keep the channel shut', async () => {
    discord.refuse(/PUT/, 400, 30034)
    await made.channel.open()
    expect(made.channel.health()).toEqual({ ready: true, detail: 'able to send; not listening here' })
    expect(made.lines.join()).toContain('the list of commands was not updated')
  })

  test('the link that adds the bot to a server asks for little', async () => {
    expect(() => made.channel.installLink()).toThrow('before open()')
    await made.channel.open()
    const link = new URL(made.channel.installLink())
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: discord.world.bot.application,
      scope: 'bot applications.commands',
      permissions: String(2n ** 10n + 2n ** 11n + 2n ** 15n + 2n ** 38n),
    })
  })
})

describe('listening', () => {
  test('asks for servers and direct messages, and nothing that needs permission', async () => {
    await made.channel.open()
    expect(made.channel.health().ready).toBe(true)
    await made.channel.listen(inbox.take)
    expect(discord.gateway.identifies).toEqual([{ intents: 1 + 4096 }])
    expect(made.channel.health()).toEqual({ ready: true, detail: 'listening on the gateway' })
    await expect(made.channel.listen(inbox.take)).rejects.toThrow('twice')
  })

  test('a broken line is taken up where it broke, and nothing is lost', async () => {
    await made.channel.open()
    await made.channel.listen(inbox.take)
    const person = discord.person({ server: '1' })
    person.type('voor')
    await inbox.next('typed')
    discord.gateway.disconnect()
    await discord.until(() => !discord.gateway.isListening())
    person.type('tijdens')
    expect(await inbox.next('typed')).toMatchObject({ text: 'tijdens' })
    person.type('na')
    expect(await inbox.next('typed')).toMatchObject({ text: 'na' })
    expect(discord.gateway.resumes).toEqual(['session-1'])
    expect(discord.gateway.identifies).toHaveLength(1)
    expect(inbox.taken).toHaveLength(3)
  })

  test('an event that comes twice has one id, and is acknowledged once', async () => {
    await made.channel.open()
    await made.channel.listen(inbox.take)
    const person = discord.person({ server: '1' })
    const interaction = person.begin(2, { name: 'hulp', type: 1 }, person.dm())
    discord.gateway.dispatch('INTERACTION_CREATE', interaction.payload)
    discord.gateway.dispatch('INTERACTION_CREATE', interaction.payload)
    const first = await inbox.next('command')
    const second = await inbox.next('command')
    expect(second.id).toBe(first.id)
    const callbacks = discord.calls.filter((call) => call.path.startsWith('/interactions/'))
    expect(callbacks.map((call) => call.status).sort()).toEqual([204, 400])
  })

  test('what nobody understands is passed over', async () => {
    await made.channel.open()
    await made.channel.listen(inbox.take)
    for (const junk of [null, 7, 'x', [], {}, { id: 'x' }, { type: 3, data: { custom_id: 7 } }]) {
      for (const name of ['INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_DELETE', 'NIEUW'])
        discord.gateway.dispatch(name, junk)
    }
    discord.person({ server: '1' }).type('nog hier')
    expect(await inbox.next('typed')).toMatchObject({ text: 'nog hier' })
    expect(inbox.taken).toHaveLength(1)
  })

  test.each([
    [4004, 'Discord refused the token (4004)'],
    [4014, 'Discord refused the intents (4014)'],
  ])('a refusal with %i is said in words, and not tried again', async (code, words) => {
    await made.channel.open()
    discord.gateway.refuseWith(code)
    await made.channel.listen(inbox.take)
    expect(made.channel.health().ready).toBe(false)
    expect(made.channel.health().detail).toContain(words)
    expect(made.lines.join()).toContain(words)
    await made.channel.deafen()
    expect(discord.gateway.identifies).toHaveLength(1)
  })

  test('a gateway that is not there yet is tried again', async () => {
    await made.channel.open()
    discord.refuse(/GET \/gateway\/bot/, 503, 0, 6)
    await made.channel.listen(inbox.take)
    expect(made.channel.health()).toEqual({ ready: false, detail: 'Discord cannot be reached; trying again' })
    await discord.until(() => discord.gateway.isListening())
    discord.person({ server: '1' }).type('hallo')
    expect(await inbox.next('typed')).toMatchObject({ text: 'hallo' })
    expect(made.channel.health().ready).toBe(true)
  })

  test('a gateway that hangs up at once does not hold up the start', async () => {
    await made.channel.open()
    discord.gateway.refuseWith(4000)
    await made.channel.listen(inbox.take)
    expect(made.channel.health()).toEqual({ ready: false, detail: 'the gateway closed (4000); connecting again' })
  })

  test('deafened while the line is broken, it does not come back by itself', async () => {
    await made.channel.open()
    await made.channel.listen(inbox.take)
    discord.gateway.disconnect()
    await discord.until(() => !discord.gateway.isListening())
    await made.channel.deafen()
    await made.channel.listen(inbox.take)
    discord.gateway.disconnect()
    await discord.until(() => discord.gateway.resumes.includes('session-2'))
    discord.person({ server: '1' }).type('een keer')
    await inbox.next('typed')
    expect(discord.gateway.resumes).toEqual(['session-2'])
    expect(discord.gateway.identifies).toHaveLength(2)
    expect(inbox.taken).toHaveLength(1)
  })

  test('after deafening nothing comes in, and listening can begin again', async () => {
    await made.channel.open()
    await made.channel.listen(inbox.take)
    await made.channel.deafen()
    await discord.until(() => !discord.gateway.isListening())
    expect(made.channel.health()).toEqual({ ready: true, detail: 'able to send; not listening here' })
    await made.channel.listen(inbox.take)
    discord.person({ server: '1' }).type('weer hier')
    expect(await inbox.next('typed')).toMatchObject({ text: 'weer hier' })
    expect(inbox.taken).toHaveLength(1)
  })
})
