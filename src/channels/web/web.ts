/**
 * The web as a channel. A page is always drawn from stored state, so there is nothing to deliver:
 * `send` only tells the pages that stand open on this instance to look again. Notices are kept in a
 * book until the person does something else, because the next page may come from another instance.
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
  /** Remarks to this address since its last event, newest first. */
  notices(addressId: Address['id']): Promise<Prompt[]>
  /** Drops what is remembered of this address. */
  forget(addressId: Address['id']): Promise<void>
  /**
   * Hands in what somebody did on a page; resolves when it is durably stored.
   * @throws ChannelError `later` when the channel does not listen (starting, or stopping)
   */
  receive(inbound: Inbound): Promise<void>
}

/** Where remarks to an address are kept between two pages. */
export type NoticeBook = {
  read(addressId: string): Promise<Prompt[]>
  write(addressId: string, notices: Prompt[]): Promise<void>
  drop(addressId: string): Promise<void>
}

export function createWeb(book: NoticeBook = bookInMemory()): WebChannel {
  const listeners = new Map<string, Set<() => void>>()
  /** Two remarks to one address are written one after the other, or the second would not know of the first. */
  const writing = new Map<string, Promise<void>>()
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

  function note(addressId: string, prompt: Prompt): Promise<void> {
    const before = writing.get(addressId) ?? Promise.resolve()
    const mine = before
      .catch(() => {})
      .then(async () => {
        const known = await book.read(addressId)
        await book.write(addressId, [prompt, ...known.filter((other) => !isSame(other, prompt))].slice(0, MOST_NOTICES))
      })
      .finally(() => {
        if (writing.get(addressId) === mine) writing.delete(addressId)
      })
    writing.set(addressId, mine)
    return mine
  }

  /** A page that is drawn this moment shows what is being said this moment. */
  const written = async (addressId: string) => writing.get(addressId)?.catch(() => {})

  async function takeAnew(taker: Take, inbound: Inbound): Promise<void> {
    if (inbound.from) await book.drop(inbound.from.id)
    await taker(inbound)
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
      if (prompt.kind === 'notice') await note(to.id, prompt)
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
    async notices(addressId) {
      await written(addressId)
      return book.read(addressId)
    },
    async forget(addressId) {
      await written(addressId)
      await book.drop(addressId)
    },
    async receive(inbound) {
      if (!take) throw new ChannelError('later', 'web: not listening')
      const taking = takeAnew(take, inbound)
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

/** For one process alone. */
export function bookInMemory(): NoticeBook {
  const notices = new Map<string, Prompt[]>()
  return {
    read: async (addressId) => notices.get(addressId) ?? [],
    async write(addressId, said) {
      notices.delete(addressId)
      notices.set(addressId, said)
      if (notices.size > MOST_PEOPLE) notices.delete(notices.keys().next().value!)
    },
    drop: async (addressId) => void notices.delete(addressId),
  }
}

const isSame = (one: Prompt, other: Prompt): boolean => JSON.stringify(one) === JSON.stringify(other)

const MOST_NOTICES = 3
/** Of how many people remarks are remembered; the oldest are forgotten first. */
const MOST_PEOPLE = 5_000
/** There is one page an address; it shows whatever is stored. */
const PAGE = 'page'
