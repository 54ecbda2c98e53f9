/** Workbooks that are faulty, odd or made to hurt: each is refused or read with a sentence, and nothing hangs. */
import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readFile } from '../../src/formats/read-file.ts'
import { MOST_BYTES, type Notice } from '../../src/formats/reading.ts'
import { sheetMarks } from '../../src/formats/sheet-marks.ts'
import { unpack } from '../../src/formats/unpack.ts'
import { readWorkbook } from '../../src/formats/workbook-read.ts'
import { workbookOf } from '../../src/formats/workbook-write.ts'
import { readXlsform } from '../../src/formats/xlsform-read.ts'

/** A busy machine takes its time, in milliseconds. */
const LONG = { timeout: 120_000 }
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}.xlsx`, import.meta.url)))
const keys = (notices: Notice[]) => notices.map(({ key }) => key)
const read = async (bytes: Uint8Array) => readXlsform(bytes, { title: 'x' })
const faultsOf = async (bytes: Uint8Array) => keys((await read(bytes)).faults)

/** A workbook of one sheet with this XML in it. */
const raw = (sheet: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="survey" sheetId="1" r:id="a"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
    ),
    'xl/worksheets/s.xml': strToU8(sheet),
    ...more,
  })

test('a form that another program wrote is read, and what does not come along is told row by row', async () => {
  const { card, losses, faults } = await readXlsform(fixture('mood-openpyxl'), { title: 'x', pictures: new Set() })
  expect(faults).toEqual([])
  expect(losses.map(({ key, place }) => [key, place.sheet, place.row])).toEqual([
    ['formats-renamed', 'choices', 4],
    ['formats-of-device', 'survey', 2],
    ['formats-required', 'survey', 4],
    ['formats-group', 'survey', 5],
    ['formats-scale-ends', 'survey', 8],
    ['formats-range-choice', 'survey', 9],
    ['formats-type-left', 'survey', 11],
    ['formats-cell-left', 'survey', 12],
    ['formats-relevant-lost', 'survey', 12],
    ['formats-picture-left', 'choices', 5],
    ['formats-picture-left', 'choices', 6],
    ['formats-title-language', undefined, undefined],
  ])
  const questions = card!.set.questions
  expect(questions.map(({ type, key }) => `${type} ${key}`)).toEqual([
    ...['card welkom', 'choice sfeer', 'multi redenen', 'scale cijfer', 'choice dagen', 'yesno terug', 'text woorden'],
  ])
  expect(questions[2]!.showIf).toEqual({ question: 'sfeer', is: ['tussenin', 'niet_goed', '_dk', '_no', '_skip'] })
  expect(questions[5]!.showIf).toEqual({ question: 'cijfer', is: ['7', '8', '9', '10'] })
  expect(questions[2]).toMatchObject({ max: 2, meaning: { en: 'Pick two at most.' } })
  expect(questions[6]).toMatchObject({ max: 300 })
})

test('the smallest form there is needs no settings and no languages', async () => {
  const { card, losses, faults } = await read(fixture('smallest-xlsxwriter'))
  expect({ losses, faults }).toEqual({ losses: [], faults: [] })
  expect(card!.set.languages).toEqual(['nl'])
})

test('merged cells and formulas are told by cell; of a formula its last value counts', async () => {
  const merged = await read(fixture('merged-formula-openpyxl'))
  expect(merged.losses.map(({ key, values }) => [key, values.cells ?? values.cell])).toEqual([
    ['formats-merged', 'C4:E4'],
    ['formats-formula', 'C2'],
  ])
  expect(keys(merged.faults)).toEqual(['formats-no-text'])
  const cached = await read(fixture('formula-cached-xlsxwriter'))
  expect(keys(cached.losses)).toEqual(['formats-formula'])
  expect(cached.card!.set.questions[0]).toMatchObject({
    options: [{ text: { nl: 'goed' } }, { text: { nl: 'niet goed' } }],
  })
})

test('every fault of a form is told at once, loops with their way', async () => {
  const { card, faults } = await read(fixture('faults-openpyxl'))
  expect(card).toBeNull()
  expect(faults.map(({ key, place }) => `${key} ${place.sheet} ${place.row}`)).toEqual([
    'formats-choice-twice choices 4',
    'formats-choice-nameless choices 5',
    'formats-name-twice survey 6',
    'formats-no-list survey 7',
    'formats-nameless survey 9',
    'formats-no-text survey 10',
    'formats-relevant-unknown survey 5',
    'formats-relevant-loop survey 2',
    'formats-relevant-loop survey 3',
    'formats-relevant-loop survey 4',
  ])
  expect(faults[7]!.values).toEqual({ way: 'a → c → b → a' })
})

test('a wrong sheet, and a file without any Dutch', async () => {
  const wrong = await read(fixture('no-survey-openpyxl'))
  expect(wrong.faults).toMatchObject([{ key: 'formats-no-survey', values: { sheets: 'Blad1' } }])
  const french = await read(fixture('no-dutch-openpyxl'))
  expect(keys(french.losses)).toEqual(['formats-no-dutch', 'formats-language-left', 'formats-title-language'])
  expect(french.card!.set.questions[0]!.text).toEqual({ nl: 'Ça va ?', fr: 'Ça va ?' })
})

test('fifty thousand rows are refused before any cell is read', LONG, async () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => ['text', `q${i}`, 'Iets?'])
  const bytes = await workbookOf([{ name: 'survey', rows: [['type', 'name', 'label'], ...rows] }])
  expect(bytes.length).toBeLessThan(MOST_BYTES)
  expect(await faultsOf(bytes)).toEqual(['formats-too-many-rows'])
})

test.each([
  ['a row that says it is far below', '<row r="900000000"><c r="A900000000"><v>1</v></c></row>', 'formats-no-workbook'],
  ['a row a million down', '<row r="1000000"><c r="A1000000"><v>1</v></c></row>', 'formats-too-many-rows'],
  ['a cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'formats-too-many-columns'],
  ['a place written in signs', '<row r="&#57;9999999"><c r="A1"><v>1</v></c></row>', 'formats-no-workbook'],
])('%s', async (_, rows, fault) => {
  expect(await faultsOf(raw(`<worksheet><sheetData>${rows}</sheetData></worksheet>`))).toEqual([fault])
})

test('entities of a document of its own are refused', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>'
  expect(await faultsOf(raw(bomb))).toEqual(['formats-no-workbook'])
})

test('macros are refused, by whatever name the file goes', async () => {
  const files = { 'xl/vbaProject.bin': new Uint8Array([1, 2, 3]) }
  expect(await faultsOf(raw('<worksheet><sheetData/></worksheet>', files))).toEqual(['formats-macros'])
})

test('a zip bomb is stopped while it unfolds, also when it lies about its size', LONG, async () => {
  const zeros = zipSync({ 'xl/worksheets/s.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 9 })
  expect(zeros.length).toBeLessThan(MOST_BYTES)
  expect(await faultsOf(zeros)).toEqual(['formats-bomb'])
  const liar = zeros.slice()
  // The size that the zip says it has after unpacking, in both its headings: one byte.
  liar.set([1, 0, 0, 0], 22)
  const central = liar.length - 22 - (46 + 'xl/worksheets/s.xml'.length)
  liar.set([1, 0, 0, 0], central + 24)
  expect(await faultsOf(liar)).toEqual(['formats-bomb'])
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, new Uint8Array(1)]))
  expect(unpack(zipSync(many))).toEqual({ fault: 'formats-bomb' })
})

test('what is no workbook at all', async () => {
  const kinds = await Promise.all(
    [
      new Uint8Array(0),
      strToU8('hoi'),
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]),
      zipSync({ 'word/document.xml': strToU8('<x/>') }),
      new Uint8Array(MOST_BYTES + 1),
      fixture('mood-openpyxl').slice(0, 4000),
    ].map((bytes) => readFile(bytes, 'x.xlsx')),
  )
  expect(
    kinds.map((one) => keys(one.kind === 'card' ? one.reading.faults : one.kind === 'faulty' ? one.faults : [])),
  ).toEqual([
    ['formats-unknown'],
    ['formats-unknown'],
    ['formats-old-excel'],
    ['formats-no-workbook'],
    ['formats-no-workbook'],
    ['formats-too-large'],
    ['formats-no-workbook'],
  ])
})

test('a workbook of ours is read by the same door, texts that look like formulas as texts', async () => {
  const rows = [
    ['type', 'name', 'label'],
    ['text', 'q', '=1+1'],
  ]
  const workbook = await readWorkbook(await workbookOf([{ name: 'survey', rows }]))
  expect(workbook).toEqual({ sheets: [{ name: 'survey', rows }], losses: [] })
})

test('a sheet is told by the name that people see; a column beyond Z counts as one', async () => {
  const files = Object.fromEntries(
    Object.entries({
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Mijn blad" sheetId="1" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': '<sheetData/><mergeCells><mergeCell ref="B12:C14"/></mergeCells>',
      'xl/worksheets/lost.xml': '<sheetData><row r="3"><c r="AB3"><f>1+1</f></c></row></sheetData>',
    }).map(([name, text]) => [name, strToU8(text)]),
  )
  expect(sheetMarks(files)).toEqual({
    losses: [
      { key: 'formats-merged', values: { cells: 'B12:C14' }, place: { sheet: 'Mijn blad', row: 12 } },
      { key: 'formats-formula', values: { cell: 'AB3' }, place: { sheet: 'xl/worksheets/lost.xml', row: 3 } },
    ],
  })
  const wide = (column: string) =>
    sheetMarks({ 'xl/worksheets/s.xml': strToU8(`<row r="1"><c r="${column}1"><v>1</v></c></row>`) })
  // KN is the three hundredth.
  expect(wide('KN')).toEqual({ losses: [] })
  expect(wide('KO')).toMatchObject({ faults: [{ key: 'formats-too-many-columns' }] })
})

test('two hundred files are still a workbook, one more is none', () => {
  const zip = (count: number) =>
    unpack(zipSync(Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, strToU8('x')]))))
  expect(zip(200)).toHaveProperty('files')
  expect(zip(201)).toEqual({ fault: 'formats-bomb' })
})

test('numbers of a few steps are answers, of more than ten they are left out; without an end it is ten', async () => {
  const read = async (...rows: string[][]) => {
    const heading = ['type', 'name', 'label', 'parameters']
    return readXlsform(await workbookOf([{ name: 'survey', rows: [heading, ...rows] }]), { title: 'x' })
  }
  const fine = await read(
    ['range', 'een', 'Hoeveel?', 'start=1'],
    ['range', 'twee', 'Hoeveel?', 'start=1 end=10 step=3'],
    ['range', 'drie', 'Hoeveel?', 'start=0'],
  )
  expect(fine.faults).toEqual([])
  const options = fine.card!.set.questions.map((one) =>
    'options' in one ? one.options.map(({ code }) => code) : one.type,
  )
  expect(options).toEqual([Array.from({ length: 10 }, (_, n) => `n_${n + 1}`), ['n_1', 'n_4', 'n_7', 'n_10'], 'scale'])
  const left = await read(
    ['range', 'elf', 'Hoeveel?', 'start=1 end=11'],
    ['range', 'een', 'Hoeveel?', 'start=1 end=1'],
    ['range', 'half', 'Hoeveel?', 'start=1 end=3 step=0.5'],
    ['deviceid', 'toestel', '', ''],
    ['text', 'open', 'Nog iets?', ''],
  )
  expect(left.losses.map(({ key, place }) => [key, place.row])).toEqual([
    ...[2, 3, 4].map((row) => ['formats-range-left', row]),
    ['formats-of-device', 5],
  ])
})

test('of a long cell that is left, the beginning is shown', async () => {
  const rows = [
    ['type', 'name', 'label', 'appearance'],
    ['text', 'open', 'Nog iets?', 'x'.repeat(61)],
    ['text', 'meer', 'Nog iets?', 'x'.repeat(60)],
  ]
  const { losses } = await readXlsform(await workbookOf([{ name: 'survey', rows }]), { title: 'x' })
  expect(losses.flatMap(({ values }) => values.text ?? [])).toEqual([`${'x'.repeat(59)}…`, 'x'.repeat(60)])
})

test('a sheet that is named and stands nowhere makes it no workbook', async () => {
  const files = unzipSync(fixture('smallest-xlsxwriter'))
  const relations = 'xl/_rels/workbook.xml.rels'
  const without = strFromU8(files[relations]!).replace(/<Relationship Id="rId1"[^>]*>/, '')
  expect(await faultsOf(zipSync({ ...files, [relations]: strToU8(without) }))).toEqual(['formats-no-workbook'])
})
