/**
 * Between prompts and HTML. A card is a form with real buttons, so it works without JavaScript;
 * the `data-hx-` attributes only make it live. Everything that comes from a prompt is escaped.
 */
import { html } from 'hono/html'
import { LANGUAGES, type Language } from '../../survey/question-set.ts'
import { textOnly } from '../../survey/text-only.ts'
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
  /** Where the forms post to, when not to the page of somebody with a cookie. */
  paths?: Paths
  /** Words that could not be kept: they stay in their field, and why stands beside it. */
  refused?: Refused
}

export type Paths = { tap: string; write: string }
/** @property data of the field they were typed in; `why` is a sentence */
export type Refused = { data: string; text: string; why: string }

/**
 * All prompts of a page, in the order given.
 * @param newId gives the random name of each rendering
 */
export function cardsToHtml(
  prompts: Prompt[],
  newId: () => string,
  more: Omit<Place, 'formId' | 'suffix'> = {},
): Html[] {
  const seen = new Map<string, number>()
  return prompts.map((prompt) => {
    const name = fingerprint(prompt)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    const place: Place = { ...more, formId: newId() }
    if (times > 1) place.suffix = `-${times}`
    return toHtml(prompt, place)
  })
}

/** Where the forms of a card post to. */
export const TAP_PATH = '/hier/tik'
export const WRITE_PATH = '/hier/schrijf'
const PATHS: Paths = { tap: TAP_PATH, write: WRITE_PATH }
/** The part of the page that is drawn anew, and how: by morphing, so that focus and typed words stay. */
export const CARDS_ID = 'kaarten'

/** One prompt as a part of a page. The headings in it are of level 2. */
export function toHtml(given: Prompt, place: Place): Html {
  const prompt = given.textOnly ? textOnly(given, wordsFor(given.language)) : given
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
  const pictures = picturesOf(prompt)
  return html`<article id="${id}" data-kind="${prompt.kind}" lang="${tagOf(prompt.language)}" dir="${directionOf(prompt.language)}" aria-labelledby="${id}-h">
${prompt.picture && !pictures ? pictureHtml(prompt.picture) : ''}${lines}
${typed}${buttons.length > 0 ? buttonsHtml(buttons, label, place, pictures ?? []) : ''}
</article>`
}

/** The language as a browser and a screen reader know it. */
export const tagOf = (language: Language): string => (language === 'nl-plain' ? 'nl' : language)

const pictureHtml = (picture: NonNullable<Prompt['picture']>): Html =>
  html`<p data-picture><img src="${picture.url}" alt="${picture.alt}"></p>
`

/**
 * A sheet of our own pictograms, one an answer: on a page each stands in its button, where it says what that button
 * says. Asked for on the address that the page itself was opened on.
 */
function picturesOf(prompt: Prompt): string[] | null {
  const names = /^https?:\/\/[^/]+\/beeld\/([a-z0-9+-]+)\.png$/.exec(prompt.picture?.url ?? '')?.[1]?.split('+')
  const options = prompt.choices.filter((choice) => choice.role === 'option')
  return names?.length === options.length ? names.map((name) => `/beeld/${name}.png`) : null
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

function buttonsHtml(choices: Choice[], label: string, place: Place, pictures: string[]): Html {
  // With one tick in it, the row is a set of switches: each says whether it is on.
  const switches = choices.some((choice) => choice.ticked)
  const left = [...pictures]
  const drawn = choices.map((choice) => {
    if (choice.role === 'link') return linkHtml(choice)
    return buttonHtml(choice, switches, choice.role === 'option' ? left.shift() : undefined)
  })
  const group = html`<div role="group" aria-labelledby="${label}">
${drawn}
</div>`
  if (choices.every((choice) => choice.role === 'link')) return group
  const { tap } = place.paths ?? PATHS
  return html`<form method="post" action="${tap}" ${live(tap)}>
${hiddenHtml(place)}
${group}
</form>`
}

/** A way out: nothing of where somebody comes from goes along. What is no web address is left as words. */
function linkHtml(choice: Choice): Html {
  const inside = html`${choice.emoji ? html`<span aria-hidden="true" data-emoji>${choice.emoji}</span> ` : ''}<span dir="auto">${choice.label}</span>`
  if (!/^https?:\/\//.test(choice.url ?? ''))
    return html`<p>${inside}</p>
`
  return html`<a href="${choice.url}" rel="noopener noreferrer" data-role="link">${inside}</a>
`
}

function buttonHtml(choice: Choice, switches: boolean, picture: string | undefined): Html {
  const pressed = switches && choice.role !== 'control' ? html` aria-pressed="${choice.ticked ? 'true' : 'false'}"` : ''
  const sign = picture
    ? html`<img src="${picture}" alt="" width="64" height="64">`
    : choice.emoji
      ? html`<span aria-hidden="true" data-emoji>${choice.emoji}</span> `
      : ''
  return html`<button name="data" value="${choice.data}" data-role="${choice.role}"${pressed}>${sign}<span dir="auto"${languageOf(choice.label)}>${choice.label}</span>${choice.ticked ? html` <span aria-hidden="true" data-tick>✔</span>` : ''}</button>
`
}

/** A language is named in itself, and a screen reader has to say it so. */
function languageOf(label: string): Html | string {
  const named = LANGUAGES.find((language) => wordsFor(language)('web-language-name') === label)
  return named ? html` lang="${tagOf(named)}"` : ''
}

function typedHtml(prompt: Prompt, typed: NonNullable<Prompt['typed']>, id: string, place: Place): Html {
  const words = wordsFor(prompt.language)
  const { write } = place.paths ?? PATHS
  const refused = place.refused?.data === typed.data ? place.refused : null
  // No `maxlength`: a browser counts otherwise than a person, and cuts off silently what is pasted.
  return html`<form method="post" action="${write}" ${live(write)}>
${hiddenHtml(place)}
<input type="hidden" name="data" value="${typed.data}">
<label for="${id}-t">${typed.label}</label>
${refused ? html`<p id="${id}-w" data-said="fault" role="alert">${refused.why}</p>` : ''}
<textarea id="${id}-t" name="text" rows="4" dir="auto" aria-describedby="${refused ? html`${id}-w ` : ''}${id}-l"${refused ? html` aria-invalid="true" autofocus` : ''} autocomplete="off">${
    refused
      ? html`
${refused.text}`
      : ''
  }</textarea>
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
export function live(path: string): Html {
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
