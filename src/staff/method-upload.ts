/** Methods and files: a page to bring one in, and a method as a file that other programs open. */
import type { Choice, Line } from '../channels/port.ts'
import { isMethod } from '../config/method.ts'
import { lossesOutTexts } from '../formats/losses-out.ts'
import { mayLeave } from '../instrumentarium/card-files.ts'
import {
  isMethodFormat,
  METHOD_FORMATS,
  type MethodFile,
  type MethodFormat,
  methodFile,
  outFormat,
} from '../instrumentarium/method-files.ts'
import { readShelf } from '../instrumentarium/shelf.ts'
import { makeStaffLink } from '../people/staff-links.ts'
import { textIn } from '../survey/question-set.ts'
import { mayNot } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.i.up`: files do not fit in a chat, so it is a page, for an hour. */
export async function offerUpload(turn: StaffTurn): Promise<void> {
  if (!turn.may('method.draft')) return mayNot(turn)
  const { ground, organisation, staffId, words } = turn
  const { token } = await makeStaffLink(ground, { purpose: 'upload', organisationId: organisation.id, staffId })
  turn.say({
    lines: [
      { text: words('formats-bring'), style: 'strong' },
      { text: words('formats-bring-how') },
      { text: words('formats-bring-hour'), style: 'quiet' },
    ],
    choices: [
      { data: '', label: words('formats-open'), role: 'link', url: turn.rooms.pageUrl(`/bestand/${token}`) },
      { data: buttonOf('i'), label: words('formats-back'), role: 'control' },
    ],
  })
}

/** Under the list of methods: for whoever may make a draft. */
export const uploadButton = ({ may, words }: StaffTurn): Choice[] =>
  may('method.draft') ? [{ data: buttonOf('i', 'up'), label: words('formats-bring'), role: 'option' }] : []

/** Under a card of questions that may leave. */
export async function filesButton({ ground, organisation, words }: StaffTurn, id: string): Promise<Choice[]> {
  const found = (await readShelf(ground, organisation.id)).get(id)
  if (!found || !isMethod(found.card) || (found.whose !== 'own' && !mayLeave(found.card))) return []
  return [{ data: buttonOf('i', 'x', id), label: words('formats-as-file'), role: 'option' }]
}

/** `t.i.x.<id>`: which; `t.i.x.<id>.<format>`: that one, with what it has no place for. */
export async function sendMethodFile(turn: StaffTurn, [id = '', format]: string[]): Promise<void> {
  if (!turn.may('method.see')) return mayNot(turn)
  const { ground, organisation, words, language, inbound } = turn
  const found = (await readShelf(ground, organisation.id)).get(id)
  if (!found) return turn.remark('notice-stale')
  const title = textIn(found.card.title, language)
  const back: Choice = { data: buttonOf('i', 'o', id), label: words('formats-back'), role: 'control' }
  if (format === undefined || !isMethodFormat(format)) {
    const choices = METHOD_FORMATS.map(
      (one): Choice => ({ data: buttonOf('i', 'x', id, one), label: words(`formats-as-${one}`), role: 'option' }),
    )
    turn.say({ lines: [{ text: words('formats-which', { title }), style: 'strong' }], choices: [...choices, back] })
    return
  }
  const file = await methodFile(ground, organisation.id, id, format)
  if (!file) return turn.remark('notice-stale')
  const told = lossesOutTexts(file.losses, outFormat(format), words)
  if (inbound.channel === 'web') {
    const lines = [{ text: title, style: 'strong' } as const, ...told.map(quiet)]
    return turn.say({ lines, choices: [await linkTo(turn, id, format), back] })
  }
  const shown = asFits(told)
  const whole = shown.length < told.length
  turn.say({
    lines: [
      { text: words('formats-file-here', { title }) },
      ...shown.map(quiet),
      ...(whole
        ? [quiet(words('formats-more', { count: told.length - shown.length })), quiet(words('out-whole-list'))]
        : []),
    ],
    files: [file, ...(whole ? [listFile(id, told)] : [])],
    choices: [back],
  })
}

/** A chat sends the file itself; a page leads to it. */
async function linkTo(turn: StaffTurn, id: string, format: MethodFormat): Promise<Choice> {
  const { ground, organisation, staffId, words } = turn
  const subject = `${id}/${format}`
  const { token } = await makeStaffLink(ground, { purpose: 'file', organisationId: organisation.id, staffId, subject })
  return { data: '', label: words('out-take-file'), role: 'link', url: turn.rooms.pageUrl(`/bestand/${token}/haal`) }
}

/** The lines that fit in one message of any platform, beside the others. */
function asFits(lines: string[]): string[] {
  let length = 0
  const over = lines.findIndex((line) => {
    length += line.length + 1
    return length > MOST_SHOWN
  })
  return over < 0 ? lines : lines.slice(0, over)
}

const listFile = (id: string, lines: string[]): MethodFile => ({
  name: `${id}-lees-mij.txt`,
  type: 'text/plain',
  bytes: new TextEncoder().encode(`${lines.join('\n').replace(/[\u2066-\u2069]/g, '')}\n`),
})

const quiet = (text: string): Line => ({ text, style: 'quiet' })
/** Characters; the shortest message that a platform takes is 2000. */
const MOST_SHOWN = 1400
