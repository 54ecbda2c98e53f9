/** Erasing the own worksheet, or everything there is of a writer. */
import { eraseSheet, eraseWriter } from '../dialogue/sheet-erasing.ts'
import { type SheetTurn, sheetButton } from './turn.ts'

/** `s`: the worksheet, `a`: everything; `y` behind it: sure. */
export async function takeErasing(turn: SheetTurn, [what, sure]: (string | undefined)[]): Promise<void> {
  const { ground, writer, words } = turn
  if (what !== 's' && what !== 'a') return ask(turn)
  if (sure !== 'y') {
    turn.say({
      lines: [{ text: words(what === 's' ? 'sheet-erase-sheet-sure' : 'sheet-erase-all-sure'), style: 'strong' }],
      choices: [
        { data: sheetButton('o', 'x', what, 'y'), label: words('sheet-erase-yes'), role: 'option' },
        { data: sheetButton('o'), label: words('sheet-erase-no'), role: 'option' },
      ],
    })
    return
  }
  await (what === 's' ? eraseSheet : eraseWriter)(ground, writer.id)
  // Messages that showed a copy are edited now.
  turn.rooms.wake()
  turn.remark(what === 's' ? 'sheet-erased-sheet' : 'sheet-erased-all')
}

function ask({ say, words }: SheetTurn): void {
  say({
    lines: [{ text: words('sheet-erase-title'), style: 'strong' }, { text: words('sheet-erase-how') }],
    choices: [
      { data: sheetButton('o', 'x', 's'), label: words('sheet-erase-sheet'), role: 'option' },
      { data: sheetButton('o', 'x', 'a'), label: words('sheet-erase-all'), role: 'option' },
      { data: sheetButton('o'), label: words('sheet-back'), role: 'control' },
    ],
  })
}
