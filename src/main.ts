/** The process: command line in, exit code out. Everything is loaded only when a command needs it. */
import { enableCompileCache } from 'node:module'
import { COMPILED } from './compiled.ts'
import { resolveNearImports } from './near-imports.ts'

// Before anything else is loaded, or it would be compiled anew.
enableCompileCache(COMPILED)
resolveNearImports()
const { run } = await import('./cli/run.ts')

const { stdin: input, stdout: output, stderr: errors, env: environment } = process

// Somebody who reads no further (`pols session list | head`) is not an error.
output.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await run(process.argv.slice(2), { input, output, errors, environment }, async (...given) => {
  const { createApp } = await import('./app.ts')
  return createApp(...given)
})
