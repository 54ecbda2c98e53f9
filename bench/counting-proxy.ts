/**
 * Counts what a client asks of Postgres, whoever the client is: a TCP proxy that reads the wire protocol. Every
 * `Query` and every `Sync` is one round trip, for the client waits for `ReadyForQuery` after it.
 */
import { connect, createServer, type Socket } from 'node:net'

export type CountingProxy = { port: number; roundTrips(): number; close(): void }

/** Stands before the server at `serverPort` of this machine. */
export function startCountingProxy(serverPort: number): Promise<CountingProxy> {
  let count = 0
  const sockets = new Set<Socket>()
  const proxy = createServer({ noDelay: true }, (client) => {
    const server = connect({ port: serverPort, host: '127.0.0.1', noDelay: true })
    const read = messageTypes((type) => {
      if (type === 'Q' || type === 'S') count += 1
    })
    client.on('data', (chunk: Buffer) => {
      read(chunk)
      server.write(chunk)
    })
    server.on('data', (chunk) => client.write(chunk))
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
  return new Promise((resolve, reject) => {
    proxy.once('error', reject)
    proxy.listen(0, '127.0.0.1', () => {
      const close = () => {
        proxy.close()
        for (const socket of sockets) socket.destroy()
      }
      resolve({ port: (proxy.address() as { port: number }).port, roundTrips: () => count, close })
    })
  })
}

/** Reads the client's side of the protocol: the first message has no type, each later one has a letter before its length. */
function messageTypes(onType: (type: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let started = false
  return (chunk) => {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let at = 0
    for (;;) {
      const head = started ? 1 : 0
      if (data.length < at + head + 4) break
      const next = at + head + data.readInt32BE(at + head)
      if (next > data.length) break
      if (started) onType(String.fromCharCode(data[at]!))
      else started = !ASKS_FIRST.has(data.readInt32BE(at + 4))
      at = next
    }
    rest = data.subarray(at)
  }
}

/** Requests for TLS or GSS encryption come before the start of the session proper. */
const ASKS_FIRST = new Set([80_877_103, 80_877_104])
