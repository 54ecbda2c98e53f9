/**
 * A small HTTP client for the Bot API: JSON or a form with files out, JSON in, over connections that stay open. It has
 * the shape of `fetch` as far as grammY uses it, at a fifth of the processor time a call of the built-in one.
 */
import { Pool } from 'undici'

/**
 * @param sockets most connections at once
 * @returns what grammY takes as `client.fetch`; the promise rejects when the line breaks or the
 *   signal aborts, and `json()` rejects when the answer is no JSON (a proxy's error page)
 */
export function createKeepAliveFetch(apiRoot: string, sockets: number) {
  // Idle connections are given up before the other side does, or a message would be sent into a closing one.
  const pool = new Pool(new URL(apiRoot).origin, { connections: sockets, pipelining: 1, keepAliveTimeout: IDLE_MS })

  async function fetch(url: string, init: Call): Promise<{ json(): Promise<unknown> }> {
    const body = typeof init.body === 'string' ? init.body : await gathered(init.body)
    const { pathname, search } = new URL(url)
    const { signal } = init
    const exchange = start(pathname + search, init.headers['content-type'], body)
    if (signal?.aborted) exchange.abort()
    signal?.addEventListener('abort', exchange.abort)
    const text = await exchange.answered.finally(() => signal?.removeEventListener('abort', exchange.abort))
    return { json: async () => JSON.parse(text) }
  }

  /** The short way for what is sent most: JSON out and in, without an abort signal made for each call. */
  async function post(path: string, content: unknown, timeoutMs: number): Promise<unknown> {
    const exchange = start(path, 'application/json', JSON.stringify(content))
    const timer = setTimeout(exchange.abort, timeoutMs)
    return JSON.parse(await exchange.answered.finally(() => clearTimeout(timer)))
  }

  function start(path: string, contentType: string, body: string | Buffer) {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const chunks: Buffer[] = []
    let aborted = false
    let stop: (() => void) | undefined
    pool.dispatch(
      { path, method: 'POST', headers: { 'content-type': contentType }, body },
      {
        onRequestStart(controller) {
          stop = () => controller.abort(new Error('aborted'))
          if (aborted) stop()
        },
        onResponseStart() {},
        onResponseData(_, chunk) {
          chunks.push(chunk)
        },
        onResponseEnd() {
          resolve(chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString())
        },
        onResponseError(_, error) {
          reject(error)
        },
      },
    )
    const abort = () => {
      aborted = true
      // Still waiting for a connection, there is nothing to stop yet: `onRequestStart` sees to it.
      stop?.()
      reject(new Error('aborted'))
    }
    return { answered: promise, abort }
  }

  return { fetch, post, close: () => void pool.destroy().catch(() => {}) }
}

/** A form is small, and a body of known length is understood everywhere. */
async function gathered(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The part of a fetch call that grammY uses. Its signal may be a stand-in for the platform's. */
type Call = {
  headers: { 'content-type': string }
  body: string | AsyncIterable<Uint8Array>
  signal?: { aborted: boolean; addEventListener: Listen; removeEventListener: Listen }
}
type Listen = (type: 'abort', listener: () => void) => void

const IDLE_MS = 10_000
