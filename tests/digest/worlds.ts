/**
 * An attacker with unlimited time: every world that could be behind what a digest shows. The
 * attacker knows the rules, the question, the floor and how many people were there. People are
 * interchangeable to an attacker, so a world is how many people there are of each kind.
 */
import type { Released } from '../../src/digest/content.ts'
import { releaseParticipation } from '../../src/digest/participation.ts'
import { releaseQuestion } from '../../src/digest/release-rules.ts'
import type { QuestionCounts } from '../../src/digest/types.ts'
import { optionsOf, type Question } from '../../src/survey/question-set.ts'

/** What one person did with one question: chose options, said "don't know", skipped it, or did not reply at all. */
export type Deed = { chose: string[] } | 'dont_know' | 'skipped' | 'absent'
export type World = number[]

/** Everything one person can do with this question. */
export function deedsOf(question: Question): Deed[] {
  return [...choicesOf(question).map((chose) => ({ chose })), 'dont_know', 'skipped', 'absent']
}

function choicesOf(question: Question): string[][] {
  const codes = optionsOf(question).map((option) => option.code)
  if (question.type === 'text') return [[]]
  if (question.type !== 'multi') return codes.map((code) => [code])
  const subsets = Array.from({ length: 2 ** codes.length }, (_, mask) => codes.filter((_, i) => (mask >> i) & 1))
  return subsets.filter(({ length }) => length >= question.min && length <= (question.max ?? codes.length))
}

/** Every way to divide `people` over `kinds` kinds. */
export function* worldsOf(people: number, kinds: number): Generator<World> {
  if (kinds === 1) {
    yield [people]
    return
  }
  for (let first = people; first >= 0; first -= 1) {
    for (const rest of worldsOf(people - first, kinds - 1)) yield [first, ...rest]
  }
}

/** The raw counts of one question in a world. */
export function countsOf(question: Question, deeds: Deed[], world: World): QuestionCounts {
  const count = (is: (deed: Deed) => boolean) => world.reduce((sum, n, i) => (is(deeds[i]!) ? sum + n : sum), 0)
  const codes = optionsOf(question).map(({ code }) => [
    code,
    count((deed) => typeof deed === 'object' && deed.chose.includes(code)),
  ])
  return {
    question,
    codes: Object.fromEntries(codes),
    answered: count((deed) => typeof deed === 'object'),
    dontKnow: count((deed) => deed === 'dont_know'),
    declined: 0,
    skipped: count((deed) => deed === 'skipped'),
    notAsked: 0,
    expired: count((deed) => deed === 'absent'),
  }
}

/** What is public about a gathering before anything is published. */
export type Room = { question: Question; floor: number; people: number; headcountGiven: boolean }

/** What is left to the attacker after reading: all worlds that look the same. */
export type Lookalikes = { worlds: World[]; seen: string }

/**
 * All worlds of a gathering, grouped by what is published of them.
 * @param publish gives everything that is published of a world, as one string
 */
export function lookalikesOf(people: number, kinds: number, publish: (world: World) => string): Lookalikes[] {
  const all = new Map<string, Lookalikes>()
  for (const world of worldsOf(people, kinds)) {
    const seen = publish(world)
    const known = all.get(seen)
    if (known) known.worlds.push(world)
    else all.set(seen, { worlds: [world], seen })
  }
  return [...all.values()]
}

/** What the rules publish of these people's answers to these questions. `deeds[q][kind]`: what a kind did with question q. */
export function release(questions: Question[], deeds: Deed[][], world: World, floor: number, headcount: number | null) {
  const replies = (kind: number) => deeds.some((of) => typeof of[kind] === 'object' || of[kind] === 'dont_know')
  const onlySkips = (kind: number) => !replies(kind) && deeds.some((of) => of[kind] === 'skipped')
  const replied = world.reduce((sum, n, kind) => (replies(kind) || onlySkips(kind) ? sum + n : sum), 0)
  const { participation, base } = releaseParticipation(replied, headcount, floor)
  const released = questions.map(
    (question, q): Released =>
      base === null ? { form: 'hidden' } : releaseQuestion(countsOf(question, deeds[q]!, world), floor, base),
  )
  return { participation, base, released }
}

/** Every count that an attacker can work out although it is 1 or 2: of any deeds taken together. */
export function smallCountsKnown(deeds: Deed[], worlds: World[]): string[] {
  const names = [...new Set(deeds.map(nameOf))]
  const having = (some: string[]) => deeds.map((deed) => some.includes(nameOf(deed)))
  const codes = new Set(deeds.flatMap((deed) => (typeof deed === 'object' ? deed.chose : [])))
  const groups =
    names.length <= 7
      ? Array.from({ length: 2 ** names.length - 2 }, (_, i) => names.filter((_, bit) => ((i + 1) >> bit) & 1))
      : names.map((one) => [one])
  const masks = [
    ...groups.map((group) => ({ name: group.join(' or '), mask: having(group) })),
    ...[...codes].map((code) => ({
      name: code,
      mask: deeds.map((deed) => typeof deed === 'object' && deed.chose.includes(code)),
    })),
  ]
  return masks.flatMap(({ name, mask }) => {
    const sumOf = (world: World) => world.reduce((sum, n, i) => (mask[i] ? sum + n : sum), 0)
    const first = sumOf(worlds[0]!)
    if (first !== 1 && first !== 2) return []
    return worlds.every((world) => sumOf(world) === first) ? [`${name}: ${first}`] : []
  })
}

/**
 * What somebody who knows one answer (their own) then knows of everybody else. Empty is good.
 * `pinned`: only one deed is possible; `all`: everybody else gave one of fewer answers than there
 * are (for several answers a person: everybody else chose it); `nobody`: nobody else can have
 * chosen it.
 */
export function certainties(question: Question, deeds: Deed[], worlds: World[]): string[] {
  const codes = optionsOf(question).map((option) => option.code)
  return deeds.flatMap((own, ownKind) => {
    const possible = new Set<number>()
    for (const world of worlds) {
      if (world[ownKind]! < 1) continue
      for (let kind = 0; kind < world.length; kind += 1) {
        if (world[kind]! > Number(kind === ownKind)) possible.add(kind)
      }
    }
    if (possible.size === 0) return []
    const left = [...possible].map((kind) => deeds[kind]!)
    const chosen = left.map((deed) => (typeof deed === 'object' ? deed.chose : null))
    const missing = codes.filter((code) => !chosen.some((some) => some?.includes(code)))
    const found: string[] = []
    if (new Set(left.map(nameOf)).size === 1) found.push(`pinned: ${nameOf(left[0]!)}`)
    if (question.type === 'multi') {
      found.push(...codes.filter((code) => chosen.every((some) => some?.includes(code))).map((code) => `all: ${code}`))
    } else if (question.type === 'text' ? !chosen.includes(null) : !chosen.includes(null) && missing.length > 0) {
      found.push(`all: ${left.map(nameOf).join(' or ')}`)
    }
    found.push(...missing.map((code) => `nobody: ${code}`))
    return found.map((what) => `whoever did ${nameOf(own)} knows ${what}`)
  })
}

const nameOf = (deed: Deed): string => (typeof deed === 'object' ? `(${deed.chose.join('+')})` : deed)
