import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { keepPlan } from '../../src/store/kept-plans.ts'
import { eachStore } from '../support/stores.ts'

eachStore((_, open) => {
  test('a marked statement is planned once on its connection, written out or built, and any other one never kept', async () => {
    const { db } = await open()
    await db.transaction().execute(async (trx) => {
      for (const n of [1, 2, 3]) {
        const { rows } = await sql<{
          n: number
        }>`with ${keepPlan} one as (select ${n}::int as n) select n from one`.execute(trx)
        expect(rows).toEqual([{ n }])
        await trx.selectFrom('round').select('id').where('id', '=', `r${n}`).modifyFront(keepPlan).execute()
        await sql`select ${n}::int as other, '/* kept */' as said`.execute(trx)
      }
      const { rows: kept } = await sql<{ statement: string; times: number }>`
        select statement, (generic_plans + custom_plans)::int as times from pg_prepared_statements
        where name like 'kept-%' order by 1`.execute(trx)
      expect(kept.map(({ statement, times }) => [statement.slice(0, 17), times])).toEqual([
        ['select /* kept */', 3],
        ['with /* kept */ o', 3],
      ])
    })
  })

  test('a marked statement that fails fails alone: the next one comes through, and the same one too', async () => {
    const { db } = await open()
    const half = (n: number) =>
      sql<{ half: number }>`with ${keepPlan} one as (select ${n}::int as n) select 2 / n as half from one`.execute(db)
    await expect(half(0)).rejects.toMatchObject({ code: '22012' })
    expect((await half(1)).rows).toEqual([{ half: 2 }])
    await expect(half(0)).rejects.toMatchObject({ code: '22012' })
    expect((await half(2)).rows).toEqual([{ half: 1 }])
  })
})
