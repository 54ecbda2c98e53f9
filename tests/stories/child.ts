/** The app as a process of its own, on the same fake platforms and the same store as the story that started it. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { World } from '../support/app.ts'
import { ROOT } from '../support/house-rules.ts'
import { launch, plainEnvironment, type Running } from '../support/process.ts'

export type Child = Running & {
  /** Resolves with the address at which it serves pages, when it is ready. */
  ready(): Promise<string>
}

/** Starts `pols start`; it is ended with the test. Its clock is the machine's. */
export function startChild(world: World): Child {
  const { store, configFolder, secretKey, telegram, discord } = world.settings
  const running = launch(
    process.execPath,
    [join(ROOT, 'src', 'main.ts'), 'start', '--json'],
    plainEnvironment({
      ...('url' in store ? { DATABASE_URL: store.url } : { DATA_DIR: store.folder }),
      CONFIG_DIR: configFolder,
      PORT: '0',
      LOG_LEVEL: 'info',
      POLS_SECRET_KEY: secretKey ?? '',
      ...(telegram ? { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot } : {}),
      ...(discord ? { DISCORD_BOT_TOKEN: discord.token, DISCORD_API_ROOT: discord.apiRoot } : {}),
    }),
  )
  onTestFinished(() => running.end())
  return {
    ...running,
    async ready() {
      const { addresses } = JSON.parse(await running.says(/\n$/)) as { addresses: { person: string }[] }
      return new URL(addresses[0]!.person).origin
    },
  }
}

/** Ends a process as a power cut does, and waits until it is gone. */
export async function kill(child: Child): Promise<void> {
  child.kill('SIGKILL')
  await child.ended
}
