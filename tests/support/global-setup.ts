/**
 * Once per test run: a small door at which test files ask for the real Postgres server and for the
 * prepared embedded database. Both are made at the first knock, so a run of pure tests pays nothing.
 */
import { createServer } from 'node:http'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ENGINES, type Engine } from '../../src/settings.ts'
import { migrate, openStore } from '../../src/store/open.ts'
import { clearMemory } from './memory.ts'
import { hasPostgres, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `server` is false when no real server can be had on this platform. */
    databases: { door: string; server: boolean }
  }
}

/** What the door gives for `/server`: `copying` makes a new database a copy; without it each is migrated by itself. */
export type ServerAnswer = { url: string; engine: Engine; copying: string | null }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<{ answer: ServerAnswer; stop(): Promise<void> }> | undefined
  let template: Promise<unknown> | undefined
  let config: Promise<unknown> | undefined
  clearMemory()
  const door = createServer(async (request, response) => {
    // A line kept open ends after a while, and on a busy machine just when it is asked again.
    response.setHeader('connection', 'close')
    try {
      // Each test that starts the house then finds the sample configuration read.
      config ??= import('../../src/config/prepare-config.ts').then((room) => room.prepareConfig('config'))
      await config
      if (request.url === '/server') {
        server ??= prepareServer()
        response.end(JSON.stringify((await server).answer))
      } else {
        template ??= import('../../src/store/prepare-template.ts').then((room) => room.prepareTemplate())
        await template
        response.end('{}')
      }
    } catch (error) {
      response.writeHead(500).end((error as Error).message)
    }
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  const { port } = door.address() as { port: number }
  project.provide('databases', {
    door: `http://127.0.0.1:${port}`,
    server: Boolean(process.env.TEST_DATABASE_URL) || hasPostgres(),
  })
  return async () => {
    door.closeAllConnections()
    door.close()
    await (await server?.catch(() => undefined))?.stop()
  }
}

/** A server with one migrated database in it, from which the databases of tests are copied where the engine can. */
async function prepareServer(): Promise<{ answer: ServerAnswer; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  const engine = givenEngine()
  const own = given ? undefined : await startPostgres({ filesInMemory: true })
  const url = given ?? own!.url
  if (engine !== 'postgres' || process.env.TEST_DATABASE_FRESH) {
    return { answer: { url, engine, copying: null }, stop: async () => own?.stop() }
  }
  const template = `pols_template_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  try {
    await admin(url, `create database ${template}`)
    const store = await openStore({ url: databaseUrl(url, template) }, () => {})
    await migrate(store).finally(() => store.close())
  } catch (error) {
    await own?.stop()
    throw error
  }
  return {
    // Copied as files, which is quicker there than by way of the log; a server of before version 15 knows no such choice.
    answer: { url, engine, copying: own ? `template ${template} strategy file_copy` : `template ${template}` },
    async stop() {
      if (own) await own.stop()
      else await admin(url, `drop database if exists ${template} with (force)`)
    },
  }
}

function givenEngine(): Engine {
  const named = process.env.TEST_DATABASE_ENGINE || 'postgres'
  const engine = ENGINES.find((one) => one === named)
  if (!engine) throw new Error(`TEST_DATABASE_ENGINE: must be one of ${ENGINES.join(', ')}.`)
  if (engine !== 'postgres' && !process.env.TEST_DATABASE_URL)
    throw new Error('TEST_DATABASE_ENGINE: give TEST_DATABASE_URL as well; only Postgres itself can be started here.')
  return engine
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
