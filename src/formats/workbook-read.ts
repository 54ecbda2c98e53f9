/** Reads .xlsx workbooks of strangers: first what is in the zip, then how large its sheets are, and only then the cells. */

import { zipSync } from 'fflate'
import type { CellValue } from 'read-excel-file/universal'
import { MOST_BYTES, MOST_ROWS, type Notice, notice } from './reading.ts'
import { sheetMarks } from './sheet-marks.ts'
import { unpack } from './unpack.ts'

/** Rows of texts; the first row is the heading. A row has as many cells as the widest, the empty ones ''. */
export type ReadSheet = { name: string; rows: string[][] }
export type Workbook = { sheets: ReadSheet[]; losses: Notice[] }

/**
 * @param bytes at most MOST_BYTES; unpacked at most ten times that, at most MOST_ROWS rows a sheet
 * @returns the sheets, with what could only be read otherwise than it stands there; or why it is not read at all
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | { faults: Notice[] }> {
  if (bytes.length > MOST_BYTES)
    return { faults: [notice('formats-too-large', {}, { most: MOST_BYTES / 1024 / 1024 })] }
  const unpacked = unpack(bytes)
  if ('fault' in unpacked) return { faults: [notice(unpacked.fault)] }
  const { files } = unpacked
  if (Object.keys(files).some((name) => MACRO.test(name))) return { faults: [notice('formats-macros')] }
  if (!('xl/workbook.xml' in files)) return { faults: [notice('formats-no-workbook')] }
  const marks = sheetMarks(files)
  if ('faults' in marks) return marks
  // Packed again without compression: what reads the cells gets exactly what was looked at.
  const looked = zipSync(files, { level: 0 })
  const sheets = await readCells(looked)
  // A sheet that is named and not there has no rows at all.
  if (!sheets?.every(({ data }) => Array.isArray(data))) return { faults: [notice('formats-no-workbook')] }
  const tall = sheets.find(({ data }) => data.length > MOST_ROWS)
  if (tall) return { faults: [notice('formats-too-many-rows', { sheet: tall.sheet }, { most: MOST_ROWS })] }
  return {
    sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: evenRows(data) })),
    losses: marks.losses,
  }
}

async function readCells(bytes: Uint8Array) {
  const { default: readXlsxFile } = await import('read-excel-file/universal')
  try {
    return await readXlsxFile(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  } catch {
    // Whatever its reader stumbles over: nothing of it is known, and nothing of it may get into a log.
    return null
  }
}

function evenRows(data: readonly (readonly (CellValue | null)[])[]): string[][] {
  const width = Math.max(0, ...data.map((row) => row.length))
  return data.map((row) => Array.from({ length: width }, (_, column) => textOf(row[column] ?? null)))
}

function textOf(value: CellValue | null): string {
  if (value === null) return ''
  if (value instanceof Date && Number.isNaN(value.getTime())) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(value).trim()
}

const MACRO = /vbaProject|\.bin$|macrosheets|^xl\/(externalLinks|activeX|embeddings)\//i
