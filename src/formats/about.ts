/** What a dataset is, for whom and until when, in words: the about sheet and the README. */
import { type FullLanguage, textIn } from '../survey/question-set.ts'
import { directionOf, wordsFor } from '../words/words.ts'
import { MISSING_CODES, missingKey, type Table } from './columns.ts'
import { type ExportFile, MISSING } from './dataset.ts'

/** Pairs of what and said; a line on its own has nothing beside it. */
export function aboutLines(
  { dataset, columns, rows }: Table,
  language: FullLanguage,
): [string | number, string | null][] {
  const words = plainWords(language)
  const { about } = dataset
  return [
    [words('export-about-organisation'), about.organisation],
    [words('export-about-receiver'), about.receiver],
    [words('export-about-purpose'), about.purpose],
    [words('export-about-period'), words('export-about-period-said', { from: about.from, until: about.until })],
    [words('export-about-made'), about.madeOn],
    [words('export-about-ends'), about.endsOn],
    [words('export-about-level'), words(`export-level-${dataset.level}`)],
    [words('export-about-languages'), about.languages.map((one) => words(`export-language-${one}`)).join(', ')],
    [
      words('export-about-size'),
      words('export-about-size-said', { rows: String(rows.length), columns: String(columns.length) }),
    ],
    ...(about.example ? [[words('export-about-example'), null] as [string, null]] : []),
    ...about.notes.map((note): [string, null] => [textIn(note, language), null]),
    [words('export-missing-title'), null],
    ...MISSING_CODES.map((code): [number, string] => [MISSING[code], words(missingKey(code))]),
  ]
}

/** As plain text; `cut` when a text did not fit everywhere. */
export function readmeOf(table: Table, language: FullLanguage, files: readonly ExportFile[], cut: boolean): ExportFile {
  const words = plainWords(language)
  const lines = [
    table.dataset.name,
    '',
    ...aboutLines(table, language).map(([what, said]) => (said === null ? `${what}` : `${what}: ${said}`)),
    '',
    words('export-files-title'),
    ...files.map(({ name }) => `${name}: ${words(`export-file-${name.replaceAll('.', '-')}`)}`),
    `SHA256SUMS: ${words('export-file-sums')}`,
    '',
    words('export-file-names'),
    words('export-file-apostrophe'),
    ...(cut ? [words('export-file-cut')] : []),
  ]
  return {
    name: 'README.txt',
    type: 'text/plain; charset=utf-8',
    bytes: Buffer.from(`${lines.map((line) => line.replace(/\n/g, ' ')).join('\n')}\n`, 'utf8'),
  }
}

/** The isolates of Fluent keep Arabic in order; elsewhere they are only noise. */
function plainWords(language: FullLanguage) {
  const words = wordsFor(language)
  if (directionOf(language) === 'rtl') return words
  return (key: string, values?: Record<string, string | number>) => words(key, values).replace(/[\u2068\u2069]/g, '')
}
