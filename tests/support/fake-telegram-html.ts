/** Reads Telegram's HTML as its server does: plain text out, or the sentence with which it refuses. */

/** @throws Error with Telegram's own complaint, for markup that it would not take */
export function plainText(html: string): string {
  const open: string[] = []
  let text = ''
  for (const [token] of html.matchAll(/<[^>]*>?|&(?:#x[0-9a-f]+|#\d+|\w+);|[^<&]+|&/gi)) {
    if (token.startsWith('<')) readTag(token, open)
    else text += token.startsWith('&') ? decoded(token) : token
  }
  const left = open.pop()
  if (left !== undefined)
    throw new Error(`can't parse entities: Can't find end tag corresponding to start tag "${left}"`)
  return text.trim()
}

function readTag(token: string, open: string[]): void {
  const match = /^<(\/?)([a-z-]*)((?:\s[^<>]*)?)>$/i.exec(token)
  const [, slash, name = ''] = match ?? []
  const tag = name.toLowerCase()
  if (!match || !TAGS.has(tag)) throw new Error(`can't parse entities: Unsupported start tag "${tag}"`)
  if (!slash) open.push(tag)
  else if (open.pop() !== tag) throw new Error(`can't parse entities: Unmatched end tag "${tag}"`)
}

function decoded(token: string): string {
  const known = ENTITIES[token.toLowerCase()]
  if (known !== undefined) return known
  const number = /^&#(x?)([0-9a-f]+);$/i.exec(token)
  return number ? String.fromCodePoint(Number.parseInt(number[2]!, number[1] ? 16 : 10)) : token
}

const TAGS = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'a',
  'code',
  'pre',
  'blockquote',
  'span',
  'tg-spoiler',
  'tg-emoji',
])
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }
