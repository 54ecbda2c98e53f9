/** What leaves under an agreement: the files, and keys for the read-only interface. Only while it holds, and only for who may. */
import { sharingButton } from '../dialogue/data-card.ts'
import type { Sharing } from '../dialogue/read-data-agreements.ts'
import { waysOnPage } from './on-page.ts'
import { refuse } from './refuse.ts'
import type { StaffTurn } from './turn.ts'

export async function fetchFiles(turn: StaffTurn, id: string): Promise<void> {
  const { words, organisation, language } = turn
  const back = { data: sharingButton('see', id), label: words('sharing-back-one'), role: 'control' as const }
  const ways = waysOnPage(turn, [{ path: `/gegevens/${id}.zip`, key: 'sharing-zip' }])
  if (ways.length > 0) {
    const outlook = await turn.rooms.desk.sharingOutlook(turn.staffId, organisation.id, id)
    if (!outlook.ok) return refuse(turn, outlook)
    return turn.say({ lines: [{ text: words('sharing-here') }], choices: [...ways, back] })
  }
  const outcome = await turn.rooms.desk.exportData(turn.staffId, organisation.id, id, language)
  if (!outcome.ok) return refuse(turn, outcome)
  const { name, base64, notes } = outcome.value
  turn.say({
    lines: [{ text: words('sharing-here'), style: 'strong' }, ...notes.map((text) => ({ text }))],
    choices: [back],
    files: [{ name, type: 'application/zip', bytes: Buffer.from(base64, 'base64') }],
  })
}

/** How many keys work; never the keys themselves, which nobody has but the receiver. */
export async function showKeys(turn: StaffTurn, sharing: Sharing): Promise<void> {
  const { words } = turn
  const outcome = await turn.rooms.desk.dataKeys(turn.staffId, turn.organisation.id, sharing.id)
  if (!outcome.ok) return refuse(turn, outcome)
  const { count } = outcome.value
  turn.say({
    lines: [
      { text: words('sharing-keys-are', { receiver: sharing.receiver, count }), style: 'strong' },
      { text: words('sharing-keys-how', { url: turn.rooms.pageUrl('/api/openapi.json') }) },
    ],
    choices: [
      { data: sharingButton('key', sharing.id), label: words('sharing-key-make'), role: 'option' },
      ...(count > 0
        ? [{ data: sharingButton('unkey', sharing.id), label: words('sharing-key-stop'), role: 'option' as const }]
        : []),
      { data: sharingButton('see', sharing.id), label: words('sharing-back-one'), role: 'control' },
    ],
  })
}

export async function makeKey(turn: StaffTurn, id: string): Promise<void> {
  const outcome = await turn.rooms.desk.makeDataKey(turn.staffId, turn.organisation.id, id)
  if (!outcome.ok) return refuse(turn, outcome)
  turn.say({
    lines: [
      { text: turn.words('sharing-key-once'), style: 'strong' },
      { text: outcome.value.token },
      { text: turn.words('sharing-key-where', { url: turn.rooms.pageUrl('/api/v1/') }) },
    ],
    choices: [{ data: sharingButton('see', id), label: turn.words('sharing-back-one'), role: 'control' }],
  })
}

export async function stopKeys(turn: StaffTurn, id: string): Promise<void> {
  const outcome = await turn.rooms.desk.stopDataKeys(turn.staffId, turn.organisation.id, id)
  if (!outcome.ok) return refuse(turn, outcome)
  turn.remark('sharing-key-stopped')
}
