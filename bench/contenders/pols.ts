/** Pols itself, as an organisation would run it, with one series and the three questions of the measurement. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Contender, type Surroundings, startService, stopService } from './contender.ts'
import { QUESTIONS } from './questions.ts'

/**
 * Starts the service, resolves when it listens.
 * @param nodeOptions for the service's own node, such as `--cpu-prof`
 */
export async function startPols(token: string, around: Surroundings, nodeOptions: string[] = []): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'pols-bench-'))
  writeConfig(join(folder, 'config'))
  const settings = {
    CONFIG_DIR: join(folder, 'config'),
    DATA_DIR: join(folder, 'data'),
    PUBLIC_URL: 'https://bench.invalid',
    POLS_SECRET_KEY: 'only-for-measuring-and-nothing-else',
    LOG_LEVEL: 'error',
  }
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
  const child = await startService([...nodeOptions, main, 'start'], token, around, settings)

  async function pols(...command: string[]): Promise<string> {
    const { PATH, HOME } = process.env
    const env = {
      PATH,
      HOME,
      ...settings,
      DATABASE_URL: around.databaseUrl,
      TELEGRAM_API_ROOT: around.platform.apiRoot,
      TELEGRAM_BOT_TOKEN: token,
    }
    const { stdout } = await promisify(execFile)(process.execPath, [main, ...command], {
      env: env as NodeJS.ProcessEnv,
    })
    return stdout
  }

  return {
    name: 'pols',
    token,
    pid: child.pid!,
    async ask(people) {
      await pols('agree', 'bench', 'einde', '--proposed-by', 'coach', '--agreed-by', 'organisation')
      const link = /[?&]start=([\w-]+)/.exec(await pols('qr', 'bench', '--json'))
      if (!link) throw new Error('pols qr gave no Telegram link')
      await around.platform.greet(token, `/start ${link[1]}`, '^j\\.[^.]+\\.y')
      await pols('session', 'hold', 'bench', 'activiteit')
      await around.platform.untilAsked(token, people)
    },
    async stop() {
      await stopService(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** JSON is YAML as well. */
function writeConfig(folder: string): void {
  const organisation = {
    id: 'bench',
    name: 'Bench',
    quiet: { from: '04:00', until: '04:00' },
    series: { activiteit: { title: 'Activiteit', cron: '0 16 * * 5', duration: 'PT2H' } },
    surveys: {
      einde: {
        aspect: 'Hoe was het vandaag?',
        set: 'drie-vragen',
        series: 'activiteit',
        moment: 'end',
        window: 'P3D',
        reminder: 'none',
        of: 'subscribers',
      },
    },
  }
  const method = {
    id: 'drie-vragen',
    version: 1,
    title: { nl: 'Drie vragen' },
    measures: { nl: 'Hoe het was.' },
    for: { nl: 'Wie meet.' },
    minutes: { young: 1, staff: 1 },
    licence: 'CC0-1.0',
    source: 'Gemaakt om te meten.',
    set: {
      languages: ['nl'],
      questions: QUESTIONS.map(({ key, text, options }) => ({
        type: 'feeling',
        key,
        text: { nl: text },
        options: options.map(({ code, emoji, text }, index) => ({
          code,
          emoji,
          text: { nl: text },
          side: ['plus', 'middle', 'minus'][index],
        })),
      })),
    },
  }
  for (const [path, content] of [
    ['organisations/bench.yaml', organisation],
    ['instrumentarium/drie-vragen.yaml', method],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content, null, 2))
  }
}
