/** `pols translations`: what is missing in which language, and what nobody who grew up with it has read yet. */
import { loadConfig } from '../config/load.ts'
import { type MethodCoverage, methodCoverage } from '../config/translations.ts'
import { type Coverage, wordCoverage } from '../words/coverage.ts'
import type { Words } from '../words/words.ts'
import { type Cli, settingsOf } from './cli.ts'
import { done, type Result } from './result.ts'

/** A missing sentence is no fault: it is said in Dutch. */
export function showTranslations(cli: Cli, folder: string | undefined): Result {
  const { words } = cli
  const sentences = wordCoverage()
  const { config } = loadConfig(folder ?? settingsOf(cli).configFolder, cli.language)
  const methods = [...config.cards.values()].map(methodCoverage)
  const lines = [
    words('cli-translations-bot'),
    ...sentences.flatMap((one) => linesOfWords(one, words)),
    '',
    words('cli-translations-methods'),
    ...methods.flatMap((one) => linesOfMethod(one, words)),
  ]
  return done(lines.join('\n').replace(/[\u2066-\u2069]/g, ''), { sentences, methods })
}

function linesOfWords({ language, own, missing, unchecked }: Coverage, words: Words): string[] {
  const plain = language === 'nl-plain'
  const lines = plain
    ? [`  ${words('cli-translations-plain', { own })}`]
    : [
        `  ${words('cli-translations-own', { language, own, missing: missing.length })}`,
        ...missing.map((key) => `    ${key}`),
      ]
  if (unchecked.length > 0)
    lines.push(`  ${words('cli-translations-unchecked', { language, files: unchecked.join(', ') })}`)
  return lines
}

function linesOfMethod({ method, missing, unchecked }: MethodCoverage, words: Words): string[] {
  const gaps = Object.entries(missing).map(
    ([language, places]) => `  ${words('cli-translations-missing', { method, language, places: places.join(', ') })}`,
  )
  if (unchecked.length > 0)
    gaps.push(`  ${words('cli-translations-method-unchecked', { method, languages: unchecked.join(', ') })}`)
  return gaps.length > 0 ? gaps : [`  ${words('cli-translations-good', { method })}`]
}
