/** Whatever happens, in whatever order: no question comes to who did not say yes, said stop, is too young, or is gone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONSENT_TEXT } from '../../src/people/consent-gate.ts'
import { decodeJoin } from '../../src/people/join-conversation.ts'
import { createVault } from '../../src/people/vault.ts'
import { decodeButton } from '../../src/survey/button-data.ts'
import { workingYearOf } from '../../src/timeline/working-year.ts'
import { holdSession, ownConfig, type Story, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

type Call = { chat_id: number | string; reply_markup?: { inline_keyboard: { callback_data?: string }[][] } }

/** How often a question was sent to, or drawn anew for, each chat so far. */
function questionsShown(story: Story): Map<number, number> {
  const shown = new Map<number, number>()
  for (const method of ['sendMessage', 'editMessageText'])
    for (const call of story.telegram.callsOf(method) as Call[]) {
      const buttons = call.reply_markup?.inline_keyboard.flat() ?? []
      if (!buttons.some((button) => button.callback_data?.startsWith('r.'))) continue
      shown.set(Number(call.chat_id), (shown.get(Number(call.chat_id)) ?? 0) + 1)
    }
  return shown
}

const STANDINGS = ['withdrawn', 'stopped', 'erased', 'old text', 'last year', 'too young', 'never'] as const

test('every other path ends without a question', { timeout: 120_000 }, async () => {
  const configFolder = ownConfig((file) => {
    file.organisation('xy', (yaml) => `${yaml}\nminimumAge: { telegram: 16, discord: 16, web: 16 }\n`)
  })
  const story = await startStory({ discord: false, configFolder })
  const vault = createVault(story.settings.secretKey!)
  const people = await Promise.all(STANDINGS.map((_, i) => onTelegram(story, 'xy', 301 + i, 'nl')))
  const pages = await Promise.all(STANDINGS.slice(0, -1).map(() => onWeb(story, 'xy', 'nl')))
  const on = (standing: (typeof STANDINGS)[number]) => people[STANDINGS.indexOf(standing)]!
  for (const young of [...people.slice(0, -1), ...pages]) await joins(young)
  const { roundId } = await holdSession(story, 'xy', 'meetingpoint')
  for (const young of people.slice(0, -1)) await young.sees('Vraag 1')
  const cards = people.slice(0, -1).map((young) => young.person.card())
  const taps: number[] = cards.map((card, i) => people[i]!.person.tap(2, card))
  for (const young of people.slice(0, -1)) await young.sees('Vraag 2')

  // How each comes to stand where they stand.
  on('withdrawn').person.tapData(`j.${await story.joinToken('xy')}.n.nl`)
  on('stopped').person.type('/stop')
  on('erased').person.type('/wis')
  await on('erased').sees(sayOf('nl', 'data-erase-title'))
  on('erased').person.tap(sayOf('nl', 'data-erase-yes'))
  await pages[0]!.call('/hier')
  for (const [i, command] of [
    [0, 'stop'],
    [1, 'stop'],
    [2, 'erase'],
  ] as const)
    await pages[i]!.call('/hier/vraag', { eenmalig: `e${i}`, command })
  await pages[2]!.sees(sayOf('nl', 'data-erase-title'))
  await pages[2]!.tap(sayOf('nl', 'data-erase-yes'))
  const where = (standing: (typeof STANDINGS)[number]) => {
    const i = STANDINGS.indexOf(standing)
    const addresses = [
      { channel: 'telegram' as const, id: String(301 + i) },
      { channel: 'web' as const, id: pages[i]!.ids()[0]! },
    ]
    return `address_hash in (${addresses.map((address) => `'${vault.hashAddress(address)}'`).join(', ')})`
  }
  const theirs = (standing: (typeof STANDINGS)[number]) =>
    `participant_id in (select participant_id from contact_link join contact on contact.id = contact_id where ${where(standing)})`
  await story.restart(`
    update consent set text_version = '2019-01', version = '2019-01.2026' where ${theirs('old text')};
    update consent set valid_until = '2026-08-31', version = '${CONSENT_TEXT}.2025' where ${theirs('last year')};
    update contact set age_band = '13-15' where ${where('too young')};`)

  const before = questionsShown(story)
  const nothingShown = async (path: string) => {
    await story.rest()
    const more = people.map((_, i) => (questionsShown(story).get(301 + i) ?? 0) - (before.get(301 + i) ?? 0))
    expect({ path, more }).toEqual({ path, more: STANDINGS.map(() => 0) })
    for (const [i, page] of pages.entries()) {
      await page.call('/hier')
      expect({ path, standing: STANDINGS[i], html: /value="r\.[^"]*"/.exec(page.html())?.[0] ?? null }).toEqual({
        path,
        standing: STANDINGS[i],
        html: null,
      })
    }
  }
  await nothingShown('a restart')
  for (const tap of taps) story.telegram.redeliver(tap)
  await nothingShown('a tap delivered again')
  for (const [i, card] of cards.entries()) people[i]!.person.tap(3, card)
  for (const young of people) young.person.tapData(cards[0]!.buttons.flat()[1]!.data)
  await nothingShown('a tap on an old card, or made by hand')
  for (const young of people) young.person.type('veel')
  await nothingShown('a typed answer')
  for (const command of ['/help', '/taal', '/instellingen', '/mijndata', '/privacy'])
    for (const young of people) young.person.type(command)
  await nothingShown('a command')
  for (const young of people) young.person.start(await story.joinToken('xy'))
  await nothingShown('opening the link, without a yes')
  await holdSession(story, 'xy', 'meetingpoint')
  await nothingShown('a round that opens')
  story.clock.pass({ hours: 25 })
  await story.app.sweep()
  await nothingShown('a reminder')
  const toAll = (kind: string, run: string) => `insert into outgoing
    (organisation_id, id, kind, channel, contact_id, run_id, subject_id, state, send_after, attempts)
    select 'xy', '${kind}' || contact.id, '${kind}', contact.channel, contact.id, ${run}, '${roundId}', 'due', '2026-11-26T17:00:00Z', 0
    from contact join contact_link on contact_link.contact_id = contact.id
    left join run on run.participant_id = contact_link.participant_id and run.round_id = '${roundId}';`
  await story.restart(
    ['card', 'reminder'].map((kind) => toAll(kind, 'run.id')).join('') +
      ['result', 'feedback'].map((kind) => toAll(kind, 'null')).join(''),
  )
  const said = people.map((young) => young.person.messages.length)
  await story.app.sweep()
  await nothingShown('rows that wait to be sent')
  expect(people.map((young) => young.person.messages.length)).toEqual(said)
  story.clock.pass({ hours: 24 * 5 })
  await story.app.sweep()
  await nothingShown('a round that closes')
  // The one answer that each gave while they might, and that was not erased.
  const { answer, run } = await story.tables()
  const answered = answer!.filter((row) => row.status === 'answered')
  expect(answered.map((row) => row.question)).toEqual(STANDINGS.slice(0, -2).map(() => 'worth'))
  expect(run!.filter((row) => row.round_id !== roundId)).toEqual([])
})

type Event = { who: number; n: number; what: (typeof EVENTS)[number] }
const EVENTS = [
  ...['open', 'join', 'join', 'join', 'join', 'join', 'reply', 'reply', 'reply', 'type', 'stop', 'stop word', 'erase'],
  ...['pause', 'block', 'unblock', 'by hand', 'again', 'hold', 'hold', 'sweep', 'a day', 'some days', 'new year'],
  ...['close', 'restart'],
] as const

const RUNS = 6

/** Both take part and are asked; from there on anything may happen. */
const BEGINNING: Event[] = [
  ...[0, 1].flatMap((who) => (['open', 'join', 'join', 'join'] as const).map((what) => ({ who, n: 0, what }))),
  { who: 0, n: 0, what: 'hold' },
]

test('no sequence of events brings a question to who should get none', { timeout: 300_000 }, async () => {
  let shown = 0
  const event = fc.record({ who: fc.nat(1), n: fc.nat(40), what: fc.constantFrom(...EVENTS) }) as fc.Arbitrary<Event>
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 12, maxLength: 28 }), async (events) => {
      shown += await live([...BEGINNING, ...events])
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  // A test of silence says something only when there is speech as well.
  expect(shown).toBeGreaterThanOrEqual(2 * RUNS)
})

/** @returns how many questions were shown, all of them to people who may be shown one */
async function live(events: Event[]): Promise<number> {
  const story = await startStory({ discord: false })
  const token = await story.joinToken('xy')
  const people = [401, 402].map((id) => story.telegram.person(id, { language: 'nl' }))
  /** In which working year each last said yes, without anything after it that takes it back. */
  const yes: (number | null)[] = [null, null]
  const pausedUntil = people.map(() => story.clock.now())
  const updates: { id: number; at: Temporal.Instant }[] = []
  const rounds: string[] = []
  const year = () => workingYearOf(story.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate(), '09-01').year

  const tapJoin = (who: number, data: string): number => {
    const button = decodeJoin(data)!
    if (button.choice === 'n' || button.age === 'a' || button.age === 'b') yes[who] = null
    else if (button.choice === 'y' && button.age && button.text === CONSENT_TEXT && button.language) yes[who] = year()
    return people[who]!.tapData(data)
  }
  const does = async ({ who, n, what }: Event): Promise<number | null> => {
    const person = people[who]!
    const buttons = (start: string) =>
      person.messages.flatMap((message) => message.buttons.flat()).filter(({ data }) => data.startsWith(start))
    switch (what) {
      case 'open':
        return person.start(token)
      case 'join': {
        const [newest] = person.messages.filter((one) => one.buttons.flat()[0]?.data.startsWith('j.')).slice(-1)
        const all = n < 30 ? (newest?.buttons.flat().filter(({ data }) => data.startsWith('j.')) ?? []) : buttons('j.')
        // Mostly the way to a yes, with a younger age, a no or an older card now and then.
        const wish =
          n < 20 ? all.find(({ data }) => /\.(y\..*|s\.nl\.d|s\.nl)$/.test(data)) : all[n % (all.length || 1)]
        return wish ? tapJoin(who, wish.data) : person.start(token)
      }
      case 'by hand': {
        const ends = ['y', 'y.nl', 'y.nl.d', `y.nl.d.2019-01`, `y.nl.b.${CONSENT_TEXT}`, `y.nl.a.${CONSENT_TEXT}`]
        return tapJoin(who, `j.${token}.${ends[n % ends.length]}`)
      }
      case 'reply': {
        const all = buttons('r.')
        const wish = all[n % (all.length || 1)]
        if (!wish) return null
        if (decodeButton(wish.data)?.code === '_stop') yes[who] = null
        return person.tapData(wish.data)
      }
      case 'type':
        return person.type(['veel', '1', 'iets heel anders', 'ja'][n % 4]!)
      case 'stop':
        yes[who] = null
        return person.type('/stop')
      case 'stop word':
        yes[who] = null
        return person.type(['stop', 'STOPPEN', 'unsubscribe'][n % 3]!)
      case 'erase': {
        person.type('/wis')
        await story.rest()
        const sure = buttons('d.e.y').at(-1)
        if (!sure) return null
        yes[who] = null
        // Their pause is erased with them: who comes back and says yes is somebody new.
        pausedUntil[who] = story.clock.now()
        return person.tapData(sure.data)
      }
      case 'pause':
        pausedUntil[who] = story.clock.now().add({ hours: 24 * 25 })
        return person.type('/pauze')
      case 'block':
        person.block()
        return null
      case 'unblock':
        person.unblock()
        return null
      case 'again': {
        // Platforms deliver an update again for a day at most.
        const recent = updates.filter(({ at }) => at.until(story.clock.now()).total('hours') < 24)
        const update = recent[n % (recent.length || 1)]
        if (update) story.telegram.redeliver(update.id)
        return null
      }
      case 'hold':
        rounds.push((await holdSession(story, 'xy', 'meetingpoint')).roundId)
        return null
      case 'close':
        if (rounds.length > 0) await story.app.desk.closeRound('coach', 'xy', rounds.pop()!)
        return null
      case 'restart':
        await story.restart()
        return null
      case 'new year':
        story.clock.set(`${year() + 1}-09-08T17:00:00Z`)
        await story.app.sweep()
        return null
      case 'some days':
      case 'a day':
        story.clock.pass({ hours: what === 'a day' ? 25 : 24 * (n + 2) })
        await story.app.sweep()
        return null
      default:
        await story.app.sweep()
        return null
    }
  }

  const told: string[] = []
  for (const event of events) {
    story.clock.pass({ seconds: 5 })
    const [before, at] = [questionsShown(story), story.clock.now()]
    const update = await does(event)
    if (update !== null) updates.push({ id: update, at })
    await story.rest()
    told.push(`${event.who} ${event.what} ${event.n}`)
    const after = questionsShown(story)
    for (const [who, { id }] of people.entries()) {
      const more = (after.get(id) ?? 0) - (before.get(id) ?? 0)
      const byThemselves = event.who === who && !OTHERS.has(event.what)
      const paused = !byThemselves && Temporal.Instant.compare(story.clock.now(), pausedUntil[who]!) < 0
      if (more > 0 && (yes[who] !== year() || paused))
        throw new Error(
          `person ${who} was shown a question (${paused ? 'paused' : `yes of ${yes[who]}`}):\n${told.join('\n')}`,
        )
    }
  }
  const total = [...questionsShown(story).values()].reduce((sum, count) => sum + count, 0)
  await story.app.stop()
  return total
}

/** What comes from elsewhere: none of it is this person's own doing. */
const OTHERS = new Set<string>(['again', 'hold', 'close', 'restart', 'new year', 'some days', 'a day', 'sweep'])
