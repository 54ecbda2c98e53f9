/** Discord markdown: plain lines in, safe content out. Nothing a person wrote can become markup or a mention. */
import type { Line } from '../port.ts'

/** Discord refuses longer content; counted in UTF-16 units, which is never less than what Discord counts. */
export const MAX_CONTENT = 2000

/**
 * The content of a message: strong lines bold, quiet lines as small print, table lines together in a code block.
 * Longer than 2000: cut at a line, or inside the line that does not fit, and `cutNote` says so.
 */
export function toContent(lines: Line[], cutNote: string): string {
  const pieces = groupTables(lines).map((group) => ({ group, rendered: render(group) }))
  const whole = pieces.map((piece) => piece.rendered).join('\n')
  if (whole.length <= MAX_CONTENT) return whole
  const note = render([{ text: cutNote, style: 'quiet' }])
  let room = MAX_CONTENT - note.length
  const kept: string[] = []
  for (const { group, rendered } of pieces) {
    const fits = rendered.length + 1 <= room ? rendered : shorten(group, room - 1)
    if (fits !== null) kept.push(fits)
    if (fits !== rendered) break
    room -= rendered.length + 1
  }
  return [...kept, note].join('\n')
}

/** Escapes everything Discord reads as markup. Web addresses stay whole, so that they can be followed, and bring no preview. */
export function escapeMarkdown(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(CONTROL_CHARACTERS, '')
  let escaped = ''
  let from = 0
  for (const match of clean.matchAll(ADDRESS)) {
    escaped += `${escapeWords(clean.slice(from, match.index))}<${encodeAddress(match[1]!)}>`
    from = match.index + match[0].length
  }
  escaped += escapeWords(clean.slice(from))
  return escaped.replace(LINE_MARKER, '$1\\$2').replace(LINE_NUMBER, '$1\\$2')
}

/** The first strong line of a message's content, or its first line, as plain words; null when there is none. */
export function headingOf(content: string): string | null {
  const lines = content.split('\n').map((line) => line.trim())
  const strong = lines.find((line) => /^\*\*.+\*\*$/u.test(line))
  const line = strong ? strong.slice(2, -2) : lines.find((each) => each !== '')?.replace(/^-# /, '')
  const plain = line?.replace(/\\([^0-9A-Za-z\s])|<(https?:[^\s<>]+)>/g, '$1$2').trim()
  return plain ? plain : null
}

/** Cuts to at most `max` UTF-16 units without breaking a character in two. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (kept.length + segment.length > max - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f]/g
/** Direction isolates around an address would become part of the link, so they go. */
const ADDRESS = /[\u2066-\u2069]*(https?:\/\/[^\s<\u2066-\u2069]+)[\u2066-\u2069]*/giu
const LINE_MARKER = /^([^\S\n]*)([#>+-])/gmu
const LINE_NUMBER = /^([^\S\n]*\d+)([.)])/gmu

function escapeWords(text: string): string {
  return text
    .replace(/[\\*_~|`[\]<]/g, '\\$&')
    .replace(/@(?=everyone|here)/g, '\\@')
    .replace(/:(?=[\w+\\-]+:)/g, '\\:')
}

function encodeAddress(address: string): string {
  return address.replace(/[*`|~\\>[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Table lines that follow one another belong in one block; any other line stands alone. */
function groupTables(lines: Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (line.style === 'table' && last?.[0]?.style === 'table') last.push(line)
    else groups.push([line])
  }
  return groups
}

function render(group: Line[]): string {
  const [line] = group
  if (!line) return ''
  switch (line.style) {
    case 'table':
      return `\`\`\`\n${group.map((row) => asTableRow(row.text)).join('\n')}\n\`\`\``
    case 'strong':
      return eachLine(line.text, (text) => `**${text}**`)
    case 'quiet':
      return eachLine(line.text, (text) => `-# ${text}`)
    default:
      return escapeMarkdown(line.text)
  }
}

function eachLine(text: string, wrap: (escaped: string) => string): string {
  return text
    .split('\n')
    .map((part) => (part.trim() === '' ? '' : wrap(escapeMarkdown(part.trim()))))
    .join('\n')
}

/** Three backticks would end the block: a character of no width keeps them apart. */
function asTableRow(text: string): string {
  return text.replace(CONTROL_CHARACTERS, '').replace(/`(?=`)/g, '`\u200b')
}

/** As much of the group as fits in `room`, or null when that is nothing worth showing. */
function shorten(group: Line[], room: number): string | null {
  if (group[0]?.style === 'table') {
    for (let rows = group.length - 1; rows > 0; rows -= 1) {
      const rendered = render(group.slice(0, rows))
      if (rendered.length <= room) return rendered
    }
    return null
  }
  const line = group[0]!
  for (let max = Math.min(line.text.length, room); max >= 20; max = Math.floor(max * 0.9)) {
    const rendered = render([{ ...line, text: cut(line.text, max) }])
    if (rendered.length <= room) return rendered
  }
  return null
}
