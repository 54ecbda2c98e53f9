/** The rows of a LimeSurvey structure, whichever file they stand in: one per survey setting, question, subquestion and answer, in one language each. */
export type LimeRow = {
  /** S setting, SL setting by language, G group, Q question, SQ subquestion, A answer. */
  class: string
  /** The type of a question; of a setting nothing. */
  type: string
  name: string
  relevance: string
  text: string
  help: string
  language: string
  mandatory: boolean
  other: boolean
  /** Further settings of a question by the name LimeSurvey has for them. */
  attributes: Readonly<Record<string, string>>
  /** Row of the file, from 1; of a .lss the place of the question in it. */
  row: number
}

/** Kinds of questions that both sides have. `Y` is yes or no, `X` only says something. */
export const LIME_TYPES = {
  choice: ['L', '!', 'O', 'I'],
  multi: ['M', 'P'],
  yesno: ['Y'],
  text: ['S', 'T', 'U', 'Q1'],
  number: ['N'],
  five: ['5'],
  card: ['X'],
} as const

/** Words out of the HTML in which LimeSurvey keeps them. */
export function plainText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#0?39|nbsp);/g, (sign) => SIGNS[sign] ?? ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/** Words in HTML as LimeSurvey shows them. */
export const asHtml = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
    .replaceAll('\n', '<br />')

const SIGNS: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&nbsp;': ' ',
}
