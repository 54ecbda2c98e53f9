/** How often the database is asked: a sweep in which nothing is due costs the same for few organisations and for many. */
import { expect, test } from 'vitest'
import { syncPlan } from '../../src/dialogue/agreements.ts'
import { proposeSharing } from '../../src/dialogue/data-agreements.ts'
import { startYearStory } from '../../src/dialogue/story-change.ts'
import { beginTalk, sayInTalk } from '../../src/dialogue/talk.ts'
import { syncTimeline } from '../../src/dialogue/timeline-sync.ts'
import type { Ground } from '../../src/ground.ts'
import { copyMethod } from '../../src/instrumentarium/drafts.ts'
import { ensurePagePlace } from '../../src/people/places.ts'
import { readLiveMarks } from '../../src/rounds/live-marks.ts'
import { readOverview } from '../../src/rounds/overview.ts'
import { roundFactsReader } from '../../src/rounds/round-facts.ts'
import { createSweep } from '../../src/rounds/sweep.ts'
import type { Store } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'
import { plannedRows } from '../support/person-rows.ts'
import { countStatements as counting } from '../support/statements.ts'
import { oneStore } from '../support/stores.ts'

oneStore((open) => {
  test('an idle sweep asks as much for twelve organisations as for three, and a page no more', {
    timeout: 120_000,
  }, async () => {
    const asked = { sweep: [] as number[], page: [] as number[] }
    for (const many of [3, 12]) {
      const store = await open()
      const ground = await withOrganisations(store, many)
      for (const id of ground.config().organisations.keys()) await shares(ground, id, id === 'xy' ? many : 0)
      const sweep = createSweep(ground, { readFacts: roundFactsReader(ground), wake() {} })
      await sweep()
      await sweep()
      const statements = counting(store)
      await sweep()
      asked.sweep.push(statements())
      await readOverview(ground, ground.config().organisations.get('xy')!, [])
      asked.page.push(statements())
    }
    expect(asked.sweep[0]).toBeLessThan(20)
    expect(asked.sweep[1]).toBe(asked.sweep[0])
    expect(asked.page[0]).toBeLessThan(30)
    expect(asked.page[1]).toBe(asked.page[0])
  })

  test('what a live page depends on is one question, and is other after each change of it', async () => {
    const store = await open()
    const ground = makeGround(store)
    await plannedRows(ground)
    const statements = counting(store)
    const seen = [await readLiveMarks(ground, 'xy')]
    expect(statements()).toBe(1)
    expect(await readLiveMarks(ground, 'xy')).toBe(seen[0])
    for (const change of [
      `update round set state = 'closed' where organisation_id = 'xy'`,
      `update session set theme = 'vriendschap' where organisation_id = 'xy'`,
      `insert into digest (organisation_id, id, round_id, content, created_at) values ('xy', 'd', 'r', '{}', now())`,
      `insert into feedback (organisation_id, digest_id, content, written_at) values ('xy', 'd', '{}', now())`,
      `insert into working_year values ('xy', 2026, false, 's', now())`,
      `insert into participant (organisation_id, id, language, state, example, joined_on) values ('xy', 'p', 'nl', 'joined', false, '2026-11-25');
       insert into run (organisation_id, id, round_id, participant_id, language, turn, state, card_turn) values ('xy', 'u', 'r', 'p', 'nl', 1, '{}', 1)`,
      `insert into place (organisation_id, id, purpose, channel, address_hash, address_cipher, state, linked_at) values ('xy', 'l', 'coach', 'telegram', 'h', 'c', 'linked', now());
       insert into outgoing (organisation_id, id, kind, channel, place_id, digest_id, state, send_after, attempts) values ('xy', 'o', 'digest', 'telegram', 'l', 'd', 'sent', now(), 0)`,
    ]) {
      for (const one of change.split(';')) await store.pool.query(one)
      seen.push(await readLiveMarks(ground, 'xy'))
    }
    expect(new Set(seen).size).toBe(8)
    await store.pool.query(`update round set state = 'cancelled' where organisation_id = 'xyz'`)
    expect(await readLiveMarks(ground, 'xy')).toBe(seen.at(-1))
  })
})

/** What an organisation has to do with others: so many of its own methods, agreements and tasks in its talk, and a story. */
async function shares(ground: Ground, at: string, many: number): Promise<void> {
  const organisation = ground.config().organisations.get(at)!
  const may = () => true
  const hand = { by: 'lead', staffId: 'lead', name: 'Lead', key: null, may }
  const first = await copyMethod(ground, organisation, hand, 'stem')
  if (!first.ok) throw new Error(first.fault)
  for (let each = 0; each < many; each += 1) {
    // Copied from an own one: nothing of it is in a file.
    await copyMethod(ground, organisation, hand, first.value.id)
    const wish = {
      receiver: 'Stad',
      purpose: 'Nagaan hoe het gaat',
      surveyId: null,
      year: 2026,
      level: 'aggregates' as const,
    }
    await proposeSharing(ground, organisation, { ...wish, endsOn: '2027-06-30' }, hand)
    await sayInTalk(ground, await beginTalk(ground, organisation, 'lead'), 'not', { text: `Niet ${each}` }, 'Lead')
  }
  await startYearStory(ground, organisation, 2026, 'nl', 'lead')
}

/** The sample organisations again and again, each with a name of its own. */
async function withOrganisations(store: Store, many: number): Promise<Ground> {
  const ground = makeGround(store, '2026-11-25T12:00:00Z')
  const samples = [...ground.config().organisations.values()]
  const organisations = new Map(
    Array.from({ length: many }, (_, at) => {
      const sample = samples[at % samples.length]!
      const id = at < samples.length ? sample.id : `${sample.id}${at}`
      return [id, { ...sample, id }] as const
    }),
  )
  const config = { ...ground.config(), organisations }
  const all = { ...ground, config: () => config }
  await syncPlan(all, config)
  for (const organisation of organisations.values()) {
    await ensurePagePlace(all, organisation.id)
    await syncTimeline(all, organisation)
  }
  return all
}
