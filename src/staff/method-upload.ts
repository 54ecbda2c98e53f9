/** Methods and files: a page to bring one in, and a method as a file that other programs open. */
import type { Choice } from '../channels/port.ts'
import { isMethod } from '../config/method.ts'
import { mayLeave } from '../instrumentarium/card-files.ts'
import { isMethodFormat, METHOD_FORMATS, type MethodFormat, methodFile } from '../instrumentarium/method-files.ts'
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

/** `t.i.x.<id>`: which; `t.i.x.<id>.<format>`: that one. */
export async function sendMethodFile(turn: StaffTurn, [id = '', format]: string[]): Promise<void> {
  if (!turn.may('method.see')) return mayNot(turn)
  const { ground, organisation, words, language } = turn
  const found = (await readShelf(ground, organisation.id)).get(id)
  if (!found) return turn.remark('notice-stale')
  const title = textIn(found.card.title, language)
  const back: Choice = { data: buttonOf('i', 'o', id), label: words('formats-back'), role: 'control' }
  if (format === undefined || !isMethodFormat(format)) {
    const choices = await Promise.all(METHOD_FORMATS.map((one) => wayTo(turn, id, one)))
    turn.say({ lines: [{ text: words('formats-which', { title }), style: 'strong' }], choices: [...choices, back] })
    return
  }
  const file = await methodFile(ground, organisation.id, id, format)
  if (!file) return turn.remark('notice-stale')
  turn.say({ lines: [{ text: words('formats-file-here', { title }) }], files: [file], choices: [back] })
}

/** A chat sends the file itself; a page leads to it. */
async function wayTo(turn: StaffTurn, id: string, format: MethodFormat): Promise<Choice> {
  const { ground, organisation, staffId, words, inbound } = turn
  const label = words(`formats-as-${format}`)
  if (inbound.channel !== 'web') return { data: buttonOf('i', 'x', id, format), label, role: 'option' }
  const subject = `${id}/${format}`
  const { token } = await makeStaffLink(ground, { purpose: 'file', organisationId: organisation.id, staffId, subject })
  return { data: '', label, role: 'link', url: turn.rooms.pageUrl(`/bestand/${token}/haal`) }
}
