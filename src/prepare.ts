/** Run after installing: does once what every first start would have to do, so that `npm start` is quick. */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { COMPILED } from './compiled.ts'

enableCompileCache(COMPILED)
try {
  const { prepareTemplate } = await import('./store/prepare-template.ts')
  await prepareTemplate()
  // Loading is enough: what was compiled is kept.
  await import('./cli/run.ts')
  await import('./app.ts')
  flushCompileCache()
  const { prepareConfig } = await import('./config/prepare-config.ts')
  prepareConfig(fileURLToPath(new URL('../config', import.meta.url)))
} catch (error) {
  // Without all this everything works, only the first start takes longer; installing must not fail for that.
  process.stderr.write(
    `The first start was not prepared (${(error as Error).message.slice(0, 200)}); it takes a few seconds more.\n`,
  )
}
