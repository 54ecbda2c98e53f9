/** Packs: what goes out comes in elsewhere as it was, and any other byte makes it nothing. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createConfigSource } from '../../src/config/load.ts'
import type { Card } from '../../src/config/method.ts'
import { cardHash } from '../../src/instrumentarium/card-content.ts'
import { keepDraft } from '../../src/instrumentarium/drafts.ts'
import { readPack, spelled, writePack } from '../../src/instrumentarium/pack-file.ts'
import { packIn, packOut } from '../../src/instrumentarium/packs.ts'
import { readShelf } from '../../src/instrumentarium/shelf.ts'
import { canonicalJson } from '../../src/survey/content-hash.ts'
import { makeGround } from '../support/ground.ts'
import { oneStore } from '../support/stores.ts'

const { methods } = createConfigSource('config').current()
const SEED = new Uint8Array(32).fill(7)
const about = { made: '2026-11-25', by: 'Een ander huis' }
const stem = methods.get('stem')!
const theirs = (change: Partial<Card> = {}): Card => ({
  ...stem,
  id: 'van-hen',
  title: { ...stem.title, nl: 'Van hen' },
  ...change,
})
const pack = (cards: Card[]) => writePack(cards, about, SEED)
const BOTH = { by: 'test', may: () => true }

test('a pack reads back as it was written', () => {
  const cards = [...methods.values()]
  const read = readPack(pack(cards))
  if (!read.ok) throw new Error(read.fault)
  expect(read.value.cards.map(cardHash)).toEqual(cards.map(cardHash))
  expect(read.value).toMatchObject(about)
  expect(spelled(read.value.fingerprint)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
})

test('one changed, lost or added byte anywhere, and nothing of it is kept', () => {
  const bytes = pack([stem])
  const at = fc.integer({ min: 0, max: bytes.length - 1 })
  fc.assert(
    fc.property(at, fc.integer({ min: 1, max: 255 }), fc.constantFrom('change', 'lose', 'add'), (place, by, how) => {
      const other =
        how === 'change'
          ? bytes.with(place, bytes[place]! ^ by)
          : how === 'lose'
            ? bytes.filter((_, index) => index !== place)
            : new Uint8Array([...bytes.slice(0, place), by, ...bytes.slice(place)])
      expect(readPack(other).ok).toBe(false)
    }),
    { numRuns: 1500 },
  )
})

test('every bit of the signature and of the key counts', () => {
  const file = JSON.parse(new TextDecoder().decode(pack([stem]))) as { signature: string; key: string }
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  for (const name of ['signature', 'key'] as const) {
    for (const letter of letters) {
      const other = { ...file, [name]: `${file[name].slice(0, -1)}${letter}` }
      expect(readPack(new TextEncoder().encode(canonicalJson(other))).ok).toBe(other[name] === file[name])
    }
  }
})

test('written in another way, it is refused too', () => {
  const text = new TextDecoder().decode(pack([stem]))
  const value = JSON.parse(text)
  const given = (one: string) => readPack(new TextEncoder().encode(one))
  expect(given(text).ok).toBe(true)
  expect(given(JSON.stringify(value, null, 2))).toMatchObject({ fault: 'library-pack-unreadable' })
  expect(given(`\ufeff${text}`).ok).toBe(false)
  expect(given(`${text}\n`).ok).toBe(false)
  expect(given(text.replace('{', '{"by":"x",')).ok).toBe(false)
  expect(readPack(new Uint8Array(3 * 1024 * 1024))).toMatchObject({ fault: 'library-pack-big' })
  expect(readPack(new Uint8Array())).toMatchObject({ ok: false })
  // Signed well, but with a card that nobody here could keep.
  expect(readPack(pack([{ ...stem, title: { nl: 'x'.repeat(20_000) } }]))).toMatchObject({ fault: 'library-pack-card' })
})

oneStore((open) => {
  test('a key that nobody knows waits for a yes; then it is known; a card keeps whose it is', async () => {
    const ground = makeGround(await open())
    const bytes = pack([theirs()])
    expect(await packIn(ground, BOTH, bytes, null, null)).toMatchObject({ ok: false, fault: 'library-pack-unknown' })
    expect(await packIn(ground, BOTH, bytes, 'abcd', null)).toMatchObject({ ok: false, fault: 'library-pack-unknown' })
    expect(await packIn(ground, { by: 'x', may: () => false }, bytes, null, null)).toMatchObject({
      fault: 'desk-may-not',
    })
    expect((await readShelf(ground, 'xy')).get('van-hen')).toBeUndefined()
    const read = readPack(bytes)
    const said = read.ok ? spelled(read.value.fingerprint) : ''
    const [one, other] = await Promise.all([
      packIn(ground, BOTH, bytes, said, null),
      packIn(ground, BOTH, bytes, said, null),
    ])
    expect([one.ok, other.ok]).toEqual([true, true])
    const shelved = (await readShelf(ground, 'xy')).get('van-hen')!
    expect(shelved).toMatchObject({ whose: 'library', card: { credit: 'Een ander huis' } })
    expect(shelved.signer).toBe(said.replaceAll(' ', ''))
    const rows = await ground.store.db
      .selectFrom('library_entry')
      .selectAll()
      .where('hash', '=', cardHash(theirs()))
      .execute()
    expect(rows).toHaveLength(1)
    // Known now; the same card once more changes nothing, a newer version comes beside it.
    expect(await packIn(ground, BOTH, bytes, null, null)).toEqual({ ok: true, value: { taken: 0, same: 1 } })
    const newer = pack([theirs({ version: 2, title: { ...stem.title, nl: 'Van hen, beter' } })])
    expect(await packIn(ground, BOTH, newer, null, null)).toEqual({ ok: true, value: { taken: 1, same: 0 } })
    expect((await readShelf(ground, 'xy')).get('van-hen')!.card.title.nl).toBe('Van hen, beter')
  })

  test('under a name that is taken here it comes beside it, and says what it was called', async () => {
    const ground = makeGround(await open())
    const read = readPack(pack([stem]))
    const said = read.ok ? read.value.fingerprint : ''
    const changed = pack([{ ...stem, title: { ...stem.title, nl: 'Anders gehoord' } }])
    expect(await packIn(ground, BOTH, changed, said, null)).toEqual({ ok: true, value: { taken: 1, same: 0 } })
    const shelf = await readShelf(ground, 'xy')
    expect(shelf.get('stem')!.card.title.nl).toBe(stem.title.nl)
    const beside = shelf.all.find(({ card }) => card.title.nl === 'Anders gehoord')!
    expect(beside.card.origin[0]).toMatchObject({ id: 'stem', credit: 'Een ander huis' })
  })

  test('a fingerprint holds however it is written over; a pack is called after its one card, or after the day', async () => {
    const ground = makeGround(await open())
    const bytes = pack([theirs()])
    const read = readPack(bytes)
    const said = read.ok ? ` ${spelled(read.value.fingerprint).toUpperCase()}\n` : ''
    expect(said).toMatch(/[A-F]/)
    expect(await packIn(ground, BOTH, bytes, said, null)).toEqual({ ok: true, value: { taken: 1, same: 0 } })
    const named = async (ids: string[] | null) => {
      const out = await packOut(ground, null, BOTH, ids)
      return out.ok && out.value.name.replace(/\d{4}-\d\d-\d\d/, 'day')
    }
    expect(await named(['van-hen'])).toBe('van-hen-day.pols.json')
    expect(await named(['van-hen', 'stem'])).toBe('methodes-day.pols.json')
  })

  test('an own method goes into a pack only by who may share it', async () => {
    const ground = makeGround(await open())
    const organisation = ground.config().organisations.get('xy')!
    await sql`insert into organisation (id, name, example, created_at) values ('xy', 'XY', true, now())`.execute(
      ground.store.db,
    )
    const hand = { by: 'lea', name: 'Lea', key: 'k', staffId: 'lea', may: () => true }
    const kept = await keepDraft(ground, organisation, hand, theirs())
    if (!kept.ok) throw new Error(kept.fault)
    const worker = { ...hand, may: (act: string) => act !== 'method.share' }
    expect(await packOut(ground, organisation, worker, [kept.value.id])).toMatchObject({ fault: 'library-pack-none' })
    expect(await packOut(ground, organisation, hand, [kept.value.id])).toMatchObject({ ok: true })
  })

  test('what a licence forbids stays out of packs, both ways, with why', async () => {
    const ground = makeGround(await open())
    const { licence: _none, ...bare } = theirs({ id: 'zonder' })
    expect(await packIn(ground, BOTH, pack([bare]), null, null)).toMatchObject({ fault: 'library-pack-forbidden' })
    const closed = theirs({
      id: 'dicht',
      licence: { name: 'Op aanvraag', changes: 'none', share: false, commercial: false },
    })
    expect(await packIn(ground, BOTH, pack([closed]), null, null)).toMatchObject({ fault: 'library-pack-forbidden' })
    const out = await packOut(ground, null, BOTH, null)
    if (!out.ok) throw new Error(out.fault)
    const read = readPack(out.value.bytes)
    if (!read.ok) throw new Error(read.fault)
    for (const { licence, kind } of read.value.cards) expect([licence?.share, kind === 'link']).toEqual([true, false])
    for (const { why } of out.value.left) expect(why).toMatch(/^library-/)
    expect(out.value.left.length + read.value.cards.length).toBe((await readShelf(ground, null)).all.length)
  })
})
