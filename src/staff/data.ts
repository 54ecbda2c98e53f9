/** Agreements on who gets which data, and what leaves under them. Rules are the dialogue's and the export's; here is only the talking. */
import type { Choice } from '../channels/port.ts'
import { sharingButton, sharingCard, sharingHead } from '../dialogue/data-card.ts'
import { readSharing, readSharings, type Sharing } from '../dialogue/read-data-agreements.ts'
import { takeMaking, typedMaking } from './data-make.ts'
import { fetchFiles, makeKey, showKeys, stopKeys } from './data-out.ts'
import { mayNot, refuse } from './refuse.ts'
import type { Area, StaffTurn } from './turn.ts'

/** Buttons `t.x.<step>.…`, as `sharingButton` writes them. */
export const data: Area = {
  code: 'x',
  open: showList,
  async tap(turn, [step, ...parts]) {
    const take = step === undefined ? showList : STEPS[step]
    return take ? take(turn, parts) : turn.remark('notice-stale')
  },
  async typed(turn, [step, ...parts], text) {
    return step === 'm' ? typedMaking(turn, parts, text) : turn.remark('notice-stale')
  },
}

type Step = (turn: StaffTurn, parts: string[]) => Promise<void>

const STEPS: Record<string, Step> = {
  see: (turn, [id]) => withSharing(turn, id, showOne),
  yes: (turn, [id = '']) =>
    act(turn, id, ({ rooms, staffId, organisation }) =>
      rooms.desk.decideSharing(staffId, organisation.id, id, 'agreed'),
    ),
  no: (turn, [id = '']) =>
    act(turn, id, ({ rooms, staffId, organisation }) =>
      rooms.desk.decideSharing(staffId, organisation.id, id, 'declined'),
    ),
  back: (turn, [id = '']) =>
    act(turn, id, ({ rooms, staffId, organisation }) => rooms.desk.withdrawSharing(staffId, organisation.id, id)),
  end: (turn, [id]) => withSharing(turn, id, askEnd),
  stop: (turn, [id = '']) =>
    act(turn, id, ({ rooms, staffId, organisation }) => rooms.desk.endSharing(staffId, organisation.id, id)),
  get: (turn, [id]) => withSharing(turn, id, (there, one) => fetchFiles(there, one.id)),
  keys: (turn, [id]) => withSharing(turn, id, showKeys),
  key: (turn, [id]) => withSharing(turn, id, (there, one) => makeKey(there, one.id)),
  unkey: (turn, [id]) => withSharing(turn, id, (there, one) => stopKeys(there, one.id)),
  new: (turn) => takeMaking(turn, []),
  m: takeMaking,
}

async function showList(turn: StaffTurn): Promise<void> {
  if (!turn.may('data.see')) return mayNot(turn)
  const { words, organisation, language } = turn
  const all = await readSharings(turn.ground, organisation)
  turn.say({
    lines: [
      { text: words('sharing-list', { organisation: organisation.name }), style: 'strong' },
      { text: words('sharing-list-how') },
      ...(all.length === 0 ? [{ text: words('sharing-list-none') }] : []),
      ...all.slice(0, MOST).map((one) => ({ text: `• ${one.receiver}: ${sharingHead(one, organisation, language)}` })),
    ],
    choices: [
      ...all
        .slice(0, MOST)
        .map((one): Choice => ({ data: sharingButton('see', one.id), label: cut(one.receiver), role: 'option' })),
      ...(turn.may('data.propose')
        ? [{ data: sharingButton('new'), label: words('sharing-new'), role: 'control' as const }]
        : []),
    ],
  })
}

/** An agreement is looked for in every organisation where this person has a role: its message may be about another one. */
async function withSharing(
  turn: StaffTurn,
  id: string | undefined,
  work: (turn: StaffTurn, sharing: Sharing) => void | Promise<void>,
): Promise<void> {
  const found = id === undefined ? null : await turnOf(turn, id)
  if (!found) return turn.remark('sharing-none')
  if (!found.turn.may('data.see')) return mayNot(found.turn)
  await work(found.turn, found.sharing)
}

async function turnOf(turn: StaffTurn, id: string): Promise<{ turn: StaffTurn; sharing: Sharing } | null> {
  if (!/^[\w-]{1,64}$/.test(id)) return null
  const here = await readSharing(turn.ground, turn.organisation, id)
  if (here) return { turn, sharing: here }
  for (const other of new Set(turn.person.offices.map(({ organisationId }) => organisationId))) {
    const organisation = turn.ground.config().organisations.get(other)
    const sharing = organisation && (await readSharing(turn.ground, organisation, id))
    const there = sharing && (await turn.elsewhere(other))
    if (there) return { turn: there, sharing }
  }
  return null
}

async function act(
  turn: StaffTurn,
  id: string,
  wish: (turn: StaffTurn) => Promise<{ ok: true } | { ok: false; fault: string }>,
): Promise<void> {
  await withSharing(turn, id, async (there) => {
    const outcome = await wish(there)
    if (!outcome.ok) return refuse(there, outcome)
    await withSharing(there, id, showOne)
  })
}

function showOne(turn: StaffTurn, sharing: Sharing): void {
  const own = turn.person.addressHash === sharing.proposedKey
  const rights = {
    agree: turn.may('data.agree') && (sharing.state !== 'proposed' || !own),
    propose: turn.may('data.propose'),
    fetch: turn.may('data.fetch'),
  }
  const card = sharingCard(sharing, turn.organisation, turn.language, rights)
  turn.say({ lines: card.lines, choices: [...card.choices, listButton(turn)] })
}

/** Ending cannot be undone but by a new agreement: asked once more. */
function askEnd(turn: StaffTurn, sharing: Sharing): void {
  const { words } = turn
  turn.say({
    lines: [
      { text: words('sharing-end-sure', { receiver: sharing.receiver }), style: 'strong' },
      { text: words('sharing-end-how') },
    ],
    choices: [
      { data: sharingButton('stop', sharing.id), label: words('sharing-end-yes'), role: 'option' },
      { data: sharingButton('see', sharing.id), label: words('sharing-end-no'), role: 'control' },
    ],
  })
}

const listButton = (turn: StaffTurn): Choice => ({
  data: sharingButton(),
  label: turn.words('sharing-back'),
  role: 'control',
})

const cut = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`)
const LONGEST = 60
const MOST = 12
