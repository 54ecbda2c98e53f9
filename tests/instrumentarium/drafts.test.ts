/** Own methods: what may be kept, what a licence forbids, when a scale loses its name, and two who act at once. */
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/config/method.ts'
import { cardHash, originsOf } from '../../src/instrumentarium/card-content.ts'
import { changeDraft, copyMethod, keepDraft } from '../../src/instrumentarium/drafts.ts'
import { withTexts } from '../../src/instrumentarium/editing.ts'
import type { Done, Hand } from '../../src/instrumentarium/outcome.ts'
import { judge, waitingFor } from '../../src/instrumentarium/review.ts'
import { chooseLicence, handIn, withdrawEntry } from '../../src/instrumentarium/sharing.ts'
import { readShelf } from '../../src/instrumentarium/shelf.ts'
import { makeGround } from '../support/ground.ts'
import { oneStore } from '../support/stores.ts'

const LEA: Hand = { by: 'lea', name: 'Lea', key: 'lea', staffId: 'lea', may: () => true }
const CAS: Hand = { by: 'cas', name: 'Cas', key: 'cas', staffId: 'cas', may: () => true }
const MO: Hand = { by: 'mo', name: 'Mo', key: 'mo', staffId: 'mo', may: () => true }

const idOf = <T>(given: Done<T>): T => {
  if (!given.ok) throw new Error(given.fault)
  return given.value
}

oneStore((open) => {
  /** The sample configuration with other cards beside it. */
  async function world(...more: Card[]) {
    const ground = makeGround(await open())
    const { cards, methods, ...rest } = ground.config()
    const all = new Map([...cards, ...more.map((card) => [card.id, card] as const)])
    const here = { ...ground, config: () => ({ ...rest, cards: all, methods }) }
    const xy = ground.config().organisations.get('xy')!
    for (const { id, name } of ground.config().organisations.values()) {
      const row = { id, name, example: true, created_at: '2026-09-01T00:00:00Z' }
      await ground.store.db.insertInto('organisation').values(row).execute()
    }
    return { ground: here, xy, stem: methods.get('stem')! }
  }
  const scale = (stem: Card): Card => ({ ...stem, id: 'schaal', validated: 'WXY-4' })

  describe('a validated scale', () => {
    test('loses its name with a word, and has it back with the word', async () => {
      const plainGround = await world()
      const { ground, xy } = await world(scale(plainGround.stem))
      const { id } = idOf(await copyMethod(ground, xy, LEA, 'schaal'))
      const now = async () => (await readShelf(ground, 'xy')).get(id)!.card
      expect((await now()).validated).toBe('WXY-4')
      const write = (nl: string) =>
        changeDraft(ground, xy, LEA, id, (card) => withTexts(card, { what: 'question', key: 'space' }, { nl }))
      // Only the title is another: the questions are still the scale.
      idOf(await changeDraft(ground, xy, LEA, id, (card) => withTexts(card, { what: 'title' }, { nl: 'Onze meting' })))
      expect((await now()).validated).toBe('WXY-4')
      idOf(await write('Mocht je meepraten?'))
      expect((await now()).validated).toBeUndefined()
      // Saying that it still has it does not help.
      idOf(await changeDraft(ground, xy, LEA, id, (card) => ({ ok: true, value: { ...card, validated: 'WXY-4' } })))
      expect((await now()).validated).toBeUndefined()
    })

    test('a file that says it is one, is none', async () => {
      const { ground, xy, stem } = await world()
      const { id } = idOf(await keepDraft(ground, xy, LEA, { ...stem, validated: 'WHO-5' }))
      expect((await readShelf(ground, 'xy')).get(id)!.card.validated).toBeUndefined()
    })
  })

  describe('a licence', () => {
    test('that forbids changes: no copy to change, and no changed copy by a file either', async () => {
      const { stem } = await world()
      const closed: Card = {
        ...stem,
        id: 'dicht',
        licence: { name: 'CC BY-ND 4.0', changes: 'none', share: true, commercial: true },
      }
      const { ground, xy } = await world(closed)
      expect(await copyMethod(ground, xy, LEA, 'dicht')).toMatchObject({ fault: 'library-licence-none' })
      const free = { name: 'CC0 1.0', changes: 'free', share: true, commercial: true } as const
      const washed: Card = {
        ...closed,
        title: { ...closed.title, nl: 'Anders' },
        licence: free,
        origin: originsOf(closed, 'X'),
      }
      expect(await keepDraft(ground, xy, LEA, washed)).toMatchObject({ fault: 'library-licence-none' })
      expect((await readShelf(ground, 'xy')).all.filter(({ whose }) => whose === 'own')).toEqual([])
    })

    test('that lacks: kept for oneself, not shared; chosen for what one made, not for a copy', async () => {
      const { stem } = await world()
      const { licence: _none, ...bare } = stem
      const { ground, xy } = await world({ ...bare, id: 'zonder' })
      const { id } = idOf(await copyMethod(ground, xy, LEA, 'zonder'))
      idOf(await changeDraft(ground, xy, LEA, id, (card) => withTexts(card, { what: 'title' }, { nl: 'Anders' })))
      expect(await handIn(ground, xy, LEA, id, 'organisation')).toMatchObject({ fault: 'library-no-licence' })
      expect(await chooseLicence(ground, xy, LEA, id, 'by')).toMatchObject({ fault: 'library-licence-theirs' })
      const made = idOf(await keepDraft(ground, xy, LEA, { ...bare, id: 'zelf' }))
      expect(await handIn(ground, xy, LEA, made.id, 'organisation')).toMatchObject({ fault: 'library-no-licence' })
      idOf(await chooseLicence(ground, xy, LEA, made.id, 'by'))
      expect(await handIn(ground, xy, LEA, made.id, 'organisation')).toMatchObject({ ok: true })
    })
  })

  test('a card of twenty thousand characters, an empty one and one with unsound questions are not kept', async () => {
    const { ground, xy, stem } = await world()
    const long = { ...stem, example: { nl: 'x'.repeat(20_000) } }
    expect(await keepDraft(ground, xy, LEA, long)).toMatchObject({ fault: 'check-text-too-long' })
    const huge = { ...stem, accessibility: { nl: 'x'.repeat(200_000) } }
    expect(await keepDraft(ground, xy, LEA, huge)).toMatchObject({ fault: 'library-too-big' })
    const twice = { ...stem, set: { ...stem.set, questions: [stem.set.questions[0]!, stem.set.questions[0]!] } }
    expect(await keepDraft(ground, xy, LEA, twice)).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/^check-/),
    })
    const { id } = idOf(await keepDraft(ground, xy, LEA, stem))
    const write = (nl: string) => changeDraft(ground, xy, LEA, id, (card) => withTexts(card, { what: 'title' }, { nl }))
    expect(await write('y'.repeat(81))).toMatchObject({ fault: 'check-text-too-long' })
    expect(idOf(await write('\u202e<b>عنوان</b>\n\u0000 {organisation}')).title.nl).toBe('<b>عنوان</b> {organisation}')
  })

  test('two curators at once take it up once; nobody judges their own; what changed since is not judged unseen', async () => {
    const { ground, xy, stem } = await world()
    const { id } = idOf(await keepDraft(ground, xy, LEA, stem))
    idOf(await handIn(ground, xy, MO, id, 'person'))
    // Handing in twice is once.
    idOf(await handIn(ground, xy, MO, id, 'person'))
    expect(await waitingFor(ground, LEA)).toEqual([])
    expect(await waitingFor(ground, MO)).toEqual([])
    expect(await waitingFor(ground, { ...CAS, name: ' léa' })).toEqual([])
    const [seen] = await waitingFor(ground, CAS)
    expect(await judge(ground, LEA, id, seen!.hash, { type: 'accept' })).toMatchObject({ fault: 'library-your-own' })
    expect(await judge(ground, CAS, id, 'abcdef12', { type: 'accept' })).toMatchObject({
      fault: 'library-changed-since',
    })
    expect(await judge(ground, CAS, id, '', { type: 'accept' })).toMatchObject({ fault: 'library-changed-since' })
    expect(await judge(ground, { ...CAS, staffId: null }, id, seen!.hash, { type: 'accept' })).toMatchObject({
      fault: 'desk-may-not',
    })
    const other = { ...CAS, by: 'dia', name: 'Dia', key: 'dia', staffId: 'dia' }
    const both = await Promise.all([CAS, other].map((hand) => judge(ground, hand, id, seen!.hash, { type: 'accept' })))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const entry = (await readShelf(ground, 'xyz')).get(id)!
    expect(entry.card).toMatchObject({ version: 1, credit: 'Mo, XY', changelog: [{ version: 1 }] })
    // A next version says what changed; the first one stays as it was.
    idOf(
      await changeDraft(ground, xy, LEA, id, (card) => withTexts(card, { what: 'title' }, { nl: 'Gehoord, nu beter' })),
    )
    idOf(await handIn(ground, xy, LEA, id, 'organisation'))
    const [again] = await waitingFor(ground, CAS)
    idOf(await judge(ground, CAS, id, again!.hash, { type: 'accept' }))
    const newer = (await readShelf(ground, 'xyz')).get(id)!.card
    expect(newer.changelog.map(({ version }) => version)).toEqual([2, 1])
    expect(newer.changelog[0]!.text.nl).toContain('Gehoord, nu beter')
    const rows = await ground.store.db
      .selectFrom('library_entry')
      .select(['version', 'hash'])
      .orderBy('version')
      .execute()
    expect(rows[0]).toEqual({ version: 1, hash: cardHash(entry.card) })
    // Out of the library; the copy that somebody made stays.
    const xyz = ground.config().organisations.get('xyz')!
    const copy = idOf(await copyMethod(ground, xyz, MO, id))
    expect(await withdrawEntry(ground, xyz, { ...MO, may: (act) => act === 'method.share' }, id)).toMatchObject({
      fault: 'library-gone',
    })
    idOf(await withdrawEntry(ground, xy, LEA, id))
    const after = await readShelf(ground, 'xyz')
    expect([after.get(id), after.get(copy.id)?.card.origin[0]?.id]).toEqual([undefined, id])
  })

  test('given back with a note, it is handed in again only when it changed', async () => {
    const { ground, xy, stem } = await world()
    const { id } = idOf(await keepDraft(ground, xy, LEA, stem))
    idOf(await handIn(ground, xy, LEA, id, 'organisation'))
    const [seen] = await waitingFor(ground, CAS)
    expect(await judge(ground, CAS, id, seen!.hash, { type: 'return', text: ' \u202e ' })).toMatchObject({
      fault: 'library-bad-note',
    })
    idOf(await judge(ground, CAS, id, seen!.hash, { type: 'return', text: 'Maak vraag 2 korter.' }))
    expect(await handIn(ground, xy, LEA, id, 'organisation')).toMatchObject({ fault: 'library-as-before' })
    const row = await ground.store.db.selectFrom('method_draft').select('review_note_cipher').executeTakeFirstOrThrow()
    expect(row.review_note_cipher).not.toContain('korter')
    idOf(
      await changeDraft(ground, xy, LEA, id, (card) =>
        withTexts(card, { what: 'question', key: 'listened' }, { nl: 'Luisterde iemand?' }),
      ),
    )
    expect(await handIn(ground, xy, LEA, id, 'organisation')).toMatchObject({ ok: true })
  })
})
