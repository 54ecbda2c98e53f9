import fc from 'fast-check'
import { expect, test } from 'vitest'
import { externalIdOf, printOf, readExternalId } from '../../../src/channels/telegram/external-id.ts'

const number = fc.integer({ min: 1, max: 9_999_999_999 })
const part = fc.record({
  kind: fc.constantFrom('photo' as const, 'document' as const),
  id: number,
  print: fc.uint8Array({ maxLength: 9 }).map((bytes) => printOf(bytes, 'woorden')),
})

test('an id is read back as what it was made of', () => {
  fc.assert(
    fc.property(number, fc.boolean(), number, fc.array(part, { maxLength: 4 }), (chat, below, message_id, parts) => {
      const chat_id = below ? -chat : chat
      expect(readExternalId(externalIdOf(chat_id, message_id, parts))).toEqual({ chat_id, message_id, parts })
    }),
  )
})

test('a message of words alone has the id it always had', () => {
  expect(externalIdOf(-1001, 12)).toBe('-1001:12')
  expect(readExternalId('-1001:12')).toEqual({ chat_id: -1001, message_id: 12, parts: [] })
})

test.each(['', '12', '1:2:', '1:2:x3.abcdefgh', '1:2:p3', '1:2:p3.kort', 'page', '12/34', 'eph:9', '1:2:p3.abcdefgh '])(
  '%j is none of ours',
  (id) => {
    expect(readExternalId(id)).toBeNull()
  },
)

test('a print differs with the file and with the words', () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect(printOf(bytes, 'a')).toBe(printOf(new Uint8Array([1, 2, 3]), 'a'))
  expect(new Set([printOf(bytes, 'a'), printOf(bytes, 'b'), printOf(new Uint8Array([1, 2, 4]), 'a')]).size).toBe(3)
})
