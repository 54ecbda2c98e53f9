/** The log of agreements to keep or to hand over: as Markdown, and as a table. Pure. */
import { neutral } from '../formats/csv-write.ts'
import type { FullLanguage, LocalText } from '../survey/question-set.ts'
import { textIn } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { AgreementEntry, AgreementLog, OnDay, ProposalEntry } from './agreement-log.ts'
import { dayText } from './describe-survey.ts'

export type LogFile = { name: string; type: 'text/markdown' | 'text/csv'; text: string }
type About = { id: string; name: string; timezone: string; language: FullLanguage }

export function logFile(log: AgreementLog, about: About, form: 'md' | 'csv'): LogFile {
  const name = `pols-${about.id}-${wordsFor(about.language)('agree-log-name')}.${form}`
  return form === 'md'
    ? { name, type: 'text/markdown', text: markdown(log, about) }
    : { name, type: 'text/csv', text: csv(log, about) }
}

function markdown(log: AgreementLog, about: About): string {
  const words = wordsFor(about.language)
  return `${[
    `# ${plain(words('agree-log-title', { organisation: about.name }))}`,
    ...(log.agreements.length === 0 ? [plain(words('agree-log-nothing'))] : []),
    ...log.agreements.map((entry) =>
      [
        `## ${escaped(aspectOf(entry, about.language))}`,
        ...entry.lines.map((line) => `- ${escaped(line)}`),
        ...historyLines(entry, about).map((line) => `- ${escaped(line)}`),
      ].join('\n'),
    ),
    ...(log.proposals.length === 0
      ? []
      : [
          `## ${plain(words('agree-log-proposals'))}`,
          log.proposals.map((entry) => `- ${escaped(proposalLine(entry, about))}`).join('\n'),
        ]),
  ].join('\n\n')}\n`
}

/** Who agreed when, who ended it, and when it was paused: a sentence a line. */
export function historyLines(entry: AgreementEntry, about: Pick<About, 'timezone' | 'language'>): string[] {
  const words = wordsFor(about.language)
  const day = (at: Temporal.Instant) => dayText(at, about.timezone, about.language)
  return [
    words('agree-log-proposed', { name: nameOf(entry.proposedBy, words) }),
    words('agree-log-agreed', { name: nameOf(entry.agreedBy, words), day: day(entry.agreedAt) }),
    ...entry.pauses.map(({ from, until }) =>
      until
        ? words('agree-log-paused-until', { from: day(from), until: day(until) })
        : words('agree-log-paused', { from: day(from) }),
    ),
    ...(entry.endedAt
      ? [words('agree-log-ended', { name: nameOf(entry.endedBy, words), day: day(entry.endedAt) })]
      : []),
  ].map(plain)
}

/** One line an agreement that held on a day. */
export function onDayLine(entry: OnDay, about: Pick<About, 'timezone' | 'language'>): string {
  const words = wordsFor(about.language)
  const day = dayText(entry.agreedAt, about.timezone, about.language)
  const values = { aspect: aspectOf(entry, about.language), name: nameOf(entry.agreedBy, words), day }
  return plain(words(`agree-on-${entry.state}`, values))
}

function proposalLine(entry: ProposalEntry, about: About): string {
  const words = wordsFor(about.language)
  const values = {
    aspect: aspectOf(entry, about.language),
    by: nameOf(entry.proposedBy, words),
    from: dayText(entry.proposedAt, about.timezone, about.language),
    name: nameOf(entry.decidedBy, words),
    day: entry.decidedAt ? dayText(entry.decidedAt, about.timezone, about.language) : '',
  }
  return plain(words(`agree-log-is-${entry.state}`, values))
}

function csv({ agreements, proposals }: AgreementLog, about: About): string {
  const words = wordsFor(about.language)
  const time = (at: Temporal.Instant | null) =>
    at ? at.toZonedDateTimeISO(about.timezone).toString({ smallestUnit: 'minute', timeZoneName: 'never' }) : ''
  const head = COLUMNS.map((key) => words(`agree-column-${key}`))
  const rows = [
    ...agreements.map((one) => [
      words('agree-row-agreement'),
      ...[one.surveyId, one.hash.slice(0, 12), aspectOf(one, about.language), one.lines.map(plain).join(' ')],
      ...[nameOf(one.proposedBy, words), '', nameOf(one.agreedBy, words), time(one.agreedAt)],
      ...[one.endedAt ? nameOf(one.endedBy, words) : '', time(one.endedAt)],
      one.pauses.map(({ from, until }) => `${time(from)}/${time(until)}`).join(' '),
    ]),
    ...proposals
      .filter(({ state }) => state !== 'agreed')
      .map((one) => [
        words(`agree-row-${one.state}`),
        ...[one.surveyId, '', aspectOf(one, about.language), ''],
        ...[nameOf(one.proposedBy, words), time(one.proposedAt), '', ''],
        ...[one.decidedAt ? nameOf(one.decidedBy, words) : '', time(one.decidedAt), ''],
      ]),
  ]
  return [head, ...rows]
    .map((row) => row.map((cell) => quoted(plain(cell))).join(','))
    .join('\r\n')
    .concat('\r\n')
}

const COLUMNS = [
  'what',
  'survey',
  'version',
  'aspect',
  'words',
  'proposed-by',
  'proposed-at',
  'agreed-by',
  'agreed-at',
  'ended-by',
  'ended-at',
  'paused',
]

const quoted = (cell: string): string => `"${neutral(cell).replaceAll('"', '""')}"`

/** Doors and files have no name of their own. */
function nameOf(name: string, words: Words): string {
  const key = DOOR_NAMES[name]
  return key ? words(key) : name
}
const DOOR_NAMES: Record<string, string> = {
  '': 'agree-nobody',
  'coach-page': 'agree-door-page',
  'command line': 'agree-door-line',
}

const aspectOf = ({ aspect }: { aspect: LocalText }, language: FullLanguage) => textIn(aspect, language)
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
/** What somebody wrote stays words in Markdown. */
const escaped = (text: string): string => plain(text).replace(/([\\`*_[\]<>#|])/g, '\\$1')
