/** Files that people bring in: forms, surveys, translations, calendars, counts, zips and packs. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { loadConfig } from '../../../src/config/load.ts'
import { isMethod, type Method } from '../../../src/config/method.ts'
import { countsIn } from '../../../src/formats/counts-csv.ts'
import { limesurveyOf } from '../../../src/formats/limesurvey-write.ts'
import { noticeTexts } from '../../../src/formats/notice-text.ts'
import { withTranslations } from '../../../src/formats/po-read.ts'
import { poOf } from '../../../src/formats/po-write.ts'
import { type FileRead, readFile } from '../../../src/formats/read-file.ts'
import type { Notice } from '../../../src/formats/reading.ts'
import { MOST_SESSIONS, sessionsIn } from '../../../src/formats/sessions-ics.ts'
import { unpack } from '../../../src/formats/unpack.ts'
import { xlsformOf } from '../../../src/formats/xlsform-write.ts'
import { readPack, writePack } from '../../../src/instrumentarium/pack-file.ts'
import { canonicalJson } from '../../../src/survey/content-hash.ts'
import { inspectSet } from '../../../src/survey/inspect.ts'
import { FULL_LANGUAGES, questionSet } from '../../../src/survey/question-set.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { bytesLike, bytesOfText, jsonLike, linesLike, ODD_WORDS, textLike } from '../mutate.ts'
import { demand, type Parser, type Verdict } from '../play.ts'

const methods = [...loadConfig('config').config.cards.values()].filter(isMethod)
const some: readonly Method[] = [methods[0]!, methods[Math.floor(methods.length / 2)]!, methods.at(-1)!]
const words = FULL_LANGUAGES.map(wordsFor)
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** What was told can be said to whoever brought the file, in every language. */
function sayable(notices: Notice[]): void {
  for (const say of words) noticeTexts(notices, say)
}

/** A card that comes out is sound for the inspection of our own files too; without one there is a reason. */
function judge(read: FileRead): Verdict {
  if (read.kind === 'faulty') {
    sayable(read.faults)
    demand(read.faults.length > 0, 'refused without a reason')
    return 'refused'
  }
  if (read.kind === 'words') {
    const { card, losses } = withTranslations(some[0]!, read.file)
    sayable(losses)
    demand(questionSet.safeParse(card.set).success || card.set === undefined, 'translations that break a set')
    return 'accepted'
  }
  const { card, losses, faults } = read.reading
  sayable([...faults, ...losses])
  demand((card === null) === faults.length > 0, 'a card beside faults, or neither')
  if (!card) return 'refused'
  demand(questionSet.safeParse(card.set).success, 'a set that is none')
  demand(inspectSet(card.set).length === 0, 'a set that is not sound')
  return 'accepted'
}

const file = (name: string, cases: fc.Arbitrary<Uint8Array>): Parser<Uint8Array> => ({
  cases,
  take: async (bytes) => judge(await readFile(bytes, name, { title: 'x' })),
})

const fixtures = ['smallest-xlsxwriter', 'mood-openpyxl', 'merged-formula-openpyxl', 'no-dutch-openpyxl'].map(
  (name) => new Uint8Array(readFileSync(new URL(`../../formats/fixtures/${name}.xlsx`, import.meta.url))),
)

/** Workbooks: the sheets inside changed where they are XML, then the zip around them as bytes. */
export async function xlsform(): Promise<Parser<Uint8Array>> {
  const written = new Uint8Array(await xlsformOf(some[0]!))
  const books = [...fixtures, written].map((bytes) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, text(part)])),
  )
  const inside = fc.nat(books.length - 1).chain((which) => {
    const book = books[which]!
    const names = Object.keys(book)
    return fc
      .array(
        fc.nat(names.length - 1).chain((at) => {
          const name = names[at]!
          const change = fc.oneof(textLike([book[name]!]), linesLike([book[name]!.replaceAll('<', '\n<')], /[ "=>]/))
          return fc.record({
            name: fc.oneof({ arbitrary: fc.constant(name), weight: 9 }, fc.constantFrom(...ODD_WORDS)),
            part: change,
          })
        }),
        { maxLength: 2 },
      )
      .map((changes) => {
        const parts: Record<string, Uint8Array> = {}
        const whole = { ...book, ...Object.fromEntries(changes.map(({ name, part }) => [name || 'x', part])) }
        for (const [name, part] of Object.entries(whole)) parts[name] = strToU8(part)
        return zipSync(parts, { level: 0 })
      })
  })
  return file('vragen.xlsx', fc.oneof({ arbitrary: inside, weight: 4 }, bytesLike([...fixtures, written])))
}

/** The zip alone, far quicker than a workbook. */
export const zip = (): Parser<Uint8Array> => ({
  cases: bytesLike([
    zipSync({ 'a.txt': strToU8('hallo'), 'map/b.xml': strToU8('<a/>'.repeat(200)) }),
    zipSync({ 'a.txt': strToU8('hallo') }, { level: 0 }),
    zipSync({ __proto__: strToU8('x'), constructor: strToU8('y') }),
    fixtures[0]!,
  ]),
  take: (bytes) => {
    const unpacked = unpack(bytes)
    if ('fault' in unpacked) {
      demand(['formats-no-workbook', 'formats-bomb'].includes(unpacked.fault), 'a fault without words')
      return 'refused'
    }
    const size = Object.values(unpacked.files).reduce((sum, part) => sum + part.length, 0)
    demand(size <= 21 * 1024 * 1024, 'more than may be unpacked')
    return 'accepted'
  },
})

const LSS = `<?xml version="1.0" encoding="UTF-8"?>
<document>
<LimeSurveyDocType>Survey</LimeSurveyDocType>
<DBVersion>632</DBVersion>
<languages><language>nl</language><language>fr</language></languages>
<groups><rows><row><gid>1</gid><sid>9</sid><group_order>1</group_order></row></rows></groups>
<questions><rows>
<row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>L</type><title>sfeer</title><mandatory>N</mandatory><question_order>1</question_order><relevance>1</relevance></row>
<row><qid>2</qid><parent_qid>0</parent_qid><gid>1</gid><type>M</type><title>waarom</title><mandatory>N</mandatory><question_order>2</question_order><relevance>sfeer.NAOK == "A1"</relevance></row>
<row><qid>3</qid><parent_qid>0</parent_qid><gid>1</gid><type>T</type><title>woorden</title><mandatory>N</mandatory><question_order>3</question_order><relevance>1</relevance></row>
</rows></questions>
<subquestions><rows>
<row><qid>4</qid><parent_qid>2</parent_qid><title>SQ001</title><question_order>1</question_order></row>
<row><qid>5</qid><parent_qid>2</parent_qid><title>SQ002</title><question_order>2</question_order></row>
</rows></subquestions>
<question_l10ns><rows>
<row><id>1</id><qid>1</qid><question><![CDATA[Hoe was de sfeer?]]></question><help/><language>nl</language></row>
<row><id>2</id><qid>1</qid><question><![CDATA[<b>Et l’ambiance ?</b>]]></question><help/><language>fr</language></row>
<row><id>3</id><qid>2</qid><question>Hoe komt dat?</question><language>nl</language></row>
<row><id>4</id><qid>2</qid><question>Pourquoi ?</question><language>fr</language></row>
<row><id>5</id><qid>3</qid><question>Wil je nog iets zeggen?</question><language>nl</language></row>
<row><id>6</id><qid>3</qid><question>Autre chose ?</question><language>fr</language></row>
<row><id>7</id><qid>4</qid><question>De groep</question><language>nl</language></row>
<row><id>8</id><qid>4</qid><question>Le groupe</question><language>fr</language></row>
<row><id>9</id><qid>5</qid><question>De plek</question><language>nl</language></row>
<row><id>10</id><qid>5</qid><question>Le lieu</question><language>fr</language></row>
</rows></question_l10ns>
<answers><rows>
<row><aid>1</aid><qid>1</qid><code>A1</code><sortorder>1</sortorder></row>
<row><aid>2</aid><qid>1</qid><code>A2</code><sortorder>2</sortorder></row>
</rows></answers>
<answer_l10ns><rows>
<row><aid>1</aid><answer>Goed</answer><language>nl</language></row>
<row><aid>1</aid><answer>Bien</answer><language>fr</language></row>
<row><aid>2</aid><answer>Minder goed</answer><language>nl</language></row>
<row><aid>2</aid><answer>Moins bien</answer><language>fr</language></row>
</rows></answer_l10ns>
<question_attributes><rows><row><qid>2</qid><attribute>max_answers</attribute><value>2</value></row></rows></question_attributes>
<surveys><rows><row><sid>9</sid><language>nl</language></row></rows></surveys>
<surveys_languagesettings><rows><row><surveyls_language>nl</surveyls_language><surveyls_title>Sfeer</surveyls_title></row></rows></surveys_languagesettings>
</document>`

export const lss = (): Parser<Uint8Array> =>
  file('peiling.lss', bytesOfText(fc.oneof(textLike([LSS]), linesLike([LSS], /[<>"]/))))

export const limesurvey = (): Parser<Uint8Array> => {
  const written = some.map((one) => text(limesurveyOf(one)))
  return file('peiling.txt', bytesOfText(fc.oneof(textLike(written), linesLike(written, /\t/))))
}

export const po = (): Parser<Uint8Array> => {
  const written = (['fr', 'ar', 'nl-plain'] as const).map((language) => text(poOf(some[0]!, language)))
  return file('vertaling.po', bytesOfText(fc.oneof(textLike(written), linesLike(written, /[" ]/))))
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//NL', ...events, 'END:VCALENDAR', ''].join('\r\n')
const CALENDARS = [
  calendar(event('UID:a', 'SUMMARY:Praten', 'DTSTART:20261209T180000', 'DTEND:20261209T200000')),
  calendar(
    event(
      'UID:b',
      'SUMMARY:Elke week',
      'DTSTART;TZID=Europe/Brussels:20261202T180000',
      'DURATION:PT2H',
      'RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270601T000000Z',
      'EXDATE;TZID=Europe/Brussels:20261223T180000',
    ),
    event(
      'UID:b',
      'RECURRENCE-ID;TZID=Europe/Brussels:20261216T180000',
      'DTSTART;TZID=Europe/Brussels:20261217T180000',
      'DTEND;TZID=Europe/Brussels:20261217T200000',
    ),
    event('UID:c', 'SUMMARY;LANGUAGE=nl:Feest', 'DTSTART;VALUE=DATE:20261212', 'STATUS:CANCELLED'),
  ),
  calendar(
    [
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16011028T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n'),
    event(
      'UID:d',
      'SUMMARY:Maandelijks',
      'DTSTART;TZID=Romance Standard Time:20270107T140000',
      'DTEND;TZID=Romance Standard Time:20270107T160000',
      'RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=6',
      'BEGIN:VALARM',
      'TRIGGER:-PT15M',
      'END:VALARM',
    ),
  ),
]
const RANGE = {
  timezone: 'Europe/Brussels',
  from: Temporal.Instant.from('2026-11-22T00:00:00Z'),
  until: Temporal.Instant.from('2027-12-27T00:00:00Z'),
}

export const ics = (): Parser<Uint8Array> => ({
  cases: bytesOfText(fc.oneof(textLike(CALENDARS), linesLike(CALENDARS, /[:;=]/))),
  take: (bytes) => {
    const { sessions, losses, faults } = sessionsIn(bytes, RANGE)
    sayable([...faults, ...losses])
    demand(sessions.length <= MOST_SESSIONS, 'more sessions than may be')
    let last = ''
    for (const { startsAt, endsAt, title } of sessions) {
      const [from, until] = [Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt)]
      demand(Temporal.Instant.compare(from, until) < 0, 'an end before its start')
      demand(
        Temporal.Instant.compare(RANGE.from, from) <= 0 && Temporal.Instant.compare(from, RANGE.until) < 0,
        'outside',
      )
      demand(startsAt > last, 'out of order, or twice')
      demand([...title].length <= 60, 'a title that is too long')
      last = startsAt
    }
    return sessions.length > 0 ? 'accepted' : 'refused'
  },
})

const COUNTS = [
  'datum;wanneer;heel goed;gewoon;slecht\r\n4/3/2026;einde;7;2;\r\n04-03-2026;start;5;8;1\r\n2026-02-01;;1;2;3\r\n',
  'date,when,good,bad,total\n2026-03-04,before,5,3,8\n2026-03-11,after,6,2,8\n',
  '\ufeffDate\tQuand\tBien\tMal\n2026-03-04\tDébut\t5\t3\n',
]

export const counts = (): Parser<Uint8Array> => ({
  cases: bytesOfText(fc.oneof(textLike(COUNTS), linesLike(COUNTS, /[;,\t]/))),
  take: (bytes) => {
    const { options, rows, losses, faults } = countsIn(bytes)
    sayable([...faults, ...losses])
    demand(faults.length > 0 || (options.length >= 2 && rows.length > 0), 'nothing, without a reason')
    for (const { date, people } of rows) {
      Temporal.PlainDate.from(date)
      demand(
        people.length === options.length && people.every((one) => Number.isInteger(one) && one >= 0 && one <= 1000),
        'a count that is none',
      )
    }
    return rows.length > 0 ? 'accepted' : 'refused'
  },
})

/** Packs: the JSON changed and written again as ours is, signed or not, and the bytes changed. */
export function pack(): Parser<Uint8Array> {
  const seed = new Uint8Array(32).fill(7)
  const made = { made: '2026-11-25', by: 'Iemand' }
  const sound = writePack(some, made, seed)
  const value: unknown = JSON.parse(text(sound))
  const rewritten = jsonLike([value]).map((one) => strToU8(writtenAgain(one)))
  // Signed by somebody who may sign: the signature holds, and what is in the cards has to be looked at all the same.
  const resigned = jsonLike([some.slice(0, 1)]).map((cards) => {
    try {
      return writePack(Array.isArray(cards) ? cards : ([cards] as never), made, seed)
    } catch {
      return sound
    }
  })
  return {
    cases: fc.oneof(rewritten, resigned, bytesLike([sound])),
    take: (bytes) => {
      const read = readPack(bytes)
      if (!read.ok) {
        for (const say of words) say(read.fault, read.values)
        return 'refused'
      }
      for (const { set } of read.value.cards) demand(!set || inspectSet(set).length === 0, 'a set that is not sound')
      return 'accepted'
    },
  }
}

function writtenAgain(value: unknown): string {
  try {
    return canonicalJson(value)
  } catch {
    return 'null'
  }
}
