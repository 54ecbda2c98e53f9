/**
 * The bare floor: a plain HTTP server, one prepared statement that stores the reply durably, one call that shows
 * the next question. It knows no people, no turns and no repeats; nothing that keeps its promises can be faster.
 */
import { Agent, createServer, request } from 'node:http'
import pg from 'pg'
import { readEnvironment, SECRET, setWebhook } from './environment.ts'
import { messageOf, QUESTIONS, readButton } from './questions.ts'

const { databaseUrl, apiRoot, token, port, poolSize } = readEnvironment()
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize })
await pool.query(
  'create table if not exists reply (update_id bigint, person bigint, question text, code text, at timestamptz default now())',
)
const api = new URL(apiRoot)
const agent = new Agent({ keepAlive: true, maxSockets: 100 })

type Update = {
  update_id: number
  message?: { chat: { id: number } }
  callback_query?: { id: string; from: { id: number }; data: string; message: { message_id: number } }
}

async function take(update: Update): Promise<void> {
  if (update.message) return call('sendMessage', { chat_id: update.message.chat.id, ...messageOf(0) })
  const tap = update.callback_query
  const button = tap && readButton(tap.data)
  if (!tap || !button) return
  await pool.query({
    name: 'store',
    text: 'insert into reply (update_id, person, question, code) values ($1, $2, $3, $4)',
    values: [update.update_id, tap.from.id, button.key, button.code],
  })
  const next = QUESTIONS.findIndex((question) => question.key === button.key) + 1
  // The reply is safe: the platform gets its 200 while the next question is on its way.
  void call('editMessageText', { chat_id: tap.from.id, message_id: tap.message.message_id, ...messageOf(next) }).catch(
    () => {},
  )
}

function call(method: string, content: object): Promise<void> {
  const body = JSON.stringify(content)
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const made = request(
      { host: api.hostname, port: api.port, path: `/bot${token}/${method}`, method: 'POST', agent, headers },
      (response) => {
        response.resume()
        response.on('end', resolve)
      },
    )
    made.on('error', reject)
    made.end(body)
  })
}

const server = createServer((incoming, outgoing) => {
  let body = ''
  incoming.setEncoding('utf8')
  incoming.on('data', (chunk: string) => {
    body += chunk
  })
  incoming.on('end', () => {
    if (incoming.headers['x-telegram-bot-api-secret-token'] !== SECRET) return void outgoing.writeHead(401).end()
    take(JSON.parse(body)).then(
      () => outgoing.end(),
      () => outgoing.writeHead(500).end(),
    )
  })
})
server.listen(port, '127.0.0.1', () => setWebhook())
