/** The own worksheet: where it begins, who is writing, and where each button leads. */
import type { Choice } from '../channels/port.ts'
import { jointsOf } from '../dialogue/joint-read.ts'
import { SHEET_FIELDS } from '../dialogue/sheet-fields.ts'
import { fieldOf, readOwn } from '../dialogue/sheet-own.ts'
import { MOST_NAME, renameWriter, writerById } from '../dialogue/sheet-writers.ts'
import { cleanText, lengthOf } from '../survey/read-reply.ts'
import { takeErasing } from './own-erase.ts'
import { showOverview } from './own-overview.ts'
import { clearField, keepTyped, showField, tick } from './own-step.ts'
import { showPageLink } from './page-link.ts'
import { type SheetTurn, type SheetVisit, sheetButton } from './turn.ts'

/**
 * The command, by anybody; `parts` when a button chose the organisation somebody writes for.
 * @returns false when this account has no role and is no writer: the event is none of a worksheet's
 */
export async function openOwn(visit: SheetVisit, parts: readonly string[] = []): Promise<boolean> {
  if (visit.writer) {
    await showStart(visit as SheetTurn)
    return true
  }
  const { starts } = visit
  const chosen =
    starts.length === 1 ? starts[0] : starts.find((one) => parts[0] === 'b' && one.organisationId === parts[1])
  if (chosen) {
    await showStart(await visit.become({ name: chosen.name, partner: chosen.organisation }))
    return true
  }
  if (starts.length > 0) {
    askOrganisation(visit)
    return true
  }
  if (!visit.hasRole) return false
  visit.remark('sheet-may-not')
  return true
}

/**
 * `w.o`: the beginning. `g.<field>` a step, `c.<field>` change its words, `w.<field>` words for it, `t.<field>.<option>.<0|1>`
 * a tick, `e.<field>` erase it, `p` show the private words, `v` overview, `l` the page, `a`, `n`, `m` who I am,
 * `z` later, `x` erasing.
 */
export async function takeOwn(turn: SheetTurn, parts: string[], text?: string): Promise<void> {
  const [letter, key, ...rest] = parts
  const field = fieldOf(key)
  switch (letter) {
    case undefined:
    case 'b':
      return showStart(turn)
    case 'g':
      return field ? showField(turn, field) : turn.remark('notice-stale')
    case 'c':
      return field ? showField(turn, field, { asks: true }) : turn.remark('notice-stale')
    case 'p':
      return field ? showField(turn, field, { reveals: true }) : turn.remark('notice-stale')
    case 'w':
      return field && text !== undefined ? keepTyped(turn, field, text) : turn.remark('notice-stale')
    case 't':
      return field ? tick(turn, field, rest) : turn.remark('notice-stale')
    case 'e':
      return field ? clearField(turn, field, rest[0] === 'y') : turn.remark('notice-stale')
    case 'v':
      return showOverview(turn)
    case 'l':
      return showPageLink(turn)
    case 'z':
      return turn.remark('sheet-later-said')
    case 'a':
      return showAbout(turn)
    case 'n':
    case 'm':
      return text === undefined ? askName(turn, letter) : keepName(turn, letter, text)
    case 'x':
      return takeErasing(turn, [key, ...rest])
    default:
      return turn.remark('notice-stale')
  }
}

async function showStart(turn: SheetTurn): Promise<void> {
  const { words, ground, writer } = turn
  const { written } = await readOwn(ground, writer.id)
  const joints = await jointsOf(ground, writer.id)
  const next = SHEET_FIELDS.find(({ key }) => !written.has(key)) ?? SHEET_FIELDS[0]!
  const button = (label: string, ...parts: string[]): Choice => ({
    data: sheetButton('o', ...parts),
    label: words(label),
    role: 'option',
  })
  const together = turn.starts.length > 0 || joints.length > 0
  turn.say({
    lines: [
      { text: words('sheet-title'), style: 'strong' },
      { text: words('sheet-as', { name: writer.name, partner: writer.partner }) },
      ...(written.size === 0 ? [{ text: words('sheet-intro') }] : []),
      { text: words('sheet-who-sees') },
      ...(written.size > 0
        ? [{ text: words('sheet-progress', { done: written.size, total: SHEET_FIELDS.length }) }]
        : []),
    ],
    choices: [
      button(written.size === 0 ? 'sheet-begin' : 'sheet-go-on', 'g', next.key),
      ...(written.size > 0 ? [button('sheet-overview', 'v')] : []),
      ...(joints.length > 0
        ? [
            { data: sheetButton('s'), label: words('sheet-share'), role: 'option' as const },
            { data: sheetButton('s', 'm'), label: words('sheet-shared-with-me'), role: 'option' as const },
          ]
        : []),
      ...(together ? [{ data: sheetButton('j'), label: words('sheet-together'), role: 'option' as const }] : []),
      button('sheet-on-page', 'l'),
      { ...button('sheet-about', 'a'), role: 'control' },
      { ...button('sheet-erase', 'x'), role: 'control' },
    ],
  })
}

function askOrganisation(visit: SheetVisit): void {
  const { words, starts } = visit
  visit.say({
    lines: [{ text: words('sheet-which'), style: 'strong' }],
    choices: starts.map(({ organisationId, organisation }) => ({
      data: sheetButton('o', 'b', organisationId),
      label: organisation,
      role: 'option',
    })),
  })
}

async function showAbout(turn: SheetTurn): Promise<void> {
  const { words, ground } = turn
  // As it is now: a name may just have been changed.
  const writer = (await writerById(ground, turn.writer.id)) ?? turn.writer
  turn.say({
    lines: [
      { text: words('sheet-as', { name: writer.name, partner: writer.partner }), style: 'strong' },
      { text: words('sheet-about-how') },
    ],
    choices: [
      { data: sheetButton('o', 'n'), label: words('sheet-name-change'), role: 'option' },
      { data: sheetButton('o', 'm'), label: words('sheet-partner-change'), role: 'option' },
      { data: sheetButton('o'), label: words('sheet-home'), role: 'control' },
    ],
  })
}

async function askName(turn: SheetTurn, letter: 'n' | 'm', fault?: string): Promise<void> {
  const { words } = turn
  const data = sheetButton('o', letter)
  await turn.expect(data)
  const ask = words(letter === 'n' ? 'sheet-name-ask' : 'sheet-partner-ask')
  turn.say({
    lines: [...(fault === undefined ? [] : [{ text: fault }]), { text: ask, style: 'strong' }],
    typed: { label: ask, max: MOST_NAME, data },
    choices: [
      { data, label: words('sheet-write'), role: 'write' },
      { data: sheetButton('o', 'a'), label: words('sheet-back'), role: 'control' },
    ],
  })
}

async function keepName(turn: SheetTurn, letter: 'n' | 'm', text: string): Promise<void> {
  const clean = cleanText(text)?.replace(/\s+/g, ' ') ?? null
  if (clean === null) return askName(turn, letter, turn.words('sheet-empty'))
  const length = lengthOf(clean)
  if (length > MOST_NAME) return askName(turn, letter, turn.words('sheet-too-long', { length, max: MOST_NAME }))
  await renameWriter(turn.ground, turn.writer.id, letter === 'n' ? { name: clean } : { partner: clean })
  await showAbout(turn)
}
