/** The whole job once: three channels, two coach channels and a page, one digest, and nobody to be found in it. */
import { expect, test } from 'vitest'
import { createConfigSource } from '../../src/config/load.ts'
import { createVault } from '../../src/people/vault.ts'
import { optionsOf } from '../../src/survey/question-set.ts'
import { plain } from '../support/app.ts'
import { describeOnServer } from '../support/postgres.ts'
import { granted, holdSession, type Row, type Story, startStory } from '../support/story.ts'
import { countOf, expectedCounts, makePlans, type Plan } from '../support/story-plans.ts'
import { joins, type Language, onDiscord, onTelegram, onWeb, sayOf, type Young } from '../support/story-young.ts'

const set = createConfigSource('config').current().methods.get('uitgangsvraag')!.set
const CHAT_OF_COACHES = -1_009_876_543_210
const COACH = 640_640_640

test(
  '23 young people on three channels, one digest for three coach channels, on the embedded store',
  { timeout: 120_000 },
  () => tellAll('embedded'),
)
describeOnServer('on a real server', () => {
  test('23 young people on three channels, one digest for three coach channels', { timeout: 120_000 }, () =>
    tellAll('server'),
  )
})

async function tellAll(on: 'embedded' | 'server') {
  const story = await startStory({ on })
  const secrets: string[] = [story.settings.telegram!.token, story.settings.discord!.token, story.settings.secretKey!]

  // Coaches link a group and a channel; the organisation puts its join post in another channel.
  const coach = story.telegram.person(COACH, { name: 'Coachnaam-Merel' })
  const group = story.telegram.group(CHAT_OF_COACHES, { title: 'Groepsnaam-Zwaluw' })
  group.admins.add(COACH)
  const server = story.discord.server()
  const manager = story.discord.person({ server: server.id, manager: true })
  const coaches = server.channel('kanaalnaam-ekster')
  const square = server.channel('plein')
  const code = async (purpose: 'coach' | 'join') => {
    const made = granted(await story.app.desk.linkCode('coach', 'xy', purpose)).code
    secrets.push(made)
    return made
  }
  const linked = group.next((message) => plain(message.text).includes('De overzichten van XY'))
  group.say(`/koppel ${await code('coach')}`, coach)
  await linked
  const linkedToo = coaches.next((message) => plain(message.text).includes('De overzichten van XY'))
  await manager.command('/koppel', { place: coaches, code: await code('coach') })
  await linkedToo
  const posted = square.next()
  await manager.command('/koppel', { place: square, code: await code('join') })
  expect(plain((await posted).text)).toContain('XY wil graag weten')
  secrets.push(
    String(COACH),
    String(CHAT_OF_COACHES),
    '9876543210',
    'Coachnaam-Merel',
    'Groepsnaam-Zwaluw',
    'kanaalnaam-ekster',
    server.id,
    coaches.id,
    square.id,
    manager.id,
  )

  // Everybody joins.
  const LANGUAGES: Language[] = ['nl', 'en', 'fr']
  const young: Young[] = []
  for (let i = 0; i < 12; i++)
    young.push(await onTelegram(story, 'xy', 77_100_200_300 + i, LANGUAGES[i % 3]!, `Voornaam-Zeepaard-${i}`))
  for (let i = 0; i < 8; i++)
    young.push(onDiscord(story, server, i % 2 === 0 ? { post: square } : { place: square }, LANGUAGES[i % 3]!))
  for (let i = 0; i < 3; i++) young.push(await onWeb(story, 'xy', LANGUAGES[i]!))
  for (const one of young) await joins(one)
  secrets.push(
    ...young.flatMap((one) => one.ids()),
    await story.joinToken('xy'),
    story.coachPath('xy').split('/').at(-1)!,
  )
  expect(secrets.every((secret) => secret.length > 4)).toBe(true)

  // The session ends; everybody gets the card, in their own language.
  const { roundId, sessionId } = await holdSession(story, 'xy', 'meetingpoint')
  for (const one of young) {
    const card = await one.sees(sayOf(one.language, 'card-position', { number: 1, total: 4 }))
    expect(card.text).toContain(questionOf('worth', one.language))
  }

  const notNow = young[11]!
  const stopper = young[10]!
  const silent = young[19]!
  const skipper = young[22]!
  await notNow.tap(sayOf(notNow.language, 'button-later'))
  await notNow.sees(sayOf(notNow.language, 'end-declined'))
  await stopper.tap(labelOf('worth', 'a_lot', stopper.language))
  await stopper.sees(questionOf('voice', stopper.language))
  await stopper.tap(sayOf(stopper.language, 'button-stop'))
  await stopper.sees(sayOf(stopper.language, 'end-stopped'))
  for (const key of ['worth', 'voice', 'takeaway', 'more']) {
    await skipper.sees(questionOf(key, skipper.language))
    await skipper.tap(sayOf(skipper.language, 'button-skip'))
  }
  const answering = young.filter((one) => ![notNow, stopper, silent, skipper].includes(one))
  const plans = makePlans()
  expect(plans).toHaveLength(answering.length)
  for (const [i, one] of answering.entries()) await answers(one, plans[i]!)
  const typed = plans.flatMap((plan) => (plan.more === null ? [] : [plan.more]))
  secrets.push(...typed)

  // While it is open, nobody sees how many answered.
  granted(await story.app.desk.setHeadcount('coach', 'xy', sessionId, 23))
  expect((await story.app.desk.overview('xy'))!.digests).toEqual([])
  expect(group.messages.filter((message) => message.text.includes('📋'))).toEqual([])

  granted(await story.app.desk.closeRound('coach', 'xy', roundId))
  await story.rest()
  // Everything asked again changes and sends nothing more.
  expect(await story.app.desk.closeRound('coach', 'xy', roundId)).toMatchObject({ ok: false, fault: 'desk-round-over' })
  for (let i = 0; i < 3; i++) {
    story.clock.pass({ minutes: 20 })
    await story.app.sweep()
    await story.rest()
  }

  // One digest a coach channel, with the figures that a person can count after.
  const figures = [
    '20 van 23 aanwezigen (3 zonder antwoord)',
    'veel',
    '10',
    'een beetje',
    '5',
    'ja',
    '9',
    '6',
    'iets nieuws geleerd',
    '12',
    'ik kijk er anders naar',
    'ik voel me minder alleen',
    '4',
    'niets hiervan',
    'open antwoorden komen niet in dit bericht',
  ]
  const inGroup = group.messages.filter((message) => message.text.includes('📋'))
  expect(inGroup).toHaveLength(1)
  expect(inGroup[0]!.html).toMatch(/^<b>📋 .*Meetingpoint.*<\/b>/)
  const inChannel = coaches.messages().filter((message) => message.text.includes('📋'))
  expect(inChannel).toHaveLength(1)
  const raw = [...story.discord.world.messages.values()].find(
    (message) => message.channel === coaches.id && message.content.includes('📋'),
  )!
  expect(raw.content).toMatch(/^\*\*📋/)
  const page = plain((await story.page(story.coachPath('xy'))).html)
  expect(page.match(/data-kind="digest"/g)).toHaveLength(1)
  for (const text of [plain(inGroup[0]!.text), plain(inChannel[0]!.text)]) {
    for (const figure of figures) expect(text).toContain(figure)
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(12)
    // Chosen by one or two people: not named, not counted.
    for (const label of ['ik heb er een slecht gevoel bij', 'ik weet wat ik kan doen'])
      expect(text).not.toContain(label)
    expect(text).not.toMatch(/(?<!\d)[12] van (20|23)/)
    expect(text).not.toContain('voorbeeldgegevens')
  }
  for (const figure of ['20 van 23 aanwezigen (3 zonder antwoord)', '10 van 20', '9 van 20', '12 van 20'])
    expect(page).toContain(figure)
  const shownToCoaches = [inGroup[0]!.html, raw.content, page]
  for (const text of shownToCoaches)
    for (const secret of [...typed, ...young.flatMap((one) => one.ids())]) expect(text).not.toContain(secret)

  // What is stored: the same codes whichever channel, everything accounted for, and nobody's address.
  const tables = await story.tables()
  expect(countOf(tables.answer!)).toEqual(expectedCounts(plans))
  expect(tables.run!.map((run) => run.disposition).sort()).toEqual(
    [...Array(20).fill('completed'), 'declined', 'expired', 'stopped'].sort(),
  )
  expect(tables.digest).toHaveLength(1)
  expect(tables.outgoing!.filter((row) => row.kind === 'digest').map((row) => row.state)).toEqual([
    'sent',
    'sent',
    'sent',
  ])
  checkNothingLeaks(story, tables, secrets)
  const vault = createVault(story.settings.secretKey!)
  expect(tables.open_text!.map((row) => vault.decryptText(row.text_cipher as string)).sort()).toEqual(
    typed.map((text) => text.replace('@everyone', '[account]')).sort(),
  )
  const other = createVault('another secret that is long enough too')
  for (const row of tables.open_text!)
    expect(() => other.decryptText(row.text_cipher as string)).toThrow('another secret key')
}

function checkNothingLeaks(story: Story, tables: Record<string, Row[]>, secrets: string[]) {
  const logs = story.logs.join('\n')
  const rows = JSON.stringify(tables)
  expect(story.logs.length).toBeGreaterThan(10)
  for (const secret of secrets) {
    expect(logs.includes(secret), `a log line holds ${secret}`).toBe(false)
    expect(rows.includes(secret), `a row holds ${secret}`).toBe(false)
  }
  // Answers know a pseudonym that no row outside contact_link ties to an address.
  const contacts = new Set(tables.contact!.map((row) => row.id as string))
  for (const name of ['answer', 'run', 'open_text', 'participant', 'consent', 'presence', 'digest', 'release']) {
    const dump = JSON.stringify(tables[name])
    for (const id of contacts) expect(dump.includes(id), `${name} knows a contact`).toBe(false)
    for (const contact of tables.contact!)
      expect(dump.includes(contact.address_hash as string), `${name} knows an address`).toBe(false)
  }
  for (const row of tables.answer!) expect(String(row.answered_on)).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(tables.run!.every((run) => run.moved_at === null)).toBe(true)
}

async function answers(young: Young, plan: Plan) {
  const { language } = young
  const choose = (key: string, code: string) =>
    young.tap(
      code === '_dk'
        ? sayOf(language, 'button-dont-know')
        : code === '_no'
          ? sayOf(language, 'button-decline')
          : labelOf(key, code, language),
    )
  if (young.channel === 'web') await young.sees(questionOf('worth', language))
  await choose('worth', plan.worth)
  await young.sees(questionOf('voice', language))
  await choose('voice', plan.voice)
  await young.sees(questionOf('takeaway', language))
  for (const code of plan.takeaway) {
    await choose('takeaway', code)
    if (code !== '_dk') await young.sees('')
  }
  if (plan.takeaway[0] !== '_dk') await young.tap(sayOf(language, 'button-done'))
  await young.sees(questionOf('more', language))
  if (plan.more === null) await young.tap(sayOf(language, 'button-skip'))
  else await young.write(plan.more)
  await young.sees(sayOf(language, 'end-thanks'))
}

function labelOf(key: string, code: string, language: Language): string {
  const question = set.questions.find((one) => one.key === key)!
  return optionsOf(question).find((one) => one.code === code)!.text[language]!
}

/** The words of a question up to where the theme is filled in. */
function questionOf(key: string, language: Language): string {
  return set.questions.find((one) => one.key === key)!.text[language]!.split('{')[0]!
}
