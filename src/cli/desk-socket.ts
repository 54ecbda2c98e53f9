/**
 * The running application's side of `pols session …` and the like: the embedded store can be open in
 * one process only, so another process asks this one. A socket in the data folder, for its owner only.
 */
import { rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { relative, resolve } from 'node:path'
import type { Counter } from './app-port.ts'
import { answerCall } from './desk-calls.ts'

/**
 * Answers calls until it is stopped. The caller holds the lock of the folder, so what lies at
 * `path` already is left by a process that died.
 * @param patience how long a connection may stay silent, in milliseconds; 0 is for ever
 * @returns a function that stops; calls that are being answered finish first
 */
export async function serveDesk(path: string, counter: Counter, patience = PATIENCE): Promise<() => Promise<void>> {
  rmSync(path, { force: true })
  const silent = new Set<Socket>()
  const server = createServer((socket) => {
    silent.add(socket)
    socket.on('error', () => {}).on('close', () => silent.delete(socket))
    socket.setTimeout(patience, () => silent.has(socket) && socket.destroy())
    void firstLine(socket).then(async (line) => {
      silent.delete(socket)
      if (line !== null) socket.end(await answerCall(counter, line))
    })
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    // Nobody but the owner may connect, from the very moment the socket exists.
    const mask = process.umask(0o177)
    try {
      server.listen(path, () => done())
    } finally {
      process.umask(mask)
    }
  })
  return () =>
    new Promise((done) => {
      server.close(() => done())
      for (const socket of silent) socket.destroy()
    })
}

/** Where the socket of a data folder is, in the shorter way to write it: systems allow about 104 bytes. */
export function deskSocketPath(folder: string): string {
  const whole = resolve(folder, 'pols.sock')
  const short = relative(process.cwd(), whole)
  return whole.length <= short.length ? whole : short
}

/** What the other side wrote up to the first line end; null when it left, or wrote too much. */
function firstLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let said = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      said += chunk
      const end = said.indexOf('\n')
      if (end !== -1) resolve(said.slice(0, end))
      else if (said.length > LONGEST_CALL) socket.destroy()
    })
    socket.on('close', () => resolve(null))
  })
}

/** Characters in the longest call. */
const LONGEST_CALL = 64 * 1024
const PATIENCE = 10_000
