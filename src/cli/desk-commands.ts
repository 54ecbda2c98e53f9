/** `pols link-code`, `digest`, `migrate` and `status`. */
import { readFileSync } from 'node:fs'
import { renderDigest } from '../digest/render.ts'
import type { LinkPurpose } from '../rounds/desk.ts'
import { atCounter, type Cli } from './cli.ts'
import { withoutIsolates } from './plain-words.ts'
import { done, type Result, resultOf } from './result.ts'

export function linkCode(cli: Cli, organisation: string, options: { for: LinkPurpose; by: string }): Promise<Result> {
  return atCounter(cli, async ({ desk }) =>
    resultOf(await desk.linkCode(options.by, organisation, options.for), cli.words, ({ code, expiresAt }) =>
      done(cli.words('cli-link-code', { code }), { code, purpose: options.for, expiresAt: expiresAt.toString() }),
    ),
  )
}

/** The stored digest of a closed round, as it was posted. */
export function showDigest(cli: Cli, round: string): Promise<Result> {
  return atCounter(cli, async ({ desk }) =>
    resultOf(await desk.digest(round), cli.words, ({ organisationId, content }) => {
      const lines = renderDigest(content, cli.language).map((line) => withoutIsolates(line.text))
      return done(lines.join('\n'), { organisation: organisationId, round, lines, digest: content })
    }),
  )
}

/** Brings the schema up to date; a running application has done so when it started. */
export function migrateStore(cli: Cli): Promise<Result> {
  return atCounter(cli, async (counter) => {
    const migrations = await counter.migrate()
    const text =
      migrations.length === 0
        ? cli.words('cli-migrated-nothing')
        : cli.words('cli-migrated', { names: migrations.join(', ') })
    return done(text, { migrations })
  })
}

export function showStatus(cli: Cli): Promise<Result> {
  return atCounter(cli, async (counter, reached) => {
    const status = {
      pols: version(),
      node: process.version,
      running: reached === 'running',
      ...(await counter.status()),
    }
    const { stringify } = await import('yaml')
    return done(stringify(status).trimEnd(), status)
  })
}

/** The version in package.json. */
export function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}
