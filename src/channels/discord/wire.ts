/** Between Discord's payloads and ours. Pure, and on raw API shapes: gateway events and HTTP interactions alike. */
import { ChannelType, MessageFlags, MessageType } from 'discord.js'
import { z } from 'zod'
import { wordsFor } from '../../words/words.ts'
import { inDirection, inPlainForm } from '../plain-form.ts'
import { type Address, type ExternalId, type Inbound, PLACE_COMMANDS, type PlaceCommand, type Prompt } from '../port.ts'
import { commandNamed, typedCommand } from './commands.ts'
import { LONGEST_LINK, type Row, toRows, WRITE_PATTERN } from './components.ts'
import { handleOf, type Interaction, readInteraction, user } from './interactions.ts'
import { cut, toContent } from './markdown.ts'

/** An event as the gateway dispatches it: its name, its payload, its number in the session. */
export type GatewayEvent = { t: string | null; d: unknown; s?: number | null }

export type OutMessage = {
  content: string
  components: Row[]
  /** The picture; always there, so that an edit takes away the picture of before. */
  embeds: { image: { url: string; description: string } }[]
  allowed_mentions: { parse: [] }
  flags: number
  /** Sent along as files of their own; the words stand also without. */
  uploads?: Upload[]
}

export type Upload = { name: string; type: string; bytes: Uint8Array; description?: string }

/**
 * What the event means to the house; null when it means nothing (somebody else's message, an unknown
 * shape, a button that opens a text field). Never throws. A place that is lost with a whole server
 * carries the id of that server, the same as in `community`.
 */
export function toInbound(event: GatewayEvent): Inbound | null {
  switch (event.t) {
    case 'INTERACTION_CREATE': {
      const interaction = readInteraction(event.d)
      return interaction && fromInteraction(interaction)
    }
    case 'MESSAGE_CREATE':
      return fromMessage(event.d)
    case 'CHANNEL_DELETE':
    case 'THREAD_DELETE':
      return fromLostChannel(event.d)
    case 'GUILD_DELETE':
      return fromLostServer(event)
    default:
      return null
  }
}

/** The inbound of an interaction that has been read already; null for one that asks nothing of the house. */
export function fromInteraction(interaction: Interaction): Inbound | null {
  const { did } = interaction
  const from = {
    channel: 'discord' as const,
    id: interaction.id,
    from: personAddress(interaction.person, interaction.where === 'dm' ? interaction.channel : undefined),
    ...(interaction.locale === undefined ? {} : { language: interaction.locale }),
    ...withHandle(interaction.handle),
  }
  const community = interaction.server === undefined ? {} : { community: interaction.server }
  switch (did.type) {
    case 'pressed':
      return WRITE_PATTERN.test(did.data) ? null : { ...from, type: 'tapped', data: did.data, ...standing(interaction) }
    case 'wrote':
      return { ...from, type: 'typed', text: did.text, data: did.data }
    case 'command': {
      const command = commandNamed(did.name)
      if (command === null) return null
      const inPlace = placeCommandOf(interaction)
      if (inPlace === null) {
        return { ...from, type: 'command', command, argument: did.argument, ...community }
      }
      if (interaction.channel === undefined) return null
      return {
        ...from,
        type: 'place-command',
        command: inPlace,
        argument: did.argument,
        place: placeAddress(interaction.channel),
        ...community,
        label:
          interaction.channelName === undefined ? 'Discord' : `#${interaction.channelName.slice(0, LONGEST_LABEL)}`,
        manager: interaction.manager,
      }
    }
    case 'unknown':
      return null
  }
}

/** The command, when it is one about the place it was given in: linking it, and what staff may show there. */
export function placeCommandOf({ did, server }: Interaction): PlaceCommand | null {
  const command = did.type === 'command' && server !== undefined ? commandNamed(did.name) : null
  return PLACE_COMMANDS.find((one) => one === command && one !== 'help') ?? null
}

/** Where the message with the button stands: its id, and the channel unless only this person sees it. */
function standing({ where, channel, message }: Interaction): { message?: string; place?: Address } {
  if (!message) return {}
  if (where === 'ephemeral') return { message: externalIdOf(null, message.id) }
  if (channel === undefined) return {}
  const tapped = { message: externalIdOf(channel, message.id) }
  return where === 'dm' ? tapped : { ...tapped, place: placeAddress(channel) }
}

/** The id of a sent message; without a channel, of one that only one person sees. Opaque to the house. */
export function externalIdOf(channel: string | null, message: string): ExternalId {
  return channel === null ? `${EPHEMERAL}${message}` : `${channel}/${message}`
}

/** Marks the id of a message that only one person sees. */
export const EPHEMERAL = 'eph:'

/**
 * The body of a message: words, buttons, a picture below the words, and nobody mentioned. Links are
 * shown without a preview: one is kept away by a flag, which would hide a picture too, and by `<>`.
 */
export function toMessage(given: Prompt): OutMessage {
  const prompt = inPlainForm(given, LONGEST_LINK)
  const { language, picture } = prompt
  const lines = prompt.lines.map((line) =>
    line.style === 'table' ? line : { ...line, text: inDirection(line.text, language) },
  )
  const content = toContent(lines, wordsFor(language)('discord-cut'))
  const uploads = uploadsOf(prompt)
  return {
    content: content.trim() === '' ? NO_WIDTH : content,
    components: toRows(prompt),
    embeds: picture ? [{ image: { url: picture.url, description: picture.alt } }] : [],
    allowed_mentions: { parse: [] },
    flags: (picture ? 0 : MessageFlags.SuppressEmbeds) | (prompt.silent ? MessageFlags.SuppressNotifications : 0),
    ...(uploads.length > 0 ? { uploads } : {}),
  }
}

/** The picture first, with what it shows in words for who cannot see it; none for who wants text only. */
function uploadsOf({ image, files = [], language, textOnly }: Prompt): Upload[] {
  const description = image && cut(inDirection(image.alt, language), LONGEST_DESCRIPTION)
  const picture =
    image && !textOnly
      ? [{ name: 'pols.png', type: 'image/png', bytes: image.png, ...(description ? { description } : {}) }]
      : []
  return [...picture, ...files.map(({ name, type, bytes }) => ({ name, type, bytes }))].slice(0, MOST_UPLOADS)
}

/** Longest words that Discord keeps with a file, and most files of one message. */
const LONGEST_DESCRIPTION = 1024
const MOST_UPLOADS = 10

/** A channel or thread: its address has its own id as route, which tells it apart from a person. */
export function placeAddress(id: string): Address {
  return { channel: 'discord', id, route: id }
}

export function isPlace(address: Address): boolean {
  return address.route === address.id
}

function personAddress(id: string, route: string | undefined): Address {
  return route === undefined ? { channel: 'discord', id } : { channel: 'discord', id, route }
}

function withHandle(handle: string | undefined): { handle?: string } {
  return handle === undefined ? {} : { handle }
}

/** Longest name that Discord gives a channel. */
const LONGEST_LABEL = 100

/** Discord refuses a message without any content. */
const NO_WIDTH = '\u200b'

const snowflake = z.string().regex(/^\d{1,20}$/)

const message = z.object({
  id: snowflake,
  channel_id: snowflake,
  author: user,
  content: z.string().default(''),
  type: z.int().default(0),
  guild_id: z.undefined().optional(),
  webhook_id: z.undefined().optional(),
  channel_type: z.literal(ChannelType.DM).optional(),
})

/** Only what somebody writes in the direct message; a picture or voice message comes in as an empty text. */
function fromMessage(raw: unknown): Inbound | null {
  const it = message.safeParse(raw).data
  if (!it || it.author.bot) return null
  if (it.type !== MessageType.Default && it.type !== MessageType.Reply) return null
  const from = {
    channel: 'discord' as const,
    id: it.id,
    from: personAddress(it.author.id, it.channel_id),
    ...withHandle(handleOf(it.author)),
  }
  const command = typedCommand(it.content)
  if (command) return { ...from, type: 'command', ...command }
  return { ...from, type: 'typed', text: it.content }
}

const lostChannel = z.object({ id: snowflake, guild_id: snowflake })

function fromLostChannel(raw: unknown): Inbound | null {
  const it = lostChannel.safeParse(raw).data
  return it ? { channel: 'discord', id: `lost-${it.id}`, type: 'place-lost', place: placeAddress(it.id) } : null
}

const lostServer = z.object({ id: snowflake, unavailable: z.literal(false).optional() })

/** Without `unavailable` the bot was removed; with it the server is only down. It may be removed more than once. */
function fromLostServer(event: GatewayEvent): Inbound | null {
  const it = lostServer.safeParse(event.d).data
  if (!it) return null
  return {
    channel: 'discord',
    id: `lost-${it.id}-${Number.isSafeInteger(event.s) ? event.s : 0}`,
    type: 'place-lost',
    place: placeAddress(it.id),
  }
}
