/** `pols play`: answers a question set in the terminal. Nothing is stored. */
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Prompt } from '../channels/port.ts'
import { decodeButton } from '../survey/button-data.ts'
import { inScript, numbered, renderPlain } from '../survey/plain.ts'
import type { Language, QuestionSet } from '../survey/question-set.ts'
import { fold } from '../survey/read-reply.ts'
import { type Rehearsal, rehearse } from '../survey/rehearse.ts'
import type { Reply } from '../survey/types.ts'
import { wordsFor } from '../words/words.ts'

export type PlayOptions = {
  set: QuestionSet
  language: Language
  input: Readable
  output: Writable
  /** True: prints the conversation as a golden conversation is written, without hints. */
  script?: boolean
  /** What stands for `{activity}`, `{theme}` and `{organisation}` in the questions. */
  about?: { activity?: string; theme?: string; organisation?: string }
}

/**
 * Plays one run. Each line of input is the number of a button, its words, or an answer in own
 * words. Ends with the input, when the run was stopped or declined, or on an empty line after the
 * last question.
 */
export async function play(options: PlayOptions): Promise<void> {
  const { set, language, input, output, script = false, about = {} } = options
  const words = wordsFor(language)
  const rehearsal = rehearse(set, {
    language,
    activity: about.activity ?? words('play-activity'),
    theme: about.theme ?? null,
    organisation: about.organisation ?? words('play-organisation'),
  })
  const print = (text: string) => output.write(`${text}\n`)
  const say = (prompt: Prompt) => print(script ? inScript('bot', renderPlain(prompt)) : `\n${renderPlain(prompt)}`)

  if (!script) print(words('play-how'))
  say(rehearsal.card())
  const lines = createInterface({ input, terminal: false })
  for await (const line of lines) {
    const { disposition } = rehearsal.run()
    if (disposition !== null && line.trim() === '') break
    const heard = hear(rehearsal, line)
    if (script) print(inScript('they', heard.shown))
    for (const prompt of rehearsal.reply(heard.reply)) say(prompt)
    const now = rehearsal.run().disposition
    if (now === 'stopped' || now === 'declined') break
    if (now === 'completed' && !script) print(words('play-end'))
  }
  lines.close()
}

/** A button when the line is its number or its words, else a typed reply; and how the script writes it. */
function hear(rehearsal: Rehearsal, line: string): { reply: Reply; shown: string } {
  const buttons = numbered(rehearsal.card())
  const said = fold(line)
  const button =
    buttons.find(({ key }) => String(key) === said) ?? buttons.find(({ choice }) => said && fold(choice.label) === said)
  const data = button && decodeButton(button.choice.data)
  if (!data) return { reply: { type: 'typed', turn: null, text: line }, shown: JSON.stringify(line) }
  return { reply: { type: 'tapped', turn: data.turn, code: data.code }, shown: button.choice.label }
}
