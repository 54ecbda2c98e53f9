/**
 * Golden conversations: a file a youth worker can read. What they do is input, what the bot says is
 * compared. Lines: `story:` a title, with modes in brackets behind it; `they:` the words of a button, or
 * "typed text" in quotes; `they, on the card before:` a tap on the previous card; `they, on the page:` "text" typed
 * where a link of the card leads; `wait: 26h`; `language: fr`; `closed`; `unreachable`.
 * Modes: `check-in`, `start`, `text only`, `by link`, `without <key>`.
 * `bot:`, `kept:`, `present:` and `ended:` lines are what comes out; `#` lines stay as they are.
 */
import type { Prompt } from '../../src/channels/port.ts'
import { decodeButton } from '../../src/survey/button-data.ts'
import { inScript, renderPlain } from '../../src/survey/plain.ts'
import { LANGUAGES, type Language, type QuestionSet } from '../../src/survey/question-set.ts'
import { type Rehearsal, rehearse } from '../../src/survey/rehearse.ts'

export type Cast = {
  set: QuestionSet
  language: Language
  activity: string
  theme: string | null
  organisation: string
}

/** Plays every story of a file anew and returns the file as it should be. Throws when a button is not on the card. */
export function replay(file: string, cast: Cast): string {
  const out: string[] = []
  let scene: Scene | null = null
  for (const line of file.split('\n')) {
    if (line.startsWith('#')) out.push(line)
    if (line.startsWith('story:')) {
      if (scene) out.push(...ending(scene.rehearsal))
      scene = { rehearsal: begin(cast, modesOf(line)), cards: [] }
      out.push('', line)
      hear(scene, [scene.rehearsal.card()], out)
    } else if (scene && ACTION.test(line)) {
      out.push(line)
      if (line.startsWith('wait:'))
        scene.rehearsal.wait(Temporal.Duration.from(`PT${line.slice(5).trim().toUpperCase()}`))
      else if (line.startsWith('language:')) scene.rehearsal.speak(oneOf(LANGUAGES, line.slice(9).trim()))
      else hear(scene, act(scene, line), out)
    }
  }
  if (scene) out.push(...ending(scene.rehearsal))
  return `${out.join('\n')}\n`
}

type Scene = { rehearsal: Rehearsal; cards: Prompt[] }

const ACTION = /^(they[:,]|wait:|language:|closed$|unreachable$)/
const ON_CARD_BEFORE = 'they, on the card before:'
const ISOLATES = /[\u2068\u2069]/g
const ON_THE_PAGE = 'they, on the page:'
const MODES = ['check-in', 'start', 'text only', 'by link'] as const

const modesOf = (story: string): string[] => /\[(.+)\]$/.exec(story)?.[1]?.split(', ') ?? []

function begin(cast: Cast, modes: string[]): Rehearsal {
  const without = modes.flatMap((mode) => (mode.startsWith('without ') ? mode.slice(8) : []))
  const is = (mode: (typeof MODES)[number]) => modes.includes(mode)
  for (const mode of modes) if (!mode.startsWith('without ')) oneOf(MODES, mode)
  return rehearse(
    cast.set,
    { ...cast, textOnly: is('text only'), writeUrl: is('by link') ? 'https://pols.example/schrijf/abc' : null },
    { checkIn: is('check-in'), absentButton: is('start'), without },
  )
}

function oneOf<T extends string>(known: readonly T[], given: string): T {
  const found = known.find((one) => one === given)
  if (found === undefined) throw new Error(`golden script: '${given}' is none of ${known.join(', ')}`)
  return found
}

function hear(scene: Scene, said: Prompt[], out: string[]): void {
  if (said.length === 0) out.push('      (no answer)')
  for (const prompt of said) {
    if (prompt.kind === 'card') scene.cards.push(prompt)
    out.push(inScript('bot', renderPlain(prompt)))
  }
}

function act(scene: Scene, line: string): Prompt[] {
  const { rehearsal, cards } = scene
  if (line === 'closed') return rehearsal.close()
  if (line === 'unreachable') return rehearsal.unreachable()
  const words = line.slice(line.indexOf(':') + 1).trim()
  if (line.startsWith(ON_THE_PAGE))
    return rehearsal.reply({ type: 'typed', turn: rehearsal.run().turn, text: JSON.parse(words) })
  if (words.startsWith('"')) return rehearsal.reply({ type: 'typed', turn: null, text: JSON.parse(words) })
  const card = cards.at(line.startsWith(ON_CARD_BEFORE) ? -2 : -1)
  const choice = card?.choices.find(({ label }) => label.replace(ISOLATES, '') === words)
  const data = choice && decodeButton(choice.data)
  if (!data) throw new Error(`no button '${words}' on this card:\n${card ? renderPlain(card) : '(none)'}`)
  return rehearsal.reply({ type: 'tapped', turn: data.turn, code: data.code })
}

function ending(rehearsal: Rehearsal): string[] {
  const lines = [...rehearsal.stored()].map(([question, { answer, text }]) => {
    const codes = answer.codes.length > 0 ? ` ${answer.codes.join(' + ')}` : ''
    return `kept: ${question}: ${answer.status}${codes}${text === undefined ? '' : ` ${JSON.stringify(text)}`}`
  })
  const present = rehearsal.present()
  if (present !== undefined) lines.push(`present: ${present === null ? 'not said' : present ? 'yes' : 'no'}`)
  return [...lines, `ended: ${rehearsal.run().disposition ?? 'not yet'}`]
}
