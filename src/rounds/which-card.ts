/**
 * Which message is the card of a run, when two could be: one was sent twice around a crash, or a process that was frozen
 * showed an old question after another instance had shown a later one. Whatever is tapped tells what stands there.
 */
import type { Effect } from '../survey/types.ts'
import type { Delivery, HeldRun } from './deliver.ts'
import type { ReplyInbound, ReplyRooms } from './take-reply.ts'

/** The message that was tapped is the one this person looks at. */
export const standing = (inbound: ReplyInbound): { into?: string } =>
  inbound.type === 'tapped' && inbound.message !== undefined ? { into: inbound.message } : {}

/**
 * The message that is tapped is the card from now on. That is stored before the answer is: were it known here only, a
 * crash would have the next question shown in both.
 * @param turn what the tapped message shows
 */
export async function becomesCard(
  delivery: Delivery,
  held: HeldRun,
  inbound: ReplyInbound,
  turn: number,
): Promise<void> {
  const { into } = standing(inbound)
  if (into === undefined || into === held.external) return
  const { organisationId, id: runId, shownTurn } = held
  held.tapped = { message: into, turn }
  await delivery.noteCard({ organisationId, runId, turn: Math.max(turn, shownTurn), external: into })
}

/**
 * A process that was frozen, or a platform that took its time: another instance may have gone on with this run.
 * @returns true when the run is on a later turn than was known here; it is read then
 */
export async function readIfLate(rooms: ReplyRooms, held: HeldRun, begun: number): Promise<boolean> {
  if (performance.now() - begun < LATE_MS) return false
  const { turn } = held.run
  rooms.runs.drop(held.id)
  await rooms.runs.byId(held.id)
  return held.run.turn > turn
}

/** Who taps an old question on the card itself sees one that came too late: what is asked now takes its place. */
export function showAgain(rooms: ReplyRooms, held: HeldRun, message: string | undefined, effects: Effect[]): void {
  const stale = effects.some((effect) => effect.type === 'notice' && effect.notice === 'stale')
  if (!stale || message === undefined || message !== held.external || held.shownTurn !== held.run.turn) return
  rooms.background(async () => void (await rooms.delivery.card(held, { redraw: true })))
}

/**
 * A tap that changes nothing, on a message that is not the card: it was sent twice around a crash, and leads nowhere
 * any more. Which one is the card, the store knows best.
 */
export function disarmOther(rooms: ReplyRooms, held: HeldRun, message: string | undefined): void {
  const isOther = (run: HeldRun) => run.external !== null && run.external !== message && run.shownTurn === run.run.turn
  if (message === undefined || !isOther(held)) return
  rooms.background(async () => {
    await rooms.delivery.settle()
    rooms.runs.drop(held.id)
    const known = await rooms.runs.byId(held.id)
    if (known && isOther(known)) rooms.delivery.disarm(known.address, message)
  })
}

/** In milliseconds: before another instance can have the ear, and take the next tap. */
const LATE_MS = 5000
