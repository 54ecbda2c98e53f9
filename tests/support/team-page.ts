/** Somebody of the staff with a browser, without scripts: their invitation, their own page, and what they do there. */
import { plain } from './app.ts'
import { articlesOf, formsOf, wordsOf } from './html.ts'
import type { Story } from './story.ts'

export type TeamPage = Awaited<ReturnType<typeof onTeamPage>>

/** @param path of an invitation, or of a personal page */
export async function onTeamPage(story: Story, path: string) {
  let here = path
  let html = ''
  let status = 0
  async function call(to: string, form?: Record<string, string>): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${story.app.port()}${to}`, {
      redirect: 'manual',
      headers: { 'accept-language': 'nl' },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    status = response.status
    html = await response.text()
    const next = response.headers.get('location')
    if (next !== null) {
      here = next.split('?')[0]!
      await call(next)
    }
  }
  const forms = () => formsOf(html)
  const page = {
    path: () => here,
    status: () => status,
    html: () => html,
    text: () => plain(wordsOf(html)).replace(/\s+/g, ' '),
    /** What stands in the conversation. */
    chat: () =>
      articlesOf(html)
        .filter((one) => one.includes('data-kind="notice"'))
        .map((one) => plain(wordsOf(one))),
    open: () => call(here),
    /** Presses a button by its words, with what is filled in beside it. */
    async press(words: string, fill: Record<string, string> = {}): Promise<void> {
      const form = forms().find(({ buttons }) => buttons.some((one) => plain(one.words).includes(words)))
      const button = form?.buttons.find((one) => plain(one.words).includes(words))
      if (!form || !button) throw new Error(`no button '${words}' on the page: ${page.text()}`)
      await call(form.path, { ...form.hidden, ...(button.name ? { [button.name]: button.value } : {}), ...fill })
    },
    /** Writes in the field of the conversation. */
    async write(text: string): Promise<void> {
      const form = forms().find(({ textarea }) => textarea)
      if (!form) throw new Error(`no field to write in: ${page.text()}`)
      await call(form.path, { ...form.hidden, text })
    },
    /** Posts a wish as a forger would: any action with any fields. */
    forge: (action: string, fields: Record<string, string>) =>
      call(`${here}/${action}`, {
        eenmalig: `forged-${Math.random()}`.replace('.', ''),
        plek: 'x',
        wens: 'x',
        ...fields,
      }),
  }
  await page.open()
  return page
}
