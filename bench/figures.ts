/** Small sums over measurements, and how they are printed. */

export function median(values: number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}

/** @param ascending sorted values; NaN when there are none */
export function quantile(ascending: number[], share: number): number {
  if (ascending.length === 0) return Number.NaN
  const at = (ascending.length - 1) * share
  const low = ascending[Math.floor(at)]!
  return low + (ascending[Math.ceil(at)]! - low) * (at - Math.floor(at))
}

/** Three significant digits, so that nobody reads more into a figure than it holds. */
export const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(3)) : value)

/** A table in plain text, the first column left, the others right. */
export function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')
  return [line(cells[0]!), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.slice(1).map(line)].join('\n')
}
