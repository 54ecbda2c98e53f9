/** Something back: each who answered hears it once, in their own words and language, and nothing of anybody else. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { backCards } from '../../src/rounds/back-cards.ts'
import { nudgeDue, sendNudge } from '../../src/rounds/nudge.ts'
import { createOutbox } from '../../src/rounds/outbox.ts'
import { createPacing } from '../../src/rounds/pacing.ts'
import { queueLeftResults } from '../../src/rounds/results.ts'
import { sendBack } from '../../src/rounds/send-result.ts'
import type { Row } from '../../src/rounds/send-row.ts'
import { writeFeedback } from '../../src/rounds/write-feedback.ts'
import { readSettings } from '../../src/settings.ts'
import { plain } from '../support/app.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { serverExpected } from '../support/postgres.ts'
import { digestOf, keptDelivery, many, pairedSession, sessionRows, type Tapper } from '../support/session-rows.ts'
import { eachStore } from '../support/stores.ts'

const AT_ONCE = { schoolHours: 'none' as const }
const GROUP: Tapper[] = [
  ...many(12, 'both', 'okay', 'good'),
  { name: 'ann', start: 'not_good', end: 'very_good' },
  { name: 'early', start: 'good', end: null, language: 'en' },
  { name: 'late', start: null, end: 'okay', language: 'ar' },
  { name: 'unsure', start: 'good', end: '?' },
]

const rowsOf = async (ground: TestGround, kind: string) =>
  (
    await sql<Row>`select *, claimed_until::text as claim from outgoing where kind = ${kind} order by id`.execute(
      ground.store.db,
    )
  ).rows

const rowFor = async (ground: TestGround, name: string, kind = 'result') =>
  (await rowsOf(ground, kind)).find((row) => row.contact_id === `contact-${name}`)!

/** What the person reads now; null when nothing is sent. */
async function readBy(ground: TestGround, name: string, kind = 'result'): Promise<string | null> {
  const { sent, delivery } = keptDelivery()
  await sendBack(ground, delivery, await rowFor(ground, name, kind))
  expect(sent.length).toBeLessThanOrEqual(1)
  return sent[0] ? sent[0].prompt.lines.map(({ text }) => plain(text)).join('\n') : null
}

async function digested(ground: TestGround, people: Tapper[] = GROUP): Promise<TestGround> {
  await pairedSession(ground, people)
  await digestOf(ground, 'start')
  await digestOf(ground, 'end')
  return ground
}

eachStore((kind, open) => {
  test('one row for each who answered, with the end of the session; none at its start', async () => {
    const ground = makeGround(await open(), undefined, AT_ONCE)
    await pairedSession(ground, [...GROUP, { name: 'example', start: 'good', end: 'good', example: true }])
    await digestOf(ground, 'start')
    expect(await rowsOf(ground, 'result')).toEqual([])
    await digestOf(ground, 'end')
    await digestOf(ground, 'end')
    const rows = await rowsOf(ground, 'result')
    expect(rows.map(({ contact_id }) => contact_id).toSorted()).toEqual(
      GROUP.map(({ name }) => `contact-${name}`).toSorted(),
    )
    expect(new Set(rows.map(({ subject_id }) => subject_id))).toEqual(new Set(['end']))
    // Nothing personal stands in a row that waits.
    expect(JSON.stringify(rows)).not.toMatch(/good|okay|platform-id/)
  })

  test('own start and end in own words, and the group as the digest has it', async () => {
    const ground = await digested(makeGround(await open(), undefined, AT_ONCE))
    const text = (await readBy(ground, 'ann'))!
    expect(text.split('\n')).toEqual([
      'Er is een antwoord voor jou.',
      'Activiteit, 25 november',
      'Jij, bij de start: niet goed. Jij, op het einde: heel goed.',
      'En samen:',
      'Hoe voel je je nu?',
      '– heel goed, goed of gewoon: minstens 13 van 15',
      '– niet goed, heel slecht of geen antwoord: hoogstens 2 van 15',
      'Dit gaat over wie antwoordde. Je hoeft niets te doen.',
    ])
    expect(await readBy(ground, 'early')).toContain('You, at the start: good.')
    expect(await readBy(ground, 'late')).toContain('جوابك في النهاية: عادي.')
    expect(await readBy(ground, 'unsure')).toContain('Jij, bij de start: goed.')
  })

  test('a group below the floor: the own line, and that it is too few; no figure', async () => {
    const ground = await digested(makeGround(await open(), undefined, AT_ONCE), many(4, 'few', 'okay', 'good'))
    const text = (await readBy(ground, 'few1'))!
    expect(text).toContain('Jij, bij de start: gewoon. Jij, op het einde: goed.')
    expect(text).toContain('Jullie waren met te weinig om cijfers te tonen.')
    expect(text.replace('25 november', '')).not.toMatch(/\d/)
  })

  // The rest asks nothing of a database that the tests above did not ask.
  if (kind === 'embedded' && serverExpected()) return

  test.each([
    ['stopped', `update participant set state = 'stopped' where id = 'p-ann'`],
    ['withdrew', `update consent set withdrawn_on = '2026-11-25' where participant_id = 'p-ann'`],
    ['is gone', `update contact set state = 'gone' where id = 'contact-ann'`],
    ['pauses', `update contact set paused_until = '2027-01-01' where id = 'contact-ann'`],
    ['erased their answers', `delete from answer where run_id like '%-ann'`],
  ])('who %s hears nothing', async (_what, statement) => {
    const ground = await digested(makeGround(await open(), undefined, AT_ONCE))
    await sql.raw(statement).execute(ground.store.db)
    expect(await readBy(ground, 'ann')).toBeNull()
    expect(await readBy(ground, 'both1')).not.toBeNull()
  })

  test('it waits for the morning, and for the rest that somebody asked for', async () => {
    const ground = await digested(makeGround(await open(), '2026-11-25T21:30:00Z', AT_ONCE))
    const row = await rowFor(ground, 'ann')
    expect(row.send_after.toISOString()).toBe('2026-11-26T08:00:00.000Z')
    const { sent, delivery } = keptDelivery()
    expect(await sendBack(ground, delivery, row)).toMatchObject({ outcome: 'quiet' })
    ground.clock.set('2026-11-26T08:00:00Z')
    await sql`update contact set rest = '{"quiet":{"from":"08:00","until":"16:00"}}' where id = 'contact-ann'`.execute(
      ground.store.db,
    )
    expect(await sendBack(ground, delivery, row)).toEqual({
      outcome: 'quiet',
      at: Temporal.Instant.from('2026-11-26T15:00:00Z'),
    })
    expect(sent).toEqual([])
  })

  test('it stands on a web page for two weeks, without emoji for who wants none', async () => {
    const ground = makeGround(await open(), undefined, AT_ONCE)
    await digested(ground, [...GROUP, { name: 'web', start: 'okay', end: 'good', channel: 'web' }])
    const address = { channel: 'web' as const, id: 'platform-id-of-web' }
    expect(await backCards(ground, address)).toEqual([])
    await sql`update outgoing set state = 'sent'`.execute(ground.store.db)
    await sql`update contact set text_only = true where id = 'contact-web'`.execute(ground.store.db)
    const [card] = await backCards(ground, address)
    expect(card).toMatchObject({ kind: 'notice', textOnly: true })
    expect(card!.lines.map(({ text }) => plain(text))).toContain('Jij, bij de start: gewoon. Jij, op het einde: goed.')
    ground.clock.pass({ hours: 24 * 14 + 1 })
    expect(await backCards(ground, address)).toEqual([])
  })

  test('when the end never came, the start is the result a day later; once', async () => {
    const ground = makeGround(await open(), undefined, AT_ONCE)
    await pairedSession(ground, many(6, 'early', 'good', null), { end: false })
    await digestOf(ground, 'start')
    const organisation = ground.config().organisations.get('xyz')!
    const look = () => queueLeftResults(ground, organisation, ground.clock.now())
    await look()
    expect(await rowsOf(ground, 'result')).toEqual([])
    ground.clock.pass({ hours: 25 })
    await look()
    await look()
    expect(await rowsOf(ground, 'result')).toHaveLength(6)
    expect(await readBy(ground, 'early1')).toContain('Hoe voel je je nu? Jij zei: goed.')
  })

  test('what the coach wrote goes once to who took part, at the start or at the end, in their language', async () => {
    const ground = await digested(makeGround(await open(), undefined, AT_ONCE))
    const organisation = ground.config().organisations.get('xyz')!
    const { id } = await ground.store.db
      .selectFrom('digest')
      .select('id')
      .where('round_id', '=', 'end')
      .executeTakeFirstOrThrow()
    const draft = {
      nl: { said: 'het was <b>fijn</b>', doing: 'we gaan verder', cannot: 'er is geen geld' },
      en: { said: 'it was nice', doing: 'we go on', cannot: '' },
    }
    expect(await writeFeedback(ground, organisation, id, draft, 'coach')).toBeNull()
    expect(await writeFeedback(ground, organisation, id, draft, 'coach')).toBe('desk-feedback-sent')
    expect(await rowsOf(ground, 'feedback')).toHaveLength(GROUP.length)
    expect(await readBy(ground, 'ann', 'feedback')).toBe(
      'Er is een bericht terug.\nActiviteit, 25 november\nJullie zeiden: het was <b>fijn</b>\nWij doen: we gaan verder\nDit lukt nu niet, want: er is geen geld',
    )
    expect(await readBy(ground, 'early', 'feedback')).toContain('We do: we go on')
    expect(await readBy(ground, 'late', 'feedback')).toContain('قلتم: het was <b>fijn</b>')
    await sql`update participant set state = 'stopped' where id = 'p-ann'`.execute(ground.store.db)
    expect(await readBy(ground, 'ann', 'feedback')).toBeNull()
  })

  test('it leaves before what is due at the same moment', async () => {
    const ground = await digested(makeGround(await open(), undefined, AT_ONCE), many(6, 'both', 'okay', 'good'))
    const organisation = ground.config().organisations.get('xyz')!
    const { id } = await ground.store.db
      .selectFrom('digest')
      .select('id')
      .where('round_id', '=', 'end')
      .executeTakeFirstOrThrow()
    await writeFeedback(ground, organisation, id, { nl: { said: 'a', doing: 'b', cannot: '' } }, 'coach')
    await sql`delete from outgoing where kind = 'result'`.execute(ground.store.db)
    const notice = { kind: 'notice', language: 'nl', lines: [{ text: 'een vraag' }], choices: [] }
    await sql`insert into outgoing (organisation_id, id, kind, channel, contact_id, notice, state, send_after, attempts)
      select organisation_id, 'a' || id, 'notice', channel, contact_id, ${JSON.stringify(notice)}::jsonb, 'due', send_after, 0 from outgoing where kind = 'feedback'`.execute(
      ground.store.db,
    )
    const { sent, delivery } = keptDelivery()
    const outbox = createOutbox(
      ground,
      { runs: {} as never, delivery, pacing: createPacing(ground, readSettings({}).pace) },
      ['telegram'],
    )
    await outbox.drain()
    await outbox.stop()
    expect(sent.map(({ prompt }) => prompt.lines[0]!.text === 'een vraag')).toEqual([
      ...Array<boolean>(6).fill(false),
      ...Array<boolean>(6).fill(true),
    ])
  })

  test('one word to the coach after five days, without figures; none when it was written or few answered', async () => {
    const ground = makeGround(await open(), undefined, AT_ONCE)
    await digested(ground)
    const address = { channel: 'telegram' as const, id: '-100' }
    await sql`insert into place (organisation_id, id, purpose, channel, address_hash, address_cipher, state, linked_at)
      values ('xyz', 'coach', 'coach', 'telegram', 'h', ${ground.vault.encryptAddress(address)}, 'linked', now())`.execute(
      ground.store.db,
    )
    const look = () => nudgeDue(ground, ground.clock.now())
    ground.clock.pass({ hours: 5 * 24 - 1 })
    await look()
    expect(await rowsOf(ground, 'nudge')).toEqual([])
    ground.clock.pass({ hours: 2 })
    await look()
    await look()
    const [row, ...more] = await rowsOf(ground, 'nudge')
    expect(more).toEqual([])
    const { sent, delivery } = keptDelivery()
    await sendNudge(ground, delivery, row!, address)
    const text = sent[0]!.prompt.lines.map((line) => plain(line.text)).join('\n')
    expect(text).toContain('Nog te doen: een woord terug aan de jongeren')
    expect(text.replace('25 november', '')).not.toMatch(/\d/)
    const organisation = ground.config().organisations.get('xyz')!
    await writeFeedback(ground, organisation, row!.digest_id!, { nl: { said: 'a', doing: 'b', cannot: '' } }, 'coach')
    expect(await sendNudge(ground, delivery, row!, address)).toEqual({ outcome: 'pointless' })
    expect(sent).toHaveLength(1)
    // Few answered: nobody is asked to write, and nobody is kept from it.
    await sessionRows(ground, '2', many(4, 'both', 'good', 'good'))
    await digestOf(ground, 'start2')
    await digestOf(ground, 'end2')
    ground.clock.pass({ hours: 6 * 24 })
    await look()
    expect(await rowsOf(ground, 'nudge')).toHaveLength(1)
  })

  test('the next session that opens is the other moment for that word', async () => {
    const ground = makeGround(await open(), undefined, AT_ONCE)
    await digested(ground)
    await sql`insert into place (organisation_id, id, purpose, channel, address_hash, address_cipher, state, linked_at)
      values ('xyz', 'coach', 'coach', 'telegram', 'h', 'c', 'linked', now())`.execute(ground.store.db)
    ground.clock.pass({ hours: 24 })
    await nudgeDue(ground, ground.clock.now())
    expect(await rowsOf(ground, 'nudge')).toEqual([])
    await sessionRows(ground, '2', [], { end: false })
    await sql`update round set opens_at = ${ground.clock.now().toString()}::timestamptz where id = 'start2'`.execute(
      ground.store.db,
    )
    await nudgeDue(ground, ground.clock.now())
    expect(await rowsOf(ground, 'nudge')).toHaveLength(1)
  })
})
