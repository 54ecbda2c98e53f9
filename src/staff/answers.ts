/** Open answers, read in private by the moderator, one by one, without who, when, in which language or by which way. */
import type { Line } from '../channels/port.ts'
import { eraseOpenAnswer, keepOpenAnswer, type OpenAnswer, readOpenAnswers } from '../dialogue/open-answers.ts'
import { draftQuote, dropDraft, sendDraft } from '../dialogue/quote-drafts.ts'
import { charactersIn, LONGEST_QUOTE } from '../dialogue/quote-text.ts'
import type { QuoteForm } from '../dialogue/quotes.ts'
import { coverNames } from '../survey/scrub.ts'
import { quoteList, quoteTap, showQuoteStep } from './quotes.ts'
import { mayNot } from './refuse.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

export const answers: Area = {
  code: 'o',
  async open(turn) {
    if (await isRefused(turn)) return
    if (!turn.may('answers.read')) return showQuoteStep(turn)
    const unread = await unreadOf(turn)
    const waiting = await quoteList(turn)
    const { words } = turn
    turn.say({
      lines: [
        { text: words('answers-title', { organisation: turn.organisation.name }), style: 'strong' },
        { text: words('answers-count', { count: unread.length }) },
        ...(turn.may('quote.approve') ? [{ text: words('answers-waiting', { count: waiting.toLookAt.length }) }] : []),
        { text: words('answers-how'), style: 'quiet' },
      ],
      choices: [
        ...(unread.length > 0 ? [control(turn, 'answers-read', 'n')] : []),
        ...(turn.may('quote.approve')
          ? [control(turn, 'answers-approve', 'e'), control(turn, 'answers-out', 'l')]
          : []),
      ],
    })
  },
  async tap(turn, [what = '', id = '', anew]) {
    if (await isRefused(turn)) return
    if (what === '') return answers.open(turn, '')
    if (QUOTE_STEPS.has(what)) return quoteTap(turn, what, id)
    if (!turn.may('answers.read')) return mayNot(turn)
    if (what === 'n') return showNext(turn, id)
    if (what === 'y') return letGo(turn, id)
    if (what === 'x') {
      await dropDraft(turn.ground, turn.organisation.id, id, turn.staffId)
      return showNext(turn, '')
    }
    const answer = await answerBy(turn, id)
    if (!answer) return turn.remark('answers-gone')
    switch (what) {
      case 'a':
        return show(turn, answer)
      case 's':
        return show(turn, answer, true)
      case 'q':
      case 'p':
        return draft(turn, answer, what === 'q' ? 'quote' : 'paraphrase', anew !== undefined)
      case 'k': {
        const kept = await keepOpenAnswer(turn.ground, turn.organisation.id, answer)
        return showNext(turn, id, kept || answer.state === 'kept' ? 'answers-kept' : 'answers-taken')
      }
      case 'w':
        return turn.say({
          lines: [
            { text: turn.words('answers-erase-sure'), style: 'strong' },
            { text: turn.words('answers-erase-what') },
          ],
          choices: [control(turn, 'answers-erase-yes', 'ww', id), control(turn, 'answers-erase-no', 'a', id)],
        })
      case 'ww': {
        const erased = await eraseOpenAnswer(turn.ground, turn.organisation.id, answer, turn.staffId)
        turn.rooms.wake()
        return showNext(turn, id, erased ? 'answers-erased' : 'answers-gone')
      }
      default:
        return turn.remark('notice-stale')
    }
  },
  async typed(turn, [what = '', id = ''], text) {
    if (await isRefused(turn)) return
    if (!turn.may('answers.read')) return mayNot(turn)
    const answer = await answerBy(turn, id)
    if (!answer || (what !== 'q' && what !== 'p')) return turn.remark('answers-gone')
    return tryText(turn, answer, what === 'q' ? 'quote' : 'paraphrase', text)
  },
}

/** Nothing of this in a group, whoever asks. */
async function isRefused(turn: StaffTurn): Promise<boolean> {
  if (turn.place) {
    turn.remark('answers-private')
    return true
  }
  if (turn.may('answers.read') || turn.may('quote.approve')) return false
  mayNot(turn)
  return true
}

const readable = (turn: StaffTurn) => (answer: OpenAnswer) => turn.inbound.channel !== 'discord' || !answer.offDiscord

async function unreadOf(turn: StaffTurn): Promise<OpenAnswer[]> {
  const all = await readOpenAnswers(turn.ground, turn.organisation)
  return all.filter(({ state }) => state === 'new')
}

async function answerBy(turn: StaffTurn, ref: string): Promise<OpenAnswer | undefined> {
  const all = await readOpenAnswers(turn.ground, turn.organisation)
  return all.filter(readable(turn)).find((answer) => answer.ref === ref)
}

/** The next unread answer behind this one, from the front again at the end. @param said what was just done */
async function showNext(turn: StaffTurn, after: string, said?: string): Promise<void> {
  const unread = await unreadOf(turn)
  const here = unread.filter(readable(turn))
  const next = here.find(({ ref }) => ref > after) ?? here[0]
  if (next) return show(turn, next, false, said)
  const { words } = turn
  turn.say({
    lines: [
      ...(said ? [{ text: words(said) }] : []),
      { text: words(unread.length > 0 ? 'answers-not-here' : 'answers-none') },
    ],
    choices: [control(turn, 'answers-back', '')],
  })
}

function show(turn: StaffTurn, answer: OpenAnswer, withNames = false, said?: string): void {
  const { words, language } = turn
  const covered = withNames ? answer.text : coverNames(answer.text, language)
  const hidden = covered !== answer.text
  const lines: Line[] = [
    ...(said ? [{ text: words(said), style: 'quiet' as const }] : []),
    { text: answer.activity ?? words('answers-some-activity'), style: 'quiet' },
    { text: answer.asked, style: 'strong' },
    ...covered.split('\n').map((text) => ({ text })),
    ...(answer.names && !withNames ? [{ text: words('answers-names'), style: 'quiet' as const }] : []),
    ...(answer.may.length === 0 ? [{ text: words('answers-few'), style: 'quiet' as const }] : []),
    ...(answer.may.length === 1 ? [{ text: words('answers-sensitive'), style: 'quiet' as const }] : []),
  ]
  const open = answer.state === 'new' || answer.state === 'kept'
  turn.say({
    lines,
    choices: [
      ...(open && answer.may.includes('quote') ? [act(turn, 'answers-quote', 'q', answer)] : []),
      ...(open && answer.may.includes('paraphrase') ? [act(turn, 'answers-paraphrase', 'p', answer)] : []),
      ...(answer.state === 'new' ? [act(turn, 'answers-leave', 'k', answer)] : []),
      act(turn, 'answers-erase', 'w', answer),
      ...(hidden ? [control(turn, 'answers-show-names', 's', answer.ref)] : []),
      control(turn, 'answers-next', 'n', answer.ref),
      control(turn, 'answers-back', ''),
    ],
  })
}

/** The words of the answer as a first draft where they may stay as they are; else the moderator writes. */
async function draft(turn: StaffTurn, answer: OpenAnswer, form: QuoteForm, anew: boolean): Promise<void> {
  if (form === 'quote' && !anew && !answer.otherLanguage && charactersIn(answer.text) <= LONGEST_QUOTE)
    return tryText(turn, answer, form, answer.text)
  const { words } = turn
  const why =
    form === 'paraphrase'
      ? words('answers-write-own', { max: LONGEST_QUOTE })
      : answer.otherLanguage
        ? words('answers-write-language', { max: LONGEST_QUOTE })
        : words(anew ? 'answers-write-anew' : 'answers-write-shorter', { max: LONGEST_QUOTE })
  await askWords(turn, answer, form, [{ text: why }])
}

async function askWords(turn: StaffTurn, answer: OpenAnswer, form: QuoteForm, lines: Line[]): Promise<void> {
  const { words } = turn
  const data = buttonOf('o', form === 'quote' ? 'q' : 'p', answer.ref, 'anew')
  await turn.expect(data)
  turn.say({
    lines: [
      ...lines,
      { text: coverNames(answer.text, turn.language) },
      { text: words('answers-write-rules'), style: 'quiet' },
    ],
    choices: [
      { data, label: words('answers-write'), role: 'write' },
      control(turn, 'answers-not-now', 'a', answer.ref),
    ],
    typed: { label: words('answers-write-field'), max: LONGEST_QUOTE, data },
  })
}

async function tryText(turn: StaffTurn, answer: OpenAnswer, form: QuoteForm, text: string): Promise<void> {
  const { words, organisation } = turn
  const drafted = await draftQuote(turn.ground, organisation, answer, { form, text, staffId: turn.staffId })
  if (typeof drafted === 'string') {
    switch (drafted) {
      case 'gone':
        return turn.remark('answers-gone')
      case 'taken':
        return turn.remark('answers-taken')
      case 'not-allowed':
        return turn.remark('answers-few')
      default:
        return askWords(turn, answer, form, [{ text: words(`answers-text-${drafted}`, { max: LONGEST_QUOTE }) }])
    }
  }
  const quoted = form === 'quote'
  turn.say({
    lines: [
      { text: words(quoted ? 'answers-draft-quote' : 'answers-draft-paraphrase'), style: 'strong' },
      { text: quoted ? `“${drafted.text}”` : drafted.text },
      ...(drafted.covered ? [{ text: words('answers-covered') }] : []),
      { text: words(quoted ? 'answers-then-quote' : 'answers-then-paraphrase'), style: 'quiet' },
    ],
    choices: [
      {
        data: buttonOf('o', 'y', drafted.id),
        label: words(quoted ? 'answers-ask' : 'answers-hand-on'),
        role: 'option',
      },
      { data: buttonOf('o', quoted ? 'q' : 'p', answer.ref, 'anew'), label: words('answers-rewrite'), role: 'option' },
      control(turn, 'answers-not-now', 'x', drafted.id),
    ],
  })
}

async function letGo(turn: StaffTurn, quoteId: string): Promise<void> {
  const sent = await sendDraft(turn.ground, turn.organisation.id, quoteId, turn.staffId)
  turn.rooms.wake()
  const said = { quote: 'answers-asked', paraphrase: 'answers-handed-on', taken: 'answers-taken', gone: 'answers-gone' }
  return showNext(turn, '', said[sent])
}

const act = (turn: StaffTurn, key: string, what: string, answer: OpenAnswer) => ({
  data: buttonOf('o', what, answer.ref),
  label: turn.words(key),
  role: 'option' as const,
})

const control = (turn: StaffTurn, key: string, ...parts: string[]) => ({
  data: buttonOf('o', ...parts),
  label: turn.words(key),
  role: 'control' as const,
})

const QUOTE_STEPS: ReadonlySet<string> = new Set(['e', 'g', 'z', 'l', 't', 'tt'])
