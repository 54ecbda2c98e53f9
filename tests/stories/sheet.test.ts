/** The own worksheet in a private chat: ten steps, each kept as it is written, changed, skipped or erased, by who may. */
import { expect, test } from 'vitest'
import { dismiss, staffOf } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { type Story, startStory } from '../support/story.ts'
import { openFields, stands, taps, types } from '../support/story-sheets.ts'
import { type TelegramPerson, withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }

const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)
const buttons = (person: TelegramPerson) => labels(person.card())

async function fields(story: Story) {
  return openFields(story, (await story.tables()).sheet_field!)
}

test(
  'all ten steps, one card each, kept as they go; the step of one writer is in the sheet of no other',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
    const samira = await withRole(story, 'xy', 901, 'lead', 'Samira')
    expect(await types(story, jo, '/werkblad')).toContain('Je schrijft als Jo, voor XY.')
    expect(await taps(story, jo, 'Begin')).toContain('Stap 1 van 10')
    expect(await types(story, jo, 'Jongeren van 16 tot 22 uit de buurt')).toContain('Stap 2 van 10')
    await taps(story, jo, 'Werkende jongeren', 'Vroegtijdige schoolverlaters', 'Werkende jongeren')
    expect(buttons(jo).filter((label) => label.includes('✔'))).toEqual([expect.stringContaining('schoolverlaters')])
    await taps(story, jo, 'Volgende')
    expect(await taps(story, jo, 'Zinvol werk')).toContain('Stap 3 van 10')
    expect(await taps(story, jo, 'Volgende')).toContain('Wie bereik je nog niet goed')
    expect(await taps(story, jo, 'Overslaan')).toContain('Alleen jij ziet dit, ook later.')
    expect(await types(story, jo, 'Ik heb te weinig mensen')).toContain('Stap 6 van 10')
    expect(await taps(story, jo, 'Anders, namelijk')).toContain(say('sheet-else-how'))
    expect(await types(story, jo, 'Een school met dezelfde wijk')).toContain('Stap 7 van 10')
    for (const [text, next] of [
      ['Elke jongere telt mee', 'Stap 8 van 10'],
      ['Omdat niemand anders het doet', 'Stap 9 van 10'],
      ['In drie wijken', 'Stap 10 van 10 · 1 van 4'],
      ['Antwerpen', 'Stap 10 van 10 · 2 van 4'],
      ['Taal', 'Stap 10 van 10 · 3 van 4'],
      ['Nieuwkomers', 'Stap 10 van 10 · 4 van 4'],
    ] as const)
      expect(await types(story, jo, text)).toContain(next)
    await types(story, jo, 'Wonen')
    const overview = await taps(story, jo, 'Overzicht')
    expect(overview).toContain('Wie meedoet: Jongeren van 16 tot 22')
    expect(overview).toContain('Ideale partner: Anders, namelijk … Een school met dezelfde wijk')
    expect(overview).toContain('Wat je nodig hebt: 🔒 ingevuld, alleen voor jou')
    expect(overview).not.toContain('weinig mensen')

    // Each step is one tap away, changed and erased on its own.
    expect(await taps(story, jo, '8. ')).toContain('Omdat niemand anders het doet')
    await taps(story, jo, 'Wijzig')
    await types(story, jo, 'Omdat de buurt het vraagt')
    expect(await taps(story, jo, 'Vorige')).toContain('Omdat de buurt het vraagt')
    await taps(story, jo, 'Overzicht', '9. ', 'Wis dit')
    expect(await taps(story, jo, 'Nee, laat staan')).toContain('In drie wijken')
    expect(await taps(story, jo, 'Wis dit', 'Ja, wis')).toContain('Gewist.')

    expect(await types(story, samira, '/werkblad')).toContain('Je schrijft als Samira, voor XY.')
    expect(await taps(story, samira, 'Begin')).not.toContain('Jongeren van 16')
    expect(await fields(story)).toEqual({
      who: { text: 'Jongeren van 16 tot 22 uit de buurt' },
      groups: { codes: ['early_leavers'] },
      drives: { codes: ['meaningful_work'] },
      need: { text: 'Ik heb te weinig mensen' },
      ideal: { codes: ['else'], text: 'Een school met dezelfde wijk' },
      goal: { text: 'Elke jongere telt mee' },
      keep: { text: 'Omdat de buurt het vraagt' },
      region: { text: 'Antwerpen' },
      skills: { text: 'Taal' },
      whom: { text: 'Nieuwkomers' },
      what: { text: 'Wonen' },
    })
    expect(story.logs.join('\n')).not.toMatch(/weinig mensen|buurt het vraagt|Nieuwkomers/)
  },
)

test('private words stand in the chat only when their writer asks for them, and go again', LONG, async () => {
  const story = await startStory({ discord: false })
  const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
  await types(story, jo, '/werkblad')
  await taps(story, jo, 'Begin', 'Overzicht', '5. ')
  await types(story, jo, 'Ik weet het niet meer')
  const closed = await taps(story, jo, 'Vorige')
  expect(closed).toContain(say('sheet-private-filled'))
  expect(closed).not.toContain('Ik weet het niet meer')
  expect(await taps(story, jo, 'Toon het')).toContain('Ik weet het niet meer')
  expect(await taps(story, jo, 'Verberg')).not.toContain('Ik weet het niet meer')
  expect(jo.messages.filter(({ text }) => text.includes('Ik weet het niet meer'))).toEqual([])
})

test(
  'what does not fit is not kept, said with its length, and asked again; odd words are kept as they are',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
    await types(story, jo, '/werkblad')
    await taps(story, jo, 'Begin')
    // A client cuts what is longer than a message into pieces: each is refused by itself.
    for (const [length, said] of [
      [4096, '4.096'],
      [4096, '4.096'],
      [3616, '3.616'],
    ] as const) {
      const refused = await types(story, jo, 'x'.repeat(length))
      expect(refused).toContain(`${said} tekens, en hier passen er 1.000`)
      expect(refused).toContain('Stap 1 van 10')
    }
    expect(await types(story, jo, '\u200b \n')).toContain(say('sheet-empty'))
    const odd = '<b>vet</b> *ster* [link](https://x.example) شباب الحي \u202eomgekeerd @iedereen'
    await types(story, jo, odd)
    const shown = await taps(story, jo, 'Vorige')
    expect(shown).toContain('<b>vet</b> *ster*')
    expect(shown).toContain('شباب الحي')
    expect(shown).not.toContain('\u202e')
    expect(await fields(story)).toEqual({ who: { text: odd.replace('\u202e', '') } })
  },
)

test('a tap that comes twice does once; a button of before and one that never was change nothing', LONG, async () => {
  const story = await startStory({ discord: false })
  const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
  await types(story, jo, '/werkblad')
  await taps(story, jo, 'Begin', 'Overslaan', 'Werkende jongeren')
  await story.rest()
  story.telegram.redeliver()
  await story.rest()
  expect(buttons(jo).filter((label) => label.includes('✔'))).toHaveLength(1)
  for (const data of [
    'w.o.t.groups.99.1',
    'w.o.t.groups.0.7',
    'w.o.g.nergens',
    'w.o.t.who.0.1',
    'w.q',
    'w.s.x.need',
    'w.',
  ]) {
    jo.wipe()
    jo.tapData(data)
    await story.rest()
    expect([data, jo.messages.map(({ text }) => plain(text))]).toEqual([
      data,
      [expect.stringMatching(/voorbij|gezamenlijk werkblad|heeft er geen/)],
    ])
  }
  expect(await fields(story)).toEqual({ groups: { codes: ['working'] } })
})

test(
  'who has no role, or another one, begins none; who lost theirs reads and erases, and writes no more',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const nobody = story.telegram.person(700, { language: 'nl' })
    expect(await types(story, nobody, '/werkblad')).toBe(say('staff-nobody'))
    nobody.tapData('w.o.g.who')
    expect(await stands(story, nobody)).toBe(say('sheet-not-yours'))
    const helper = await withRole(story, 'xy', 800, 'helper', 'Hedi')
    expect(await types(story, helper, '/werkblad')).toBe(say('sheet-may-not'))
    const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
    await types(story, jo, '/werkblad')
    await taps(story, jo, 'Begin')
    const [office] = await staffOf(story.app.ground, 'xy', 'worker')
    await types(story, jo, 'Van voor het einde')
    await taps(story, jo, 'Overslaan', 'Overslaan')
    await dismiss(story.app.ground, 'xy', office!.staffId, 'command line')
    // The question still stood open.
    expect(await types(story, jo, 'Van na het einde')).toBe(say('sheet-ended'))
    await types(story, jo, '/werkblad')
    expect(await taps(story, jo, 'Overzicht', '1. ')).toContain('Van voor het einde')
    expect(buttons(jo)).not.toContain('Wijzig')
    jo.tapData('w.o.t.groups.0.1')
    expect(await stands(story, jo)).toBe(say('sheet-ended'))
    await types(story, jo, '/werkblad')
    await taps(story, jo, 'Wissen', 'Alles van mij')
    expect(await taps(story, jo, 'Ja, wis')).toBe(say('sheet-erased-all'))
    expect(await types(story, jo, '/werkblad')).toBe(say('staff-nobody'))
    const tables = await story.tables()
    expect([tables.writer, tables.sheet_field]).toEqual([[], []])
  },
)

test('who works in two organisations says for which they write; a name can be changed', LONG, async () => {
  const story = await startStory({ discord: false })
  const els = await withRole(story, 'xy', 900, 'coach', 'Els')
  await withRole(story, 'xyz', 900, 'coach', 'Els')
  expect(await types(story, els, '/werkblad')).toContain(say('sheet-which'))
  expect(await taps(story, els, 'XYZ')).toContain('Je schrijft als Els, voor XYZ.')
  await taps(story, els, 'Over jou', 'Andere naam')
  expect(await types(story, els, 'x'.repeat(61))).toContain('61 tekens, en hier passen er 60')
  expect(await types(story, els, 'Els <i>V.</i>')).toContain('Je schrijft als Els <i>V.</i>, voor XYZ.')
  await taps(story, els, 'Andere organisatie')
  expect(await types(story, els, 'Huis van de Jeugd')).toContain('voor Huis van de Jeugd.')
})

test('the newest question counts: between a worksheet, the menu of the staff and a command', LONG, async () => {
  const story = await startStory({ discord: false })
  const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
  await types(story, jo, '/werkblad')
  await taps(story, jo, 'Begin')
  await types(story, jo, '/sessie')
  await taps(story, jo, 'Nieuwe sessie')
  expect(await types(story, jo, 'wo 9/12 18u')).toContain('De sessie is toegevoegd.')
  await types(story, jo, '/sessie')
  await taps(story, jo, 'Nieuwe sessie')
  await types(story, jo, '/werkblad')
  await taps(story, jo, 'Begin')
  expect(await types(story, jo, 'do 10/12 18u')).toContain('Stap 2 van 10')
  // The menu leads there as well, and back to the beginning what was asked is asked no longer.
  await types(story, jo, '/menu')
  expect(await taps(story, jo, 'Werkbladen')).toContain('Ingevuld: 1 van 13 velden.')
  expect(await types(story, jo, 'zomaar iets')).toContain(say('nothing-open'))
  expect(await fields(story)).toEqual({ who: { text: 'do 10/12 18u' } })
})
