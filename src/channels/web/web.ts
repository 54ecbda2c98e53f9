/**
 * The web as a channel. A page is always drawn from stored state, so there is nothing to deliver:
 * `send` only tells the pages that stand open on this instance to look again. Notices are stored
 * nowhere; they are remembered here until the person does something else.
 */
import { type Address, type Channel, ChannelError, type Inbound, type Prompt, type Take } from '../port.ts'

export interface WebChannel extends Channel {
  readonly name: 'web'
  /**
   * Calls `listener` each time something was sent to this address, here in this process.
   * @returns ends the subscription
   */
  subscribe(addressId: Address['id'], listener: () => void): () => void
  /** Resolves when something is sent to this address, here in this process, or after `most` milliseconds. */
  next(addressId: Address['id'], most: number): Promise<void>
  /** Remarks to this address since its last event, newest first; in this process only. */
  notices(addressId: Address['id']): Prompt[]
  /** Drops what is remembered of this address. */
  forget(addressId: Address['id']): void
  /**
   * Hands in what somebody did on a page; resolves when it is durably stored.
   * @throws ChannelError `later` when the channel does not listen (starting, or stopping)
   */
  receive(inbound: Inbound): Promise<void>
}

export function createWeb(): WebChannel {
  const listeners = new Map<string, Set<() => void>>()
  const notices = new Map<string, Prompt[]>()
  const inFlight = new Set<Promise<void>>()
  let take: Take | null = null

  function subscribe(addressId: string, listener: () => void): () => void {
    const here = listeners.get(addressId) ?? new Set()
    listeners.set(addressId, here.add(listener))
    return () => {
      here.delete(listener)
      if (here.size === 0 && listeners.get(addressId) === here) listeners.delete(addressId)
    }
  }

  return {
    name: 'web',
    async open() {},
    async listen(given) {
      take = given
    },
    async deafen() {
      take = null
      await Promise.allSettled(inFlight)
    },
    async send(to, { image: _image, files: _files, ...prompt }) {
      // Pages show pictures and documents at addresses of their own.
      if (prompt.kind === 'notice') {
        const known = notices.get(to.id) ?? []
        notices.delete(to.id)
        notices.set(to.id, [prompt, ...known.filter((other) => !isSame(other, prompt))].slice(0, MOST_NOTICES))
        if (notices.size > MOST_PEOPLE) notices.delete(notices.keys().next().value!)
      }
      for (const listener of [...(listeners.get(to.id) ?? [])]) listener()
      return PAGE
    },
    subscribe,
    next(addressId, most) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const unsubscribe = subscribe(addressId, resolve)
      const patience = setTimeout(resolve, most)
      return promise.finally(() => {
        clearTimeout(patience)
        unsubscribe()
      })
    },
    notices: (addressId) => notices.get(addressId) ?? [],
    forget: (addressId) => void notices.delete(addressId),
    async receive(inbound) {
      if (!take) throw new ChannelError('later', 'web: not listening')
      if (inbound.from) notices.delete(inbound.from.id)
      const taking = take(inbound)
      inFlight.add(taking)
      try {
        await taking
      } finally {
        inFlight.delete(taking)
      }
    },
    health: () => ({ ready: true, detail: take ? 'pages are served' : 'pages are served, nothing is taken in' }),
    async close() {
      take = null
      await Promise.allSettled(inFlight)
    },
  }
}

const isSame = (one: Prompt, other: Prompt): boolean => JSON.stringify(one) === JSON.stringify(other)

const MOST_NOTICES = 3
/** Of how many people remarks are remembered; the oldest are forgotten first. */
const MOST_PEOPLE = 5_000
/** There is one page an address; it shows whatever is stored. */
const PAGE = 'page'
