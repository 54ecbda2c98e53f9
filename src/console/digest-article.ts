/** A digest as part of a page: the words of the message, and its figures as real tables. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { Digest } from '../digest/content.ts'
import { type DigestRow, digestParts, renderDigestTable } from '../digest/render.ts'
import type { FeedbackStatus } from '../digest/render-foot.ts'
import type { Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'

/**
 * @param feedback whether the young people were written back to
 * @param below what can be done with it
 * @param picture the same as the tables, to see at a glance
 */
export function digestArticle(
  digest: Digest,
  id: string,
  language: Language,
  feedback: FeedbackStatus,
  below: Html | '' = '',
  picture: Html | '' = '',
): Html {
  const words = wordsFor(language)
  const { heading, answers, few, pairs, comparison, ...rest } = digestParts(digest, language, feedback)
  const foot = [...pairs, ...comparison, rest.discussion, ...rest.caution, ...rest.feedback]
  const name = `overzicht-${id}`
  return html`<article id="${name}" aria-labelledby="${name}-h" data-kind="digest">
<h3 id="${name}-h" tabindex="-1">${withoutReading(heading.text)}</h3>
<p>${answers.text}</p>
${few.map((line) => html`<p>${line.text}</p>`)}
${picture}${digest.base === null ? '' : renderDigestTable(digest, language).map((row) => tableHtml(row, words))}
${foot.map((line) => html`<p>${withoutReading(line.text)}</p>\n`)}${below}</article>`
}

function tableHtml(row: DigestRow, words: Words): Html {
  const sentence = row.cells.length === 1 && row.cells[0]?.label === words('digest-result') ? row.cells[0].text : null
  if (sentence !== null) return html`<p><strong>${row.number}. ${row.question}</strong><br>${sentence}</p>\n`
  return html`<table><caption>${row.number}. ${row.question}</caption>
<thead><tr><th scope="col">${words('coach-digest-answer')}</th><th scope="col">${words('coach-digest-count')}</th></tr></thead>
<tbody>${row.cells.map((cell) => html`<tr><th scope="row">${cell.label}</th><td>${cell.text}</td></tr>`)}</tbody></table>
`
}

/** The emoji in front is a mark for the eye; a screen reader need not name it. */
function withoutReading(text: string): Html {
  const [, emoji = '', rest = text] = /^(\p{Extended_Pictographic}\uFE0F?)\s*(.*)$/su.exec(text) ?? []
  return emoji ? html`<span aria-hidden="true">${emoji}</span> ${rest}` : html`${rest}`
}
