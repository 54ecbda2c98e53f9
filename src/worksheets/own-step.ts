/** One step of the own worksheet: what is asked, what stands there, and keeping what is written or ticked. */
import type { Choice, Line } from '../channels/port.ts'
import { eraseField } from '../dialogue/sheet-erasing.ts'
import { SHEET_FIELDS, SHEET_STEPS, type SheetField } from '../dialogue/sheet-fields.ts'
import { type FieldValue, keepField, knownCodes, placeOf, readOwn, readWords } from '../dialogue/sheet-own.ts'
import { readPrivate } from '../dialogue/sheet-private.ts'
import { askOf, nameOf, optionOf } from '../dialogue/sheet-text.ts'
import { mayWrite } from './may-write.ts'
import { type SheetTurn, sheetButton } from './turn.ts'

/** asks: words are asked for though some stand there; reveals: private words are shown; lead: a sentence before the card. */
export type Showing = { asks?: boolean; reveals?: boolean; lead?: string }

export async function showField(turn: SheetTurn, field: SheetField, showing: Showing = {}): Promise<void> {
  const { words, ground, writer } = turn
  const sheet = await readOwn(ground, writer.id)
  const written = sheet.written.has(field.key)
  const value = await shownValue(turn, field, showing, sheet.values)
  const writes = await mayWrite(turn)
  // Words are asked for where none stand yet, and where somebody chose to say it in their own.
  const unsaid =
    field.kind === 'choice' ? value?.codes?.[0] === 'else' && !value.text : field.kind === 'text' && !written
  const asks = writes && field.max > 0 && (showing.asks || unsaid)
  const data = sheetButton('o', 'w', field.key)
  if (asks) await turn.expect(data)
  const ask = askOf(words, field)
  turn.say({
    lines: [
      ...(showing.lead === undefined ? [] : [{ text: showing.lead }]),
      { text: whereOf(turn, field), style: 'quiet' },
      { text: ask, style: 'strong' },
      ...notesOf(turn, field, asks && field.kind === 'choice'),
      ...(writes ? [] : [{ text: words('sheet-ended') }]),
      ...shownText(turn, field, value, written),
    ],
    ...(asks ? { typed: { label: ask, max: field.max, data } } : {}),
    choices: [
      ...(writes ? optionsOf(turn, field, value) : []),
      ...(asks ? [{ data, label: words('sheet-write'), role: 'write' as const }] : []),
      ...(field.key === 'missed' ? [HELP(words('sheet-missed-help'))] : []),
      ...aboutWritten(turn, field, { written, asks: asks === true, writes, reveals: showing.reveals === true }),
      ...waysOn(turn, field, written),
    ],
  })
}

/** Keeps typed words and goes on to the next step; what cannot be kept is said, and asked again. */
export async function keepTyped(turn: SheetTurn, field: SheetField, text: string): Promise<void> {
  const { words, ground, writer } = turn
  if (!(await mayWrite(turn))) return turn.remark('sheet-ended')
  if (field.max === 0) return turn.remark('notice-stale')
  const read = readWords(field, text)
  if (!read.ok) {
    const lead =
      read.fault === 'empty' ? words('sheet-empty') : words('sheet-too-long', { length: read.length, max: field.max })
    return showField(turn, field, { asks: true, lead })
  }
  const codes =
    field.kind === 'choice' ? ((await readOwn(ground, writer.id)).values.get(field.key)?.codes ?? ['else']) : []
  await keepField(ground, writer.id, field, { ...(codes.length > 0 ? { codes } : {}), text: read.text })
  const next = SHEET_FIELDS[SHEET_FIELDS.indexOf(field) + 1]
  await showField(turn, next ?? field, { lead: words('sheet-kept') })
}

/** A tick says what it makes of the option: handed in twice it does the same. */
export async function tick(turn: SheetTurn, field: SheetField, [at = '', on = '']: string[]): Promise<void> {
  const { ground, writer } = turn
  const option = field.options?.[Number(at)]
  if (option === undefined || !/^[01]$/.test(on)) return turn.remark('notice-stale')
  if (!(await mayWrite(turn))) return turn.remark('sheet-ended')
  const before: FieldValue = (await readOwn(ground, writer.id)).values.get(field.key) ?? {}
  const kept = (before.codes ?? []).filter((code) => code !== option && field.kind === 'many')
  const codes = knownCodes(field, on === '1' ? [...kept, option] : kept)
  await keepField(ground, writer.id, field, { ...before, codes })
  await showField(turn, field)
}

/** @param sure false: it is asked first */
export async function clearField(turn: SheetTurn, field: SheetField, sure: boolean): Promise<void> {
  const { words, ground, writer } = turn
  if (sure) {
    await eraseField(ground, writer.id, field.key)
    turn.rooms.wake()
    return showField(turn, field, { lead: words('sheet-erased-field') })
  }
  turn.say({
    lines: [{ text: words('sheet-erase-field-sure', { name: nameOf(words, field) }), style: 'strong' }],
    choices: [
      { data: sheetButton('o', 'e', field.key, 'y'), label: words('sheet-erase-yes'), role: 'option' },
      { data: sheetButton('o', 'g', field.key), label: words('sheet-erase-no'), role: 'option' },
    ],
  })
}

/** Of the private field nothing is even read until its writer asks to see it. */
async function shownValue(
  { ground, writer }: SheetTurn,
  field: SheetField,
  showing: Showing,
  values: ReadonlyMap<string, FieldValue>,
): Promise<FieldValue | undefined> {
  if (field.visibility === 'own') return values.get(field.key)
  return showing.reveals ? ((await readPrivate(ground, writer.id, field.key)) ?? undefined) : undefined
}

export function whereOf({ words }: Pick<SheetTurn, 'words'>, field: SheetField): string {
  const { step, part, parts } = placeOf(field)
  const steps = SHEET_STEPS.length
  return parts === 1 ? words('sheet-step', { step, steps }) : words('sheet-step-part', { step, steps, part, parts })
}

function notesOf({ words }: SheetTurn, field: SheetField, inOwnWords: boolean): Line[] {
  const notes = {
    text: [field.visibility === 'private' ? 'sheet-private-note' : 'sheet-no-names'],
    many: ['sheet-many-how', 'sheet-project-only'],
    choice: [inOwnWords ? 'sheet-else-how' : 'sheet-choice-how'],
  } as const
  return notes[field.kind].map((key) => ({ text: words(key), style: 'quiet' }))
}

function shownText({ words }: SheetTurn, field: SheetField, value: FieldValue | undefined, written: boolean): Line[] {
  if (field.visibility === 'private' && written && !value) return [{ text: words('sheet-private-filled') }]
  if (value?.text === undefined || value.text === '') return []
  return [{ text: words('sheet-own-words', { text: value.text }) }]
}

function optionsOf({ words }: SheetTurn, field: SheetField, value: FieldValue | undefined): Choice[] {
  return (field.options ?? []).map((option, index) => {
    const ticked = value?.codes?.includes(option) ?? false
    const turned = field.kind === 'many' && ticked ? '0' : '1'
    return {
      data: sheetButton('o', 't', field.key, String(index), turned),
      label: optionOf(words, field, option),
      role: 'option',
      ...(ticked ? { ticked } : {}),
    }
  })
}

function aboutWritten(
  { words }: SheetTurn,
  field: SheetField,
  now: { written: boolean; asks: boolean; writes: boolean; reveals: boolean },
): Choice[] {
  const control = (key: string, ...parts: string[]): Choice => ({
    data: sheetButton('o', ...parts, field.key),
    label: words(key),
    role: 'control',
  })
  if (!now.written) return []
  return [
    ...(field.visibility === 'private' ? [now.reveals ? control('sheet-hide', 'g') : control('sheet-show', 'p')] : []),
    ...(field.max > 0 && now.writes && !now.asks ? [control('sheet-change', 'c')] : []),
    control('sheet-wipe', 'e'),
  ]
}

function waysOn({ words }: SheetTurn, field: SheetField, written: boolean): Choice[] {
  const at = SHEET_FIELDS.indexOf(field)
  const [previous, next] = [SHEET_FIELDS[at - 1], SHEET_FIELDS[at + 1]]
  const control = (key: string, ...parts: string[]): Choice => ({
    data: sheetButton('o', ...parts),
    label: words(key),
    role: 'control',
  })
  return [
    ...(previous ? [control('sheet-previous', 'g', previous.key)] : []),
    ...(next ? [control(written ? 'sheet-next' : 'sheet-skip', 'g', next.key)] : []),
    control('sheet-overview', 'v'),
    // What only its writer sees need not stand in a chat at all.
    ...(field.visibility === 'private' ? [control('sheet-on-page', 'l')] : []),
    control('sheet-later', 'z'),
  ]
}

const HELP = (label: string): Choice => ({
  data: '',
  label,
  role: 'link',
  url: 'https://organisaties.doemeemetmdt.nl/MDT-Impactreis#grip-op-je-doelgroep',
})
