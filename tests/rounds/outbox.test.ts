/** The stream of one bot account: who goes first, what order is kept, and what becomes of a row that cannot leave. */
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Channel, ChannelName, Prompt } from '../../src/channels/port.ts'
import { ChannelError } from '../../src/channels/port.ts'
import { claimRows } from '../../src/rounds/claim.ts'
import { createDelivery } from '../../src/rounds/deliver.ts'
import { createOutbox } from '../../src/rounds/outbox.ts'
import { createPacing } from '../../src/rounds/pacing.ts'
import { readSettings } from '../../src/settings.ts'
import { makeGround, type TestGround } from '../support/ground.ts'
import { eachStore } from '../support/stores.ts'

/** A pace that is not felt: what these tests are about does not depend on it. */
const { discord, telegram } = readSettings({}).pace
const QUICK = { telegram: { ...telegram, perSecond: 100_000, perChatMinute: 1_000_000 }, discord }

/** A platform that takes what it is given, when the test lets it. */
function platform() {
  const sent: string[] = []
  const nonces: string[] = []
  const answers = new Map<string, () => Promise<unknown>>()
  const channel = {
    name: 'telegram',
    send: async (_: unknown, prompt: Prompt, { nonce }: { nonce: string }) => {
      nonces.push(nonce)
      sent.push(prompt.lines[0]!.text)
      const key = answers.has(sent.at(-1)!) ? sent.at(-1)! : ''
      const answer = answers.get(key)
      answers.delete(key)
      await answer?.()
      return `m${sent.length}`
    },
  } as unknown as Channel
  /** What it says to the next message, or to the next one with these words. */
  const answer = (words: string, say: () => Promise<unknown>) => void answers.set(words, say)
  return { channel, sent, nonces, answer }
}

function instance(ground: TestGround, { channel }: ReturnType<typeof platform>) {
  const pacing = createPacing(ground, QUICK)
  const delivery = createDelivery(ground, new Map<ChannelName, Channel>([['telegram', channel]]), pacing)
  const outbox = createOutbox(ground, { runs: {} as never, delivery, pacing }, ['telegram'])
  onTestFinished(() => outbox.stop())
  return { outbox, pacing, delivery }
}

async function people(ground: TestGround, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const address = { channel: 'telegram' as const, id: String(n + 1) }
    await sql`insert into contact (id, channel, address_hash, address_cipher, state, age_band)
      values (${`c${n}`}, 'telegram', ${`h${n}`}, ${ground.vault.encryptAddress(address)}, 'reachable', '16-17')`.execute(
      ground.store.db,
    )
  }
}

/** One message to a person; due `after` seconds from now. */
async function row(ground: TestGround, id: string, to: number, more: { after?: number; urgent?: boolean } = {}) {
  const notice = { kind: 'notice', language: 'nl', lines: [{ text: id }], choices: [] }
  const at = ground.clock.now().add({ seconds: more.after ?? 0 })
  await sql`insert into outgoing (organisation_id, id, kind, channel, contact_id, notice, state, send_after, attempts, urgent)
    values ('xyz', ${id}, 'notice', 'telegram', ${`c${to}`}, ${JSON.stringify(notice)}::jsonb, 'due', ${at.toString()}, 0,
      ${more.urgent ?? false})`.execute(ground.store.db)
}

async function rows(ground: TestGround, columns = 'id, state, attempts') {
  const found = await ground.store.pool.query(`select ${columns} from outgoing order by id`)
  return found.rows as Record<string, unknown>[]
}

eachStore((kind, open) => {
  test('what answers somebody goes first, then the oldest; of one person in order, also what came later but is older', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    await people(ground, 3)
    await row(ground, 'b-second', 0, { after: -10 })
    await row(ground, 'a-third', 0, { after: -5 })
    await row(ground, 'z-first', 0, { after: -20 })
    await row(ground, 'c-ask', 1, { after: -60 })
    await row(ground, 'd-answer', 2, { urgent: true })
    const claimed = async () => (await claimRows(ground, 'telegram', 8)).map(({ id }) => id)
    expect(await claimed()).toEqual(['d-answer', 'c-ask', 'z-first'])
    expect(await claimed()).toEqual([])
    await sql`update outgoing set claimed_until = null`.execute(ground.store.db)
    await instance(ground, bot).outbox.drain()
    expect(bot.sent.filter((id) => ['z-first', 'b-second', 'a-third'].includes(id))).toEqual([
      'z-first',
      'b-second',
      'a-third',
    ])
    expect(bot.sent).toHaveLength(5)
    expect((await rows(ground)).every(({ state }) => state === 'sent')).toBe(true)
  })

  test('one that hangs holds up nobody else, but the next to the same person; what comes meanwhile leaves', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    const hanging = Promise.withResolvers<void>()
    bot.answer('a-hangs', () => hanging.promise)
    await people(ground, 3)
    await row(ground, 'a-hangs', 0, { after: -9 })
    await row(ground, 'b-same', 0, { after: -8 })
    await row(ground, 'c-other', 1, { after: -7 })
    const { outbox } = instance(ground, bot)
    const done = outbox.drain()
    await vi.waitFor(() => expect(bot.sent.toSorted()).toEqual(['a-hangs', 'c-other']))
    await row(ground, 'd-late', 2)
    outbox.wake()
    await vi.waitFor(() => expect(bot.sent.slice(2)).toEqual(['d-late']))
    hanging.resolve()
    await done
    expect(bot.sent.slice(2)).toEqual(['d-late', 'b-same'])
  })

  test('a chat that has to wait keeps its place: nothing of the same person goes before it, and others do', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    const told = { retryAfter: Temporal.Duration.from({ seconds: 40 }), pauses: 'chat' as const }
    bot.answer('a', () => Promise.reject(new ChannelError('later', 'no', told)))
    await people(ground, 2)
    await row(ground, 'a', 0, { after: -9 })
    await row(ground, 'b', 0, { after: -8 })
    await row(ground, 'c', 1)
    const { outbox } = instance(ground, bot)
    await outbox.drain()
    expect(bot.sent.toSorted()).toEqual(['a', 'c'])
    expect(await rows(ground)).toMatchObject([
      { id: 'a', state: 'due', attempts: 1 },
      { id: 'b', state: 'due', attempts: 0 },
      { id: 'c', state: 'sent' },
    ])
    ground.clock.pass({ seconds: 39 })
    await outbox.drain()
    expect(bot.sent).toHaveLength(2)
    ground.clock.pass({ seconds: 1 })
    await outbox.drain()
    expect(bot.sent.slice(2)).toEqual(['a', 'b'])
    expect(new Set(bot.nonces).size).toBe(3)
  })

  test('an account that has to be quiet sends nothing more, and its rows are as they were', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    const told = { retryAfter: Temporal.Duration.from({ minutes: 10 }), pauses: 'account' as const }
    bot.answer('', () => Promise.reject(new ChannelError('later', 'no', told)))
    await people(ground, 30)
    for (let n = 0; n < 30; n++) await row(ground, `r${String(n).padStart(2, '0')}`, n)
    const one = instance(ground, bot)
    await one.outbox.drain()
    const tried = bot.sent.length
    // What was on its way by then was on its way.
    expect(tried).toBeLessThan(15)
    expect((await rows(ground)).filter(({ attempts }) => attempts === 1)).toHaveLength(1)
    expect((await rows(ground)).filter(({ state }) => state === 'due')).toHaveLength(30 - tried + 1)
    expect(
      (await rows(ground, 'claimed_until, state')).every((one) => one.state === 'sent' || one.claimed_until === null),
    ).toBe(true)
    // A person's own card is not tried either, and neither is anything by an instance that was told nothing yet.
    const address = { channel: 'telegram' as const, id: '1' }
    const said = await one.delivery.send(
      address,
      { kind: 'notice', language: 'nl', lines: [{ text: 'x' }], choices: [] },
      { nonce: 'x' },
    )
    expect(said).toMatchObject({ outcome: 'later', untried: true })
    await instance(ground, bot).outbox.drain()
    expect(bot.sent).toHaveLength(tried)
  })

  test('a platform without answers is tried again after longer each time; how often it failed is in the row', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    await people(ground, 1)
    await row(ground, 'a', 0)
    const waits: number[] = []
    for (let n = 0; n < 6; n++) {
      bot.answer('', () => Promise.reject(new ChannelError('later', 'no answer')))
      const { outbox } = instance(ground, bot)
      await outbox.drain()
      await outbox.stop()
      const [due] = await rows(ground, 'not_before, attempts, claimed_until')
      expect(due).toMatchObject({ attempts: n + 1, claimed_until: null })
      waits.push((due!.not_before as Date).getTime() - ground.clock.now().epochMilliseconds)
      ground.clock.set((due!.not_before as Date).toISOString())
    }
    waits.forEach((wait, n) => {
      expect(wait).toBeGreaterThanOrEqual(1000 * 2 ** n)
      expect(wait).toBeLessThanOrEqual(2000 * 2 ** n)
    })
    await instance(ground, bot).outbox.drain()
    expect(await rows(ground)).toMatchObject([{ state: 'sent' }])
  })

  test('who is gone for good is not written to any more, and is counted', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    bot.answer('', () => Promise.reject(new ChannelError('gone', 'blocked')))
    await people(ground, 1)
    await row(ground, 'a', 0, { after: -1 })
    await row(ground, 'b', 0)
    await instance(ground, bot).outbox.drain()
    expect(bot.sent).toEqual(['a'])
    expect(await rows(ground)).toMatchObject([{ state: 'gone' }, { state: 'cancelled' }])
    expect(await ground.metrics.registry.metrics()).toContain('pols_prompts_total{channel="telegram",outcome="gone"} 1')
  })

  test('a claim that lapsed without a word is sent once more under the same nonce; one that holds is left alone', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    await people(ground, 2)
    await row(ground, 'a', 0)
    await row(ground, 'b', 1)
    const until = (seconds: number) => ground.clock.now().add({ seconds }).toString()
    await sql`update outgoing set claimed_until = ${until(-1)}::timestamptz where id = 'a'`.execute(ground.store.db)
    await sql`update outgoing set claimed_until = ${until(30)}::timestamptz where id = 'b'`.execute(ground.store.db)
    const { outbox } = instance(ground, bot)
    await outbox.drain()
    expect([bot.sent, bot.nonces]).toEqual([['a'], ['a0']])
    ground.clock.pass({ seconds: 31 })
    await outbox.drain()
    expect(bot.nonces).toEqual(['a0', 'b0'])
  })

  test('a clock that jumps over the end of a claim does not send what is in hand twice, and keeps its order', async () => {
    const ground = makeGround(await open())
    const bot = platform()
    const hanging = Promise.withResolvers<void>()
    bot.answer('a-hangs', () => hanging.promise)
    await people(ground, 2)
    await row(ground, 'a-hangs', 0)
    await row(ground, 'b-same', 0, { after: 1 })
    const { outbox } = instance(ground, bot)
    const done = outbox.drain()
    await vi.waitFor(() => expect(bot.sent).toEqual(['a-hangs']))
    ground.clock.pass({ minutes: 15 })
    await row(ground, 'c-other', 1)
    outbox.wake()
    await vi.waitFor(() => expect(bot.sent.slice(1)).toEqual(['c-other']))
    hanging.resolve()
    await done
    expect(bot.sent.slice(2)).toEqual(['b-same'])
    expect(await rows(ground, 'id, state')).toEqual(
      ['a-hangs', 'b-same', 'c-other'].map((id) => ({ id, state: 'sent' })),
    )
  })

  if (kind === 'server') {
    test('three instances: each row once, and each person in order', async () => {
      const ground = makeGround(await open())
      const bot = platform()
      await people(ground, 20)
      for (let n = 0; n < 100; n++) await row(ground, `r${String(n).padStart(3, '0')}`, n % 20, { after: n - 200 })
      const instances = [instance(ground, bot), instance(ground, bot), instance(ground, bot)]
      while ((await rows(ground)).some(({ state }) => state === 'due')) {
        await Promise.all(instances.map(({ outbox }) => outbox.drain()))
      }
      expect(bot.sent.toSorted()).toEqual(Array.from({ length: 100 }, (_, n) => `r${String(n).padStart(3, '0')}`))
      for (let person = 0; person < 20; person++) {
        const theirs = bot.sent.filter((id) => Number(id.slice(1)) % 20 === person)
        expect(theirs).toEqual(theirs.toSorted())
      }
    })
  }
})
