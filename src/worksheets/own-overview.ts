/** The whole own worksheet in short, step by step, with who sees what; of the private field only that it is filled in. */
import { jointsOf, partnersOf } from '../dialogue/joint-read.ts'
import { SHEET_FIELDS, SHEET_STEPS } from '../dialogue/sheet-fields.ts'
import { readOwn } from '../dialogue/sheet-own.ts'
import { sharesOf } from '../dialogue/sheet-shares.ts'
import { nameOf, shortened, textOf } from '../dialogue/sheet-text.ts'
import { type SheetTurn, sheetButton } from './turn.ts'

export async function showOverview(turn: SheetTurn): Promise<void> {
  const { words, ground, writer } = turn
  const { values, written } = await readOwn(ground, writer.id)
  const shared = await sharedWith(turn)
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

/** Names of the partners who have a copy, by field; over all joint worksheets. */
async function sharedWith({ ground, writer }: SheetTurn): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const { id, partnerId } of await jointsOf(ground, writer.id)) {
    const partners = new Map((await partnersOf(ground.store.db, id)).map((one) => [one.id, one.partner]))
    for (const { toId, field } of await sharesOf(ground, id, { fromId: partnerId })) {
      const name = partners.get(toId)
      const known = names.get(field) ?? []
      if (name !== undefined && !known.includes(name)) names.set(field, [...known, name])
    }
  }
  return names
}

/** A sheet that is full still fits in one message. */
const SHORT = 140
