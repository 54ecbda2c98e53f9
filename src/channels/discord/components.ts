/** Buttons and menus of a message, within Discord's limits: 5 rows, 5 buttons a row, labels of 80, ids of 100. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { wordsFor } from '../../words/words.ts'
import { inDirection } from '../plain-form.ts'
import type { Choice, Prompt } from '../port.ts'
import { cut } from './markdown.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** A select is told apart from other selects by this prefix and its first option. */
export const SELECT_PREFIX = 's.'
/** `w.<longest answer>.<data>`: pressing it opens a text field. No other button's data starts with `w.` and a digit. */
export const WRITE_PATTERN = /^w\.(\d{1,4})\.(.+)$/s
const MAX_ROWS = 5
const PER_ROW = 5
const PER_SELECT = 25
const LONGEST_ANSWER = 4000
/** Longest address that a button takes, in characters. */
export const LONGEST_LINK = 512

/**
 * Options: up to three one below the other, four or five side by side, more in a select. Then the
 * write button, the links, the asides and the controls, each kind in its own row; kinds other than
 * links share rows, and options move into a select, when five rows are not enough.
 */
export function toRows(prompt: Prompt): Row[] {
  const choices = withoutRepeats(prompt.choices)
  const of = (role: Choice['role']) => choices.filter((choice) => choice.role === role)
  const toButton = (choice: Choice) => button(choice, prompt)
  const options = of('option')
  const links = buttonRows(of('link').map((choice) => linkButton(choice, prompt)))
  const write = writeButtons(prompt, of('write'))
  const asides = of('aside').map(toButton)
  const controls = of('control').map(toButton)
  const selects = () => selectRows(options, prompt)
  const inOneRow = () => (options.length > PER_ROW ? selects() : buttonRows(options.map(toButton)))
  const spacious = options.length > 3 ? inOneRow() : options.map((option) => row([toButton(option)]))
  const tight = [...links, ...buttonRows([...write, ...asides, ...controls])]
  const tails = [[...buttonRows(write), ...links, ...buttonRows(asides), ...buttonRows(controls)], tight]
  for (const head of [spacious, inOneRow()]) {
    for (const tail of tails) {
      if (head.length + tail.length <= MAX_ROWS) return [...head, ...tail]
    }
  }
  // What lets somebody stop is never what has to give way.
  const tail = tight.slice(-MAX_ROWS)
  return [...selects().slice(0, MAX_ROWS - tail.length), ...tail]
}

/** Discord refuses a whole message over two equal ids. */
function withoutRepeats(choices: Choice[]): Choice[] {
  const seen = new Set<string>()
  return choices.filter((choice) => {
    const key = choice.role === 'link' ? `link ${choice.url}` : `${choice.role === 'write' ? 'w' : ''}${choice.data}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

function button(choice: Choice, prompt: Prompt): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: styleOf(choice),
    custom_id: choice.data,
    ...face(choice, prompt, 80),
  }
}

function linkButton(choice: Choice, prompt: Prompt): APIButtonComponentWithURL {
  return { type: ComponentType.Button, style: ButtonStyle.Link, url: choice.url ?? '', ...face(choice, prompt, 80) }
}

/** Answers all have one colour: none of them looks like the right one. Only a tick stands out. */
function styleOf(choice: Choice): APIButtonComponentWithCustomId['style'] {
  if (choice.ticked) return ButtonStyle.Success
  return choice.role === 'option' || choice.role === 'write' ? ButtonStyle.Primary : ButtonStyle.Secondary
}

/** A text field opens only where the prompt asks for something typed: a link in its place leads to a page of ours. */
function writeButtons(prompt: Prompt, choices: Choice[]): APIButtonComponentWithCustomId[] {
  const { typed } = prompt
  if (!typed && prompt.choices.some((choice) => choice.role === 'link')) return []
  const own: Choice[] = typed ? [{ data: typed.data, label: typed.label, role: 'write', ...pen(prompt) }] : []
  return (choices.length > 0 ? choices : own).slice(0, 1).map((choice) => {
    const longest = Math.min(typed?.max ?? LONGEST_ANSWER, LONGEST_ANSWER)
    return { ...button(choice, prompt), custom_id: `w.${longest}.${typed?.data ?? choice.data}` }
  })
}

const pen = ({ textOnly }: Prompt): { emoji?: string } => (textOnly ? {} : { emoji: '✍️' })

/** Discord refuses a whole message over one emoji that it does not know, so anything unusual goes into the label. */
function face(choice: Choice, prompt: Prompt, max: number): { label: string; emoji?: { name: string } } {
  const { emoji } = choice
  const known = emoji !== undefined && /^\p{RGI_Emoji}$/v.test(emoji)
  const start = `${choice.ticked ? '✔ ' : ''}${emoji === undefined || known ? '' : `${emoji} `}`
  const words = cut(choice.label, max - DIRECTION_MARK - start.length)
  const label = inDirection(`${start}${words}`, prompt.language)
  return known ? { label, emoji: { name: emoji } } : { label }
}

const DIRECTION_MARK = 1

function selectRows(options: Choice[], prompt: Prompt): Row[] {
  const placeholder = wordsFor(prompt.language)('discord-choose')
  return chunks(options, PER_SELECT).map((part): Row => {
    const select: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: `${SELECT_PREFIX}${part[0]!.data}`,
      placeholder: cut(placeholder, 150),
      min_values: 1,
      max_values: 1,
      options: part.map((choice) => ({ value: choice.data, ...face(choice, prompt, 100) })),
    }
    return { type: ComponentType.ActionRow, components: [select] }
  })
}

type Button = APIButtonComponentWithCustomId | APIButtonComponentWithURL

function buttonRows(buttons: Button[]): Row[] {
  return chunks(buttons, PER_ROW).map(row)
}

function row(components: Button[]): Row {
  return { type: ComponentType.ActionRow, components }
}

function chunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}
