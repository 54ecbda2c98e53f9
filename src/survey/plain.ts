/** Prompts as plain text, for the terminal and for the golden conversations. */
import type { Choice, Prompt } from '../channels/port.ts'

/**
 * The lines of a prompt and below them its buttons, each with what to type for it: `[1] 😃 goed ✔`. A picture is
 * told by its words, a link by its address.
 */
export function renderPlain(prompt: Prompt): string {
  const lines = prompt.lines.map((line) => line.text)
  if (prompt.picture) lines.unshift(`[${prompt.picture.alt}]`)
  for (const { key, choice } of numbered(prompt)) lines.push(`[${key}] ${plainLabel(choice)}`.trimEnd())
  for (const { role, label, url } of prompt.choices) if (role === 'link') lines.push(`[→] ${label}: ${url}`)
  if (prompt.typed) lines.push(`[…] ${prompt.typed.label}`)
  return lines.join('\n').replace(ISOLATES, '')
}

/** Words of a button with its emoji and its tick. */
export function plainLabel(choice: Choice): string {
  const emoji = choice.emoji === undefined ? '' : `${choice.emoji} `
  const words = NUMBER.test(choice.label) ? '' : choice.label
  return `${emoji}${words}${choice.ticked ? ' ✔' : ''}`.trim()
}

/**
 * The buttons with the number to type for each: the number itself where that is its label (a
 * scale), the next free one for all others. A button that opens a text field has none: one just types. A link has
 * none either: it leads elsewhere.
 */
export function numbered(prompt: Prompt): { key: number; choice: Choice }[] {
  const choices = prompt.choices.filter((choice) => choice.role !== 'write' && choice.role !== 'link')
  let free = Math.max(0, ...choices.map((choice) => (NUMBER.test(choice.label) ? Number(choice.label) : 0))) + 1
  return choices.map((choice) => ({ key: NUMBER.test(choice.label) ? Number(choice.label) : free++, choice }))
}

const NUMBER = /^\d{1,3}$/
const ISOLATES = /[\u2068\u2069]/g

/** One turn of a golden conversation: `bot:  first line`, the other lines below each other. */
export function inScript(speaker: 'bot' | 'they', text: string): string {
  return `${`${speaker}:`.padEnd(INDENT)}${text.replaceAll('\n', `\n${' '.repeat(INDENT)}`)}`
}

const INDENT = 6
