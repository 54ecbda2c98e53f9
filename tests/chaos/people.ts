/**
 * The young people: each looks at what stands on their screen and taps what they have in mind. They answer each card
 * once. Where a platform delivers nothing twice (Discord), somebody whose tap came to nothing taps again, as people do.
 */
import { decodeButton } from '../../src/survey/button-data.ts'
import { type Intent, MARKS, QUESTIONS, type Question, repliesOf, SKIP } from './intents.ts'

/** A question on a screen, with buttons. `key`: another one whenever something on it changed. */
export type Card = { key: string; run: string; turn: number; question: Question; codes: string[]; ticked: string[] }

export type Screen = {
  channel: 'telegram' | 'discord'
  id: string
  /** Questions whose buttons can be tapped, oldest first. */
  cards(): Card[]
  tap(card: Card, code: string): void
  write(card: Card, words: string): void
  /** Where a tap may be lost on its way: the platform says that it failed, and it can be made again. */
  giveUp?(): void
}

export type Person = {
  screen: Screen
  intent: Intent
  /** Looks at the screen and does what there is to do. */
  look(): void
  /** Forgets what was tapped without effect, and looks. */
  again(): void
  /** Replies that led to another card. */
  taken(): number
  /** Has a card, or more, for the first time. */
  asked(): boolean
  done(): boolean
  /** Two cards lead on from here. */
  doubled(): boolean
  /** Has said all that there is to say for now, and sees what comes next. */
  rests(): boolean
  /** In words, for who asks why it does not go on. */
  state(): string
}

/**
 * @param limit how many questions further people go for now: a phase of a scenario may hold them back
 * @param moved told when a reply led to another card
 */
export function makePerson(screen: Screen, intent: Intent, limit: () => number, moved: () => void): Person {
  const tapped = new Set<string>()
  const tidied = new Set<string>()
  let waitsFor: Card | null = null
  let since = 0
  let taken = 0
  let asked = false
  let over = false

  function look(): void {
    const cards = screen.cards()
    asked ||= cards.length > 0
    if (waitsFor && !cards.some(({ key }) => key === waitsFor!.key)) {
      if (waitsFor.question === 'more') over = true
      waitsFor = null
      taken += 1
      moved()
    }
    if (waitsFor || over) return
    const card = intent.older ? cards[0] : cards.at(-1)
    if (!card || tapped.has(card.key)) return
    const place = QUESTIONS.indexOf(card.question) + 1
    if (place >= intent.cut || place > limit()) return
    act(card)
  }

  function act(card: Card): void {
    tapped.add(card.key)
    waitsFor = card
    since = performance.now()
    const given = intent.answers[QUESTIONS.indexOf(card.question)]!
    const wish = Array.isArray(given) ? (given.find((code) => !card.ticked.includes(code)) ?? '_done') : given
    const times = intent.twice ? 2 : 1
    if (card.question === 'more' && wish !== SKIP) screen.write(card, wish)
    else for (let i = 0; i < times; i++) screen.tap(card, wish)
  }

  /** Cards of the newest turn. What was sent twice around a crash stands there twice, until one of the two is tapped. */
  function current(): Card[] {
    const cards = screen.cards()
    const last = Math.max(...cards.map(({ turn }) => turn))
    return cards.filter(({ turn }) => turn === last)
  }

  return {
    screen,
    intent,
    look,
    doubled: () => current().length > 1,
    again() {
      if (!waitsFor || performance.now() - since < PATIENCE_MS) return
      // Words are answered with another card. Where a crash left the one before as it was, a tap on it tidies it up; had
      // the words not been taken, that tap would be stored instead, and show.
      if (!screen.giveUp) {
        if (waitsFor.question !== 'more' || tidied.has(waitsFor.key)) return
        tidied.add(waitsFor.key)
        return screen.tap(waitsFor, SKIP)
      }
      screen.giveUp()
      tapped.delete(waitsFor.key)
      waitsFor = null
      look()
    },
    taken: () => taken,
    asked: () => asked,
    done() {
      if (intent.cut === 0) return asked
      if (intent.cut === 5) return over
      const cards = current()
      return cards.length > 0 && cards[0]!.question === QUESTIONS[intent.cut - 1]
    },
    rests: () => waitsFor === null && screen.cards().length > 0,
    state() {
      const cards = screen.cards().map(({ question, turn }) => `${question} (turn ${turn})`)
      return `${screen.channel} ${screen.id}, until ${intent.cut}: took ${taken} of ${repliesOf(intent)}, sees ${cards.join(' and ') || 'no card'}${waitsFor ? `, waits after ${waitsFor.question} (turn ${waitsFor.turn})` : ''}`
    },
  }
}

/** Reads a question out of the buttons of one message; null when they belong to no question. */
export function cardOf(message: string, buttons: { label: string; data: string }[]): Card | null {
  const found = buttons.flatMap(({ label, data }) => {
    const button = decodeButton(data.replace(/^w\.\d{1,4}\./, ''))
    return button ? [{ ...button, ticked: label.includes('✔') }] : []
  })
  const codes = found.map(({ code }) => code)
  if (!codes.includes(SKIP)) return null
  const [first] = found
  const closed = (Object.keys(MARKS) as (keyof typeof MARKS)[]).find((question) => codes.includes(MARKS[question]))
  return {
    key: `${message} ${first!.turn}`,
    run: first!.run,
    turn: first!.turn,
    question: closed ?? 'more',
    codes,
    ticked: found.filter(({ ticked }) => ticked).map(({ code }) => code),
  }
}

/** How long somebody looks at a card that does not change before they tap it again, in milliseconds. */
const PATIENCE_MS = 4000
