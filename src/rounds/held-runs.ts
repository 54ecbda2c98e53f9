/**
 * Runs in memory. The store decides (every step checks the turn there); what is held here only saves
 * reading it again for the next tap. Bounded; the oldest goes first.
 */
import type { Address, ChannelName } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { gateRules } from '../people/consent-gate.ts'
import { type RunRow, readRunsOf } from '../store/replies.ts'
import { createRunReader } from '../store/run-reader.ts'
import type { HeldRun } from './deliver.ts'
import type { ReadRoundFacts } from './round-facts.ts'

export type HeldRuns = {
  byId(runId: string): Promise<HeldRun | null>
  /** Open runs of a person whose card was shown, newest first. */
  ofPerson(channel: ChannelName, addressHash: string): Promise<HeldRun[]>
  keep(held: HeldRun): void
  drop(runId: string): void
  /** The person was erased: nothing of these runs is held or shown any more. */
  forget(runIds: readonly string[]): void
  /** Of one person, or of everybody: the store knows better from now on. */
  clear(addressHash?: string): void
}

/** @param noted resolves when the store knows of every card that was shown: what is typed in answer to one finds it there */
export function createHeldRuns(ground: Ground, facts: ReadRoundFacts, noted: () => Promise<void>): HeldRuns {
  const runs = new Map<string, HeldRun>()
  const erased = new Set<string>()
  const readRun = createRunReader(ground.store.pool)

  async function hold(row: RunRow): Promise<HeldRun> {
    const roundFacts = await facts(row.organisation_id, row.round_id)
    const known = runs.get(row.id)
    const read: HeldRun = {
      organisationId: row.organisation_id,
      id: row.id,
      roundId: row.round_id,
      participantId: row.participant_id,
      contactId: row.contact_id,
      addressHash: row.address_hash,
      language: row.language,
      // The turn only rises: what was read a moment ago may be older than a step that was stored since.
      run: known && known.run.turn > row.state.turn ? known.run : row.state,
      address: known?.address ?? (ground.vault.decryptAddress(row.address_cipher) as Address),
      facts: roundFacts,
      textOnly: row.text_only || (ground.config().organisations.get(row.organisation_id)?.textOnly ?? false),
      expects: row.expects,
      gone: row.gone,
      rules: gateRules(ground),
      ...shownOf(row, known),
    }
    // One object a run: a delivery that is under way sees what was read anew.
    const held = known ? Object.assign(known, read, { stale: false }) : read
    if (erased.has(held.id)) held.erased = true
    else keep(held)
    return held
  }

  /** A card that was just sent may not be noted in the store yet; one that another instance sent is only there. */
  function shownOf(row: RunRow, known: HeldRun | undefined): Pick<HeldRun, 'external' | 'shownTurn'> {
    // On the same turn the store is right: another instance may have reminded with a new message.
    if (known && known.shownTurn > row.card_turn) return { external: known.external, shownTurn: known.shownTurn }
    return { external: row.card_cipher ? ground.vault.decryptId(row.card_cipher) : null, shownTurn: row.card_turn }
  }

  /**
   * Whoever stops on another instance moves the turn of their open runs, which the next step finds out. A run that is
   * over is not moved: it is read again, so that nobody goes on with it without their consent or out of our reach.
   */
  const maySkipReading = (known: HeldRun) => known.run.disposition === null

  function keep(held: HeldRun): void {
    runs.delete(held.id)
    runs.set(held.id, held)
    if (runs.size > MOST) {
      const oldest = runs.keys().next().value
      if (oldest !== undefined) runs.delete(oldest)
    }
  }

  return {
    async byId(runId) {
      const known = runs.get(runId)
      // At midnight a working year may end: what was read under other rules is read again.
      if (known && !known.stale && known.rules === gateRules(ground) && maySkipReading(known)) return known
      const row = await readRun(runId, gateRules(ground))
      if (!row) runs.delete(runId)
      return row ? hold(row) : null
    },
    async ofPerson(channel, addressHash) {
      await noted()
      const rows = await readRunsOf(ground.store.pool, channel, addressHash, gateRules(ground))
      return Promise.all(rows.map(hold))
    },
    keep,
    drop(runId) {
      const known = runs.get(runId)
      if (known) known.stale = true
    },
    forget(runIds) {
      for (const id of runIds) {
        const held = runs.get(id)
        if (held) held.erased = true
        runs.delete(id)
        // Who read the run a moment before the erasing, and has yet to send its card, finds it here.
        erased.add(id)
        if (erased.size > MOST_ERASED) erased.delete(erased.keys().next().value!)
      }
    },
    clear: (addressHash) => {
      for (const held of runs.values())
        if (addressHash === undefined || held.addressHash === addressHash) held.stale = true
    },
  }
}

const MOST = 20_000
const MOST_ERASED = 1000
