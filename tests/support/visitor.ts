/** Somebody with a browser that has no JavaScript: keeps cookies, follows nothing by itself. */
import type { Http } from '../../src/http/server.ts'
import { type Form, formsOf } from './html.ts'

export type Visitor = ReturnType<typeof visitor>

export function visitor(http: Pick<Http, 'fetch'>, language = 'nl') {
  const cookies = new Map<string, string>()

  async function fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('accept-language', language)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await http.fetch(new Request(`http://localhost${path}`, { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    return response
  }

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers })

  return {
    cookies,
    fetch,
    post,
    page: async (path: string) => (await fetch(path)).text(),
    /** Presses the button with these words in a page. */
    press(
      html: string,
      words: string | RegExp,
      fields: Record<string, string> = {},
      headers: Record<string, string> = {},
    ): Promise<Response> {
      for (const form of formsOf(html)) {
        const button = form.buttons.find((one) =>
          typeof words === 'string' ? one.words.includes(words) : words.test(one.words),
        )
        if (button) return post(form.path, { ...form.hidden, ...named(button), ...fields }, headers)
      }
      throw new Error(`no button ${words}`)
    },
  }
}

const named = (button: Form['buttons'][number]): Record<string, string> =>
  button.name ? { [button.name]: button.value } : {}

/** With JavaScript, htmx says that it asks for a part of the page. */
export const HTMX = { 'HX-Request': 'true' }
