import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { createLog } from '../../../src/log.ts'
import { type FakeMessage, labels, startFakeTelegram } from '../../support/fake-telegram.ts'
import { channelContract } from '../contract.ts'
import { SECRET, webhookServer } from './setup.ts'

const abilities = { blocks: true, wipes: true, floods: true, redelivers: true }
channelContract('telegram, polling,', () => makeHarness(false), abilities)
channelContract('telegram, by webhook,', () => makeHarness(true), abilities)

async function makeHarness(byWebhook: boolean) {
  const fake = await startFakeTelegram()
  const server = byWebhook ? await webhookServer() : null
  const channel = createTelegram({
    token: fake.token,
    apiRoot: fake.apiRoot,
    log: createLog('silent'),
    ...(server ? { webhook: { url: server.url, secret: SECRET } } : {}),
    backoff: { first: Temporal.Duration.from('PT0.001S'), most: Temporal.Duration.from('PT0.02S') },
  })
  server?.serve(channel)
  let people = 0
  return {
    channel,
    async person() {
      people += 1
      const person = fake.person(1000 + people, { language: 'nl' })
      person.meet()
      return {
        address: { channel: 'telegram' as const, id: String(person.id) },
        messages: () => wordsIn(person.messages),
        attached: () => attachedIn(person.messages),
        typeCommand: (name: string) => void person.type(`/${name}`),
        tap: async (label: string) => void person.tap(label),
        write: async (text: string) => void person.type(text),
        command: async (command: string, argument = '') => void person.type(`/${command} ${argument}`.trim()),
        block: person.block,
        wipe: () => void person.wipe(),
      }
    },
    async place() {
      const coach = fake.person(999)
      const group = fake.group(-100200, { title: 'Coaches' })
      group.admins.add(coach.id)
      return {
        address: { channel: 'telegram' as const, id: String(group.id) },
        messages: () => wordsIn(group.messages),
        attached: () => attachedIn(group.messages),
        command: async (name: string) => void group.say(`/${name}@${fake.username}`, coach),
        tap: async (label: string) => void group.tap(label, coach),
        forbidFiles: () => group.forbid('photo', 'document'),
        link: async (code: string) => void group.say(`/koppel ${code}`, coach),
      }
    },
    flood: (seconds: number) => fake.fail({ method: 'sendMessage', answer: { code: 429, retryAfter: seconds } }),
    close: fake.close,
  }
}

/** Messages of words; a picture is a message of its own under them. */
const wordsIn = (messages: FakeMessage[]) =>
  messages.filter(({ media }) => media === null).map((message) => ({ text: message.text, buttons: labels(message) }))

function attachedIn(messages: FakeMessage[]) {
  const of = (kind: 'photo' | 'document') => messages.filter(({ media }) => media?.kind === kind)
  return { pictures: of('photo').map(({ text }) => text), documents: of('document').map(({ media }) => media!.name) }
}
