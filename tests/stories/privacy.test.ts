/** `/privacy`: who sees what and for how long, and what this platform, and no other, can see. */
import { expect, test } from 'vitest'
import { CHANNELS } from '../../src/channels/port.ts'
import { LANGUAGES } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { ownConfig, startStory } from '../support/story.ts'
import { joins, onTelegram, onWeb, sayOf } from '../support/story-young.ts'

const NAMES = { telegram: /Telegram|تلغرام/, discord: /Discord|ديسكورد/, web: /cookie|كوكيز|onthoudt wie je bent/ }

test.each(LANGUAGES)('in %s each channel is told of itself alone', (language) => {
  for (const channel of CHANNELS) {
    const text = wordsFor(language)(`privacy-platform-${channel}`)
    for (const other of CHANNELS)
      expect([channel, other, NAMES[other].test(text)]).toEqual([channel, other, other === channel])
  }
})

test('says what the organisation of this person keeps, and to strangers the longest there is', {
  timeout: 90_000,
}, async () => {
  const configFolder = ownConfig(({ organisation }) =>
    organisation('xy', (yaml) => `${yaml}\nkeep: { textDays: 1, stoppedDays: 7, answerMonths: 2 }\n`),
  )
  const story = await startStory({ discord: false, configFolder })
  const ann = await onTelegram(story, 'xy', 9501, 'nl')
  await joins(ann)
  await ann.write('/privacy')
  const { text } = await ann.sees('En Telegram?')
  for (const part of [
    'vanaf 5 antwoorden',
    'hoogstens 1 dag.',
    'hoogstens 2 maanden na',
    'hoogstens 7 dagen',
    '/mijndata',
    '/wis',
    '/stop',
  ])
    expect(text).toContain(part)
  const stranger = story.telegram.person(9502, { language: 'fr' })
  stranger.type('/confidentialite')
  await stranger.next((one) => one.text.includes('Et Telegram') && one.text.includes('90'))
  const onPage = await onWeb(story, 'xy', 'en')
  await joins(onPage)
  await onPage.tap(sayOf('en', 'web-privacy'))
  const page = await onPage.sees('And this page?')
  expect(page.text).toContain(sayOf('en', 'web-my-data'))
  expect(page.text).not.toContain('/mydata')
})
