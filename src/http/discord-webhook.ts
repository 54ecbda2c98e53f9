/** Where Discord posts interactions: on the bare server, because the answer has to leave within three seconds. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { describeError, type Log } from '../log.ts'
import type { DiscordInteractions } from './deps.ts'
import { hangUp, readRawBody } from './raw-body.ts'

export const DISCORD_PATH = '/discord'

export function answerDiscord(interactions: DiscordInteractions, log: Log) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const signature = only(request.headers['x-signature-ed25519'])
    const timestamp = only(request.headers['x-signature-timestamp'])
    // Nobody who signs nothing gets anything read.
    if (!signature || !timestamp) {
      hangUp(request, response, 401)
      return
    }
    readRawBody(request, response, (body) => {
      try {
        const answer = interactions({ signature, timestamp, body })
        const { status, after } = answer
        const text = answer.body ?? ''
        const type = text === '' ? {} : { 'content-type': 'application/json' }
        // Also when Discord hung up meanwhile: somebody did something, and it counts.
        if (after) response.once('close', after)
        response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(text) }).end(text)
      } catch (error) {
        log.error({ ...describeError(error) }, 'an interaction could not be answered')
        response.writeHead(500, { 'content-length': 0 }).end()
      }
    })
  }
}

const only = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined
