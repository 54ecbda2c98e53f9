/** Everything a story needs around the whole app: platforms at rest, the desk's grants, and what the tables hold in the end. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RunningApp } from '../../src/app.ts'
import type { ChannelName } from '../../src/channels/port.ts'
import type { Outcome } from '../../src/rounds/desk.ts'
import { openStore } from '../../src/store/open.ts'
import { makeWorld, type World, type WorldOptions } from './app.ts'
import { quickFolder } from './memory.ts'
import { freshDatabase, serverExpected } from './postgres.ts'

export type Story = World & {
  app: RunningApp
  /** Resolves when every update was taken in, and everything that follows from it was sent. */
  rest(): Promise<void>
  /** The link with which young people join, on a channel. */
  joinUrl(organisation: string, channel: ChannelName): Promise<string>
  /** The token in that link. */
  joinToken(organisation: string): Promise<string>
  /** A page of the app, by path and query. */
  page(path: string): Promise<{ status: number; html: string }>
  /** The path of an organisation's coach page. */
  coachPath(organisation: string): string
  /** Stops the app, changes rows behind its back if asked, and starts it again. */
  restart(statement?: string): Promise<void>
  /** Stops the app and gives all rows of all tables, by table. */
  tables(): Promise<Record<string, Row[]>>
}
export type Row = Record<string, unknown>

/** An app in a world, on a real server where there is one (it starts quicker), or as told. */
export async function startStory(options: WorldOptions & { on?: 'embedded' | 'server' } = {}): Promise<Story> {
  const server = options.on ? options.on === 'server' : serverExpected()
  const database = server ? await freshDatabase() : null
  // Finishing goes backwards: the database goes after the app that uses it.
  if (database) onTestFinished(() => database.drop())
  const configFolder = options.configFolder ?? ownConfig(() => {})
  const world = await makeWorld({ ...options, configFolder, ...(database ? { url: database.url } : {}) })
  const app = await world.start()
  const story: Story = {
    ...world,
    app,
    async rest() {
      if (world.settings.telegram) await world.telegram.settled()
      await story.app.settled()
    },
    async joinUrl(organisation, channel) {
      const links = granted(await story.app.desk.joinLinks(organisation))
      return links.find((link) => link.channel === channel)!.url
    },
    joinToken: async (organisation) => (await story.joinUrl(organisation, 'web')).split('/').at(-1)!,
    async page(path) {
      const response = await fetch(`http://127.0.0.1:${story.app.port()}${path}`)
      return { status: response.status, html: await response.text() }
    },
    coachPath(organisation) {
      const url = story.app.addresses().find((one) => one.coach.includes(`/coach/${organisation}/`))!.coach
      return new URL(url).pathname
    },
    async restart(statement) {
      // An update that is not confirmed yet would come again after the start.
      await story.rest()
      await story.app.stop()
      if (statement !== undefined) {
        const store = await openStore(world.settings.store, () => {})
        await store.pool.query(statement).finally(store.close)
      }
      story.app = await world.start()
    },
    async tables() {
      await story.app.stop()
      return readTables(world)
    },
  }
  return story
}

/** All rows of all tables of a world in which no app runs on the embedded folder. */
export async function readTables(world: World): Promise<Record<string, Row[]>> {
  const store = await openStore(world.settings.store, () => {})
  try {
    const names = await store.pool.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    )
    const tables: Record<string, Row[]> = {}
    for (const { name } of names.rows as { name: string }[]) {
      const { rows } = await store.pool.query(`select to_jsonb(t) as row from "${name}" t`)
      tables[name] = (rows as { row: Row }[]).map(({ row }) => row)
    }
    return tables
  } finally {
    await store.close()
  }
}

/** The value of a wish that was granted; anything else fails the test with its fault. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the desk refused: ${outcome.fault} ${JSON.stringify(outcome.values ?? {})}`)
  return outcome.value
}

/** Opens a round by holding a session. @returns ids of the round and its session */
export async function holdSession(story: Story, organisation: string, series: string) {
  const { sessionId } = granted(await story.app.desk.holdSession('coach', organisation, series))
  const overview = await story.app.desk.overview(organisation)
  const round = overview!.rounds.find((one) => one.sessionId === sessionId)!
  return { roundId: round.id, sessionId }
}

/**
 * A copy of the sample configuration, to be changed by the test. Nobody is first asked whether they were there, and no
 * hour is a school hour: stories about that say so themselves.
 */
export function ownConfig(
  change: (file: {
    organisation(id: string, edit: (yaml: string) => string): void
    add(id: string, yaml: string): void
  }) => void,
): string {
  const folder = quickFolder('pols-config-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync('config', folder, { recursive: true })
  const path = (id: string) => join(folder, 'organisations', `${id}.yaml`)
  for (const id of ['xx', 'xy', 'xyz']) writeFileSync(path(id), withoutQuestionsFirst(readFileSync(path(id), 'utf8')))
  change({
    organisation: (id, edit) => writeFileSync(path(id), edit(readFileSync(path(id), 'utf8'))),
    add: (id, yaml) => writeFileSync(path(id), yaml),
  })
  return folder
}

function withoutQuestionsFirst(yaml: string): string {
  const bare = yaml.replace(/^ *(#.*|presence: .*|schoolHours: none)\n/gm, '')
  return bare.replace(/^( *)of: .*$/gm, '$&\n$1presence: assume').replace(/^quiet: .*$/m, '$&\nschoolHours: none')
}
