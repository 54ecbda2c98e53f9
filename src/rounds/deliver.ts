/**
 * Sending, after what is sent was stored. A reply's next card goes out at once, in order per person;
 * everything else (invitations, reminders, digests, what a crash left unsent) comes from the `outgoing` rows.
 */
import {
  type Address,
  type Channel,
  ChannelError,
  type ChannelName,
  type ExternalId,
  type Prompt,
} from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import { describeError } from '../log.ts'
import type { ShownCard } from '../store/replies.ts'
import { type CardContext, renderCard } from '../survey/card.ts'
import type { Language } from '../survey/question-set.ts'
import type { Run } from '../survey/types.ts'
import { backOffMs } from './back-off.ts'
import { inOrder } from './in-order.ts'
import { oldCards } from './old-cards.ts'
import type { Pacing } from './pacing.ts'
import { inLanguage, type RoundFacts } from './round-facts.ts'
import { shownCards } from './shown-cards.ts'

/** A run in memory, with what it takes to show its card. */
export type HeldRun = {
  organisationId: string
  id: string
  roundId: string
  participantId: string
  contactId: string
  addressHash: string
  address: Address
  language: Language
  run: Run
  facts: RoundFacts
  /** True: no emoji for this person. */
  textOnly: boolean
  /** The bot asked this person for words that are no answer, when the run was read. */
  expects: boolean
  /** Out of reach, when the run was read. */
  gone: boolean
  /** The platform's id of the message that shows the card; null before the first. */
  external: ExternalId | null
  /** The turn that message shows; 0 before the first. */
  shownTurn: number
  /** The message of which a button was tapped, and what it shows, while another one may be on its way; only in memory. */
  tapped?: { message: ExternalId; turn: number } | undefined
  /** The words that stand there; only while in memory. */
  shownLines?: Prompt['lines']
  /** True when the store knows better: read the run again before the next step (its card's id stays). */
  stale?: boolean
  /** The rules of consent under which it was read. */
  rules?: string
  /** True when the person was erased: nothing is sent any more. */
  erased?: boolean
}

export type Delivered =
  | { outcome: 'sent'; external: ExternalId }
  | { outcome: 'gone' | 'rejected' }
  /** `untried`: it was not even tried. */
  | { outcome: 'later'; at: Temporal.Instant; untried?: boolean }
  | { outcome: 'moved'; to: Address }

/**
 * `anew`: as a new message; `lead`: with this line first; `redraw`: also when the same turn stands there; `into`: in the
 * message that somebody tapped, which is the card from then on.
 */
export type Showing = { anew?: boolean; lead?: string; redraw?: boolean; into?: ExternalId } & How

/** `paced`: it had its turn in the bulk; `tries`: how often it failed before. */
type How = { paced?: boolean; tries?: number }
export type SendOptions = { nonce: string; replaces?: ExternalId } & How

export type Delivery = {
  /** One try to send; faults are outcomes. */
  send(to: Address, prompt: Prompt, options: SendOptions): Promise<Delivered>
  /** The card of a run as it now is, in place of the one before (or beside it, after a typed answer). */
  card(held: HeldRun, options?: Showing): Promise<Delivered>
  /** Takes the buttons of a message away, without anybody waiting for it. */
  disarm(to: Address, message: ExternalId): void
  /** Whether anybody can read along in this place by now; `unknown` while the platform cannot be asked. */
  isPublic(place: Address): Promise<boolean | 'unknown'>
  /** Notes in the store at once which message is the card of a run. @throws what the store throws */
  noteCard(card: Omit<ShownCard, 'cardCipher'> & { external: ExternalId }): Promise<void>
  /** The message that shows a run, sealed, while the store does not know of it yet. */
  unnoted(runId: string): string | null
  /** Waits until what is shown has been noted in the store. */
  settle(): Promise<void>
  channel(name: ChannelName): Channel | undefined
}

/** What a card shows that is found on pages of ours. */
export type CardPages = {
  /** Where the open question on this card is written; null: where it is asked. */
  writeUrl(held: HeldRun): Promise<string | null>
  pictureOf?: PictureOf
}
/** Address of one picture with these pictograms in their order; null where it cannot be shown. */
export type PictureOf = (pictures: string[]) => string | null

export function createDelivery(
  ground: Ground,
  channels: ReadonlyMap<ChannelName, Channel>,
  pacing: Pacing,
  pages: CardPages = { writeUrl: async () => null },
): Delivery {
  const shown = shownCards(ground)
  const ordered = inOrder()
  const { retire, disarm } = oldCards(ground, channels, send)

  async function send(to: Address, prompt: Prompt, options: SendOptions): Promise<Delivered> {
    const channel = channels.get(to.channel)
    const count = (outcome: string) => ground.metrics.prompts.inc({ channel: to.channel, outcome })
    if (!channel) return { outcome: 'later', at: ground.clock.now().add({ minutes: 5 }) }
    const quiet = pacing.quietMs(to.channel)
    if (quiet > 0) return { outcome: 'later', at: ground.clock.now().add(inMs(quiet)), untried: true }
    const breath = options.paced ? 0 : pacing.breath(to.channel)
    const messages = 1 + (prompt.image ? 1 : 0) + (prompt.files?.length ?? 0)
    // Before the breath: what it waits for is a place of its own, and not one that the bulk takes meanwhile.
    pacing.spent(to.channel, options.paced ? messages - 1 : messages)
    if (breath > 0) await new Promise((done) => setTimeout(done, breath))
    const { nonce, replaces } = options
    const began = performance.now()
    const answered = () => pacing.answered(to.channel, messages, performance.now() - began)
    try {
      const external = await channel
        .send(to, prompt, { nonce, ...(replaces === undefined ? {} : { replaces }) })
        .finally(answered)
      pacing.went(to.channel)
      count('sent')
      if (to.route === undefined) await keepRoute(to, channel.routeIn?.(external))
      return { outcome: 'sent', external }
    } catch (error) {
      if (!(error instanceof ChannelError)) {
        ground.metrics.faults.inc({ at: 'deliver' })
        ground.log.error(
          { channel: to.channel, ...describeError(error) },
          'sending failed in an unforeseen way; it is tried again',
        )
        return { outcome: 'later', at: ground.clock.now().add({ seconds: 30 }) }
      }
      if (error.movedTo) return { outcome: 'moved', to: error.movedTo }
      if (error.kind === 'later') return later(to.channel, error, options.tries ?? 0)
      pacing.went(to.channel)
      count(error.kind)
      if (error.kind === 'rejected')
        ground.log.error(
          { channel: to.channel, ...describeError(error) },
          'the platform refuses a message of ours: this needs a developer',
        )
      return { outcome: error.kind }
    }
  }

  /** What a platform asks is done to the letter; where it does not say, we leave it alone for longer each time. */
  async function later(channel: ChannelName, error: ChannelError, tries: number): Promise<Delivered> {
    ground.metrics.prompts.inc({ channel, outcome: 'later' })
    const asked = error.retryAfter?.total('milliseconds') ?? 0
    const now = ground.clock.now()
    if (!error.pauses) {
      pacing.failed(channel)
      return { outcome: 'later', at: now.add(inMs(Math.max(asked, backOffMs(tries + 1)))) }
    }
    ground.metrics.rateLimited.inc({ channel })
    if (error.pauses === 'account') await pacing.pause(channel, asked, !error.unauthorised)
    return { outcome: 'later', at: now.add(inMs(asked)) }
  }

  async function isPublic(place: Address): Promise<boolean | 'unknown'> {
    try {
      return (await channels.get(place.channel)?.isPublic?.(place)) ?? false
    } catch (error) {
      // What is refused for good, sending will find out, and say.
      return !(error instanceof ChannelError) || (error.kind === 'later' && !error.movedTo) ? 'unknown' : false
    }
  }

  /** Kept with the contact, so that a restart does not open every direct message anew. */
  async function keepRoute(to: Address, route: string | undefined): Promise<void> {
    if (route === undefined) return
    to.route = route
    await ground.store.db
      .updateTable('contact')
      .set({ address_cipher: ground.vault.encryptAddress(to) })
      .where('channel', '=', to.channel)
      .where('address_hash', '=', ground.vault.hashAddress(to))
      .execute()
  }

  /** One card at a time a run: edits that overtake each other would leave an old question standing. */
  function card(held: HeldRun, options: Showing = {}): Promise<Delivered> {
    return ordered(held.id, () => show(held, options))
  }

  async function show(held: HeldRun, options: Showing): Promise<Delivered> {
    if (held.erased) return { outcome: 'gone' }
    // A later step was shown already by a delivery that came first: it rendered the run as it was by then.
    // Sent twice around a crash: the one that is tapped goes on as the card, the other leads nowhere any more.
    const other = options.into !== undefined && options.into !== held.external ? held.external : null
    if (options.into !== undefined && options.into !== held.external) held.external = options.into
    else if (!options.anew && !options.redraw && held.external !== null && held.shownTurn === held.run.turn) {
      noteShown(held)
      return { outcome: 'sent', external: held.external }
    }
    const { turn, writeUrl } = await written(held)
    if (held.erased) return { outcome: 'gone' }
    const prompt = renderCard(held.facts.set, held.run, { ...contextOf(held, pages.pictureOf), writeUrl })
    const before = held.external
    // A reminder asks the same question again; another instance may have asked it first.
    const linesBefore = held.shownLines ?? (options.lead ? prompt.lines : [])
    if (options.lead) prompt.lines = [{ text: options.lead }, ...prompt.lines]
    const replaces = options.anew ? null : before
    const retired: Prompt = {
      kind: 'card',
      language: held.language,
      lines: prompt.textOnly ? linesBefore : [...linesBefore, { text: '✔', style: 'quiet' }],
      choices: [],
    }
    // Two cards with buttons at once confuse: the one before loses its buttons. A question that was answered loses them
    // at the same moment, or a crash in between would leave them; one that is repeated stands until the next one does.
    const takeButtons = async (message: ExternalId) =>
      retire(held.address, retired, { nonce: nonceOf(held.id, turn, 'x'), replaces: message })
    const taken = options.anew && !options.lead && before ? takeButtons(before) : null
    const delivered = await send(held.address, prompt, {
      nonce: nonceOf(held.id, turn, options.lead ? 'r' : options.redraw ? 'w' : ''),
      ...(replaces ? { replaces } : {}),
      ...(options.paced ? { paced: true } : {}),
      tries: options.tries ?? 0,
    })
    await taken
    if (other !== null) disarm(held.address, other)
    if (delivered.outcome !== 'sent') return delivered
    const { tapped } = held
    held.tapped = undefined
    if (!replaces && !options.anew && tapped && tapped.message !== delivered.external) {
      // Sent a second time around a crash, and while it was on its way the first one was tapped: that one goes on.
      Object.assign(held, { external: tapped.message, shownTurn: tapped.turn })
      disarm(held.address, delivered.external)
      noteShown(held)
      return delivered
    }
    held.external = delivered.external
    held.shownTurn = turn
    held.shownLines = prompt.lines
    noteShown(held)
    if (options.anew && options.lead && before && before !== delivered.external) await takeButtons(before)
    return delivered
  }

  /** Who taps in between is on another question, whose words may have to go elsewhere. */
  async function written(held: HeldRun): Promise<{ turn: number; writeUrl: string | null }> {
    const { turn } = held.run
    const writeUrl = await pages.writeUrl(held)
    return held.run.turn === turn ? { turn, writeUrl } : written(held)
  }

  function noteShown(held: HeldRun): void {
    if (held.external === null) return
    const { organisationId, id: runId, shownTurn: turn, external } = held
    shown.note({ organisationId, runId, turn, external })
  }

  return {
    send,
    card,
    disarm,
    isPublic,
    noteCard: shown.noteNow,
    unnoted: shown.unnoted,
    settle: shown.settle,
    channel: (name) => channels.get(name),
  }
}

export function contextOf(
  held: Pick<HeldRun, 'id' | 'language' | 'facts' | 'textOnly'>,
  pictureOf?: PictureOf,
): CardContext {
  const { id, language, facts, textOnly } = held
  return {
    runRef: id,
    language,
    activity: inLanguage(facts.activity, language),
    theme: facts.theme,
    organisation: facts.organisation,
    textOnly,
    ...(pictureOf ? { pictureOf } : {}),
  }
}

/** At most 25 characters, the same for every try of the same message: lets Discord drop a repeat. */
export function nonceOf(id: string, turn: number, mark = ''): string {
  return `${id.slice(0, 18)}${mark}${turn.toString(36)}`.slice(0, 25)
}

const inMs = (ms: number) => ({ milliseconds: Math.ceil(ms) })
