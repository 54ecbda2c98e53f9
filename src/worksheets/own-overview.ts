/** The whole own worksheet in short, step by step, with who sees what; of the private field only that it is filled in. */
import { jointsOf } from '../dialogue/joint-read.ts'
import { SHEET_FIELDS, SHEET_STEPS } from '../dialogue/sheet-fields.ts'
import { readOwn } from '../dialogue/sheet-own.ts'
import { sharedWith } from '../dialogue/sheet-shared-with.ts'
import { nameOf, shortened, textOf } from '../dialogue/sheet-text.ts'
import { type SheetTurn, sheetButton } from './turn.ts'

export async function showOverview(turn: SheetTurn): Promise<void> {
  const { words, ground, writer } = turn
  const { values, written } = await readOwn(ground, writer.id)
  const shared = await sharedWith(ground, writer.id)
  const lines = SHEET_FIELDS.filter(({ key }) => written.has(key)).map((field) => {
    const name = nameOf(words, field)
    const value = values.get(field.key)
    if (!value) return { text: words('sheet-line-private', { name }) }
    const text = shortened(textOf(words, field, value), SHORT)
    const partners = shared.get(field.key)
    return {
      text: partners
        ? words('sheet-line-shared', { name, text, partners: partners.join(', ') })
        : words('sheet-line', { name, text }),
    }
  })
  const joins = (await jointsOf(ground, writer.id)).length > 0
  turn.say({
    lines: [
      { text: words('sheet-overview-title'), style: 'strong' },
      ...(lines.length > 0 ? lines : [{ text: words('sheet-overview-empty') }]),
      { text: words('sheet-overview-private'), style: 'quiet' },
    ],
    choices: [
      ...SHEET_STEPS.map(([field], index) => ({
        data: sheetButton('o', 'g', field!.key),
        label: `${index + 1}. ${nameOf(words, field!)}`,
        role: 'option' as const,
      })),
      ...(joins ? [{ data: sheetButton('s'), label: words('sheet-share'), role: 'control' as const }] : []),
      { data: sheetButton('o', 'l'), label: words('sheet-on-page'), role: 'control' },
      { data: sheetButton('o'), label: words('sheet-home'), role: 'control' },
    ],
  })
}

/** A sheet that is full still fits in one message. */
const SHORT = 140
