/** Sheets of text as an .xlsx workbook. */

/** The first row is the heading. An empty text is an empty cell; all cells are text, so nothing is ever a formula. */
export type TextSheet = { name: string; rows: string[][] }

export async function workbookOf(sheets: TextSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, index) =>
      row.map((text) =>
        text === ''
          ? null
          : {
              value: inCell(text),
              type: String,
              wrap: index > 0,
              ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
            },
      ),
    ),
    columns: (rows[0] ?? []).map((heading) => ({ width: WIDE.test(heading) ? 36 : 16 })),
    stickyRowsCount: 1,
  }))
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return new Uint8Array(await writeXlsxFile(written).toBuffer())
}

const WIDE = /^(label|hint|relevant|nl|en|fr|ar)/

/** What XML cannot hold is written as the format has it, `_x000D_`; so is what only looks like that. */
const inCell = (text: string): string =>
  text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(NOT_IN_XML, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

const NOT_IN_XML = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu
