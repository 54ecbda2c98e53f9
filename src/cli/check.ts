/** `pols check`: every fault in the files that an organisation edits, and tips about the words of questions. */
import { join } from 'node:path'
import { type Fault, loadConfig } from '../config/load.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'

/**
 * Checks a folder. The text has one line a fault or tip, `file:line:column  sentence`, and a last line that counts;
 * with `json` it is one JSON object with the same. Tips are no faults.
 * @param options.language of the sentences; Dutch unless told
 * @param options.today undefined: nothing is said about the age of the help lines
 */
export function check(
  folder: string,
  options: { json: boolean; language?: Language; today?: Temporal.PlainDate },
): { text: string; faults: Fault[] } {
  const language = options.language ?? 'nl'
  const { config, faults, tips } = loadConfig(folder, language, undefined, options.today)
  const organisations = config.organisations.size
  const methods = config.cards.size
  const placed = (all: Fault[]) => all.map((one) => ({ ...one, file: join(folder, one.file) }))
  const shown = placed(faults)
  if (options.json)
    return {
      text: JSON.stringify({ ok: faults.length === 0, organisations, methods, faults: shown, tips: placed(tips) }),
      faults,
    }

  const words = wordsFor(language)
  const files = new Set(faults.map((fault) => fault.file)).size
  const last =
    faults.length === 0
      ? words('check-good', { organisations, methods })
      : words('check-count', { faults: faults.length, files })
  const counted = tips.length === 0 ? last : `${last} ${words('check-tips', { tips: tips.length })}`
  const lines = [...shown, ...placed(tips)].map(
    ({ file, line, column, sentence }) => `${file}:${line}:${column}  ${sentence}`,
  )
  return { text: [...lines, counted.replace(/[\u2066-\u2069]/g, '')].join('\n'), faults }
}
