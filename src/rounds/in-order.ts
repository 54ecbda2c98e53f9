/** One thing at a time per key, in the order of asking; different keys do not wait for each other. */
export type InOrder = <T>(key: string, work: () => Promise<T>) => Promise<T>

export function inOrder(): InOrder {
  const tails = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = tails.get(key)
    const mine = before ? before.then(work, work) : work()
    tails.set(key, mine)
    const forget = () => {
      if (tails.get(key) === mine) tails.delete(key)
    }
    mine.then(forget, forget)
    return mine
  }
}
