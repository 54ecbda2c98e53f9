/** Reads pages in tests, as far as our own plain markup needs. */

export type Form = {
  path: string
  hidden: Record<string, string>
  buttons: { name: string; value: string; words: string }[]
  textarea: boolean
}

const NAMED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => NAMED[name]!)

/** What somebody reads: no tags, no entities, no direction isolates, lines as they are. */
export const wordsOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, '')).replace(/[\u2066-\u2069]/g, '')

export const articlesOf = (html: string): string[] => html.match(/<article[\s\S]*?<\/article>/g) ?? []

export const formsOf = (html: string): Form[] =>
  (html.match(/<form[\s\S]*?<\/form>/g) ?? []).map((form) => ({
    path: attribute(form, 'action'),
    hidden: Object.fromEntries(
      (form.match(/<input type="hidden"[^>]*>/g) ?? []).map((input) => [
        attribute(input, 'name'),
        attribute(input, 'value'),
      ]),
    ),
    buttons: (form.match(/<button[\s\S]*?<\/button>/g) ?? []).map((button) => ({
      name: attribute(button, 'name'),
      value: attribute(button, 'value'),
      words: wordsOf(button).trim(),
    })),
    textarea: form.includes('<textarea'),
  }))

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}
