/** Quotes on their way: asked in waking hours and one at a time, posted by themselves, and away when they must. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Address } from '../../src/channels/port.ts'
import { withdrawQuote } from '../../src/dialogue/quotes.ts'
import { stopAskingEverywhere } from '../../src/people/stopping.ts'
import { postQuotes } from '../../src/rounds/post-quotes.ts'
import { quoteCards } from '../../src/rounds/quote-cards.ts'
import { sendQuote } from '../../src/rounds/send-quote.ts'
import { note, type Row } from '../../src/rounds/send-row.ts'
import { plain } from '../support/app.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { NOOR, quoteOf, quotesIn, rowsOf, type Writer, writers, writtenRows } from '../support/quote-rows.ts'
import { keptDelivery } from '../support/session-rows.ts'
import { oneStore } from '../support/stores.ts'

const AWAKE = '2026-11-27T09:00:00Z'

/** Sends a row as it stands, and says what people read, or why not. */
async function sendTo(ground: TestGround, row: Row, address: Address | null = { channel: row.channel, id: 'chat' }) {
  const { sent, delivery } = keptDelivery()
  const outcome = await sendQuote(ground, delivery, row, address)
  const [one] = sent
  return one
    ? { lines: one.prompt.lines.map(({ text }) => plain(text)), buttons: one.prompt.choices.map(({ label }) => label) }
    : 'at' in outcome
      ? `${outcome.outcome} ${outcome.at}`
      : outcome.outcome
}

const claimed = (ground: TestGround, id: string) =>
  sql`update outgoing set claimed_until = ${ground.clock.now().add({ seconds: 120 }).toString()} where id = ${id}`.execute(
    ground.store.db,
  )

oneStore((open) => {
  async function room(more: Writer[] = [], of: { set?: string; question?: string } = {}) {
    const ground = makeGround(await open(), undefined, { schoolHours: 'none' })
    await writtenRows(ground, [...writers(9, 9), { name: 'ann', text: 'Meer tijd graag' }, ...more], of)
    return ground
  }
  const askOf = async (ground: TestGround, name: string) =>
    (await rowsOf(ground, 'quote-ask')).find(({ contact_id }) => contact_id === `contact-${name}`)!

  test('the question in the language of who wrote, with the exact words and two buttons', async () => {
    const ground = await room([{ name: 'bea', text: 'Plus de temps', language: 'fr', channel: 'telegram' }])
    await quoteOf(ground, 'bea', 'asked')
    const said = await sendTo(ground, await askOf(ground, 'bea'))
    expect(said).toEqual({
      lines: expect.arrayContaining(['On peut te demander quelque chose ?', '“Kort gezegd door bea”']),
      buttons: ['Oui, sans mon nom', 'Non'],
    })
    expect((said as { lines: string[] }).lines[0]).not.toContain('XY')
  })

  test('at night it waits for the morning, in a pause for its end, and never more than one a day', async () => {
    const ground = await room()
    await quoteOf(ground, 'ann', 'asked')
    const row = await askOf(ground, 'ann')
    ground.clock.set('2026-11-25T22:00:00Z')
    expect(await sendTo(ground, row)).toBe('quiet 2026-11-26T08:00:00Z')
    await sql`update contact set paused_until = '2026-11-30' where id = 'contact-ann'`.execute(ground.store.db)
    expect(await sendTo(ground, row)).toBe('quiet 2026-11-30T08:00:00Z')
    await sql`update contact set paused_until = null where id = 'contact-ann'`.execute(ground.store.db)
    ground.clock.set('2026-11-26T10:00:00Z')
    await sql`insert into outgoing (organisation_id, id, kind, channel, contact_id, subject_id, state, send_after, attempts)
      values ('xy', 'before', 'quote-ask', 'telegram', 'contact-ann', 'other', 'sent', '2026-11-26T09:00:00Z', 0)`.execute(
      ground.store.db,
    )
    expect(await sendTo(ground, row)).toBe('quiet 2026-11-27T09:00:00Z')
    expect(await sendTo(ground, { ...row, channel: 'web' })).toMatchObject({ buttons: ['Ja, zonder naam', 'Nee'] })
  })

  test('who stopped, who is not reached, and a quote that was withdrawn: nothing is asked', async () => {
    const ground = await room()
    for (const name of ['x0', 'x1', 'x2']) await quoteOf(ground, name, 'asked')
    const rows = await Promise.all(['x0', 'x1', 'x2'].map((name) => askOf(ground, name)))
    const hash = ground.vault.hashAddress({ channel: 'telegram', id: 'address-of-x0' })
    await stopAskingEverywhere(ground, 'telegram', hash)
    expect(await askOf(ground, 'x0')).toMatchObject({ state: 'cancelled' })
    await sql`update contact set state = 'gone' where id = 'contact-x1'`.execute(ground.store.db)
    await withdrawQuote(ground, 'xy', rows[2]!.subject_id!, NOOR)
    expect(await Promise.all(rows.map((row) => sendTo(ground, row)))).toEqual(['pointless', 'pointless', 'pointless'])
  })

  test('words that do not pass through Discord are not in the question there either', async () => {
    const ground = await room([{ name: 'dee', text: 'Iets', channel: 'discord' }])
    await quoteOf(ground, 'dee', 'asked')
    const said = await sendTo(ground, await askOf(ground, 'dee'))
    expect(JSON.stringify(said)).not.toContain('Kort gezegd')
    expect(said).toMatchObject({ buttons: ['Toon het op mijn pagina', 'Nee'] })
  })

  test('posted from its hour on, once, where it may stand, each in a message of its own', async () => {
    const ground = await room()
    const ids = [await quoteOf(ground, 'ann', 'approved'), await quoteOf(ground, 'x0', 'approved', 'paraphrase')]
    await quoteOf(ground, 'x1', 'agreed')
    ground.clock.set('2026-11-27T08:59:59Z')
    await postQuotes(ground, ground.clock.now())
    expect(await rowsOf(ground, 'quote')).toEqual([])
    ground.clock.set(AWAKE)
    await Promise.all([1, 2].map(() => postQuotes(ground, ground.clock.now())))
    const rows = await rowsOf(ground, 'quote')
    expect(rows.map(({ subject_id, channel }) => [subject_id, channel]).sort()).toEqual(
      ids.map((id) => [id, 'telegram']).sort(),
    )
    const own = await sendTo(ground, rows.find(({ subject_id }) => subject_id === ids[0])!)
    expect(own).toEqual({
      lines: [
        'Een jongere over Meetingpoint',
        '“Kort gezegd door ann”',
        'Gedeeld met een ja van wie het schreef. Dit is één stem.',
      ],
      buttons: [],
    })
    const other = await sendTo(ground, rows.find(({ subject_id }) => subject_id === ids[1])!)
    expect(other).toMatchObject({
      lines: [
        'Over Meetingpoint, in de woorden van een begeleider',
        'Kort gezegd door x0',
        'Dit is één stem, niet die van de groep.',
      ],
    })
  })

  test('never beside figures: it waits an hour after a digest in the same place', async () => {
    const ground = await room()
    await quoteOf(ground, 'ann', 'approved')
    ground.clock.set(AWAKE)
    await postQuotes(ground, ground.clock.now())
    const [row] = await rowsOf(ground, 'quote')
    await sql`update outgoing set state = 'sent', send_after = '2026-11-27T08:40:00Z' where kind = 'digest'`.execute(
      ground.store.db,
    )
    expect(await sendTo(ground, row!)).toBe('quiet 2026-11-27T09:40:00Z')
    ground.clock.set('2026-11-27T09:40:00Z')
    expect(await sendTo(ground, row!)).toMatchObject({ buttons: [] })
  })

  test('who stopped or is gone before it is posted is not quoted', async () => {
    const ground = await room()
    for (const name of ['x0', 'x1']) await quoteOf(ground, name, 'approved')
    await sql`update consent set withdrawn_on = '2026-11-26' where participant_id = 'pseudonym-x0'`.execute(
      ground.store.db,
    )
    await sql`update contact set state = 'gone' where id = 'contact-x1'`.execute(ground.store.db)
    ground.clock.set(AWAKE)
    await postQuotes(ground, ground.clock.now())
    expect(await rowsOf(ground, 'quote')).toEqual([])
    expect((await quotesIn(ground)).map(({ state, text_cipher }) => [state, text_cipher])).toEqual([
      ['withdrawn', null],
      ['withdrawn', null],
    ])
  })

  test('without a place it waits, and in a year without the coach it goes to the organisation alone', async () => {
    const ground = await room()
    await quoteOf(ground, 'ann', 'approved')
    ground.clock.set(AWAKE)
    await sql`update place set purpose = 'coach'`.execute(ground.store.db)
    await sql`insert into working_year values ('xy', 2026, false, 'test', ${AWAKE})`.execute(ground.store.db)
    await sql`insert into place (organisation_id, id, purpose, channel, address_hash, address_cipher, state, linked_at)
      values ('xy', 'page', 'team', 'web', 'page', 'page', 'linked', ${AWAKE})`.execute(ground.store.db)
    await postQuotes(ground, ground.clock.now())
    expect(await quotesIn(ground)).toMatchObject([{ state: 'approved' }])
    await sql`update place set purpose = 'team'`.execute(ground.store.db)
    await postQuotes(ground, ground.clock.now())
    expect(await rowsOf(ground, 'quote')).toMatchObject([{ place_id: 'at-telegram' }])
  })

  test('withdrawn before it left: nothing; after: the message is edited; while it leaves: edited after that', async () => {
    const ground = await room()
    for (const name of ['x0', 'x1', 'x2']) await quoteOf(ground, name, 'approved')
    ground.clock.set(AWAKE)
    await postQuotes(ground, ground.clock.now())
    const [before, after, during] = await rowsOf(ground, 'quote')
    await withdrawQuote(ground, 'xy', before!.subject_id!, NOOR)
    expect(await sendTo(ground, before!)).toBe('pointless')

    const rowNow = async (id: string) => (await rowsOf(ground, 'quote')).find((row) => row.id === id)!
    for (const row of [after!, during!]) await claimed(ground, row.id)
    await note(ground, await rowNow(after!.id), { outcome: 'sent', external: 'm1' })
    expect(await rowNow(after!.id)).toMatchObject({ state: 'sent' })
    await withdrawQuote(ground, 'xy', after!.subject_id!, NOOR)
    expect(await rowNow(after!.id)).toMatchObject({ state: 'due', claimed_until: null })
    expect(await sendTo(ground, await rowNow(after!.id))).toMatchObject({
      lines: ['Hier stonden woorden van een jongere. Ze zijn teruggenomen.'],
    })

    const onItsWay = await rowNow(during!.id)
    await withdrawQuote(ground, 'xy', during!.subject_id!, NOOR)
    // Another instance may not take it while it is on its way.
    expect((await rowNow(during!.id)).claimed_until).not.toBeNull()
    await note(ground, onItsWay, { outcome: 'sent', external: 'm2' })
    const edited = await rowNow(during!.id)
    expect(edited).toMatchObject({ state: 'due', claimed_until: null })
    expect(ground.vault.decryptId(edited.external_cipher!)).toBe('m2')
    expect(await sendTo(ground, edited)).toMatchObject({ lines: [expect.stringContaining('teruggenomen')] })
  })

  test('on a page of their own: what is asked, what they said, and nothing of anybody else', async () => {
    const ground = await room([
      { name: 'wim', text: 'Iets', channel: 'web' },
      { name: 'web', text: 'Iets anders', channel: 'web' },
    ])
    const id = await quoteOf(ground, 'wim', 'asked')
    await quoteOf(ground, 'web', 'draft')
    const cards = async (name: string) =>
      (await quoteCards(ground, { channel: 'web', id: `address-of-${name}` })).map(({ lines, choices }) => [
        lines.some(({ text }) => text.includes('Kort gezegd')),
        choices.map(({ label }) => label),
      ])
    expect(await cards('wim')).toEqual([[true, ['Ja, zonder naam', 'Nee']]])
    expect(await cards('web')).toEqual([])
    await sql`update quote set state = 'agreed' where id = ${id}`.execute(ground.store.db)
    expect(await cards('wim')).toEqual([[true, ['Toch niet']]])
    await withdrawQuote(ground, 'xy', id, NOOR)
    expect(await cards('wim')).toEqual([[false, []]])
    ground.clock.pass({ hours: 24 * 15 })
    expect(await cards('wim')).toEqual([])
  })
})
