/** The slash commands: Dutch by default, with English and French names and descriptions; the words are in discord.ftl. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as SlashCommand,
} from 'discord.js'
import { LANGUAGES, type Language } from '../../survey/question-set.ts'
import { wordsFor } from '../../words/words.ts'
import { PERSON_COMMANDS, type PersonCommand } from '../port.ts'

/** Discord has no Arabic; Dutch is the default that everybody else sees. */
const LOCALES: Array<[Language, `${Locale}`[]]> = [
  ['en', ['en-US', 'en-GB']],
  ['fr', ['fr']],
]

/** All commands, as they are registered for the whole application. */
export function slashCommands(): SlashCommand[] {
  const everywhere = [InteractionContextType.Guild, InteractionContextType.BotDM]
  return [
    ...PERSON_COMMANDS.filter((command) => command !== 'koppel').map(
      (command): SlashCommand => ({ ...described(command), contexts: everywhere }),
    ),
    {
      ...described('koppel'),
      contexts: [InteractionContextType.Guild],
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      options: [{ type: ApplicationCommandOptionType.String, ...named('koppel-code'), required: true, max_length: 64 }],
    },
  ]
}

/** The command behind the name in an interaction, which is always the Dutch one. */
export function commandNamed(name: string): PersonCommand | 'koppel' | null {
  const nl = wordsFor('nl')
  return PERSON_COMMANDS.find((command) => nl(`discord-${command}-name`) === name) ?? null
}

/** The command in a message that is nothing but `/name`, in any language: a slash command that was typed by hand. */
export function typedCommand(text: string): PersonCommand | null {
  const name = /^\/([\p{L}\p{N}_'-]{1,32})$/u.exec(text.trim())?.[1]?.toLowerCase()
  if (name === undefined) return null
  const known = (command: PersonCommand) =>
    name === command || LANGUAGES.some((language) => wordsFor(language)(`discord-${command}-name`) === name)
  return PERSON_COMMANDS.find(known) ?? null
}

/** True when what is registered differs in anything that we set. */
export function commandsDiffer(registered: unknown[], wanted: SlashCommand[]): boolean {
  const normal = (commands: unknown[]) => JSON.stringify(commands.map(essence).sort())
  return normal(registered) !== normal(wanted)
}

function described(key: string) {
  return { type: ApplicationCommandType.ChatInput as const, ...named(key), ...HERE_ONLY }
}

const HERE_ONLY = { integration_types: [ApplicationIntegrationType.GuildInstall] }

function named(key: string) {
  return {
    name: wordsFor('nl')(`discord-${key}-name`),
    description: wordsFor('nl')(`discord-${key}-description`),
    name_localizations: localized(`discord-${key}-name`),
    description_localizations: localized(`discord-${key}-description`),
  }
}

function localized(key: string): LocalizationMap {
  return Object.fromEntries(
    LOCALES.flatMap(([language, locales]) => locales.map((locale) => [locale, wordsFor(language)(key)])),
  )
}

/** What we set of a command, in a fixed order; Discord adds ids, versions and nulls of its own. */
function essence(command: unknown): string {
  return JSON.stringify(ordered(command))
}

const OURS = new Set(
  'type name description name_localizations description_localizations contexts integration_types default_member_permissions options required max_length'.split(
    ' ',
  ),
)

function ordered(value: unknown, free = false): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key, entry]) => (free || OURS.has(key)) && entry !== null && entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, entry]) => [key, ordered(entry, key.endsWith('_localizations'))]))
}
