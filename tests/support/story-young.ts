/** Young people of a story: the same few things to do, whichever channel they are on. */
import { wordsFor } from '../../src/words/words.ts'
import { plain } from './app.ts'
import type { FakePlace } from './fake-discord.ts'
import { labels } from './fake-telegram.ts'
import type { Story } from './story.ts'

export type Language = 'nl' | 'en' | 'fr' | 'ar'
export type Shown = { text: string; buttons: string[] }

export type Young = {
  channel: 'telegram' | 'discord' | 'web'
  language: Language
  /** What identifies this person on the platform: must be found nowhere. */
  ids(): string[]
  /** Asks to join, and gives the question that is shown. */
  comeIn(): Promise<Shown>
  /** Waits for a message with these words. */
  sees(words: string): Promise<Shown>
  tap(label: string): Promise<void>
  write(text: string): Promise<void>
}

/** Somebody on Telegram who opens the deep link. */
export async function onTelegram(story: Story, organisation: string, id: number, language: Language, name = 'Ann') {
  const link = await story.joinUrl(organisation, 'telegram')
  const person = story.telegram.person(id, { language, name })
  const young: Young = {
    channel: 'telegram',
    language,
    ids: () => [String(id), name],
    async comeIn() {
      person.start(new URL(link).searchParams.get('start')!)
      return young.sees(consentWords(language))
    },
    async sees(words) {
      const message = await person.next((one) => plain(one.text).includes(words))
      return { text: plain(message.text), buttons: labels(message) }
    },
    async tap(label) {
      person.tap(label)
    },
    async write(text) {
      person.type(text)
    },
  }
  return Object.assign(young, { person })
}

/** Somebody on Discord who taps the join post, or (without `post`) types `/meedoen` in `place`. */
export function onDiscord(
  story: Story,
  server: { id: string },
  way: { post: FakePlace } | { place: FakePlace },
  language: Language,
) {
  const person = story.discord.person({ server: server.id, locale: language === 'en' ? 'en-GB' : language })
  const young: Young = {
    channel: 'discord',
    language,
    ids: () => [person.id, person.dm()],
    async comeIn() {
      if ('post' in way) await person.tapIn(way.post, wordsFor('nl')('join-post-button'))
      else await person.command('/meedoen', { place: way.place })
      return young.sees(consentWords(language))
    },
    async sees(words) {
      const { text, buttons } = await soon(
        person.next((one) => plain(one.text).includes(words)),
        () =>
          `${words}: ${person
            .messages()
            .map((one) => one.text)
            .join('\n')}`,
      )
      return { text: plain(text), buttons }
    },
    tap: async (label) => void (await person.tap(label)),
    write: async (text) => void (await person.write(text)),
  }
  return Object.assign(young, { person })
}

/** Somebody with a browser, without scripts. */
export async function onWeb(story: Story, organisation: string, language: Language) {
  const link = new URL(await story.joinUrl(organisation, 'web'))
  const base = `http://127.0.0.1:${story.app.port()}`
  let cookies: string[] = []
  let html = ''
  async function call(path: string, form?: Record<string, string>) {
    const response = await fetch(base + path, {
      redirect: 'manual',
      headers: { cookie: cookies.join('; '), 'accept-language': language },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    const set = response.headers.getSetCookie().map((one) => one.split(';')[0]!)
    cookies = [...cookies.filter((old) => !set.some((one) => one.split('=')[0] === old.split('=')[0])), ...set]
    html = await response.text()
    return response
  }
  const shown = (): Shown => ({ text: asText(html), buttons: buttonsIn(html).map(({ label }) => label) })
  const young: Young = {
    channel: 'web',
    language,
    ids: () => cookies.filter((one) => one.startsWith('pols=')).map((one) => one.slice('pols='.length)),
    async comeIn() {
      await call(`${link.pathname}?taal=${language}`)
      return shown()
    },
    async sees(words) {
      await story.rest()
      await call('/hier')
      if (!asText(html).includes(words)) throw new Error(`the page does not say '${words}': ${asText(html)}`)
      return shown()
    },
    async tap(label) {
      const button = buttonsIn(html).find((one) => one.label.includes(label))
      if (!button) throw new Error(`no button '${label}' among: ${shown().buttons.join(' | ')}`)
      await call(button.form.action, { ...button.form.hidden, [button.name]: button.value })
    },
    async write(text) {
      const form = formsIn(html).find((one) => one.inside.includes('<textarea'))
      if (!form) throw new Error('the page has no field to write in')
      await call(form.action, { ...form.hidden, text })
    },
  }
  return Object.assign(young, { call, cookies: () => cookies, html: () => html })
}

/** Comes in, says yes, and reads that it is so. */
export async function joins(young: Young): Promise<void> {
  const words = wordsFor(young.language)
  await young.comeIn()
  await young.tap(words('join-yes'))
  await young.sees(plain(words('join-done', { organisation: '…' })).split('…')[0]!)
}

export const consentWords = (language: Language) => wordsFor(language)('join-question')
export const sayOf = (language: Language, key: string, values: Record<string, string | number> = {}) =>
  plain(wordsFor(language)(key, values))

/** What does not come within ten seconds does not come; a test says so instead of hanging. */
export async function soon<T>(coming: Promise<T>, what: () => string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`did not come: ${what()}`)), 10_000)
  return Promise.race([coming, late.promise]).finally(() => clearTimeout(timer))
}

type Form = { action: string; hidden: Record<string, string>; inside: string }

/** The forms of a page, as a browser without scripts would send them. */
function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, action, inside]) => ({
      action: action!,
      inside: inside!,
      hidden: Object.fromEntries(
        [...inside!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
          name,
          asText(value!),
        ]),
      ),
    }),
  )
}

function buttonsIn(html: string): { label: string; name: string; value: string; form: Form }[] {
  return formsIn(html).flatMap((form) =>
    [...form.inside.matchAll(/<button name="([^"]*)" value="([^"]*)"[^>]*>([\s\S]*?)<\/button>/g)].map(
      ([, name, value, words]) => ({
        form,
        name: name!,
        value: asText(value!),
        label: asText(words!),
      }),
    ),
  )
}

const asText = (html: string): string =>
  plain(
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#0?39;|&#x27;/g, "'")
      .replace(/&amp;/g, '&'),
  )
    .replace(/\s+/g, ' ')
    .trim()
