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
import { PERSON_COMMANDS, type PersonCommand, STAFF_COMMANDS, type StaffCommand } from '../port.ts'

/** Discord has no Arabic; Dutch is the default that everybody else sees. */
const LOCALES: Array<[Language, `${Locale}`[]]> = [
  ['en', ['en-US', 'en-GB']],
  ['fr', ['fr']],
]

/**
 * All commands, as they are registered for the whole application. Each is answered to who gave it only. Those for the
 * staff stand in servers alone, where Discord can hide them from who has no say there: in the direct message, where it
 * cannot, they are typed.
 */
export function slashCommands(): SlashCommand[] {
  return [...PERSON_COMMANDS.map(forPeople), ...STAFF_COMMANDS.map(forStaff)]

  function forPeople(command: PersonCommand): SlashCommand {
    const everywhere = { ...described(command), contexts: [InteractionContextType.Guild, InteractionContextType.BotDM] }
    if (command === 'propose') return { ...everywhere, options: [textOption('propose-text', LONGEST_PROPOSAL)] }
    if (command !== 'koppel') return everywhere
    return {
      ...everywhere,
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      options: [{ ...textOption('koppel-code', 64), required: true }],
    }
  }

  function forStaff(command: StaffCommand): SlashCommand {
    return {
      ...described(command),
      contexts: [InteractionContextType.Guild],
      // A member needs every permission that is named: who plans the sessions may manage events, and need not own the server.
      default_member_permissions: String(PermissionFlagsBits.ManageEvents),
    }
  }
}

/** The command behind the name in an interaction, which is always the Dutch one. */
export function commandNamed(name: string): PersonCommand | StaffCommand | null {
  const nl = wordsFor('nl')
  return ALL.find((command) => nl(`discord-${command}-name`) === name) ?? null
}

/**
 * The command in a message that begins with `/name`, in any language: a slash command that was typed
 * by hand. Only a code and a proposal may have words behind the name; other commands stand alone.
 */
export function typedCommand(text: string): { command: PersonCommand | StaffCommand; argument: string } | null {
  const [, typed, rest = ''] = /^\/([\p{L}\p{N}_'-]{1,32})(?:\s+([\s\S]*))?$/u.exec(text.trim()) ?? []
  if (typed === undefined) return null
  const name = plain(typed)
  const command = ALL.find(
    (one) => name === one || LANGUAGES.some((language) => plain(wordsFor(language)(`discord-${one}-name`)) === name),
  )
  if (!command || (rest !== '' && !TAKES_WORDS.has(command))) return null
  return { command, argument: rest.slice(0, LONGEST_ARGUMENT) }
}

/** True when what is registered differs in anything that we set. */
export function commandsDiffer(registered: unknown[], wanted: SlashCommand[]): boolean {
  const normal = (commands: unknown[]) => JSON.stringify(commands.map(essence).sort())
  return normal(registered) !== normal(wanted)
}

/** Accents are left out by who types fast. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

const ALL: readonly (PersonCommand | StaffCommand)[] = [...PERSON_COMMANDS, ...STAFF_COMMANDS]
/** More than a proposal may have, so that one that is too long is told so instead of cut. */
export const LONGEST_ARGUMENT = 1000
const LONGEST_PROPOSAL = 300
const TAKES_WORDS: ReadonlySet<PersonCommand | StaffCommand> = new Set(['koppel', 'propose'])

function textOption(key: string, max_length: number) {
  return { type: ApplicationCommandOptionType.String as const, ...named(key), max_length }
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
    .filter(([key, entry]) => (free || OURS.has(key)) && entry !== null && entry !== undefined && entry !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, entry]) => [key, ordered(entry, key.endsWith('_localizations'))]))
}
