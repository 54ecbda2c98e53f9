/** Reads what somebody typed: a stop word, the words of a button, or an answer in their own words. */
import { wordsFor } from '../words/words.ts'
import { asidesOf, controlsOf } from './offered.ts'
import { onCard } from './path.ts'
import { LANGUAGES, optionsOf } from './question-set.ts'
import { CONTROL, type ControlCode, type Question, type QuestionSet, type Run } from './types.ts'

/** True for "stop" and its like in any of our languages, alone in a message. Holds whatever is on the card. */
export function isStopWord(text: string): boolean {
  return text.length <= LONGEST && STOP_WORDS.has(fold(text))
}

/**
 * True when somebody asks for help, alone in a message: the words of the button, or one plain word where that is
 * not an answer (an option called "help", or an open question).
 */
export function isHelpWish(set: QuestionSet, run: Run, text: string): boolean {
  if (text.length > LONGEST) return false
  const words = fold(text)
  if (controlVocabulary().get(words) === CONTROL.help) return true
  if (!HELP_WORDS.has(words)) return false
  const question = onCard(set, run)?.question
  return !question || (question.type !== 'text' && !vocabularyOf(question).has(words))
}

/**
 * The code of the button that somebody typed instead of tapping: its words in any language, its
 * emoji, its number in the list (1 is the first), or on a scale the number itself. Null when no
 * button, or more than one, is meant.
 */
export function typedCode(set: QuestionSet, run: Run, text: string): string | null {
  const shown = onCard(set, run)
  if (!shown || text.length > LONGEST) return null
  const { question, index } = shown
  const words = fold(text)
  if (words === '') return vocabularyOf(question).get(bare(text)) ?? null
  const isNumber = /^\d{1,2}$/.test(words)
  if (isNumber && SIGN.test(text)) return null
  const option = vocabularyOf(question).get(words)
  if (option !== undefined) return option
  if (isNumber) return numbered(question, Number(words))
  const control = controlVocabulary().get(words)
  if (control === undefined) return null
  const offered = [...asidesOf(question), ...controlsOf(set, run, question, index)]
  return offered.includes(control) ? control : null
}

/**
 * A typed answer as it is stored: one Unicode form (NFC), without control characters, characters
 * that turn the direction of other text, and spaces around it. Null when nothing readable is left.
 */
export function cleanText(text: string): string | null {
  const clean = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNWANTED, '')
  return VISIBLE.test(clean) ? clean.trim() : null
}

/** Length in characters as a person counts them, or nearly: code points. */
export function lengthOf(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** Words without case, accents, punctuation and emoji; digits of any script as 0 to 9. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/\p{Nd}/gu, digit)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const SIGN = /[-+\u2212]/

/** Nobody types a button's words at greater length than this. */
const LONGEST = 200

const UNWANTED = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

const STOP_WORDS = new Set(
  [
    ...['stop', 'stop nu', 'stoppen', 'ik stop', 'ik wil stoppen', 'stop met vragen', 'geen vragen meer', 'hou op'],
    ...[
      'uitschrijven',
      'stop asking',
      'stop asking me',
      'stop it',
      'please stop',
      'i want to stop',
      'no more questions',
    ],
    ...[
      'unsubscribe',
      'arrête',
      'arrete',
      'arrêter',
      'arrêtez',
      'j’arrête',
      'je veux arrêter',
      'arrêter les questions',
    ],
    ...[
      'plus de questions',
      'désabonner',
      'توقف',
      'توقفي',
      'توقفوا',
      'قف',
      'ستوب',
      'إيقاف',
      'إيقاف الأسئلة',
      'لا مزيد من الأسئلة',
    ],
  ].map(fold),
)

const HELP_WORDS = new Set(
  ['help', 'help me', 'hulp', 'help mij', 'sos', 'aide', 'à l’aide', 'aide-moi', 'au secours', 'مساعدة', 'النجدة'].map(
    fold,
  ),
)

/** Digits stand in runs of ten, each starting at a code point that ends in 0 or 6. */
function digit(character: string): string {
  if (character >= '0' && character <= '9') return character
  const code = character.codePointAt(0)!
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  return character
}

function numbered(question: Question, number: number): string | null {
  if (question.type === 'scale') return number <= 10 ? String(number) : null
  return optionsOf(question)[number - 1]?.code ?? null
}

/** Folded words (and emoji) of a question's options in every language; null where two options share them. */
function vocabularyOf(question: Question): Map<string, string | null> {
  const known = vocabularies.get(question)
  if (known) return known
  const vocabulary = new Map<string, string | null>()
  const add = (words: string, code: string) => {
    const other = vocabulary.get(words)
    if (words !== '') vocabulary.set(words, other === undefined || other === code ? code : null)
  }
  for (const option of optionsOf(question)) {
    for (const language of LANGUAGES) add(fold(option.text[language] ?? ''), option.code)
    if (option.emoji) add(bare(option.emoji), option.code)
  }
  vocabularies.set(question, vocabulary)
  return vocabulary
}

/** An emoji without the invisible mark that asks for its coloured form. */
const bare = (emoji: string): string => emoji.trim().replaceAll('\uFE0F', '')

function controlVocabulary(): Map<string, ControlCode> {
  if (controlWords.size > 0) return controlWords
  for (const language of LANGUAGES) {
    const words = wordsFor(language)
    for (const [key, code] of BUTTON_WORDS) controlWords.set(fold(words(key)), code)
  }
  return controlWords
}

/** "Stop" is not here: its words are stop words, whatever is on the card. */
const BUTTON_WORDS: readonly [string, ControlCode][] = [
  ['button-dont-know', CONTROL.dontKnow],
  ['button-decline', CONTROL.decline],
  ['button-skip', CONTROL.skip],
  ['button-erase', CONTROL.skip],
  ['button-done', CONTROL.done],
  ['button-next', CONTROL.next],
  ['button-back', CONTROL.back],
  ['button-later', CONTROL.later],
  ['button-absent', CONTROL.absent],
  ['button-help', CONTROL.help],
]

const vocabularies = new WeakMap<Question, Map<string, string | null>>()
const controlWords = new Map<string, ControlCode>()
