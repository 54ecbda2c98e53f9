/** What a person can always ask, whatever stands on the page. The three that nobody should have to look for come first. */
import { html } from 'hono/html'
import { z } from 'zod'
import { PERSON_COMMANDS, type PersonCommand } from '../channels/port.ts'
import { CARDS_ID, type Html } from '../channels/web/wire.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'

export const COMMAND_PATH = '/hier/vraag'

/** The random name of one rendering of a form. */
export const formId = z.string().regex(/^[\w-]{1,64}$/)
export const commanded = z.object({ eenmalig: formId, command: z.enum(PERSON_COMMANDS) })

/** The foot of the page: a row of buttons, and the rest behind "more", so that the page stays short. */
export function commandsHtml(language: Language, name: string): Html {
  const words = wordsFor(language)
  const button = (command: PersonCommand) =>
    html`<button name="command" value="${command}" data-role="control">${words(`web-${command}`)}</button> `
  return html`<form method="post" action="${COMMAND_PATH}" data-hx-post="${COMMAND_PATH}" data-hx-target="#${CARDS_ID}" data-hx-swap="innerMorph" data-hx-sync="this:queue all"><input type="hidden" name="eenmalig" value="${name}">
${ALWAYS.map(button)}
<details><summary>${words('web-more')}</summary><div>${MORE.map(button)}</div></details></form>`
}

const ALWAYS: readonly PersonCommand[] = ['help', 'privacy', 'stop']
const MORE: readonly PersonCommand[] = ['language', 'pause', 'settings', 'my-data', 'erase', 'propose']
