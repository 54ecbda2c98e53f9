/** Versions of Pols as processes of their own, side by side on one database and the same platforms. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/log.ts'
import { HOUSE, SERIES } from '../stories/plan.ts'
import type { World } from '../support/app.ts'
import { ROOT } from '../support/house-rules.ts'
import { launch, plainEnvironment, type Running } from '../support/process.ts'
import { granted } from '../support/story.ts'

export type Instance = Running & {
  port: number
  /** Resolves with the address for young people, when it serves. */
  ready(): Promise<string>
}

/** The version that was tagged last, unpacked from the history; removed when the test ends. */
export function unpackPrevious(): string {
  const { commit } = JSON.parse(readFileSync(join(ROOT, 'tests', 'upgrade', 'previous.json'), 'utf8')) as {
    commit: string
  }
  const folder = mkdtempSync(join(tmpdir(), 'pols-previous-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const archive = join(folder, 'archive.tar')
  // Without the history (a shallow clone, an archive) this fails, and says what git misses.
  execFileSync('git', ['archive', `--output=${archive}`, commit, 'src', 'migrations', 'package.json'], { cwd: ROOT })
  const root = join(folder, 'pols')
  mkdirSync(root)
  execFileSync('tar', ['-xf', archive, '-C', root])
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  return root
}

/** Starts the version that lies in `root`, on a free port; its clock is the machine's. Ended with the test. */
export async function startVersion(root: string, world: World, publicUrl: string): Promise<Instance> {
  const { store, configFolder, secretKey, telegram, discord } = world.settings
  const port = await freePort()
  const running = launch(
    process.execPath,
    [join(root, 'src', 'main.ts'), 'start', '--json'],
    plainEnvironment({
      ...('url' in store ? { DATABASE_URL: store.url } : { DATA_DIR: store.folder }),
      CONFIG_DIR: configFolder,
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'info',
      POLS_SECRET_KEY: secretKey ?? '',
      ...(telegram ? { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot } : {}),
      ...(discord ? { DISCORD_BOT_TOKEN: discord.token, DISCORD_API_ROOT: discord.apiRoot } : {}),
    }),
  )
  onTestFinished(() => running.end())
  return {
    ...running,
    port,
    async ready() {
      const { addresses } = JSON.parse(await running.says(/\n$/)) as { addresses: { person: string }[] }
      return addresses[0]!.person
    },
  }
}

/** A session ends, as a coach says at the command line beside the running service. */
export async function holdSessionBeside(world: World): Promise<void> {
  const app = await createApp(world.settings, { clock: { now: Temporal.Now.instant }, log: createLog('silent') })
  try {
    granted(await app.desk.holdSession('coach', HOUSE, SERIES))
  } finally {
    await app.stop()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
