/** A dataset as an agreement allows it, with the sentences that go along. */
import type { Organisation } from '../config/organisation.ts'
import { todayIn } from '../dialogue/data-agreements.ts'
import { aspectsOf, type Sharing } from '../dialogue/read-data-agreements.ts'
import { shuffled } from '../digest/shuffled.ts'
import type { Dataset } from '../formats/dataset.ts'
import type { Ground } from '../ground.ts'
import { contentHash } from '../survey/content-hash.ts'
import { FULL_LANGUAGES, type LocalText } from '../survey/question-set.ts'
import { allLanguages, FIGURE_NOTES } from './columns.ts'
import { figureTable } from './figure-table.ts'
import { type ReadRound, readRowRounds } from './read-rows.ts'
import { readSources, yearOfSharing } from './read-sources.ts'
import { areEnough, drawn, LEFT_OUT, languagesUsed, questionsForRows } from './row-rules.ts'
import { type OutRow, rowTable } from './row-table.ts'

export type DatasetFault = 'sharing-nothing-closed' | 'sharing-few'

/** What is noted of it: how much, never what. */
export type Made = { dataset: Dataset; counts: { rounds: number; rows: number; overviews: number } }

/** @param seed random and secret: decides the order of the rows */
export function makeDataset(
  ground: Ground,
  organisation: Organisation,
  sharing: Sharing,
  seed: string,
): Promise<Made | DatasetFault> {
  return sharing.level === 'aggregates'
    ? ofFigures(ground, organisation, sharing, seed)
    : ofRows(ground, organisation, sharing, seed)
}

async function ofFigures(
  ground: Ground,
  organisation: Organisation,
  sharing: Sharing,
  seed: string,
): Promise<Made | DatasetFault> {
  const sources = await readSources(ground, organisation, sharing)
  if (sources.length === 0) return 'sharing-nothing-closed'
  const aspects = await aspectsOf(ground, organisation.id, null)
  const table = figureTable(shuffled(sources, seed), aspects)
  const dataset: Dataset = {
    ...{ name: nameOf(organisation, sharing), level: 'aggregates', ...table },
    about: aboutOf(ground, organisation, sharing, {
      example: sources.some(({ digest }) => digest.example),
      notes: FIGURE_NOTES.map((key) => allLanguages(key)),
    }),
  }
  return { dataset, counts: { rounds: 0, rows: table.rows.length, overviews: sources.length } }
}

async function ofRows(
  ground: Ground,
  organisation: Organisation,
  sharing: Sharing,
  seed: string,
): Promise<Made | DatasetFault> {
  const { rounds: all, closed } = await readRowRounds(ground, organisation, sharing)
  if (!closed) return 'sharing-nothing-closed'
  const rounds = all.filter(({ set }) => questionsForRows(set.questions).length > 0)
  if (!areEnough(rounds)) return 'sharing-few'
  const aspects = await aspectsOf(ground, organisation.id, null)
  // A keyed hash as the order: nobody outside can undo it.
  const order = ({ person }: OutRow) => ground.vault.hashToken(`row:${seed}:${person.lot}`)
  const rows = rounds
    .flatMap(rowsOf)
    .map((row) => ({ row, at: order(row) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ row }) => row)
  const sets = [...new Map(rounds.map((round) => [`${round.surveyId} ${round.setHash}`, round])).values()]
  const table = rowTable(
    rows,
    sets.map((round) => ({
      ...{ surveyId: round.surveyId, aspect: aspects.get(round.surveyId) ?? round.version.aspect },
      ...{ setHash: round.setHash, method: round.version.method, version: versionOf(ground, round) },
      questions: questionsForRows(round.set.questions),
    })),
  )
  const left = sets.some(({ set }) => questionsForRows(set.questions).length < asked(set.questions))
  const notes = [
    allLanguages('sharing-note-rows', { left: String(LEFT_OUT) }),
    allLanguages('sharing-note-unlinked'),
    ...languageNote(rounds),
    allLanguages('sharing-note-cause'),
    ...(left ? [allLanguages('sharing-note-questions')] : []),
    // Said always: which it was, and whether it was at all, is nobody's business.
    allLanguages('sharing-note-left-out'),
  ]
  const dataset: Dataset = {
    ...{ name: nameOf(organisation, sharing), level: 'rows', ...table },
    about: aboutOf(ground, organisation, sharing, { example: rounds.some(({ example }) => example), notes }),
  }
  return { dataset, counts: { rounds: rounds.length, rows: rows.length, overviews: 0 } }
}

function rowsOf(round: ReadRound): OutRow[] {
  const { month, surveyId, setHash, moment, example } = round
  return drawn(round).map((person) => ({ person, month, surveyId, setHash, moment, example }))
}

/** Which languages were used, as one sentence; none where too few people used any. */
function languageNote(rounds: readonly ReadRound[]): LocalText[] {
  const used = languagesUsed(rounds)
  if (used.length === 0) return []
  const names = used.map((one) => allLanguages(`sharing-language-${one}`))
  const listed = FULL_LANGUAGES.map((language): [string, string] => {
    const list = names.map((name) => name[language]!).join(', ')
    return [language, allLanguages('sharing-note-languages', { languages: list })[language]!]
  })
  return [Object.fromEntries(listed) as LocalText]
}

/** The number of the method's version, where what was asked is what the card says today. */
function versionOf(ground: Ground, { version, setHash }: ReadRound): number | null {
  const method = ground.config().methods.get(version.method)
  return method && contentHash(method.set) === setHash ? method.version : null
}

const asked = (questions: ReadRound['set']['questions']): number =>
  questions.filter(({ type }) => type !== 'card').length

function aboutOf(
  ground: Ground,
  organisation: Organisation,
  sharing: Sharing,
  more: { example: boolean; notes: LocalText[] },
): Dataset['about'] {
  const { firstDay, lastDay } = yearOfSharing(organisation, sharing)
  return {
    organisation: organisation.name,
    ...{ receiver: sharing.receiver, purpose: sharing.purpose },
    from: firstDay.toString(),
    until: lastDay.toString(),
    madeOn: todayIn(ground, organisation),
    endsOn: sharing.endsOn,
    languages: FULL_LANGUAGES.filter((one) => organisation.languages.includes(one)),
    ...more,
  }
}

/** Nothing of the receiver: a name that somebody typed is no name of a file. */
const nameOf = (organisation: Organisation, { year, level }: Sharing): string =>
  `${organisation.id}-${year}-${year + 1}-${level}`
