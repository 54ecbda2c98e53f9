/** What may be asked over the desk socket, and how it is written down: one line of JSON each way. */
import { z } from 'zod'
import { SettingsError } from '../errors.ts'
import { ROLES } from '../people/permissions.ts'
import type { Desk } from '../rounds/desk.ts'
import type { MethodDesk } from '../rounds/method-desk.ts'
import type { TalkDesk } from '../rounds/talk-desk.ts'
import { FULL_LANGUAGES } from '../survey/question-set.ts'
import type { Counter } from './app-port.ts'

const text = z.string().max(2000)

/** Every call with its arguments; a new method of the desk that is missing here does not compile. */
export const CALLS = {
  organisations: z.tuple([]),
  overview: z.tuple([text]),
  holdSession: z.tuple([text, text, text]),
  addSession: z.tuple([text, text, z.strictObject({ seriesId: text, startsAt: text, theme: text.optional() })]),
  moveSession: z.tuple([text, text, text, text]),
  cancelSession: z.tuple([text, text, text]),
  endSession: z.tuple([text, text, text]),
  setHeadcount: z.tuple([text, text, text, z.number()]),
  setTheme: z.tuple([text, text, text, text]),
  closeRound: z.tuple([text, text, text]),
  exampleAnswers: z.tuple([text, text, text]),
  proposeSurvey: z.tuple([text, text, text, text.optional()]),
  withdrawSurvey: z.tuple([text, text, text]),
  askAboutSurvey: z.tuple([text, text, text, text, text.optional()]),
  haltSurvey: z.tuple([text, text, text, z.enum(['paused', 'resumed', 'stopped'])]),
  agreements: z.tuple([text, z.enum(FULL_LANGUAGES)]),
  sharings: z.tuple([text]),
  exportData: z.tuple([text, text, text, z.enum(FULL_LANGUAGES)]),
  linkCode: z.tuple([text, text, z.enum(['coach', 'team', 'join'])]),
  setTally: z.tuple([
    text,
    text,
    text,
    z.array(z.strictObject({ question: text, code: text, people: z.number() })).max(500),
  ]),
  writeFeedback: z.tuple([text, text, text, z.record(text, z.strictObject({ said: text, doing: text, cannot: text }))]),
  closeProposal: z.tuple([text, text, text]),
  joinLinks: z.tuple([text]),
  sessionLinks: z.tuple([text, text]),
  digest: z.tuple([text]),
  makePack: z.tuple([text, text.nullable(), z.array(text).max(200).nullable()]),
  lookInPackFile: z.tuple([text]),
  takePackFile: z.tuple([text, text.nullable()]),
  invite: z.tuple([
    text,
    text,
    z.strictObject({ role: z.enum(ROLES), name: text, task: text.optional(), until: text.optional() }),
  ]),
  withdrawInvitation: z.tuple([text, text, text]),
  takeBack: z.tuple([text, text, text]),
  switchMode: z.tuple([text, text, z.strictObject({ year: z.number(), coach: z.boolean() })]),
  status: z.tuple([]),
  migrate: z.tuple([]),
  backup: z.tuple([text.nullable()]),
} satisfies Record<CallName, z.ZodType>
/** What only a person does, by their own account, or on a page, is not to be had here. */
type InPerson =
  | keyof MethodDesk
  | keyof TalkDesk
  | 'lookInPack'
  | 'takePack'
  | 'makeReport'
  | 'proposeSharing'
  | 'decideSharing'
  | 'withdrawSharing'
  | 'endSharing'
  | 'sharingOutlook'
  | 'makeDataKey'
  | 'dataKeys'
  | 'stopDataKeys'
  | 'reportFiles'
  | 'decideSurvey'
  | 'draftSurvey'
  | 'shareDigest'
  | 'repostDigest'
  | 'addFixedMoments'
  | 'addMoment'
  | 'changeMoment'
export type CallName = Exclude<keyof Desk, InPerson> | Exclude<keyof Counter, 'desk'>

const ask = z.strictObject({
  command: z.enum(Object.keys(CALLS) as [CallName, ...CallName[]]),
  args: z.array(z.json()),
})
const answer = z.union([
  z.strictObject({ value: z.json().optional() }),
  z.strictObject({ failure: z.string(), settings: z.boolean() }),
])

export const writeCall = (command: CallName, args: unknown[]): string => `${JSON.stringify({ command, args })}\n`

/** Carries out one call on `counter` and gives the line to answer with; never throws. */
export async function answerCall(counter: Counter, line: string): Promise<string> {
  try {
    const call = ask.safeParse(JSON.parse(line))
    const args = call.success ? CALLS[call.data.command].safeParse(call.data.args) : null
    if (!call.success || !args?.success) return failure(new SettingsError(OTHER_VERSION))
    const target = call.data.command in counter.desk ? counter.desk : counter
    const method = Reflect.get(target, call.data.command) as (...args: unknown[]) => Promise<unknown>
    return `${JSON.stringify({ value: tagged(await method.apply(target, args.data)) })}\n`
  } catch (error) {
    return failure(error)
  }
}

/**
 * @returns what the call gave
 * @throws SettingsError as the running process threw it
 * @throws Error when something else went wrong there; its log says what
 */
export function readAnswer(line: string): unknown {
  const said = answer.parse(JSON.parse(line))
  if (!('failure' in said)) return untagged(said.value)
  throw said.settings ? new SettingsError(said.failure) : new Error(said.failure)
}

function failure(error: unknown): string {
  const ours = error instanceof SettingsError
  return `${JSON.stringify({ failure: ours ? error.message : 'the running process failed', settings: ours })}\n`
}

const OTHER_VERSION =
  'The running process does not know this command: it is another version of Pols. Stop it and start it again.'

/** Instants and dates get a tag, so that the other side has them back as what they were. */
function tagged(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return { $instant: value.toString() }
  if (value instanceof Temporal.PlainDate) return { $date: value.toString() }
  if (Array.isArray(value)) return value.map(tagged)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tagged(inner)]))
}

function untagged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untagged)
  if (typeof value !== 'object' || value === null) return value
  const { $instant, $date } = value as { $instant?: unknown; $date?: unknown }
  if (typeof $instant === 'string') return Temporal.Instant.from($instant)
  if (typeof $date === 'string') return Temporal.PlainDate.from($date)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, untagged(inner)]))
}
