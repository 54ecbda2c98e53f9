/** Who is looking: a random name in a cookie, and the language they chose. */
import type { Context } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import type { Address } from '../channels/port.ts'

export const COOKIE = 'pols'
export const LANGUAGE_COOKIE = 'pols-taal'

export function personOf(c: Context): Address | null {
  const id = getCookie(c, COOKIE)
  return id !== undefined && /^[\w-]{24,64}$/.test(id) ? { channel: 'web', id } : null
}

/** Nothing of a person stays in the browser. */
export function dropCookies(c: Context): void {
  for (const name of [COOKIE, LANGUAGE_COOKIE]) deleteCookie(c, name, { path: '/' })
}
