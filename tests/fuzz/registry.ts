/** Every parser of what comes from outside, by name; each is made only when it is played with. */
import { type Parser, type Played, played } from './play.ts'

type Room = Record<string, unknown>
const from =
  (room: () => Promise<Room>, name: string): (() => Promise<Parser<unknown>>) =>
  async () =>
    (await ((await room())[name] as () => Parser<unknown> | Promise<Parser<unknown>>)()) as Parser<unknown>

const platforms = () => import('./parsers/platforms.ts')
const files = () => import('./parsers/files.ts')
const words = () => import('./parsers/words.ts')
const sealed = () => import('./parsers/sealed.ts')
const web = () => import('./parsers/web.ts')
const house = () => import('./parsers/house.ts')

export const PARSERS: Readonly<Record<string, () => Promise<Parser<unknown>>>> = {
  'telegram-update': from(platforms, 'telegramUpdate'),
  'telegram-poll': from(platforms, 'telegramPoll'),
  'telegram-refusal': from(platforms, 'telegramRefusal'),
  'discord-event': from(platforms, 'discordEvent'),
  'discord-interaction': from(platforms, 'discordInteraction'),
  'discord-refusal': from(platforms, 'discordRefusal'),
  'channel-ids': from(platforms, 'channelIds'),
  'language-tag': from(platforms, 'languageTag'),
  xlsform: from(files, 'xlsform'),
  zip: from(files, 'zip'),
  lss: from(files, 'lss'),
  limesurvey: from(files, 'limesurvey'),
  po: from(files, 'po'),
  ics: from(files, 'ics'),
  counts: from(files, 'counts'),
  pack: from(files, 'pack'),
  conversation: from(words, 'conversation'),
  'typed-words': from(words, 'typedWords'),
  'days-and-hours': from(words, 'daysAndHours'),
  'cron-rule': from(words, 'cronRule'),
  duration: from(words, 'duration'),
  'button-data': from(words, 'buttonData'),
  settings: from(house, 'settings'),
  'config-folder': from(house, 'configFolder'),
  yaml: from(house, 'yaml'),
  'command-line': from(house, 'commandLine'),
  'desk-call': from(house, 'deskCall'),
  'discord-request': from(sealed, 'discordRequest'),
  backup: from(sealed, 'backup'),
  'web-forms': from(web, 'webForms'),
  'button-taps': from(web, 'buttonTaps'),
}

export async function playedNamed(name: string): Promise<Played> {
  return played(await PARSERS[name]!())
}
