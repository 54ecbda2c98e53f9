/** Copying a method and changing the copy: its title, its questions and answers, one text at a time and language by language. */
import type { Choice, Line } from '../channels/port.ts'
import type { Card } from '../config/method.ts'
import {
  movedUp,
  optionsIn,
  type Place,
  type Texts,
  textAt,
  withoutLanguage,
  withoutOption,
  withoutQuestion,
  withTexts,
} from '../instrumentarium/editing.ts'
import { mustBeMarked } from '../instrumentarium/licences.ts'
import type { Done } from '../instrumentarium/outcome.ts'
import { readShelf } from '../instrumentarium/shelf.ts'
import { contentHash } from '../survey/content-hash.ts'
import { type FullLanguage, type Question, textIn } from '../survey/question-set.ts'
import { plainLabel } from './method-label.ts'
import { mayNot, refuse } from './refuse.ts'
import { readTask, writeTask } from './staff-task.ts'
import { buttonOf, type StaffTurn } from './turn.ts'

/** `t.i.c.<card>`: an own copy of any card on the shelf. */
export async function copyCard(turn: StaffTurn, [id = '']: string[]): Promise<void> {
  const copied = await turn.rooms.desk.copyMethod(turn.staffId, turn.organisation.id, id)
  if (!copied.ok) return refuse(turn, copied)
  await showEditing(turn, copied.value.id, turn.words('library-copied'))
}

/** `t.i.e.<letter>.<own method>.…` */
export async function editCard(turn: StaffTurn, [letter = '', ...parts]: string[]): Promise<void> {
  if (!turn.may('method.draft')) return mayNot(turn)
  const step = STEPS[letter]
  return step ? step(turn, parts) : turn.remark('notice-stale')
}

type Step = (turn: StaffTurn, parts: string[]) => Promise<void>

const STEPS: Record<string, Step> = {
  a: (turn, [id = '']) => showEditing(turn, id),
  q: showQuestion,
  t: (turn, [id = '', what = '', ...marks]) => begin(turn, id, what, marks),
  k: keepThis,
  s: save,
  u: (turn, [id = '', mark = '']) =>
    change(turn, id, (card) => {
      const question = questionOf(card, mark)
      return question ? movedUp(card, question.key) : GONE
    }),
  x: (turn, [id = '', mark = '']) =>
    change(turn, id, (card) => {
      const question = questionOf(card, mark)
      return question ? withoutQuestion(card, question.key) : GONE
    }),
  y: (turn, [id = '', mark = '', option = '']) =>
    change(turn, id, (card) => {
      const question = questionOf(card, mark)
      const code = question && optionsIn(question).find((one) => markOf(one.code) === option)?.code
      return question && code !== undefined ? withoutOption(card, question.key, code) : GONE
    }),
  l: (turn, [id = '', language = '']) => change(turn, id, (card) => withoutLanguage(card, language as FullLanguage)),
}
const GONE = { ok: false as const, fault: 'library-gone' as const, values: {} }

async function ownCard(turn: StaffTurn, id: string): Promise<Card | null> {
  const found = (await readShelf(turn.ground, turn.organisation.id)).get(id)
  return found?.whose === 'own' ? found.card : null
}

/** Everything that can be changed of an own method. */
async function showEditing(turn: StaffTurn, id: string, said?: string): Promise<void> {
  const card = await ownCard(turn, id)
  if (!card) return turn.remark('library-gone')
  const { words, language } = turn
  const option = (label: string, ...parts: string[]): Choice => ({
    data: buttonOf('i', 'e', ...parts),
    label: plainLabel(label),
    role: 'option',
  })
  const questions = card.set?.questions ?? []
  const lines: Line[] = [
    ...(said === undefined ? [] : [{ text: said, style: 'strong' as const }]),
    { text: textIn(card.title, language), style: 'strong' },
    ...marksOf(turn, card).map((text): Line => ({ text, style: 'quiet' })),
    ...questions.map((question, at) => ({ text: questionText(question, at, language) })),
  ]
  turn.say({
    lines,
    choices: [
      option(words('library-edit-title'), 't', id, 't'),
      option(words('library-edit-measures'), 't', id, 'm'),
      option(words('library-edit-for'), 't', id, 'f'),
      ...(card.withoutBot ? [option(words('library-about-withoutBot'), 't', id, 'h')] : []),
      ...questions
        .slice(0, MOST)
        .map((question, at) =>
          option(words('library-edit-question', { number: String(at + 1) }), 'q', id, markOf(question.key)),
        ),
      ...(card.set?.languages ?? [])
        .filter((one) => one !== 'nl')
        .map((one) =>
          option(words('library-edit-language', { language: words(`method-language-${one}`) }), 'l', id, one),
        ),
      { data: buttonOf('i', 'd', id), label: words('library-edit-done'), role: 'control' },
    ],
  })
}

/** What people should know before they change it: whose it was, and what a change does. */
function marksOf(turn: StaffTurn, card: Card): string[] {
  const { words, language } = turn
  const [parent] = card.origin
  return [
    ...(parent
      ? [
          words('library-from', {
            title: textIn(parent.title, language),
            version: String(parent.version),
            credit: parent.credit,
          }),
        ]
      : []),
    ...(mustBeMarked(card) ? [words('library-marked')] : []),
    ...(card.validated === undefined ? [] : [words('library-validated', { name: card.validated })]),
  ]
}

async function showQuestion(turn: StaffTurn, [id = '', mark = '']: string[]): Promise<void> {
  const card = await ownCard(turn, id)
  const question = card && questionOf(card, mark)
  if (!card || !question) return turn.remark('library-gone')
  const { words, language } = turn
  const questions = card.set!.questions
  const at = questions.indexOf(question)
  const option = (label: string, ...parts: string[]): Choice => ({
    data: buttonOf('i', 'e', ...parts),
    label: plainLabel(label),
    role: 'option',
  })
  const answers = optionsIn(question)
  turn.say({
    lines: [
      { text: questionText(question, at, language), style: 'strong' },
      ...(question.meaning ? [{ text: textIn(question.meaning, language), style: 'quiet' as const }] : []),
      ...answers.map(({ emoji, text }) => ({ text: [emoji, textIn(text, language)].filter(Boolean).join(' ') })),
    ],
    choices: [
      option(words('library-edit-text'), 't', id, 'q', mark),
      ...(question.meaning ? [option(words('library-edit-meaning'), 't', id, 'b', mark)] : []),
      ...answers.map(({ code, text }) =>
        option(words('library-edit-option', { option: textIn(text, language) }), 't', id, 'o', mark, markOf(code)),
      ),
      ...(answers.length > (question.type === 'feeling' ? 3 : 2)
        ? answers.map(({ code, text }) =>
            option(words('library-option-out', { option: textIn(text, language) }), 'y', id, mark, markOf(code)),
          )
        : []),
      ...(at > 0 ? [option(words('library-question-up'), 'u', id, mark)] : []),
      ...(questions.length > 1 ? [option(words('library-question-out'), 'x', id, mark)] : []),
      { data: buttonOf('i', 'e', 'a', id), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

/** What somebody is in the middle of writing: a text, in one language after another. */
type Writing = {
  what: 'method-text'
  organisationId: string
  id: string
  place: Place
  texts: Texts
  left: FullLanguage[]
}

async function begin(turn: StaffTurn, id: string, what: string, [mark = '', option = '']: string[]): Promise<void> {
  const card = await ownCard(turn, id)
  const place = card && placeOf(card, what, mark, option)
  if (!card || !place) return turn.remark('library-gone')
  const left: FullLanguage[] = ['nl', ...(card.set?.languages ?? []).filter((one) => one !== 'nl')]
  await ask(turn, { what: 'method-text', organisationId: turn.organisation.id, id, place, texts: {}, left })
}

/** Asks the text in the next language, or saves when all were asked. */
async function ask(turn: StaffTurn, writing: Writing): Promise<void> {
  const card = await ownCard(turn, writing.id)
  const text = card && textAt(card, writing.place)
  if (!text) return turn.remark('library-gone')
  const [language] = writing.left
  if (!language) return keep(turn, writing)
  await writeTask(turn, writing)
  const data = buttonOf('i', 'e', 'w')
  await turn.expect(data)
  const { words } = turn
  const name = words(`method-language-${language}`)
  const label = words('library-write-label', { language: name })
  turn.say({
    lines: [
      { text: words('library-write', { language: name }), style: 'strong' },
      { text: text[language] ?? words('library-write-none') },
    ],
    typed: { label, max: 1200, data },
    choices: [
      { data, label: plainLabel(label), role: 'write' },
      { data: buttonOf('i', 'e', 'k', language), label: words('library-write-keep'), role: 'option' },
      ...(Object.keys(writing.texts).length > 0
        ? [{ data: buttonOf('i', 'e', 's'), label: words('library-write-save'), role: 'option' as const }]
        : []),
      { data: buttonOf('i', 'e', 'a', writing.id), label: words('library-edit-back'), role: 'control' },
    ],
  })
}

/** Words that were asked for. */
export async function typedText(turn: StaffTurn, text: string): Promise<void> {
  if (!turn.may('method.draft')) return mayNot(turn)
  const writing = await readWriting(turn)
  const [language, ...left] = writing?.left ?? []
  if (!writing || !language) return turn.remark('notice-stale')
  await ask(turn, { ...writing, texts: { ...writing.texts, [language]: text }, left })
}

/** `t.i.e.k.<language>`: this language stays as it is. A second tap is about a language that was asked before. */
async function keepThis(turn: StaffTurn, [language = '']: string[]): Promise<void> {
  const writing = await readWriting(turn)
  if (!writing || writing.left[0] !== language) return turn.remark('notice-stale')
  await ask(turn, { ...writing, left: writing.left.slice(1) })
}

async function save(turn: StaffTurn): Promise<void> {
  const writing = await readWriting(turn)
  return writing ? keep(turn, writing) : turn.remark('notice-stale')
}

async function keep(turn: StaffTurn, { id, place, texts }: Writing): Promise<void> {
  await writeTask(turn, null)
  const before = await ownCard(turn, id)
  const old = before && textAt(before, place)
  const stays = (before?.set?.languages ?? [])
    .filter((one) => texts[one] === undefined)
    .map((one) => turn.words(`method-language-${one}`))
  const told =
    old && Object.keys(texts).length > 0 && stays.length > 0
      ? turn.words('library-stays', { languages: stays.join(', ') })
      : undefined
  await change(turn, id, (card) => withTexts(card, place, texts), told)
}

async function change(turn: StaffTurn, id: string, make: (card: Card) => Done<Card>, told?: string): Promise<void> {
  const before = await ownCard(turn, id)
  const changed = await turn.rooms.desk.changeMethod(turn.staffId, turn.organisation.id, id, make)
  if (!changed.ok) return refuse(turn, changed)
  const lost = before?.validated !== undefined && changed.value.validated === undefined
  const said = [
    turn.words('library-saved'),
    ...(told === undefined ? [] : [told]),
    ...(lost ? [turn.words('library-name-lost', { name: before.validated! })] : []),
  ]
  await showEditing(turn, id, said.join(' '))
}

async function readWriting(turn: StaffTurn): Promise<Writing | null> {
  const writing = await readTask<Writing>(turn, 'method-text')
  return writing?.organisationId === turn.organisation.id ? writing : null
}

function placeOf(card: Card, what: string, mark: string, option: string): Place | null {
  if (what === 't') return { what: 'title' }
  if (what === 'm') return { what: 'measures' }
  if (what === 'f') return { what: 'for' }
  if (what === 'h') return { what: 'withoutBot' }
  const question = questionOf(card, mark)
  if (!question) return null
  if (what === 'q') return { what: 'question', key: question.key }
  if (what === 'b') return { what: 'meaning', key: question.key }
  const code = optionsIn(question).find((one) => markOf(one.code) === option)?.code
  return what === 'o' && code !== undefined ? { what: 'option', key: question.key, code } : null
}

/** Keys are longer than a button has room for; a number would point at another question after one went. */
const markOf = (key: string): string => contentHash({ key }).slice(0, 6)
const questionOf = (card: Card, mark: string): Question | undefined =>
  card.set?.questions.find(({ key }) => markOf(key) === mark)

const questionText = ({ text }: Question, at: number, language: FullLanguage): string =>
  `${at + 1}. ${textIn(text, language)}`
const MOST = 12
