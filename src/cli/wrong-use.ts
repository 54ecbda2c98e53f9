/** What commander says of wrong use, as one sentence in the reader's language. */
import type { CommanderError } from 'commander'
import type { Words } from '../words/words.ts'

/** @param command the words typed so far that were understood, such as `pols session add` */
export function wrongUse(error: CommanderError, command: string, words: Words): { fault: string; sentence: string } {
  const [what = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((found) => found[1])
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1]
  const values = { what: /^error: command-argument/.test(error.message) ? second : what, command, meant: meant ?? '-' }
  const key = KEYS[error.code] ?? 'cli-wrong-other'
  return { fault: key, sentence: words((meant && WITH_A_GUESS[key]) || key, values) }
}

const WITH_A_GUESS: Record<string, string> = {
  'cli-wrong-option': 'cli-wrong-option-meant',
  'cli-wrong-command': 'cli-wrong-command-meant',
}

const KEYS: Record<string, string> = {
  'commander.unknownOption': 'cli-wrong-option',
  'commander.unknownCommand': 'cli-wrong-command',
  'commander.missingArgument': 'cli-wrong-missing',
  'commander.optionMissingArgument': 'cli-wrong-option-empty',
  'commander.missingMandatoryOptionValue': 'cli-wrong-option-missing',
  'commander.excessArguments': 'cli-wrong-too-many',
  'commander.invalidArgument': 'cli-wrong-value',
}
