/** The talk about what is measured, on a page: every step with what was said, and a field for who wants to add something. */
import { html } from 'hono/html'
import type { Html } from '../channels/web/wire.ts'
import type { TalkPage } from '../dialogue/talk-page.ts'
import { PARTIES } from '../dialogue/talk-steps.ts'
import type { TalkEnd, TalkSaying } from '../rounds/talk-desk.ts'
import { type CoachView, field, type Teller, wishForm } from './view.ts'

export function talkPart(view: CoachView, tell: Teller): Html {
  const { words, overview } = view
  const { talk } = overview
  const begin = wishForm(view, {
    ...{ action: 'gesprek', at: 'gesprek', form: 'gesprek' },
    button: words(talk ? 'talk-new' : 'talk-page-begin'),
  })
  return html`<section aria-labelledby="gesprek-h"><h2 id="gesprek-h">${words('talk-page-heading')}</h2>
${tell.at('gesprek')}
${talk?.state === 'open' ? openHtml(view, talk) : html`${talk?.state === 'done' ? doneHtml(view, talk) : ''}${begin}`}</section>`
}

function openHtml(view: CoachView, talk: TalkPage): Html {
  const { words } = view
  const named = talk.lacking.map((step) => words(`talk-name-${step}`)).join(', ')
  const end = (how: TalkEnd) =>
    wishForm(view, {
      ...{ action: 'gesprek-klaar', at: 'gesprek', form: `gesprek-klaar-${how}`, button: words(`talk-end-${how}`) },
      fields: html`<input type="hidden" name="hoe" value="${how}">`,
    })
  return html`<p>${words('talk-page-how')}</p>
${talk.steps.map((step) => stepHtml(view, step))}
<p>${talk.lacking.length === 0 ? words('talk-can-draft') : words('talk-lacking', { what: named })}</p>
${talk.dated > 0 ? html`<p>${words('talk-can-plan', { count: talk.dated })}</p>` : ''}
<p><small>${words('talk-end-who')}</small></p>
${talk.lacking.length === 0 ? end('both') : talk.dated > 0 ? end('plan') : ''}${end('keep')}
${wishForm(view, { action: 'gesprek-stop', at: 'gesprek', form: 'gesprek-stop', button: words('talk-stop') })}`
}

function doneHtml(view: CoachView, talk: TalkPage): Html {
  const { words } = view
  return html`${talk.steps
    .filter(({ said }) => said.length > 0)
    .map(({ key, said }) => html`<h3>${words(`talk-name-${key}`)}</h3>${saidHtml(view, said)}`)}
<p>${words('talk-done-next')}</p>`
}

function stepHtml(view: CoachView, step: TalkPage['steps'][number]): Html {
  const { words, said, self } = view
  const form = `gesprek-${step.key}`
  const label = words(`talk-${step.key}`)
  const name = self
    ? ''
    : field(view, form, {
        ...{ name: 'naam', label: words('talk-page-name') },
        attributes: html`maxlength="60" dir="auto" required autocomplete="name"`,
      })
  const party =
    step.kind === 'tasks'
      ? html`<label for="${form}-wie">${words('talk-page-party')}</label><select id="${form}-wie" name="wie">${PARTIES.map((one) => html`<option value="${one}">${words(`talk-party-${one}`)}</option>`)}</select>`
      : ''
  const text = field(view, form, {
    ...{ name: 'tekst', label: step.key === 'method' ? words('talk-own-method') : label },
    ...(step.kind === 'tasks' ? { hint: words('talk-task-how') } : {}),
    attributes: html`maxlength="200" dir="auto" autocomplete="off"`,
  })
  const chosen = step.said.at(-1)?.code
  const options =
    step.options.length > 0
      ? html`<label for="${form}-keuze">${label}</label><select id="${form}-keuze" name="keuze"><option value=""></option>${step.options.map(({ code, label: one }) => html`<option value="${code}"${code === chosen ? html` selected` : ''}>${one}</option>`)}</select>`
      : ''
  const fields = html`<input type="hidden" name="stap" value="${step.key}">${name}${party}${options}${step.kind === 'choice' && step.key !== 'method' ? '' : text}`
  const open = said?.form.startsWith(form)
  return html`<details id="${form}"${open ? html` open` : ''}><summary>${words(`talk-name-${step.key}`)}</summary>
<p><small>${words(`talk-${step.key}-how`)}</small></p>
${saidHtml(view, step.said, step.key)}
${wishForm(view, { action: 'gesprek-zeg', at: 'gesprek', form, fields, button: words('talk-page-keep') })}</details>`
}

function saidHtml(view: CoachView, said: TalkPage['steps'][number]['said'], step?: string): Html {
  const { words } = view
  const away = (id: string) =>
    step === undefined
      ? ''
      : wishForm(view, {
          ...{
            action: 'gesprek-weg',
            at: 'gesprek',
            form: `gesprek-${step}-weg-${id}`,
            button: words('talk-page-take'),
          },
          fields: html`<input type="hidden" name="stap" value="${step}"><input type="hidden" name="wat" value="${id}">`,
        })
  return html`<ul>${said.map(({ id, name, text }) => html`<li>${words('talk-said', { name, text })}${away(id)}</li>`)}</ul>`
}

/** A choice goes before words; of both empty the desk says what is lacking. */
export function readSaying(of: (name: string) => string): TalkSaying {
  const [step, code, text, party] = [of('stap'), of('keuze'), of('tekst'), of('wie')]
  if (code !== '' && text.trim() === '') return { step, code }
  return { step, text, ...(party === '' ? {} : { party }) }
}

export const readTalkEnd = (how: string): TalkEnd => (how === 'both' || how === 'plan' ? how : 'keep')
