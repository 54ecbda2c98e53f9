/** Virtual people of one bot: each taps a button, waits for the next question, and taps again. */
import { type Line, openLine } from './loopback-http.ts'

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
}

/** What a message of the bot shows: its id, its buttons' data, and the message as the platform would give it back. */
export type Shown = { messageId: number; buttons: string[]; json: string }

export type Crowd = {
  /** Tells that the bot sent or edited a message with buttons to this person. */
  showed(personId: number, shown: Shown): void
  /** Each person writes `text` and, where the answer has a button whose data matches `agree`, taps it. Resolves when all are taken in. */
  greet(text: string, agree: RegExp | null): Promise<void>
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
  trickle(perSecond: number): void
  stopTrickle(): Promise<Pass>
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
  let left = 0
  let underWay = 0
  let finished: (() => void) | undefined
  /** Under a load: who has a question before them, and since when replies are due that nobody could give yet. */
  let free: Person[] | null = null
  const due: number[] = []
  let endTrickle: (() => void) | undefined

  const head = `Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: ${options.secret}\r\n`
  const people = new Map<number, Person>()
  for (let i = 0; i < options.count; i += 1) {
    const id = options.firstId + i
    const lines = [options.port]
      .flat()
      .map((port) => openLine(port, options.path, head, (status, body) => posted(person, status, body)))
    const line = inTurn(options.faithful ? [lines[i % lines.length]!] : lines, i)
    const person: Person = { id, line, shown: null, tappedAt: 0, posting: false, body: '' }
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
    if (body.includes('"answerCallbackQuery"')) answeredInPlace += 1
    person.posting = false
    const { acknowledged } = person
    delete person.acknowledged
    acknowledged?.()
    if (underWay > 0) goOn(person)
  }

  function tap(person: Person, data: string): void {
    const { id, shown } = person
    const from = `{"id":${id},"is_bot":false,"first_name":"Sam","language_code":"nl"}`
    const content = `"callback_query":{"id":"${id}${updates}","from":${from},"message":${shown!.json},"chat_instance":"${id}","data":"${data}"}`
    post(person, content)
  }

  /** @param at when it was due */
  function reply(person: Person, at = performance.now()): void {
    const buttons = choicesOf(person.shown)
    if (buttons.length === 0) throw new Error(`person ${person.id} has no button to tap`)
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    person.tappedAt = at
    tap(person, buttons[seed % buttons.length]!)
  }

  function showed(personId: number, shown: Shown): void {
    const person = people.get(personId)
    if (!person) return
    person.shown = shown
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
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        next += (-Math.log(1 - seed / 2_147_483_648) / perSecond) * 1000
      }
      takeDue()
    }
    const timer = setInterval(come, 1)
    return () => clearInterval(timer)
  }

  function begin(): void {
    latencies = []
    refused = 0
    unasked = 0
    answeredInPlace = 0
  }

  function passSince(start: number): Pass {
    const seconds = (performance.now() - start) / 1000
    finished = undefined
    latencies.sort((a, b) => a - b)
    return { replies: latencies.length, seconds, latencies, refused, unasked, answeredInPlace }
  }

  return {
    showed,

    async greet(text, agree) {
      for (let i = 0; i < all.length; i += GREET_AT_ONCE) {
        await Promise.all(
          all.slice(i, i + GREET_AT_ONCE).map(async (person) => {
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

    trickle(perSecond) {
      begin()
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

    close() {
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

/** Answers, or "change my answers" after the last question: a person goes round and round. Asides and controls start with an underscore. */
function choicesOf(shown: Shown | null): string[] {
  const survey = (shown?.buttons ?? []).filter((data) => data.startsWith('r.'))
  const answers = survey.filter((data) => !/\._\w+$/.test(data))
  return answers.length > 0 ? answers : survey.filter((data) => data.endsWith('._change'))
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
const GREET_AT_ONCE = 20
