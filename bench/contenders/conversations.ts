/**
 * The survey as grammY's documentation teaches it: the conversations plugin, its state in Postgres through a
 * storage adapter, side effects in `conversation.external`. Taps are answered without waiting, outside the
 * conversation, which is faster than the documented way and keeps those calls out of the replay log.
 */
import { createServer } from 'node:http'
import {
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedState,
  type VersionedStateStorage,
} from '@grammyjs/conversations'
import { Bot, type Context, webhookCallback } from 'grammy'
import pg from 'pg'
import { readEnvironment, SECRET, setWebhook } from './environment.ts'
import { messageOf, QUESTIONS, readButton } from './questions.ts'

type Outside = ConversationFlavor<Context>

const { databaseUrl, apiRoot, token, port, poolSize } = readEnvironment()
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize })
await pool.query('create table if not exists conversation (key text primary key, state jsonb not null)')
await pool.query(
  'create table if not exists answer (person bigint, question text, code text, at timestamptz, primary key (person, question))',
)

const storage: VersionedStateStorage<string, ConversationData> = {
  async read(key) {
    const found = await pool.query({
      name: 'read',
      text: 'select state from conversation where key = $1',
      values: [key],
    })
    return found.rows[0]?.state as VersionedState<ConversationData> | undefined
  },
  async write(key, state) {
    await pool.query({
      name: 'write',
      text: 'insert into conversation (key, state) values ($1, $2) on conflict (key) do update set state = excluded.state',
      values: [key, JSON.stringify(state)],
    })
  },
  async delete(key) {
    await pool.query({ name: 'delete', text: 'delete from conversation where key = $1', values: [key] })
  },
}

async function survey(conversation: Conversation<Outside, Context>, context: Context): Promise<void> {
  if (context.callbackQuery) await context.editMessageText(messageOf(0).text, messageOf(0))
  else await context.reply(messageOf(0).text, messageOf(0))
  for (const [index, question] of QUESTIONS.entries()) {
    const tapped = await conversation.waitForCallbackQuery(new RegExp(`^r\\.${question.key}\\.`))
    const code = readButton(tapped.callbackQuery.data)!.code
    await conversation.external(() => keep(tapped.from.id, question.key, code))
    await tapped.editMessageText(messageOf(index + 1).text, messageOf(index + 1))
  }
}

async function keep(person: number, question: string, code: string): Promise<void> {
  await pool.query({
    name: 'keep',
    text: 'insert into answer values ($1, $2, $3, now()) on conflict (person, question) do update set code = excluded.code, at = excluded.at',
    values: [person, question, code],
  })
}

const bot = new Bot<Outside>(token, { client: { apiRoot } })
bot.on('callback_query', (context, next) => {
  void context.answerCallbackQuery().catch(() => {})
  return next()
})
bot.use(conversations({ storage }))
bot.use(createConversation(survey))
bot.command('start', (context) => context.conversation.enter('survey'))
bot.callbackQuery(/\._change$/, (context) => context.conversation.enter('survey'))
await bot.init()

createServer(webhookCallback(bot, 'http', { secretToken: SECRET })).listen(port, '127.0.0.1', () => setWebhook())
