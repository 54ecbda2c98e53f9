/** Erasing an own worksheet asks nothing of a second connection: the embedded database has one. */
import { expect, test } from 'vitest'
import { eraseField, eraseSheet, eraseWriter } from '../../src/dialogue/sheet-erasing.ts'
import { fieldOf, keepField } from '../../src/dialogue/sheet-own.ts'
import { openWriter } from '../../src/dialogue/sheet-writers.ts'
import { makeGround } from '../support/ground.ts'
import { eachStore } from '../support/stores.ts'

const LONG = 90_000

eachStore((_kind, open) => {
  test('a field, a worksheet and a writer are erased on either database', { timeout: LONG }, async () => {
    const ground = makeGround(await open())
    const jo = await openWriter(ground, { channel: 'telegram', id: '1' }, { name: 'Jo', partner: 'XY' })
    const left = async () =>
      (await ground.store.db.selectFrom('sheet_field').select('field').orderBy('field').execute()).map(
        ({ field }) => field,
      )
    for (const field of ['need', 'goal']) await keepField(ground, jo.id, fieldOf(field)!, { text: 'op' })
    await eraseField(ground, jo.id, 'need')
    expect(await left()).toEqual(['goal'])
    await eraseSheet(ground, jo.id)
    expect(await left()).toEqual([])
    await eraseWriter(ground, jo.id)
    expect(await ground.store.db.selectFrom('writer').selectAll().execute()).toEqual([])
  })
})
