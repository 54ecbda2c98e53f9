/** Sessions too small to show, in the store: taken together once, by who is there, and never looked at twice. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Digest } from '../../src/digest/content.ts'
import { erasePerson } from '../../src/people/erasing.ts'
import { stopAsking } from '../../src/people/stopping.ts'
import { publishDigest } from '../../src/rounds/publish-digest.ts'
import { takeTogether } from '../../src/rounds/rollups.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { digestOf, many, pairedSession, sessionRows, type Tapper } from '../support/session-rows.ts'
import { eachStore } from '../support/stores.ts'

const ONLY_START = { end: false }
const AT = '2026-11-25T17:00:00Z'

/** Who taps what at the start: 'ann:good bea:okay'. */
const taps = (text: string): Tapper[] =>
  text.split(' ').map((one) => {
    const [name, start] = one.split(':') as [string, string]
    return { name, start, end: null }
  })

/** Sessions on days in a row, each with its digest made. */
async function sessions(ground: TestGround, groups: Tapper[][], from = 0): Promise<void> {
  for (const [i, people] of groups.entries()) {
    const mark = String.fromCharCode(97 + from + i)
    await sessionRows(ground, mark, people, ONLY_START)
    const day = `2026-11-0${from + i + 1}T15:00:00Z`
    await sql`update session set starts_at = ${day}::timestamptz, ends_at = ${day}::timestamptz where id = ${`x${mark}`}`.execute(
      ground.store.db,
    )
    await sql`update round set opens_at = ${day}::timestamptz, closes_at = ${day}::timestamptz where id = ${`start${mark}`}`.execute(
      ground.store.db,
    )
    await digestOf(ground, `start${mark}`)
  }
}

async function place(ground: TestGround, purpose: string): Promise<void> {
  await sql`insert into place (organisation_id, id, purpose, channel, address_hash, address_cipher, state, linked_at)
    values ('xyz', ${purpose}, ${purpose}, 'telegram', ${purpose}, 'x', 'linked', ${AT}::timestamptz)`.execute(
    ground.store.db,
  )
}

const open = async (openStore: () => Promise<TestGround['store']>) => {
  const ground = makeGround(await openStore(), AT)
  await pairedSession(ground, [], ONLY_START)
  await sql`delete from round`.execute(ground.store.db)
  await sql`delete from session`.execute(ground.store.db)
  return ground
}
const xyz = (ground: TestGround) => ground.config().organisations.get('xyz')!
const together = (ground: TestGround) => takeTogether(ground, xyz(ground), ground.clock.now())
const rolled = async (ground: TestGround) => {
  const rows = await ground.store.db.selectFrom('digest').selectAll().where('round_id', 'is', null).execute()
  return rows.map((row) => ({ id: row.id, content: row.content as unknown as Digest }))
}
const tried = async (ground: TestGround) =>
  (await ground.store.db.selectFrom('rollup_part').selectAll().orderBy('round_id').execute()).map(
    (row) => `${row.round_id}${row.digest_id ? '+' : ''}`,
  )

const THREE = [
  taps('ann:good bea:good cas:okay'),
  taps('ann:not_good dee:good fay:good'),
  taps('eve:good bea:not_good cas:very_bad'),
]

eachStore((_, openStore) => {
  test('three small sessions: one digest, by the last answer of each, posted like any other, once', async () => {
    const ground = await open(openStore)
    await place(ground, 'coach')
    await place(ground, 'team')
    await place(ground, 'join')
    await sessions(ground, THREE.slice(0, 2))
    expect(await together(ground)).toBe(0)
    expect(await tried(ground)).toEqual([])
    await sessions(ground, THREE.slice(2), 2)
    expect(await together(ground)).toBe(1)
    expect(await together(ground)).toBe(0)
    const [made, ...more] = await rolled(ground)
    expect(more).toEqual([])
    // By last answers three are not good; by first answers nobody.
    expect(made!.content).toMatchObject({
      together: { sessions: 3, from: '2026-11-01' },
      date: '2026-11-03',
      moment: 'start',
      base: 5,
      example: false,
      participation: { form: 'at_least', count: 5 },
    })
    expect(made!.content.questions[0]!.released).toEqual({ form: 'spread' })
    expect(await tried(ground)).toEqual(['starta+', 'startb+', 'startc+'])
    const queued = await ground.store.db
      .selectFrom('outgoing')
      .select(['place_id', 'kind', 'state'])
      .where('digest_id', '=', made!.id)
      .orderBy('place_id')
      .execute()
    expect(queued.map(({ place_id, kind, state }) => `${place_id} ${kind} ${state}`)).toEqual([
      'coach digest due',
      'team digest due',
    ])
    const logged = await ground.store.db.selectFrom('release').selectAll().where('digest_id', '=', made!.id).execute()
    expect(logged).toHaveLength(made!.content.released.length)
    expect(JSON.stringify([made, logged])).not.toMatch(/[Tt]\d\d:/)
    expect(JSON.stringify([made, logged, ground.logs])).not.toMatch(/p-(ann|bea|cas)|run-/)
  })

  test('a try that showed nothing is not made again, whoever goes in between', async () => {
    const ground = await open(openStore)
    await sessions(ground, [taps('ann:good bea:good'), taps('ann:good'), taps('cas:good bea:okay dee:good')])
    expect(await together(ground)).toBe(0)
    expect(await tried(ground)).toEqual(['starta', 'startb', 'startc'])
    // Somebody comes in where they were not counted before: a second look would show it.
    const five = taps('extra:good').concat(many(3, 'more', 'good', null))
    for (const person of five) {
      await sql`insert into participant values ('xyz', ${`p-${person.name}`}, 'nl', 'joined', false, '2026-11-20')`.execute(
        ground.store.db,
      )
      await sql`insert into run values ('xyz', ${`late-${person.name}`}, 'starta', ${`p-${person.name}`}, 'nl', 2, '{"closed":true}', 'completed', null, 2, null)`.execute(
        ground.store.db,
      )
      await sql`insert into answer values ('xyz', ${`late-${person.name}`}, 'feeling', 'starta', 'answered', '{good}', 'nl', '2026-11-01')`.execute(
        ground.store.db,
      )
    }
    expect(await together(ground)).toBe(0)
    expect(await rolled(ground)).toEqual([])
  })

  test('what was tried waits for the next three, and they are shown together', async () => {
    const ground = await open(openStore)
    await sessions(ground, [taps('ann:good bea:good'), taps('ann:good'), taps('cas:good bea:okay')])
    expect(await together(ground)).toBe(0)
    await sessions(ground, [taps('ann:not_good'), taps('dee:good'), taps('eve:good')], 3)
    expect(await together(ground)).toBe(1)
    expect((await rolled(ground))[0]!.content.together).toEqual({ sessions: 6, from: '2026-11-01' })
    expect((await tried(ground)).every((one) => one.endsWith('+'))).toBe(true)
  })

  test('who erased everything, stopped, was not there or said nothing is not in it', async () => {
    const ground = await open(openStore)
    await sessions(ground, THREE)
    const address = ground.vault.hashAddress({ channel: 'telegram', id: 'platform-id-of-cas' })
    expect(await erasePerson(ground, 'telegram', address)).not.toBeNull()
    await stopAsking(ground, 'xyz', 'p-dee')
    expect(await together(ground)).toBe(0)
    expect(await tried(ground)).toEqual(['starta', 'startb', 'startc'])
  })

  test('an erasure afterwards changes nothing that was made, and makes nothing new', async () => {
    const ground = await open(openStore)
    await sessions(ground, THREE)
    await together(ground)
    const before = await rolled(ground)
    const address = ground.vault.hashAddress({ channel: 'telegram', id: 'platform-id-of-cas' })
    await erasePerson(ground, 'telegram', address)
    await sql`update session set headcount = 40`.execute(ground.store.db)
    expect(await together(ground)).toBe(0)
    expect(await rolled(ground)).toEqual(before)
  })

  test('rounds that were shown, tiny ones, and other surveys, versions and years stay out', async () => {
    const ground = await open(openStore)
    await sessions(ground, [...THREE, many(6, 'full', 'good', null), taps('gus:good hal:good')])
    await sql`update session set headcount = 3 where id = 'xa'`.execute(ground.store.db)
    await sql`update session set starts_at = '2026-08-20T15:00:00Z' where id = 'xb'`.execute(ground.store.db)
    expect(await together(ground)).toBe(0)
    expect(await tried(ground)).toEqual([])
    await sql`update session set starts_at = '2026-11-02T15:00:00Z' where id = 'xb'`.execute(ground.store.db)
    expect(await together(ground)).toBe(1)
    expect(await tried(ground)).toEqual(['startb+', 'startc+', 'starte+'])
  })

  test('at the end of the working year two are enough, once nothing is to come', async () => {
    const ground = await open(openStore)
    await sessions(ground, [taps('ann:good bea:good cas:okay'), taps('dee:good eve:good')])
    ground.clock.set('2027-08-25T12:00:00Z')
    await sql`insert into session (organisation_id, id, series_id, starts_at, ends_at, state, by_hand)
      values ('xyz', 'last', 'activiteit', '2027-08-27T14:00:00Z', '2027-08-27T16:00:00Z', 'planned', true)`.execute(
      ground.store.db,
    )
    expect(await together(ground)).toBe(0)
    ground.clock.set('2027-08-29T12:00:00Z')
    expect(await together(ground)).toBe(1)
    expect((await rolled(ground))[0]!.content.together!.sessions).toBe(2)
  })

  test('examples say so, and two instances make one', async () => {
    const ground = await open(openStore)
    const example = THREE[2]!.map((person) => ({ ...person, example: true }))
    await sessions(ground, [THREE[0]!, THREE[1]!, example])
    const made = await Promise.all([together(ground), together(ground)])
    expect(made.toSorted()).toEqual([0, 1])
    const all = await rolled(ground)
    expect(all.map(({ content }) => content.example)).toEqual([true])
  })

  test('no way leads to a second figure about the same answers', async () => {
    const ground = await open(openStore)
    await sessions(ground, [...THREE, many(6, 'full', 'good', null)])
    await together(ground)
    const [made] = await rolled(ground)
    const again = (roundIds: string[]) =>
      ground.store.db
        .transaction()
        .execute((trx) =>
          publishDigest(ground, trx, { organisationId: 'xyz', roundId: null, roundIds, content: made!.content }),
        )
    await expect(again(['starta', 'startb', 'startc'])).rejects.toThrow(/published/)
    await expect(again(['startc'])).rejects.toThrow(/published/)
    await expect(again(['startd'])).rejects.toThrow(/published/)
    await expect(again(['new', 'new'])).rejects.toThrow(/overlap/)
    expect(await rolled(ground)).toHaveLength(1)
  })
})
