/**
 * An open question that a platform must not carry the words of: they are written on a page of ours, behind a link that
 * works for one answer, and taken in as if they were typed on the card.
 */
import { CAPABILITIES } from '../channels/capabilities.ts'
import type { Prompt, Take } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { type LinkFault, makeOneTimeLink, readOneTimeLink } from '../people/one-time-links.ts'
import { decodeButton, encodeButton } from '../survey/button-data.ts'
import { renderCard } from '../survey/card.ts'
import { CONTROL } from '../survey/types.ts'
import { contextOf, type HeldRun } from './deliver.ts'
import type { HeldRuns } from './held-runs.ts'

export type Writing = {
  /** The question behind a link, with its field, "skip" and "help" and nothing else; or why there is none. */
  page(token: string): Promise<Prompt | LinkFault>
  /**
   * Takes in what was written, or (`data` alone) a tap on one of those two; resolves when it is stored. Handing in the
   * same again is handing it in once. Asking for help leaves the link as it is; the card of help comes in the chat.
   */
  take(token: string, said: { data: string; text?: string }): Promise<'kept' | 'helped' | LinkFault>
}

export function createWriting(ground: Ground, rooms: { runs: HeldRuns; take: Take }): Writing {
  async function read(token: string): Promise<{ held: HeldRun; hash: string } | LinkFault> {
    const link = await readOneTimeLink(ground, token, 'write', { use: false })
    if ('fault' in link) return link
    const held = link.run_id === null ? null : await rooms.runs.byId(link.run_id)
    if (!held || Temporal.Instant.compare(ground.clock.now(), held.facts.closesAt) >= 0) return { fault: 'expired' }
    // Answered or skipped in the chat meanwhile.
    if (held.run.closed || held.run.disposition !== null || textAt(held) === undefined) return { fault: 'used' }
    return { held, hash: link.token_hash }
  }

  return {
    async page(token) {
      const found = await read(token)
      if ('fault' in found) return found
      const { held } = found
      const card = renderCard(held.facts.set, held.run, contextOf(held))
      return { ...card, choices: card.choices.filter((choice) => isHere(choice.data)) }
    },
    async take(token, said) {
      const found = await read(token)
      if ('fault' in found) return found
      const { held, hash } = found
      const event = { channel: held.address.channel, from: held.address, language: held.language }
      if (said.text !== undefined) {
        const data = encodeButton(held.id, held.run.turn, CONTROL.write)
        await rooms.take({ ...event, type: 'typed', id: `written.${hash}`, text: said.text, data })
      } else {
        const button = decodeButton(said.data)
        if (!isHere(said.data) || button?.run !== held.id) return { fault: 'unknown' }
        await rooms.take({ ...event, type: 'tapped', id: `written.${hash}.${button.code}`, data: said.data })
        if (button.code === CONTROL.help) return 'helped'
      }
      // After it is stored: a link that was used up before would lose what is not.
      await readOneTimeLink(ground, token, 'write', { use: true })
      return 'kept'
    },
  }
}

/** Where the open question on this card is written instead of in the chat; null: in the chat itself. A new link each time. */
export async function writeUrl(
  ground: Ground,
  held: HeldRun,
  pageUrl: (path: string) => string,
): Promise<string | null> {
  if (!writesElsewhere(held)) return null
  const left = ground.clock.now().until(held.facts.closesAt).total('minutes')
  const token = await makeOneTimeLink(ground, {
    purpose: 'write',
    organisationId: held.organisationId,
    contactId: held.contactId,
    runId: held.id,
    language: held.language,
    minutes: Math.max(1, Math.ceil(left)),
  })
  return pageUrl(`/schrijf/${token}`)
}

/**
 * Whether the open question on the card is written on our own page: its set asks
 * something too sensitive for this platform, or its method keeps it off it. On the page itself everything is written where it stands.
 */
export function writesElsewhere(held: Pick<HeldRun, 'facts' | 'run' | 'address'>): boolean {
  const { channel } = held.address
  const question = held.run.closed || held.run.disposition !== null ? undefined : textAt(held)
  if (channel === 'web' || !question) return false
  if (question.notOn?.includes(channel)) return true
  // What the other questions are about makes the words sensitive too.
  return !CAPABILITIES[channel].sensitiveText && held.facts.set.questions.some(({ sensitive }) => sensitive)
}

function textAt(held: Pick<HeldRun, 'facts' | 'run'>) {
  const question = held.facts.set.questions.find(({ key }) => key === held.run.at)
  return question?.type === 'text' ? question : undefined
}

const isHere = (data: string): boolean => {
  const code = decodeButton(data)?.code
  return code === CONTROL.skip || code === CONTROL.help
}
