import type { Address, Prompt } from '../../../src/channels/port.ts'
import { cardsToHtml } from '../../../src/channels/web/wire.ts'
import { createHttp } from '../../../src/http/server.ts'
import { articlesOf, formsOf, wordsOf } from '../../support/html.ts'
import { makeHouse } from '../../support/web-house.ts'
import { type ChannelHarness, channelContract, type Seen } from '../contract.ts'

const abilities = { blocks: false, wipes: false, floods: false, redelivers: false, links: false, chats: false }
channelContract('web', makeHarness, abilities)

/** The pages over `fetch`; in place of the store, what was sent last to an address. */
async function makeHarness(): Promise<ChannelHarness> {
  const house = makeHouse()
  const { web } = house
  const stored = new Map<string, Prompt[]>()
  const http = createHttp({ ...house.deps, cardsFor: async (address) => stored.get(address.id) ?? [] })
  let people = 0
  const seen = (html: string): Seen[] =>
    articlesOf(html).map((article) => ({
      text: wordsOf(article),
      buttons: formsOf(article).flatMap((form) => form.buttons.map((button) => button.words)),
    }))

  return {
    channel: {
      ...web,
      async send(to, prompt, options) {
        const known = stored.get(to.id) ?? []
        stored.set(to.id, [prompt, ...(options.replaces ? known.slice(1) : known)])
        return web.send(to, prompt, options)
      },
    },
    async person() {
      people += 1
      const address: Address = { channel: 'web', id: `person-of-the-contract-${people}` }
      const page = async () => (await http.fetch(get('/hier', address))).text()
      const post = async (path: string, fields: Record<string, string>) => {
        const response = await http.fetch(get(path, address, fields))
        if (response.status !== 303) throw new Error(`${path} answered ${response.status}`)
      }
      return {
        address,
        messages: async () =>
          seen(await page())
            .filter((message) => !message.text.includes('Er is nu geen vraag'))
            .reverse(),
        async tap(label) {
          for (const form of formsOf(await page())) {
            const button = form.buttons.find((one) => one.words.includes(label))
            if (button) return post(form.path, { ...form.hidden, [button.name]: button.value })
          }
          throw new Error(`no button ${label}`)
        },
        async write(text) {
          const form = formsOf(await page()).find((one) => one.textarea)!
          await post(form.path, { ...form.hidden, text: text.replaceAll('\n', '\r\n') })
        },
        async command(command) {
          const form = formsOf(await page()).find((one) => one.path === '/hier/vraag')!
          await post(form.path, { ...form.hidden, command })
        },
      }
    },
    async place() {
      const address: Address = { channel: 'web', id: 'coach:xyz' }
      return {
        address,
        messages: () => cardsToHtml(stored.get(address.id) ?? [], () => 'x').flatMap((html) => seen(String(html))),
      }
    },
    close: async () => {},
  }
}

function get(path: string, person: Address, fields?: Record<string, string>): Request {
  const headers = { cookie: `pols=${person.id}`, 'accept-language': 'nl' }
  return new Request(
    `http://localhost${path}`,
    fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers },
  )
}
