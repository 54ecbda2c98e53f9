/** The body of a request byte for byte, for addresses that platforms post to: a signature is over the bytes. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Platforms' own requests are a few kilobytes; a whole forwarded text with its entities stays far below this. */
const MOST_BYTES = 1024 * 1024

/** Answers without reading any further. */
export function hangUp(request: IncomingMessage, response: ServerResponse, status: number): void {
  request.on('error', () => response.destroy())
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end(() => request.destroy())
}

/** Calls `then` with the whole body; answers 413 and hangs up when there is more than a megabyte. */
export function readRawBody(request: IncomingMessage, response: ServerResponse, then: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  let refused = false
  const refuse = () => {
    refused = true
    chunks.length = 0
    hangUp(request, response, 413)
  }
  // What says that it is too long is not even begun with.
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) {
    refuse()
    return
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (refused) return
    if (size <= MOST_BYTES) chunks.push(chunk)
    else refuse()
  })
  request.on('end', () => {
    if (!refused) then(Buffer.concat(chunks))
  })
  request.on('error', () => response.destroy())
}
