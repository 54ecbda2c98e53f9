/** Pols itself, as an organisation would run it, with one series and the three questions of the measurement. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Contender, environmentOf, type Surroundings, startService } from './contender.ts'
import { QUESTIONS } from './questions.ts'

export type PolsOptions = {
  name?: 'pols' | 'before'
  /** For the service's own node, such as `--cpu-prof`. */
  node?: string[]
  /** Where the code stands; this project when absent. */
  folder?: string
  environment?: Record<string, string>
  /** Ids of the organisations in its house, all with the same series and survey. */
  organisations?: readonly string[]
}

export type PolsContender = Contender & {
  /** Tokens of the join links, in the order of the organisations; asked once. */
  joinTokens(): Promise<string[]>
  /** Its settings, for a look at the same house from another process. */
  environment: NodeJS.ProcessEnv
}

/** Enough organisations for so many people: by one link a thousand come in, and the rest is asked to wait. */
export const organisationsFor = (people: number): string[] =>
  Array.from({ length: Math.ceil(people / 900) }, (_, n) => `bench-${n + 1}`)

/** Starts the service, resolves when it listens. */
export async function startPols(
  token: string,
  around: Surroundings,
  options: PolsOptions = {},
): Promise<PolsContender> {
  const folder = mkdtempSync(join(tmpdir(), 'pols-bench-'))
  const organisations = options.organisations ?? ['bench']
  writeConfig(join(folder, 'config'), organisations)
  const settings = {
    CONFIG_DIR: join(folder, 'config'),
    DATA_DIR: join(folder, 'data'),
    PUBLIC_URL: 'https://bench.invalid',
    POLS_SECRET_KEY: 'only-for-measuring-and-nothing-else',
    LOG_LEVEL: 'error',
    // Nothing is sent in bulk while replies are measured; this only brings thousands before their first question sooner.
    TELEGRAM_PER_SECOND: '1000',
    TELEGRAM_PER_CHAT_MINUTE: '60000',
    ...options.environment,
  }
  const main = join(options.folder ?? fileURLToPath(new URL('../..', import.meta.url)), 'src/main.ts')
  const service = await startService([...(options.node ?? []), main, '--json', 'start'], token, around, settings)

  /** A command of the house, in a process of its own; gives what it prints as JSON. */
  async function pols(...command: string[]): Promise<Record<string, unknown>> {
    const env = environmentOf(token, around, settings)
    const { stdout } = await promisify(execFile)(process.execPath, [main, '--json', ...command], { env })
    return JSON.parse(stdout) as Record<string, unknown>
  }

  const joinTokens = async () => {
    const { addresses } = JSON.parse(await service.firstLine) as { addresses: { person: string }[] }
    return addresses.map(({ person }) => person.split('/').at(-1)!)
  }

  return {
    joinTokens,
    environment: environmentOf(token, around, settings),
    name: options.name ?? 'pols',
    token,
    pid: service.pid,
    async ask(people) {
      await pols('check')
      const joins = (await joinTokens()).map((join) => `/start ${join}`)
      await around.platform.greet(token, joins, '^j\\.[^.]+\\.(s\\.nl(\\.d)?$|y\\.)')
      const began = Temporal.Now.zonedDateTimeISO('Europe/Brussels').subtract({ minutes: 2 }).toPlainDateTime()
      const asked = around.platform.untilAsked(token, people)
      for (const id of organisations) {
        const added = await pols('session', 'add', id, 'activiteit', began.toString({ smallestUnit: 'minute' }))
        await pols('session', 'end', id, '--', String(added.session))
      }
      await asked
    },
    async stop() {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** JSON is YAML as well. */
function writeConfig(folder: string, organisations: readonly string[]): void {
  const organisation = (id: string) => ({
    id,
    name: `Bench ${id}`,
    // A sample: its survey holds at once, where others wait for somebody of the organisation to agree.
    example: true,
    quiet: { from: '04:00', until: '04:00' },
    schoolHours: 'none',
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
        presence: 'assume',
      },
    },
  })
  const method = {
    id: 'drie-vragen',
    version: 1,
    title: { nl: 'Drie vragen' },
    measures: { nl: 'Hoe het was.' },
    for: { nl: 'Wie meet.' },
    minutes: { young: 1, staff: 1 },
    licence: {
      name: 'CC0 1.0',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      changes: 'free',
      share: true,
    },
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
    ...organisations.map((id) => [`organisations/${id}.yaml`, organisation(id)] as const),
    ['instrumentarium/drie-vragen.yaml', method],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content, null, 2))
  }
  copyFileSync(new URL('../../config/helplines.yaml', import.meta.url), join(folder, 'helplines.yaml'))
}
