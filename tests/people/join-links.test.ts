import { expect, test } from 'vitest'
import { joinToken, readJoinLink } from '../../src/people/join-links.ts'
import { makeGround } from '../support/ground.ts'
import { plannedRows } from '../support/person-rows.ts'
import { eachStore } from '../support/stores.ts'

eachStore((_, open) => {
  test('the link on the wall works until another takes its place, also in a year of one day more', async () => {
    const ground = makeGround(await open(), '2028-01-01T00:00:05Z')
    await plannedRows(ground)
    const first = await joinToken(ground, 'xy')
    for (const at of ['2028-12-31T00:01:00Z', '2028-12-31T23:59:00Z', '2029-01-01T00:01:00Z']) {
      ground.clock.set(at)
      expect(await readJoinLink(ground, await joinToken(ground, 'xy')), at).toMatchObject({ organisationId: 'xy' })
    }
    expect(await joinToken(ground, 'xy')).not.toBe(first)
    ground.clock.set('2029-01-02T00:01:00Z')
    expect(await readJoinLink(ground, first)).toEqual({ fault: 'expired' })
  })
})
