import { expect, test } from 'vitest'
import { inOrder } from '../../src/rounds/in-order.ts'

/** Work that ends when told. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { work: () => promise, end: resolve, fail: reject }
}

test('one thing at a time per key, in the order of asking', async () => {
  const ordered = inOrder()
  const seen: string[] = []
  const first = held()
  const one = ordered('a', () =>
    first.work().then((said) => {
      seen.push(said)
    }),
  )
  const two = ordered('a', async () => {
    seen.push('two')
  })
  const three = ordered('a', async () => {
    seen.push('three')
  })
  await ordered('b', async () => {
    seen.push('other key')
  })
  expect(seen).toEqual(['other key'])
  first.end('one')
  await Promise.all([one, two, three])
  expect(seen).toEqual(['other key', 'one', 'two', 'three'])
})

test('a failure is its own, and the next goes on', async () => {
  const ordered = inOrder()
  const first = held()
  const one = ordered('a', first.work)
  const two = ordered('a', async () => 'two')
  first.fail(new Error('mis'))
  await expect(one).rejects.toThrow('mis')
  await expect(two).resolves.toBe('two')
  await expect(ordered('a', async () => 'three')).resolves.toBe('three')
})

test('what starts while nothing is waiting starts at once', () => {
  const ordered = inOrder()
  let started = 0
  void ordered('a', async () => {
    started++
  })
  expect(started).toBe(1)
  void ordered('b', async () => {
    started++
  })
  expect(started).toBe(2)
})
