/** Reading an impact story: its words, what its figures say now, who has to agree, and what is behind. */
import type { Kysely } from 'kysely'
import type { Organisation } from '../config/organisation.ts'
import type { Digest } from '../digest/content.ts'
import type { Ground } from '../ground.ts'
import { staffOf } from '../people/staff.ts'
import type { Tables } from '../store/tables.ts'
import { withCoach } from './coach-mode.ts'
import type { Joint } from './joint.ts'
import { readJoint } from './joint-read.ts'
import { faultsOfStory, type StoryFault } from './story-checks.ts'
import { type StoryContent, storyContent } from './story-content.ts'
import { type FigureWords, figureWords } from './story-figures.ts'
import { type Sources, type Stale, staleOf } from './story-stale.ts'
import { type Sayer, type StoryPerson, verdictOf } from './story-verdict.ts'

export type Story = {
  organisationId: string
  id: string
  /** Null for the story of one organisation's year. */
  sheetId: string | null
  /** Working year. */
  year: number
  revision: number
  state: 'draft' | 'closed'
  content: StoryContent
  joint: Joint | null
  /** The words of each figure that is there now, by its name. */
  figures: ReadonlyMap<string, FigureWords>
  faults: StoryFault[]
  stale: Stale[]
  /** Everybody who has a say, with what they said of this revision. */
  people: StoryPerson[]
  closedAt: Temporal.Instant | null
}

/** A row as it is stored, with what its words stand on; within a transaction where one is given. */
export type HeldStory = Pick<Story, 'organisationId' | 'id' | 'sheetId' | 'year' | 'revision' | 'state' | 'content'> & {
  sources: Sources
  /** As it was last written down. */
  stale: Stale[]
  closedAt: Temporal.Instant | null
}

/** Null for an id that is not there. */
export async function readStory(ground: Ground, id: string): Promise<Story | null> {
  const held = await holdStory(ground, ground.store.db, id)
  if (!held) return null
  const organisation = ground.config().organisations.get(held.organisationId)
  const { sources, ...story } = held
  const figures = wordsOfFigures(held)
  return {
    ...story,
    joint: sources.joint,
    figures,
    stale: staleNow(held),
    faults: faultsOfStory(held.content, figures, todayIn(ground, organisation)),
    people: await withVoices(ground.store.db, held, await sayersOf(ground, organisation, held)),
  }
}

/** @param db a transaction holds the row until it ends */
export async function holdStory(ground: Ground, db: Kysely<Tables>, id: string): Promise<HeldStory | null> {
  const row = await db
    .selectFrom('story')
    .selectAll()
    .where('id', '=', id)
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return null
  const content = storyContent.parse(JSON.parse(ground.vault.unseal('story', row.id, row.content_cipher)))
  return {
    organisationId: row.organisation_id,
    id: row.id,
    sheetId: row.sheet_id,
    year: row.year,
    revision: row.revision,
    state: row.state,
    content,
    stale: (row.stale ?? []) as Stale[],
    sources: {
      joint: row.sheet_id === null ? null : await readJoint(ground, row.sheet_id, undefined, db),
      digests: await digestsOf(db, content),
    },
    closedAt: row.closed_at && Temporal.Instant.fromEpochMilliseconds(row.closed_at.getTime()),
  }
}

export const sealStory = (ground: Ground, id: string, content: StoryContent): string =>
  ground.vault.seal('story', id, JSON.stringify(content))

/** What is behind now. After closing nothing is asked of anybody: only what fell away from under the text is told. */
export function staleNow({ content, sources, state }: Pick<HeldStory, 'content' | 'sources' | 'state'>): Stale[] {
  const stale = staleOf(content, sources)
  return state === 'draft' ? stale : stale.filter(({ why }) => AFTER_CLOSING.has(why))
}

const AFTER_CLOSING: ReadonlySet<Stale['why']> = new Set(['taken-back', 'digest-gone', 'digest-changed'])

export function wordsOfFigures({ content, sources }: Pick<HeldStory, 'content' | 'sources'>): Map<string, FigureWords> {
  return new Map(
    content.figures.flatMap((figure) => {
      const digest = sources.digests.get(figure.digestId)
      const words = digest && figureWords(digest, figure, content.language)
      return words ? [[figure.key, words] as const] : []
    }),
  )
}

export function todayIn(ground: Ground, organisation: Organisation | undefined): Temporal.PlainDate {
  return ground.clock
    .now()
    .toZonedDateTimeISO(organisation?.timezone ?? 'Europe/Brussels')
    .toPlainDate()
}

async function digestsOf(db: Kysely<Tables>, { figures }: StoryContent): Promise<Map<string, Digest>> {
  if (figures.length === 0) return new Map()
  const rows = await db
    .selectFrom('digest')
    .select(['organisation_id', 'id', 'content'])
    .where(
      'id',
      'in',
      figures.map(({ digestId }) => digestId),
    )
    .execute()
  return new Map(
    rows
      // An id alone leads to no digest of another organisation.
      .filter((row) => figures.some((one) => one.digestId === row.id && one.organisationId === row.organisation_id))
      .map((row) => [row.id, row.content as unknown as Digest]),
  )
}

/**
 * Who has a say. Of a joint story each partner that takes part; of a year the accounts of leads and workers, and of the
 * coach in a year with. Not for use within a transaction.
 */
export async function sayersOf(
  ground: Ground,
  organisation: Organisation | undefined,
  held: Pick<HeldStory, 'sheetId' | 'sources'>,
): Promise<Sayer[]> {
  if (held.sheetId !== null) return partnersWithSay(held)
  if (!organisation) return []
  const coach = await withCoach(ground, organisation)
  const staff = (await staffOf(ground, organisation.id)).filter(
    ({ role }) => role === 'lead' || role === 'worker' || (role === 'coach' && coach),
  )
  const accounts = Map.groupBy(staff, ({ channel, addressHash }) => `${channel} ${addressHash}`)
  return [...accounts.values()].map((offices) => ({
    ids: offices.map(({ staffId }) => staffId),
    name: offices[0]!.name,
    role: offices.some(({ role }) => role === 'lead') ? 'lead' : 'other',
  }))
}

export const partnersWithSay = ({ sources }: Pick<HeldStory, 'sources'>): Sayer[] =>
  (sources.joint?.partners ?? [])
    .filter(({ left }) => !left)
    .map(({ id, partner, name }) => ({ ids: [id], name: partner || name, role: 'partner' }))

/** With what each said of this revision; what was said of an older one counts for nothing. */
export async function withVoices(
  db: Kysely<Tables>,
  { organisationId, id, revision }: Pick<HeldStory, 'organisationId' | 'id' | 'revision'>,
  sayers: readonly Sayer[],
): Promise<StoryPerson[]> {
  const voices = await db
    .selectFrom('story_voice')
    .select(['who', 'says'])
    .where('organisation_id', '=', organisationId)
    .where('story_id', '=', id)
    .where('revision', '=', revision)
    .execute()
  return sayers.map((sayer) => ({ ...sayer, says: voices.find(({ who }) => sayer.ids.includes(who))?.says ?? null }))
}

/** The story of this worksheet; null while nobody began one. */
export async function storyOfSheet(ground: Ground, sheetId: string): Promise<string | null> {
  const row = await ground.store.db.selectFrom('story').select('id').where('sheet_id', '=', sheetId).executeTakeFirst()
  return row?.id ?? null
}

/** Stories of an organisation's own years, newest first. */
export async function storiesOfYears(ground: Ground, organisationId: string): Promise<{ id: string; year: number }[]> {
  return ground.store.db
    .selectFrom('story')
    .select(['id', 'year'])
    .where('organisation_id', '=', organisationId)
    .where('sheet_id', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute()
}

/** Whether everybody who has to agreed on this revision, and nothing stands in the way. */
export const mayClose = (story: Pick<Story, 'people' | 'faults' | 'stale' | 'sheetId'>): boolean =>
  story.faults.length === 0 && story.stale.length === 0 && verdictOf(story.people, story.sheetId !== null) === 'agreed'
