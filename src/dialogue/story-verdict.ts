/** What everybody together says of a story. */

export type Sayer = {
  /** A partner's id, or the staff ids of one account. */
  ids: string[]
  name: string
  role: 'partner' | 'lead' | 'other'
}

/** `says`: of this revision; null: nothing yet. */
export type StoryPerson = Sayer & { says: 'agree' | 'adjust' | null }

/**
 * agreed: everybody who has to agreed, and nobody wants it otherwise; alone: it takes two, and there is only one.
 * Of a joint story each partner has to. Of one organisation's year somebody who leads, and at least one other person:
 * nobody closes a story with themselves.
 */
export function verdictOf(people: readonly StoryPerson[], joint: boolean): 'agreed' | 'open' | 'alone' {
  if (people.length < 2) return 'alone'
  if (people.some(({ says }) => says === 'adjust')) return 'open'
  const agreed = people.filter(({ says }) => says === 'agree')
  if (joint) return agreed.length === people.length ? 'agreed' : 'open'
  return agreed.length >= 2 && agreed.some(({ role }) => role === 'lead') ? 'agreed' : 'open'
}
