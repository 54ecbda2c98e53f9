/**
 * Cases that are nearly right: a sound sample in which a few things were changed. What is changed, and into what, is
 * made by fast-check, so that a failing case shrinks to its smallest number of changes.
 */
import fc from 'fast-check'

/** Words that careless code trips over: marks of direction, halves of characters, names that objects have by themselves. */
export const ODD_WORDS: readonly string[] = [
  ...['', ' ', '\0', '\n', '\r\n', '\t', '\ufeff', '\u202e', '\u2066', '\u200d', '\ud800', '\udfff', '\u0301'],
  ...['👩‍👩‍👧', '🇧🇪', 'é', 'e\u0301', 'İ', 'ß', 'ﬁ', '１２', '٣٤', 'قف', '𝟙', '\u2028'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then'],
  ...['0', '-0', '-1', '1e309', 'NaN', 'Infinity', '0x1f', '9007199254740993', '9'.repeat(400), 'null', 'true'],
  ...[
    "'; drop table run; --",
    '<script>alert(1)</script>',
    '&amp;',
    '${'.concat('x}'),
    '{{x}}',
    '%00',
    '%',
    '=1+1',
    '@here',
  ],
  ...['../../etc/passwd', 'C:\\x', 'https://example.org/?a=b#c', '.', '..', ':', ',', ';', '"', "'", '`', '|', '/'],
  ...[
    'a'.repeat(5000),
    '('.repeat(300),
    '\u0301'.repeat(300),
    ' '.repeat(2000),
    'r.',
    'nl',
    '2026-02-30',
    'PT99999999999H',
  ],
]

/** Numbers at the edges of what is a number. */
export const ODD_NUMBERS: readonly number[] = [
  ...[0, -0, 1, -1, 0.1, 255, 256, 65_536, 2 ** 31, -(2 ** 31) - 1, 2 ** 32],
  ...[Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 53 + 2, 1e21, 1e308, -1e308, 5e-324],
]

/** A value of any kind; nested hundreds deep now and then. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { '': null }),
  fc.constantFrom<unknown>(...ODD_NUMBERS),
  fc.constantFrom<unknown>(...ODD_WORDS),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 2, max: 400 }).map(nested),
  fc.jsonValue({ maxDepth: 2 }),
)

function nested(levels: number): unknown {
  let value: unknown = levels
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { components: value, type: 3 }
  return value
}

type TextChange = { do: 'insert' | 'put' | 'cut' | 'twice' | 'move' | 'end'; at: number; length: number; words: string }

const textChange: fc.Arbitrary<TextChange> = fc.record({
  do: fc.constantFrom<TextChange['do']>('insert', 'put', 'put', 'cut', 'twice', 'move', 'end'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(40), fc.nat(2000)),
  words: fc.oneof(
    fc.constantFrom(...ODD_WORDS),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
})

function changeText(text: string, { do: how, at: share, length, words }: TextChange): string {
  const at = Math.floor(share * text.length)
  const [before, piece, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)]
  switch (how) {
    case 'insert':
      return before + words + text.slice(at)
    case 'put':
      return before + words + after
    case 'cut':
      return before + after
    case 'twice':
      return before + piece + piece + after
    case 'move':
      return piece + before + after
    case 'end':
      return before
  }
}

type JsonChange =
  | { do: 'drop' | 'twice' | 'wrap' }
  | { do: 'put'; value: unknown }
  | { do: 'name'; name: string }
  | { do: 'add'; name: string; value: unknown }
  | { do: 'graft'; from: number }
  | { do: 'words'; change: TextChange }

const jsonChange: fc.Arbitrary<JsonChange> = fc.oneof(
  fc.record({ do: fc.constantFrom('drop' as const, 'twice' as const, 'wrap' as const) }),
  fc.record({ do: fc.constant('put' as const), value: oddValue }),
  fc.record({ do: fc.constant('name' as const), name: fc.constantFrom(...ODD_WORDS) }),
  fc.record({ do: fc.constant('add' as const), name: fc.constantFrom(...ODD_WORDS), value: oddValue }),
  fc.record({ do: fc.constant('graft' as const), from: fc.nat(10_000) }),
  fc.record({ do: fc.constant('words' as const), change: textChange }),
)

/** One of the samples with up to five changes, as what JSON can say; about one in six is a sample as it is. */
export function jsonLike(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.nat(samples.length - 1), fc.array(fc.tuple(fc.nat(10_000), jsonChange), { maxLength: 5 }))
    .map(([which, changes]) => {
      const holder = { whole: structuredClone(samples[which]) }
      for (const [at, change] of changes) changeJson(holder, at, change)
      return holder.whole
    })
}

type Slot = { parent: object; key: string | number }

function changeJson(holder: { whole: unknown }, at: number, change: JsonChange): void {
  const slots = slotsOf(holder)
  const slot = slots[at % slots.length]!
  const { parent, key } = slot
  const value = Reflect.get(parent, key)
  if (change.do === 'drop') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else if (parent === holder) holder.whole = null
    else Reflect.deleteProperty(parent, key)
  } else if (change.do === 'twice') {
    if (Array.isArray(parent)) parent.push(structuredClone(value))
    else put(slot, [value, structuredClone(value)])
  } else if (change.do === 'wrap') put(slot, [value])
  else if (change.do === 'put') put(slot, structuredClone(change.value))
  else if (change.do === 'name') {
    if (Array.isArray(parent) || parent === holder) return
    Reflect.deleteProperty(parent, key)
    put({ parent, key: change.name }, value)
  } else if (change.do === 'add') {
    if (typeof value === 'object' && value !== null)
      put({ parent: value, key: change.name }, structuredClone(change.value))
  } else if (change.do === 'graft') {
    const from = slots[change.from % slots.length]!
    put(slot, structuredClone(Reflect.get(from.parent, from.key)))
  } else if (change.do === 'words' && typeof value === 'string') put(slot, changeText(value, change.change))
}

/** An own property, whatever its name: `__proto__` too, as JSON makes it. */
function put({ parent, key }: Slot, value: unknown): void {
  if (Array.isArray(parent) && typeof key === 'string') return
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true })
}

function slotsOf(root: object): Slot[] {
  const slots: Slot[] = []
  const queue: object[] = [root]
  for (const parent of queue) {
    if (slots.length > 2000) break
    for (const name of Object.keys(parent)) {
      slots.push({ parent, key: Array.isArray(parent) ? Number(name) : name })
      const value = Reflect.get(parent, name)
      if (typeof value === 'object' && value !== null) queue.push(value)
    }
  }
  return slots
}

/** One of the samples with up to four changes of its letters. */
export function textLike(samples: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(samples.length - 1), fc.array(textChange, { maxLength: 4 }))
    .map(([which, changes]) => changes.reduce(changeText, samples[which]!))
}

/** Changes whole lines, the way somebody edits a file: left out, twice, moved, or with odd words in a cell of it. */
export function linesLike(samples: readonly string[], cells: RegExp): fc.Arbitrary<string> {
  const change = fc.record({
    do: fc.constantFrom('drop' as const, 'twice' as const, 'move' as const, 'cell' as const, 'cell' as const),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
    words: fc.oneof(fc.constantFrom(...ODD_WORDS), fc.string({ unit: 'grapheme', maxLength: 8 })),
  })
  return fc.tuple(fc.nat(samples.length - 1), fc.array(change, { maxLength: 5 })).map(([which, changes]) =>
    changes
      .reduce((lines, { do: how, at: where, to, words }) => {
        const at = where % Math.max(1, lines.length)
        const line = lines[at] ?? ''
        if (how === 'drop') return lines.toSpliced(at, 1)
        if (how === 'twice') return lines.toSpliced(at, 0, line)
        if (how === 'move') return lines.toSpliced(at, 1).toSpliced(to % Math.max(1, lines.length), 0, line)
        const parts = line.split(cells)
        const other = (lines[to % Math.max(1, lines.length)] ?? '').split(cells)
        const put = words === '' ? (other[to % other.length] ?? '') : words
        const found = [...line.matchAll(new RegExp(cells, `${cells.flags.replace('g', '')}g`))].map(([mark]) => mark)
        const next = parts.with(to % parts.length, put)
        if (lines.length === 0) return [next.join('')]
        return lines.with(at, next.map((part, i) => part + (found[i] ?? '')).join(''))
      }, samples[which]!.split('\n'))
      .join('\n'),
  )
}

type BytesChange = {
  do: 'flip' | 'put' | 'cut' | 'twice' | 'end' | 'insert'
  at: number
  length: number
  bytes: Uint8Array
}

const bytesChange: fc.Arbitrary<BytesChange> = fc.record({
  do: fc.constantFrom<BytesChange['do']>('flip', 'flip', 'put', 'cut', 'twice', 'end', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(4), fc.nat(300)),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    // Lengths, as formats write them down.
    fc
      .constantFrom(
        [0, 0, 0, 0],
        [255, 255, 255, 255],
        [255, 255, 255, 127],
        [0, 0, 0, 128],
        [1, 0],
        [0x50, 0x4b, 1, 2],
      )
      .map((given) => Uint8Array.from(given)),
  ),
})

/** One of the samples with up to four changes of its bytes. */
export function bytesLike(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.nat(samples.length - 1), fc.array(bytesChange, { maxLength: 4 }))
    .map(([which, changes]) => changes.reduce(changeBytes, samples[which]!))
}

export function changeBytes(given: Uint8Array, { do: how, at: share, length, bytes }: BytesChange): Uint8Array {
  const at = Math.floor(share * given.length)
  const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
  switch (how) {
    case 'flip': {
      const next = given.slice()
      if (at < next.length) next[at] = next[at]! ^ (1 << (length % 8))
      return next
    }
    case 'put':
      return join(given.subarray(0, at), bytes, given.subarray(at + bytes.length))
    case 'insert':
      return join(given.subarray(0, at), bytes, given.subarray(at))
    case 'cut':
      return join(given.subarray(0, at), given.subarray(at + length))
    case 'twice':
      return join(given.subarray(0, at + length), given.subarray(at))
    case 'end':
      return given.slice(0, at)
  }
}

/** A text as bytes: mostly UTF-8, now and then with a byte that is none. */
export const bytesOfText = (texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(texts, fc.option(bytesChange, { freq: 4, nil: null })).map(([text, change]) => {
    const bytes = new TextEncoder().encode(text)
    return change ? changeBytes(bytes, change) : bytes
  })
