/** "Wis alles": through the app, on both stores and all channels, while others go on. */
import { describe, expect, test } from 'vitest'
import { join } from '../../src/people/joining.ts'
import { createVault } from '../../src/people/vault.ts'
import { openStore } from '../../src/store/open.ts'
import { plain } from '../support/app.ts'
import { makeGround } from '../support/ground.ts'
import { serverExpected } from '../support/postgres.ts'
import { granted, holdSession, readTables, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf, type Young } from '../support/story-young.ts'

const LONG = { timeout: 180_000 }
const STORES = serverExpected() ? (['embedded', 'server'] as const) : (['embedded'] as const)

describe.each(STORES)('%s', (on) => {
  test('nothing that a person brought in, or that led to them, is left in any table', LONG, async () => {
    const story = await startStory({ discord: false, on })
    const ann = await onTelegram(story, 'xy', 770_011_223, 'nl', 'Annelore-Vuurtoren')
    const ben = await onTelegram(story, 'xy', 880_044_556, 'nl')
    for (const young of [ann, ben]) await joins(young)
    const inXyz = await onTelegram(story, 'xyz', 770_011_223, 'nl', 'Annelore-Vuurtoren')
    await joins(inXyz)
    await holdSession(story, 'xy', 'meetingpoint')
    for (const [young, text] of [
      [ann, 'Duinroos aan het woord'],
      [ben, 'Strandjutter aan het woord'],
    ] as const) {
      for (let number = 1; number < 4; number++) {
        await young.sees(`Vraag ${number} van 4`)
        await young.tap(number === 1 ? 'veel' : sayOf('nl', 'button-skip'))
      }
      await young.sees('Vraag 4 van 4')
      await young.write(text)
      await young.sees(sayOf('nl', 'end-thanks'))
    }
    for (const [command, words] of [
      ['/mijndata', sayOf('nl', 'data-open')],
      ['/privacy', 'En Telegram?'],
    ] as const) {
      await ann.write(command)
      await ann.sees(words)
    }
    await story.rest()
    const before = await pause(story)
    const traces = tracesOf(
      before,
      createVault(story.settings.secretKey!).hashAddress({ channel: 'telegram', id: '770011223' }),
    )
    expect(traces.length).toBeGreaterThan(8)

    await ann.write('/wis')
    const asked = await ann.sees(sayOf('nl', 'data-erase-title'))
    expect(asked.text).toContain(sayOf('nl', 'data-erase-stays'))
    expect(asked.buttons).toEqual([sayOf('nl', 'data-erase-yes'), sayOf('nl', 'data-erase-no')])
    await ann.tap(sayOf('nl', 'data-erase-no'))
    await ann.sees(sayOf('nl', 'data-not-erased'))
    await ann.write('/wis')
    await ann.sees(sayOf('nl', 'data-erase-title'))
    await ann.tap(sayOf('nl', 'data-erase-yes'))
    await ann.sees(sayOf('nl', 'data-erased'))
    await story.rest()
    // The same wish delivered again, a tap on an old card, and words, are answered kindly and keep nothing.
    await story.rest()
    story.telegram.redeliver()
    await ann.sees(sayOf('nl', 'data-nothing'))
    const card = ann.person.messages.find((one) => one.buttons.flat().some(({ data }) => data.startsWith('r.')))
    ann.person.tapData(
      card?.buttons.flat().find(({ data }) => data.startsWith('r.'))?.data ?? 'r.aaaaaaaaaaaaaaaaaaaaaa.1._change',
    )
    await ann.sees(sayOf('nl', 'data-gone-tap'))
    await ann.write('Nog een woord van Duinroos')
    await ann.sees(sayOf('nl', 'nothing-open'))
    await ben.write('/privacy')
    await story.rest()

    const after = JSON.stringify(await story.tables())
    for (const trace of [...traces, '770011223', 'Annelore', 'Duinroos', 'Vuurtoren'])
      expect(after).not.toContain(trace)
    expect(JSON.parse(after)).toMatchObject({
      contact: { length: 1 },
      participant: { length: 1 },
      open_text: { length: 1 },
    })
    for (const trace of ['770011223', 'Annelore', 'Duinroos', 'Strandjutter'])
      expect(story.logs.join('\n')).not.toContain(trace)
  })

  test(
    'in the middle of a broadcast to 200: who erases in time gets nothing more, the others get theirs',
    LONG,
    async () => {
      const story = await startStory({ discord: false, on })
      await story.app.stop()
      const people = Array.from({ length: 200 }, (_, i) => story.telegram.person(50_000 + i, { language: 'nl' }))
      const store = await openStore(story.settings.store, () => {})
      const ground = makeGround(store, story.clock.now().toString())
      for (const person of people) {
        person.meet()
        const address = { channel: 'telegram' as const, id: String(person.id) }
        await join(ground, ground.config().organisations.get('xy')!, address, { language: 'nl', ageBand: '18+' })
      }
      await store.close()
      story.app = await story.start()
      const asksFirst = (person: (typeof people)[number]) =>
        person.messages.some((one) => plain(one.text).includes('Vraag 1'))

      // Opening the round resolves when everything was sent.
      const held = holdSession(story, 'xy', 'meetingpoint')
      await story.telegram.called('sendMessage', 10)
      const waiting = people.filter((person) => !asksFirst(person))
      const chosen = waiting.filter((_, i) => i % 10 === 5)
      const erased = await Promise.all(
        chosen.map(async (person) => {
          person.type('/wis')
          const asked = await person.next((one) => one.text.includes(sayOf('nl', 'data-erase-title')))
          const late = asksFirst(person)
          person.tap(sayOf('nl', 'data-erase-yes'), asked)
          await person.next((one) => one.text.includes(sayOf('nl', 'data-erased')))
          return { person, seen: person.messages.length, late }
        }),
      )
      await held
      await story.rest()
      expect(erased.filter(({ late }) => !late).length).toBeGreaterThan(5)
      for (const { person, seen } of erased) expect(person.messages).toHaveLength(seen)
      const others = people.filter((person) => !chosen.includes(person))
      expect(others.filter((person) => !asksFirst(person))).toEqual([])
      const { run, contact, outgoing, audit } = await story.tables()
      expect([run!.length, contact!.length]).toEqual([others.length, others.length])
      expect(outgoing!.filter((row) => row.state !== 'sent')).toEqual([])
      expect(audit!.filter((row) => row.action === 'person erased')).toHaveLength(chosen.length)
    },
  )
})

test(
  'typing an answer and erasing at the same moment: the answer is erased with the rest, or not kept',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const people = await Promise.all(
      Array.from({ length: 6 }, async (_, i) => {
        const young = await onTelegram(story, 'xy', 9100 + i, 'nl')
        await joins(young)
        return young
      }),
    )
    await holdSession(story, 'xy', 'meetingpoint')
    for (const young of people) {
      for (let number = 1; number < 4; number++) {
        await young.sees(`Vraag ${number} van 4`)
        await young.tap(sayOf('nl', 'button-skip'))
      }
      await young.sees('Vraag 4 van 4')
      await young.write('/wis')
      await young.sees(sayOf('nl', 'data-erase-title'))
    }
    story.telegram.hold()
    for (const [i, young] of people.entries()) {
      if (i % 2 === 0) young.person.type(`Midden in het woord ${i}`)
      young.person.tap(sayOf('nl', 'data-erase-yes'))
      if (i % 2 === 1) young.person.type(`Midden in het woord ${i}`)
    }
    story.telegram.release()
    for (const young of people) await young.sees(sayOf('nl', 'data-erased'))
    await story.rest()
    const tables = await story.tables()
    for (const table of ['contact', 'participant', 'run', 'answer', 'open_text', 'outgoing', 'presence', 'consent'])
      expect([table, tables[table]]).toEqual([table, []])
  },
)

test('on Discord and on the web: the last message says so, and the browser forgets', LONG, async () => {
  const story = await startStory({ telegram: false })
  const server = story.discord.server()
  const place = server.channel()
  const manager = story.discord.person({ server: server.id, manager: true })
  await manager.command('/koppel', { place, code: granted(await story.app.desk.linkCode('coach', 'xy', 'join')).code })
  await place.next()
  const onDc = onDiscord(story, server, { post: place }, 'nl')
  const onPage = await onWeb(story, 'xy', 'ar')
  const people: Young[] = [onDc, onPage]
  for (const young of people) await joins(young)
  await holdSession(story, 'xy', 'meetingpoint')
  for (const young of people) await young.sees(sayOf(young.language, 'card-position', { number: 1, total: 4 }))

  await onDc.person.command('/wis', { place })
  await onDc.sees(sayOf('nl', 'data-erase-chat-discord'))
  await onDc.tap(sayOf('nl', 'data-erase-yes'))
  await onDc.sees(sayOf('nl', 'data-erased'))

  expect(onPage.ids()).toHaveLength(1)
  await onPage.tap(sayOf('ar', 'web-erase'))
  await onPage.sees(sayOf('ar', 'data-erase-chat-web'))
  await onPage.tap(sayOf('ar', 'data-erase-yes'))
  expect(onPage.cookies().filter((cookie) => !cookie.endsWith('='))).toEqual([])
  await onPage.call('/hier')
  expect(onPage.html()).not.toContain('data-kind="card"')
  const tables = await story.tables()
  for (const table of ['contact', 'participant', 'run', 'answer']) expect([table, tables[table]]).toEqual([table, []])
})

test('an old card asks once more instead of erasing', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await onTelegram(story, 'xy', 9300, 'nl')
  await joins(ann)
  await ann.write('/wis')
  await ann.sees(sayOf('nl', 'data-erase-title'))
  story.clock.pass({ minutes: 31 })
  await ann.tap(sayOf('nl', 'data-erase-yes'))
  await ann.sees(sayOf('nl', 'data-erase-old'))
  await ann.tap(sayOf('nl', 'data-erase-yes'))
  await ann.sees(sayOf('nl', 'data-erased'))
  const { contact } = await story.tables()
  expect(contact).toEqual([])
})

test(
  'a typed answer can be taken out of the chat, not after two days, and its number is kept nowhere',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const ann = await onTelegram(story, 'xy', 9400, 'nl')
    await joins(ann)
    await holdSession(story, 'xy', 'meetingpoint')
    for (let number = 1; number < 4; number++) {
      await ann.sees(`Vraag ${number} van 4`)
      await ann.tap(sayOf('nl', 'button-skip'))
    }
    await ann.sees('Vraag 4 van 4')
    await ann.write('Alleen voor de groep')
    await ann.sees(sayOf('nl', 'data-remove'))
    const offer = ann.person.messages.find((one) => one.text === sayOf('nl', 'data-remove'))!
    const message = ann.person.written().find((one) => one.text === 'Alleen voor de groep')!
    ann.person.tap(sayOf('nl', 'data-remove-no'), offer)
    await ann.sees(sayOf('nl', 'data-remove-left'))
    expect(ann.person.written()).toContainEqual(message)
    ann.person.tap(sayOf('nl', 'data-remove-yes'), offer)
    await ann.sees(sayOf('nl', 'data-removed'))
    expect(ann.person.written().map(({ text }) => text)).not.toContain('Alleen voor de groep')
    ann.person.tap(sayOf('nl', 'data-remove-yes'), offer)
    await ann.sees(sayOf('nl', 'data-remove-refused'))
    const { open_text } = await story.tables()
    expect(open_text).toHaveLength(1)
  },
)

/** Stops the app, looks, and starts it again. */
async function pause(story: Story) {
  await story.app.stop()
  const tables = await readTables(story)
  story.app = await story.start()
  return tables
}

/** Everything in the tables that leads to the person behind an address: ids, hashes, pseudonyms, what was encrypted. */
function tracesOf(tables: Awaited<ReturnType<typeof readTables>>, addressHash: string): string[] {
  const contact = tables.contact!.find((row) => row.address_hash === addressHash)!
  const links = tables.contact_link!.filter((row) => row.contact_id === contact.id)
  const pseudonyms = links.map((row) => row.participant_id)
  const runs = tables.run!.filter((row) => pseudonyms.includes(row.participant_id))
  const ids = runs.map((row) => row.id)
  return [
    ...[contact.id, contact.address_hash, contact.address_cipher],
    ...pseudonyms,
    ...ids,
    ...runs.map((row) => row.card_cipher),
    ...tables.open_text!.filter((row) => ids.includes(row.run_id)).map((row) => row.text_cipher),
    ...tables.one_time_link!.filter((row) => row.contact_id === contact.id).map((row) => row.token_hash),
    ...tables.outgoing!.filter((row) => row.contact_id === contact.id).map((row) => row.id),
  ].filter((one): one is string => typeof one === 'string')
}
