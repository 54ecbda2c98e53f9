/** A Telegram channel before a fake Telegram, with an inbox behind it and its log kept. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createTelegram, type TelegramChannel, type TelegramOptions } from '../../../src/channels/telegram/telegram.ts'
import { createLog } from '../../../src/log.ts'
import { FAKE_TOKEN, type FakeTelegram, startFakeTelegram } from '../../support/fake-telegram.ts'
import { makeInbox } from '../contract.ts'

export type LogLine = { level: number; message: string } & Record<string, unknown>

/** Starts a fake Telegram that ends with the test. */
export async function telegramServer(): Promise<FakeTelegram> {
  const fake = await startFakeTelegram()
  onTestFinished(fake.close)
  return fake
}

/** Makes a channel that closes with the test; not open yet. */
export function telegramChannel(fake: FakeTelegram, more: Partial<TelegramOptions> = {}) {
  const lines: LogLine[] = []
  const outcomes: string[] = []
  const channel = createTelegram({
    token: FAKE_TOKEN,
    apiRoot: fake.apiRoot,
    log: createLog('debug', { write: (line) => void lines.push(JSON.parse(line)) }),
    metrics: { called: (method, outcome) => void outcomes.push(`${method} ${outcome}`) },
    backoff: { first: Temporal.Duration.from('PT0.001S'), most: Temporal.Duration.from('PT0.03S') },
    ...more,
  })
  onTestFinished(channel.close)
  return { channel, inbox: makeInbox(), lines, outcomes }
}

/** Opens and listens. */
export async function listening(fake: FakeTelegram, more: Partial<TelegramOptions> = {}) {
  const made = telegramChannel(fake, more)
  await made.channel.open()
  await made.channel.listen(made.inbox.take)
  return made
}

export const SECRET = 'a-secret_of-ours'

/** An HTTP server that hands what it gets to the channel's webhook; ends with the test. */
export async function webhookServer(): Promise<{
  url: string
  serve(channel: TelegramChannel): void
  statuses: number[]
}> {
  const statuses: number[] = []
  let served: TelegramChannel | undefined
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const secretHeader = request.headers['x-telegram-bot-api-secret-token'] as string | undefined
      const answer = await served?.webhook?.({ secretHeader, body: Buffer.concat(chunks).toString() })
      statuses.push(answer?.status ?? 404)
      response.writeHead(answer?.status ?? 404).end(answer?.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`
  return {
    url,
    statuses,
    serve: (channel) => {
      served = channel
    },
  }
}
