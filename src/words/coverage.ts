/** Which sentences each language has itself, and which files were read by somebody who grew up with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { FluentResource } from '@fluent/bundle'
import { LANGUAGES, type Language } from '../survey/question-set.ts'

export type Coverage = {
  language: Exclude<Language, 'nl'>
  /** How many sentences it has of its own. */
  own: number
  /** Keys that are said in Dutch for want of a translation. In simpler Dutch that is how it is meant. */
  missing: string[]
  /** Files that nobody who grew up with the language has read yet; names without ending. */
  unchecked: string[]
}

/**
 * Reads the sentences as they are in the files.
 * @param folder with one folder a language, and `native-check.json`: by language the files that were read, with the day
 */
export function wordCoverage(folder: URL = new URL('./', import.meta.url)): Coverage[] {
  const checks = JSON.parse(readFileSync(new URL('native-check.json', folder), 'utf8')) as Checks
  const dutch = sentencesIn(new URL('nl/', folder))
  return LANGUAGES.filter((language) => language !== 'nl').map((language) => {
    const own = sentencesIn(new URL(`${language}/`, folder))
    const keys = new Set([...own.values()].flat())
    return {
      language,
      own: keys.size,
      missing: [...dutch.values()].flat().filter((key) => !keys.has(key)),
      unchecked: [...own.keys()].filter((room) => checks[language]?.[room] === undefined),
    }
  })
}

/** By file, the keys in it. */
function sentencesIn(folder: URL): Map<string, string[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ftl')) : []
  return new Map(
    files.sort().map((file) => {
      const { body } = new FluentResource(readFileSync(new URL(file, folder), 'utf8'))
      return [file.slice(0, -'.ftl'.length), body.map(({ id }) => id)]
    }),
  )
}

type Checks = Partial<Record<Language, Record<string, string>>>
