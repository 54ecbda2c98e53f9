/**
 * One process a data folder. The lock is a listening socket in the folder: the operating system
 * frees it when the process dies, however it dies, and two containers on one volume see each other.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SettingsError } from '../errors.ts'

/**
 * Takes the folder for this process, making it when it is not there.
 * @returns a function that frees it
 * @throws SettingsError when another process holds it, or the folder cannot be written
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    throw new SettingsError(
      `DATA_DIR: the folder ${folder} cannot be made or written. Choose a folder this user may write in.`,
    )
  }
  const path = socketPath(realpathSync(folder))
  const token = randomBytes(8).toString('hex')
  for (let tries = 0; tries < 3; tries++) {
    const server = await listen(path, token)
    if (server && (await holder(path)) === token) {
      return () => new Promise((done) => server.close(() => done()))
    }
    server?.close()
    if ((await holder(path)) !== null) break
    rmSync(path, { force: true })
  }
  throw new SettingsError(
    `DATA_DIR: another process already uses the folder ${folder}. Stop it first, or give this one its own DATA_DIR (or a DATABASE_URL).`,
  )
}

function socketPath(folder: string): string {
  const inside = join(folder, 'pols.lock')
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside
  return join(tmpdir(), `pols-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.lock`)
}

function listen(path: string, token: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(token)).unref()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(path, () => resolve(server))
  })
}

/**
 * The token of whoever listens on the socket, or null when nobody does. A process that is too busy (or frozen) to
 * answer is still there: the system connects on its behalf, and that is enough. Only a refusal means that it died.
 */
function holder(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = ''
    let dead = false
    const socket = connect(path)
    socket.setTimeout(ANSWER_MS, () => socket.destroy())
    socket.on('data', (chunk) => {
      said += chunk.toString()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      dead = error.code === 'ECONNREFUSED' || error.code === 'ENOENT'
    })
    socket.on('close', () => resolve(dead ? null : said))
  })
}

const ANSWER_MS = 2000
/** Unix systems allow about 104 bytes for the name of a socket. */
const LONGEST_SOCKET_PATH = 100
