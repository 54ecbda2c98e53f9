/** Virtual people of one bot: each taps a button, waits for the next question, and taps again. */
import { choicesOf, readChoice, type Shown } from './buttons.ts'
import { type Line, openLine } from './loopback-http.ts'
import { shareLines } from './shared-lines.ts'

export type Pass = {
  /** Replies that were followed by their next question. */
  replies: number
  seconds: number
  /** From update posted (under a load: from when it was due) to next question received, in milliseconds, ascending. */
  latencies: number[]
  /** Updates that the webhook did not answer with 200. */
  refused: number
  /** Cards that nobody was waiting for. */
  unasked: number
  /** Taps that were answered in the webhook's own answer. */
  answeredInPlace: number
  /** From when a tap was due to its acknowledgement, wherever that came; in milliseconds, ascending. */
  acknowledged: number[]
  /** Taps that were followed by nothing. */
  unanswered: number
  /** Taps that were delivered a second time. */
  redelivered: number
}

/** What one person tapped in their run: how many taps, and the last choice at each question that was asked, in order. */
export type Tapped = { run: string; taps: number; choices: string[] }

export type Crowd = {
  /** Tells that the bot sent or edited a message with buttons to this person. */
  showed(personId: number, shown: Shown): void
  /** The bot says by a call of its own that it took in a tap. */
  acknowledged(callbackId: string): void
  /** Each person writes `text` (of several, one after the other) and, where the answer has a button whose data matches `agree`, taps it. Resolves when all are taken in. */
  greet(text: string | readonly string[], agree: RegExp | null): Promise<void>
  /** Resolves when the first `count` people have a card with one of the survey's buttons before them. */
  untilAsked(count: number): Promise<void>
  /** `count` people answer at once until `replies` replies have been answered. Fails when nothing moves for a while. */
  answer(count: number, replies: number): Promise<Pass>
  /**
   * `replies` replies that come when they come, whatever became of those before: at random moments, `perSecond` on
   * average. Each is of somebody who has a question before them; when nobody has, it waits, and its waiting counts.
   */
  load(count: number, perSecond: number, replies: number): Promise<Pass>
  /** Whoever has a question before them answers, at random moments, so many a second on average; until it is stopped. */
  /** @param twice which share of taps is delivered a second time */
  trickle(perSecond: number, twice?: number): void
  stopTrickle(): Promise<Pass>
  /** What each person tapped since the start who has a survey before them. */
  tapped(): Tapped[]
  close(): void
}

/** Of several ports, as of instances behind one proxy, each update goes to the next; or, when `faithful`, each person stays with one. */
export type CrowdOptions = {
  port: number | readonly number[]
  faithful?: boolean
  path: string
  secret: string
  count: number
  firstId: number
  /** So many connections for all of them together; without it each person has one. To one port only. */
  connections?: number
}

type Person = {
  id: number
  line: Line
  shown: Shown | null
  /** When the tap that is under way was posted, 0 when none is. */
  tappedAt: number
  /** The webhook has not answered yet: a platform holds a person's next update back until it has. */
  posting: boolean
  body: string
  /** When the tap was due that is not acknowledged yet, 0 when none is; and its id. */
  waitsSince: number
  callbackId: string
  /** The update is delivered once more. */
  again: boolean
  taps: number
  /** Which question is next, and what was tapped at each. */
  at: number
  choices: string[]
  acknowledged?: () => void
  asked?: () => void
}

export function createCrowd(options: CrowdOptions): Crowd {
  let updates = options.firstId
  let seed = 42
  let refused = 0
  let unasked = 0
  let answeredInPlace = 0
  let latencies: number[] = []
  let acknowledged: number[] = []
  let twice = 0
  let redelivered = 0
  let left = 0
  let underWay = 0
  let finished: (() => void) | undefined
  /** Under a load: who has a question before them, and since when replies are due that nobody could give yet. */
  let free: Person[] | null = null
  const due: number[] = []
  let endTrickle: (() => void) | undefined

  const head = `Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: ${options.secret}\r\n`
  const people = new Map<number, Person>()
  const shared = options.connections
    ? shareLines([options.port].flat()[0]!, options.path, head, options.connections)
    : null
  for (let i = 0; i < options.count; i += 1) {
    const id = options.firstId + i
    const onAnswer = (status: number, body: string) => posted(person, status, body)
    const lines = shared
      ? [shared.person(onAnswer)]
      : [options.port].flat().map((port) => openLine(port, options.path, head, onAnswer))
    const line = inTurn(options.faithful ? [lines[i % lines.length]!] : lines, i)
    const person: Person = {
      ...{ id, line, shown: null, tappedAt: 0, posting: false, body: '' },
      ...{ waitsSince: 0, callbackId: '', again: false, taps: 0, at: 0, choices: [] },
    }
    people.set(id, person)
  }
  const all = [...people.values()]

  function post(person: Person, content: string): void {
    updates += 1
    person.body = `{"update_id":${updates},${content}}`
    person.posting = true
    person.line.post(person.body)
  }

  function posted(person: Person, status: number, body: string): void {
    if (status !== 200) {
      refused += 1
      setTimeout(() => person.line.post(person.body), AGAIN_MS)
      return
    }
    if (body.includes('"answerCallbackQuery"')) {
      answeredInPlace += 1
      acknowledge(person)
    }
    if (person.again) {
      person.again = false
      redelivered += 1
      person.line.post(person.body)
      return
    }
    person.posting = false
    const { acknowledged: taken } = person
    delete person.acknowledged
    taken?.()
    if (underWay > 0) goOn(person)
  }

  function acknowledge(person: Person): void {
    if (person.waitsSince > 0) acknowledged.push(performance.now() - person.waitsSince)
    person.waitsSince = 0
  }

  function tap(person: Person, data: string): void {
    const { id, shown } = person
    person.callbackId = `${id}${updates}`
    const from = `{"id":${id},"is_bot":false,"first_name":"Sam","language_code":"nl"}`
    const content = `"callback_query":{"id":"${person.callbackId}","from":${from},"message":${shown!.json},"chat_instance":"${id}","data":"${data}"}`
    post(person, content)
  }

  /** @param at when it was due */
  function reply(person: Person, at = performance.now()): void {
    const buttons = choicesOf(person.shown)
    if (buttons.length === 0) throw new Error(`person ${person.id} has no button to tap`)
    const data = buttons[chance() % buttons.length]!
    person.tappedAt = at
    person.waitsSince = at
    person.again = twice > 0 && chance() / 2_147_483_648 < twice
    person.taps += 1
    const { code } = readChoice(data) ?? { code: '' }
    if (code === '_change') person.at = 0
    else {
      person.choices[person.at] = code
      person.at += 1
    }
    tap(person, data)
  }

  function chance(): number {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed
  }

  function showed(personId: number, shown: Shown): void {
    const person = people.get(personId)
    if (!person) return
    const before = person.shown
    person.shown = shown
    // The same question once more, as after a tap that came twice: the next one is still to come.
    const repeated = person.tappedAt > 0 && isSame(before, shown)
    if (repeated) return
    if (person.tappedAt > 0) {
      latencies.push(performance.now() - person.tappedAt)
      person.tappedAt = 0
      goOn(person)
    } else if (endTrickle) {
      if (choicesOf(shown).length > 0 && !free!.includes(person)) free!.push(person)
    } else if (underWay > 0) unasked += 1
    person.asked?.()
  }

  /** The next tap comes when the question is there and the platform may deliver it. */
  function goOn(person: Person): void {
    if (person.posting || person.tappedAt > 0 || finished === undefined) return
    if (free) {
      free.push(person)
      takeDue()
      return
    }
    if (left > 0) {
      left -= 1
      reply(person)
      return
    }
    underWay -= 1
    if (underWay === 0) finished()
  }

  function takeDue(): void {
    while (free!.length > 0 && due.length > 0) reply(free!.shift()!, due.shift()!)
    if (left === 0 && due.length === 0 && free!.length === underWay) finished?.()
  }

  /** Moments at random, as people come: the time between two is exponential. */
  function spread(perSecond: number): () => void {
    let next = performance.now()
    const come = () => {
      const now = performance.now()
      while (left > 0 && next <= now) {
        left -= 1
        due.push(next)
        next += (-Math.log(1 - chance() / 2_147_483_648) / perSecond) * 1000
      }
      takeDue()
    }
    const timer = setInterval(come, 1)
    return () => clearInterval(timer)
  }

  function begin(): void {
    latencies = []
    acknowledged = []
    redelivered = 0
    refused = 0
    unasked = 0
    answeredInPlace = 0
  }

  function passSince(start: number): Pass {
    const seconds = (performance.now() - start) / 1000
    finished = undefined
    latencies.sort((a, b) => a - b)
    acknowledged.sort((a, b) => a - b)
    const unanswered = all.filter(({ tappedAt }) => tappedAt > 0).length
    return {
      replies: latencies.length,
      seconds,
      latencies,
      refused,
      unasked,
      answeredInPlace,
      acknowledged,
      unanswered,
      redelivered,
    }
  }

  return {
    showed,

    acknowledged(callbackId) {
      const person = people.get(Number(callbackId.slice(0, String(options.firstId).length)))
      if (person?.callbackId === callbackId) acknowledge(person)
    },

    async greet(given, agree) {
      const texts = [given].flat()
      for (let i = 0; i < all.length; i += GREET_AT_ONCE) {
        await Promise.all(
          all.slice(i, i + GREET_AT_ONCE).map(async (person, n) => {
            const text = texts[(i + n) % texts.length]!
            const chat = `{"id":${person.id},"type":"private","first_name":"Sam"}`
            const entities = `[{"type":"bot_command","offset":0,"length":${text.split(' ')[0]!.length}}]`
            const from = `{"id":${person.id},"is_bot":false,"first_name":"Sam","language_code":"nl"}`
            const answered = new Promise<void>((resolve) => {
              person.asked = resolve
            })
            await delivered(person, () =>
              post(
                person,
                `"message":{"message_id":1,"from":${from},"chat":${chat},"date":1800000000,"text":${JSON.stringify(text)},"entities":${entities}}`,
              ),
            )
            await within(answered, `person ${person.id} got no answer to a greeting`)
            // Language, age and consent, one after the other; nothing is waited for after the yes.
            for (let steps = 0; agree && steps < 3; steps += 1) {
              const said = person.shown?.buttons.find((data) => agree.test(data))
              if (!said) break
              const next = new Promise<void>((resolve) => {
                person.asked = resolve
              })
              await delivered(person, () => tap(person, said))
              if (/^j\.[^.]+\.y/.test(said)) break
              await within(next, `person ${person.id} got no next question while joining`)
            }
            delete person.asked
          }),
        )
      }
    },

    async untilAsked(count) {
      const missing = all.slice(0, count).filter((person) => choicesOf(person.shown).length === 0)
      let asked = 0
      const every = Promise.all(
        missing.map((person) =>
          new Promise<void>((resolve) => {
            person.asked = () => {
              if (choicesOf(person.shown).length > 0) resolve()
            }
          }).then(() => {
            asked += 1
            delete person.asked
          }),
        ),
      )
      await moving(
        every.then(() => {}),
        () => asked,
      )
    },

    async answer(count, replies) {
      begin()
      left = replies
      const crowd = all.slice(0, Math.min(count, replies))
      underWay = crowd.length
      const start = performance.now()
      const done = new Promise<void>((resolve) => {
        finished = resolve
      })
      for (const person of crowd) {
        left -= 1
        reply(person)
      }
      await moving(done, () => latencies.length)
      return passSince(start)
    },

    async load(count, perSecond, replies) {
      begin()
      left = replies
      free = all.slice(0, count)
      underWay = free.length
      const start = performance.now()
      const done = new Promise<void>((resolve) => {
        finished = resolve
      })
      const end = spread(perSecond)
      await moving(done, () => latencies.length).finally(() => {
        end()
        free = null
        due.length = 0
      })
      return passSince(start)
    },

    trickle(perSecond, share = 0) {
      begin()
      twice = share
      left = Number.POSITIVE_INFINITY
      underWay = Number.POSITIVE_INFINITY
      finished = () => {}
      free = all.filter((person) => choicesOf(person.shown).length > 0)
      endTrickle = spread(perSecond)
    },

    async stopTrickle() {
      endTrickle?.()
      endTrickle = undefined
      const start = performance.now()
      while (all.some(({ tappedAt }) => tappedAt > 0) && performance.now() - start < STUCK_MS) {
        await new Promise((resolve) => {
          setTimeout(resolve, 10)
        })
      }
      underWay = 0
      free = null
      due.length = 0
      return passSince(start)
    },

    tapped: () =>
      all.flatMap(({ shown, taps, choices }) => {
        const choice = readChoice(choicesOf(shown)[0])
        return choice ? [{ run: choice.run, taps, choices }] : []
      }),

    close() {
      shared?.close()
      for (const person of all) person.line.close()
    },
  }
}

function inTurn(lines: Line[], first: number): Line {
  if (lines.length === 1) return lines[0]!
  let turn = first
  return {
    post: (body) => {
      turn += 1
      lines[turn % lines.length]!.post(body)
    },
    close: () => {
      for (const line of lines) line.close()
    },
  }
}

/** Both show the same question of the same run. */
function isSame(one: Shown | null, other: Shown): boolean {
  const [before, now] = [one, other].map((shown) => readChoice(choicesOf(shown)[0]))
  return before != null && before.turn === now?.turn && before.run === now.run
}

function delivered(person: Person, act: () => void): Promise<void> {
  return new Promise((resolve) => {
    person.acknowledged = resolve
    act()
  })
}

/** Rejects when `progress` stands still for a while. */
async function moving(done: Promise<void>, progress: () => number): Promise<void> {
  let before = -1
  let timer: NodeJS.Timeout | undefined
  const stuck = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (progress() === before) reject(new Error(`nothing moved for ${STUCK_MS / 1000} s after ${before}`))
      before = progress()
    }, STUCK_MS)
  })
  await Promise.race([done, stuck]).finally(() => clearInterval(timer))
}

function within(done: Promise<void>, fault: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(fault)), STUCK_MS)
  })
  return Promise.race([done, late]).finally(() => clearTimeout(timer))
}

const STUCK_MS = 20_000
const AGAIN_MS = 100
/** Fewer than what the service takes for a flood of joins, which it would let in at the pace of the account. */
const GREET_AT_ONCE = 6
