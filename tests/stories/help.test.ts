/** The help card, and a request to be contacted: to one person, in private, with a name and nothing else. */
import { expect, test } from 'vitest'
import { createVault } from '../../src/people/vault.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, holdSession, ownConfig, type Row, type Story, startStory } from '../support/story.ts'
import { joins, onDiscord, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 90_000 }
const WEEKDAY_MORNING = '2026-11-25T10:00:00Z'
const WEEKDAY_EVENING = '2026-11-25T18:00:00Z'
const NIGHT = '2026-11-25T23:00:00Z'

type Person = ReturnType<Story['telegram']['person']>

test(
  'a name goes to one person in private, once; who asked hears that it was seen, and nothing stays',
  LONG,
  async () => {
    const story = await startStory({ discord: false, start: WEEKDAY_MORNING })
    const coaches = await coachGroup(story)
    const samira = await staff(story, 901, 'safeguarding')
    const ann = await young(story, 41, 'annske')
    await holdSession(story, 'xy', 'meetingpoint')
    await seen(ann, 'Vraag 1 van 4')

    ann.type('/hulp')
    const card = await seen(ann, 'Wil je met iemand praten?')
    expect(labels(card).map(plain)).toContain('Vraag Samira om mij te contacteren')
    ann.tap('om mij te contacteren', card)
    const confirm = await seen(ann, 'Ik geef je naam op Telegram door aan Samira: @annske')
    expect(plain(confirm.text)).toContain('Alleen dat geef ik door. Niet je antwoorden.')
    await story.rest()
    expect(samira.messages.some(({ text }) => text.includes('annske'))).toBe(false)
    ann.tap('Ja, geef door', confirm)
    expect(plain((await seen(ann, 'Doorgegeven aan Samira.')).text)).toContain(
      'Samira is er nu. De uren zijn: ma–vr 10:00–18:00.',
    )
    ann.tap('Ja, geef door', confirm)
    await seen(ann, 'Je vroeg dit al aan Samira.')

    const request = await seen(samira, 'XY: een jongere vraagt of je contact opneemt.')
    expect(
      plain(request.text)
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      'XY: een jongere vraagt of je contact opneemt.',
      'Zo bereik je deze jongere (Telegram):',
      '@annske',
      'Je ziet geen antwoorden. De jongere koos hier zelf voor.',
      'Denk je dat er nu gevaar is? Volg het stappenplan van je organisatie of bel 112.',
      'Haal dit bericht weg als jullie elkaar gesproken hebben.',
    ])
    await story.rest()
    expect(samira.messages.filter(({ text }) => text.includes('annske'))).toHaveLength(1)
    samira.tap('Ik neem contact op', request)
    await seen(samira, 'Dank je. De jongere hoort dat je de vraag zag.')
    await seen(ann, 'Samira heeft je vraag gezien en neemt contact met je op.')
    samira.tap('Ik neem contact op', request)
    await seen(samira, 'Deze vraag is al gezien, of te oud.')
    await story.rest()
    expect(coaches.messages.some(({ text }) => /annske|contact/i.test(text))).toBe(false)
    const page = await story.page(story.coachPath('xy'))
    expect(page.html).not.toContain('annske')
    expect(metricsOf(await story.page('/metrics'))).toBe('1')

    const tables = await story.tables()
    expect(tables.contact_request).toEqual([])
    expect(tables.outgoing!.filter((row) => row.kind === 'contact-request')).toEqual([])
    expect(JSON.stringify(tables)).not.toContain('annske')
    expect(story.logs.join('\n')).not.toMatch(/annske|Samira/)
    expect(tables.audit!.map((row) => row.action)).toContain('contact request seen')
  },
)

test('nobody on duty: the fallback, and else honest hours and 112', LONG, async () => {
  const story = await startStory({ discord: false, start: WEEKDAY_EVENING })
  const samira = await staff(story, 901, 'safeguarding')
  const ann = await young(story, 41, 'annske')
  await asks(ann, 'Samira')
  const away = await seen(ann, 'Doorgegeven aan Samira.')
  expect(plain(away.text)).toContain('Samira is er nu niet. De uren zijn: ma–vr 10:00–18:00.')
  expect(plain(away.text)).toContain('Is er nu gevaar? Bel 112 of gebruik de app 112 BE.')
  await seen(samira, '@annske')

  const joris = await staff(story, 902, 'fallback')
  const ben = await young(story, 42, 'benneke')
  ben.type('/hulp')
  ben.tap('om mij te contacteren', await seen(ben, 'Wil je met iemand praten?'))
  const confirm = await seen(ben, 'door aan Joris: @benneke')
  expect(plain(confirm.text)).toContain('Is Joris niet te bereiken? Dan geef ik het door aan Samira.')
  ben.tap('Ja, geef door', confirm)
  await seen(joris, '@benneke')

  story.clock.set(NIGHT)
  const cas = await young(story, 43, 'casje')
  await asks(cas, 'Samira')
  await seen(cas, 'Samira is er nu niet.')
  await seen(samira, '@casje')
  await story.rest()
  expect(joris.messages.filter(({ text }) => text.includes('@'))).toHaveLength(1)
})

test('where nobody is linked the card offers lines only, and a tap from before says so', LONG, async () => {
  const story = await startStory({ discord: false, start: WEEKDAY_MORNING })
  const ann = await young(story, 41, 'annske')
  ann.type('/hulp')
  const card = await seen(ann, 'Wil je met iemand praten?')
  expect(labels(card).filter((label) => label.includes('Vraag'))).toEqual([])
  for (const data of ['h.c.xy', 'h.y.xy', 'h.c.xyz', 'h.y.niemand', 'h.k.zomaar', 'h.z', 'h.']) ann.tapData(data)
  await story.rest()
  const { contact_request } = await story.tables()
  expect(contact_request).toEqual([])
})

test('who has no name to pass on writes how to be reached: in the chat, and on the page', LONG, async () => {
  const story = await startStory({ discord: false, start: WEEKDAY_MORNING })
  const samira = await staff(story, 901, 'safeguarding')
  const ann = await young(story, 41)
  ann.type('/hulp')
  ann.tap('om mij te contacteren', await seen(ann, 'Wil je met iemand praten?'))
  await seen(ann, 'Hoe kan Samira je bereiken?')
  ann.type('x'.repeat(201))
  await seen(ann, 'Dat is te lang. Hoogstens 200 tekens.')
  ann.type('bel mama op 0470 12 34 56')
  await seen(ann, 'Doorgegeven aan Samira.')
  await seen(samira, 'bel mama op 0470 12 34 56')
  ann.type('en nog iets')
  await seen(ann, sayOf('nl', 'nothing-open'))

  const cas = await onWeb(story, 'xy', 'nl')
  await joins(cas)
  await cas.tap('Hulp')
  await cas.sees('Wil je met iemand praten?')
  await cas.tap('om mij te contacteren')
  await cas.sees('Hoe kan Samira je bereiken?')
  await cas.write('cas@voorbeeld.be')
  await cas.sees('Doorgegeven aan Samira.')
  await seen(samira, 'cas@voorbeeld.be')
  const tables = await story.tables()
  expect(tables.contact_request).toHaveLength(2)
  expect(JSON.stringify(tables)).not.toMatch(/0470|voorbeeld\.be/)
})

test(
  'a message that cannot be delivered goes to the other; when there is nobody, who asked hears it',
  LONG,
  async () => {
    const story = await startStory({ discord: false, start: WEEKDAY_MORNING })
    const samira = await staff(story, 901, 'safeguarding')
    const joris = await staff(story, 902, 'fallback')
    const ann = await young(story, 41, 'annske')
    ann.type('/hulp')
    ann.tap('om mij te contacteren', await seen(ann, 'Wil je met iemand praten?'))
    const confirm = await seen(ann, '@annske')
    samira.deactivate()
    ann.tap('Ja, geef door', confirm)
    await seen(ann, 'Doorgegeven aan Samira.')
    await story.rest()
    await story.app.sweep()
    await seen(joris, '@annske')

    joris.block()
    await story.rest()
    const ben = await young(story, 42, 'benneke')
    ben.tapData('h.y.xy')
    await seen(ben, sayOf('nl', 'help-nobody'))
    await staff(story, 903, 'safeguarding').then((last) => {
      ben.tapData('h.y.xy')
      last.deactivate()
    })
    await story.rest()
    await story.app.sweep()
    await seen(ben, 'Je vraag kon niet doorgegeven worden')
    await story.rest()
    const { contact_request, outgoing } = await story.tables()
    expect(contact_request).toHaveLength(1)
    expect(outgoing!.filter((row) => row.kind === 'contact-request' && row.contact_id !== null)).toEqual([])
  },
)

test('only who is linked for the organisation can say that a request was seen', LONG, async () => {
  const story = await startStory({ discord: false, start: WEEKDAY_MORNING })
  const samira = await staff(story, 901, 'safeguarding')
  const other = await staff(story, 902, 'safeguarding', 'xyz')
  const ann = await young(story, 41, 'annske')
  await asks(ann, 'Samira')
  const request = await seen(samira, '@annske')
  const data = request.buttons.flat().find(({ label }) => label.includes('Ik neem contact op'))!.data
  for (const forger of [ann, other]) forger.tapData(data)
  await story.rest()
  expect(ann.messages.some(({ text }) => text.includes('heeft je vraag gezien'))).toBe(false)
  // Somebody else takes over the role: who had it hears of nobody any more.
  await staff(story, 903, 'safeguarding')
  samira.tap('Ik neem contact op', request)
  await story.rest()
  const { contact_request, place } = await story.tables()
  expect(contact_request!.map((row) => row.state)).toEqual(['waiting'])
  expect(place!.filter((row: Row) => row.purpose === 'safeguarding' && row.organisation_id === 'xy')).toHaveLength(1)
})

test(
  'a code is used where it belongs: one for a group stays good in private, an invitation in a group does not',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const manager = story.telegram.person(900, { language: 'nl' })
    const group = story.telegram.group(-1001)
    group.admins.add(900)
    const forGroup = granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code
    const invited = async () =>
      granted(await story.app.desk.invite('command line', 'xy', { role: 'safeguarding', name: '' })).code
    const exposed = await invited()
    const forOne = await invited()
    manager.type(`/koppel ${forGroup}`)
    await seen(manager, sayOf('nl', 'staff-in-group'))
    // Whoever reads along could take the role: a code that was said in a group opens nothing any more.
    group.say(`/koppel ${exposed}`, manager)
    await group.next((message) => plain(message.text).includes(sayOf('nl', 'invite-in-group')))
    manager.type(`/koppel ${exposed}`)
    await seen(manager, sayOf('nl', 'invite-wrong-code'))
    manager.type(`/koppel ${forOne}`)
    await seen(manager, 'Vraagt een jongere van XY om contact')
    group.say(`/koppel ${forGroup}`, manager)
    await group.next((message) => plain(message.text).includes('Gekoppeld. De overzichten van XY'))
    manager.wipe()
    manager.type('/koppel onzin')
    await seen(manager, sayOf('nl', 'invite-wrong-code'))
    const page = plain((await story.page(story.coachPath('xy'))).html)
    expect(page).toContain('Vertrouwenspersoon: Samira, gekoppeld op')
    expect(page).toContain('Vervanger: Joris, nog niet gekoppeld')
  },
)

test('words that worry get the card, other words a remark; neither is kept', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await young(story, 41)
  ann.type('zomaar iets')
  await seen(ann, sayOf('nl', 'nothing-open'))
  ann.type('ik wil dood')
  const card = await seen(ann, 'Wil je met iemand praten?')
  expect(plain(card.text)).toContain('Wat je net schreef, is niet bewaard. Niemand leest het.')
  ann.tap('Nee, ik ben oké', card)
  await seen(ann, sayOf('nl', 'help-later'))
  ann.tap('Meer hulplijnen', card)
  await seen(ann, 'Tele-Onthaal')
  const stranger = story.telegram.person(77, { language: 'fr' })
  stranger.type('je veux mourir')
  await seen(stranger, 'Tu veux parler à quelqu')
  await story.rest()
  const tables = await story.tables()
  expect(JSON.stringify(tables)).not.toMatch(/dood|mourir/)
  expect(tables.contact).toHaveLength(1)
})

test('one tap away on a card with an open question, and shown by itself when an answer worries', LONG, async () => {
  const story = await startStory({ discord: false })
  const ann = await young(story, 41)
  await holdSession(story, 'xy', 'meetingpoint')
  for (let number = 1; number < 4; number++) {
    const card = await seen(ann, `Vraag ${number} van 4`)
    expect(labels(card)).not.toContain(sayOf('nl', 'button-help'))
    ann.tap(sayOf('nl', 'button-skip'), card)
  }
  const card = await seen(ann, 'Vraag 4 van 4')
  ann.tap(sayOf('nl', 'button-help'), card)
  await seen(ann, 'Wil je met iemand praten?')
  ann.messages.splice(
    ann.messages.findIndex(({ text }) => text.includes('Wil je met iemand praten?')),
    1,
  )
  ann.type('ik durf niet naar huis, bel 0470123456')
  const shown = await seen(ann, 'Wil je met iemand praten?')
  expect(shown.text).not.toContain('niet bewaard')
  await story.rest()
  const { open_text, answer } = await story.tables()
  expect(answer!.filter((row) => row.question === 'more').map((row) => row.status)).toEqual(['answered'])
  expect(createVault(story.settings.secretKey!).decryptText(String(open_text![0]!.text_cipher))).toBe(
    'ik durf niet naar huis, bel [telefoonnummer]',
  )
})

test('on Discord the name there is passed on, to somebody on Telegram', LONG, async () => {
  const story = await startStory({ start: WEEKDAY_MORNING })
  const samira = await staff(story, 901, 'safeguarding')
  const server = story.discord.server()
  const place = server.channel()
  const manager = story.discord.person({ server: server.id, manager: true })
  const { code } = granted(await story.app.desk.linkCode('coach', 'xy', 'join'))
  await manager.command('/koppel', { place, code })
  await place.next()
  const ben = onDiscord(story, server, { post: place }, 'nl')
  await joins(ben)
  await ben.person.command('/hulp', { place })
  await ben.sees('Wil je met iemand praten?')
  await ben.tap('om mij te contacteren')
  await ben.sees('Ik geef je naam op Discord door aan Samira: @jongere')
  await ben.tap('Ja, geef door')
  await ben.sees('Doorgegeven aan Samira.')
  const request = await seen(samira, '@jongere')
  expect(plain(request.text)).toContain('Zo bereik je deze jongere (Discord):')
  samira.tap('Ik neem contact op', request)
  await ben.sees('Samira heeft je vraag gezien en neemt contact met je op.')
})

test('without a moderator the open question stays out, and the coach reads why', LONG, async () => {
  const configFolder = ownConfig(({ organisation }) =>
    organisation('xy', (yaml) => yaml.replace(/^moderator: .*\n/m, '')),
  )
  const story = await startStory({ discord: false, configFolder })
  const ann = await young(story, 41)
  await holdSession(story, 'xy', 'meetingpoint')
  for (let number = 1; number < 4; number++) {
    await seen(ann, `Vraag ${number} van 3`)
    ann.tap(sayOf('nl', 'button-skip'))
  }
  await seen(ann, sayOf('nl', 'end-thanks'))
  const page = plain((await story.page(story.coachPath('xy'))).html)
  expect(page).toContain('heeft een open vraag')
  expect(page).toContain('Tot dan stelt Pols de andere vragen, zonder de open vraag.')
})

test('help lines that nobody checked for half a year: no open question, and one line for the coach', LONG, async () => {
  const story = await startStory({ discord: false, start: '2027-05-26T10:00:00Z' })
  const ann = await young(story, 41)
  await holdSession(story, 'xy', 'meetingpoint')
  await seen(ann, 'Vraag 1 van 3')
  ann.type('/hulp')
  await seen(ann, 'Awel')
  const page = plain((await story.page(story.coachPath('xy'))).html)
  expect(page.split('is het laatst nagekeken op')).toHaveLength(2)
})

async function staff(story: Story, id: number, purpose: 'safeguarding' | 'fallback', organisation = 'xy') {
  const wish = { role: 'safeguarding' as const, name: '', ...(purpose === 'fallback' ? { task: purpose } : {}) }
  const { code } = granted(await story.app.desk.invite('command line', organisation, wish))
  const person = story.telegram.person(id, { language: 'nl' })
  person.type(`/koppel ${code}`)
  await seen(person, 'Alleen jij ziet het.')
  return person
}

async function young(story: Story, id: number, username?: string): Promise<Person> {
  await joins(await onTelegram(story, 'xy', id, 'nl'))
  return story.telegram.person(id, { language: 'nl', ...(username ? { username } : {}) })
}

async function asks(person: Person, name: string): Promise<void> {
  person.type('/hulp')
  person.tap('om mij te contacteren', await seen(person, 'Wil je met iemand praten?'))
  person.tap('Ja, geef door', await seen(person, `door aan ${name}: @`))
}

const seen = (person: Person, words: string) => person.next((message) => plain(message.text).includes(words))

async function coachGroup(story: Story) {
  const manager = story.telegram.person(900, { language: 'nl' })
  const group = story.telegram.group(-1001)
  group.admins.add(900)
  group.say(`/koppel ${granted(await story.app.desk.linkCode('coach', 'xy', 'coach')).code}`, manager)
  await group.next((message) => plain(message.text).includes('Gekoppeld.'))
  return group
}

const metricsOf = ({ html }: { html: string }): string | undefined =>
  /^pols_help_cards_total\{channel="telegram"\} (\d+)$/m.exec(html)?.[1]
