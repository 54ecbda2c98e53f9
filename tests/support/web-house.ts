/**
 * A house behind the pages, in memory: the port `HttpDeps` with the real engine behind it, so that the pages
 * show real cards. One organisation, `xyz`, whose example address is `/doe-mee/<JOIN_TOKEN>`.
 */
import type { Address, Inbound, Prompt } from '../../src/channels/port.ts'
import { createWeb } from '../../src/channels/web/web.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Card } from '../../src/config/method.ts'
import { readPictogram } from '../../src/config/pictograms.ts'
import { qrSvg } from '../../src/console/qr.ts'
import { type Authority, coachPageOffice } from '../../src/dialogue/authority.ts'
import type { Talk } from '../../src/dialogue/talk.ts'
import type { HttpDeps } from '../../src/http/deps.ts'
import { picturePath } from '../../src/http/picture-pages.ts'
import { createLog } from '../../src/log.ts'
import { may } from '../../src/people/permissions.ts'
import type { Desk, Outcome, Overview } from '../../src/rounds/desk.ts'
import { decodeButton } from '../../src/survey/button-data.ts'
import { renderCard, renderNotice } from '../../src/survey/card.ts'
import type { Language } from '../../src/survey/question-set.ts'
import { newRun, step } from '../../src/survey/step.ts'
import type { QuestionSet, Run } from '../../src/survey/types.ts'
import { nearestLanguage, wordsFor } from '../../src/words/words.ts'
import { NOW, notice, sampleOverview, setNamed } from './web-samples.ts'

export const JOIN_TOKEN = 'Join-token_of-the-house1'
export const CONSOLE_TOKEN = 'Console-token_of-a-coach'
/** Behind it stands the last question of a run that is answered in a chat. */
export const WRITE_TOKEN = 'Write-token_of-somebody1'

export type House = {
  deps: HttpDeps
  web: ReturnType<typeof createWeb>
  /** Everything that was handed in, oldest first. */
  taken: Inbound[]
  /** What was handed in behind the writing link, oldest first. */
  written: { data: string; text?: string }[]
  /** Calls of the desk, oldest first: name and arguments. */
  wishes: unknown[][]
  overview: Overview
  /** What the desk answers to the next wish instead of doing it. */
  refuse(outcome: Extract<Outcome<unknown>, { ok: false }>): void
  /** Gives everybody who joined a new round of this set; `end` closes it. */
  ask(set?: QuestionSet): Promise<void>
  end(): Promise<void>
  /** Puts a prompt on somebody's page as it stands. */
  show(to: Address, prompt: Prompt): Promise<void>
  logs: string[]
}

export function makeHouse(options: { publicUrl?: () => string; webhook?: HttpDeps['telegramWebhook'] } = {}): House {
  const web = createWeb()
  const people = new Map<string, Person>()
  const taken: Inbound[] = []
  const seen = new Set<string>()
  const written: House['written'] = []
  const wishes: unknown[][] = []
  const logs: string[] = []
  const overview = sampleOverview()
  let refusal: Extract<Outcome<unknown>, { ok: false }> | null = null
  let set = setNamed('gevoelsbuttons-einde')
  let names = 0

  const context = (person: Person) => ({
    runRef: 'run-of-a-test-house-00',
    language: person.language,
    activity: 'Activiteit',
    theme: null,
    organisation: 'XYZ',
    pictureOf: (names: string[]) => `http://localhost${picturePath(names)}`,
  })
  const cardOf = (person: Person): Prompt[] => [
    ...(person.run ? [renderCard(set, person.run, context(person))] : []),
    ...person.shown,
  ]
  const say = (to: Address, prompt: Prompt) => web.send(to, prompt, { nonce: 'n' })

  async function take(inbound: Inbound): Promise<void> {
    if (seen.has(inbound.id)) return
    seen.add(inbound.id)
    taken.push(inbound)
    const from = inbound.from!
    if (inbound.type === 'tapped' && inbound.data.startsWith('j.')) return join(from, inbound)
    const person = people.get(from.id)
    if (inbound.type === 'command') {
      await say(from, notice(`${inbound.command}!`, person?.language ?? 'nl'))
      return
    }
    if (!person?.run || (inbound.type !== 'tapped' && inbound.type !== 'typed')) return
    const button = inbound.data === undefined ? null : decodeButton(inbound.data)
    const reply =
      inbound.type === 'tapped'
        ? ({ type: 'tapped', turn: button?.turn ?? 0, code: button?.code ?? '_none' } as const)
        : ({ type: 'typed', turn: button?.turn ?? null, text: inbound.text } as const)
    // Nobody is so quick that a second tap looks like a double one.
    const at = NOW.add({ seconds: 10 * taken.length })
    const { run, effects } = step(set, person.run, { type: 'replied', at, reply })
    person.run = run
    for (const effect of effects) {
      if (effect.type === 'notice') await say(from, renderNotice(effect.notice, effect.count, person.language))
      if (effect.type === 'card') await say(from, renderCard(set, run, context(person)))
    }
  }

  async function join(from: Address, inbound: Extract<Inbound, { type: 'tapped' }>): Promise<void> {
    const language = nearestLanguage(inbound.language, 'nl')
    const choice = inbound.data.split('.')[2]
    if (choice === 'm') await say(from, consent(language, true))
    if (choice === 'n') await say(from, notice('Oké. Er verandert niets voor jou.', language))
    if (choice === 'y') {
      people.set(from.id, { address: from, language, run: null, shown: [] })
      await say(from, notice(wordsFor(language)('join-done', { organisation: 'XYZ' }), language))
    }
  }

  const wish =
    <T>(name: string, value: T) =>
    async (...given: unknown[]): Promise<Outcome<T>> => {
      wishes.push([name, ...given])
      const no = refusal
      refusal = null
      return no ?? { ok: true, value }
    }
  const links = [
    { channel: 'web' as const, url: `https://pols.example/doe-mee/${JOIN_TOKEN}` },
    { channel: 'telegram' as const, url: 'https://t.me/pols_bot?start=abc' },
  ]
  const desk: Desk = {
    organisations: async () => [{ id: 'xyz', name: 'XYZ', example: overview.example }],
    overview: async (id) => (id === 'xyz' ? overview : null),
    sessionLinks: async (id) =>
      id === 'xyz' ? { ok: true, value: links } : { ok: false, fault: 'desk-no-organisation' },
    joinLinks: async (id) => (id === 'xyz' ? { ok: true, value: links } : { ok: false, fault: 'desk-no-organisation' }),
    holdSession: wish('holdSession', { sessionId: 's9' }),
    addSession: wish('addSession', { sessionId: 's9' }),
    moveSession: wish('moveSession', { sessionId: 's2' }),
    cancelSession: wish('cancelSession', { sessionId: 's2' }),
    endSession: wish('endSession', { sessionId: 's2' }),
    setHeadcount: wish('setHeadcount', { sessionId: 's1' }),
    setTheme: wish('setTheme', { sessionId: 's1' }),
    closeRound: wish('closeRound', { roundId: 'r1' }),
    exampleAnswers: wish('exampleAnswers', { people: 12 }),
    proposeSurvey: wish('proposeSurvey', { proposalId: 'p1', leads: 1 }),
    decideSurvey: wish('decideSurvey', { surveyId: 'start', hash: 'h' }),
    withdrawSurvey: wish('withdrawSurvey', { surveyId: 'start', hash: 'h' }),
    askAboutSurvey: wish('askAboutSurvey', { noteId: 'n1' }),
    draftSurvey: wish('draftSurvey', { surveyId: 'stem-1', proposalId: 'p1' }),
    haltSurvey: wish('haltSurvey', { agreementId: 'a1' }),
    agreements: async () => ({
      ok: true,
      value: { log: { agreements: [], proposals: [] }, name: 'XYZ', timezone: 'Europe/Brussels', today: '2026-11-27' },
    }),
    writeFeedback: wish('writeFeedback', { digestId: 'd1' }),
    shareDigest: wish('shareDigest', { digestId: 'd1' }),
    repostDigest: wish('repostDigest', { digestId: 'd1' }),
    setTally: wish('setTally', { roundId: 'r1' }),
    closeProposal: wish('closeProposal', { proposalId: 'v1' }),
    linkCode: wish('linkCode', { code: 'k7defghjk', expiresAt: NOW.add({ minutes: 30 }) }),
    digest: async () => ({ ok: false, fault: 'desk-no-digest' }),
    invite: wish('invite', {
      code: 'k7defghjkmnpqr',
      path: '/uitnodiging/k7defghjkmnpqr',
      role: 'lead',
      name: 'Samira',
      expiresAt: NOW.add({ hours: 72 }),
    }),
    withdrawInvitation: wish('withdrawInvitation', { role: 'withdrawn' }),
    takeBack: wish('takeBack', { staffId: 'p1' }),
    switchMode: wish('switchMode', { year: 2026, coach: false }),
    addMoment: wish('addMoment', { momentId: 'm9' }),
    addFixedMoments: wish('addFixedMoments', { year: 2025 }),
    changeMoment: wish('changeMoment', { momentId: 'm1' }),
    beginTalk: wish('beginTalk', { talk: TALK }),
    sayInTalk: wish('sayInTalk', { talk: TALK }),
    unsayInTalk: wish('unsayInTalk', { talk: TALK }),
    goInTalk: wish('goInTalk', { talk: TALK }),
    stopTalk: wish('stopTalk', { talk: TALK }),
    endTalk: wish('endTalk', { talk: TALK, proposalId: null }),
    proposeSharing: wish('proposeSharing', { agreementId: 'g1', leads: 1 }),
    decideSharing: wish('decideSharing', { agreementId: 'g1' }),
    withdrawSharing: wish('withdrawSharing', { agreementId: 'g1' }),
    endSharing: wish('endSharing', { agreementId: 'g1' }),
    sharings: async () => ({ ok: true, value: { sharings: [] } }),
    sharingOutlook: wish('sharingOutlook', { agreementId: 'g1' }),
    exportData: wish('exportData', { name: 'x.zip', base64: '', notes: [] }),
    makeDataKey: wish('makeDataKey', { token: 'pols_x' }),
    dataKeys: wish('dataKeys', { count: 0 }),
    stopDataKeys: wish('stopDataKeys', { stopped: true as const }),
    copyMethod: wish('copyMethod', { id: 'stem-abcd' }),
    keepMethod: wish('keepMethod', { id: 'stem-abcd' }),
    changeMethod: async () => ({ ok: false, fault: 'library-gone' }),
    dropMethod: wish('dropMethod', { id: 'stem-abcd' }),
    handInMethod: wish('handInMethod', { id: 'stem-abcd' }),
    takeBackMethod: wish('takeBackMethod', { id: 'stem-abcd' }),
    withdrawMethod: wish('withdrawMethod', { id: 'stem-abcd' }),
    licenceMethod: wish('licenceMethod', { id: 'stem-abcd' }),
    waitingMethods: wish('waitingMethods', []),
    judgeMethod: wish('judgeMethod', { version: 1 }),
    planActivity: wish('planActivity', { momentId: 'm9', countId: null }),
    sayUsage: wish('sayUsage', { agrees: true }),
    methodFile: async (_, __, id, format) => ({
      ok: true,
      value: { name: `${id}.${format}`, type: 'text/plain', bytes: new TextEncoder().encode('x') },
    }),
    openDoor: async (_, __, door) => ({ ok: true, value: { path: `/${door}/x` } }),
    countActivity: wish('countActivity', { id: 't1' }),
    makePack: wish('makePack', { name: 'x.pols.json', content: '', cards: 1, left: [] }),
    lookInPack: async () => ({ ok: false, fault: 'library-pack-unreadable' }),
    takePack: wish('takePack', { taken: 0, same: 0 }),
    lookInPackFile: async () => ({ ok: false, fault: 'library-pack-unreadable' }),
    takePackFile: wish('takePackFile', { taken: 0, same: 0 }),
    makeReport: wish('makeReport', { reportId: 'r1' }),
    reportFiles: async (_, reportId) => ({
      ok: true,
      value: {
        files: [{ name: `${reportId}.md`, type: 'text/markdown' as const, bytes: new TextEncoder().encode('# x') }],
      },
    }),
  }

  const deps: HttpDeps = {
    clock: { now: () => NOW },
    log: createLog('debug', { write: (entry) => void logs.push(entry) }),
    newId: () => {
      names += 1
      return `id-${String(names).padStart(19, '0')}`
    },
    dataApi: {
      access: async () => null,
      mayAskNow: () => true,
      agreement: () => {
        throw new Error('nobody has a key here')
      },
      surveys: async () => ({ surveys: [] }),
      overviews: async (_, page, size) => ({ page, size, pages: 0, total: 0, overviews: [] }),
    },
    publicUrl: options.publicUrl ?? (() => 'http://localhost'),
    take: web.receive,
    web,
    cardsFor: async (address) => {
      const person = people.get(address.id)
      return person ? cardOf(person) : []
    },
    joinPrompt: async (token, language) => {
      if (token === 'expired') return { fault: 'expired' }
      if (token !== JOIN_TOKEN) return { fault: 'unknown' }
      return {
        organisation: 'XYZ',
        organisationId: 'xyz',
        languages: ['nl', 'en', 'fr', 'ar'],
        prompt: consent(language),
      }
    },
    tablet: {
      start: async () => ({ fault: 'unknown' }),
      begin: async () => null,
      look: async () => null,
      act: async () => null,
    },
    writing: {
      page: async (token) => {
        if (token === 'expired') return { fault: 'expired' }
        if (token !== WRITE_TOKEN) return { fault: 'unknown' }
        return written.some(({ data }) => !data.endsWith('_help')) ? { fault: 'used' } : openQuestion()
      },
      take: async (_, said) => {
        written.push(said)
        return said.data.endsWith('_help') ? 'helped' : 'kept'
      },
    },
    desk,
    liveMarks: async () => JSON.stringify(overview),
    stories: { open: async () => null, file: async () => null },
    staff: {
      coach: async (organisationId) => ({ organisationId, by: 'coach-page', authority: asCoach(organisationId) }),
      person: async () => null,
      invitation: async () => null,
      accept: async () => null,
    },
    sheets: { page: async () => null, keep: async () => 'gone', erase: async () => 'gone' },
    jointInvitation: async () => false,
    data: {
      byToken: async () => null,
      byAddress: async ({ id }) => (people.has(id) ? id : null),
      read: async () => null,
      eraseAnswer: async () => false,
      answerQuote: async () => false,
      erase: async (id) => void people.delete(id),
    },
    bringIn: { open: async () => null, look: async () => null, keep: async () => null },
    intake: { open: async () => null, look: async () => null, keep: async () => null, drop: async () => false },
    takeAway: async () => null,
    packs: { open: async () => false, look: async () => null, take: async () => null },
    agenda: async (organisation, token) =>
      organisation === 'xyz' && token === CONSOLE_TOKEN ? 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' : null,
    isConsoleToken: (organisation, token) => organisation === 'xyz' && token === CONSOLE_TOKEN,
    health: async () => ({ database: true, channels: [{ name: 'web', ...web.health() }] }),
    metrics: async () => 'pols_rounds_total 1\n',
    qr: qrSvg,
    cards: async () => sampleCards(),
    pictogram: (name) => readPictogram('config', name),
    pace: { look: 60_000, beat: 60_000 },
    ...(options.webhook ? { telegramWebhook: options.webhook } : {}),
  }
  void web.listen(take)

  return {
    deps,
    web,
    taken,
    written,
    wishes,
    overview,
    logs,
    refuse: (outcome) => {
      refusal = outcome
    },
    async ask(given = set) {
      set = given
      for (const person of people.values()) {
        person.run = newRun(set)
        await say(person.address, renderCard(set, person.run, context(person)))
      }
    },
    async end() {
      for (const person of people.values()) {
        if (!person.run) continue
        person.run = step(set, person.run, { type: 'closed', at: NOW }).run
        await say(person.address, renderCard(set, person.run, context(person)))
      }
    },
    async show(to, prompt) {
      const person = people.get(to.id) ?? { address: to, language: prompt.language, run: null, shown: [] }
      people.set(to.id, person)
      person.shown = [prompt, ...person.shown]
      await say(to, prompt)
    },
  }
}

/** The card of an open question, as somebody sees it who writes on a page. */
function openQuestion(): Prompt {
  const { questions } = setNamed('uitgangsvraag')
  const asked = { ...setNamed('uitgangsvraag'), questions: questions.filter(({ type }) => type === 'text') }
  const context = {
    runRef: 'run-of-somebody-else-0',
    language: 'nl' as const,
    activity: 'A',
    theme: null,
    organisation: 'XY',
  }
  const card = renderCard(asked, newRun(asked), context)
  return { ...card, choices: card.choices.filter(({ data }) => /\._(skip|help)$/.test(data)) }
}

type Person = { address: Address; language: Language; run: Run | null; shown: Prompt[] }

function consent(language: Language, more = false): Prompt {
  const words = wordsFor(language)
  const button = (choice: string, key: string) => ({
    data: `j.${JOIN_TOKEN}.${choice}.${language}`,
    label: words(key),
    role: 'option' as const,
  })
  const values = { organisation: 'XYZ', floor: 5 }
  return {
    kind: 'notice',
    language,
    lines: [
      { text: words('join-hello', values), style: 'strong' },
      { text: words('join-free', values) },
      ...(more ? [{ text: words('join-more-kept', values) }] : []),
      { text: words('join-question', values), style: 'strong' },
    ],
    choices: [button('y', 'join-yes'), button('n', 'join-no'), ...(more ? [] : [button('m', 'join-more')])],
  }
}

/** The coach's page in a year with the coach, before there is a lead. */
function asCoach(organisationId: string): Authority {
  const offices = [coachPageOffice(organisationId)]
  return {
    offices,
    coach: true,
    may: (act, task) =>
      may(offices, organisationId, act, { withCoach: true, nobodyElse: true, ...(task === undefined ? {} : { task }) }),
  }
}

const TALK: Talk = {
  ...{ organisationId: 'xyz', id: 't1', year: 2026, step: 'aspect', state: 'open', placeId: null, said: [] },
}

/** Reading the folder takes longer than drawing a page of it, so it is read once. */
let read: Card[] | null = null
const sampleCards = (): Card[] => {
  read ??= [...loadConfig('config').config.cards.values()]
  return read
}
