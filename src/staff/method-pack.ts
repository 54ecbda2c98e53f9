/** Handing a method on in a signed file, and the page where a curator takes such a file up. */
import type { Choice } from '../channels/port.ts'
import { makeStaffLink } from '../people/staff-links.ts'
import { textIn } from '../survey/question-set.ts'
import { mayNot, refuse } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.i.pk`: the page to bring a pack in; `t.i.pk.<card>`: a pack with that card. */
export async function packs(turn: StaffTurn, [id]: string[]): Promise<void> {
  return id === undefined ? offerPage(turn) : sendPack(turn, id)
}

/** Under the list of methods: for a curator. */
export const packButton = ({ may, words }: StaffTurn): Choice[] =>
  may('method.curate') ? [{ data: buttonOf('i', 'pk'), label: words('library-pack-bring'), role: 'option' }] : []

async function offerPage(turn: StaffTurn): Promise<void> {
  if (!turn.may('method.curate')) return mayNot(turn)
  const { ground, organisation, staffId, words } = turn
  const link = { purpose: 'upload' as const, organisationId: organisation.id, staffId, subject: PACK }
  const { token } = await makeStaffLink(ground, link)
  turn.say({
    lines: [{ text: words('library-pack-bring'), style: 'strong' }, { text: words('library-pack-how') }],
    choices: [
      { data: '', label: words('library-pack-open'), role: 'link', url: turn.rooms.pageUrl(`/pakket/${token}`) },
      { data: buttonOf('i'), label: words('library-back'), role: 'control' },
    ],
  })
}

/** A chat sends the file itself; a page leads to it. */
async function sendPack(turn: StaffTurn, id: string): Promise<void> {
  const { ground, organisation, staffId, words, inbound, language } = turn
  const made = await turn.rooms.desk.makePack(staffId, organisation.id, [id])
  if (!made.ok) return refuse(turn, made)
  const { name, content, left } = made.value
  const back: Choice = { data: buttonOf('i', 'o', id), label: words('library-edit-back'), role: 'control' }
  const lines = [
    { text: words('library-pack-here', { count: made.value.cards }), style: 'strong' as const },
    ...left.map(({ title, why }) => ({
      text: words('library-pack-stays', { title: textIn(title, language), why: words(why) }),
    })),
  ]
  if (inbound.channel !== 'web') {
    const bytes = new Uint8Array(Buffer.from(content, 'base64'))
    return turn.say({ lines, files: [{ name, type: 'application/json', bytes }], choices: [back] })
  }
  const link = { purpose: 'file' as const, organisationId: organisation.id, staffId, subject: `${id}/${PACK}` }
  const { token } = await makeStaffLink(ground, link)
  const url = turn.rooms.pageUrl(`/bestand/${token}/haal`)
  turn.say({ lines, choices: [{ data: '', label: words('library-pack'), role: 'link', url }, back] })
}

const PACK = 'pack'
