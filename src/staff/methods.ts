/** The library of methods: looking around, one card, and where it can be had. */
import type { Choice, Line } from '../channels/port.ts'
import type { Card } from '../config/method.ts'
import { cardMarkdown, mayLeave } from '../instrumentarium/card-files.ts'
import { cardSheet, type Fact } from '../instrumentarium/card-sheet.ts'
import { type CardWish, LONGEST_WORDS, readWish, searchCards } from '../instrumentarium/search-cards.ts'
import { readShelf, type Shelf, type Shelved } from '../instrumentarium/shelf.ts'
import { usageLines } from '../instrumentarium/usage-facts.ts'
import { textIn } from '../survey/question-set.ts'
import { filterOf, VALUES, wishIn, wishText } from './method-filter.ts'
import { plainLabel } from './method-label.ts'
import { typedWay, WAYS, waysOfCard, waysOfLibrary } from './method-ways.ts'
import { mayNot } from './refuse.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

export const methods: Area = {
  code: 'i',
  async open(turn, argument) {
    if (!turn.may('method.see')) return mayNot(turn)
    if (argument.trim() !== '') return showFound(turn, argument)
    await showStart(turn, ['---'])
  },
  async tap(turn, [step = '', ...parts]) {
    if (!turn.may('method.see')) return mayNot(turn)
    await (STEPS[step === '' ? 's' : step] ?? WAYS[step] ?? stale)(turn, parts)
  },
  async typed(turn, [step, ...parts], text) {
    if (!turn.may('method.see')) return mayNot(turn)
    if (step === 'w') return showFound(turn, text)
    if (await typedWay(turn, [step ?? '', ...parts], text)) return
    turn.remark('notice-stale')
  },
}

type Step = (turn: StaffTurn, parts: string[]) => Promise<void>

const stale: Step = async (turn) => turn.remark('notice-stale')

const STEPS: Record<string, Step> = {
  s: showStart,
  a: (turn, [filter = '']) => choose(turn, filter, 'aspect'),
  t: (turn, [filter = '']) => choose(turn, filter, 'time'),
  g: (turn, [filter = '']) => choose(turn, filter, 'group'),
  w: askWords,
  l: showList,
  o: (turn, [id, ...back]) => withCard(turn, id, (one) => showCard(turn, one, back)),
  v: (turn, [view = '', id, ...back]) => withCard(turn, id, (one) => showPart(turn, one, view, back)),
  f: (turn, [id]) => withCard(turn, id, (one) => sendCard(turn, one)),
}

/** `t.i.s.<filter>`: what to look for. */
async function showStart(turn: StaffTurn, [filter = '---']: string[]): Promise<void> {
  const wish = wishIn(filter)
  const found = await findCards(turn, wish)
  const { words } = turn
  const chosen = wishText(turn, wish)
  turn.say({
    lines: [
      { text: words('method-heading'), style: 'strong' },
      { text: words(chosen ? 'method-fit' : 'method-all', { count: found.length, ...(chosen ? { chosen } : {}) }) },
      ...(chosen ? [] : [{ text: words('method-free') }]),
    ],
    choices: [
      option(turn, 'method-by-aspect', 'a', filter),
      option(turn, 'method-by-time', 't', filter),
      option(turn, 'method-by-group', 'g', filter),
      option(turn, 'method-by-words', 'w'),
      option(turn, chosen ? 'method-show-fit' : 'method-show-all', 'l', filter, '0'),
      ...(chosen ? [control(turn, 'method-anew', 's')] : [page(turn, '/methodes', 'method-page')]),
      ...(chosen ? [] : await waysOfLibrary(turn)),
    ],
  })
}

/** `t.i.a|t|g.<filter>`: what there is, each with how many cards. */
async function choose(turn: StaffTurn, filter: string, by: 'aspect' | 'time' | 'group'): Promise<void> {
  const { words } = turn
  const wish = wishIn(filter)
  const cards = cardsOn(await shelfOf(turn))
  const counted = VALUES[by].map((value) => {
    const next: CardWish = { ...wish, [by]: value }
    const count = searchCards(cards, next, turn.language).length
    return { label: wishText(turn, { [by]: value }) ?? '', next, count }
  })
  turn.say({
    lines: [{ text: words(`method-ask-${by}`), style: 'strong' }],
    choices: [
      ...counted
        .filter(({ count }) => count > 0)
        .map(
          ({ label, next, count }): Choice => ({
            data: methodButton('l', filterOf(next), '0'),
            label: words('method-counted', { label, count }),
            role: 'option',
          }),
        ),
      control(turn, 'method-back', 's', filter),
    ],
  })
}

/** `t.i.l.<filter>.<page>` */
async function showList(turn: StaffTurn, [filter = '---', at = '0']: string[]): Promise<void> {
  const wish = wishIn(filter)
  const found = await findCards(turn, wish)
  const from = Math.min(Number(/^\d{1,2}$/.test(at) ? at : 0) * PAGE, Math.max(0, found.length - 1))
  const number = Math.floor(from / PAGE)
  const shown = found.slice(number * PAGE, (number + 1) * PAGE)
  const chosen = wishText(turn, wish)
  turn.say({
    lines: listLines(turn, found.length, shown, chosen),
    choices: [
      ...shown.map((one) => pick(turn, one, filter, String(number))),
      ...(found.length > (number + 1) * PAGE ? [control(turn, 'method-more', 'l', filter, String(number + 1))] : []),
      ...(number > 0 ? [control(turn, 'method-fewer', 'l', filter, String(number - 1))] : []),
      control(turn, 'method-search', 's', filter),
    ],
  })
}

/** Words behind the command, or after they were asked for. */
async function showFound(turn: StaffTurn, text: string): Promise<void> {
  const wish = readWish({ words: text })
  const found = await findCards(turn, wish)
  const shown = found.slice(0, PAGE)
  const { words } = turn
  turn.say({
    lines: [
      ...listLines(turn, found.length, shown, wish.words ? words('method-quoted', { words: wish.words }) : null),
      ...(found.length > shown.length
        ? [{ text: words('method-too-many', { count: found.length - shown.length }) }]
        : []),
    ],
    choices: [
      ...shown.map((one) => pick(turn, one, '---', '0')),
      option(turn, 'method-by-words', 'w'),
      control(turn, 'method-search', 's'),
    ],
  })
}

async function askWords(turn: StaffTurn): Promise<void> {
  const { words } = turn
  const data = methodButton('w')
  await turn.expect(data)
  turn.say({
    lines: [{ text: words('method-which-words') }],
    choices: [{ data, label: words('method-by-words'), role: 'write' }, control(turn, 'method-back', 's')],
    typed: { label: words('method-which-words'), max: LONGEST_WORDS, data },
  })
}

/** `t.i.o.<id>.<filter>.<page>` */
async function showCard(turn: StaffTurn, shelved: Shelved, back: string[]): Promise<void> {
  const { card } = shelved
  const ways = await waysOfCard(turn, card.id)
  const { words, language } = turn
  const sheet = cardSheet(card, language)
  const view = (key: string, part: string): Choice => option(turn, key, 'v', part, card.id, ...back)
  turn.say({
    lines: [
      { text: titleOf(turn, shelved), style: 'strong' },
      { text: sheet.kind, style: 'quiet' },
      { text: sheet.measures },
      ...factLines(turn, sheet.facts),
      ...(sheet.care ? factLines(turn, [{ label: words('method-care'), text: sheet.care }]) : []),
      ...(sheet.elsewhere ? [{ text: sheet.elsewhere.reason }] : []),
      ...(await usageLines(turn.ground, card.id, language)).map((text): Line => ({ text, style: 'quiet' })),
    ],
    choices: [
      ...(card.set ? [view('method-questions', 'q')] : []),
      ...(card.tally ? [view('method-tally', 'q')] : []),
      ...(card.withoutBot ? [view(card.kind === 'activity' ? 'method-how' : 'method-without-bot', 'b')] : []),
      ...(card.example ? [view('method-example', 'e')] : []),
      view('method-rights', 'r'),
      ...(sheet.elsewhere
        ? [{ data: '', label: words('method-open-elsewhere'), role: 'link' as const, url: sheet.elsewhere.url }]
        : []),
      ...fileChoices(turn, shelved),
      ...ways,
      ...(back.length > 0 ? [control(turn, 'method-back', 'l', ...back)] : []),
      control(turn, 'method-search', 's', back[0] ?? '---'),
    ],
  })
}

/** `t.i.v.<q|b|e|r>.<id>.<filter>.<page>` */
async function showPart(turn: StaffTurn, { card }: Shelved, view: string, back: string[]): Promise<void> {
  const { words, language } = turn
  const sheet = cardSheet(card, language)
  const key = { q: card.set ? 'method-questions' : 'method-tally', b: 'method-how', e: 'method-example' }[view]
  const heading = view === 'b' && card.kind !== 'activity' ? 'method-without-bot' : key
  const part = heading === undefined ? undefined : sheet.parts.find((one) => one.heading === words(heading))
  const lines: Line[] = view === 'r' ? factLines(turn, sheet.rights) : (part?.lines ?? []).map((text) => ({ text }))
  if (lines.length === 0) return turn.remark('notice-stale')
  turn.say({
    lines: [
      { text: sheet.title, style: 'strong' },
      { text: view === 'r' ? words('method-rights') : part!.heading, style: 'strong' },
      ...lines,
    ],
    choices: [control(turn, 'method-back', 'o', card.id, ...back)],
  })
}

/** `t.i.f.<id>`: to print, to mail on, to keep. */
async function sendCard(turn: StaffTurn, { card, whose }: Shelved): Promise<void> {
  if (whose !== 'own' && !mayLeave(card)) return turn.remark('method-stays')
  const bytes = new TextEncoder().encode(cardMarkdown(card, turn.language))
  turn.say({
    lines: [{ text: turn.words('method-file-here', { title: textIn(card.title, turn.language) }) }],
    files: [{ name: `${card.id}.md`, type: 'text/markdown', bytes }],
    choices: [control(turn, 'method-back', 'o', card.id)],
  })
}

/** A page drops files, so there the file is a link; what is an organisation's own stands on no public page. */
function fileChoices(turn: StaffTurn, { card, whose }: Shelved): Choice[] {
  const onWeb = turn.inbound.channel === 'web'
  if (whose === 'own' ? onWeb : !mayLeave(card)) return []
  return onWeb
    ? [page(turn, `/methodes/${card.id}.md?taal=${turn.language}`, 'method-file')]
    : [option(turn, 'method-file', 'f', card.id)]
}

async function withCard(
  turn: StaffTurn,
  id: string | undefined,
  use: (shelved: Shelved) => Promise<void>,
): Promise<void> {
  const found = (await shelfOf(turn)).get(id ?? '')
  if (!found) return turn.remark('method-gone')
  await use(found)
}

async function findCards(turn: StaffTurn, wish: CardWish): Promise<Shelved[]> {
  const shelf = await shelfOf(turn)
  return searchCards(cardsOn(shelf), wish, turn.language).map(({ id }) => shelf.get(id)!)
}

/** Every card that this organisation can look at. */
const shelfOf = ({ ground, organisation }: StaffTurn): Promise<Shelf> => readShelf(ground, organisation.id)

const cardsOn = ({ all }: Shelf): Card[] => all.map(({ card }) => card)

function listLines(turn: StaffTurn, count: number, shown: Shelved[], chosen: string | null): Line[] {
  const { words, language } = turn
  const key = count === 0 ? 'method-none' : chosen ? 'method-fit' : 'method-all'
  return [
    { text: words(key, { count, ...(chosen ? { chosen } : {}) }), style: 'strong' },
    ...shown.map((one) => ({
      text: words('method-line', { title: titleOf(turn, one), measures: textIn(one.card.measures, language) }),
    })),
  ]
}

const factLines = (turn: StaffTurn, facts: Fact[]): Line[] =>
  facts.map((fact) => ({ text: turn.words('method-fact', fact) }))

const pick = (turn: StaffTurn, one: Shelved, ...back: string[]): Choice => ({
  data: methodButton('o', one.card.id, ...back),
  label: plainLabel(titleOf(turn, one)),
  role: 'option',
})

/** A copy often has the title of what it was copied from. */
const titleOf = ({ words, language }: StaffTurn, { card, whose }: Shelved): string =>
  whose === 'own' ? words('method-own', { title: textIn(card.title, language) }) : textIn(card.title, language)

/** Button data of this area. */
export const methodButton = (...parts: string[]): string => buttonOf('i', ...parts)

const option = (turn: StaffTurn, key: string, ...parts: string[]): Choice => ({
  data: methodButton(...parts),
  label: turn.words(key),
  role: 'option',
})

const control = (turn: StaffTurn, key: string, ...parts: string[]): Choice => ({
  data: methodButton(...parts),
  label: turn.words(key),
  role: 'control',
})

const page = (turn: StaffTurn, path: string, key: string): Choice => ({
  data: '',
  label: turn.words(key),
  role: 'link',
  url: turn.rooms.pageUrl(path),
})

/** Cards in one list: what a phone shows at a glance. */
const PAGE = 6
