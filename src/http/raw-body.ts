/** The body of a request byte for byte, for addresses that platforms post to: a signature is over the bytes. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Platforms' own requests are a few kilobytes; a whole forwarded text with its entities stays far below this. */
const MOST_BYTES = 1024 * 1024

/** Calls `then` with the whole body; answers 413 and hangs up when there is more than a megabyte. */
export function readRawBody(request: IncomingMessage, response: ServerResponse, then: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  let refused = false
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MOST_BYTES) chunks.push(chunk)
    else if (!refused) {
      refused = true
      chunks.length = 0
      response.writeHead(413, { connection: 'close' }).end(() => request.destroy())
    }
  })
  request.on('end', () => {
    if (!refused) then(Buffer.concat(chunks))
  })
  request.on('error', () => response.destroy())
}
