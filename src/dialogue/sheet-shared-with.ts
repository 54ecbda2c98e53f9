/** Over all joint worksheets of a writer: who has a copy of which field, and what others share with them. */
import type { Ground } from '../ground.ts'
import { jointsOf, partnersOf } from './joint-read.ts'
import type { FieldValue } from './sheet-own.ts'
import { sharesOf } from './sheet-shares.ts'

/** Names of the partners who have a copy, by field. */
export async function sharedWith(ground: Ground, writerId: string): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const { id, partnerId } of await jointsOf(ground, writerId)) {
    const partners = await partnerNames(ground, id)
    for (const { toId, field } of await sharesOf(ground, id, { fromId: partnerId })) {
      const name = partners.get(toId)
      const known = names.get(field) ?? []
      if (name !== undefined && !known.includes(name)) names.set(field, [...known, name])
    }
  }
  return names
}

export type Received = { partner: string; title: string; fields: { field: string; value: FieldValue }[] }

/** What stands with this writer now, by partner and joint worksheet. */
export async function receivedBy(ground: Ground, writerId: string): Promise<Received[]> {
  const received: Received[] = []
  for (const { id, partnerId, title } of await jointsOf(ground, writerId)) {
    const shares = Map.groupBy(await sharesOf(ground, id, { toId: partnerId }), ({ fromId }) => fromId)
    for (const [fromId, partner] of await partnerNames(ground, id)) {
      const fields = shares.get(fromId)
      if (fields) received.push({ partner, title, fields })
    }
  }
  return received
}

const partnerNames = async (ground: Ground, sheetId: string): Promise<Map<string, string>> =>
  new Map((await partnersOf(ground.store.db, sheetId)).map(({ id, partner }) => [id, partner]))
