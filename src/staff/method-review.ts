/** What a curator looks over: what organisations want to share. Nobody judges their own. */
import type { Choice } from '../channels/port.ts'
import { cardSheet } from '../instrumentarium/card-sheet.ts'
import { cardDifferences } from '../instrumentarium/differences.ts'
import type { HandedIn, Verdict } from '../instrumentarium/review.ts'
import { textIn } from '../survey/question-set.ts'
import { plainLabel } from './method-label.ts'
import { chainOf, changeLines } from './method-share.ts'
import { mayNot, refuse } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.i.n`, `t.i.n.o.<id>`, and `t.i.n.<a|r|z>.<id>.<hash>`: take it up, give it back, say no. */
export async function review(turn: StaffTurn, [letter, id = '', seen = '']: string[]): Promise<void> {
  if (!turn.may('method.curate')) return mayNot(turn)
  switch (letter) {
    case undefined:
      return showWaiting(turn)
    case 'o':
      return showOne(turn, id)
    case 'a':
      return judge(turn, id, seen, { type: 'accept' })
    case 'r':
    case 'z':
      return askNote(turn, letter, id, seen)
    default:
      return turn.remark('notice-stale')
  }
}

/** The note that was asked for. */
export async function typedReview(
  turn: StaffTurn,
  [letter, id = '', seen = '']: string[],
  text: string,
): Promise<void> {
  if (!turn.may('method.curate')) return mayNot(turn)
  await judge(turn, id, seen, { type: letter === 'z' ? 'decline' : 'return', text })
}

/** The button that leads to what waits; none for who is no curator. */
export async function reviewButton(turn: StaffTurn): Promise<Choice[]> {
  if (!turn.may('method.curate')) return []
  const count = (await waiting(turn)).length
  return [{ data: buttonOf('i', 'n'), label: plainLabel(turn.words('library-review', { count })), role: 'option' }]
}

async function waiting(turn: StaffTurn): Promise<HandedIn[]> {
  const found = await turn.rooms.desk.waitingMethods(turn.staffId, turn.organisation.id)
  return found.ok ? found.value : []
}

async function showWaiting(turn: StaffTurn): Promise<void> {
  const { words, language } = turn
  const all = await waiting(turn)
  turn.say({
    lines: [
      { text: words('library-review-title', { count: all.length }), style: 'strong' },
      { text: words('library-review-how') },
    ],
    choices: [
      ...all.slice(0, MOST).map(
        ({ card }): Choice => ({
          data: buttonOf('i', 'n', 'o', card.id),
          label: plainLabel(textIn(card.title, language)),
          role: 'option',
        }),
      ),
      { data: buttonOf('i'), label: words('library-back'), role: 'control' },
    ],
  })
}

async function showOne(turn: StaffTurn, id: string): Promise<void> {
  const one = (await waiting(turn)).find(({ card }) => card.id === id)
  if (!one) return turn.remark('library-reviewed-already')
  const { words, language } = turn
  const { card, parent, earlier, hash } = one
  const sheet = cardSheet(card, language)
  const seen = hash.slice(0, 8)
  const beside = earlier ?? parent
  const option = (key: string, letter: string): Choice => ({
    data: buttonOf('i', 'n', letter, id, seen),
    label: words(key),
    role: 'option',
  })
  turn.say({
    lines: [
      { text: sheet.title, style: 'strong' },
      { text: words('library-review-by', { credit: card.credit ?? '' }) },
      { text: sheet.measures },
      ...sheet.facts.map(({ label, text }) => ({ text: `${label}: ${text}` })),
      ...sheet.parts.flatMap(({ heading, lines }) => [
        { text: heading, style: 'strong' as const },
        ...lines.map((text) => ({ text })),
      ]),
      ...chainOf(turn, card),
      ...(beside
        ? [
            { text: words(earlier ? 'library-review-since' : 'library-review-changed'), style: 'strong' as const },
            ...changeLines(turn, cardDifferences(beside, card, language)),
          ]
        : []),
    ],
    choices: [
      option('library-accept', 'a'),
      option('library-return', 'r'),
      option('library-decline', 'z'),
      { data: buttonOf('i', 'n'), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

async function askNote(turn: StaffTurn, letter: 'r' | 'z', id: string, seen: string): Promise<void> {
  const data = buttonOf('i', 'n', letter, id, seen)
  await turn.expect(data)
  const { words } = turn
  const label = words('library-note-label')
  turn.say({
    lines: [{ text: words(letter === 'r' ? 'library-return-why' : 'library-decline-why'), style: 'strong' }],
    typed: { label, max: 400, data },
    choices: [
      { data, label, role: 'write' },
      { data: buttonOf('i', 'n', 'o', id), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

async function judge(turn: StaffTurn, id: string, seen: string, verdict: Verdict): Promise<void> {
  const judged = await turn.rooms.desk.judgeMethod(turn.staffId, turn.organisation.id, id, seen, verdict)
  if (!judged.ok) return refuse(turn, judged)
  turn.remark(`library-judged-${verdict.type}`)
}

const MOST = 10
