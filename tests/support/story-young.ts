/** Young people of a story: the same few things to do, whichever channel they are on. */
import type { AgeCode } from '../../src/people/ages.ts'
import type { Language } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { plain } from './app.ts'
import type { FakePlace } from './fake-discord.ts'
import { labels } from './fake-telegram.ts'
import type { Story } from './story.ts'

export type { Language } from '../../src/survey/question-set.ts'
export type Shown = { text: string; buttons: string[] }

export type Young = {
  channel: 'telegram' | 'discord' | 'web'
  language: Language
  /** What identifies this person on the platform: must be found nowhere. */
  ids(): string[]
  /** Opens the link, and gives what is shown first: a question about language or age. */
  opens(): Promise<Shown>
  /** Opens the link, says a language and an age (18 or older if not told), and gives what is shown then: the question. */
  comeIn(age?: AgeCode): Promise<Shown>
  /** Waits for a message with these words, or with one of them. */
  sees(words: string | string[]): Promise<Shown>
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
    async opens() {
      person.start(new URL(link).searchParams.get('start')!)
      return young.sees(firstWords(language))
    },
    comeIn: (age) => saysAge(young, age),
    async sees(words) {
      const message = await person.next((one) => has(one.text, words))
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
    async opens() {
      if ('post' in way) await person.tapIn(way.post, wordsFor('nl')('join-post-button'))
      else await person.command('/meedoen', { place: way.place })
      return young.sees(firstWords(language))
    },
    comeIn: (age) => saysAge(young, age),
    async sees(words) {
      const { text, buttons } = await soon(
        person.next((one) => has(one.text, words)),
        () =>
          `${words}: ${person
            .messages()
            .map((one) => one.text)
            .join('\n')}`,
      )
      return { text: plain(text), buttons }
    },
    tap: async (label) => void (await person.tap(label)),
    // A sensitive answer is not written in Discord: the card names a page of ours.
    async write(text) {
      const path = person
        .messages()
        .map((one) => /\/schrijf\/[\w-]+/.exec(plain(one.text))?.[0])
        .findLast((one) => one !== undefined)
      if (path === undefined) return void (await person.write(text))
      await writeOnPage(`http://127.0.0.1:${story.app.port()}${path}`, text)
    },
  }
  return Object.assign(young, { person })
}

/** Writes in the one field of a page of one question, as a browser without scripts. */
export async function writeOnPage(url: string, text: string): Promise<{ status: number; html: string }> {
  const form = formsIn(await (await fetch(url)).text()).find((one) => one.inside.includes('<textarea'))
  if (!form) throw new Error('the page has no field to write in')
  const response = await fetch(new URL(form.action, url), {
    method: 'POST',
    body: new URLSearchParams({ ...form.hidden, text }),
    redirect: 'manual',
  })
  return { status: response.status, html: await response.text() }
}

/** Somebody with a browser, without scripts. */
export async function onWeb(story: Story, organisation: string, language: Language) {
  const link = new URL(await story.joinUrl(organisation, 'web'))
  // Another port after a restart.
  const base = () => `http://127.0.0.1:${story.app.port()}`
  let cookies: string[] = []
  let html = ''
  async function call(path: string, form?: Record<string, string>) {
    const response = await fetch(base() + path, {
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
    async opens() {
      await call(link.pathname)
      return shown()
    },
    comeIn: (age) => saysAge(young, age),
    async sees(words) {
      if (cookies.length > 0) {
        await story.rest()
        await call('/hier')
      }
      if (!has(asText(html), words)) throw new Error(`the page does not say '${words}': ${asText(html)}`)
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

/** The conversation up to "do you take part?"; a language that is known already is not asked. */
async function saysAge(young: Young, age: AgeCode = 'd'): Promise<Shown> {
  const words = wordsFor(young.language)
  const first = await young.opens()
  if (!first.text.includes(words('join-age'))) {
    await young.tap(words('web-language-name'))
    await young.sees(words('join-age'))
  }
  await young.tap(words(`join-age-${age}`))
  return young.sees(
    age === 'a' ? words('join-under-13') : [consentWords(young.language), ...elsewhereWords(young.language)],
  )
}

const firstWords = (language: Language) => [wordsFor(language)('join-language'), wordsFor(language)('join-age')]
const elsewhereWords = (language: Language) => [
  wordsFor(language)('join-elsewhere'),
  plain(wordsFor(language)('join-not-here', { organisation: '…' })).split('…')[0]!,
]
const has = (text: string, words: string | string[]) => [words].flat().some((one) => plain(text).includes(one))

/** Comes in, says yes, and reads that it is so. */
export async function joins(young: Young, age?: AgeCode): Promise<void> {
  const words = wordsFor(young.language)
  await young.comeIn(age)
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
export function formsIn(html: string): Form[] {
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
