/** A document as Markdown (CommonMark with the tables of GitHub's dialect). What people wrote is text, never markup. */
import type { Block, TalkDocument } from './document.ts'

export function markdownOf({ title, subtitle, blocks, foot }: TalkDocument): string {
  return `${[`# ${plain(title)}`, plain(subtitle), ...blocks.flatMap(blockLines), '---', plain(foot)].join('\n\n')}\n`
}

function blockLines({ heading, paragraphs = [], lines, table, notes = [], question }: Block): string[] {
  return [
    `## ${plain(heading)}`,
    ...paragraphs.map(plain),
    ...(lines.length > 0 ? [lines.map((line) => `- ${plain(line)}`).join('\n')] : []),
    ...(table && table.length > 1 ? [tableLines(table)] : []),
    ...(notes.length > 0 ? [notes.map((note) => `> ${plain(note)}`).join('\n>\n')] : []),
    ...(question === undefined ? [] : [`> **${plain(question)}**`]),
  ]
}

function tableLines([head = [], ...rows]: string[][]): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => plain(cell)).join(' | ')} |`
  return [row(head), row(head.map(() => '---')).replaceAll('\\-', '-'), ...rows.map(row)].join('\n')
}

/** Characters that mean something in Markdown or HTML are taken as they are; every text is one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~]/g, '\\$&')
    .replace(/^(#{1,6}|[-+]|\d+[.)])(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .trim()
}
