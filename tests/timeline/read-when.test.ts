/** Days and hours as people type them, in the languages of the house. */
import { expect, test } from 'vitest'
import { readWhen } from '../../src/timeline/read-when.ts'

const today = Temporal.PlainDate.from('2026-11-25')

test.each([
  ['9/12 18:00', '2026-12-09T18:00'],
  ['09/12/2026 18:00', '2026-12-09T18:00'],
  ['9-12-26 18.30', '2026-12-09T18:30'],
  ['2026-12-09 18:00', '2026-12-09T18:00'],
  ['2026-12-09T18:00', '2026-12-09T18:00'],
  ['  wo 9/12,  18u  ', '2026-12-09T18:00'],
  ['woensdag 9 december om 18u30', '2026-12-09T18:30'],
  ['9 dec 18 uur', '2026-12-09T18:00'],
  ['mercredi 9 décembre à 18h30', '2026-12-09T18:30'],
  ['1er février 9h', '2027-02-01T09:00'],
  ['9 December at 6 pm', '2026-12-09T18:00'],
  ['3rd of March 12:15 am', '2027-03-03T00:15'],
  ['٩/١٢ ١٨:٠٠', '2026-12-09T18:00'],
  ['٩ ديسمبر الساعة ١٨:٣٠', '2026-12-09T18:30'],
  ['vandaag 20:00', '2026-11-25T20:00'],
  ['morgen 9:05', '2026-11-26T09:05'],
  ["aujourd'hui 20h", '2026-11-25T20:00'],
  ['25/11 18:00', '2026-11-25T18:00'],
  ['24/11 18:00', '2027-11-24T18:00'],
  ['29/2 18:00', '2028-02-29T18:00'],
  ['5 juni 18:00', '2027-06-05T18:00'],
  ['5 juli 18:00', '2027-07-05T18:00'],
])('%s', (text, when) => expect(readWhen(text, today)).toBe(when))

test.each([
  [''],
  ['straks'],
  ['9/12'],
  ['18:00'],
  ['31/2 18:00'],
  ['9/13 18:00'],
  ['9/12 24:00'],
  ['9/12 18:60'],
  ['9/12 13 pm'],
  ['9/12 18:00 en nog iets'],
  ['9 brumaire 18:00'],
  ['9 jui 18:00'],
  ['2026-02-30 18:00'],
  ['9/12 18:0'],
])('%s is not understood', (text) => expect(readWhen(text, today)).toBeNull())
