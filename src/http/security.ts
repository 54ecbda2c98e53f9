/** What every page carries, and what no form may do. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/**
 * Nothing from elsewhere, nothing inline, no frame around it, no trace of the address in other sites'
 * logs, and nothing kept by the browser: phones and tablets are shared.
 */
export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
  if (!c.res.headers.has('Cache-Control') || c.res.headers.get('Content-Type')?.startsWith('text/event-stream')) {
    c.res.headers.set('Cache-Control', 'no-store')
  }
}

/** Over https the browser is told to stay there. */
export const strictTransport =
  (publicUrl: () => string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (publicUrl().startsWith('https:')) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
  }

/**
 * Refuses a form that another site sent. Browsers say where a request comes from in `Sec-Fetch-Site`;
 * older ones in `Origin`, which reads `null` under our referrer policy and then tells nothing. There the
 * cookie (SameSite=Lax) and the secret address of the coach's page are what protects.
 */
export const sameSiteOnly =
  (publicUrl: () => string): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || !isForeign(c, publicUrl())) return next()
    return c.text('This form was sent from another site.', 403)
  }

function isForeign(c: Context, publicUrl: string): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('Origin')
  if (origin === undefined || origin === 'null') return false
  return origin !== new URL(publicUrl).origin && origin !== new URL(c.req.url).origin
}

/**
 * A form has a few short fields. Ten thousand emoji (12 signs each in a form) still come through, so that they are
 * answered beside the field they were typed in; what is longer is answered by `tooMuch`.
 */
export const smallBody = (tooMuch: (c: Context) => Response | Promise<Response>): MiddlewareHandler =>
  bodyLimit({ maxSize: 256 * 1024, onError: tooMuch })

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'X-Robots-Tag': 'noindex',
}
