/** A phone that lies at home: what shows on it while it is locked says nothing of what somebody takes part in. */
import { describe, expect, test } from 'vitest'
import { toContent } from '../../src/channels/discord/markdown.ts'
import type { Prompt } from '../../src/channels/port.ts'
import { toMessage } from '../../src/channels/telegram/message.ts'
import { createConfigSource } from '../../src/config/load.ts'
import { feedbackPrompt } from '../../src/dialogue/feedback.ts'
import { quoteCard } from '../../src/rounds/quote-cards.ts'
import { resultLines } from '../../src/rounds/result-lines.ts'
import type { OutgoingKind } from '../../src/store/tables.ts'
import { renderCard } from '../../src/survey/card.ts'
import { LANGUAGES, textIn } from '../../src/survey/question-set.ts'
import { newRun } from '../../src/survey/step.ts'
import { wordsFor } from '../../src/words/words.ts'
import { startAndEnd } from '../pictures/sample-digests.ts'
import { plain } from '../support/app.ts'
import { makeGround } from '../support/ground.ts'
import { projectFiles } from '../support/house-rules.ts'
import { oneStore } from '../support/stores.ts'

/** Who may find each kind of message on their phone; a new kind has to say so here. */
const READER: Record<OutgoingKind, 'young' | 'staff' | 'own act'> = {
  ...{ card: 'young', reminder: 'young', consent: 'young', result: 'young', feedback: 'young', 'quote-ask': 'young' },
  // The answer to what somebody just did, sent again because it did not arrive.
  notice: 'own act',
  ...{
    digest: 'staff',
    nudge: 'staff',
    'contact-request': 'staff',
    proposal: 'staff',
    moment: 'staff',
    quote: 'staff',
  },
  ...{ report: 'staff', talk: 'staff', joint: 'staff', story: 'staff', data: 'staff' },
}
const config = createConfigSource('config').current()
const MARKS = ['Merkactiviteit', 'Merkthema', 'Merkorganisatie', 'Merktekst']
const context = {
  runRef: 'run-of-a-locked-phone0',
  activity: 'Merkactiviteit',
  theme: 'Merkthema',
  organisation: 'Merkorganisatie',
}

/** What a phone shows first of a message, on each platform that sends any. */
function firstLines(prompt: Prompt): string[] {
  const telegram = toMessage(prompt).text.replace(/<[^>]+>/g, '')
  return [telegram, toContent(prompt.lines, '…')].map((text) => plain(text.trim().split('\n')[0]!))
}

test('six kinds of message come to a young person by themselves', () => {
  expect(
    Object.entries(READER)
      .filter(([, reader]) => reader === 'young')
      .map(([kind]) => kind),
  ).toHaveLength(6)
})

describe.each(LANGUAGES)('in %s', (language) => {
  const words = wordsFor(language)
  test('a card of any shipped method, and its reminder, begin with how many questions wait', () => {
    expect(config.methods.size).toBeGreaterThan(5)
    for (const [name, { set }] of config.methods) {
      const card = renderCard(set, newRun(set), { ...context, language })
      const asked = set.questions.map((question) => plain(textIn(question.text, language)).split('{')[0]!.trim())
      const reminded = { ...card, lines: [{ text: words('reminder-lead') }, ...card.lines] }
      for (const first of [...firstLines(card), ...firstLines(reminded)]) {
        for (const mark of [...MARKS, ...asked.filter((text) => text.length > 8)])
          expect(first, name).not.toContain(mark)
        expect(first.length).toBeGreaterThan(5)
      }
    }
  })

  test('a result and a word back begin with that there is one', () => {
    const digest = { ...startAndEnd(), theme: 'Merkthema', series: { nl: 'Merkactiviteit' } }
    const result: Prompt = {
      ...{ kind: 'notice', language, choices: [] },
      lines: resultLines(digest, { here: new Map(), start: null }, language),
    }
    const said = { said: 'Merktekst', doing: 'Merktekst', cannot: null }
    const back = feedbackPrompt({ nl: said, en: said, fr: said, ar: said }, digest, language, 'nl')
    for (const prompt of [result, back]) {
      expect(JSON.stringify(prompt)).toContain('Merkactiviteit')
      for (const first of firstLines(prompt)) for (const mark of MARKS) expect(first).not.toContain(mark)
    }
    expect(firstLines(result)[0]).toBe(words('back-result'))
    expect(firstLines(back)[0]).toBe(words('back-feedback'))
  })

  test('the question whether somebody goes on, and whether their words may be read, name nothing in their first line', () => {
    for (const key of ['join-again', 'quote-may-we', 'reminder-lead', 'back-result', 'back-feedback']) {
      const marked = words(key, { organisation: 'Merkorganisatie', activity: 'Merkactiviteit', theme: 'Merkthema' })
      for (const mark of MARKS) expect(marked, key).not.toContain(mark)
    }
  })
})

oneStore((open) => {
  test('asked whether words may be read: the words themselves do not stand in front', async () => {
    const ground = makeGround(await open())
    const organisation = { ...config.organisations.get('xy')!, name: 'Merkorganisatie' }
    const card = await quoteCard(
      ground,
      { organisation, language: 'nl', textOnly: false, channel: 'telegram' },
      {
        ...{ organisation_id: 'xy', id: 'q', round_id: 'r', run_id: 'u', question: 'more', form: 'quote' },
        ...{ state: 'asked', text_cipher: ground.vault.encryptText('Merktekst') },
      },
    )
    expect(JSON.stringify(card)).toContain('Merktekst')
    for (const first of firstLines(card!)) for (const mark of MARKS) expect(first).not.toContain(mark)
  })
})

test('the question to go on begins with the sentence that names nobody', () => {
  const consent = projectFiles('src/rounds/send-consent.ts')[0]!.text
  expect(consent).toMatch(/const lead = \[\n\s*\{ text: words\('join-again'\), style: 'strong'/)
})
