/** What we read of an interaction, and how each is answered at once. Pure: raw API payloads in, callback bodies out. */
import {
  type APIInteractionResponse,
  ComponentType,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord.js'
import { z } from 'zod'
import type { Language } from '../../survey/question-set.ts'
import { nearestLanguage, wordsFor } from '../../words/words.ts'
import { LONGEST_ARGUMENT } from './commands.ts'
import { WRITE_PATTERN } from './components.ts'
import { cut, headingOf } from './markdown.ts'

const snowflake = z.string().regex(/^\d{1,20}$/)
export const user = z.object({ id: snowflake, bot: z.boolean().optional(), username: z.string().optional() })

const payload = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  type: z.int(),
  data: z.unknown(),
  guild_id: snowflake.optional(),
  channel_id: snowflake.optional(),
  channel: z.object({ name: z.string().nullish() }).optional(),
  context: z.int().nullish(),
  member: z.object({ user, permissions: z.string().optional() }).optional(),
  user: user.optional(),
  locale: z.string().optional(),
  message: z
    .object({ id: snowflake, flags: z.int().optional(), content: z.string().optional(), components: z.unknown() })
    .optional(),
})

const buttonData = z.string().min(1).max(100)
const component = z.object({ custom_id: buttonData, values: z.array(buttonData).optional() })
const command = z.object({
  name: z.string(),
  options: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
})
const modal = z.object({ custom_id: buttonData, components: z.unknown() })

/** `where`: in the direct message, in public in a server, or on a message that only this person sees. */
export type Interaction = {
  id: string
  application: string
  token: string
  person: string
  /** How others find this person on Discord. */
  handle: string | undefined
  where: 'dm' | 'server' | 'ephemeral'
  server: string | undefined
  channel: string | undefined
  channelName: string | undefined
  /** The platform says that the person may manage this server. */
  manager: boolean
  locale: string | undefined
  language: Language
  message: { id: string; content: string; components: unknown } | undefined
  did:
    | { type: 'pressed'; data: string }
    | { type: 'command'; name: string; argument: string }
    | { type: 'wrote'; data: string; text: string }
    | { type: 'unknown' }
}

/** Reads the payload of INTERACTION_CREATE (or of an HTTP interaction); null when it is no interaction of a person. */
export function readInteraction(raw: unknown): Interaction | null {
  const parsed = payload.safeParse(raw)
  if (!parsed.success) return null
  const it = parsed.data
  const person = it.member?.user ?? it.user
  if (!person || person.bot || it.type === InteractionType.Ping) return null
  const ephemeral = ((it.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const dm = it.guild_id === undefined && it.context !== InteractionContextType.PrivateChannel
  return {
    id: it.id,
    application: it.application_id,
    token: it.token,
    person: person.id,
    handle: handleOf(person),
    where: ephemeral ? 'ephemeral' : dm ? 'dm' : 'server',
    server: it.guild_id,
    channel: it.channel_id,
    channelName: it.channel?.name ?? undefined,
    manager: mayManage(it.member?.permissions),
    locale: it.locale,
    language: nearestLanguage(it.locale, 'nl'),
    message: it.message && { ...it.message, content: it.message.content ?? '', components: it.message.components },
    did: whatHappened(it.type, it.data),
  }
}

/** `@name`, when it is a name that Discord gives out. */
export function handleOf({ username }: z.infer<typeof user>): string | undefined {
  return username !== undefined && /^[\w.]{2,32}$/.test(username) ? `@${username}` : undefined
}

/**
 * The answer that must leave at once. A write button opens its text field; a tap on somebody's own
 * card is only confirmed; anything else promises an answer that only this person sees.
 */
export function acknowledgement(interaction: Interaction): APIInteractionResponse {
  const field = textField(interaction)
  if (field) return field
  const onOwnCard = interaction.message !== undefined && interaction.where !== 'server'
  if (onOwnCard) return { type: InteractionResponseType.DeferredMessageUpdate }
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  }
}

/** True when the acknowledgement shows "thinking…", so that an answer has to follow. */
export function expectsAnswer(response: APIInteractionResponse): boolean {
  return response.type === InteractionResponseType.DeferredChannelMessageWithSource
}

/** The text field that a write button opens; its title and label come from the card that carries the button. */
function textField(interaction: Interaction): APIInteractionResponse | null {
  if (interaction.did.type !== 'pressed') return null
  const [, longest, data] = WRITE_PATTERN.exec(interaction.did.data) ?? []
  if (data === undefined) return null
  const words = wordsFor(interaction.language)
  const label = labelOf(interaction.message?.components, interaction.did.data)
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: cut(data, 100),
      title: cut(headingOf(interaction.message?.content ?? '') ?? words('discord-write-title'), 45),
      components: [
        {
          type: ComponentType.Label,
          label: cut(label ?? words('discord-write-title'), 45),
          component: {
            type: ComponentType.TextInput,
            custom_id: 'text',
            style: TextInputStyle.Paragraph,
            min_length: 1,
            max_length: Math.min(Math.max(Number(longest), 1), 4000),
            required: true,
          },
        },
      ],
    },
  }
}

function whatHappened(type: number, raw: unknown): Interaction['did'] {
  if (type === InteractionType.ApplicationCommand) {
    const data = command.safeParse(raw).data
    const value = data?.options?.[0]?.value
    const argument = typeof value === 'string' ? value.trim().slice(0, LONGEST_ARGUMENT) : ''
    if (data) return { type: 'command', name: data.name, argument }
  }
  if (type === InteractionType.MessageComponent) {
    const data = component.safeParse(raw).data
    if (data) return { type: 'pressed', data: data.values?.[0] ?? data.custom_id }
  }
  if (type === InteractionType.ModalSubmit) {
    const data = modal.safeParse(raw).data
    const text = data && find(data.components, (part) => part.type === ComponentType.TextInput)?.value
    if (data && typeof text === 'string') return { type: 'wrote', data: data.custom_id, text }
  }
  return { type: 'unknown' }
}

function mayManage(permissions: string | undefined): boolean {
  if (permissions === undefined || !/^\d{1,30}$/.test(permissions)) return false
  return (BigInt(permissions) & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n
}

function labelOf(components: unknown, customId: string): string | null {
  const label = find(components, (part) => part.custom_id === customId)?.label
  return typeof label === 'string' && label.trim() !== '' ? label : null
}

type Part = Record<string, unknown>

/** The first component, at any depth that Discord knows, for which `wanted` holds. */
function find(tree: unknown, wanted: (part: Part) => boolean, depth = 0): Part | null {
  if (typeof tree !== 'object' || tree === null || depth > 4) return null
  const parts = Array.isArray(tree) ? tree : [tree]
  for (const part of parts.filter((each) => typeof each === 'object' && each !== null) as Part[]) {
    const found = wanted(part)
      ? part
      : (find(part.components, wanted, depth + 1) ?? find(part.component, wanted, depth + 1))
    if (found) return found
  }
  return null
}
