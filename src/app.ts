/** Composition root: the one file that knows every room. Slightly more than 300 lines: cut in two, neither half would show the whole. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { createBackups } from './backup/backups.ts'
import type { DiscordChannel } from './channels/discord/discord.ts'
import type { VisitBook } from './channels/discord/visits.ts'
import type { Channel, ChannelName } from './channels/port.ts'
import type { TelegramChannel } from './channels/telegram/telegram.ts'
import { createWeb } from './channels/web/web.ts'
import type { App } from './cli/app-port.ts'
import { type Clock, type NewId, systemClock } from './clock.ts'
import { createConfigSource } from './config/load.ts'
import { qrSvg } from './console/qr.ts'
import { readAgenda } from './dialogue/agenda.ts'
import { syncPlan } from './dialogue/agreements.ts'
import { isJointInvitation } from './dialogue/joint-open.ts'
import { syncTimeline } from './dialogue/timeline-sync.ts'
import { createDataApi } from './export/data-api.ts'
import type { Ground } from './ground.ts'
import { picturePath } from './http/picture-pages.ts'
import { createHttp } from './http/server.ts'
import { readShelf } from './instrumentarium/shelf.ts'
import { createBackground } from './jobs/background.ts'
import { createEar, type EarTiming } from './jobs/ear.ts'
import { createReception } from './jobs/reception.ts'
import { startTicker } from './jobs/ticker.ts'
import { createLog, describeError, type Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { changeKey } from './people/change-key.ts'
import { createCommandMenus } from './people/command-menus.ts'
import { createFleeting } from './people/fleeting.ts'
import { joinToken } from './people/join-links.ts'
import { joinPage } from './people/join-page.ts'
import { holdKey } from './people/key-check.ts'
import { watchKey } from './people/key-watch.ts'
import { createNoticeBook } from './people/notice-book.ts'
import { ensurePagePlace } from './people/places.ts'
import { keptSecret, settledSecret } from './people/secret.ts'
import { createVault } from './people/vault.ts'
import { createVisitBook } from './people/visit-book.ts'
import { closePictures } from './pictures/render-png.ts'
import { createBringIn } from './rounds/bring-in.ts'
import { cardsFor } from './rounds/cards-for.ts'
import { createDataDesk } from './rounds/data-desk.ts'
import { createDelivery } from './rounds/deliver.ts'
import { createDesk } from './rounds/desk-work.ts'
import { answerAsExamples } from './rounds/example-answers.ts'
import { createHeldRuns, type HeldRuns } from './rounds/held-runs.ts'
import { inOrder } from './rounds/in-order.ts'
import { createIntake } from './rounds/intake-door.ts'
import { readLiveMarks } from './rounds/live-marks.ts'
import { createOpenings } from './rounds/openings.ts'
import { createOutbox } from './rounds/outbox.ts'
import { createPacing } from './rounds/pacing.ts'
import { createPackDoor } from './rounds/pack-door.ts'
import { roundFactsReader } from './rounds/round-facts.ts'
import { createSpeak } from './rounds/speak.ts'
import { createSweep } from './rounds/sweep.ts'
import { createTablet } from './rounds/tablet.ts'
import { takeAway } from './rounds/take-away.ts'
import { offerRemoval } from './rounds/take-data.ts'
import { speakHelp } from './rounds/take-help.ts'
import { createTakeInbound } from './rounds/take-inbound.ts'
import { createTakeReply, noticePrompt } from './rounds/take-reply.ts'
import { keepUndelivered } from './rounds/undelivered.ts'
import { createWriting, writeUrl } from './rounds/write-link.ts'
import type { Settings } from './settings.ts'
import { createStaffDoor } from './staff/staff-door.ts'
import { createTakeStaff, type TakeStaff } from './staff/take-staff.ts'
import { migrate, openStore } from './store/open.ts'
import { createTapStore } from './store/tap-store.ts'
import { createSheetDoor } from './worksheets/sheet-door.ts'
import { createStoryDoor } from './worksheets/story-door.ts'
import { createTakeSheet } from './worksheets/take-sheet.ts'

export type Overrides = {
  clock?: Clock
  newId?: NewId
  log?: Log
  /** False: no minute ticker; a test calls `sweep` itself. */
  ticking?: boolean
  ear?: EarTiming
  /** How long the desk waits for what it set off to be sent; two seconds unless told. */
  sendingMs?: number
}

export type RunningApp = App & {
  port(): number
  /** One look at everything that is due, now; resolves when what it found is on its way. */
  sweep(): Promise<void>
  /** Resolves when nothing that was started waits to be finished: sends, notes, rows that are due. */
  settled(): Promise<void>
  /** What the rooms stand on. */
  ground: Ground
}

/**
 * Opens the store and builds the rooms; nothing listens yet.
 * @throws SettingsError
 */
export async function createApp(settings: Settings, overrides: Overrides = {}): Promise<RunningApp> {
  const clock = overrides.clock ?? systemClock
  const newId = overrides.newId ?? randomId
  const log = overrides.log ?? createLog(settings.logLevel)
  const metrics = createMetrics()
  const kept = settings.secretKey ?? keptSecret(settings.dataFolder)
  const source = createConfigSource(settings.configFolder, 'nl', () => dayOf(clock.now()))
  const store = await openStore(settings.store, (error) =>
    log.warn({ ...describeError(error) }, 'a database connection broke'),
  )
  const secret = settings.secretKey ?? (await settledSecret(settings.dataFolder, kept, store.db))
  const vault = createVault(secret)
  const ground: Ground = { store, vault, clock, newId, log, metrics, config: source.current }
  const holder = newId()
  let started = false

  const fleeting = createFleeting(ground)
  const web = createWeb(createNoticeBook(ground, fleeting))
  const telegram = settings.telegram ? await openTelegram(settings, vault.token('webhook', 'telegram'), log) : null
  const discord = settings.discord ? await openDiscord(settings, ground, createVisitBook(ground, fleeting)) : null
  const channels = new Map<ChannelName, Channel>([['web', web]])
  if (telegram) channels.set('telegram', telegram)
  if (discord) channels.set('discord', discord)
  const webhook = telegram?.webhook

  const { background, pending } = createBackground(log, metrics)
  const backups = createBackups(ground, { settings, secret: settings.secretKey ? null : secret, holder, background })
  ground.erased = backups.erased

  const readFacts = roundFactsReader(ground)
  const runs: HeldRuns = createHeldRuns(ground, readFacts, () => delivery.settle())
  const pageUrl = (path: string) => `${publicUrl()}${path}`
  /** Null while a pictogram is lacking: half a row of pictures says the wrong thing. */
  const pictureOf = (names: string[]) =>
    names.every((name) => source.current().pictograms.has(name)) ? pageUrl(picturePath(names)) : null
  const pacing = createPacing(ground, settings.pace)
  const delivery = createDelivery(ground, channels, pacing, {
    writeUrl: (held) => writeUrl(ground, held, pageUrl),
    // A platform fetches a picture itself, and only over https.
    pictureOf: (names) => (publicUrl().startsWith('https:') ? pictureOf(names) : null),
  })
  const outbox = createOutbox(ground, { runs, delivery, pacing }, [...channels.keys()])
  // A command beside a running service leaves the sending to that service.
  const wake = () => {
    if (started) outbox.wake()
  }
  const sweep = createSweep(ground, { readFacts, wake })
  const speak = createSpeak(ground, delivery, background)

  const replies = createTakeReply(ground, {
    runs,
    storeTap: createTapStore(store.pool),
    delivery,
    background,
    remark: (held, notice, count) => speak(held.address, noticePrompt(held, notice, count)),
    help: (held) => background(() => speakHelp(ground, { speak }, held)),
    offerRemoval: (held, inbound) => offerRemoval({ speak }, held, inbound),
    undelivered: (held, delivered) => keepUndelivered(ground, held, delivered, wake),
    stopped: () => runs.clear(),
  })
  const ordered = inOrder()
  // The desk needs the taker of events, and the taker what staff do at the desk: this closes the ring.
  const staff: TakeStaff = (inbound, addressHash) => takeStaff(inbound, addressHash)
  const commandMenus = createCommandMenus(ground, channels, background)
  const handle = createTakeInbound(ground, {
    staff,
    sheets: createTakeSheet(ground, { speak, wake, pageUrl }),
    replies,
    runs,
    inOrder: ordered,
    ...{ speak, background, turn: pacing.turn },
    wake,
    pageUrl,
    redraw: (held) => background(async () => void (await delivery.card(held, { redraw: true }))),
    remove: async (to, message) => (await channels.get(to.channel)?.remove?.(to, message)) ?? false,
    joinUrl: async (channel, token) => (await joinUrls(token)).find((link) => link.channel === channel)?.url ?? null,
  })
  const take = commandMenus.after(handle)

  let listening: Awaited<ReturnType<ReturnType<typeof createHttp>['listen']>> | undefined
  const publicUrl = () => settings.publicUrl ?? `http://localhost:${listening?.port ?? settings.port}`
  /** A command that only asks for the link has not opened Telegram yet, and without that the bot has no name. */
  const telegramLink = async (token: string): Promise<{ channel: 'telegram'; url: string }[]> => {
    try {
      if (telegram && !started) await telegram.open()
      return telegram ? [{ channel: 'telegram', url: telegram.startLink(token) }] : []
    } catch (error) {
      log.warn({ ...describeError(error) }, 'the Telegram link is not known while Telegram cannot be reached')
      return []
    }
  }
  const joinUrls = async (token: string): Promise<{ channel: ChannelName; url: string }[]> => [
    { channel: 'web', url: `${publicUrl()}/doe-mee/${token}` },
    ...(await telegramLink(token)),
  ]
  const settled = async () => {
    await pending.settled()
    await outbox.drain()
    await delivery.settle()
  }
  const desk = createDesk(ground, {
    readFacts,
    faults: source.faults,
    joinUrls,
    sweep: async () => {
      await sweep()
      // Behind a broadcast it may take minutes: who asked for something does not wait for what goes to others.
      if (started) await within(overrides.sendingMs ?? SENDING_MS, outbox.drain())
      await delivery.settle()
    },
    exampleAnswers: (organisation, roundId) =>
      answerAsExamples(ground, { take, runs, drain: settled }, organisation, roundId),
    roundChanged: () => runs.clear(),
  })

  const takeStaff = createTakeStaff(ground, { desk, wake, pageUrl, speak })

  const health = async () => ({
    database: await sql`select 1`.execute(store.db).then(
      () => true,
      () => false,
    ),
    channels: [...channels.values()].map((channel) => ({ name: channel.name, ...channel.health() })),
  })
  const http = createHttp({
    clock,
    log,
    newId,
    publicUrl,
    trustedProxies: settings.trustedProxies ?? [],
    take: web.receive,
    web,
    desk,
    staff: createStaffDoor(ground),
    dataApi: createDataApi(ground),
    sheets: createSheetDoor(ground, { wake }),
    stories: createStoryDoor(ground),
    jointInvitation: (code) => isJointInvitation(ground, code),
    liveMarks: (organisationId) => readLiveMarks(ground, organisationId),
    data: createDataDesk(ground, { runs, inOrder: ordered, wake, forget: ({ id }) => web.forget(id) }),
    writing: createWriting(ground, { runs, take }),
    tablet: createTablet(ground, {
      take: web.receive,
      runs,
      fleeting,
      wake,
      cardsFor: (address) => cardsFor(ground, readFacts, address, pictureOf),
      notices: web.notices,
      news: (addressId) => web.next(addressId, NEWS_MS),
    }),
    cardsFor: (address) => cardsFor(ground, readFacts, address, pictureOf),
    joinPrompt: (token, language, chosen) => joinPage(ground, token, language, chosen),
    bringIn: createBringIn(ground),
    intake: createIntake(ground, async () => void (await sweep())),
    takeAway: (token) => takeAway(ground, token),
    packs: createPackDoor(ground),
    agenda: (organisationId, token) => readAgenda(ground, organisationId, token),
    isConsoleToken: (organisationId, token) => vault.isToken('console', organisationId, token),
    health,
    qr: qrSvg,
    cards: async () => (await readShelf(ground, null)).all.map(({ card }) => card),
    pictogram: (name) => source.current().pictograms.get(name)?.png ?? null,
    metrics: () => metrics.registry.metrics(),
    ...(webhook ? { telegramWebhook: (request: Parameters<typeof webhook>[0]) => webhook(request) } : {}),
    ...(discord ? { discordInteractions: discord.door } : {}),
  })

  const reception = createReception(
    [
      { channel: web, alone: false },
      ...(telegram ? [{ channel: telegram, alone: !webhook }] : []),
      ...(discord
        ? [
            { channel: discord, alone: true },
            { channel: discord.atDoor, alone: false },
          ]
        : []),
    ],
    take,
    log,
  )
  const ear = createEar(
    { store, clock: systemClock, log, holder },
    // The ear goes on being renewed while a platform does not answer.
    { gain: async () => void reception.gain(), lose: reception.lose },
    overrides.ear,
  )

  const plan = async () => {
    await syncPlan(ground, source.current())
    for (const organisation of source.current().organisations.values()) {
      await ensurePagePlace(ground, organisation.id)
      await syncTimeline(ground, organisation)
    }
  }
  const bringUp = () =>
    migrate(store, (newer) =>
      log.warn({ newer }, 'a newer Pols has migrated this database; this version goes on as well'),
    )
  const tellFaults = () => {
    for (const { file, line, column } of source.faults())
      log.warn(
        { file, line, column },
        'a file in the configuration is faulty: `pols check` says why; its last good version stays',
      )
  }
  const tick = async () => {
    if (source.reload()) {
      tellFaults()
      await plan()
    }
    await sweep()
    await fleeting.sweep()
    commandMenus.look()
    backups.look()
  }

  let stopTicker: (() => Promise<void>) | undefined
  let looking: NodeJS.Timeout | undefined
  let addresses: { organisation: string; person: string; coach: string }[] = []
  let stopping: Promise<void> | undefined

  async function start(): Promise<void> {
    started = true
    tellFaults()
    await bringUp()
    await holdKey(store.db, vault)
    // Whoever keeps the process is told by its end.
    watchKey(store, vault, (why) => setImmediate(() => Promise.reject(why)))
    await plan()
    listening = await http.listen(settings.port)
    await reception.open()
    await ear.start()
    if (discord?.health().ready)
      log.info({ link: discord.installLink() }, 'whoever manages a Discord server adds the bot with this link')
    addresses = await Promise.all(
      [...source.current().organisations.values()].map(async (organisation) => ({
        organisation: organisation.name,
        person: `${publicUrl()}/doe-mee/${await joinToken(ground, organisation.id)}`,
        coach: `${publicUrl()}/coach/${organisation.id}/${vault.token('console', organisation.id)}`,
      })),
    )
    await sweep()
    commandMenus.look()
    backups.look()
    if (overrides.ticking === false) return
    stopTicker = startTicker(tick, log)
    // Rows that another process wrote (a command, another instance that died) do not wait for the minute.
    if (store.kind === 'server') looking = setInterval(outbox.wake, LOOK_MS).unref()
  }

  async function stop(): Promise<void> {
    // A platform that never answers holds nobody up: what it was asked is as good as lost by then, and its row stays.
    const patience = setTimeout(() => {
      for (const channel of channels.values()) channel.hangUp?.()
    }, HANG_UP_MS)
    clearInterval(looking)
    await stopTicker?.()
    if (started) await ear.stop()
    // First nothing new comes in, so that a proxy asks another instance; what came in is answered as always.
    await listening?.close()
    await reception.stop()
    await outbox.stop()
    await pending.settled()
    await delivery.settle()
    await Promise.all([...channels.values()].map((channel) => channel.close()))
    clearTimeout(patience)
    await closePictures()
    await store.close()
  }

  return {
    desk,
    ground,
    start,
    sweep: tick,
    settled,
    stop: () => (stopping ??= stop()),
    port: () => listening?.port ?? 0,
    addresses: () => addresses,
    migrate: async () => {
      const done = await bringUp()
      await holdKey(store.db, vault)
      await plan()
      return done
    },
    changeKey: async () => {
      await bringUp()
      const folder = settings.secretKey === null ? settings.dataFolder : null
      return changeKey(ground, folder, settings.newSecretKey ?? null, systemClock.now())
    },
    backup: backups.take,
    status: async () => ({
      node: process.version,
      store: store.kind,
      backup: backups.state(),
      ear: ear.holds(),
      ...(await health()),
      faults: source.faults().length,
      pendingSends: pending.count(),
    }),
  }
}

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate()

/** 128 bits in 22 characters; never a dash in front, which a command line would take for an option. */
const randomId = () => randomBytes(16).toString('base64url').replace(/^-/, 'a')

/** Loaded only when it is used: its library is a fifth of the time that starting takes. */
async function openDiscord(
  { discord, publicUrl, pace }: Settings,
  ground: Ground,
  visits: VisitBook,
): Promise<DiscordChannel> {
  const { createDiscord } = await import('./channels/discord/discord.ts')
  const { log, clock } = ground
  const openings = createOpenings(ground, pace.discord)
  const interactionsUrl = publicUrl && `${publicUrl}/discord`
  return createDiscord({ ...discord!, interactionsUrl, log, clock, openings, visits })
}

/** Loaded only when it is used, as above. */
async function openTelegram(settings: Settings, secret: string, log: Log): Promise<TelegramChannel> {
  const { createTelegram } = await import('./channels/telegram/telegram.ts')
  const https = settings.publicUrl?.startsWith('https://')
  return createTelegram({
    ...settings.telegram!,
    log,
    ...(https ? { webhook: { url: `${settings.publicUrl}/telegram`, secret } } : {}),
  })
}

/** Waits for work that goes on by itself, and no longer than so; when it fails sooner, so does this. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  work.catch(() => {})
  await Promise.race([
    work,
    new Promise<void>((done) => {
      timer = setTimeout(done, ms)
    }),
  ]).finally(() => clearTimeout(timer))
}

const LOOK_MS = 5000
/** At stopping: well within the ten seconds after which a process is ended. */
const HANG_UP_MS = 4000
/** On a page: most of what somebody asked for has been sent by then, and waiting is still short. */
const SENDING_MS = 2000
/** On a shared device: how long an answer waits for what is said about it. */
const NEWS_MS = 300
