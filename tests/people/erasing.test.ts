/** Erasing everything of one person: nothing is left, nothing of others goes, and it bears company. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { eraseAnswer, withoutAnswer } from '../../src/people/erase-answer.ts'
import { erasePerson } from '../../src/people/erasing.ts'
import { readCandidates } from '../../src/rounds/start-runs.ts'
import { storeStep } from '../../src/store/replies.ts'
import type { QuestionSet } from '../../src/survey/question-set.ts'
import type { Run } from '../../src/survey/types.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { count, dump, type PersonRows, personRows, plannedRows, roundRows } from '../support/person-rows.ts'
import { eachStore } from '../support/stores.ts'

eachStore((kind, open) => {
  async function twoPeople() {
    const ground = makeGround(await open())
    await plannedRows(ground)
    return { ground, ann: await personRows(ground, 'veldmuis'), ben: await personRows(ground, 'zeearend') }
  }
  const erase = (ground: TestGround, person: PersonRows) => erasePerson(ground, person.channel, person.hash)

  test('nothing of the person is left in any table, and everything of another', async () => {
    const { ground, ann } = await twoPeople()
    const before = await dump(ground)
    expect(before.split('-veldmuis').length).toBe(before.split('-zeearend').length)
    expect(await erase(ground, ann)).toEqual({ organisations: ['xy', 'xyz'], runs: expect.arrayContaining(ann.runs) })
    const after = await dump(ground)
    for (const trace of ['veldmuis', ann.hash]) expect(after).not.toContain(trace)
    const ofBen = (text: string) => text.split('\n').filter((line) => line.includes('-zeearend'))
    expect(ofBen(after)).toEqual(ofBen(before))
    // A line without content says that somebody was erased.
    const rows = await ground.store.db.selectFrom('audit').selectAll().orderBy('organisation_id').execute()
    expect(
      rows.map(({ organisation_id, actor, action, subject }) => [organisation_id, actor, action, subject]),
    ).toEqual(['xy', 'xyz'].map((id) => [id, 'person', 'person erased', id]))
  })

  test('twice, and somebody unknown: nothing happens', async () => {
    const { ground, ann } = await twoPeople()
    await erase(ground, ann)
    const after = await dump(ground)
    expect(await erase(ground, ann)).toBeNull()
    expect(await erasePerson(ground, 'telegram', 'nobody')).toBeNull()
    expect(await erasePerson(ground, 'web', ann.hash)).toBeNull()
    expect(await dump(ground)).toBe(after)
  })

  test('a reply that comes after it finds no run, and leaves nothing behind', async () => {
    const { ground, ann } = await twoPeople()
    await erase(ground, ann)
    const after = await dump(ground)
    expect(await storeStep(ground.store.pool, typedStep(ann.runs[0]!))).toBe('moved')
    expect(await dump(ground)).toBe(after)
  })

  test('replies, sends and two wishes at the same time: all end, and nothing is left', async () => {
    const { ground, ann, ben } = await twoPeople()
    const work = [
      () => erase(ground, ann),
      () => erase(ground, ann),
      ...ann.runs.map((run) => () => storeStep(ground.store.pool, typedStep(run))),
      ...ben.runs.map((run) => () => storeStep(ground.store.pool, typedStep(run))),
      () => erase(ground, ben),
    ]
    await Promise.all(work.map((one) => one()))
    expect(await dump(ground)).not.toMatch(/veldmuis|zeearend/)
    expect(await count(ground, 'audit')).toBe(4)
  })

  describe('one answer', () => {
    test('goes with its text, the run shows it as skipped, and the line that says so holds nothing', async () => {
      const { ground, ann, ben } = await twoPeople()
      const [run] = ann.runs
      expect(await eraseAnswer(ground, ann.contact, run!, 'more')).toBe(true)
      expect(await eraseAnswer(ground, ann.contact, run!, 'worth')).toBe(true)
      const rows = await ground.store.db
        .selectFrom('answer')
        .select(['question', 'status', 'codes'])
        .where('run_id', '=', run!)
        .orderBy('question')
        .execute()
      expect(rows).toEqual([
        { question: 'more', status: 'skipped', codes: [] },
        { question: 'voice', status: 'declined', codes: [] },
        { question: 'worth', status: 'skipped', codes: [] },
      ])
      expect(await count(ground, 'open_text', `run_id = '${run}'`)).toBe(0)
      expect(await count(ground, 'open_text', `run_id = '${ben.runs[0]}'`)).toBe(1)
      const kept = await ground.store.db.selectFrom('run').select(['state', 'turn']).where('id', '=', run!).execute()
      expect(kept).toMatchObject([
        { turn: 6, state: { turn: 6, disposition: 'completed', answers: { worth: { status: 'skipped', codes: [] } } } },
      ])
      const audit = await ground.store.db.selectFrom('audit').selectAll().execute()
      expect(audit.map(({ actor, action, subject }) => [actor, action, subject])).toEqual(
        Array(2).fill(['person', 'answer erased', 'r']),
      )
    })

    test('a tap that was on its way is not lost: it finds the run moved, and is taken from there', async () => {
      const { ground, ann } = await twoPeople()
      await eraseAnswer(ground, ann.contact, ann.runs[0]!, 'worth')
      expect(await storeStep(ground.store.pool, typedStep(ann.runs[0]!, 4))).toBe('moved')
      expect(await storeStep(ground.store.pool, typedStep(ann.runs[0]!, 5))).toBe('stored')
    })

    test('of somebody else, of no question, or nothing said any more: nothing changes', async () => {
      const { ground, ann, ben } = await twoPeople()
      await eraseAnswer(ground, ann.contact, ann.runs[0]!, 'more')
      const before = await dump(ground)
      for (const [contact, run, question] of [
        [ann.contact, ben.runs[0]!, 'worth'],
        ['contact-nobody', ann.runs[0]!, 'worth'],
        [ann.contact, ann.runs[0]!, 'more'],
        [ann.contact, ann.runs[0]!, 'takeaway'],
        [ann.contact, ann.runs[0]!, 'constructor'],
        [ann.contact, 'no-run', 'worth'],
      ] as const)
        expect(await eraseAnswer(ground, contact, run, question)).toBe(false)
      expect(await dump(ground)).toBe(before)
    })

    test('of a round that is over: what was counted stays, and no card is drawn anew', async () => {
      const { ground, ann } = await twoPeople()
      await ground.store.pool.query(
        `update run set state = jsonb_set(state, '{closed}', 'true'); update round set state = 'digested'`,
      )
      await ground.store.pool.query(
        `insert into digest (organisation_id, id, round_id, content, created_at) values ('xy', 'd', 'r', '{"n":5}', now())`,
      )
      expect(await eraseAnswer(ground, ann.contact, ann.runs[0]!, 'worth')).toBe(true)
      expect(await count(ground, 'run', `id = '${ann.runs[0]}' and turn = 4`)).toBe(1)
      expect(await count(ground, 'digest', `content = '{"n":5}'`)).toBe(1)
      expect(await count(ground, 'round', `state = 'digested'`)).toBe(2)
    })
  })

  if (kind === 'embedded') return

  test('a reply that is being stored is waited for, and erased with the rest', async () => {
    const { ground, ann } = await twoPeople()
    const client = await ground.store.pool.connect()
    await client.query('begin')
    expect(await storeStep(client, typedStep(ann.runs[0]!))).toBe('stored')
    const erasing = erase(ground, ann)
    await waitedFor(ground)
    await client.query('commit')
    client.release()
    await erasing
    expect(await dump(ground)).not.toContain('veldmuis')
  })

  test('a round that is being opened is waited for, and its new run goes too', async () => {
    const { ground, ann, ben } = await twoPeople()
    await roundRows(ground, 'xy', 'r2', '2026-11-25T17:00:00Z')
    let erasing: ReturnType<typeof erase> | undefined
    await ground.store.db.transaction().execute(async (trx) => {
      const both = [ann.participants[0]!, ben.participants[0]!]
      const known = await readCandidates(ground, trx, 'xy', 'xr2', both)
      expect(known.map((one) => one.participantId).sort()).toEqual(both)
      erasing = erase(ground, ann)
      await waitedFor(ground)
      await sql`insert into run (organisation_id, id, round_id, participant_id, language, turn, state, card_turn)
        values ('xy', 'new-of-veldmuis', 'r2', ${ann.participants[0]!}, 'nl', 1, '{"closed":false}', 0)`.execute(trx)
      await sql`insert into outgoing (organisation_id, id, kind, channel, contact_id, run_id, state, send_after, attempts)
        values ('xy', 'card-of-veldmuis', 'card', 'telegram', ${ann.contact}, 'new-of-veldmuis', 'due', now(), 0)`.execute(
        trx,
      )
    })
    expect((await erasing)?.runs).toContain('new-of-veldmuis')
    expect(await dump(ground)).not.toContain('veldmuis')
  })
})

describe('a run without one of its answers', () => {
  const option = (code: string) => ({ code, text: { nl: code } })
  const set = {
    languages: ['nl'],
    accessible: false,
    questions: [
      { type: 'feeling', key: 'feel', text: { nl: 'f' }, sensitive: false, options: ['up', 'so', 'down'].map(option) },
      {
        ...{ type: 'multi', key: 'why', text: { nl: 'w' }, sensitive: false, min: 1 },
        ...{ options: ['us', 'them'].map(option), showIf: { question: 'feel', is: ['down'] } },
      },
      { type: 'text', key: 'say', text: { nl: 's' }, sensitive: false, max: 500 },
    ],
  } satisfies QuestionSet
  const given: Run = {
    ...{ turn: 3, since: 3, at: 'say', ticked: [], toggled: {}, disposition: null, closed: false, movedAt: null },
    answers: { feel: { status: 'answered', codes: ['down'] }, why: { status: 'answered', codes: ['them'] } },
  }

  test('loses what was asked only because of it, which would tell the answer', () => {
    const { run, changed } = withoutAnswer(set, given, 'feel')
    expect(changed).toEqual(['feel', 'why'])
    expect(run.answers).toEqual({
      feel: { status: 'skipped', codes: [] },
      why: { status: 'not_asked', codes: [] },
    })
    expect(run).toMatchObject({ turn: 4, since: 3, at: 'say', disposition: null })
  })

  test('keeps the card of another question answerable, also for a tap of before', () => {
    expect(withoutAnswer(set, given, 'why').run).toMatchObject({ at: 'say', since: 3, turn: 4 })
  })

  test('goes on where the question on the card is not asked any more', () => {
    const atWhy: Run = { ...given, at: 'why', ticked: ['us'], answers: { feel: given.answers.feel! } }
    expect(withoutAnswer(set, atWhy, 'feel').run).toMatchObject({ at: 'say', since: 4, turn: 4, ticked: [] })
    const short = { ...set, questions: set.questions.slice(0, 2) }
    expect(withoutAnswer(short, atWhy, 'feel').run).toMatchObject({ at: null, disposition: 'completed' })
  })

  test('has nothing ticked any more when it is the question on the card', () => {
    const again: Run = { ...given, at: 'why', ticked: ['them'], toggled: { them: 2 } }
    expect(withoutAnswer(set, again, 'why').run).toMatchObject({ at: 'why', ticked: [], toggled: {} })
  })

  test('stays on its turn when it is closed', () => {
    const { run } = withoutAnswer(set, { ...given, at: null, closed: true, disposition: 'completed' }, 'feel')
    expect(run).toMatchObject({ turn: 3, at: null, disposition: 'completed', answers: { feel: { status: 'skipped' } } })
  })
})

/** A typed answer to `more`, taken from turn 4 of a run. */
function typedStep(runId: string, turn = 4) {
  const run: Run = {
    ...{ turn: turn + 1, at: null, ticked: [], since: turn + 1, toggled: {} },
    ...{ answers: {}, disposition: 'completed' as const, closed: false, movedAt: null },
  }
  return {
    ...{ organisationId: runId.startsWith('run-xyz-') ? 'xyz' : 'xy', runId, roundId: 'r', language: 'nl' as const },
    ...{
      expectedTurn: turn,
      expectedDisposition: 'completed' as const,
      run,
      at: Temporal.Instant.from('2026-11-25T17:05:00Z'),
      day: '2026-11-25',
    },
    recorded: [
      { question: 'more', answer: { status: 'answered' as const, codes: [] }, textCipher: `cipher of ${runId}` },
    ],
    inbound: { channel: 'telegram' as const, id: `update of ${turn}` },
  }
}

/** Resolves when a statement waits for a lock. */
async function waitedFor(ground: TestGround): Promise<void> {
  for (;;) {
    const { rows } = await ground.store.pool.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if ((rows[0] as { n: number }).n > 0) return
  }
}
