/**
 * Between prompts and HTML. A card is a form with real buttons, so it works without JavaScript;
 * the `data-hx-` attributes only make it live. Everything that comes from a prompt is escaped.
 */
import { html } from 'hono/html'
import { directionOf, wordsFor } from '../../words/words.ts'
import type { Choice, Line, Prompt } from '../port.ts'

/** Escaped HTML, ready to be put in a page. */
export type Html = ReturnType<typeof html>

export type Place = {
  /** Random name of one rendering: what is sent twice from it is one event. */
  formId: string
  /** Tells prompts apart that say the same. */
  suffix?: string
  /** Sent along with a tap: the language that was chosen on this page. */
  language?: string
}

/**
 * All prompts of a page, in the order given.
 * @param newId gives the random name of each rendering
 */
export function cardsToHtml(prompts: Prompt[], newId: () => string, language?: string): Html[] {
  const seen = new Map<string, number>()
  return prompts.map((prompt) => {
    const name = fingerprint(prompt)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    const place: Place = { formId: newId() }
    if (language !== undefined) place.language = language
    if (times > 1) place.suffix = `-${times}`
    return toHtml(prompt, place)
  })
}

/** Where the forms of a card post to. */
export const TAP_PATH = '/hier/tik'
export const WRITE_PATH = '/hier/schrijf'
/** The part of the page that is drawn anew, and how: by morphing, so that focus and typed words stay. */
export const CARDS_ID = 'kaarten'

/** One prompt as a part of a page. The headings in it are of level 2. */
export function toHtml(prompt: Prompt, place: Place): Html {
  const id = `p${fingerprint(prompt)}${place.suffix ?? ''}`
  const heading = prompt.lines.findIndex((line) => line.style === 'strong')
  const first = heading === -1 ? 0 : heading
  // Buttons belong to the last strong line: after a greeting that is the question.
  const asking = prompt.lines.findLastIndex((line) => line.style === 'strong')
  const lines = grouped(prompt.lines).map(({ line, at }) =>
    lineHtml(line, at === first ? `${id}-h` : at === asking ? `${id}-q` : null, at === first),
  )
  const typed = prompt.typed ? typedHtml(prompt, prompt.typed, id, place) : ''
  const label = asking > first ? `${id}-q` : `${id}-h`
  const buttons = prompt.choices.filter((choice) => !(choice.role === 'write' && prompt.typed))
  return html`<article id="${id}" data-kind="${prompt.kind}" lang="${prompt.language}" dir="${directionOf(prompt.language)}" aria-labelledby="${id}-h">
${lines}
${typed}${buttons.length > 0 ? buttonsHtml(buttons, label, place) : ''}
</article>`
}

/** Neighbouring lines of a table become one; `at` is the place of the first in the prompt. */
function grouped(lines: Line[]): { line: Line; at: number }[] {
  const groups: { line: Line; at: number }[] = []
  for (const [at, line] of lines.entries()) {
    const last = groups.at(-1)
    if (last && line.style === 'table' && last.line.style === 'table') {
      last.line = { ...last.line, text: `${last.line.text}\n${line.text}` }
    } else groups.push({ line, at })
  }
  return groups
}

/** The line that names the card can hold the focus: that is where a keyboard or screen reader goes on. */
function lineHtml(line: Line, id: string | null, names: boolean): Html {
  const mark = [id === null ? '' : html` id="${id}"`, names ? html` tabindex="-1"` : '']
  if (line.style === 'strong') return names ? html`<h2${mark}>${line.text}</h2>` : html`<h3${mark}>${line.text}</h3>`
  if (line.style === 'table') return html`<pre${mark} dir="auto">${line.text}</pre>`
  if (line.style === 'quiet') return html`<p${mark}><small>${line.text}</small></p>`
  return html`<p${mark}>${line.text}</p>`
}

function buttonsHtml(choices: Choice[], label: string, place: Place): Html {
  // With one tick in it, the row is a set of switches: each says whether it is on.
  const switches = choices.some((choice) => choice.ticked)
  return html`<form method="post" action="${TAP_PATH}" ${live(TAP_PATH)}>
${hiddenHtml(place)}
<div role="group" aria-labelledby="${label}">
${choices.map((choice) => buttonHtml(choice, switches))}
</div>
</form>`
}

function buttonHtml(choice: Choice, switches: boolean): Html {
  const pressed = switches && choice.role !== 'control' ? html` aria-pressed="${choice.ticked ? 'true' : 'false'}"` : ''
  return html`<button name="data" value="${choice.data}" data-role="${choice.role}"${pressed}>${
    choice.emoji ? html`<span aria-hidden="true" data-emoji>${choice.emoji}</span> ` : ''
  }<span dir="auto">${choice.label}</span>${choice.ticked ? html` <span aria-hidden="true" data-tick>✔</span>` : ''}</button>
`
}

function typedHtml(prompt: Prompt, typed: NonNullable<Prompt['typed']>, id: string, place: Place): Html {
  const words = wordsFor(prompt.language)
  return html`<form method="post" action="${WRITE_PATH}" ${live(WRITE_PATH)}>
${hiddenHtml(place)}
<input type="hidden" name="data" value="${typed.data}">
<label for="${id}-t">${typed.label}</label>
<textarea id="${id}-t" name="text" rows="4" dir="auto" maxlength="${typed.max}" aria-describedby="${id}-l" autocomplete="off"></textarea>
<p id="${id}-l"><small>${words('web-limit', { max: typed.max })}</small></p>
<button data-role="main">${words('web-keep')}</button>
</form>
`
}

function hiddenHtml(place: Place): Html {
  return html`<input type="hidden" name="eenmalig" value="${place.formId}">${
    place.language === undefined ? '' : html`<input type="hidden" name="taal" value="${place.language}">`
  }`
}

/** A second tap waits for the first, so that two quick choices both count. */
function live(path: string): Html {
  return html`data-hx-post="${path}" data-hx-target="#${CARDS_ID}" data-hx-swap="innerMorph" data-hx-sync="this:queue all"`
}

/** Tells one card from another across renderings (FNV-1a over its words; the buttons change with each turn). */
function fingerprint(prompt: Prompt): string {
  let hash = 0x811c9dc5
  const named = prompt.lines.filter((line) => line.style === 'strong' || line.style === 'quiet')
  const text = [prompt.kind, ...(named.length > 0 ? named : prompt.lines).map((line) => line.text)].join('\n')
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36)
}
