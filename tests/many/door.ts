/**
 * The one address in front of several instances: requests go round, a dead instance is passed over, and one that does
 * not answer in time is left for the next. What a platform posts may so arrive twice; what a page posts is tried once.
 */
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Door = Awaited<ReturnType<typeof openDoor>>

/** @param patienceMs how long an instance may take before the next is asked */
export async function openDoor(patienceMs = 20_000) {
  let ports: number[] = []
  let turn = 0
  const served = new Map<number, number>()
  const agent = new http.Agent({ keepAlive: true })

  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    turn += 1
    for (let tries = 0; tries < ports.length * 2; tries += 1) {
      const port = ports[(turn + tries) % ports.length]!
      const answer = await ask(port, request, body).catch(() => null)
      if (!answer) continue
      served.set(port, (served.get(port) ?? 0) + 1)
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
      return
    }
    response.writeHead(502).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    agent.destroy()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })

  function ask(
    port: number,
    { method, url, headers }: http.IncomingMessage,
    body: Buffer,
  ): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const forwarded = { ...headers, 'content-length': String(body.length) }
      const options = { host: '127.0.0.1', port, method, path: url, headers: forwarded, agent }
      const request = http.request(options as http.RequestOptions, resolve)
      request.setTimeout(patienceMs, () => request.destroy(new Error('no answer in time')))
      request.on('error', reject)
      request.end(body)
    })
  }

  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    to: (...next: number[]) => {
      ports = next
    },
    /** How many requests each of these instances answered. */
    served: () => ports.map((one) => served.get(one) ?? 0),
  }
}
