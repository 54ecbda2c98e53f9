/** A prompt in Telegram's form: HTML text, a picture above it, one button per row. Pure. */
import { EngineError } from '../../errors.ts'
import type { Language } from '../../survey/question-set.ts'
import { wordsFor } from '../../words/words.ts'
import { inDirection, inPlainForm } from '../plain-form.ts'
import type { Choice, Line, Prompt } from '../port.ts'
import { CAPTION_LIMIT, DATA_LIMIT, fitsButton, TEXT_LIMIT } from './wire.ts'

/** The content of a `sendMessage` or `editMessageText` call. */
export type TelegramMessage = {
  text: string
  parse_mode: 'HTML'
  /** The picture, as the preview of its own address; else no preview at all. */
  link_preview_options: { is_disabled: true } | { url: string; prefer_large_media: true; show_above_text: true }
  reply_markup?: { inline_keyboard: Button[][] }
}

type Button = { text: string } & ({ callback_data: string } | { url: string })

/**
 * The prompt as an HTML message with one button per row. Too long a text is cut at a line or a
 * word, never inside markup. A welcome for typed words is added, for a chat needs no text field.
 * @throws EngineError when button data does not fit in 64 bytes
 */
export function toMessage(given: Prompt): TelegramMessage {
  const prompt = inPlainForm(given, LONGEST_ADDRESS)
  const hint = prompt.typed ? [drawable(typeHere(prompt, prompt.typed.max), prompt.language)] : []
  const room = TEXT_LIMIT - hint.reduce((sum, line) => sum + line.text.length + 1, 0)
  const lines = [
    ...cutToFit(
      prompt.lines.map((line) => drawable(line, prompt.language)),
      room,
    ),
    ...hint,
  ]
  const rows = prompt.choices.filter((choice) => choice.role !== 'write').map((choice) => [buttonOf(choice, prompt)])
  const message: TelegramMessage = {
    text: toHtml(lines, prompt.kind === 'notice'),
    parse_mode: 'HTML',
    link_preview_options: prompt.picture
      ? { url: prompt.picture.url, prefer_large_media: true, show_above_text: true }
      : { is_disabled: true },
  }
  if (rows.length > 0) message.reply_markup = { inline_keyboard: rows }
  return message
}

/** Words under a picture: plain, and cut at a word where they are too long for a caption. */
export function toCaption(text: string, language: Language): string {
  const words = drawable({ text }, language).text.trim()
  return words.length <= CAPTION_LIMIT ? words : `${cutAtWord(words, CAPTION_LIMIT - ELLIPSIS.length)}${ELLIPSIS}`
}

/** Escapes text for Telegram's HTML: `& < > "`. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}

function typeHere({ kind, language, textOnly }: Prompt, max: number): Line {
  const text = wordsFor(language)(kind === 'card' ? 'telegram-type-here' : 'telegram-type-this', { max })
  return { text: textOnly ? text : `✍ ${text}`, style: 'quiet' }
}

function buttonOf(choice: Choice, { language }: Prompt): Button {
  const parts = [choice.ticked ? '✔' : '', choice.emoji ?? '', clean(choice.label)]
  const text = inDirection(parts.filter((part) => part !== '').join(' '), language)
  return choice.role === 'link' ? { text, url: choice.url ?? '' } : { text, callback_data: checkedData(choice.data) }
}

function checkedData(data: string): string {
  if (!fitsButton(data)) throw new EngineError(`telegram: button data must have 1 to ${DATA_LIMIT} bytes`)
  return data
}

/** Wraps each line by its style; table lines that follow each other share one block. */
function toHtml(lines: Line[], mayName: boolean): string {
  const blocks: string[] = []
  let table: string[] = []
  const flush = () => {
    if (table.length > 0) blocks.push(`<pre>${table.join('\n')}</pre>`)
    table = []
  }
  for (const { text, style } of lines) {
    if (style === 'table') {
      table.push(escapeHtml(text))
      continue
    }
    flush()
    const safe = mayName ? withPeople(escapeHtml(text)) : escapeHtml(text)
    const tag = style === 'strong' ? 'b' : style === 'quiet' ? 'i' : null
    blocks.push(tag === null || safe.trim() === '' ? safe : `<${tag}>${safe}</${tag}>`)
  }
  flush()
  return blocks.join('\n')
}

/** Somebody without a name on Telegram is found by number, which only a link can hold. */
function withPeople(safe: string): string {
  return safe.replace(/tg:\/\/user\?id=\d{1,16}/g, (address) => `<a href="${address}">${address}</a>`)
}

/** Keeps whole lines while they fit; the first that does not is cut at a word when much room is left. */
function cutToFit(lines: Line[], limit: number): Line[] {
  const rows = lines.flatMap((line) => line.text.split('\n').map((text) => ({ ...line, text })))
  const total = rows.reduce((sum, row) => sum + row.text.length + 1, -1)
  if (total <= limit) return lines
  const kept: Line[] = []
  let left = limit - ELLIPSIS.length
  for (const row of rows) {
    if (row.text.length + 1 > left) {
      if (left >= WORTH_CUTTING || kept.length === 0) kept.push({ ...row, text: cutAtWord(row.text, left - 1) })
      break
    }
    kept.push(row)
    left -= row.text.length + 1
  }
  return [...kept, { text: ELLIPSIS }]
}

function cutAtWord(text: string, length: number): string {
  const part = text.slice(0, length)
  const space = part.lastIndexOf(' ')
  return (space > length / 2 ? part.slice(0, space) : part).toWellFormed().replace(/\ufffd$/u, '')
}

function drawable(line: Line, language: Language): Line {
  const text = clean(line.text)
  return { ...line, text: line.style === 'table' ? text : inDirection(text, language) }
}

/** Control characters and broken halves of emoji are refused by Telegram or drawn as rubbish. */
function clean(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : sign === '\t' ? ' ' : ''))
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const ELLIPSIS = '…'
/** Telegram takes longer ones too, but does not say how long. */
const LONGEST_ADDRESS = 512
/** With this much room left, part of a long line is better than none of it. */
const WORTH_CUTTING = 400
