/** The way to the page on which a writer has the whole worksheet below each other: the own page, or a link for an hour. */
import { makeStaffLink } from '../people/staff-links.ts'
import { type SheetTurn, sheetButton } from './turn.ts'

export async function showPageLink(turn: SheetTurn): Promise<void> {
  const { words, rooms, writer } = turn
  const own = writer.address.channel === 'web'
  const token = own
    ? writer.address.id
    : (await makeStaffLink(turn.ground, { purpose: 'sheet', writerId: writer.id })).token
  turn.say({
    lines: [{ text: words(own ? 'sheet-page-own' : 'sheet-page-say') }],
    choices: [
      {
        data: '',
        label: words('sheet-page-open'),
        role: 'link',
        url: rooms.pageUrl(`/werkblad/${encodeURIComponent(token)}`),
      },
      { data: sheetButton('o'), label: words('sheet-home'), role: 'control' },
    ],
  })
}
