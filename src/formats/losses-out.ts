/** What the format of another program has no place for, before a file leaves: told per question, so that nobody finds out afterwards. Pure. */
import type { Method } from '../config/method.ts'
import { FULL_LANGUAGES, type LocalText, type Option, optionsOf, type Question } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import { answerName, limeName } from './limesurvey-write.ts'
import { type Notice, notice } from './reading.ts'

/** Programs that read XLSForm, LimeSurvey, or who translates a PO file. */
export type OutFormat = 'xlsx' | 'limesurvey' | 'po'

/**
 * What Pols knows and the reader of the file will not, the card as a whole first, then question by question.
 * Of a spreadsheet it is what only Pols reads again; of a PO file what stays here and the translator does not see.
 * @returns notices whose place has the key of the question as column, or nothing for the card as a whole
 */
export function lossesOut(card: Method, format: OutFormat): Notice[] {
  return [...ofCard(card, format), ...card.set.questions.flatMap((one) => ofQuestion(one, card.set, format))]
}

/** One line for the card and one for each question, behind a heading; nothing when all of it goes along. */
export function lossesOutTexts(notices: readonly Notice[], format: OutFormat, words: Words): string[] {
  if (notices.length === 0) return []
  const lines = new Map<string, string[]>()
  for (const { key, values, place } of notices) {
    const where = place.column ?? ''
    lines.set(where, [...(lines.get(where) ?? []), words(key, values)])
  }
  return [
    words(HEADINGS[format]),
    ...[...lines].flatMap(([where, parts]) =>
      // The card as a whole has a line for each; a question has one line for all.
      where === '' ? parts : [words('formats-at', { where, what: parts.join('; ') })],
    ),
  ]
}

function ofCard(card: Method, format: OutFormat): Notice[] {
  if (format === 'po') return [notice('out-words-only')]
  const { set, licence, source, credit } = card
  const rights = [credit ?? source.nl.replace(/\.$/, ''), licence?.name].filter((one) => one !== undefined).join(', ')
  const asides = set.questions.some((question) => optionsOf(question).length > 0)
  const history = card.changelog.length > 0 || card.nativeCheck.length > 0 || card.validated !== undefined
  return [
    notice('out-around', {}, { rights }),
    ...(history ? [notice('out-history')] : []),
    ...(asides ? [notice('out-aside')] : []),
    ...(set.accessible ? [notice('out-accessible')] : []),
    ...(set.barredOn ? [notice('out-barred', {}, { channels: set.barredOn.join(', ') })] : []),
    ...(set.severalOpen === undefined ? [] : [notice('out-several-open')]),
  ]
}

function ofQuestion(question: Question, { questions, languages }: Method['set'], format: OutFormat): Notice[] {
  const { key, type } = question
  const found: Notice[] = []
  const tell = (what: string, values: Notice['values'] = {}) => found.push(notice(what, { column: key }, values))
  const options = 'options' in question ? question.options : []
  /** Codes of the options that have it, where there are any. */
  const tellOptions = (what: string, has: (option: Option) => unknown) => {
    const codes = options.filter(has).map(({ code }) => code)
    if (codes.length > 0) tell(what, { answers: codes.join(', ') })
  }
  const pictures = options.flatMap(({ picture }) => picture ?? [])
  if (pictures.length > 0) tell('out-pictures', { pictures: pictures.join(', ') })
  if (question.clip !== undefined) tell('out-clip')
  if (format !== 'limesurvey') tellOptions('out-emoji', ({ emoji }) => emoji)
  if (format === 'po') {
    if (question.showIf) tell('out-condition')
    return found
  }
  if (type === 'feeling') tell('out-feeling')
  tellOptions('out-sides', ({ side }) => side)
  tellOptions('out-help', ({ help }) => help)
  tellOptions('out-erases', ({ erases }) => erases)
  // LimeSurvey knows it of several answers, and there it goes along.
  if (format === 'xlsx' || type !== 'multi') tellOptions('out-alone', ({ alone }) => alone)
  if (question.sensitive) tell('out-sensitive')
  if (question.retrospective) tell('out-retrospective')
  if (question.notOn) tell('out-channels', { channels: question.notOn.join(', ') })
  if (type === 'scale') tell('out-ends', { low: question.low.nl, high: question.high.nl })
  if (waitsForAside(question, questions, format)) tell('out-waits')
  if (format === 'xlsx') return found
  const becomes = limeName(questions, key)
  if (becomes !== key) tell('out-name', { becomes })
  if (options.length > 0)
    tell('out-codes', { codes: options.map(({ code }, i) => `${code} → ${answerName(i)}`).join(', ') })
  const texts = textsOf(question)
  if (texts.some((text) => text['nl-plain'] !== undefined)) tell('out-plain')
  const unfinished = FULL_LANGUAGES.filter(
    (language) => !languages.includes(language) && texts.some((text) => text[language] !== undefined),
  )
  if (unfinished.length > 0) tell('out-language', { languages: unfinished.join(', ') })
  return found
}

/** Elsewhere not knowing, rather not saying and passing over are all an empty answer, and in a spreadsheet only the last is. */
function waitsForAside({ showIf }: Question, questions: readonly Question[], format: OutFormat): boolean {
  const asides = showIf?.is.filter((code) => code.startsWith('_')) ?? []
  if (asides.length === 0) return false
  if (format === 'xlsx') return asides.some((code) => code !== '_skip')
  return asides.length < 3 && questions.find(({ key }) => key === showIf?.question)?.type !== 'text'
}

/** Words that LimeSurvey has a place for; the words at 0 and 10 are told apart. */
const textsOf = (question: Question): LocalText[] => [
  question.text,
  ...(question.meaning ? [question.meaning] : []),
  ...('options' in question ? question.options.map(({ text }) => text) : []),
]

const HEADINGS = { xlsx: 'out-heading-xlsx', limesurvey: 'out-heading-limesurvey', po: 'out-heading-po' } as const
