/** From command line to exit code: 0 done, 1 something is broken or faulty, 2 wrong use. */
import { type Command, CommanderError } from 'commander'
import { SettingsError } from '../errors.ts'
import { describeError } from '../log.ts'
import { LANGUAGES, type Language } from '../survey/question-set.ts'
import type { Words } from '../words/words.ts'
import type { CreateApp } from './app-port.ts'
import type { Terminal } from './cli.ts'
import { plainWords } from './plain-words.ts'
import { namesOf, programOf } from './program.ts'
import type { Result } from './result.ts'
import { wrongUse } from './wrong-use.ts'

/**
 * Carries out one command; never throws.
 * @param argv what was typed after `pols`
 */
export async function run(argv: string[], terminal: Terminal, createApp: CreateApp): Promise<number> {
  const language = languageIn(argv)
  const words = plainWords(language)
  const json = argv.includes('--json')
  let result: Result | null = null
  const program = programOf({ terminal, createApp, words, language }, (found) => {
    result = found
  })
  listenTo(program, terminal)
  try {
    if (argv.length === 0) throw new CommanderError(2, 'commander.help', '')
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    return fail(error, { program, argv, terminal, words, json })
  }
  return tell(result, terminal, json)
}

type Failing = { program: Command; argv: string[]; terminal: Terminal; words: Words; json: boolean }

function fail(error: unknown, { program, argv, terminal, words, json }: Failing): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    const wrong = wrongUse(error, understood(program, argv), words)
    return tell({ type: 'wrong', ...wrong }, terminal, json)
  }
  if (error instanceof SettingsError) {
    if (json) terminal.output.write(`${JSON.stringify({ ok: false, fault: 'settings', sentence: error.message })}\n`)
    terminal.errors.write(`${error.message}\n`)
    return 1
  }
  const known = describeError(error)
  if (json) terminal.output.write(`${JSON.stringify({ ok: false, fault: 'bug', ...known })}\n`)
  terminal.errors.write(`${words('cli-bug')}\n${JSON.stringify(known)}\n`)
  return 1
}

function tell(result: Result | null, terminal: Terminal, json: boolean): number {
  if (result === null) return 0
  if (result.type === 'wrong') {
    const { fault, sentence } = result
    if (json) terminal.output.write(`${JSON.stringify({ ok: false, fault, sentence })}\n`)
    terminal.errors.write(`${sentence}\n`)
    return 2
  }
  terminal.output.write(`${json ? JSON.stringify(result.json) : result.text}\n`)
  return result.faulty ? 1 : 0
}

/** Help goes to standard output; what commander would say of an error is said by us. */
function listenTo(command: Command, terminal: Terminal): void {
  command.configureOutput({ writeOut: (text) => void terminal.output.write(text), writeErr: () => {} })
  for (const below of command.commands) listenTo(below, terminal)
}

/** The command that was meant, as far as it was understood. */
function understood(program: Command, argv: string[]): string {
  let command = program
  for (const word of argv) {
    const below: Command | undefined = command.commands.find((one) => one.name() === word)
    if (below) command = below
  }
  return namesOf(command)
}

/** The language is needed before anything is parsed, because the help is in it. */
function languageIn(argv: string[]): Language {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='))
  const said = argv[at]?.split('=')[1] ?? argv[at + 1]
  return LANGUAGES.find((language) => at !== -1 && language === said) ?? 'nl'
}
