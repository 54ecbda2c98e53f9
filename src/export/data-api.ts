/** The read-only interface for receivers: figures of frozen digests, and nothing else. Who asks is known by a key. */
import { aspectsOf } from '../dialogue/read-data-agreements.ts'
import type { Ground } from '../ground.ts'
import type { ApiAgreement, ApiOverviews, ApiSurveys } from './api-shapes.ts'
import { allLanguages, FIGURE_NOTES, withoutTheme } from './columns.ts'
import { figuresOf } from './figures.ts'
import { openedBy } from './keys.ts'
import { readSources, yearOfSharing } from './read-sources.ts'

export type ApiAccess = NonNullable<Awaited<ReturnType<typeof openedBy>>>

export type DataApi = {
  /** Null: this key opens nothing (any more). */
  access(token: string): Promise<ApiAccess | null>
  /** False: this key asked too often within a minute. */
  mayAskNow(access: ApiAccess): boolean
  agreement(access: ApiAccess): ApiAgreement
  surveys(access: ApiAccess): Promise<ApiSurveys>
  /** @param page from 1; @param size of a page */
  overviews(access: ApiAccess, page: number, size: number): Promise<ApiOverviews>
}

export function createDataApi(ground: Ground): DataApi {
  const asked = new Map<string, { minute: number; times: number }>()
  return {
    access: (token) => openedBy(ground, token),
    mayAskNow({ hash }) {
      const minute = Math.floor(ground.clock.now().epochMilliseconds / 60_000)
      const before = asked.get(hash)
      const times = before?.minute === minute ? before.times + 1 : 1
      if (asked.size >= MOST_KNOWN && !before) asked.clear()
      asked.set(hash, { minute, times })
      return times <= MOST_A_MINUTE
    },
    agreement({ organisation, sharing }) {
      const { firstDay, lastDay } = yearOfSharing(organisation, sharing)
      const { receiver, purpose, surveyId, endsOn } = sharing
      return {
        ...{ organisation: organisation.name, receiver, purpose, survey: surveyId },
        ...{ from: firstDay.toString(), until: lastDay.toString(), endsOn },
        notes: FIGURE_NOTES.map((key) => allLanguages(key)),
      }
    },
    async surveys({ organisation, sharing }) {
      const sources = await readSources(ground, organisation, sharing)
      const aspects = await aspectsOf(ground, organisation.id, null)
      const bySurvey = [...Map.groupBy(sources, ({ surveyId }) => surveyId)].sort(([a], [b]) => (a < b ? -1 : 1))
      return {
        surveys: bySurvey.map(([id, own]) => {
          const questions = own.flatMap(({ digest }) =>
            digest.questions.map(({ key, scale = '', type, text, options }) => {
              return { key, scale, type, text: withoutTheme(text, digest.theme), options }
            }),
          )
          const once = new Map(questions.map((question) => [`${question.key} ${question.scale}`, question]))
          return { id, about: aspects.get(id) ?? { nl: id }, questions: [...once.values()] }
        }),
      }
    },
    async overviews({ organisation, sharing }, page, size) {
      const sources = await readSources(ground, organisation, sharing)
      // An order that tells nothing, and stays as it is while somebody turns the pages.
      const all = sources
        .map((source) => ({ source, id: ground.vault.hashToken(`overview:${sharing.id}:${source.id}`).slice(0, 22) }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
      return {
        ...{ page, size, pages: Math.ceil(all.length / size), total: all.length },
        overviews: all.slice((page - 1) * size, page * size).map(({ id, source: { digest, surveyId } }) => ({
          ...{ id, survey: surveyId, period: digest.date.slice(0, 7), moment: digest.moment },
          ...{ sessions: digest.together?.sessions ?? 1, example: digest.example, figures: figuresOf(digest) },
        })),
      }
    },
  }
}

const MOST_A_MINUTE = 60
const MOST_KNOWN = 1000
