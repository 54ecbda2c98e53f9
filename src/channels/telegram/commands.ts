/** The commands: what each is called in every language, and the lists that Telegram shows beside the text field. */
import { FULL_LANGUAGES, type FullLanguage } from '../../survey/question-set.ts'
import { wordsFor } from '../../words/words.ts'
import { PERSON_COMMANDS, type PersonCommand, PLACE_COMMANDS, type PlaceCommand } from '../port.ts'

export type CommandList = {
  scope: { type: 'all_private_chats' | 'all_chat_administrators' }
  /** Absent: for people whose language has no list of its own. */
  language_code?: FullLanguage
  commands: Array<{ command: string; description: string }>
}

/**
 * Dutch first, then English, then French; a name counts in whatever language somebody has. Telegram
 * takes a-z, 0-9 and _ only, so Arabic shows the English names with Arabic descriptions.
 */
const NAMES: Record<PersonCommand, readonly [nl: string, en: string, fr: string, ...others: string[]]> = {
  start: ['start', 'start', 'start'],
  stop: ['stop', 'stop', 'stop'],
  help: ['hulp', 'help', 'aide'],
  language: ['taal', 'language', 'langue', 'lang'],
  pause: ['pauze', 'pause', 'pause'],
  settings: ['instellingen', 'settings', 'reglages'],
  'my-data': ['mijndata', 'mydata', 'mesdonnees'],
  erase: ['wis', 'erase', 'effacer'],
  propose: ['voorstel', 'propose', 'proposer'],
  privacy: ['privacy', 'privacy', 'confidentialite'],
  koppel: ['koppel', 'koppel', 'koppel'],
}

/** The command in the private conversation that has this name in any language; null when none has. */
export function personCommandNamed(name: string): PersonCommand | null {
  return commandOf.get(name.toLowerCase()) ?? null
}

/** The same for what a group, topic or channel may ask. */
export function placeCommandNamed(name: string): PlaceCommand | null {
  const command = personCommandNamed(name)
  return PLACE_COMMANDS.find((one) => one === command) ?? null
}

/** Who sees which command: everybody in private what is for them; in a group only those who may link it. */
export function commandLists(): CommandList[] {
  return [undefined, ...FULL_LANGUAGES].flatMap((language): CommandList[] => {
    const say = wordsFor(language ?? 'nl')
    const only = language === undefined ? {} : { language_code: language }
    const listed = (command: PersonCommand, key: string = command) => ({
      command: nameIn(command, language ?? 'nl'),
      description: say(`telegram-command-${key}`),
    })
    return [
      { scope: { type: 'all_private_chats' }, ...only, commands: SHOWN.map((command) => listed(command)) },
      {
        scope: { type: 'all_chat_administrators' },
        ...only,
        commands: [listed('koppel'), listed('help', 'place-help')],
      },
    ]
  })
}

/** Whether two lists show the same: then Telegram is left alone, so that restarts are cheap. */
export function sameCommands(a: CommandList['commands'], b: CommandList['commands']): boolean {
  const plain = (list: CommandList['commands']) => list.map(({ command, description }) => [command, description])
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function nameIn(command: PersonCommand, language: FullLanguage): string {
  const [nl, en, fr] = NAMES[command]
  return { nl, en, fr, ar: en }[language]
}

const commandOf: ReadonlyMap<string, PersonCommand> = new Map(
  PERSON_COMMANDS.flatMap((command) => NAMES[command].map((name) => [name, command] as const)),
)
/** In private, in this order. `koppel` is for staff, who have it from the page that gave them the code. */
const SHOWN: readonly PersonCommand[] = [
  'start',
  'stop',
  'help',
  'language',
  'pause',
  'settings',
  'my-data',
  'erase',
  'propose',
  'privacy',
]
