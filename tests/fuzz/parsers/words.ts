/** What people type: answers, days, hours, durations, and the data of buttons. */
import fc from 'fast-check'
import { loadConfig } from '../../../src/config/load.ts'
import { charactersIn, cleanQuote } from '../../../src/dialogue/quote-text.ts'
import { readWish, searchCards } from '../../../src/instrumentarium/search-cards.ts'
import { sameName } from '../../../src/people/same-name.ts'
import { decodeButton, encodeButton } from '../../../src/survey/button-data.ts'
import { optionsOf } from '../../../src/survey/question-set.ts'
import { cleanText, fold, isStopWord, lengthOf } from '../../../src/survey/read-reply.ts'
import { rehearse } from '../../../src/survey/rehearse.ts'
import { coverNames, scrub } from '../../../src/survey/scrub.ts'
import { nameRanges } from '../../../src/survey/suspected-names.ts'
import { soundsWorried } from '../../../src/survey/worry.ts'
import { faultOfCron, openRule } from '../../../src/timeline/cron.ts'
import { minutesOf } from '../../../src/timeline/durations.ts'
import { readWhen } from '../../../src/timeline/read-when.ts'
import { readDay, readDayAndWords, readHours } from '../../../src/timeline/read-wish.ts'
import { ODD_WORDS, textLike } from '../mutate.ts'
import { demand, type Parser } from '../play.ts'
import { buttons } from '../samples.ts'

const { config } = loadConfig('config')
const methods = [...config.methods.values()]
const cards = [...config.cards.values()]

const SAID = [
  ...[
    'heel goed',
    'Heel goed 👍',
    '3',
    'stop',
    'STOP!',
    'توقف',
    'help',
    'ik weet het niet',
    'Ja.',
    'non',
    '٣',
    '10',
    '⬅️ terug',
  ],
  ...[
    'Ik was samen met Amina en Karim van het plein, en meneer De Smet zei dat het mocht.',
    'ik wil niet meer leven',
    'x',
  ],
  'Mijn nummer is 0470 12 34 56 en mijn mail amina@example.org, insta @amina_99, ik woon Kerkstraat 12 in 2000 Antwerpen.',
  `${'Wij hebben samen gekookt. '.repeat(60)}\nEn toen gingen we naar huis.`,
]

/** Whole conversations: taps and typed words in any order, right or wrong, come to a run that can be shown. */
export const conversation = (): Parser<{ set: number; said: (string | { turn: number; code: string })[] }> => ({
  cases: fc.record({
    set: fc.nat(methods.length - 1),
    said: fc.array(
      fc.oneof(
        textLike(SAID),
        fc.record({
          turn: fc.oneof(fc.nat(12), fc.constantFrom(-1, 2 ** 31, Number.MAX_SAFE_INTEGER)),
          code: fc.oneof(
            fc.constantFrom(
              '_next',
              '_back',
              '_skip',
              '_done',
              '_dk',
              '_no',
              '_help',
              '_later',
              '_write',
              '_stop',
              '7',
              'yes',
              'no',
            ),
            fc.nat(40).map((at) => `option ${at}`),
            fc.constantFrom(...ODD_WORDS),
          ),
        }),
      ),
      { maxLength: 8 },
    ),
  }),
  take: ({ set: which, said }) => {
    const { set } = methods[which]!
    const codes = set.questions.flatMap((question) => optionsOf(question).map(({ code }) => code))
    const rehearsal = rehearse(set, { language: 'nl', activity: 'Koken', theme: null, organisation: 'XYZ' })
    for (const one of said) {
      if (typeof one === 'string') rehearsal.reply({ type: 'typed', turn: null, text: one })
      else {
        const [, at] = /^option (\d+)$/.exec(one.code) ?? []
        // A tap on what stands there now, as often as not.
        const turn = one.turn % 2 === 0 ? rehearsal.run().turn : one.turn
        rehearsal.reply({ type: 'tapped', turn, code: at ? (codes[Number(at) % codes.length] ?? 'x') : one.code })
      }
    }
    demand(rehearsal.card().lines.length > 0, 'a card without words')
    for (const [key, { text }] of rehearsal.stored()) {
      const question = set.questions.find((one) => one.key === key)
      demand(question !== undefined, 'an answer to what was not asked')
      demand(text === undefined || text === cleanText(text), 'words that were not cleaned')
      demand(
        text === undefined || (question.type === 'text' && lengthOf(text) <= question.max),
        'words that are too many',
      )
    }
    return rehearsal.stored().size > 0 ? 'accepted' : 'refused'
  },
})

/** Words about to be stored or shown to others. */
export const typedWords = (): Parser<string> => ({
  cases: textLike(SAID),
  take: (text) => {
    isStopWord(text)
    soundsWorried(text)
    const clean = cleanText(text)
    if (clean === null) return 'refused'
    demand(cleanText(clean) === clean, 'clean words that are not clean')
    demand(clean.isWellFormed() && !clean.includes('\0'), 'words that a database does not take')
    demand(fold(fold(clean)) === fold(clean), 'folded words that fold again')
    for (const { start, end } of nameRanges(clean))
      demand(start >= 0 && start < end && end <= clean.length, 'a range outside')
    const covered = scrub(clean)
    demand(scrub(covered.text).text === covered.text, 'covered words that are covered again')
    coverNames(clean, 'ar')
    const quote = cleanQuote(clean, 'nl')
    demand(typeof quote === 'string' || charactersIn(quote.text) <= 400, 'a quote that is too long')
    sameName(clean, text)
    searchCards(cards, readWish({ words: clean, aspect: clean, time: clean, group: clean }), 'nl')
    return 'accepted'
  },
})

const DAYS = [
  ...['9/12 18:00', '2026-12-09 18:00', 'morgen 18u30', '9 décembre à 18h', 'woensdag 9 dec 2026 om 6 pm', 'غدا ١٨:٣٠'],
  ...[
    '29/2 10:00',
    '15/12',
    '15-12-2026',
    '15/12 Affiche maken',
    '1,5 uur',
    '45 min',
    '2',
    '9 jui 18:00',
    'overmorgen 7u',
  ],
]
const TODAY = Temporal.PlainDate.from('2026-11-25')
const YEAR = { first: '2026-09-01', last: '2027-08-31' }

export const daysAndHours = (): Parser<string> => ({
  cases: textLike(DAYS),
  take: (text) => {
    const when = readWhen(text, TODAY)
    if (when !== null)
      demand(Temporal.PlainDateTime.from(when).toString({ smallestUnit: 'minute' }) === when, 'no time')
    const [day, both, minutes] = [readDay(text, YEAR), readDayAndWords(text, YEAR), readHours(text)]
    for (const one of [day, both?.date]) if (one) Temporal.PlainDate.from(one)
    demand(minutes === null || (Number.isInteger(minutes) && minutes >= 0), 'minutes that are none')
    return [when, day, both, minutes].some((one) => one !== null) ? 'accepted' : 'refused'
  },
})

const RULES = [
  '0 18 * * 3',
  '30 16 * * 3#1',
  '0 18 1,15 9-12 *',
  '15 20 * * 0L',
  '0 9 L * *',
  '0 9 15W * 1-5',
  '0 18 31 2 *',
]

export const cronRule = (): Parser<string> => ({
  cases: textLike(RULES),
  take: (text) => {
    if (faultOfCron(text)) return 'refused'
    const rule = openRule(text)
    try {
      for (let ahead = 0; ahead < 8; ahead += 1)
        demand(rule.timesOn(TODAY.add({ days: ahead })).length <= 4, 'too often')
    } finally {
      rule.close()
    }
    return 'accepted'
  },
})

export const duration = (): Parser<string> => ({
  cases: textLike(['PT45M', 'P3D', 'PT2H30M', 'P1DT12H', 'PT90S', 'P1W', 'P1M', '-PT1H']),
  take: (text) => {
    const minutes = minutesOf(text)
    demand(minutes === null || Number.isFinite(minutes), 'minutes without end')
    return minutes === null ? 'refused' : 'accepted'
  },
})

export const buttonData = (): Parser<string> => ({
  cases: textLike(buttons),
  take: (data) => {
    const read = decodeButton(data)
    if (!read) return 'refused'
    demand(encodeButton(read.run, read.turn, read.code) === data, 'a button that is written otherwise')
    return 'accepted'
  },
})
