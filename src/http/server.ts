/** Everything that is reached over HTTP. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { ChannelError } from '../channels/port.ts'
import { SettingsError } from '../errors.ts'
import { describeError } from '../log.ts'
import { nearestLanguage } from '../words/words.ts'
import { agendaPages } from './agenda-pages.ts'
import { apiPages } from './api-pages.ts'
import { createAssets } from './assets.ts'
import { coachPages } from './coach-pages.ts'
import type { HttpDeps } from './deps.ts'
import { answerDiscord, DISCORD_PATH } from './discord-webhook.ts'
import { intakePages } from './intake-pages.ts'
import { jointPages } from './joint-pages.ts'
import { createLimits } from './limits.ts'
import { messagePage, startPage } from './message-pages.ts'
import { methodPages } from './method-pages.ts'
import { myDataPages } from './my-data-pages.ts'
import { operations } from './operations.ts'
import { packPages } from './pack-pages.ts'
import { personPages } from './person-pages.ts'
import { picturePages } from './picture-pages.ts'
import { sameSiteOnly, secured, smallBody, strictTransport } from './security.ts'
import { sheetPages } from './sheet-pages.ts'
import { storyPages } from './story-pages.ts'
import { createStreams } from './stream.ts'
import { tabletPages } from './tablet-pages.ts'
import { teamPages } from './team-pages.ts'
import { uploadPages } from './upload-pages.ts'
import { answerWebhook, WEBHOOK_PATH } from './webhook.ts'
import { writePages } from './write-pages.ts'

export type Http = {
  /** Answers one request; what `listen` does for each, except the webhook. For tests. */
  fetch(request: Request): Promise<Response>
  /** Every route there is, as it is written; `ALL` is whatever the method. For tests that look at each. */
  routes(): { method: string; path: string }[]
  /**
   * @param port 0 for any free port
   * @throws SettingsError when the port is taken or may not be used
   */
  listen(port: number): Promise<{
    port: number
    /** Ends streams, lets requests in flight finish, and resolves when the port is free. */
    close(): Promise<void>
  }>
}

export function createHttp(deps: HttpDeps): Http {
  const assets = createAssets()
  const streams = createStreams(deps.log, deps.pace)
  const app = new Hono()
  const languageOf = (c: Context) => nearestLanguage(c.req.header('Accept-Language'), 'nl')

  const tooOften = (c: Context, seconds: number) => {
    c.header('Retry-After', String(seconds))
    return c.html(messagePage('web-too-often', languageOf(c), assets.paths, { minutes: Math.ceil(seconds / 60) }), 429)
  }
  app.use(secured, strictTransport(deps.publicUrl))
  app.use(async (c, next) => {
    const began = performance.now()
    const request = deps.newId()
    c.header('X-Request-Id', request)
    await next()
    // The route's pattern, never the address itself: that holds tokens.
    const route = c.req.matchedRoutes.findLast((matched) => matched.method !== 'ALL')?.path ?? 'none'
    deps.log.debug(
      { request, method: c.req.method, route, status: c.res.status, ms: Math.round(performance.now() - began) },
      'answered',
    )
  })
  app.use(createLimits(deps, deps.trustedProxies ?? [], tooOften))
  app.route('/', assets.routes)
  app.route('/', operations(deps))
  app.route('/', picturePages(deps))
  app.route('/', apiPages(deps))
  app.route('/', uploadPages(deps, assets.paths))
  app.route('/', intakePages(deps, assets.paths))
  app.route('/', packPages(deps, assets.paths))
  const tooMuch = (c: Context) => c.html(messagePage('web-too-much', languageOf(c), assets.paths), 413)
  app.use(compress(), sameSiteOnly(deps.publicUrl), smallBody(tooMuch))
  app.get('/', async (c) => c.html(startPage(await exampleLinks(deps), languageOf(c), assets.paths)))
  app.route('/', personPages(deps, assets.paths, streams))
  app.route('/', writePages(deps, assets.paths))
  app.route('/', tabletPages(deps, assets.paths))
  app.route('/', agendaPages(deps))
  app.route('/', methodPages(deps, assets.paths))
  app.route('/', myDataPages(deps, assets.paths))
  app.route('/', coachPages(deps, assets.paths, streams))
  app.route('/', teamPages(deps, assets.paths, streams))
  app.route('/', sheetPages(deps, assets.paths))
  app.route('/', storyPages(deps, assets.paths))
  app.route('/', jointPages(deps, assets.paths))
  app.notFound((c) => c.html(messagePage('web-not-found', languageOf(c), assets.paths), 404))
  app.onError((error, c) => {
    const busy = error instanceof ChannelError && error.kind === 'later'
    deps.log[busy ? 'warn' : 'error']({ ...describeError(error) }, 'request failed')
    return c.html(messagePage(busy ? 'web-busy' : 'web-error', languageOf(c), assets.paths), busy ? 503 : 500)
  })

  return {
    fetch: async (request) => app.fetch(request),
    routes: () => app.routes.map(({ method, path }) => ({ method, path })),
    listen: (port) => listen(port, deps, app, streams.close),
  }
}

async function listen(port: number, deps: HttpDeps, app: Hono, endStreams: () => void) {
  const answerPage = getRequestListener(app.fetch)
  const answerTelegram = deps.telegramWebhook && answerWebhook(deps.telegramWebhook, deps.log)
  const answerInteraction = deps.discordInteractions && answerDiscord(deps.discordInteractions, deps.log)
  const server = createServer((request, response) => {
    if (answerInteraction && request.method === 'POST' && request.url === DISCORD_PATH)
      answerInteraction(request, response)
    else if (answerTelegram && request.method === 'POST' && request.url === WEBHOOK_PATH)
      answerTelegram(request, response)
    else void answerPage(request, response)
  })
  server.requestTimeout = RECEIVE_MS
  server.keepAliveTimeout = IDLE_MS
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'EADDRINUSE' ? 'another program uses it' : 'it may not be used'
    reject(new SettingsError(`PORT: port ${port} cannot be listened on: ${why}. Choose another one.`, { cause: error }))
  })
  server.listen(port, resolve)
  await promise

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      endStreams()
      const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
      await closed.promise
      clearTimeout(patience)
    },
  }
}

/** Where young people join the example organisations. */
async function exampleLinks(deps: HttpDeps): Promise<{ name: string; url: string }[]> {
  const examples = (await deps.desk.organisations()).filter((organisation) => organisation.example)
  const links = await Promise.all(
    examples.map(async ({ id, name }) => {
      const links = await deps.desk.joinLinks(id)
      const web = links.ok ? links.value.find((link) => link.channel === 'web') : undefined
      return web ? [{ name, url: web.url }] : []
    }),
  )
  return links.flat()
}

/** A whole request must have come in by then. */
const RECEIVE_MS = 30_000
/** Longer than the usual minute of a proxy before us, so that it is the proxy that closes a connection. */
const IDLE_MS = 75_000
/** At stopping, what still hangs after this is cut off. */
const PATIENCE_MS = 5_000
