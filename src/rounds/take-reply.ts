/**
 * A reply arrives: step the run, store the step, speak. What a person waits for is here and nowhere else,
 * so it costs one statement when the run is still in memory and two when it has to be read.
 */
import { CompiledQuery } from 'kysely'
import type { Inbound } from '../channels/port.ts'
import { EngineError } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { noteErasure } from '../people/note-erasure.ts'
import { stopAsking } from '../people/stopping.ts'
import { forgetQuotes } from '../people/withdrawing.ts'
import { noteInbound, type PresenceToStore, type Recorded, type StepToStore, storeStep } from '../store/replies.ts'
import { isTap, type StoreTap } from '../store/tap-store.ts'
import { decodeButton } from '../survey/button-data.ts'
import { renderNotice } from '../survey/card.ts'
import { isOwn } from '../survey/path.ts'
import { scrub } from '../survey/scrub.ts'
import { step } from '../survey/step.ts'
import type { Effect, Notice, Reply } from '../survey/types.ts'
import { soundsWorried } from '../survey/worry.ts'
import type { Delivery, HeldRun } from './deliver.ts'
import type { HeldRuns } from './held-runs.ts'
import { regainContact } from './lost.ts'
import { becomesCard, disarmOther, readIfLate, showAgain, standing } from './which-card.ts'
import { writesElsewhere } from './write-link.ts'

export type ReplyInbound = Extract<Inbound, { type: 'tapped' | 'typed' }>

export type TakeReply = {
  /**
   * Takes in a tap or a typed message that belongs to a run; resolves when it is stored. The next card is on
   * its way then, not necessarily shown.
   * @param open the person's open runs, where they were read already: a text in a chat belongs to one of them
   * @returns false when it belongs to no run of this person
   */
  take(inbound: ReplyInbound, addressHash: string, open?: HeldRun[]): Promise<boolean>
}

export type ReplyRooms = {
  runs: HeldRuns
  storeTap: StoreTap
  delivery: Delivery
  /** Says something short to the person, outside any card. */
  remark(held: HeldRun, notice: Notice, count?: number): void
  /** Shows the help card to who did this, now; nothing of it is kept. */
  help(held: HeldRun): void
  /** Offers to take the message with an open answer out of the chat. */
  offerRemoval(held: HeldRun, inbound: Extract<Inbound, { type: 'typed' }>): void
  /** Runs work that must finish before the process stops, without anybody waiting for it. */
  background(work: () => Promise<void>): void
  /** Called when a delivery did not succeed at once. */
  undelivered(held: HeldRun, delivered: Awaited<ReturnType<Delivery['card']>>): Promise<void>
  /** Called when a person stopped: other instances' rows are dealt with in the store already. */
  stopped(held: HeldRun): void
}

export function createTakeReply(ground: Ground, rooms: ReplyRooms): TakeReply {
  return {
    async take(inbound, addressHash, open) {
      const target = await findRun(rooms.runs, inbound, addressHash, open)
      if (!target) return false
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const held = tries === 0 ? target.held : await rooms.runs.byId(target.held.id)
        if (!held) return false
        if ((await takeStep(ground, rooms, inbound, held, target.reply, tries > 0)) !== 'again') return true
        rooms.runs.drop(held.id)
      }
      throw new EngineError(`rounds: run ${target.held.id} kept moving while a reply was taken in`)
    },
  }
}

/** The run a reply is for, when it is this person's: a button names it, a typed text goes to the newest run that asks for one. */
async function findRun(
  runs: HeldRuns,
  inbound: ReplyInbound,
  addressHash: string,
  known?: HeldRun[],
): Promise<{ held: HeldRun; reply: Reply } | null> {
  if (inbound.data !== undefined) {
    const button = decodeButton(inbound.data)
    const held = button && (await heldAt(runs, button.run, button.turn))
    if (!held || held.addressHash !== addressHash) return null
    const { turn, code } = button
    return {
      held,
      reply: inbound.type === 'tapped' ? { type: 'tapped', turn, code } : { type: 'typed', turn, text: inbound.text },
    }
  }
  if (inbound.type === 'tapped') return null
  const open = known ?? (await runs.ofPerson(inbound.channel, addressHash))
  const going = open.filter(({ run }) => !run.closed && (run.disposition === null || run.disposition === 'unreachable'))
  const held = going.find(asksForText) ?? going[0] ?? open[0]
  return held ? { held, reply: { type: 'typed', turn: null, text: inbound.text } } : null
}

/** A button of another turn than the one we know may be of a card that another instance has sent since. */
async function heldAt(runs: HeldRuns, runId: string, turn: number): Promise<HeldRun | null> {
  const held = await runs.byId(runId)
  if (!held || held.run.turn === turn) return held
  runs.drop(runId)
  return runs.byId(runId)
}

async function regain(ground: Ground, held: HeldRun): Promise<void> {
  await regainContact(ground, held.addressHash)
  held.gone = false
}

const asksForText = (held: HeldRun) =>
  held.facts.set.questions.find((question) => question.key === held.run.at)?.type === 'text'

async function takeStep(
  ground: Ground,
  rooms: ReplyRooms,
  inbound: ReplyInbound,
  held: HeldRun,
  reply: Reply,
  fresh: boolean,
): Promise<'done' | 'again'> {
  // A card that is ahead of what is held here: another instance took the reply before this one.
  if (!fresh && (reply.turn ?? 0) > held.run.turn) return 'again'
  const at = ground.clock.now()
  const begun = performance.now()
  // The clock closes a round, not the sweep that comes up to a minute later.
  const late = Temporal.Instant.compare(at, held.facts.closesAt) >= 0
  const before = held.run
  // A run that is over may be so because the platform refused us, or be followed by one that it refused; it was just read.
  if (before.disposition !== null && held.gone && held.address.channel !== 'web') await regain(ground, held)
  const { run, effects } = step(held.facts.set, late ? { ...before, closed: true } : before, {
    type: 'replied',
    at,
    reply,
    writeElsewhere: writesElsewhere(held),
  })
  const stops = effects.some((effect) => effect.type === 'stop')
  if (run.turn === before.turn) {
    if (stops) {
      await stopAsking(ground, held.organisationId, held.participantId)
      rooms.stopped(held)
    }
    if (inbound.type === 'tapped') {
      disarmOther(rooms, held, inbound.message)
      showAgain(rooms, held, inbound.message, effects)
    }
    // A text that comes a second time is answered once; a tap is told by its turn.
    const first = reply.type === 'tapped' || (await noteInbound(ground.store.pool, inbound, at.toString().slice(0, 10)))
    if (first) sayNotices(rooms, held, effects)
    if (first && needsHelp(reply, effects)) rooms.help(held)
    return 'done'
  }
  await becomesCard(rooms.delivery, held, inbound, reply.turn ?? 0)
  const stored = await store(ground, rooms, held, run, effects, {
    at,
    inbound,
    stops,
    anyText: reply.type === 'typed',
  })
  if (stored === 'moved') return 'again'
  if (stored === 'repeated') return 'done'
  held.run = run
  if (stops) rooms.stopped(held)
  sayNotices(rooms, held, effects)
  if (needsHelp(reply, effects)) rooms.help(held)
  const written = effects.some((effect) => effect.type === 'record' && effect.text !== undefined)
  if (written && inbound.type === 'typed' && inbound.message !== undefined) rooms.offerRemoval(held, inbound)
  const typedInChat = reply.type === 'typed' && reply.turn === null
  rooms.background(async () => {
    // Somebody else showed a later question meanwhile: this one would stand there instead, and lead nowhere.
    const overtaken = await readIfLate(rooms, held, begun)
    const delivered = await rooms.delivery.card(held, overtaken ? {} : { anew: typedInChat, ...standing(inbound) })
    if (await readIfLate(rooms, held, begun)) await rooms.delivery.card(held, { redraw: true })
    ground.metrics.replySeconds.observe({ channel: inbound.channel }, at.until(ground.clock.now()).total('seconds'))
    if (delivered.outcome !== 'sent') await rooms.undelivered(held, delivered)
  })
  return 'done'
}

async function store(
  ground: Ground,
  { storeTap, delivery }: Pick<ReplyRooms, 'storeTap' | 'delivery'>,
  held: HeldRun,
  run: HeldRun['run'],
  effects: Effect[],
  how: { at: Temporal.Instant; inbound: ReplyInbound; stops: boolean; anyText: boolean },
): Promise<'stored' | 'moved' | 'repeated'> {
  const recorded: Recorded[] = []
  for (const effect of effects) {
    switch (effect.type) {
      case 'record':
        recorded.push({ question: effect.question, answer: effect.answer, ...sealed(ground, effect.text) })
        break
      // The card is sent after this; disposition and reopening are in the run itself, presence in the step.
      case 'card':
      case 'notice':
      case 'finish':
      case 'reopen':
      case 'stop':
      case 'present':
      case 'help':
        break
      default: {
        const never: never = effect
        return never
      }
    }
  }
  const changed = recorded.map(({ question }) => question).filter((question) => hadWords(held, question))
  const toStore: StepToStore = {
    organisationId: held.organisationId,
    runId: held.id,
    roundId: held.roundId,
    language: held.language,
    expectedTurn: held.run.turn,
    expectedDisposition: held.run.disposition,
    run,
    recorded,
    at: how.at,
    day: how.at.toString().slice(0, 10),
    inbound: how.anyText ? { channel: how.inbound.channel, id: how.inbound.id } : null,
    presence: presenceOf(held, effects),
    wordsGo: changed.length > 0,
    cardCipher: delivery.unnoted(held.id),
  }
  if (changed.length > 0) return takeBack(ground, toStore, changed)
  if (!how.stops) return isTap(toStore) ? storeTap(toStore) : storeStep(ground.store.pool, toStore)
  const client = await ground.store.pool.connect()
  try {
    await client.query('begin')
    const stored = await storeStep(client, toStore)
    if (stored === 'stored') await stopAsking(ground, held.organisationId, held.participantId, client)
    await client.query(stored === 'stored' ? 'commit' : 'rollback')
    return stored
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Something was written to this question before. */
const hadWords = ({ run, facts }: HeldRun, question: string): boolean =>
  run.answers[question]?.status === 'answered' &&
  facts.set.questions.some(({ key, type }) => key === question && type === 'text')

/** Words that are taken back, or replaced, go with every quote made of them, and out of a backup that is put back. */
function takeBack(ground: Ground, step: StepToStore, questions: string[]): ReturnType<typeof storeStep> {
  return ground.store.db.transaction().execute(async (trx) => {
    const query = async ({ text, values }: { text: string; values?: unknown[] }) => {
      const { rows, numAffectedRows } = await trx.executeQuery(CompiledQuery.raw(text, values))
      return { rows, rowCount: Number(numAffectedRows ?? rows.length) }
    }
    const stored = await storeStep({ query }, step)
    if (stored !== 'stored') return stored
    for (const question of questions) await noteErasure(ground, trx, 'text', step.runId, question)
    await forgetQuotes(trx, { runs: [step.runId], questions }, step.at)
    return stored
  })
}

/** What nobody may be found by is taken out before the text is stored. */
function sealed(ground: Ground, text: string | undefined): Pick<Recorded, 'textCipher' | 'names'> {
  if (text === undefined) return { textCipher: null }
  const clean = scrub(text)
  return { textCipher: ground.vault.encryptText(clean.text), names: clean.names }
}

/** What a step says of where this person is: the check-in says it, and so does an answer as a session begins. */
function presenceOf(held: HeldRun, effects: readonly Effect[]): PresenceToStore | null {
  const about = { sessionId: held.facts.sessionId, participantId: held.participantId }
  const said = effects.find((effect) => effect.type === 'present')
  if (said) return { ...about, source: said.present ? 'said' : null }
  const atStart = held.facts.version.moment === 'start'
  const answered = effects.some((effect) => effect.type === 'record' && isOwn(effect.answer))
  return atStart && answered ? { ...about, source: 'tap' } : null
}

/** Words that may mean somebody is not well are looked at in passing, whatever becomes of the text. */
const needsHelp = (reply: Reply, effects: readonly Effect[]): boolean =>
  effects.some((effect) => effect.type === 'help') || (reply.type === 'typed' && soundsWorried(reply.text))

function sayNotices(rooms: ReplyRooms, held: HeldRun, effects: Effect[]): void {
  for (const effect of effects) if (effect.type === 'notice') rooms.remark(held, effect.notice, effect.count)
}

export const noticePrompt = (held: HeldRun, notice: Notice, count?: number) =>
  renderNotice(notice, count, held.language)

/** Fifty taps at once on one card meet each other this often at most: each try stores one of them. */
const MOST_TRIES = 60
