/** An organisation's own methods: what became of each, sharing one, and taking it back. */
import type { Choice, Line } from '../channels/port.ts'
import type { Card } from '../config/method.ts'
import { cardDifferences } from '../instrumentarium/differences.ts'
import { LICENCES, mustBeMarked, shareFault } from '../instrumentarium/licences.ts'
import { readReview } from '../instrumentarium/review-note.ts'
import { findCard, readShelf, type Shelved } from '../instrumentarium/shelf.ts'
import { textIn } from '../survey/question-set.ts'
import { plainLabel } from './method-label.ts'
import { mayNot, refuse } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.i.d`, `t.i.d.<own method>`, or `t.i.d.<letter>.…`; a capital letter is the yes to what the small one asked. */
export async function ownMethods(turn: StaffTurn, [first, ...parts]: string[]): Promise<void> {
  if (!turn.may('method.draft') && !turn.may('method.share')) return mayNot(turn)
  if (first === undefined) return showOwn(turn)
  if (first.length > 1) return showOne(turn, first)
  const step = STEPS[first]
  return step ? step(turn, parts) : turn.remark('notice-stale')
}

type Step = (turn: StaffTurn, parts: string[]) => Promise<void>

const STEPS: Record<string, Step> = {
  v: showChanges,
  s: askShare,
  S: share,
  l: chooseLicence,
  b: async (turn, [id = '']) =>
    after(turn, id, await turn.rooms.desk.takeBackMethod(turn.staffId, turn.organisation.id, id), 'library-taken-back'),
  w: (turn, [id = '']) => confirm(turn, id, 'W', 'library-withdraw-sure'),
  W: async (turn, [id = '']) =>
    after(turn, id, await turn.rooms.desk.withdrawMethod(turn.staffId, turn.organisation.id, id), 'library-withdrawn'),
  x: (turn, [id = '']) => confirm(turn, id, 'X', 'library-drop-sure'),
  X: drop,
}

/** The button that leads to the own methods; none for who can do nothing with them. */
export function ownButton(turn: StaffTurn): Choice[] {
  if (!turn.may('method.draft') && !turn.may('method.share')) return []
  return [{ data: buttonOf('i', 'd'), label: turn.words('library-own'), role: 'option' }]
}

async function showOwn(turn: StaffTurn): Promise<void> {
  const { words, language } = turn
  const own = (await readShelf(turn.ground, turn.organisation.id)).all.filter(({ whose }) => whose === 'own')
  turn.say({
    lines: [
      { text: words('library-own-title', { organisation: turn.organisation.name }), style: 'strong' },
      ...(own.length === 0 ? [{ text: words('library-own-none') }] : []),
      ...own.slice(0, MOST).map((one) => ({
        text: words('library-own-row', {
          title: textIn(one.card.title, language),
          state: words(`library-state-${one.state ?? 'draft'}`),
        }),
      })),
    ],
    choices: [
      ...own.slice(0, MOST).map(
        ({ card }): Choice => ({
          data: buttonOf('i', 'd', card.id),
          label: plainLabel(textIn(card.title, language)),
          role: 'option',
        }),
      ),
      ...(turn.may('method.draft')
        ? [{ data: buttonOf('i', 'm'), label: words('library-new'), role: 'option' as const }]
        : []),
      { data: buttonOf('i'), label: words('library-back'), role: 'control' },
    ],
  })
}

async function ownOf(turn: StaffTurn, id: string): Promise<Shelved | null> {
  const found = (await readShelf(turn.ground, turn.organisation.id)).get(id)
  return found?.whose === 'own' ? found : null
}

async function showOne(turn: StaffTurn, id: string, said?: string): Promise<void> {
  const one = await ownOf(turn, id)
  if (!one) return turn.remark('library-gone')
  const { words, language } = turn
  const { card, state = 'draft' } = one
  const row = await turn.ground.store.db
    .selectFrom('method_draft')
    .select('review_note_cipher')
    .where('organisation_id', '=', turn.organisation.id)
    .where('id', '=', id)
    .executeTakeFirst()
  const review = state === 'returned' ? readReview(turn.ground, row?.review_note_cipher ?? null) : null
  const option = (key: string, ...parts: string[]): Choice => ({
    data: buttonOf('i', ...parts),
    label: words(key),
    role: 'option',
  })
  const shares = turn.may('method.share')
  turn.say({
    lines: [
      ...(said === undefined ? [] : [{ text: said, style: 'strong' as const }]),
      { text: textIn(card.title, language), style: 'strong' },
      { text: words(`library-state-${state}`) },
      ...(review ? [{ text: words(`library-review-${review.verdict}`, { text: review.text }) }] : []),
      ...chainOf(turn, card),
    ],
    choices: [
      ...(turn.may('method.draft') ? [option('library-edit', 'e', 'a', id)] : []),
      ...(card.kind === 'activity' && turn.may('timeline.edit') ? [option('library-plan', 'p', id)] : []),
      ...(card.tally && turn.may('session.count') ? [option('library-counts', 'p', 'l', id)] : []),
      ...(card.origin.length > 0 ? [option('library-changes', 'd', 'v', id)] : []),
      ...(shares && (state === 'draft' || state === 'returned') ? [option('library-share', 'd', 's', id)] : []),
      ...(shares && state === 'submitted' ? [option('library-take-back', 'd', 'b', id)] : []),
      ...(shares && state === 'shared' ? [option('library-withdraw', 'd', 'w', id)] : []),
      ...(turn.may('method.draft') ? [option('library-drop', 'd', 'x', id)] : []),
      { data: buttonOf('i', 'd'), label: words('library-own'), role: 'control' },
    ],
  })
}

/** Everything it was copied from, nearest first, each with whose it is; and what its licence asks. */
export function chainOf(turn: StaffTurn, card: Card): Line[] {
  const { words, language } = turn
  return [
    ...card.origin.map(
      ({ title, version, credit }): Line => ({
        text: words('library-from', { title: textIn(title, language), version: String(version), credit }),
        style: 'quiet',
      }),
    ),
    ...(mustBeMarked(card) ? [{ text: words('library-marked'), style: 'quiet' as const }] : []),
    {
      text: card.licence ? words('library-licence', { licence: card.licence.name }) : words('library-licence-missing'),
      style: 'quiet',
    },
  ]
}

async function showChanges(turn: StaffTurn, [id = '']: string[]): Promise<void> {
  const one = await ownOf(turn, id)
  if (!one) return turn.remark('library-gone')
  const { words, language } = turn
  const [origin] = one.card.origin
  const parent = origin && (await findCard(turn.ground, turn.organisation.id, origin.id, origin.hash))
  const lines = parent ? cardDifferences(parent, one.card, language) : []
  turn.say({
    lines: [
      { text: words('library-changes-title', { title: textIn(one.card.title, language) }), style: 'strong' },
      ...(origin
        ? [
            {
              text: words('library-from', {
                ...{ title: textIn(origin.title, language), version: String(origin.version), credit: origin.credit },
              }),
            },
          ]
        : []),
      ...(parent ? changeLines(turn, lines) : [{ text: words('library-changes-unknown') }]),
    ],
    choices: [{ data: buttonOf('i', 'd', id), label: words('library-edit-back'), role: 'control' }],
  })
}

/** As many changes as a message has room for, and how many more there are. */
export function changeLines({ words }: StaffTurn, lines: string[]): Line[] {
  if (lines.length === 0) return [{ text: words('library-changes-none') }]
  const more = lines.length - MOST_CHANGES
  return [
    ...lines.slice(0, MOST_CHANGES).map((text) => ({ text: `• ${text}` })),
    ...(more > 0 ? [{ text: words('library-changes-more', { count: more }) }] : []),
  ]
}

/** What sharing means, before anything is shared: who sees it, under which licence and whose name. */
async function askShare(turn: StaffTurn, [id = '']: string[]): Promise<void> {
  if (!turn.may('method.share')) return mayNot(turn)
  const one = await ownOf(turn, id)
  if (!one) return turn.remark('library-gone')
  const { words, language, organisation } = turn
  const back: Choice = { data: buttonOf('i', 'd', id), label: words('library-edit-back'), role: 'control' }
  const stands = shareFault(one.card)
  if (stands === 'library-no-licence' && one.card.origin.length === 0) {
    return turn.say({
      lines: [
        { text: words('library-which-licence'), style: 'strong' },
        ...Object.keys(LICENCES).map((code) => ({ text: words(`library-licence-${code}`) })),
      ],
      choices: [
        ...Object.entries(LICENCES).map(
          ([code, { name }]): Choice => ({ data: buttonOf('i', 'd', 'l', id, code), label: name, role: 'option' }),
        ),
        back,
      ],
    })
  }
  if (stands) return turn.remark(stands)
  turn.say({
    lines: [
      { text: words('library-share-sure', { title: textIn(one.card.title, language) }), style: 'strong' },
      { text: words('library-share-what', { licence: one.card.licence!.name }) },
      ...chainOf(turn, one.card),
      { text: words('library-share-name') },
    ],
    choices: [
      {
        data: buttonOf('i', 'd', 'S', id, 'o'),
        label: plainLabel(words('library-share-as', { name: organisation.name })),
        role: 'option',
      },
      {
        data: buttonOf('i', 'd', 'S', id, 'p'),
        label: plainLabel(words('library-share-as', { name: `${turn.name}, ${organisation.name}` })),
        role: 'option',
      },
      back,
    ],
  })
}

async function share(turn: StaffTurn, [id = '', as]: string[]): Promise<void> {
  const credit = as === 'p' ? 'person' : 'organisation'
  const shared = await turn.rooms.desk.handInMethod(turn.staffId, turn.organisation.id, id, credit)
  await after(turn, id, shared, 'library-handed-in')
}

async function chooseLicence(turn: StaffTurn, [id = '', code = '']: string[]): Promise<void> {
  const chosen = await turn.rooms.desk.licenceMethod(turn.staffId, turn.organisation.id, id, code)
  if (!chosen.ok) return refuse(turn, chosen)
  await askShare(turn, [id])
}

async function drop(turn: StaffTurn, [id = '']: string[]): Promise<void> {
  const dropped = await turn.rooms.desk.dropMethod(turn.staffId, turn.organisation.id, id)
  return dropped.ok ? turn.remark('library-dropped') : refuse(turn, dropped)
}

async function after(
  turn: StaffTurn,
  id: string,
  outcome: Awaited<ReturnType<StaffTurn['rooms']['desk']['dropMethod']>>,
  key: string,
): Promise<void> {
  if (!outcome.ok) return refuse(turn, outcome)
  await showOne(turn, id, turn.words(key))
}

async function confirm(turn: StaffTurn, id: string, yes: 'W' | 'X', key: string): Promise<void> {
  const one = await ownOf(turn, id)
  if (!one) return turn.remark('library-gone')
  const { words } = turn
  turn.say({
    lines: [{ text: words(key, { title: textIn(one.card.title, turn.language) }), style: 'strong' }],
    choices: [
      { data: buttonOf('i', 'd', yes, id), label: words('role-yes'), role: 'option' },
      { data: buttonOf('i', 'd', id), label: words('role-no'), role: 'option' },
    ],
  })
}

const MOST = 10
const MOST_CHANGES = 12
