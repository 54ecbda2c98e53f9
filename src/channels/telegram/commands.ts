/** The commands: what each is called in every language, and the lists that Telegram shows beside the text field. */
import { FULL_LANGUAGES, type FullLanguage } from '../../survey/question-set.ts'
import { wordsFor } from '../../words/words.ts'
import {
  PERSON_COMMANDS,
  type PersonCommand,
  PLACE_COMMANDS,
  type PlaceCommand,
  STAFF_COMMANDS,
  type StaffCommand,
} from '../port.ts'

export type CommandList<Scope = { type: 'all_private_chats' | 'all_chat_administrators' }> = {
  scope: Scope
  language_code?: FullLanguage
  commands: Array<{ command: string; description: string }>
}
/** For one private chat; it goes before the lists that everybody sees. */
export type StaffCommandList = CommandList<{ type: 'chat'; chat_id: number }>

/**
 * Dutch first, then English, then French; a name counts in whatever language somebody has. Telegram
 * takes a-z, 0-9 and _ only, so Arabic shows the English names with Arabic descriptions.
 */
const NAMES: Record<PersonCommand | StaffCommand, readonly [nl: string, en: string, fr: string, ...others: string[]]> =
  {
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
    menu: ['menu', 'menu', 'menu'],
    session: ['sessie', 'session', 'seance'],
    surveys: ['peilingen', 'surveys', 'enquetes'],
    agreement: ['akkoord', 'agreement', 'accord'],
    digest: ['digest', 'digest', 'apercu'],
    timeline: ['tijdlijn', 'timeline', 'calendrier'],
    feedback: ['terugkoppeling', 'feedback', 'retour'],
    roles: ['rollen', 'roles', 'roles'],
    methods: ['methode', 'methods', 'methodes', 'method'],
    talk: ['peilgesprek', 'impacttalk', 'entretien'],
    worksheet: ['werkblad', 'worksheet', 'fiche'],
  }

/** The command in the private conversation that has this name in any language; null when none has. */
export function commandNamed(name: string): PersonCommand | StaffCommand | null {
  return commandOf.get(name.toLowerCase()) ?? null
}

/** The same for what a group, topic or channel may ask. */
export function placeCommandNamed(name: string): PlaceCommand | null {
  const command = commandNamed(name)
  return PLACE_COMMANDS.find((one) => one === command) ?? null
}

/** Who sees which command: everybody in private what is for them; in a group only those who may link it. */
export function commandLists(): CommandList[] {
  return LISTED_IN.flatMap((language) => [
    { scope: { type: 'all_private_chats' as const }, ...only(language), commands: listed(SHOWN, language) },
    {
      scope: { type: 'all_chat_administrators' as const },
      ...only(language),
      commands: listed(['koppel', ...STAFF_COMMANDS, 'help'], language, 'place'),
    },
  ])
}

/** What somebody with a role sees in private: the staff's commands first, and everybody's. */
export function staffLists(chat_id: number): StaffCommandList[] {
  return LISTED_IN.map((language) => ({
    scope: { type: 'chat', chat_id },
    ...only(language),
    commands: listed(SHOWN_TO_STAFF, language, 'staff'),
  }))
}

function listed(
  commands: readonly (PersonCommand | StaffCommand)[],
  language: FullLanguage | undefined,
  whose?: 'place' | 'staff',
): CommandList['commands'] {
  const say = wordsFor(language ?? 'nl')
  return commands.map((command) => ({
    command: nameIn(command, language ?? 'nl'),
    description: say(`telegram-command-${whose && OTHERWISE[whose].has(command) ? `${whose}-` : ''}${command}`),
  }))
}

/** Absent for people whose language has no list of its own. */
const only = (language: FullLanguage | undefined) => (language === undefined ? {} : { language_code: language })

/** Whether two lists show the same: then Telegram is left alone, so that restarts are cheap. */
export function sameCommands(a: CommandList['commands'], b: CommandList['commands']): boolean {
  const plain = (list: CommandList['commands']) => list.map(({ command, description }) => [command, description])
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function nameIn(command: PersonCommand | StaffCommand, language: FullLanguage): string {
  const [nl, en, fr] = NAMES[command]
  return { nl, en, fr, ar: en }[language]
}

const commandOf: ReadonlyMap<string, PersonCommand | StaffCommand> = new Map(
  [...PERSON_COMMANDS, ...STAFF_COMMANDS].flatMap((command) => NAMES[command].map((name) => [name, command] as const)),
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
/** What staff came for stands first; `start` is behind them. */
const SHOWN_TO_STAFF: readonly (PersonCommand | StaffCommand)[] = [
  'menu',
  'session',
  'surveys',
  'propose',
  'agreement',
  'pause',
  'digest',
  'timeline',
  'feedback',
  'roles',
  'methods',
  'talk',
  'worksheet',
  'help',
  'stop',
  'language',
  'settings',
  'my-data',
  'erase',
  'privacy',
]
/** What means something else to them than to everybody. */
const OTHERWISE: Record<'place' | 'staff', ReadonlySet<PersonCommand | StaffCommand>> = {
  place: new Set(['help']),
  staff: new Set(['propose', 'pause', 'help']),
}
const LISTED_IN: readonly (FullLanguage | undefined)[] = [undefined, ...FULL_LANGUAGES]
