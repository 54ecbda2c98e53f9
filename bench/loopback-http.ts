/**
 * HTTP over plain sockets, just enough for a platform on loopback. The platform shares two cores with what it
 * measures, so each microsecond it saves is one that the service under test can have.
 */
import { connect, createServer, type Socket } from 'node:net'

export type LoopbackServer = { port: number; close(): void }

/**
 * Answers every request with 200 and the JSON text that `answer` gives.
 * @param port 0 for any free one
 */
export function serveJson(answer: (path: string, body: string) => string, port = 0): Promise<LoopbackServer> {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const read = messageReader((head, body) => {
      const json = answer(head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP/')), body)
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\nConnection: keep-alive\r\n\r\n${json}`,
      )
    })
    socket.on('data', read)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', 1024, () => {
      const { port } = server.address() as { port: number }
      const close = () => {
        server.close()
        for (const socket of sockets) socket.destroy()
      }
      resolve({ port, close })
    })
  })
}

/** One keep-alive connection that posts one body at a time. */
export type Line = { post(body: string): void; close(): void }

/**
 * @param head header lines for every request, each ending in CRLF
 * @param onAnswer status and body of each answer; a connection that broke before the answer counts as status 0
 */
export function openLine(
  port: number,
  path: string,
  head: string,
  onAnswer: (status: number, body: string) => void,
): Line {
  let socket: Socket | undefined
  let waiting = false

  function dial(): Socket {
    const made = connect({ port, host: '127.0.0.1', noDelay: true })
    made.on(
      'data',
      messageReader((answerHead, body) => {
        waiting = false
        onAnswer(Number(answerHead.slice(9, 12)), body)
      }),
    )
    made.on('error', () => made.destroy())
    made.on('close', () => {
      if (socket === made) socket = undefined
      if (!waiting) return
      waiting = false
      onAnswer(0, '')
    })
    return made
  }

  return {
    post(body) {
      socket ??= dial()
      waiting = true
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
    },
    close() {
      waiting = false
      socket?.destroy()
    },
  }
}

/** Cuts a stream into messages: the head without its blank line, and the body. */
function messageReader(onMessage: (head: string, body: string) => void): (chunk: Buffer) => void {
  let rest: Buffer | undefined
  return (chunk) => {
    const data = rest ? Buffer.concat([rest, chunk]) : chunk
    rest = undefined
    let at = 0
    while (at < data.length) {
      const end = data.indexOf('\r\n\r\n', at)
      if (end === -1) break
      const head = data.toString('latin1', at, end)
      const body = readBody(head, data, end + 4)
      if (!body) break
      at = body.next
      onMessage(head, body.text)
    }
    if (at < data.length) rest = data.subarray(at)
  }
}

function readBody(head: string, data: Buffer, start: number): { text: string; next: number } | null {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)
  if (length) {
    const next = start + Number(length[1])
    return next > data.length ? null : { text: data.toString('utf8', start, next), next }
  }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return readChunks(data, start)
  return { text: '', next: start }
}

function readChunks(data: Buffer, start: number): { text: string; next: number } | null {
  const parts: Buffer[] = []
  for (let at = start; ; ) {
    const line = data.indexOf('\r\n', at)
    if (line === -1) return null
    const size = Number.parseInt(data.toString('latin1', at, line), 16)
    const next = line + 2 + size + 2
    if (next > data.length) return null
    if (size === 0) return { text: Buffer.concat(parts).toString(), next }
    parts.push(data.subarray(line + 2, line + 2 + size))
    at = next
  }
}
