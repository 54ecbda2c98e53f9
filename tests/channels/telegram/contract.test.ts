import type { Channel } from '../../../src/channels/port.ts'
import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { createLog } from '../../../src/log.ts'
import { labels, startFakeTelegram } from '../../support/fake-telegram.ts'
import { channelContract } from '../contract.ts'

channelContract('telegram', makeHarness, { blocks: true, wipes: true, floods: true, redelivers: true })

async function makeHarness() {
  const fake = await startFakeTelegram()
  const channel: Channel = createTelegram({
    token: fake.token,
    apiRoot: fake.apiRoot,
    log: createLog('silent'),
    backoff: { first: Temporal.Duration.from('PT0.001S'), most: Temporal.Duration.from('PT0.02S') },
  })
  let people = 0
  return {
    channel,
    async person() {
      people += 1
      const person = fake.person(1000 + people, { language: 'nl' })
      person.meet()
      return {
        address: { channel: 'telegram' as const, id: String(person.id) },
        messages: () => person.messages.map((message) => ({ text: message.text, buttons: labels(message) })),
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
        messages: () => group.messages.map((message) => ({ text: message.text, buttons: labels(message) })),
        link: async (code: string) => void group.say(`/koppel ${code}`, coach),
      }
    },
    flood: (seconds: number) => fake.fail({ method: 'sendMessage', answer: { code: 429, retryAfter: seconds } }),
    close: fake.close,
  }
}
