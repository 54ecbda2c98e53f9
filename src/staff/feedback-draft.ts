/** Words back that somebody is writing, step by step: kept with their chat until they are sent or thrown away. */
import { z } from 'zod'
import { FULL_LANGUAGES, type FullLanguage } from '../survey/question-set.ts'
import type { StaffTurn } from './turn.ts'

export const STEPS = ['said', 'doing', 'cannot'] as const
export type Step = (typeof STEPS)[number]

/** `cannot` empty: left out on purpose. */
const inOneLanguage = z.object({ said: z.string(), doing: z.string(), cannot: z.string() }).partial()
const draft = z.object({
  organisationId: z.string(),
  digestId: z.string(),
  content: z.partialRecord(z.enum(FULL_LANGUAGES), inOneLanguage),
})
export type Draft = z.infer<typeof draft>
/** As it lies in the row: what somebody is still writing is nobody else's yet. */
const sealed = z.object({ sealed: z.string() })

/** The draft about this digest; an empty one where there is none. */
export async function readDraft(
  { ground, inbound, person, organisation }: StaffTurn,
  digestId: string,
): Promise<Draft> {
  const row = await ground.store.db
    .selectFrom('staff_chat')
    .select('draft')
    .where('channel', '=', inbound.channel)
    .where('address_hash', '=', person.addressHash)
    .executeTakeFirst()
  const kept = sealed.safeParse(row?.draft).data
  const found = kept && draft.safeParse(JSON.parse(ground.vault.decryptText(kept.sealed))).data
  const own = found?.organisationId === organisation.id && found.digestId === digestId
  return own ? found : { organisationId: organisation.id, digestId, content: {} }
}

/** @param kept null to throw it away */
export async function keepDraft({ ground, inbound, person }: StaffTurn, kept: Draft | null): Promise<void> {
  const cipher = kept && ground.vault.encryptText(JSON.stringify(kept))
  const values = { draft: cipher && JSON.stringify({ sealed: cipher }), touched_at: ground.clock.now().toString() }
  await ground.store.db
    .insertInto('staff_chat')
    .values({
      channel: inbound.channel,
      address_hash: person.addressHash,
      organisation_id: null,
      expects: null,
      expects_until: null,
      preview: null,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'address_hash']).doUpdateSet(values))
    .execute()
}

/** What is still to be written in a language; null when it is whole. */
export function nextStep({ content }: Draft, language: FullLanguage): Step | null {
  return STEPS.find((step) => content[language]?.[step] === undefined) ?? null
}

/** With one sentence more. */
export function withSentence(of: Draft, language: FullLanguage, step: Step, text: string): Draft {
  return { ...of, content: { ...of.content, [language]: { ...of.content[language], [step]: text } } }
}
