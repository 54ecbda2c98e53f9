/**
 * Golden conversations: a file a youth worker can read. What they do is input, what the bot says is
 * compared. Lines: `story:` a title; `they:` the words of a button, or "typed text" in quotes;
 * `they, on the card before:` a tap on the previous card; `wait: 26h`; `closed`; `unreachable`.
 * `bot:` and `kept:` lines are what comes out; `#` lines stay as they are.
 */
import type { Prompt } from '../../src/channels/port.ts'
import { decodeButton } from '../../src/survey/button-data.ts'
import { inScript, renderPlain } from '../../src/survey/plain.ts'
import type { Language, QuestionSet } from '../../src/survey/question-set.ts'
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
      scene = { rehearsal: rehearse(cast.set, cast), cards: [] }
      out.push('', line)
      hear(scene, [scene.rehearsal.card()], out)
    } else if (scene && ACTION.test(line)) {
      out.push(line)
      if (line.startsWith('wait:'))
        scene.rehearsal.wait(Temporal.Duration.from(`PT${line.slice(5).trim().toUpperCase()}`))
      else hear(scene, act(scene, line), out)
    }
  }
  if (scene) out.push(...ending(scene.rehearsal))
  return `${out.join('\n')}\n`
}

type Scene = { rehearsal: Rehearsal; cards: Prompt[] }

const ACTION = /^(they[:,]|wait:|closed$|unreachable$)/
const ON_CARD_BEFORE = 'they, on the card before:'

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
  if (words.startsWith('"')) return rehearsal.reply({ type: 'typed', turn: null, text: JSON.parse(words) })
  const card = cards.at(line.startsWith(ON_CARD_BEFORE) ? -2 : -1)
  const choice = card?.choices.find(({ label }) => label === words)
  const data = choice && decodeButton(choice.data)
  if (!data) throw new Error(`no button '${words}' on this card:\n${card ? renderPlain(card) : '(none)'}`)
  return rehearsal.reply({ type: 'tapped', turn: data.turn, code: data.code })
}

function ending(rehearsal: Rehearsal): string[] {
  const lines = [...rehearsal.stored()].map(([question, { answer, text }]) => {
    const codes = answer.codes.length > 0 ? ` ${answer.codes.join(' + ')}` : ''
    return `kept: ${question}: ${answer.status}${codes}${text === undefined ? '' : ` ${JSON.stringify(text)}`}`
  })
  return [...lines, `ended: ${rehearsal.run().disposition ?? 'not yet'}`]
}
