/** Conditions: "only after this answer" of ours, and `relevant` of XLSForm. Pure. */
import { optionsOf, type Question } from '../survey/question-set.ts'

/** What an answer may be: the codes of the options, and the ways of not choosing one. */
const ASIDE = ['_dk', '_no', '_skip']

/** @param asked the question that is looked back at */
export function relevantOf(showIf: NonNullable<Question['showIf']>, asked: Question | undefined): string {
  const name = `\${${showIf.question}}`
  const terms = showIf.is.map((code) => {
    if (code === '_skip') return `${name} = ''`
    if (asked?.type === 'multi' && !ASIDE.includes(code)) return `selected(${name}, '${code}')`
    if (asked?.type === 'scale' && /^\d+$/.test(code)) return `${name} = ${code}`
    return `${name} = '${code}'`
  })
  return terms.join(' or ')
}

export type Condition =
  | { question: string; is: string[] }
  /** It cannot be said as "one of these answers to one earlier question". */
  | { cannot: true; names: string[] }

/**
 * Reads `relevant`: `=`, `!=`, `<`, `<=`, `>`, `>=`, `selected()`, `not()`, `and`, `or` and brackets, about one question.
 * @param find the question with this name, by the name the file gives it; its `is` has the codes of `codeOf`
 */
export function readRelevant(
  text: string,
  find: (name: string) => { question: Question; codeOf: (name: string) => string } | undefined,
): Condition {
  const names = [...new Set([...text.matchAll(/\$\{([^{}]*)\}/g)].map((match) => match[1]!.trim()))]
  const cannot: Condition = { cannot: true, names }
  const [name] = names
  const found = names.length === 1 ? find(name!) : undefined
  if (!found || found.question.type === 'card') return cannot
  const { question, codeOf } = found
  const own = optionsOf(question).map((option) => option.code)
  const universe = [...own, ...(question.type === 'text' ? ['_skip'] : ASIDE)]
  const held = parse(tokensOf(text), { multi: question.type === 'multi', own, universe, codeOf })
  if (!held || held.length === 0) return cannot
  return { question: name!, is: held }
}

type Asked = { multi: boolean; own: string[]; universe: string[]; codeOf: (name: string) => string }
type Token = { kind: 'word' | 'text' | 'number' | 'name'; text: string }

const TOKEN = /\s*(?:(\$\{[^{}]*\})|'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(!=|<=|>=|[=<>(),]|[A-Za-z_][\w-]*))/y

/** Null when something stands there that we do not know. */
function tokensOf(text: string): Token[] | null {
  const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim()
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain)
    if (!match) return null
    const [, name, single, double, number, word] = match
    if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'text', text: single ?? double ?? '' })
  }
  return tokens
}

/** The codes for which it holds, in the order in which they are named; null when it cannot be read. */
function parse(tokens: Token[] | null, asked: Asked): string[] | null {
  if (!tokens || tokens.length > MOST_TOKENS) return null
  let at = 0
  const isWord = (text: string) => tokens[at]?.kind === 'word' && tokens[at]?.text.toLowerCase() === text
  const take = (text: string): boolean => isWord(text) && ++at > 0
  const either = (): string[] | null => {
    let held = both()
    while (held && take('or')) {
      const more = both()
      held = more && [...new Set([...held, ...more])]
    }
    return held
  }
  const both = (): string[] | null => {
    let held = one()
    while (held && take('and')) {
      const more = one()
      // Of several answers, one that fits both is not the same as one for each.
      held = more && !asked.multi ? held.filter((code) => more.includes(code)) : null
    }
    return held
  }
  const one = (): string[] | null => {
    if (take('(')) {
      const held = either()
      return take(')') ? held : null
    }
    if (take('not')) {
      const held = take('(') ? either() : null
      return held && take(')') && !asked.multi ? asked.universe.filter((code) => !held.includes(code)) : null
    }
    if (take('selected')) {
      if (!take('(') || tokens[at]?.kind !== 'name') return null
      at++
      const value = take(',') ? tokens[at++] : undefined
      if (!value || (value.kind !== 'text' && value.kind !== 'number')) return null
      return take(')') ? [codeIn(value)] : null
    }
    return comparison()
  }
  const comparison = (): string[] | null => {
    const [left, sign, right] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (!left || !sign || !right || sign.kind !== 'word' || !(sign.text in MIRRORED)) return null
    at += 3
    if (left.kind === 'name' && isValue(right)) return holds(sign.text, right)
    if (right.kind === 'name' && isValue(left)) return holds(MIRRORED[sign.text]!, left)
    return null
  }
  const holds = (sign: string, value: Token): string[] | null => {
    if (sign === '=') return [value.text === '' ? '_skip' : codeIn(value)]
    if (sign === '!=') {
      if (value.text === '') return asked.own
      return asked.multi ? null : asked.universe.filter((code) => code !== codeIn(value))
    }
    const wanted = Number(value.text)
    const numbers = asked.own.filter((code) => /^\d+$/.test(code))
    if (value.text === '' || Number.isNaN(wanted) || numbers.length === 0) return null
    return numbers.filter((code) => COMPARE[sign]!(Number(code), wanted))
  }
  const codeIn = ({ text }: Token): string => (ASIDE.includes(text) ? text : asked.codeOf(text))
  const held = either()
  return at === tokens.length ? held : null
}

const isValue = ({ kind }: Token): boolean => kind === 'text' || kind === 'number'
const MIRRORED: Record<string, string> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }
const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}
const MOST_TOKENS = 300
