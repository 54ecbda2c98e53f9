/** A Discord channel on the fake Discord, with nothing to wait for. */
// Both platforms live in one process, Telegram first, and their HTTP clients have got in each other's way before.
import '../../../src/channels/telegram/http.ts'
import { createDiscord, type DiscordChannel, type DiscordOptions } from '../../../src/channels/discord/discord.ts'
import type { Channel } from '../../../src/channels/port.ts'
import { createLog } from '../../../src/log.ts'
import { type FakeDiscord, type Seen, startFakeDiscord } from '../../support/fake-discord.ts'
import type { Attached, ChannelHarness } from '../contract.ts'

const NOW = Temporal.Duration.from('PT0S')
export const AT_ONCE = {
  backoff: { first: Temporal.Duration.from('PT0.001S'), most: Temporal.Duration.from('PT0.01S') },
  again: [NOW, NOW],
  quiet: Temporal.Duration.from('PT5M'),
}

/** Everything logged is kept in `lines`. */
export function discordOn(discord: FakeDiscord, more: Partial<DiscordOptions> = {}) {
  const lines: string[] = []
  const log = createLog('trace', { write: (line) => lines.push(line) })
  const channel = createDiscord({ token: discord.token, apiRoot: discord.apiRoot, log, timing: AT_ONCE, ...more })
  return { channel, lines }
}

/** @param around what a test puts around the channel: another way in, say */
export async function makeHarness(
  around: (discord: FakeDiscord, channel: DiscordChannel) => Channel = (_, channel) => channel,
): Promise<ChannelHarness> {
  const discord = await startFakeDiscord()
  const server = discord.server()
  const channel = around(discord, discordOn(discord).channel)
  return {
    channel,
    async person() {
      const person = discord.person({ server: server.id })
      return {
        address: { channel: 'discord', id: person.id },
        messages: () => person.messages(),
        attached: () => attachedTo(person.messages()),
        typeCommand: (name) => void person.type(`/${name}`),
        tap: async (label) => void (await person.tap(label)),
        write: async (text) => void (await person.write(text)),
        command: async (command) => void (await person.command(NAMES[command])),
        block: () => person.closeDms(),
        wipe: () => person.wipe(),
      }
    },
    async place() {
      const place = server.channel('begeleiding')
      const coach = discord.person({ server: server.id, manager: true })
      return {
        address: { channel: 'discord', id: place.id, route: place.id },
        messages: () => place.messages(),
        attached: () => attachedTo(place.messages()),
        command: async (name) => void (await coach.command(name, { place })),
        tap: async (label) => void (await coach.tapIn(place, label)),
        forbidFiles: () => place.forbidFiles(),
        link: async (code) => void (await coach.command('/koppel', { place, code })),
      }
    },
    flood: (seconds) => discord.flood(seconds),
    close: () => discord.close(),
  }
}

const NAMES = { start: '/meedoen', stop: '/stop', help: '/hulp', privacy: '/privacy' }

function attachedTo(messages: Seen[]): Attached {
  const all = messages.flatMap(({ attachments }) => attachments)
  const isPicture = ({ filename }: { filename: string }) => filename.endsWith('.png')
  return {
    pictures: all.filter(isPicture).map(({ description }) => description ?? ''),
    documents: all.filter((each) => !isPicture(each)).map(({ filename }) => filename),
  }
}
