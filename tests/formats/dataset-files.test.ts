/** What leaves can be read back by programs of others, with every name, label, number and reason as it was. */
import { createHash } from 'node:crypto'
import { read, utils, type WorkSheet } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Column, tableOf } from '../../src/formats/columns.ts'
import { neutral, numberText } from '../../src/formats/csv-write.ts'
import { type Cell, type Dataset, type ExportFile, MISSING } from '../../src/formats/dataset.ts'
import { filesOf } from '../../src/formats/dataset-files.ts'
import { cutBytes, oneLine } from '../../src/formats/spss-columns.ts'
import { zipOf } from '../../src/formats/zip.ts'
import { FULL_LANGUAGES, textIn } from '../../src/survey/question-set.ts'
import { wordsFor } from '../../src/words/words.ts'
import { anyDataset, SMALL } from './datasets.ts'
import { readSav } from './read-sav.ts'

const textOf = (files: ExportFile[], name: string) => Buffer.from(fileOf(files, name).bytes).toString('utf8')
const fileOf = (files: ExportFile[], name: string) => files.find((file) => file.name === name)!
const jsonOf = (files: ExportFile[], name: string) => JSON.parse(textOf(files, name))

describe('a small dataset', async () => {
  const files = await filesOf(SMALL, 'nl')

  test('has a file for everybody', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'README.txt',
      'workbook.xlsx',
      'data-wide.csv',
      'data-long.csv',
      'data-wide-excel.csv',
      'data-long-excel.csv',
      'data.sav',
      'data.sps',
      'data-spss.csv',
      'data.json',
      'data.schema.json',
      'codebook.csv',
      'codebook.json',
      'SHA256SUMS',
    ])
  })

  test('is one line a row in wide, with what the numbers mean beside them', () => {
    expect(textOf(files, 'data-wide.csv').split('\r\n')).toEqual([
      'period,feeling_start,feeling_start_label,take_new,take_new_label,share,share_label',
      `"2026-11",1,heel goed,0,nee,0.5,`,
      `"2026-11",-6,wil ik niet zeggen,1,ja,-8,niet gevraagd`,
      `"najaar; ""laat""",3,"'=1+1",-7,overgeslagen,,`,
      '',
    ])
  })

  test('is one line a cell in long, with the reason when there is no answer', () => {
    const [head, ...lines] = textOf(files, 'data-long.csv').trimEnd().split('\r\n')
    expect(head).toBe('row,variable,value,label,missing')
    expect(lines).toHaveLength(12)
    expect(lines[5]).toBe('2,feeling_start,-6,wil ik niet zeggen,declined')
    expect(lines[11]).toBe('3,share,,,')
  })

  test('opens in a Belgian Excel: a mark for UTF-8, semicolons, a decimal comma', () => {
    const wide = textOf(files, 'data-wide-excel.csv')
    expect(wide.startsWith('\ufeffperiod;feeling_start;')).toBe(true)
    expect(wide).toContain(';0,5;')
    expect(textOf(files, 'data-long-excel.csv')).toContain('1;share;0,5;')
  })

  test('says in the codebook every text, every reason, where a column comes from and that it was asked afterwards', () => {
    const book = parse(textOf(files, 'codebook.csv'), { columns: true }) as Record<string, string>[]
    expect(book.map(({ variable, value, code, missing }) => `${variable} ${value} ${code} ${missing}`)).toEqual([
      'period   ',
      'feeling_start 1 great 0',
      'feeling_start 2 ok 0',
      'feeling_start 3 bad 0',
      'feeling_start -5 dont_know 1',
      'feeling_start -6 declined 1',
      'feeling_start -7 skipped 1',
      'feeling_start -8 not_asked 1',
      'feeling_start -9 expired 1',
      'take_new 1 yes 0',
      'take_new 0 no 0',
      'take_new -7 skipped 1',
      'share -8 not_asked 1',
    ])
    expect(book[1]).toMatchObject({
      label_nl: "Hoe kom je binnen? 't Is maar een vraag",
      label_en: 'How do you arrive?',
      label_fr: '',
      set: 'a'.repeat(64),
      version: '2',
      sensitive: '1',
      retrospective: '0',
      value_label_ar: 'جيد جدًا',
    })
    expect(book[9]).toMatchObject({ question: 'take', option: 'new', retrospective: '1', version: '' })
    const json = jsonOf(files, 'codebook.json')
    expect(json.missing.map(({ value }: { value: number }) => value)).toEqual([-5, -6, -7, -8, -9])
    expect(Object.keys(json.missing[0].label)).toEqual([...FULL_LANGUAGES])
    expect(json.variables).toEqual(
      SMALL.variables.map((one) => ({ ...one, kind: one.measure === 'text' ? 'text' : 'number' })),
    )
  })

  test('has a README in the language of who reads it, with who, what for, until when and what to mind', async () => {
    const readme = textOf(files, 'README.txt')
    expect(readme).toContain('Voor wie: Stad')
    expect(readme).toContain('Periode: van 2026-09-01 tot en met 2027-08-31')
    expect(readme).toContain('De afspraak loopt tot en met: 2027-08-31')
    expect(readme).toContain('verzonnen antwoorden')
    expect(readme).toContain('Kleine groepen zijn weggelaten.')
    for (const { name } of files.filter((file) => file.name !== 'README.txt')) expect(readme).toContain(`\n${name}: `)
    expect(readme).not.toMatch(/[\u2066-\u2069]|ingekort/)
    expect(textOf(await filesOf(SMALL, 'ar'), 'README.txt')).toContain('لمن: Stad')
    expect(textOf(await filesOf(SMALL, 'fr'), 'README.txt')).toContain('Pour qui: Stad')
  })

  test('has checksums of all other files', () => {
    const sums = textOf(files, 'SHA256SUMS').trimEnd().split('\n')
    expect(sums).toEqual(
      files.slice(0, -1).map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`),
    )
  })

  test('fits in one zip whose bytes depend on the data alone', async () => {
    const zip = zipOf(files)
    const again = zipOf(await filesOf(structuredClone(SMALL), 'nl'))
    expect(Buffer.from(zip).equals(Buffer.from(again))).toBe(true)
    const inside = unzipSync(zip)
    expect(Object.keys(inside)).toEqual(files.map(({ name }) => name))
    for (const { name, bytes } of files) expect(Buffer.from(inside[name]!).equals(Buffer.from(bytes))).toBe(true)
  })

  test('gives the same bytes in another zone and another year', async () => {
    const before = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Kiritimati'
      expect(Buffer.from(zipOf(await filesOf(SMALL, 'nl'))).equals(Buffer.from(zipOf(files)))).toBe(true)
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  test('is a workbook of three sheets that reads from the right in Arabic', async () => {
    const book = read(fileOf(files, 'workbook.xlsx').bytes)
    expect(book.SheetNames).toEqual(['Gegevens', 'Codeboek', 'Over deze gegevens'])
    const about = rowsOf(book.Sheets['Over deze gegevens']!).map((row) => row.join(' = '))
    expect(about).toContain(`Organisatie = '=HYPERLINK("x")`)
    expect(about).toContain('-6 = wil ik niet zeggen')
    const codebook = rowsOf(book.Sheets.Codeboek!)
    expect(codebook[2]!.slice(0, 5)).toEqual([
      'feeling_start',
      "Hoe kom je binnen? 't Is maar een vraag",
      'soorten met een volgorde',
      1,
      'heel goed',
    ])
    const arabic = unzipSync(fileOf(await filesOf(SMALL, 'ar'), 'workbook.xlsx').bytes)
    expect(Buffer.from(arabic['xl/worksheets/sheet1.xml']!).toString()).toContain('rightToLeft="1"')
  })

  test('is syntax that SPSS reads: quotes doubled, labels, reasons as missing', () => {
    const syntax = textOf(files, 'data.sps')
    // The first line says how to read the rest, and the heading of the columns is no row.
    expect(syntax.replace('\ufeff', '').split(/\r?\n/)[0]).toBe('* Encoding: UTF-8.')
    expect(syntax).toContain('  /FIRSTCASE=2\n')
    expect(syntax).toContain(`    feeling_start F8.0\n`)
    expect(syntax).toContain(`    share F16.1\n`)
    expect(syntax).toContain(`feeling_start 'Hoe kom je binnen? ''t Is maar een vraag'`)
    expect(syntax).toContain(`    -6 'wil ik niet zeggen'`)
    expect(syntax).toContain('  /take_new (-9 THRU -5)')
    expect(syntax).toContain('feeling_start (ORDINAL)')
    expect(textOf(files, 'data-spss.csv').split('\r\n')[0]).toBe('period,feeling_start,take_new,share')
  })
})

test('a number that is very small or very large is written without an exponent', () => {
  expect([1e-7, 2.5e-8, 1e21, 12, 0.1].map(numberText)).toEqual([
    ...['0.0000001', '0.000000025', '1000000000000000000000', '12', '0.1'],
  ])
})

describe('any dataset comes back', () => {
  test('from both kinds of CSV, in both forms', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { columns, rows } = tableOf(dataset)
        const files = await filesOf(dataset, 'en')
        for (const [wideName, longName, delimiter] of [
          ['data-wide.csv', 'data-long.csv', ','],
          ['data-wide-excel.csv', 'data-long-excel.csv', ';'],
        ] as const) {
          const number = (text: string) => Number(delimiter === ';' ? text.replace(',', '.') : text)
          const cell = ({ kind }: Column, text: string): Cell =>
            kind === 'text' ? text : text === '' ? null : number(text)
          const expected = rows.map((row) => row.map((one, at) => written(columns[at]!, one)))
          const wide = parse(textOf(files, wideName), { columns: true, delimiter, bom: true }) as Record<
            string,
            string
          >[]
          expect(wide.map((line) => columns.map((column) => cell(column, line[column.name]!)))).toEqual(expected)
          const long = parse(textOf(files, longName), { columns: true, delimiter, bom: true }) as Record<
            string,
            string
          >[]
          expect(
            rows.map((_, at) =>
              columns.map((column, place) => cell(column, long[at * columns.length + place]!.value!)),
            ),
          ).toEqual(expected)
          for (const line of [...wide, ...long]) expect(Object.values(line).filter(isFormula)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('from the workbook', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { columns, rows } = tableOf(dataset)
        const book = read(fileOf(await filesOf(dataset, 'en'), 'workbook.xlsx').bytes)
        const [head, ...lines] = rowsOf(book.Sheets.Data!)
        const at = columns.map(({ name }) => head!.indexOf(name))
        expect(rows.map((_, nth) => at.map((place) => blank(lines[nth]?.[place])))).toEqual(
          rows.map((row) => row.map((one) => blank(typeof one === 'string' ? padName(neutral(one)) : one))),
        )
        for (const sheet of Object.values(book.Sheets)) {
          for (const cell of Object.values(sheet)) {
            expect(cell).not.toHaveProperty('f')
            expect(typeof cell?.v === 'string' && isFormula(cell.v)).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('from the .sav: names, labels, measures, reasons and every cell', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { columns, rows } = tableOf(dataset)
        const back = await readSav(fileOf(await filesOf(dataset, 'en'), 'data.sav').bytes)
        expect(back.vars.map(({ name }) => name)).toEqual(columns.map(({ name }) => name))
        expect(back.vars.map(({ label }) => label ?? '')).toEqual(
          columns.map(({ label }) => cutBytes(oneLine(textIn(label, 'en')), 255)),
        )
        const levels = columns.filter(({ kind }) => kind === 'number').map(({ measure }) => LEVELS[measure])
        const texts = back.levels.length - levels.length
        expect(back.levels.toSorted()).toEqual([...levels, ...Array.from({ length: texts }, () => 1)].toSorted())
        for (const [at, column] of columns.entries()) {
          const reasons = column.kind === 'number' && column.missing.length > 0
          expect(back.vars[at]!.missing).toEqual(reasons ? { min: -9, max: -5 } : null)
          expect(back.labelsOf(column.name).map(({ val, label }) => [val, label])).toEqual(labelsOfColumn(column))
        }
        expect(
          back.rows.map((row) => columns.map(({ name, kind }) => row[name] ?? (kind === 'text' ? '' : null))),
        ).toEqual(
          rows.map((row) =>
            row.map((one, at) => (columns[at]!.kind === 'text' ? String(one ?? '').replace(/ +$/, '') : one)),
          ),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('from the JSON, which its own schema accepts, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { columns, rows } = tableOf(dataset)
        const files = await filesOf(dataset, 'en')
        const json = jsonOf(files, 'data.json')
        expect(json.rows.map((row: Record<string, Cell>) => columns.map(({ name }) => row[name]))).toEqual(rows)
        const schema = z.fromJSONSchema(jsonOf(files, 'data.schema.json'))
        expect(schema.safeParse(json).success).toBe(true)
        expect(schema.safeParse({ ...json, rows: [{}] }).success).toBe(false)
        const coded = columns.find(({ values }) => values.length > 0)
        if (coded && json.rows[0]) {
          const wrong = { ...json.rows[0], [coded.name]: 99 }
          expect(schema.safeParse({ ...json, rows: [wrong] }).success).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('bad input', () => {
  const alike: Dataset = {
    ...SMALL,
    variables: ['a', 'A', 'a_label', 'and', '1e maand!', 'v'.repeat(40), 'V'.repeat(32)].map((name) => ({
      ...SMALL.variables[2]!,
      name,
    })),
    rows: [[1, 0, 1, 0, 1, 0, 1]],
  }

  test('names that collide, that no program takes, or that SPSS has itself, are made different everywhere alike', async () => {
    const names = ['a', 'A_2', 'a_label', 'and_2', 'v1e_maand_', 'v'.repeat(32), `${'V'.repeat(30)}_2`]
    const files = await filesOf(alike, 'nl')
    expect(jsonOf(files, 'data.json').variables.map(({ name }: Column) => name)).toEqual(names)
    expect((await readSav(fileOf(files, 'data.sav').bytes)).vars.map(({ name }) => name)).toEqual(names)
    const [head = ''] = textOf(files, 'data-wide.csv').split('\r\n')
    expect(head.split(',').slice(0, 4)).toEqual(['a', 'a_label_2', 'A_2', 'A_2_label'])
    expect(new Set(head.toLowerCase().split(',')).size).toBe(14)
  })

  test('no rows at all is still every file, with all its columns', async () => {
    const files = await filesOf({ ...SMALL, rows: [] }, 'fr')
    expect(textOf(files, 'data-long.csv')).toBe('row,variable,value,label,missing\r\n')
    const back = await readSav(fileOf(files, 'data.sav').bytes)
    expect([back.vars.length, back.rows.length]).toEqual([4, 0])
    expect(jsonOf(files, 'data.json').rows).toEqual([])
    expect(read(fileOf(files, 'workbook.xlsx').bytes).SheetNames[0]).toBe('Données')
  })

  test('three hundred columns', async () => {
    const variables = Array.from({ length: 300 }, (_, at) => ({ ...SMALL.variables[1]!, name: `q${at}` }))
    const files = await filesOf({ ...SMALL, variables, rows: [variables.map((_, at) => (at % 3) + 1)] }, 'nl')
    const back = await readSav(fileOf(files, 'data.sav').bytes)
    expect(back.rows[0]!.q299).toBe(3)
    const [sheet] = rowsOf(read(fileOf(files, 'workbook.xlsx').bytes).Sheets.Gegevens!).slice(1)
    expect(sheet).toHaveLength(600)
    expect(sheet!.slice(-2)).toEqual([3, "'=1+1"])
  })

  test('a text of 40,000 characters, from the right: whole in CSV and JSON, cut where a format has a limit, which is said', async () => {
    const long = `${'ش'.repeat(39_999)}.`
    const files = await filesOf({ ...SMALL, rows: [[long, 1, 1, 1]] }, 'nl')
    expect(textOf(files, 'data-wide.csv')).toContain(long)
    expect(jsonOf(files, 'data.json').rows[0].period).toBe(long)
    const { rows, vars } = await readSav(fileOf(files, 'data.sav').bytes)
    expect(rows[0]!.period).toBe('ش'.repeat(16_000))
    expect([vars.length, rows[0]!.share]).toEqual([4, 1])
    const book = rowsOf(read(fileOf(files, 'workbook.xlsx').bytes).Sheets.Gegevens!)
    expect(book[1]![0]).toBe(`${'ش'.repeat(32_766)}…`)
    expect(textOf(files, 'README.txt')).toContain('Heel lange teksten zijn ingekort')
  })

  test('a formula stays a text, also behind a separator of another country or a new line', () => {
    const texts = ['=1', '+1', '-1', '@x', '\t=1', ' =1', 'a;=1', 'a,@x', 'a\n+1', 'a"=1', '＝1']
    for (const text of texts) expect(neutral(text)).not.toMatch(/(^|[;,\t\n"])[\s]*[=+\-@＝]/)
    for (const text of ['wie-wat', '1+1', 'mail@x.be', 'ja; nee', "'s avonds", '']) expect(neutral(text)).toBe(text)
  })

  test('rows that do not fit the columns are a bug of ours, told without what is in them', async () => {
    await expect(filesOf({ ...SMALL, rows: [['geheim']] }, 'nl')).rejects.toThrow(/not one cell a variable$/)
    const shifted: Cell[] = [null, 'geheim', null, null]
    await expect(filesOf({ ...SMALL, rows: [shifted] }, 'nl')).rejects.toThrow(
      /text in a column of numbers: feeling_start$/,
    )
  })
})

const LEVELS = { nominal: 1, text: 1, ordinal: 2, scale: 3 }
const labelsOfColumn = ({ values, missing }: Column): [number, string][] => [
  ...values.map(({ value, label }): [number, string] => [value, cutBytes(oneLine(textIn(label, 'en')), 120)]),
  ...Object.entries(MISSING)
    .filter(([code]) => missing.some((one) => one === code))
    .map(([code, value]): [number, string] => [value, wordsFor('en')(`export-missing-${code.replace('_', '-')}`)]),
]
const written = ({ kind }: Column, cell: Cell): Cell => (kind === 'text' ? neutral(String(cell ?? '')) : cell)
const blank = (cell: unknown) => (cell === undefined || cell === '' ? null : cell)
const padName = (text: string) => (text in {} ? `${text} ` : text)
const rowsOf = (sheet: WorkSheet) => utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true })
/** A text that a spreadsheet would work out. Numbers are read as texts here, so a sign before a number is none. */
const isFormula = (text: string) => /^[\s]*[=+\-@＝＋－＠]/u.test(text) && !/^-\d+([.,]\d+)?$/.test(text)
