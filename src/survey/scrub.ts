/** Takes what could point to somebody out of a typed answer, before anybody sees it and before it is stored. */
import { wordsFor } from '../words/words.ts'
import type { Language } from './question-set.ts'
import { nameRanges, type Range } from './suspected-names.ts'

type Kind = 'mail' | 'link' | 'account' | 'bank' | 'national' | 'phone'

/**
 * @param language of the words that stand where something was: that of who will read it
 * @returns the text without phone numbers, mail addresses, handles and links, and whether a name may be left in it
 *   (a filter misses things; such a text waits for the moderator)
 */
export function scrub(text: string, language: Language = 'nl'): { text: string; names: boolean } {
  const words = wordsFor(language)
  let clean = text
  // What stood against something that was taken out, `@ann@ben`, may be seen only now.
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const found = identifiersIn(clean)
    if (found.length === 0) break
    clean = replaced(clean, found, (kind) => `[${words(`scrubbed-${kind}`)}]`)
  }
  return { text: clean, names: nameRanges(clean).length > 0 }
}

/** The same text with every suspected name covered, for a list that more people read. */
export function coverNames(text: string, language: Language = 'nl'): string {
  const cover = `[${wordsFor(language)('scrubbed-name')}]`
  return replaced(
    text,
    nameRanges(text).map((range) => ({ ...range, kind: null })),
    () => cover,
  )
}

type Found<K> = Range & { kind: K }

function replaced<K>(text: string, found: Found<K>[], wordOf: (kind: K) => string): string {
  let result = ''
  let from = 0
  for (const { start, end, kind } of found) {
    result += text.slice(from, start) + wordOf(kind)
    from = end
  }
  return result + text.slice(from)
}

/** In order, none over another; what is looked for first wins. */
function identifiersIn(text: string): Found<Kind>[] {
  const plain = asciiOf(text)
  const taken = new Uint8Array(text.length)
  const found: Found<Kind>[] = []
  for (const { kind, pattern } of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index + (match.groups?.before?.length ?? 0)
      const end = match.index + match[0].trimEnd().length
      if (kind === 'phone' && DATES.test(plain.slice(start, end).trim())) continue
      if (taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      found.push({ start, end, kind })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** One sign for one sign: any digits become 0 to 9, signs that cannot be seen become spaces, capitals small. */
function asciiOf(text: string): string {
  return text
    .replace(/[^\n -~]/g, (sign) => {
      if (/\p{Cf}|\u20e3|\ufe0f/u.test(sign)) return '\u0001'
      if (/\p{Nd}/u.test(sign)) return digitOf(sign)
      if (sign === '＠') return '@'
      return /[\s\u2010-\u2015\u00b7\u2022]/.test(sign) ? ' ' : sign
    })
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Digits of every script stand in rows of ten from a zero. */
function digitOf(sign: string): string {
  const code = sign.charCodeAt(0)
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1
  return String(code - zero)
}

const MOST_PASSES = 20
/** Between the digits of a number that somebody writes out. */
const GAP = '[ .,\\-/()_*\\u0001]{0,4}'
/** A number does not begin inside another, nor in the minutes of an hour. */
const BEGIN = '(?<![\\p{L}\\d]|\\d[:.,/\\-])'
const digits = (from: number, to: number) => `(?:${GAP}\\d){${from},${to}}`
const SPELLED_DOT = '(?: {0,2}[([{] ?(?:punt|dot|point|stip|\\.) ?[)\\]}] {0,2}| {1,2}(?:punt|dot|point|stip) {1,2})'
const DOT = `(?:[ \\u0001]{0,2}\\.[ \\u0001]{0,2}|${SPELLED_DOT})`
const AT_WORD = '(?:at|apenstaartje|apestaartje|apenstaart|arobase|arobas)'
const AT = `(?: {0,2}[([{] ?(?:${AT_WORD}|@|aap) ?[)\\]}] {0,2}| {1,2}${AT_WORD} {1,2})`
const LOCAL = '(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,64}'
const PROVIDER = '(?:gmail|hotmail|outlook|yahoo|icloud|telenet|proximus|skynet|protonmail)'
/** Where a word is over. */
const OVER = '(?![\\p{L}\\d])'
/** Endings that are no words of ours; an address that ends otherwise needs a slash. */
const ENDING = '(?:com|be|nl|fr|org|net|eu|io|gg|app|tv|info|dev|link|brussels|vlaanderen|gent|shop|online|site)'
const OTHER_ENDING = '(?:me|to|co|ly|ai|so|de|ma|tr|uk|ee|page|xyz)'
const LABEL = '[\\p{L}\\d-]{1,63}'

const NUMBER_WORD =
  '[ ,.\\-/\\u0001]{1,3}(?:nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)?(?:ën|en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|' +
  'zero|zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|nonante|et|' +
  'oh|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|double|' +
  '\\d{1,4})(?![\\p{L}\\d])'

const PATTERNS: { kind: Kind; pattern: RegExp }[] = [
  { kind: 'mail', pattern: new RegExp(`${LOCAL}@(?:${LABEL}\\.){1,4}\\p{L}{2,24}`, 'gu') },
  { kind: 'mail', pattern: new RegExp(`${LOCAL} {0,2}@ {0,2}(?:${LABEL}${DOT}){1,3}${ENDING}${OVER}`, 'gu') },
  { kind: 'mail', pattern: new RegExp(`${LOCAL}${AT}(?:${LABEL}(?:\\.|${SPELLED_DOT})){1,3}${ENDING}${OVER}`, 'gu') },
  { kind: 'mail', pattern: new RegExp(`${LOCAL}(?: {0,2}@ {0,2}|${AT})${PROVIDER}${OVER}`, 'gu') },
  { kind: 'link', pattern: /\b(?:https?|ftp|tg|discord):\/\/[^\s]{1,2000}|\bwww\.[^\s]{1,2000}/gu },
  {
    kind: 'link',
    pattern: new RegExp(
      `(?<![\\p{L}\\d.@-])(?:${LABEL}\\.){1,4}(?:${ENDING}${OVER}(?:[/?#:][^\\s]{0,2000})?|${OTHER_ENDING}/[^\\s]{1,2000})`,
      'gu',
    ),
  },
  {
    kind: 'link',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])${LABEL} {1,2}(?:punt|dot|point) {1,2}(?:com|be|nl|fr|org|net|gg)${OVER}`,
      'gu',
    ),
  },
  { kind: 'account', pattern: /(?<![\p{L}\d@])(?:@+[\p{L}_][\p{L}\d_.]{1,31})+/gu },
  { kind: 'account', pattern: /(?<![\p{L}\d])[\p{L}\d_.]{2,32}#\d{4}(?!\d)/gu },
  {
    kind: 'account',
    pattern:
      /(?<before>(?<![\p{L}])(?:insta|instagram|ig|snap|snapchat|snapje|sc|tiktok|tik tok|discord|telegram|whatsapp|facebook|fb|signal|bereal|roblox|steam|psn)(?: (?:naam|account|name|pseudo))? {0,2}(?:[:=] {0,2}|(?:is|heet|est|c'est) {1,2}(?=[^\s]{0,31}[\d_.][\p{L}\d_])))[\p{L}\d_.@-]{3,32}/gu,
  },
  {
    kind: 'bank',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:nl\\d{2} ?[a-z]{4}${digits(10, 10)}|fr\\d{2}(?: ?[a-z\\d]){23}|[a-z]{2}${digits(14, 26)})(?![\\p{L}\\d])`,
      'gu',
    ),
  },
  {
    kind: 'national',
    pattern:
      /(?<![\d+])\d{2}[ .\-/]?(?:[024][1-9]|[135][0-2]|[24]0|00)[ .\-/]?[0-3]\d[ .\-/]{0,3}\d{3}[ .\-/]?\d{2}(?!\d)/gu,
  },
  { kind: 'phone', pattern: new RegExp(`${BEGIN}(?:\\+|00)${GAP}[1-9]${digits(6, 14)}(?!\\d)`, 'gu') },
  { kind: 'phone', pattern: new RegExp(`${BEGIN}\\(?0\\)?${GAP}[1-9]${digits(7, 9)}(?!\\d)\\u0001{0,2}`, 'gu') },
  // The zero in front is left out, or the number of a country stands there without its plus.
  {
    kind: 'phone',
    pattern: new RegExp(`${BEGIN}(?:4[5-9]\\d${digits(6, 6)}|3[123]${GAP}[1-9]${digits(7, 8)})(?!\\d)`, 'gu'),
  },
  { kind: 'phone', pattern: /\d{8,}/gu },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:(?:nul|zero|zéro|oh|plus|0)(?:${NUMBER_WORD}){4,16}|0\\d{1,3}(?:${NUMBER_WORD}){3,16})`,
      'gu',
    ),
  },
]

/** A day, with or without an hour or a second day, is no number to call. */
const DATES =
  /^\d{1,2}[ .\-/]\d{1,2}[ .\-/](?:19|20)?\d{2}(?:[ ,.\-/:]+\d{1,2}[.:]?\d{0,2}|[ ,.\-/:]+\d{1,2}[ .\-/]\d{1,2}[ .\-/](?:19|20)?\d{2})?$|^(?:19|20)\d{2}[ .\-/]\d{1,2}[ .\-/]\d{1,2}(?:[ ,.:\-/]+\d{1,2}[.:]?\d{0,2})?$/
