/** Buttons and menus of a message, within Discord's limits: 5 rows, 5 buttons a row, labels of 80, ids of 100. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { wordsFor } from '../../words/words.ts'
import type { Choice, Prompt } from '../port.ts'
import { cut } from './markdown.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** A select is told apart from other selects by this prefix and its first option. */
export const SELECT_PREFIX = 's.'
/** `w.<longest answer>.<data>`: pressing it opens a text field. No other button's data starts like this. */
export const WRITE_PATTERN = /^w\.(\d{1,4})\.(.+)$/s
const MAX_ROWS = 5
const PER_ROW = 5
const PER_SELECT = 25
const LONGEST_ANSWER = 4000

/**
 * Options: up to three one below the other, four or five side by side, more in a select. Then the
 * write button, the asides and the controls, each kind in its own row; kinds share rows, and options
 * move into a select, when five rows are not enough.
 */
export function toRows(prompt: Prompt): Row[] {
  const choices = withoutRepeats(prompt.choices)
  const of = (role: Choice['role']) => choices.filter((choice) => choice.role === role)
  const options = of('option')
  const write = writeButtons(prompt, of('write'))
  const asides = of('aside').map(button)
  const controls = of('control').map(button)
  const selects = () => selectRows(options, wordsFor(prompt.language)('discord-choose'))
  const inOneRow = () => (options.length > PER_ROW ? selects() : buttonRows(options.map(button)))
  const spacious = options.length > 3 ? inOneRow() : options.map((option) => row([button(option)]))
  const tails = [
    [...buttonRows(write), ...buttonRows(asides), ...buttonRows(controls)],
    buttonRows([...write, ...asides, ...controls]),
  ]
  for (const head of [spacious, inOneRow()]) {
    for (const tail of tails) {
      if (head.length + tail.length <= MAX_ROWS) return [...head, ...tail]
    }
  }
  return [...selects(), ...tails[1]!].slice(0, MAX_ROWS)
}

/** Discord refuses a whole message over two equal ids. */
function withoutRepeats(choices: Choice[]): Choice[] {
  const seen = new Set<string>()
  return choices.filter((choice) => {
    const key = `${choice.role === 'write' ? 'w' : ''}${choice.data}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

function button(choice: Choice): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: styleOf(choice),
    custom_id: choice.data,
    ...face(choice, 80),
  }
}

/** Answers all have one colour: none of them looks like the right one. Only a tick stands out. */
function styleOf(choice: Choice): APIButtonComponentWithCustomId['style'] {
  if (choice.ticked) return ButtonStyle.Success
  return choice.role === 'option' || choice.role === 'write' ? ButtonStyle.Primary : ButtonStyle.Secondary
}

function writeButtons(prompt: Prompt, choices: Choice[]): APIButtonComponentWithCustomId[] {
  const { typed } = prompt
  const asked: Choice[] =
    choices.length === 0 && typed ? [{ data: typed.data, label: typed.label, emoji: '✍️', role: 'write' }] : choices
  return asked.slice(0, 1).map((choice) => {
    const longest = Math.min(typed?.max ?? LONGEST_ANSWER, LONGEST_ANSWER)
    return { ...button(choice), custom_id: `w.${longest}.${typed?.data ?? choice.data}` }
  })
}

/** Discord refuses a whole message over one emoji that it does not know, so anything unusual goes into the label. */
function face(choice: Choice, max: number): { label: string; emoji?: { name: string } } {
  const words = `${choice.ticked ? '✔ ' : ''}${choice.label}`
  if (choice.emoji === undefined) return { label: cut(words, max) }
  if (/^\p{RGI_Emoji}$/v.test(choice.emoji)) return { label: cut(words, max), emoji: { name: choice.emoji } }
  return { label: cut(`${choice.emoji} ${words}`, max) }
}

function selectRows(options: Choice[], placeholder: string): Row[] {
  return chunks(options, PER_SELECT).map((part): Row => {
    const select: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: `${SELECT_PREFIX}${part[0]!.data}`,
      placeholder: cut(placeholder, 150),
      min_values: 1,
      max_values: 1,
      options: part.map((choice) => ({ value: choice.data, ...face(choice, 100) })),
    }
    return { type: ComponentType.ActionRow, components: [select] }
  })
}

function buttonRows(buttons: APIButtonComponentWithCustomId[]): Row[] {
  return chunks(buttons, PER_ROW).map(row)
}

function row(components: APIButtonComponentWithCustomId[]): Row {
  return { type: ComponentType.ActionRow, components }
}

function chunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}
