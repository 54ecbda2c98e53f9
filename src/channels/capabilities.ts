/** What each channel can do, and how a difference is bridged: the one table that code and documents follow. */
import type { ChannelName } from './port.ts'

export type Capabilities = {
  /** A typed answer comes as a chat message, through a form that the platform opens, or on the page itself. */
  typed: 'chat' | 'form' | 'page'
  /** Whether open answers to sensitive questions may pass through the platform; no: the card links to our page. */
  sensitiveText: boolean
  /** The bot can take a person's own message out of the chat. */
  removesTheirMessage: boolean
  /** A picture above the words: on the page always, in a chat only from a public https address. */
  picture: 'always' | 'public-address'
  /** Messages come by themselves, so quiet hours, reminders and rest count. */
  sounds: boolean
  /** A button can lead to a page. */
  linkButtons: boolean
  /** Youngest age by the platform's own terms. */
  platformAge: 13 | 16
}

export const CAPABILITIES: Readonly<Record<ChannelName, Capabilities>> = {
  telegram: {
    typed: 'chat',
    sensitiveText: true,
    removesTheirMessage: true,
    picture: 'public-address',
    sounds: true,
    linkButtons: true,
    platformAge: 16,
  },
  discord: {
    typed: 'form',
    sensitiveText: false,
    removesTheirMessage: false,
    picture: 'public-address',
    sounds: true,
    linkButtons: true,
    platformAge: 13,
  },
  web: {
    typed: 'page',
    sensitiveText: true,
    removesTheirMessage: false,
    picture: 'always',
    sounds: false,
    linkButtons: true,
    platformAge: 13,
  },
}
