/**
 * The Telegram webhook, before everything else: it is the only address that takes thousands of requests a
 * second, so it is answered on the bare server, without routing, headers for browsers or streams.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { describeError, type Log } from '../log.ts'
import type { TelegramWebhook } from './deps.ts'

export const WEBHOOK_PATH = '/telegram'
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
/** Telegram's updates are a few kilobytes; a whole forwarded text with its entities stays far below this. */
const MOST_BYTES = 1024 * 1024

export function answerWebhook(webhook: TelegramWebhook, log: Log) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = []
    let size = 0
    let refused = false
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
      else if (!refused) {
        refused = true
        response.writeHead(413, { connection: 'close' }).end(() => request.destroy())
      }
    })
    request.on('end', () => {
      if (refused) return
      const secret = request.headers[SECRET_HEADER]
      webhook({
        secretHeader: typeof secret === 'string' ? secret : undefined,
        body: Buffer.concat(chunks).toString(),
      }).then(
        ({ status, body }) => answer(response, status, body),
        (error: unknown) => {
          log.error({ ...describeError(error) }, 'webhook failed; Telegram delivers again')
          answer(response, 500)
        },
      )
    })
    request.on('error', () => response.destroy())
  }
}

function answer(response: ServerResponse, status: number, body?: string): void {
  if (body === undefined) response.writeHead(status, { 'content-length': 0 }).end()
  else
    response
      .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body)
}
