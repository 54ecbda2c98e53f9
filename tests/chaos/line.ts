/** The line to the database: a proxy that can be cut, refused, slowed down, and that tells when something passes. */
import { connect, createServer, type Socket } from 'node:net'

export type Line = {
  port: number
  /** The server at the other end; it may come back at another port. */
  to(url: string): void
  /** Ends all connections; with `shut` new ones are refused until it opens again. */
  cut(): void
  shut(closed: boolean): void
  /** Each thing that is asked waits so many milliseconds first; 0: none. */
  slow(ms: number): void
  /** How often something was asked. */
  asked(): number
  /** How often something was refused, waited, or came back with an error of this SQLSTATE. */
  refused(): number
  delayed(): number
  errors(code: string): number
  /** Told before a question goes on (`asked`), and before its answer does (`done`). */
  onStep(told: ((step: 'asked' | 'done') => void) | null): void
  close(): Promise<void>
}

export async function openLine(url: string): Promise<Line> {
  let target = Number(new URL(url).port)
  let closed = false
  let delay = 0
  let asked = 0
  let refused = 0
  let delayed = 0
  let told: ((step: 'asked' | 'done') => void) | null = null
  const errors = new Map<string, number>()
  const sockets = new Set<Socket>()

  const proxy = createServer({ noDelay: true }, (client) => {
    if (closed) {
      refused += 1
      return void client.destroy()
    }
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true })
    let before: Promise<void> = Promise.resolve()
    let waiting = 0
    client.on('data', (chunk: Buffer) => {
      asked += 1
      told?.('asked')
      if (delay === 0 && waiting === 0) return void server.write(chunk)
      waiting += 1
      const wait = delay
      if (wait > 0) delayed += 1
      before = before
        .then(() => new Promise<void>((done) => setTimeout(done, wait)))
        .then(() => {
          waiting -= 1
          server.write(chunk)
        })
    })
    server.on('data', (chunk: Buffer) => {
      for (const [, code] of chunk.toString('latin1').matchAll(SQLSTATE))
        errors.set(code!, (errors.get(code!) ?? 0) + 1)
      told?.('done')
      client.write(chunk)
    })
    // Nobody at the other end is the same to who asks.
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') refused += 1
    })
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((done, failed) => proxy.once('error', failed).listen(0, '127.0.0.1', done))
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (proxy.address() as { port: number }).port,
    to: (address) => {
      target = Number(new URL(address).port)
    },
    cut,
    shut: (now) => {
      closed = now
    },
    slow: (ms) => {
      delay = ms
    },
    asked: () => asked,
    refused: () => refused,
    delayed: () => delayed,
    errors: (code) => errors.get(code) ?? 0,
    onStep: (listener) => {
      told = listener
    },
    async close() {
      cut()
      await new Promise((done) => proxy.close(done))
    },
  }
}

/** The code in an ErrorResponse: after the severity, ended by a zero byte. */
const SQLSTATE = /\0C([0-9A-Z]{5})\0M/g
