/** What must be true after every fault: nothing lost, nothing twice, and the same digest as when nothing had happened. */
import { createHash } from 'node:crypto'
import { createVault } from '../../src/people/vault.ts'
import { expectedOf, QUESTIONS } from './intents.ts'
import { isFirst, type Play } from './play.ts'
import { SECRET } from './stage.ts'

export type Facts = {
  /** The frozen digest, as the database writes it. */
  digests: string[]
  /** What stands in the coach's places, message by message. */
  posted: { telegram: string[]; discord: string[] }
  /** Where each run ended, by person. */
  ends: string[]
  rounds: string[]
  audits: Record<string, number>
  due: number
  lost: number
  /** First cards beyond one a person, and people who saw more of them than a crash explains. */
  repeats: number
  worst: number
  /** People before whom two cards stood that both led on. */
  doubled: number
  violations: string[]
}

/** Looks at everything after the end. The violations are those that need no comparison. */
export async function gather(play: Play): Promise<Facts> {
  const { stage, people } = play
  const vault = createVault(SECRET)
  const violations: string[] = [...play.fleet.fallen().map((words) => `a process fell over: ${words}`)]
  const stored = await stage.ask<{
    hash: string
    run: string
    disposition: string | null
    closed: string
    question: string | null
    status: string | null
    codes: string[] | null
    text: string | null
  }>(`select contact.address_hash as hash, run.id as run, run.disposition, run.state ->> 'closed' as closed,
      answer.question, answer.status, answer.codes, open_text.text_cipher as text
    from contact join contact_link on contact_link.contact_id = contact.id
    join run on run.organisation_id = contact_link.organisation_id and run.participant_id = contact_link.participant_id
    left join answer on answer.organisation_id = run.organisation_id and answer.run_id = run.id
    left join open_text on open_text.organisation_id = answer.organisation_id and open_text.run_id = answer.run_id and open_text.question = answer.question`)
  const byHash = Map.groupBy(stored, ({ hash }) => hash)
  const ends: string[] = []
  for (const { screen, intent } of people) {
    const rows = byHash.get(vault.hashAddress({ channel: screen.channel, id: screen.id })) ?? []
    const runs = new Set(rows.map(({ run }) => run))
    if (runs.size !== 1) violations.push(`${screen.channel} ${screen.id} has ${runs.size} runs`)
    ends.push(`${rows[0]?.disposition} ${rows[0]?.closed}`)
    if (rows.some(({ closed }) => closed !== 'true')) violations.push(`the run of ${screen.id} is still open`)
    const given = rows
      .filter(({ status }) => status === 'answered' || status === 'skipped')
      .toSorted((a, b) => QUESTIONS.indexOf(a.question as never) - QUESTIONS.indexOf(b.question as never))
      .map(({ question, status, codes, text }) => {
        if (status === 'skipped') return `${question} skipped`
        return question === 'more'
          ? `more answered “${text === null ? '' : vault.decryptText(text)}”`
          : `${question} answered ${codes!.join('+')}`
      })
    const wanted = expectedOf(intent)
    if (given.join('; ') !== wanted.join('; '))
      violations.push(`${screen.channel} ${screen.id} gave [${wanted.join('; ')}] and stored is [${given.join('; ')}]`)
  }
  const rounds = await stage.ask<{ state: string }>('select state from round order by opens_at')
  const digests = await stage.ask<{ content: string }>('select content::text from digest order by id')
  const audits = await stage.ask<{ action: string; times: number }>(
    `select action, count(*)::int as times from audit where action in ('round closed', 'digest made') group by action`,
  )
  const [rest] = await stage.ask<{ due: number; lost: number }>(
    `select (select count(*)::int from outgoing where state = 'due') as due, (select count(*)::int from contact where state <> 'reachable') as lost`,
  )
  const firsts = firstCards(play)
  const extra = people.map(({ screen, intent }) => (firsts.get(screen.id) ?? 0) - (intent.cut <= 1 ? 2 : 1))
  for (const [at, { screen }] of people.entries())
    if (extra[at]! < 0) violations.push(`${screen.channel} ${screen.id} was asked or reminded too little`)
  return {
    digests: digests.map(({ content }) => content),
    posted: postedIn(play),
    ends,
    rounds: rounds.map(({ state }) => state),
    audits: Object.fromEntries(audits.map(({ action, times }) => [action, times])),
    due: rest!.due,
    lost: rest!.lost,
    repeats: extra.reduce((sum, times) => sum + Math.max(0, times), 0),
    worst: Math.max(...extra),
    doubled: play.doubled,
    violations,
  }
}

/**
 * What is wrong, in words; empty when all is well.
 * @param calm the same script with nothing done to it
 * @param doubtful how often a message was sent whose sender could not know that it was
 */
export function judge(facts: Facts, calm: Facts, doubtful: Play['doubts']): string[] {
  const wrong = [...facts.violations]
  const differs = (what: string, now: unknown, then: unknown) => {
    if (JSON.stringify(now) !== JSON.stringify(then))
      wrong.push(`${what}: ${JSON.stringify(now)}, undisturbed ${JSON.stringify(then)}`)
  }
  differs('the rounds', facts.rounds, ['digested'])
  differs('what closed', facts.audits, { 'digest made': 1, 'round closed': 1 })
  differs('the digest', facts.digests, calm.digests)
  differs('where the runs ended', facts.ends, calm.ends)
  differs('what still waits to be sent', facts.due, 0)
  differs('who is lost', facts.lost, 0)
  differs('what stands on Telegram', [...new Set(facts.posted.telegram)], [...new Set(calm.posted.telegram)])
  differs('what stands on Discord', facts.posted.discord, calm.posted.discord)
  const times = facts.posted.telegram.filter((one) => one === calm.posted.telegram[0]).length
  if (times > 1 + doubtful.digests)
    wrong.push(`the digest was posted ${times} times on Telegram, with ${doubtful.digests} doubts`)
  if (facts.worst > doubtful.messages)
    wrong.push(`somebody was shown the first question ${facts.worst} times too often, with ${doubtful.messages} doubts`)
  if (facts.repeats > doubtful.messages * IN_HAND)
    wrong.push(`first questions were repeated ${facts.repeats} times, with ${doubtful.messages} doubts`)
  if (facts.doubled > doubtful.messages)
    wrong.push(`two cards led on before ${facts.doubled} people, with ${doubtful.messages} doubts`)
  return wrong
}

/** How often a first question was sent as a message of its own, by person. */
function firstCards({ stage, people, firsts }: Play): Map<string, number> {
  const times = new Map(firsts)
  const byChannel = new Map(stage.crowd.onDiscord.map((person) => [person.dm(), person.id]))
  const seen = new Set<string>()
  for (const { channel, seen: message } of stage.discord.world.shown) {
    const person = byChannel.get(channel)
    if (!person || seen.has(message.id) || !isFirst(message.text)) continue
    seen.add(message.id)
    times.set(person, (times.get(person) ?? 0) + 1)
  }
  return new Map(people.map(({ screen }) => [screen.id, times.get(screen.id) ?? 0]))
}

function postedIn({ stage }: Play): Facts['posted'] {
  const { group, channel } = stage.crowd
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
  return {
    telegram: group.messages.map(({ html, media }) => (media ? `${media.kind} ${hash(media.bytes)}: ${html}` : html)),
    discord: channel
      .messages()
      .map(({ text, attachments }) => [text, ...attachments.map(({ filename }) => filename)].join('\n')),
  }
}

/** So many messages of the bulk are on their way at once: each may be one of which a crash leaves nobody sure. */
const IN_HAND = 8
