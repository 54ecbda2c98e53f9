/** What each channel can do, and how a difference is bridged: the one table that code and docs/channels.md follow. */
import type { ChannelName } from './port.ts'

export type Capabilities = {
  /** A typed answer comes as a chat message, through a form that the platform opens, or on the page itself. */
  typed: 'chat' | 'form' | 'page'
  /** Whether open answers to sensitive questions may pass through the platform; no: the card links to our page. */
  sensitiveText: boolean
  /** The bot can take a person's own message out of the chat (for two days). */
  removesTheirMessage: boolean
  /** A picture beside the words: on the page always, in a chat only from a public https address. */
  picture: 'always' | 'public-address'
  /**
   * A picture or document of ours: in messages of their own under the words, in the message itself, or at an address
   * on the page. A chat that refuses them has the words.
   */
  attachments: 'under-words' | 'with-words' | 'page'
  /** Most characters of what a picture says in words. */
  longestAlt: number | null
  /** A button can lead to a page; in a chat only to a public https address, else the address stands in the text. */
  linkButtons: 'always' | 'public-address'
  /** With more than five options the buttons become a menu. */
  manyOptions: 'buttons' | 'menu'
  /** Most characters of one message; what is more is cut. */
  longestText: number | null
  /** How somebody asks for help, their data, a pause: commands beside the text field, slash commands, or controls on the page. */
  commands: 'listed' | 'slash' | 'page'
  /** Who sees the commands for the staff: each who has a role, whom the platform lets manage events in a server, or who has the page. */
  staffCommands: 'each' | 'by-permission' | 'page'
  /** Where the app says which language somebody reads: with everything, with taps and commands only, or by the browser. */
  languageHint: 'everything' | 'taps' | 'browser'
  /** By what the platform lets others find somebody; who has no name is asked how they want to be reached. */
  handle: 'name-or-number' | 'name' | 'asked'
  /** Messages come by themselves, so quiet hours, reminders and rest count, and a locked phone may show the first words. */
  sounds: boolean
  /** A message can be asked to come without a sound. */
  silent: boolean
  /** When we learn that somebody blocked the bot. */
  blockIsTold: 'at-once' | 'when-sending' | 'never'
  /** The company behind the platform can technically get at what is said. */
  companyCanRead: boolean
  /** Youngest age by the platform's own terms. */
  platformAge: 13 | 16
}

export const CAPABILITIES: Readonly<Record<ChannelName, Capabilities>> = {
  telegram: {
    typed: 'chat',
    sensitiveText: true,
    removesTheirMessage: true,
    picture: 'public-address',
    attachments: 'under-words',
    longestAlt: 1024,
    linkButtons: 'public-address',
    manyOptions: 'buttons',
    longestText: 4096,
    commands: 'listed',
    staffCommands: 'each',
    languageHint: 'everything',
    handle: 'name-or-number',
    sounds: true,
    silent: true,
    blockIsTold: 'at-once',
    companyCanRead: true,
    platformAge: 16,
  },
  discord: {
    typed: 'form',
    sensitiveText: false,
    removesTheirMessage: false,
    picture: 'public-address',
    attachments: 'with-words',
    longestAlt: 1024,
    linkButtons: 'public-address',
    manyOptions: 'menu',
    longestText: 2000,
    commands: 'slash',
    staffCommands: 'by-permission',
    languageHint: 'taps',
    handle: 'name',
    sounds: true,
    silent: true,
    blockIsTold: 'when-sending',
    companyCanRead: true,
    platformAge: 13,
  },
  web: {
    typed: 'page',
    sensitiveText: true,
    removesTheirMessage: false,
    picture: 'always',
    attachments: 'page',
    longestAlt: null,
    linkButtons: 'always',
    manyOptions: 'buttons',
    longestText: null,
    commands: 'page',
    staffCommands: 'page',
    languageHint: 'browser',
    handle: 'asked',
    sounds: false,
    silent: false,
    blockIsTold: 'never',
    companyCanRead: false,
    platformAge: 13,
  },
}
