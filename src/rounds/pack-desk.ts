/** The part of the desk about packs of methods: making one, looking in one, taking one up. */
import { readFile, stat } from 'node:fs/promises'
import { actorOf } from '../dialogue/actors.ts'
import type { Ground } from '../ground.ts'
import { type Done, fault } from '../instrumentarium/outcome.ts'
import { MOST_BYTES, spelled } from '../instrumentarium/pack-file.ts'
import { type Known, lookInPack, packIn, packOut } from '../instrumentarium/packs.ts'
import type { LocalText } from '../survey/question-set.ts'
import type { Outcome } from './desk.ts'
import { no } from './refused.ts'

export type MadePack = {
  name: string
  /** The file, in base64: it may go through a socket. */
  content: string
  cards: number
  left: { title: LocalText; why: string }[]
}
export type PackView = {
  by: string
  made: string
  /** In groups of four. */
  fingerprint: string
  known: Known
  cards: { id: string; title: LocalText; credit: string; licence: string; how: 'same' | 'again' | 'new' }[]
}

export interface PackDesk {
  /**
   * @param organisationId null: only what everybody has; by the command line
   * @param ids null: all that may leave
   */
  makePack(by: string, organisationId: string | null, ids: string[] | null): Promise<Outcome<MadePack>>
  /** What a file holds and whose it is; keeps nothing. */
  lookInPack(bytes: Uint8Array): Promise<Outcome<PackView>>
  /** @param said the fingerprint that was looked at and said yes to; null when none was */
  takePack(
    by: string,
    organisationId: string | null,
    bytes: Uint8Array,
    said: string | null,
  ): Promise<Outcome<{ taken: number; same: number }>>
  /** The same for a file on the machine where this runs: whoever works there may edit the files of the library anyway. */
  lookInPackFile(path: string): Promise<Outcome<PackView>>
  takePackFile(path: string, said: string | null): Promise<Outcome<{ taken: number; same: number }>>
}

export function createPackDesk(ground: Ground): PackDesk {
  async function handOf(by: string, organisationId: string | null) {
    if (organisationId === null) return by === MACHINE.by ? MACHINE : null
    const organisation = ground.config().organisations.get(organisationId)
    return organisation ? actorOf(ground, organisation, by) : null
  }

  return {
    async makePack(by, organisationId, ids) {
      const hand = await handOf(by, organisationId)
      if (!hand) return no('desk-may-not')
      const organisation = organisationId === null ? null : ground.config().organisations.get(organisationId)!
      const made = await packOut(ground, organisation, hand, ids)
      if (!made.ok) return made
      const { name, bytes, cards, left } = made.value
      const stayed = left.map(({ card, why }) => ({ title: card.title, why }))
      return { ok: true, value: { name, content: Buffer.from(bytes).toString('base64'), cards, left: stayed } }
    },
    lookInPack: (bytes) => look(ground, bytes),
    async takePack(by, organisationId, bytes, said) {
      const hand = await handOf(by, organisationId)
      return hand ? packIn(ground, hand, bytes, said, organisationId) : no('desk-may-not')
    },
    async lookInPackFile(path) {
      const read = await fileAt(path)
      return read.ok ? look(ground, read.value) : read
    },
    async takePackFile(path, said) {
      const read = await fileAt(path)
      return read.ok ? packIn(ground, MACHINE, read.value, said, null) : read
    },
  }
}

const MACHINE = { by: 'command line', may: () => true }

async function look(ground: Ground, bytes: Uint8Array): Promise<Done<PackView>> {
  const looked = await lookInPack(ground, bytes)
  if (!looked.ok) return looked
  const { pack, known, coming } = looked.value
  const cards = coming.map(({ card, how }) => ({
    ...{ id: card.id, title: card.title, how },
    ...{ credit: card.credit ?? pack.by, licence: card.licence?.name ?? '' },
  }))
  return { ok: true, value: { by: pack.by, made: pack.made, fingerprint: spelled(pack.fingerprint), known, cards } }
}

async function fileAt(path: string): Promise<Done<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) return fault('library-pack-big', { max: MOST_BYTES / (1024 * 1024) })
    return { ok: true, value: new Uint8Array(await readFile(path)) }
  } catch {
    return fault('library-pack-unreadable')
  }
}
