/** The rules of a quote: small groups, one chance, two people, a day, and away at any wish. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { eraseOpenAnswer, keepOpenAnswer, readOpenAnswers } from '../../src/dialogue/open-answers.ts'
import { draftQuote, dropDraft, sendDraft } from '../../src/dialogue/quote-drafts.ts'
import { answerQuote, approveQuote, nextPosting, withdrawQuote } from '../../src/dialogue/quotes.ts'
import { eraseAnswer } from '../../src/people/erase-answer.ts'
import { erasePerson } from '../../src/people/erasing.ts'
import { sweepRetention } from '../../src/people/retention.ts'
import { makeGround } from '../support/ground.ts'
import { count, dump } from '../support/person-rows.ts'
import {
  answerOf,
  eyes,
  NOOR,
  organisationOf,
  quoteOf,
  quotesIn,
  rowsOf,
  writers,
  writtenRows,
} from '../support/quote-rows.ts'
import { oneStore } from '../support/stores.ts'

const at = (text: string) => Temporal.Instant.from(text)

oneStore((open) => {
  const ten = async () => {
    const ground = makeGround(await open())
    await writtenRows(ground, [...writers(9, 5), { name: 'ann', text: 'Meer tijd graag' }])
    return ground
  }

  describe('small groups', () => {
    test.each([
      ['too few answered', 4, 4, [], null],
      ['everybody wrote, so that a quote would say so', 7, 7, [], 'Meetingpoint'],
      ['too few wrote', 12, 4, [], 'Meetingpoint'],
      ['enough', 8, 5, ['quote', 'paraphrase'], 'Meetingpoint'],
    ] as const)('%s', async (_name, people, wrote, may, activity) => {
      const ground = makeGround(await open())
      await writtenRows(ground, writers(people, wrote))
      const answers = await readOpenAnswers(ground, organisationOf(ground))
      expect(answers).toHaveLength(wrote)
      for (const answer of answers) expect([answer.may, answer.activity]).toEqual([may, activity])
      const given = { form: 'quote' as const, text: 'Kort', staffId: NOOR }
      const drafted = await draftQuote(ground, organisationOf(ground), answers[0]!, given)
      expect(typeof drafted === 'string' ? drafted : 'drafted').toBe(may.length > 0 ? 'drafted' : 'not-allowed')
    })

    test.each([
      [12, 9, []],
      [12, 10, []],
      [13, 10, ['paraphrase']],
    ] as const)('a sensitive question, %i people of whom %i wrote', async (people, wrote, may) => {
      const ground = makeGround(await open())
      await writtenRows(ground, writers(people, wrote), { set: 'uitgangsvraag', question: 'more' })
      for (const answer of await readOpenAnswers(ground, organisationOf(ground)))
        expect([answer.may, answer.offDiscord]).toEqual([may, true])
    })
  })

  test('read in an order of their own, and nothing in them says who or when', async () => {
    const ground = await ten()
    const answers = await readOpenAnswers(ground, organisationOf(ground))
    expect(answers.map(({ ref }) => ref)).toEqual(answers.map(({ ref }) => ref).sort())
    expect(answers.map(({ text }) => text)).not.toEqual(answers.map(({ text }) => text).sort())
    expect(new Set(answers.map(({ ref }) => ref)).size).toBe(6)
    expect(JSON.stringify(answers.map(({ runId: _runId, ...shown }) => shown))).not.toMatch(
      /2026|telegram|pseudonym|run-/,
    )
  })

  test('two moderators at once: one of them asks, and the answer is asked about once', async () => {
    const ground = await ten()
    const answer = await answerOf(ground, 'ann')
    const draft = (staffId: string) =>
      draftQuote(ground, organisationOf(ground), answer, { form: 'quote', text: 'Kort', staffId })
    const [first, second] = [await draft(NOOR), await draft('staff-3')]
    if (typeof first === 'string' || typeof second === 'string') throw new Error('no draft')
    // The later draft took the place of the earlier one: whoever wrote that is told so.
    expect(second.id).toBe(first.id)
    expect(await sendDraft(ground, 'xy', first.id, NOOR)).toBe('taken')
    expect(await Promise.all([1, 2].map(() => sendDraft(ground, 'xy', first.id, 'staff-3')))).toEqual(
      expect.arrayContaining(['quote', 'taken']),
    )
    expect(await rowsOf(ground, 'quote-ask')).toHaveLength(1)
    expect(await draft(NOOR)).toBe('taken')
    expect(await keepOpenAnswer(ground, 'xy', answer)).toBe(false)
    expect(await dropDraft(ground, 'xy', first.id, 'staff-3')).toBe(false)
    expect(await answerQuote(ground, 'contact-ann', first.id, 'no')).toBe('refused')
    expect(await draft(NOOR)).toBe('taken')
    expect(await quotesIn(ground)).toMatchObject([{ state: 'refused', text_cipher: null }])
  })

  test('only who wrote it answers, a yes only to what is asked, a no at any time', async () => {
    const ground = await ten()
    const id = await quoteOf(ground, 'ann', 'asked')
    expect(await answerQuote(ground, 'contact-x0', id, 'yes')).toBeNull()
    expect(await answerQuote(ground, 'contact-ann', 'geen', 'yes')).toBeNull()
    expect(await answerQuote(ground, 'contact-ann', id, 'yes')).toBe('agreed')
    expect(await answerQuote(ground, 'contact-ann', id, 'yes')).toBe('agreed')
    expect(await answerQuote(ground, 'contact-ann', id, 'no')).toBe('withdrawn')
    expect(await answerQuote(ground, 'contact-ann', id, 'yes')).toBeNull()
    expect(await approveQuote(ground, organisationOf(ground), id, eyes(ground, 2, 'Samira'))).toBe('gone')
    const draft = await quoteOf(ground, 'x0', 'draft')
    expect(await answerQuote(ground, 'contact-x0', draft, 'yes')).toBeNull()
  })

  test('the second pair of eyes is somebody else, by account and by name, and looks once', async () => {
    const ground = await ten()
    const organisation = organisationOf(ground)
    const asked = await quoteOf(ground, 'x1', 'asked')
    expect(await approveQuote(ground, organisation, asked, eyes(ground, 2, 'Samira'))).toBe('taken')
    const id = await quoteOf(ground, 'ann', 'agreed')
    expect(await approveQuote(ground, organisation, id, eyes(ground, 1, 'Iemand'))).toBe('own')
    expect(await approveQuote(ground, organisation, id, eyes(ground, 9, ' NOOR '))).toBe('own')
    expect(await approveQuote(ground, organisationOf(ground, 'xyz'), id, eyes(ground, 2, 'Samira'))).toBe('gone')
    // 18:00 on Wednesday: a day later it is Thursday 18:00, and the next posting Friday morning.
    expect(String(await approveQuote(ground, organisation, id, eyes(ground, 2, 'Samira')))).toBe('2026-11-27T09:00:00Z')
    expect(await approveQuote(ground, organisation, id, eyes(ground, 2, 'Samira'))).toBe('taken')
    expect(await quotesIn(ground)).toContainEqual(
      expect.objectContaining({ id, state: 'approved', approved_by: 'staff-2', answered_at: null }),
    )
  })

  test('who looks late does not make it wait another day', async () => {
    const ground = await ten()
    const id = await quoteOf(ground, 'ann', 'agreed')
    ground.clock.set('2026-12-03T08:30:00Z')
    expect(String(await approveQuote(ground, organisationOf(ground), id, eyes(ground, 2, 'Samira')))).toBe(
      '2026-12-03T09:00:00Z',
    )
  })

  test('the moderator erases while a quote is out: the words go everywhere, a line without them stays', async () => {
    const ground = await ten()
    const posted = await quoteOf(ground, 'ann', 'approved')
    await quoteOf(ground, 'x0', 'asked')
    await sql`update quote set state = 'posted' where id = ${posted}`.execute(ground.store.db)
    await outgoing(ground, posted, 'sent')
    const [ann, other] = [await answerOf(ground, 'ann'), await answerOf(ground, 'x0')]
    expect(await eraseOpenAnswer(ground, 'xy', ann, NOOR)).toBe(true)
    expect(await eraseOpenAnswer(ground, 'xy', ann, NOOR)).toBe(false)
    expect(await eraseOpenAnswer(ground, 'xy', other, NOOR)).toBe(true)
    expect(await quotesIn(ground)).toEqual([])
    expect(await rowsOf(ground, 'quote-ask')).toEqual([])
    expect(await rowsOf(ground, 'quote')).toMatchObject([{ state: 'due', claimed_until: null }])
    expect(await answerQuote(ground, 'contact-x0', 'id', 'yes')).toBeNull()
    const tombs = await ground.store.db.selectFrom('audit').selectAll().where('action', 'like', '%erased').execute()
    expect(tombs.map(({ actor, subject }) => [actor, subject])).toEqual([
      [NOOR, 'r'],
      [NOOR, 'r'],
    ])
    expect(await dump(ground)).not.toContain('Meer tijd')
  })

  test.each(['everything', 'this answer'] as const)(
    'the person erases %s: nothing of the quote is left',
    async (what) => {
      const ground = await ten()
      const id = await quoteOf(ground, 'ann', 'approved')
      await sql`update quote set state = 'posted' where id = ${id}`.execute(ground.store.db)
      await outgoing(ground, id, 'sent')
      await quoteOf(ground, 'x0', 'asked')
      if (what === 'everything')
        await erasePerson(ground, 'telegram', ground.vault.hashAddress({ channel: 'telegram', id: 'address-of-ann' }))
      else expect(await eraseAnswer(ground, 'contact-ann', 'run-ann', 'first')).toBe(true)
      expect((await quotesIn(ground)).map(({ run_id }) => run_id)).toEqual(['run-x0'])
      expect(await rowsOf(ground, 'quote')).toMatchObject([{ subject_id: id, state: 'due' }])
      expect(await rowsOf(ground, 'quote-ask')).toMatchObject([{ run_id: 'run-x0' }])
    },
  )

  test('another question of the same person is left alone', async () => {
    const ground = await ten()
    await quoteOf(ground, 'ann', 'asked')
    expect(await eraseAnswer(ground, 'contact-ann', 'run-ann', 'space')).toBe(true)
    expect(await quotesIn(ground)).toHaveLength(1)
  })

  test('staff withdraw a quote that is out, not a draft and not another organisation’s', async () => {
    const ground = await ten()
    const draft = await quoteOf(ground, 'x0', 'draft')
    expect(await withdrawQuote(ground, 'xy', draft, NOOR)).toBe(false)
    const id = await quoteOf(ground, 'ann', 'agreed')
    expect(await withdrawQuote(ground, 'xyz', id, NOOR)).toBe(false)
    expect(await withdrawQuote(ground, 'xy', id, NOOR)).toBe(true)
    expect(await withdrawQuote(ground, 'xy', id, NOOR)).toBe(false)
    expect((await quotesIn(ground)).find((quote) => quote.id === id)).toMatchObject({
      state: 'withdrawn',
      text_cipher: null,
    })
  })

  test('kept as long as its words; approved, as long as the answers of the year; then the message goes too', async () => {
    const ground = await ten()
    const posted = await quoteOf(ground, 'ann', 'approved')
    await sql`update quote set state = 'posted' where id = ${posted}`.execute(ground.store.db)
    await outgoing(ground, posted, 'sent')
    for (const [name, until] of [
      ['x0', 'draft'],
      ['x1', 'asked'],
      ['x2', 'agreed'],
      ['x3', 'approved'],
    ] as const)
      await quoteOf(ground, name, until)
    await sweepRetention(ground, at('2027-02-22T12:00:00Z'))
    expect(await quotesIn(ground)).toHaveLength(5)
    await sweepRetention(ground, at('2027-02-25T12:00:00Z'))
    expect((await quotesIn(ground)).map(({ state }) => state).sort()).toEqual(['approved', 'posted'])
    expect(await rowsOf(ground, 'quote')).toMatchObject([{ state: 'sent' }])
    await sweepRetention(ground, at('2027-11-30T12:00:00Z'))
    expect(await count(ground, 'quote')).toBe(2)
    await sweepRetention(ground, at('2027-12-01T12:00:00Z'))
    expect(await count(ground, 'quote')).toBe(0)
    expect(await rowsOf(ground, 'quote')).toMatchObject([{ state: 'due' }])
    await sql`update outgoing set state = 'sent' where kind = 'quote'`.execute(ground.store.db)
    await sweepRetention(ground, at('2027-12-02T12:00:00Z'))
    expect(await rowsOf(ground, 'quote')).toEqual([])
  })
})

/** The message of a quote in the Telegram place. */
async function outgoing(ground: ReturnType<typeof makeGround>, quoteId: string, state: string): Promise<void> {
  await sql`insert into outgoing (organisation_id, id, kind, channel, place_id, subject_id, state, send_after, attempts, external_cipher)
    values ('xy', ${`out-${quoteId}`}, 'quote', 'telegram', 'at-telegram', ${quoteId}, ${state}, '2026-11-25T17:00:00Z', 0,
      ${ground.vault.encryptId('chat:9')})`.execute(ground.store.db)
}

test.each([
  ['2026-11-27T08:59:00Z', '2026-11-27T09:00:00Z'],
  ['2026-11-27T09:00:00Z', '2026-11-27T09:00:00Z'],
  ['2026-11-27T09:00:01Z', '2026-11-28T09:00:00Z'],
  ['2027-03-27T12:00:00Z', '2027-03-28T08:00:00Z'],
])('from %s the next posting is %s', (from, posting) => {
  expect(nextPosting(at(from), 'Europe/Brussels').toString()).toBe(posting)
})
