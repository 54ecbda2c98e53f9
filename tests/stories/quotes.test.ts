/** Words of a young person in the coaches' channel: only with their yes, after a second pair of eyes, a day later, by themselves. */
import { expect, test } from 'vitest'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { granted, startStory } from '../support/story.ts'
import { coachGroup, officeRows, onTelegramAt, voiceConfig, writtenRound } from '../support/story-quotes.ts'
import { formsIn, onDiscord, onTelegram, onWeb, sayOf, soon } from '../support/story-young.ts'

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

test(
  'on Discord: read, written and asked there when nothing near it is sensitive; else only elsewhere',
  LONG,
  async () => {
    for (const sensitive of [false, true]) {
      const set = (yaml: string) => (sensitive ? yaml : yaml.replace('notOn: [discord]', ''))
      const story = await startStory({ telegram: sensitive, configFolder: voiceConfig({ set }) })
      const server = story.discord.server()
      const manager = story.discord.person({ server: server.id, manager: true })
      const coaches = server.channel('begeleiders')
      const square = server.channel('plein')
      const posted = square.next()
      const codeFor = async (purpose: 'coach' | 'join') =>
        granted(await story.app.desk.linkCode('coach', 'xy', purpose)).code
      await manager.command('/koppel', { place: coaches, code: await codeFor('coach') })
      await manager.command('/koppel', { place: square, code: await codeFor('join') })
      await posted
      const dee = onDiscord(story, server, { post: square }, 'nl')
      const [noor, samira] = [1, 2].map(() => story.discord.person({ server: server.id, locale: 'nl' }))
      const at = ({ id }: { id: string }) => ({ channel: 'discord' as const, id })
      await writtenRound(
        story,
        [{ young: dee, words: 'Meer muziek graag' }],
        [
          { role: 'moderator', name: 'Noor', at: at(noor!) },
          { role: 'lead', name: 'Samira', at: at(samira!) },
        ],
      )
      const sees = (who: typeof noor, words: string) =>
        soon(
          who!.next(({ text }) => plain(text).includes(words)),
          () => words,
        )
      await noor!.command('/menu', { place: square })
      await sees(noor, 'XY · Noor')
      await noor!.tap('Open antwoorden')
      await sees(noor, 'Eén antwoord is nog niet gelezen')
      await noor!.tap('Lees')
      if (sensitive) {
        await sees(noor, 'Er is nog iets dat we niet in Discord tonen.')
        expect(
          noor!
            .messages()
            .map(({ text }) => text)
            .join(),
        ).not.toContain('muziek')
        continue
      }
      await sees(noor, 'Meer muziek graag')
      await noor!.tap('Parafraseren')
      await sees(noor, 'Zeg het in je eigen woorden')
      await noor!.write('Iemand wil meer muziek')
      await sees(noor, 'Zo zou het er staan, in jouw woorden:')
      await noor!.tap('Toch niet')
      await sees(noor, 'Meer muziek graag')
      await noor!.tap('Citaat vragen')
      await sees(noor, '“Meer muziek graag”')
      await noor!.tap('Vraag het zo')
      expect((await dee.sees('Mogen we je iets vragen?')).text).toContain('“Meer muziek graag”')
      await dee.tap('Ja, zonder naam')
      await dee.sees('Je zei ja.')
      await samira!.command('/menu', { place: square })
      await sees(samira, 'XY · Samira')
      await samira!.tap('Open antwoorden')
      await sees(samira, '“Meer muziek graag”')
      await samira!.tap('Goedkeuren')
      await sees(samira, 'Goedgekeurd.')
      story.clock.set('2026-11-27T09:00:00Z')
      const shown = coaches.next(({ text }) => text.includes('Meer muziek graag'))
      await story.app.sweep()
      expect(plain((await soon(shown, () => 'the quote')).text)).toContain('Een jongere over Meetingpoint')
      // Nothing of this was ever said where others read along.
      expect(
        square
          .messages()
          .map(({ text }) => text)
          .join(),
      ).not.toMatch(/muziek|antwoorden/)
      await story.rest()
    }
  },
)

test('on a page of their own: asked there, answered there, and taken back where everything is kept', LONG, async () => {
  const story = await startStory({ discord: false, configFolder: voiceConfig() })
  const group = await coachGroup(story)
  const wim = await onWeb(story, 'xy', 'nl')
  const bea = await onWeb(story, 'xy', 'fr')
  const writers = [
    { young: wim, words: 'Graag meer tijd' },
    { young: bea, words: 'Plus de musique' },
  ]
  await writtenRound(story, writers, OFFICES)
  const [noor, samira] = [MODERATOR, LEAD].map((id) => story.telegram.person(id, { language: 'nl' }))
  const see = (who: typeof noor, text: string) => who!.next((one) => plain(one.text).includes(text))
  noor!.meet()
  samira!.meet()
  for (let left = 2; left > 0; left -= 1) {
    noor!.tapData('t.o.n')
    const shown = await see(noor, 'Wat moet eerst beter?')
    noor!.tap('Citaat vragen', shown)
    if (plain(shown.text).includes('Plus de musique')) {
      // Left in its language, it would say who wrote it.
      await see(noor, 'Schrijf het in de taal van de organisatie')
      noor!.type('Meer muziek')
    }
    noor!.tap('Vraag het zo', await see(noor, 'Zo zou het citaat zijn:'))
    await see(noor, 'De vraag is op weg.')
  }
  expect((await bea.sees('“Meer muziek”')).buttons.slice(0, 2)).toEqual(['Oui, sans mon nom', 'Non'])
  await bea.tap('Non')
  await bea.sees('Nous ne l’utilisons pas.'.replace('’', "'"))
  await wim.sees('“Graag meer tijd”')
  await wim.tap('Ja, zonder naam')
  await wim.sees('Je zei ja.')
  await story.rest()
  samira!.tapData('t.o.e')
  samira!.tap('Goedkeuren', await see(samira, '“Graag meer tijd”'))
  await see(samira, 'Er is nu niets na te kijken.')
  story.clock.set('2026-11-27T09:00:00Z')
  await story.app.sweep()
  await story.rest()
  expect(group.messages.some(({ text }) => text.includes('Graag meer tijd'))).toBe(true)
  expect(group.messages.some(({ text }) => text.includes('Meer muziek'))).toBe(false)

  await wim.call('/mijn')
  expect(plain(wim.html())).toContain('Dit staat in het kanaal, zonder je naam.')
  const form = formsIn(wim.html()).find(({ action }) => action === '/mijn/citaat')!
  await wim.call('/mijn/gegevens.json')
  expect(wim.html()).toContain('{"form":"quote","state":"posted","text":"Graag meer tijd"}')
  expect((await bea.call('/mijn/citaat', { ...form.hidden, zegt: 'nee' })).headers.get('location')).toBe(
    '/mijn?weg=over',
  )
  expect((await wim.call('/mijn/citaat', { ...form.hidden, zegt: 'nee' })).headers.get('location')).toBe(
    '/mijn?weg=citaat',
  )
  await story.rest()
  expect(group.messages.some(({ text }) => text.includes('Graag meer tijd'))).toBe(false)
  expect(group.messages.some(({ text }) => text.includes('Ze zijn teruggenomen.'))).toBe(true)
  expect((await wim.call('/mijn/citaat', { citaat: '', zegt: 'ja' })).status).toBe(400)
})

test(
  'a role taken back, a stale button, a group, another organisation: one sentence, and nothing changed',
  LONG,
  async () => {
    const story = await startStory({ discord: false, configFolder: voiceConfig() })
    const group = await coachGroup(story)
    const ann = await onTelegram(story, 'xy', 41, 'nl')
    const elsewhere = { role: 'moderator' as const, name: 'Kaat', at: onTelegramAt(702) }
    await writtenRound(story, [{ young: ann, words: 'Meer tijd graag' }], OFFICES)
    await story.restart(officeRows(story, [elsewhere], 'xyz'))
    const [noor, samira, kaat] = [MODERATOR, LEAD, 702].map((id) => story.telegram.person(id, { language: 'nl' }))
    for (const one of [noor, samira, kaat]) one!.meet()
    const see = (who: typeof noor, text: string) => who!.next((one) => plain(one.text).includes(text))
    noor!.tapData('t.o.n')
    const shown = await see(noor, 'Meer tijd graag')
    const ask = shown.buttons.flat().find(({ label }) => label === 'Citaat vragen')!.data
    // Kaat is of another organisation, and Samira reads no answers.
    kaat!.tapData(ask)
    await see(kaat, 'Dit antwoord is er niet meer, of je kan het hier niet lezen.')
    samira!.tapData(ask)
    await see(samira, 'Dat kan niet met jouw rol bij XY.')
    noor!.tap('Citaat vragen', shown)
    const draft = await see(noor, 'Zo zou het citaat zijn:')
    const letGo = draft.buttons.flat().find(({ label }) => label === 'Vraag het zo')!.data
    kaat!.tapData(letGo)
    await see(kaat, 'Dit antwoord is er niet meer')
    noor!.tap('Vraag het zo', draft)
    await see(noor, 'De vraag is op weg.')
    const asked = await ann.sees('Mogen we je iets vragen?')
    expect(asked.buttons).toEqual(['Ja, zonder naam', 'Nee'])
    noor!.tapData(letGo)
    await see(noor, 'Een collega deed hier al iets mee.')

    // The same buttons once the moderator erased what was written.
    const ref = ask.split('.')[3]!
    noor!.tapData(`t.o.w.${ref}`)
    noor!.tap('Ja, wis', await see(noor, 'Dit antwoord wissen?'))
    await see(noor, 'Gewist.')
    await ann.tap('Ja, zonder naam')
    await ann.sees('Deze vraag staat niet meer open.')
    noor!.tapData(`t.o.ww.${ref}`)
    await see(noor, 'Dit antwoord is er niet meer')

    const inGroup = { ...group.messages[0]!, buttons: [[{ label: 'Open antwoorden', data: 't.o' }]] }
    group.tap('Open antwoorden', noor!, inGroup)
    await see(noor, 'Open antwoorden lees je alleen in een privégesprek of op je eigen pagina.')
    await story.restart(`update staff set ended_at = '2026-11-25T17:00:00Z' where name = 'Noor'`)
    noor!.tapData('t.o.n')
    await see(noor, sayOf('nl', 'staff-nobody'))
    const { quote, open_text, audit } = await story.tables()
    expect(quote).toEqual([])
    expect(open_text!.every(({ state }) => state === 'kept')).toBe(true)
    expect(audit!.filter(({ action }) => action === 'open answer erased')).toHaveLength(1)
  },
)
