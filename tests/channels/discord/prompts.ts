/** What the house says in these tests. */
import type { Prompt } from '../../../src/channels/port.ts'
import type { FakePerson } from '../../support/fake-discord.ts'

export const card = (question: string, turn = 1): Prompt => ({
  kind: 'card',
  language: 'nl',
  lines: [{ text: question, style: 'strong' }],
  choices: [
    { data: `r1.${turn}.go`, label: 'goed', emoji: '😃', role: 'option' },
    { data: `r1.${turn}._write`, label: 'Schrijf iets', role: 'write' },
  ],
  typed: { label: 'Jouw antwoord', max: 4000, data: `r1.${turn}._write` },
})
export const notice = (text: string): Prompt => ({ kind: 'notice', language: 'nl', lines: [{ text }], choices: [] })
export const join: Prompt = {
  ...notice('Doe mee!'),
  choices: [{ data: 'join.abc', label: 'Ik doe mee', role: 'option' }],
}
export const of = (person: FakePerson) => ({ channel: 'discord' as const, id: person.id })
