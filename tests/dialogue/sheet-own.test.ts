/** The own worksheet in the store: each field under a key of its writer, the private one under a key of its own. */
import { describe, expect, test } from 'vitest'
import { eraseWriter } from '../../src/dialogue/sheet-erasing.ts'
import { SHEET_FIELDS, SHEET_STEPS } from '../../src/dialogue/sheet-fields.ts'
import { fieldOf, keepField, knownCodes, placeOf, readOwn, readWords } from '../../src/dialogue/sheet-own.ts'
import { readPrivate } from '../../src/dialogue/sheet-private.ts'
import { askOf, nameOf, optionOf, shortened, textOf } from '../../src/dialogue/sheet-text.ts'
import {
  expectFromWriter,
  loseWriter,
  openWriter,
  readWriter,
  takeExpectedOf,
  touchWriter,
} from '../../src/dialogue/sheet-writers.ts'
import { FULL_LANGUAGES } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { makeGround } from '../support/ground.ts'
import { oneStore } from '../support/stores.ts'

const need = fieldOf('need')!
const goal = fieldOf('goal')!
const at = (id: string) => ({ channel: 'telegram' as const, id })

oneStore((open) => {
  test('what only its writer sees opens with no other key, and its length does not show', async () => {
    const ground = makeGround(await open())
    const jo = await openWriter(ground, at('1'), { name: 'Jo', partner: 'XY' })
    const bo = await openWriter(ground, at('2'), { name: 'Bo', partner: 'De Brug' })
    await keepField(ground, jo.id, need, { text: 'op' })
    await keepField(ground, jo.id, goal, { text: 'samen' })
    await keepField(ground, bo.id, need, { text: `${'é😃"'.repeat(600)} moe` })
    const rows = await ground.store.db.selectFrom('sheet_field').selectAll().execute()
    const cipher = (writer: string, field: string) =>
      rows.find((row) => row.writer_id === writer && row.field === field)!.cipher
    for (const purpose of ['sheet', 'joint', 'story', 'talk'] as const)
      expect(() => ground.vault.unseal(purpose, jo.id, cipher(jo.id, 'need'))).toThrow('another secret key')
    expect(() => ground.vault.unseal('private', bo.id, cipher(jo.id, 'need'))).toThrow('another secret key')
    expect(() => ground.vault.unseal('private', jo.id, cipher(jo.id, 'goal'))).toThrow('another secret key')
    await keepField(ground, bo.id, need, { text: 'een heel stuk langer dan dat van Jo' })
    const again = await ground.store.db.selectFrom('sheet_field').selectAll().where('field', '=', 'need').execute()
    expect(new Set(again.map((row) => row.cipher.length)).size).toBe(1)
    expect(await readPrivate(ground, jo.id, 'need')).toEqual({ text: 'op' })
    expect(await readPrivate(ground, jo.id, 'nergens')).toBeNull()

    const sheet = await readOwn(ground, jo.id)
    expect([...sheet.values]).toEqual([['goal', { text: 'samen' }]])
    expect([...sheet.written].sort()).toEqual(['goal', 'need'])
    await keepField(ground, jo.id, goal, { text: '' })
    expect([...(await readOwn(ground, jo.id)).written]).toEqual(['need'])
  })

  test('a writer is one account, and erased leaves nothing; erased twice it is the same', async () => {
    const ground = makeGround(await open())
    const jo = await openWriter(ground, at('1'), { name: 'Jo', partner: 'XY' })
    expect(await openWriter(ground, at('1'), { name: 'Ander', partner: 'Ander' })).toEqual(jo)
    await keepField(ground, jo.id, need, { text: 'op' })
    await expectFromWriter(ground, jo, 'w.o.w.goal')
    expect(await takeExpectedOf(ground, jo.id)).toBe('w.o.w.goal')
    expect(await takeExpectedOf(ground, jo.id)).toBeNull()
    await expectFromWriter(ground, jo, 'w.o.w.goal')
    ground.clock.pass({ minutes: 61 })
    expect(await takeExpectedOf(ground, jo.id)).toBeNull()
    await loseWriter(ground, { channel: 'telegram', addressHash: jo.addressHash })
    expect((await readWriter(ground, 'telegram', jo.addressHash))?.lost).toBe(true)
    await touchWriter(ground, jo.id)
    expect((await readWriter(ground, 'telegram', jo.addressHash))?.lost).toBe(false)
    await eraseWriter(ground, jo.id)
    await eraseWriter(ground, jo.id)
    expect(await readWriter(ground, 'telegram', jo.addressHash)).toBeNull()
    expect(await ground.store.db.selectFrom('sheet_field').selectAll().execute()).toEqual([])
  })
})

describe('words of a field', () => {
  test.each([
    ['an empty message', '', { ok: false, fault: 'empty', length: 0 }],
    ['only what cannot be seen', ' \u200b\n', { ok: false, fault: 'empty', length: 0 }],
    ['exactly enough', '😃'.repeat(1000), { ok: true, text: '😃'.repeat(1000) }],
    ['one too many', '😃'.repeat(1001), { ok: false, fault: 'long', length: 1001 }],
    ['what turns other text around', 'a\u202eb', { ok: true, text: 'ab' }],
    ['Arabic', ' شباب الحي ', { ok: true, text: 'شباب الحي' }],
  ])('%s', (_, text, read) => {
    expect(readWords(goal, text)).toEqual(read)
  })

  test('each field has a question, a name and its options in each language; ten steps, the last of four', () => {
    for (const language of FULL_LANGUAGES) {
      const words = wordsFor(language)
      for (const field of SHEET_FIELDS) {
        expect(askOf(words, field).length).toBeGreaterThan(10)
        expect(nameOf(words, field).length).toBeGreaterThan(2)
        for (const code of field.options ?? []) expect(optionOf(words, field, code).length).toBeGreaterThan(3)
      }
    }
    expect(SHEET_STEPS).toHaveLength(10)
    expect(placeOf(fieldOf('what')!)).toEqual({ step: 10, part: 4, parts: 4 })
    expect(fieldOf('nergens')).toBeNull()
  })

  test('options by their names, in the order of the sheet; what is none is left out; a long text is cut between characters', () => {
    const groups = fieldOf('groups')!
    expect(knownCodes(groups, ['justice', 'nonsense', 'working'])).toEqual(['working', 'justice'])
    expect(textOf(wordsFor('nl'), groups, { codes: ['working', 'nonsense'] })).toBe('Werkende jongeren')
    const ideal = { codes: ['else'], text: 'een school' }
    expect(textOf(wordsFor('nl'), fieldOf('ideal')!, ideal)).toBe('Anders, namelijk …\neen school')
    expect(shortened('😃😃😃😃', 3)).toBe('😃😃…')
    expect(shortened('a\nb', 3)).toBe('a b')
  })
})
