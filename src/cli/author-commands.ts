/** Commands for who edits the files: they read the configuration folder and touch nothing else. */
import { join } from 'node:path'
import { systemClock } from '../clock.ts'
import { schemasOf } from '../config/json-schema.ts'
import { loadConfig } from '../config/load.ts'
import { check } from './check.ts'
import { type Cli, settingsOf } from './cli.ts'
import { play } from './play.ts'
import { done, type Result, wrong } from './result.ts'
import { writeSchemas } from './schema.ts'

/** Every fault in the configuration folder; exit 1 when there is one. */
export function checkFolder(cli: Cli, folder: string | undefined): Result {
  const { text, faults } = check(folder ?? settingsOf(cli).configFolder, {
    json: cli.json,
    language: cli.language,
    today: systemClock.now().toZonedDateTimeISO('UTC').toPlainDate(),
  })
  return { type: 'done', text, json: cli.json ? JSON.parse(text) : null, faulty: faults.length > 0 }
}

/** Answers a question set in the terminal; prints the conversation itself, so it comes to nothing more. */
export async function playSet(cli: Cli, name: string, options: { script?: boolean }): Promise<Result | null> {
  const { config } = loadConfig(settingsOf(cli).configFolder, cli.language)
  const method = config.methods.get(name)
  if (!method) {
    const known = [...config.methods.keys()].join(', ') || '-'
    return wrong('cli-no-set', cli.words('cli-no-set', { set: name, known }))
  }
  const { input, output } = cli.terminal
  await play({ set: method.set, language: cli.language, input, output, script: options.script ?? false })
  return null
}

/** Prints the JSON Schemas, or writes them where editors look for them. */
export function showSchemas(cli: Cli, options: { write?: boolean }): Result {
  if (!options.write) {
    const schemas = Object.fromEntries(Object.entries(schemasOf()).map(([name, text]) => [name, JSON.parse(text)]))
    return done(JSON.stringify(schemas, null, 2), schemas)
  }
  const files = writeSchemas(join(settingsOf(cli).configFolder, 'schemas'))
  return done(cli.words('cli-schemas-written', { files: files.join(', ') }), { files })
}
