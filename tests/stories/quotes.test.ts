/** Words of a young person in the coaches' channel: only with their yes, after a second pair of eyes, a day later, by themselves. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { startStory } from '../support/story.ts'
import { coachGroup, onTelegramAt, voiceConfig, writtenRound } from '../support/story-quotes.ts'
import { onTelegram, sayOf } from '../support/story-young.ts'

const LONG = { timeout: 120_000 }
const MODERATOR = 700
const LEAD = 701
const OFFICES = [
  { role: 'moderator' as const, name: 'Noor', at: onTelegramAt(MODERATOR) },
  { role: 'lead' as const, name: 'Samira', at: onTelegramAt(LEAD) },
]

test('asked, a yes, looked at by another, posted by itself a day later, and taken back at any time', LONG, async () => {
  const story = await startStory({ discord: false, configFolder: voiceConfig() })
  const group = await coachGroup(story)
  const ann = await onTelegram(story, 'xy', 41, 'nl')
  const words = 'Meer tijd om te praten, vraag het aan mijn vriendin Yasmine'
  await writtenRound(story, [{ young: ann, words }], OFFICES)
  const [noor, samira] = [MODERATOR, LEAD].map((id) => story.telegram.person(id, { language: 'nl' }))
  const see = (who: typeof noor, text: string) => who!.next((one) => plain(one.text).includes(text))
  noor!.type('/menu')
  noor!.tap('Open antwoorden', await see(noor, 'XY · Noor'))
  noor!.tap('Lees', await see(noor, 'Eén antwoord is nog niet gelezen'))
  const shown = await see(noor, 'Wat moet eerst beter?')
  expect(plain(shown.text)).toContain('Meer tijd om te praten, vraag het aan mijn vriendin [naam]')
  expect(labels(shown)).toEqual([
    'Citaat vragen',
    'Parafraseren',
    'Laten staan',
    'Wissen',
    'Toon wat bedekt is',
    'Volgende',
    'Terug',
  ])
  noor!.tap('Toon wat bedekt is', shown)
  await see(noor, 'mijn vriendin Yasmine')
  noor!.tap('Citaat vragen')
  const draft = await see(noor, 'Zo zou het citaat zijn:')
  expect(plain(draft.text)).toContain('“Meer tijd om te praten, vraag het aan mijn vriendin [naam]”')
  noor!.tap('Anders schrijven', draft)
  await see(noor, 'Schrijf het zoals het er zal staan')
  noor!.type('Meer tijd om te praten.')
  noor!.tap('Vraag het zo', await see(noor, '“Meer tijd om te praten.”'))
  await see(noor, 'De vraag is op weg.')

  const asked = await ann.sees('Mogen we je iets vragen?')
  expect(asked.text.split('\n')[0]).toBe('Mogen we je iets vragen?')
  expect(asked.text).toContain('“Meer tijd om te praten.”')
  expect(asked.buttons).toEqual(['Ja, zonder naam', 'Nee'])
  samira!.type('/menu')
  samira!.tap('Open antwoorden', await see(samira, 'XY · Samira'))
  await see(samira, 'Er is nu niets na te kijken.')
  await ann.tap('Ja, zonder naam')
  expect((await ann.sees('Je zei ja.')).buttons).toEqual(['Toch niet'])
  await story.rest()

  noor!.tapData('t.o.e')
  await see(noor, 'Eén tekst van jou wacht op iemand anders.')
  samira!.tapData('t.o.e')
  const look = await see(samira, 'Een jongere wil dit laten lezen:')
  expect(plain(look.text)).toContain('“Meer tijd om te praten.”')
  samira!.tap('Goedkeuren', look)
  await see(samira, 'Goedgekeurd. Het komt in het kanaal op')

  const posted = () => group.messages.filter(({ text }) => text.includes('Meer tijd om te praten'))
  for (const hours of [1, 22]) {
    story.clock.pass({ hours })
    await story.app.sweep()
    await story.rest()
    expect(posted()).toEqual([])
  }
  story.clock.set('2026-11-27T09:30:00Z')
  await story.app.sweep()
  await story.rest()
  expect(posted()).toHaveLength(1)
  const message = posted()[0]!
  expect(
    plain(message.text)
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    'Een jongere over Meetingpoint',
    '“Meer tijd om te praten.”',
    'Gedeeld met een ja van wie het schreef. Dit is één stem.',
  ])
  expect(message.text).not.toMatch(/\d/)
  await story.app.sweep()
  await story.rest()
  expect(posted()).toHaveLength(1)

  await ann.tap('Toch niet')
  await ann.sees('Goed. De woorden zijn weg.')
  await story.rest()
  expect(posted()).toEqual([])
  const edited = group.messages.find(({ id }) => id === message.id)!
  expect(plain(edited.text)).toContain('Hier stonden woorden van een jongere. Ze zijn teruggenomen.')
  const tables = await story.tables()
  expect(tables.quote).toMatchObject([{ state: 'withdrawn', text_cipher: null }])
  expect(JSON.stringify(tables) + story.logs.join('\n')).not.toMatch(/Meer tijd|Yasmine/)
  expect(
    tables.audit!.map(({ actor, action }) => [actor, action]).filter(([, action]) => /quote/.test(String(action))),
  ).toEqual(
    expect.arrayContaining([
      ['staff-xy-moderator-Noor', 'quote asked'],
      ['staff-xy-lead-Samira', 'quote approved'],
      ['clock', 'quote posted'],
      ['person', 'quote taken back'],
    ]),
  )
  expect(sayOf('nl', 'quote-yes')).toBe('Ja, zonder naam')
})
