/** On a personal page nothing is sent along: documents and pictures stand behind the page's own address, and the conversation leads there. */
import type { Choice } from '../channels/port.ts'
import type { StaffTurn } from './turn.ts'

/** `path`: behind the address of the page, with its slash or its #; `key`: the words of the link. */
export type Way = { path: string; key: string }

/** Links in the order given; none in a chat, where documents and pictures come along with the words. */
export function waysOnPage({ inbound, person, rooms, words }: StaffTurn, ways: readonly Way[]): Choice[] {
  if (inbound.channel !== 'web') return []
  const page = rooms.pageUrl(`/team/${encodeURIComponent(person.address.id)}`)
  return ways.map(({ path, key }) => ({ data: '', label: words(key), role: 'link', url: `${page}${path}` }))
}
