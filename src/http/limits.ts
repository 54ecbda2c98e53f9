/**
 * How often one address may ask for pages. Wide enough for a school behind one address; narrow where secret addresses
 * are tried out. Counted in this process's memory: several instances together let through as many times more.
 */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createGate } from '../people/gate.ts'

export type TooOften = (c: Context, seconds: number) => Response | Promise<Response>

/**
 * @param trusted addresses or networks (`10.0.0.0/8`) of proxies whose word about who asks is taken
 * @param tooOften answers who has to wait
 */
export function createLimits(
  deps: { clock: Clock; log: Log },
  trusted: readonly string[],
  tooOften: TooOften,
): MiddlewareHandler {
  const asked = createGate(deps.clock, ASKED)
  const missed = createGate(deps.clock, MISSED)
  const whoAsks = createWhoAsks(trusted)
  let said = false
  return async (c, next) => {
    if (FREE.test(c.req.path)) return next()
    const who = whoAsks(c)
    if (who === 'behind a proxy' && !said) {
      said = true
      deps.log.warn(
        {},
        'requests come through a proxy that TRUSTED_PROXIES does not name: nothing is limited by address',
      )
    }
    if (who === null || who === 'behind a proxy') return next()
    const wait = Math.max(asked.pass(who), missed.look(who))
    if (wait > 0) return tooOften(c, wait)
    await next()
    if (MISSES.has(c.res.status)) missed.pass(who)
  }
}

/**
 * Who asks: the address of the connection, or of whom a trusted proxy says that it asks for. Of IPv6 the network of one
 * household (64 bits). Null without a connection.
 */
function createWhoAsks(trusted: readonly string[]): (c: Context) => string | null | 'behind a proxy' {
  const proxies = listOf(trusted)
  const own = listOf(OWN_NETWORKS)
  return (c) => {
    const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
    const near = plainAddress(incoming?.socket?.remoteAddress ?? '')
    if (near === null) return null
    const said = c.req.header('X-Forwarded-For')
    if (!has(proxies, near)) return said !== undefined && has(own, near) ? 'behind a proxy' : household(near)
    // From the nearest backwards: what stands before the first that is no proxy of ours, anybody may have written.
    const chain = (said ?? '').split(',').map((one) => plainAddress(one.trim()))
    for (const one of chain.reverse()) {
      if (one === null) break
      if (!has(proxies, one)) return household(one)
    }
    return household(near)
  }
}

/** @throws nothing: what is no address was refused with the settings */
function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

const has = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Without the prefix of IPv4 in IPv6, and without a zone; null for what is no address. */
function plainAddress(text: string): string | null {
  const bare = text.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIP(bare) === 0 ? null : bare
}

function household(address: string): string {
  if (isIP(address) === 4) return address
  const [head = '', tail] = address.split('::')
  const [before, after] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)]
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((part) => part.toLowerCase().padStart(4, '0'))
    .join(':')
}

const OWN_NETWORKS = ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1', 'fc00::/7', 'fe80::/10']
/** Files that a browser keeps, and what the keeper of the service asks. */
const FREE = /^\/(?:assets\/|healthz$|readyz$|metrics$)/
/** Unknown, over or refused: what a secret address that is guessed leads to. */
const MISSES = new Set([401, 403, 404, 410])
/** A class of 60 that joins and answers in two minutes asks some 1,500 times. */
const ASKED = { most: 6000, seconds: 120 }
/** A whole class may open a link that is over, several times each. */
const MISSED = { most: 300, seconds: 600 }
