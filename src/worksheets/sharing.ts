/** Sharing fields of the own worksheet, one by one, with named partners; taking them back; and what partners share. */
import type { Choice } from '../channels/port.ts'
import { type JointLine, jointsOf, partnersOf } from '../dialogue/joint-read.ts'
import { SHEET_FIELDS, type SheetField } from '../dialogue/sheet-fields.ts'
import { fieldOf, readOwn } from '../dialogue/sheet-own.ts'
import { type Share, sendSharesAnew, shareField, sharesOf, takeBack } from '../dialogue/sheet-shares.ts'
import { nameOf, textOf } from '../dialogue/sheet-text.ts'
import { showReceived } from './received.ts'
import { type SheetTurn, sheetButton } from './turn.ts'

/**
 * `w.s`: in which joint sheet. `w.s.<sheet>`: its fields. Behind that: `<field>` with whom, `<field>.<partner>.<0|1>`
 * take back or share. `w.s.m`: what others share; `w.s.m.<sheet>.<partner>` once more; `w.s.r.<row>.<field>` its words.
 */
export async function takeSharing(turn: SheetTurn, parts: string[]): Promise<void> {
  const [first, second, third, fourth] = parts
  if (first === 'm') return second === undefined ? showSenders(turn) : sendAgain(turn, second, third)
  if (first === 'r') return showReceived(turn, second ?? '', third)
  const joints = await jointsOf(turn.ground, turn.writer.id)
  if (joints.length === 0) return turn.remark('sheet-share-none')
  const joint = first === undefined ? (joints.length === 1 ? joints[0] : null) : joints.find(({ id }) => id === first)
  if (joint === null) return pickSheet(turn, joints)
  if (!joint) return turn.remark('notice-stale')
  if (second === undefined) return showFields(turn, joint)
  const field = fieldOf(second)
  if (field?.visibility !== 'own') return turn.remark('notice-stale')
  if (third !== undefined && fourth !== undefined) return change(turn, joint, field, third, fourth)
  return showPartners(turn, joint, field)
}

function pickSheet({ say, words }: SheetTurn, joints: readonly JointLine[]): void {
  say({
    lines: [{ text: words('sheet-share-pick'), style: 'strong' }],
    choices: [
      ...joints.map(({ id, title }): Choice => ({ data: sheetButton('s', id), label: title, role: 'option' })),
      { data: sheetButton('o'), label: words('sheet-home'), role: 'control' },
    ],
  })
}

async function showFields(turn: SheetTurn, joint: JointLine): Promise<void> {
  const { words, ground, writer } = turn
  const { values } = await readOwn(ground, writer.id)
  const others = await othersOf(turn, joint)
  const given = await sharesOf(ground, joint.id, { fromId: joint.partnerId })
  const fields = SHEET_FIELDS.filter(({ key }) => values.has(key))
  const closed = joint.state === 'closed'
  const lines = given.map(({ field, toId }) => {
    const known = fieldOf(field)
    return { text: `${known ? nameOf(words, known) : field} → ${others.get(toId) ?? '…'}` }
  })
  turn.say({
    lines: [
      { text: words('sheet-share-title', { title: joint.title }), style: 'strong' },
      { text: words(closed ? 'sheet-share-closed' : whyNot(fields.length, others.size)) },
      ...lines,
    ],
    choices: [
      ...(closed || others.size === 0
        ? []
        : fields.map(
            (field): Choice => ({
              data: sheetButton('s', joint.id, field.key),
              label: nameOf(words, field),
              role: 'option',
              ...(given.some((one) => one.field === field.key) ? { ticked: true } : {}),
            }),
          )),
      { data: sheetButton('o'), label: words('sheet-home'), role: 'control' },
    ],
  })
}

const whyNot = (fields: number, others: number): string =>
  others === 0 ? 'sheet-share-alone' : fields === 0 ? 'sheet-share-nothing' : 'sheet-share-how'

async function showPartners(turn: SheetTurn, joint: JointLine, field: SheetField, lead?: string): Promise<void> {
  const { words, ground, writer } = turn
  const value = (await readOwn(ground, writer.id)).values.get(field.key)
  if (!value) return turn.remark('sheet-share-gone')
  const others = await othersOf(turn, joint)
  const given = (await sharesOf(ground, joint.id, { fromId: joint.partnerId })).filter((one) => one.field === field.key)
  const isOld = (share: Share) => JSON.stringify(share.value) !== JSON.stringify(value)
  const old = given.filter((share) => isOld(share) && others.has(share.toId))
  const data = (partnerId: string, on: '0' | '1') => sheetButton('s', joint.id, field.key, partnerId, on)
  turn.say({
    lines: [
      ...(lead === undefined ? [] : [{ text: lead }]),
      { text: nameOf(words, field), style: 'quiet' },
      { text: textOf(words, field, value) },
      { text: words('sheet-share-field'), style: 'strong' },
      { text: words('sheet-share-field-how') },
      ...old.map(({ toId }) => ({ text: words('sheet-share-newer', { partner: others.get(toId)! }) })),
    ],
    choices: [
      ...[...others].map(([id, partner]): Choice => {
        const ticked = given.some(({ toId }) => toId === id)
        return { data: data(id, ticked ? '0' : '1'), label: partner, role: 'option', ...(ticked ? { ticked } : {}) }
      }),
      ...old.map(
        ({ toId }): Choice => ({
          data: data(toId, '1'),
          label: words('sheet-share-renew', { partner: others.get(toId)! }),
          role: 'control',
        }),
      ),
      { data: sheetButton('s', joint.id), label: words('sheet-back'), role: 'control' },
    ],
  })
}

async function change(
  turn: SheetTurn,
  joint: JointLine,
  field: SheetField,
  partnerId: string,
  on: string,
): Promise<void> {
  const { ground, words, writer } = turn
  const partner = (await othersOf(turn, joint)).get(partnerId)
  if (partner === undefined) return turn.remark('sheet-share-gone')
  const from = { sheetId: joint.id, writerId: writer.id }
  const done = await (on === '1' ? shareField : takeBack)(ground, from, { partnerId, field: field.key })
  if (done === 'closed') return turn.remark('sheet-share-closed')
  if (done === 'gone') return turn.remark('sheet-share-gone')
  turn.rooms.wake()
  await showPartners(turn, joint, field, words(on === '1' ? 'sheet-share-done' : 'sheet-share-ended', { partner }))
}

/** Who shares something with this writer: each is one tap away, as a message of its own that can be taken back. */
async function showSenders(turn: SheetTurn): Promise<void> {
  const { ground, words, writer } = turn
  const choices: Choice[] = []
  for (const joint of await jointsOf(ground, writer.id)) {
    const senders = new Set((await sharesOf(ground, joint.id, { toId: joint.partnerId })).map(({ fromId }) => fromId))
    for (const { id, partner } of await partnersOf(ground.store.db, joint.id))
      if (senders.has(id))
        choices.push({
          data: sheetButton('s', 'm', joint.id, id),
          label: words('shared-from', { partner, title: joint.title }),
          role: 'option',
        })
  }
  const onPage = writer.address.channel === 'web' && choices.length > 0
  const page: Choice = { data: sheetButton('o', 'l'), label: words('sheet-on-page'), role: 'option' }
  turn.say({
    lines: [{ text: words(choices.length > 0 ? 'shared-pick' : 'shared-none'), style: 'strong' }],
    choices: [...(onPage ? [page] : choices), { data: sheetButton('o'), label: words('sheet-home'), role: 'control' }],
  })
}

async function sendAgain(turn: SheetTurn, sheetId: string, fromId = ''): Promise<void> {
  const { ground, writer, rooms } = turn
  const joint = (await jointsOf(ground, writer.id)).find(({ id }) => id === sheetId)
  const shares = joint ? await sharesOf(ground, joint.id, { toId: joint.partnerId }) : []
  if (!joint || !shares.some((share) => share.fromId === fromId)) return turn.remark('shared-none')
  await sendSharesAnew(ground, joint, fromId, joint.partnerId)
  rooms.wake()
}

/** Names of the other partners who take part now, by id. */
async function othersOf({ ground }: SheetTurn, joint: JointLine): Promise<Map<string, string>> {
  const partners = await partnersOf(ground.store.db, joint.id)
  return new Map(
    partners.filter(({ id, left }) => !left && id !== joint.partnerId).map(({ id, partner }) => [id, partner]),
  )
}
