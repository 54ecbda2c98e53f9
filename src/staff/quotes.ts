/** Quotes and paraphrases: the second pair of eyes, and what is on its way or stands in the channel. */
import type { Line } from '../channels/port.ts'
import { approveQuote, type Eyes, isOwn, type QuoteRow, withdrawQuote } from '../dialogue/quotes.ts'
import { standsOffDiscord } from '../rounds/post-quotes.ts'
import { mayNot } from './refuse.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

export type QuoteLists = {
  /** Wait for a second pair of eyes, and may be looked at by this person here. */
  toLookAt: QuoteRow[]
  /** Wait for somebody else: this person chose the words. */
  own: number
  /** Wait, but do not pass through this channel. */
  elsewhere: number
  out: QuoteRow[]
}

/** Their ids are random: in that order nothing tells who came first. */
export async function quoteList(turn: StaffTurn): Promise<QuoteLists> {
  const { db } = turn.ground.store
  const rows = await db
    .selectFrom('quote')
    .selectAll()
    .where('organisation_id', '=', turn.organisation.id)
    .where('state', 'in', ['agreed', 'approved', 'posted'])
    .orderBy('id')
    .execute()
  const lists: QuoteLists = { toLookAt: [], own: 0, elsewhere: 0, out: [] }
  for (const row of rows) {
    const hidden = turn.inbound.channel === 'discord' && (await standsOffDiscord(db, row))
    if (row.state === 'agreed' && (await isOwn(db, row, eyesOf(turn)))) lists.own += 1
    else if (hidden) lists.elsewhere += 1
    else if (row.state === 'agreed') lists.toLookAt.push(row)
    else lists.out.push(row)
  }
  return lists
}

const eyesOf = (turn: StaffTurn): Eyes => ({
  staffId: turn.staffId,
  addressHash: turn.person.addressHash,
  name: turn.name,
})

export async function quoteTap(turn: StaffTurn, what: string, id: string): Promise<void> {
  if (!turn.may('quote.approve')) return mayNot(turn)
  switch (what) {
    case 'e':
      return showQuoteStep(turn, id)
    case 'g': {
      const at = await approveQuote(turn.ground, turn.organisation, id, eyesOf(turn))
      if (at === 'own') return turn.remark('answers-own')
      if (at === 'taken' || at === 'gone') return showQuoteStep(turn, id, { key: `answers-quote-${at}` })
      const day = at.toZonedDateTimeISO(turn.organisation.timezone)
      return showQuoteStep(turn, id, { key: 'answers-approved', values: { time: timeIn(turn, day) } })
    }
    case 'z':
    case 'tt': {
      const gone = await withdrawQuote(turn.ground, turn.organisation.id, id, turn.staffId)
      turn.rooms.wake()
      const said = { key: gone ? 'answers-withdrawn' : 'answers-quote-gone' }
      return what === 'z' ? showQuoteStep(turn, id, said) : showOut(turn, said)
    }
    case 't':
      return turn.say({
        lines: [{ text: turn.words('answers-withdraw-sure'), style: 'strong' }],
        choices: [
          { data: buttonOf('o', 'tt', id), label: turn.words('answers-withdraw-yes'), role: 'control' },
          { data: buttonOf('o', 'l'), label: turn.words('answers-erase-no'), role: 'control' },
        ],
      })
    default:
      return showOut(turn)
  }
}

type Said = { key: string; values?: Record<string, string> }

/** The next text that waits for a second pair of eyes. */
export async function showQuoteStep(turn: StaffTurn, after = '', said?: Said): Promise<void> {
  const { words } = turn
  const { toLookAt, own, elsewhere } = await quoteList(turn)
  const next = toLookAt.find(({ id }) => id > after) ?? toLookAt[0]
  const first: Line[] = said ? [{ text: words(said.key, said.values ?? {}) }] : []
  const back = { data: buttonOf('o', ''), label: words('answers-back'), role: 'control' as const }
  if (!next) {
    const lines = [...first, { text: words('answers-no-quotes') }]
    if (own > 0) lines.push({ text: words('answers-own-waiting', { count: own }) })
    if (elsewhere > 0) lines.push({ text: words('answers-not-here') })
    return turn.say({ lines, choices: turn.may('answers.read') ? [back] : [outButton(turn)] })
  }
  turn.say({
    lines: [
      ...first,
      { text: words(next.form === 'quote' ? 'answers-look-quote' : 'answers-look-paraphrase'), style: 'strong' },
      { text: textOf(turn, next) },
      { text: words('answers-look-for') },
    ],
    choices: [
      { data: buttonOf('o', 'g', next.id), label: words('answers-yes'), role: 'option' },
      { data: buttonOf('o', 'z', next.id), label: words('answers-no'), role: 'option' },
      ...(toLookAt.length > 1
        ? [{ data: buttonOf('o', 'e', next.id), label: words('answers-next'), role: 'control' as const }]
        : []),
      ...(turn.may('answers.read') ? [back] : [outButton(turn)]),
    ],
  })
}

/** What is approved and what stands in the channel: each can be withdrawn. */
async function showOut(turn: StaffTurn, said?: Said): Promise<void> {
  const { words } = turn
  const out = (await quoteList(turn)).out.slice(0, MOST)
  const lines: Line[] = said ? [{ text: words(said.key, said.values ?? {}) }] : []
  lines.push({ text: words(out.length === 0 ? 'answers-out-none' : 'answers-out-title'), style: 'strong' })
  for (const [index, quote] of out.entries()) {
    const where = words(quote.state === 'posted' ? 'answers-out-posted' : 'answers-out-soon')
    lines.push({ text: `${index + 1}. ${textOf(turn, quote)} (${where})` })
  }
  turn.say({
    lines,
    choices: [
      ...out.map((quote, index) => ({
        data: buttonOf('o', 't', quote.id),
        label: words('answers-withdraw', { number: index + 1 }),
        role: 'option' as const,
      })),
      { data: buttonOf('o', ''), label: words('answers-back'), role: 'control' },
    ],
  })
}

const outButton = (turn: StaffTurn) => ({
  data: buttonOf('o', 'l'),
  label: turn.words('answers-out'),
  role: 'control' as const,
})

function textOf(turn: StaffTurn, quote: QuoteRow): string {
  const text = quote.text_cipher === null ? '' : turn.ground.vault.decryptText(quote.text_cipher)
  return quote.form === 'quote' ? `“${text}”` : text
}

const timeIn = (turn: StaffTurn, at: Temporal.ZonedDateTime): string =>
  at.toLocaleString(LOCALES[turn.language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })

const LOCALES = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn' }
const MOST = 8
