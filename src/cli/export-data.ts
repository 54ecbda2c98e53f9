/** `pols export`: agreements on data, or the files of one that holds. Nobody agrees here: that takes a person, by their own account. */
import { writeFileSync } from 'node:fs'
import type { FullLanguage } from '../survey/question-set.ts'
import { atCounter, type Cli } from './cli.ts'
import { withoutIsolates } from './plain-words.ts'
import { done, type Result, resultOf, wrong } from './result.ts'

/** @param options.out the file to write; by default its own name, here */
export function exportData(
  cli: Cli,
  organisation: string,
  agreement: string | undefined,
  options: { out?: string },
): Promise<Result> {
  return atCounter(cli, async ({ desk }) => {
    if (agreement === undefined) {
      return resultOf(await desk.sharings(organisation), cli.words, ({ sharings }) => {
        const lines = sharings.map(({ id, receiver, state, endsOn }) => {
          const said = cli.words(`sharing-state-${state}`)
          return `${id}  ${withoutIsolates(cli.words('sharing-item', { receiver, state: said, day: endsOn }))}`
        })
        const agreements = sharings.map(({ id, receiver, purpose, surveyId, year, level, state, endsOn }) => {
          return { id, receiver, purpose, survey: surveyId, year, level, state, endsOn }
        })
        const text = lines.length === 0 ? cli.words('sharing-list-none') : lines.join('\n')
        return done(text, { organisation, agreements })
      })
    }
    const language: FullLanguage = cli.language === 'nl-plain' ? 'nl' : cli.language
    const made = await desk.exportData('command line', organisation, agreement, language)
    return resultOf(made, cli.words, ({ name, base64, notes }) => {
      const file = options.out ?? name
      const bytes = Buffer.from(base64, 'base64')
      try {
        // Never over what lies there: it may be what was given before.
        writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 })
      } catch (error) {
        const there = (error as NodeJS.ErrnoException).code === 'EEXIST'
        const fault = there ? 'cli-export-there' : 'cli-export-cannot-write'
        return wrong(fault, withoutIsolates(cli.words(fault, { file })))
      }
      const text = [withoutIsolates(cli.words('cli-exported', { file })), ...notes].join('\n')
      return done(text, { organisation, agreement, file, bytes: bytes.length, notes })
    })
  })
}
