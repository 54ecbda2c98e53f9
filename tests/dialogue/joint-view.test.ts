/** A step of the joint worksheet in words: everybody's, with who wrote it, and never longer than a message may be. */
import { expect, test } from 'vitest'
import { toMessage as toDiscord } from '../../src/channels/discord/wire.ts'
import { toMessage as toTelegram } from '../../src/channels/telegram/message.ts'
import type { Joint, JointEntry } from '../../src/dialogue/joint.ts'
import { fitOnCard, inParts, stepLines } from '../../src/dialogue/joint-view.ts'
import { MOST } from '../../src/dialogue/joint-write.ts'
import { JOINT_STEPS } from '../../src/dialogue/sheet-fields.ts'
import { cardOf } from '../../src/rounds/send-joint.ts'
import { FULL_LANGUAGES } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { plain } from '../support/app.ts'

const words = wordsFor('nl')
const at = Temporal.Instant.from('2026-11-25T17:00:00Z')
const said = (joint: Joint, step: string) => stepLines(joint, step, words).map(({ text }) => plain(text))

function jointOf(entries: Partial<JointEntry>[], change: Partial<Joint> = {}): Joint {
  const names = ['XY', 'De Brug', '']
  return {
    organisationId: 'xy',
    id: 'aaaaaaaaaaaaaaaaaaaaaa',
    title: 'Samen',
    state: 'open',
    step: 'unique',
    revealed: true,
    partners: names.map((partner, index) => ({
      id: `p${index}`,
      writerId: `w${index}`,
      partner,
      name: '',
      left: index === 1,
    })),
    entries: entries.map((entry, index) => ({
      id: `e${index}`,
      step: 'unique',
      partnerId: 'p0',
      text: 'iets',
      writtenAt: at,
      ...entry,
    })),
    wrote: [],
    keeper: 'p0',
    placed: true,
    ...change,
  }
}

test('each line says who wrote it, also who left; half a pair stands there too', () => {
  const joint = jointOf([
    { step: 'elements', text: 'Een vast gezicht', also: 'contracten' },
    { step: 'elements', text: 'Tijd', partnerId: 'p1' },
    { step: 'missing_partners', text: 'De bib', also: 'boeken', partnerId: 'p2' },
    { step: 'goal', text: 'In 2030', partnerId: 'gone' },
  ])
  expect(said(joint, 'elements')).toEqual(['• Een vast gezicht → contracten (XY)', '• Tijd (De Brug (weg))'])
  expect(said(joint, 'missing_partners')).toEqual(['• De bib: boeken (Partner 3)'])
  expect(said(joint, 'goal')).toEqual(['Iemand die er niet meer bij is: In 2030'])
  expect(said(joint, 'dream')).toEqual(['Hier staat nog niets. Deze stap overslaan mag.'])
})

test('what is written apart: who is ready before, what each wrote after; who left counts no more', () => {
  const written = [{ text: 'school' }, { text: 'straat', partnerId: 'p1' }]
  // Even if the words were at hand, they would not be shown.
  expect(said(jointOf(written, { revealed: false, wrote: ['p0', 'p1'] }), 'unique')).toEqual([
    '✔ XY: klaar',
    '… Partner 3: nog niet',
  ])
  const shown = jointOf(written, { wrote: ['p0', 'p1'] })
  expect(said(shown, 'unique')).toEqual(['XY: school', 'De Brug (weg): straat', '… Partner 3: nog niet'])
  expect(said({ ...shown, wrote: ['p0', 'p2'] }, 'unique').at(-1)).toBe('Partner 3: schrijft hier niets')
})

test('the fullest card fits on Discord and Telegram in every language, with something of everybody', () => {
  for (const { key, kind, max } of JOINT_STEPS)
    for (const language of FULL_LANGUAGES) {
      const partners = Array.from({ length: 6 }, (_, index) => ({
        id: `p${index}`,
        writerId: `w${index}`,
        partner: `${index}`.repeat(60),
        name: '',
        left: false,
      }))
      const entries = partners.flatMap(({ id }) =>
        Array.from({ length: MOST[kind] }, () => ({ step: key, partnerId: id, text: 'x'.repeat(max) })),
      )
      const joint = jointOf(entries, { partners, step: key, title: 't'.repeat(80) })
      const prompt = cardOf(joint, language)
      const { content } = toDiscord(prompt)
      expect({ key, language, cut: content.includes(wordsFor(language)('discord-cut')) }).toMatchObject({ cut: false })
      expect(content.length).toBeLessThanOrEqual(2000)
      const { text } = toTelegram(prompt)
      expect(text.length).toBeLessThan(4096)
      if (MOST[kind] === 1)
        for (const { partner } of partners) expect(text).toMatch(new RegExp(`${partner}\u2069 ?: \u2068xx`))
    }
})

test('what does not fit on the card is read in parts, and nothing gets lost', () => {
  const lines = Array.from({ length: 30 }, (_, index) => ({ text: `${index}: ${'x'.repeat(90)}` }))
  const card = fitOnCard(lines, words)
  expect(plain(card.at(-1)!.text)).toMatch(/^En nog \d+\./)
  const parts = inParts(lines)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.flat()).toEqual(lines)
  expect(inParts([])).toEqual([[]])
})

test('a value that is cut leaves no direction mark open', () => {
  const [line] = fitOnCard([{ text: `\u2068${'ب'.repeat(3000)}\u2069` }], words)
  expect(line!.text.endsWith('…\u2069')).toBe(true)
})
