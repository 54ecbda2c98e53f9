/** A joint worksheet in a Telegram group: unique contributions apart and shown at once, then the steps; late, leaving, refused. */
import { expect, test } from 'vitest'
import { readJoint } from '../../src/dialogue/joint-read.ts'
import { createVault } from '../../src/people/vault.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { startStory } from '../support/story.ts'
import { cardIn, comesIn, jointCode, jointGroup, opensJoint } from '../support/story-joint.ts'
import { stands, taps, types } from '../support/story-sheets.ts'
import { telegramPlace, withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

test(
  'what each is unique in stays hidden until all wrote, and is shown to all at once; who comes late writes too',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
    const sheetId = await opensJoint(story, samira)
    const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
    expect(await stands(story, bo)).toContain('• XY: Samira')
    const group = await jointGroup(story, samira, sheetId)
    const first = await cardIn(story, group)
    expect(first).toContain('Werkblad: Samen Noord')
    expect(first).toContain('Waarin is jouw organisatie uniek? Noem één ding.')
    expect(first).toContain('… XY: nog niet')
    expect(first).toContain('… De Brug: nog niet')
    expect(first).toContain('ongeveer 3 minuten')

    // Who taps in the group writes in private.
    group.tap(say('joint-write'), bo)
    expect(await stands(story, bo)).toContain('Hoogstens 300 tekens.')
    expect(await types(story, bo, 'Wij kennen elke straat <b>bij naam</b>')).toContain(say('joint-kept-apart'))
    const waiting = await cardIn(story, group)
    expect(waiting).toContain('✔ De Brug: klaar')
    expect(waiting).toContain('… XY: nog niet')
    // Neither the card nor the other partner sees what; the writer does, and may still change it.
    samira.tapData(`w.j.s.${sheetId}.unique`)
    expect(await stands(story, samira)).toContain('✔ De Brug: klaar')
    bo.tapData(`w.j.s.${sheetId}.unique`)
    expect(await stands(story, bo)).toContain('Jij schreef: Wij kennen elke straat <b>bij naam</b>')
    await taps(story, bo, say('joint-rewrite'))
    await types(story, bo, 'Wij kennen elke straat')
    for (const shown of [...group.messages, ...samira.messages]) expect(plain(shown.text)).not.toContain('elke straat')

    samira.tapData(`w.j.w.${sheetId}.unique`)
    await story.rest()
    expect(await types(story, samira, 'x'.repeat(301))).toContain('301 tekens. Hoogstens 300. Er is niets bewaard.')
    expect(await types(story, samira, 'Wij werken met de school')).toContain(say('joint-kept-shown'))
    expect(await stands(story, samira)).toContain('De Brug: Wij kennen elke straat')
    const shown = await cardIn(story, group)
    expect(shown).toContain('De Brug: Wij kennen elke straat')
    expect(shown).toContain('XY: Wij werken met de school')
    expect(await stands(story, bo)).toContain(say('joint-news-revealed'))
    // One card, edited in place.
    expect(group.messages.filter(({ text }) => plain(text).includes('Werkblad:'))).toHaveLength(1)

    // The command in the group shows its sheet in private.
    group.say('/werkblad', bo)
    await bo.next((message) => plain(message.text).includes('Stap 1 van 10'))
    expect(await stands(story, bo)).toContain('XY: Wij werken met de school')

    const late = await comesIn(story, samira, sheetId, 911, 'De Werf')
    const withLate = await cardIn(story, group)
    expect(withLate).toContain('… De Werf: nog niet')
    expect(withLate).toContain('De Brug: Wij kennen elke straat')
    late.tapData(`w.j.w.${sheetId}.unique`)
    await story.rest()
    await types(story, late, 'Wij hebben een werkplaats')
    expect(await cardIn(story, group)).toContain('De Werf: Wij hebben een werkplaats')
    expect(story.logs.join('\n')).not.toMatch(/elke straat|werkplaats|De Brug|Samen Noord/)
  },
)

test('before all is shown, the tables tell nothing: not the words, not how long they are', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
  const sheetId = await opensJoint(story, samira)
  const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
  await comesIn(story, samira, sheetId, 911, 'De Werf')
  bo.tapData(`w.j.w.${sheetId}.unique`)
  await story.rest()
  await types(story, bo, `Wij kennen elke straat ${'é😃"'.repeat(70)}`)
  samira.tapData(`w.j.k.${sheetId}`)
  expect(await stands(story, samira)).toContain(say('joint-skipped-self'))
  const tables = await story.tables()
  expect(JSON.stringify(tables)).not.toMatch(/elke straat|Samen Noord/)
  const [one, two] = tables.joint_entry!.map(({ cipher }) => String(cipher))
  expect(one).toHaveLength(two!.length)
  const vault = createVault(story.settings.secretKey!)
  expect(
    tables.joint_entry!.map(({ cipher }) => JSON.parse(vault.unseal('joint', sheetId, String(cipher))).text).sort(),
  ).toEqual(['', expect.stringContaining('elke straat')])
})

test(
  'the steps: keywords, pairs, differences side by side, back and forth, skipped; a repeated update changes nothing',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
    const sheetId = await opensJoint(story, samira)
    const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
    const group = await jointGroup(story, samira, sheetId)
    // Two at the same moment go one step together.
    const card = group.messages.at(-1)!
    group.tap(say('joint-next'), samira, card)
    group.tap(say('joint-next'), bo, card)
    const second = await cardIn(story, group)
    expect(second).toContain('Stap 2 van 10')
    expect(second).toContain(say('joint-nothing'))
    group.tap(say('joint-next'), bo)
    expect(await cardIn(story, group)).toContain('Waar overlappen jullie?')
    group.tap(say('joint-write'), bo)
    await story.rest()
    group.tap(say('joint-write'), samira)
    await story.rest()
    bo.type('- jongeren van 16\n- de wijk\n\n')
    samira.type('de wijk')
    const both = await cardIn(story, group)
    expect(both).toContain('• jongeren van 16 (De Brug)')
    expect(both).toContain('• de wijk (De Brug)')
    expect(both).toContain('• de wijk (XY)')
    story.telegram.redeliver()
    await story.rest()
    expect(await cardIn(story, group)).toBe(both)

    group.tap(say('joint-next'), samira)
    await story.rest()
    group.tap(say('joint-write'), samira)
    await story.rest()
    expect(await types(story, samira, 'Een vast gezicht')).toContain('Hoe blijft “Een vast gezicht” overeind?')
    expect(await cardIn(story, group)).toContain('• Een vast gezicht (XY)')
    expect(await types(story, samira, 'Contracten van een jaar')).toContain(say('joint-kept'))
    expect(await cardIn(story, group)).toContain('• Een vast gezicht → Contracten van een jaar (XY)')

    samira.tapData(`w.j.w.${sheetId}.differences`)
    await story.rest()
    await types(story, samira, 'Wij tellen mensen')
    story.clock.pass({ seconds: 1 })
    bo.tapData(`w.j.w.${sheetId}.differences`)
    await story.rest()
    const different = await types(story, bo, 'Wij tellen verhalen')
    expect(different).toContain('• Wij tellen mensen (XY)\n• Wij tellen verhalen (De Brug)')
    // One's own words are changed and taken away by oneself only.
    await taps(story, bo, 'Wij tellen verhalen', say('joint-change'))
    expect(await types(story, bo, 'Wij luisteren')).toContain('• Wij luisteren (De Brug)')
    const joint = (await readJoint(story.app.ground, sheetId))!
    const ofSamira = joint.entries.find(({ step, partnerId }) => step === 'differences' && partnerId === joint.keeper)!
    bo.tapData(`w.j.d.${sheetId}.${ofSamira.id}`)
    expect(await stands(story, bo)).toContain(say('joint-fault-not-yours'))
    await taps(story, samira, say('joint-before'))
    expect(await stands(story, samira)).toContain('Stap 5 van 10')
    // Back on the card too.
    group.tap(say('joint-before'), bo)
    expect(await cardIn(story, group)).toContain('Stap 3 van 10')
    // The goal is one text each; writing again takes its place.
    for (const text of ['In 2030 is elke jongere thuis in Noord', 'In 2031 is elke jongere thuis in Noord']) {
      bo.tapData(`w.j.w.${sheetId}.goal`)
      await story.rest()
      await types(story, bo, text)
    }
    expect(await stands(story, bo)).toContain('De Brug: In 2031')
    expect(await stands(story, bo)).not.toContain('In 2030')
  },
)

test('leaving with and without words, taking somebody off, erasing, closing', LONG, async () => {
  const story = await startStory({ discord: false })
  const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
  const sheetId = await opensJoint(story, samira)
  const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
  const ziko = await comesIn(story, samira, sheetId, 911, 'De Werf')
  const mo = await comesIn(story, samira, sheetId, 912, 'Het Plein')
  const group = await jointGroup(story, samira, sheetId)
  for (const [person, words] of [
    [samira, 'school'],
    [bo, 'straat'],
    [ziko, 'werkplaats'],
  ] as const) {
    person.tapData(`w.j.w.${sheetId}.unique`)
    await story.rest()
    await types(story, person, words)
  }
  expect(await cardIn(story, group)).toContain('… Het Plein: nog niet')
  // The one all wait for does not take part any more: then all is shown.
  expect(await taps(story, bo, say('joint-back'), say('joint-more'))).toContain(say('joint-more-what'))
  expect(labels(bo.card())).not.toContain(say('joint-take-off'))
  bo.tapData(`w.j.to.${sheetId}.whoever`)
  expect(await stands(story, bo)).toContain(say('joint-fault-not-yours'))
  samira.tapData(`w.j.t.${sheetId}`)
  await taps(story, samira, 'Het Plein', say('joint-take-off-yes'))
  expect(await stands(story, mo)).toContain(say('joint-news-off'))
  expect(await cardIn(story, group)).toContain('De Werf: werkplaats')

  ziko.tapData(`w.j.x.${sheetId}`)
  expect(await taps(story, ziko, say('joint-leave-words'))).toContain(say('joint-left'))
  expect(await cardIn(story, group)).toContain('De Werf (weg): werkplaats')
  ziko.tapData(`w.j.h.${sheetId}`)
  expect(await stands(story, ziko)).toContain(say('joint-fault-not-yours'))
  bo.tapData(`w.j.x.${sheetId}`)
  expect(await taps(story, bo, say('joint-leave-all'))).toContain(say('joint-left-all'))
  const after = await cardIn(story, group)
  expect(after).not.toContain('straat')
  expect(after).not.toContain('De Brug')

  samira.tapData(`w.j.z.${sheetId}`)
  expect(await taps(story, samira, say('joint-close-yes'))).toContain(say('joint-closed-now'))
  const closed = await cardIn(story, group)
  expect(closed).toContain(say('joint-closed'))
  expect(labels(group.messages.at(-1)!)).toEqual([say('joint-all')])
  samira.tapData(`w.j.w.${sheetId}.unique`)
  expect(await stands(story, samira)).toContain(say('joint-fault-closed'))
  // Own words can always be taken away.
  samira.tapData(`w.j.y.${sheetId}`)
  expect(await taps(story, samira, say('joint-erase-yes'))).toContain(say('joint-erased'))
  expect(await cardIn(story, group)).not.toContain('school')
  expect((await story.tables()).joint_entry).toHaveLength(1)
})

test(
  'who may not come in: a seventh partner, a code twice or in a group, somebody from the group who just taps',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
    const results = await telegramPlace(story, 'xy', -1002, 'team', samira)
    const sheetId = await opensJoint(story, samira)
    for (const number of [1, 2, 3, 4]) await comesIn(story, samira, sheetId, 910 + number, `Partner ${number}`)
    const [fifth, spare] = [
      await jointCode(story, samira, sheetId, 'partner'),
      await jointCode(story, samira, sheetId, 'partner'),
    ]
    const eve = story.telegram.person(920, { language: 'nl', name: 'Eve' })
    await types(story, eve, `/koppel ${fifth}`)
    await types(story, eve, 'Partner 5')
    const seventh = story.telegram.person(921, { language: 'nl', name: 'Fay' })
    expect(await types(story, seventh, `/koppel ${fifth}`)).toContain(say('joint-fault-unknown'))
    expect(await types(story, seventh, `/koppel ${spare}`)).toContain(say('joint-fault-full'))
    expect(await types(story, eve, `/koppel ${fifth}`)).toContain('Partner 5 (dat ben jij)')

    const group = await jointGroup(story, samira, sheetId, -1003)
    expect(results.messages.map(({ text }) => plain(text)).join()).not.toContain('Werkblad')
    const young = story.telegram.person(930, { language: 'nl', name: 'Yasmine' })
    young.meet()
    group.tap(say('joint-write'), young)
    await young.next()
    group.tap(say('joint-next'), young)
    await story.rest()
    expect(young.messages.map(({ text }) => plain(text))).toEqual([say('sheet-not-yours'), say('sheet-not-yours')])
    expect(await cardIn(story, group)).toContain('Stap 1 van 10')

    // A code for a partner that was said in a group lets nobody in any more.
    const joint = (await readJoint(story.app.ground, sheetId))!
    const other = joint.partners.find(({ id }) => id !== joint.keeper)!
    samira.tapData(`w.j.to.${sheetId}.${other.id}`)
    await story.rest()
    const exposed = await jointCode(story, samira, sheetId, 'partner')
    group.say(`/koppel ${exposed}`, samira)
    await group.next((message) => plain(message.text) === say('joint-code-exposed'))
    expect(await types(story, seventh, `/koppel ${exposed}`)).toContain(say('invite-wrong-code'))
    // And where anybody can read along, the card does not come.
    const open = story.telegram.group(-1004, { username: 'iedereen' })
    open.say(`/koppel ${await jointCode(story, samira, sheetId, 'place')}`, samira)
    await open.next((message) => plain(message.text) === say('joint-place-public'))

    const tables = await story.tables()
    expect(tables.writer).toHaveLength(6)
    expect(JSON.stringify(tables)).not.toMatch(/Yasmine|Fay/)
  },
)

test(
  'a group that moves takes the card along; one that puts the bot out has none, and the sheet goes on',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
    const sheetId = await opensJoint(story, samira)
    const bo = await comesIn(story, samira, sheetId, 910, 'De Brug')
    const group = await jointGroup(story, samira, sheetId)
    const moved = group.migrate(-1009)
    await story.rest()
    bo.tapData(`w.j.k.${sheetId}`)
    await story.rest()
    expect(await cardIn(story, moved)).toContain('✔ De Brug: klaar')
    moved.kick(samira)
    await story.rest()
    samira.tapData(`w.j.h.${sheetId}`)
    await story.rest()
    expect(labels(samira.card())).toContain(say('joint-place'))
    const other = await jointGroup(story, samira, sheetId, -1010)
    expect(await cardIn(story, other)).toContain('✔ De Brug: klaar')
    // A group that anybody can find by now loses the words that stood there.
    other.open('iedereen')
    bo.tapData(`w.j.w.${sheetId}.never_lost`)
    await story.rest()
    await types(story, bo, 'De nachtopvang')
    expect(await cardIn(story, other)).toBe(say('joint-place-public'))
    const third = await jointGroup(story, samira, sheetId, -1011)
    samira.tapData(`w.j.u.${sheetId}`)
    await story.rest()
    expect(await cardIn(story, third)).toContain(say('joint-farewell'))
    expect(await cardIn(story, third)).not.toContain('De Brug')
  },
)
