/** A report in words: what is brought to the talk, and never what is to be concluded. Each block ends with a question. */
import { dayIn, textIn } from '../digest/labels.ts'
import type { Block, TalkDocument } from '../documents/document.ts'
import type { FullLanguage, LocalText } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { PooledQuestion, Report } from './report-content.ts'

export function reportDocument(report: Report, language: FullLanguage): TalkDocument {
  const words = wordsFor(language)
  const tell = { report, language, words, text: (text: LocalText) => textIn(text, language) }
  const june = report.kind === 'june'
  return {
    language,
    title: words(june ? 'report-title-june' : 'report-title-year', { organisation: report.organisation }),
    subtitle: words('report-subtitle', {
      from: longDay(report.firstDay, language),
      until: longDay(report.lastDay, language),
      made: longDay(report.madeOn, language),
    }),
    blocks: [
      aspectBlock(tell),
      planBlock(tell),
      sessionsBlock(tell),
      resultsBlock(tell),
      changedBlock(tell),
      quotesBlock(tell),
      hoursBlock(tell),
      askedBlock(tell),
      keepBlock(tell),
      ...(june ? [] : [methodBlock(tell), keptBlock(tell), shareBlock(tell), nextBlock(tell)]),
    ],
    foot: words(report.example ? 'report-foot-example' : 'report-foot'),
  }
}

/** The message that comes with the document: at most 12 lines. */
export function reportLines(report: Report, language: FullLanguage): { text: string; style?: 'strong' | 'quiet' }[] {
  const words = wordsFor(language)
  const { title, foot } = reportDocument(report, language)
  const total = (of: 'planned' | 'real') =>
    hoursOf(
      report.hours.reduce((sum, one) => sum + one[of], 0),
      language,
    )
  const shown = report.results.reduce((sum, one) => sum + one.shown, 0)
  return [
    { text: `📋 ${title}`, style: 'strong' },
    { text: words('report-message-sessions', { sessions: report.sessions.length, shown }) },
    { text: words('report-message-changed', { count: report.changed.length }) },
    { text: words('report-message-hours', { planned: total('planned'), real: total('real') }) },
    { text: words('report-message-how') },
    { text: foot, style: 'quiet' },
  ]
}

type Tell = { report: Report; language: FullLanguage; words: Words; text(text: LocalText): string }

function aspectBlock({ report, words, text }: Tell): Block {
  return {
    heading: words('report-aspect'),
    lines: report.aspects.length > 0 ? report.aspects.map(text) : [words('report-aspect-none')],
    question: words('report-aspect-question'),
  }
}

function planBlock({ report, language, words, text }: Tell): Block {
  const lines = report.moments.map(({ kind, title, date, status, reason }) => {
    const what = title ? text(title) : words(`report-moment-${kind}`)
    const values = { what, date: dayIn(date, language, 'long'), reason: reason ?? words('report-no-reason') }
    return words(`report-plan-${status}`, values)
  })
  return {
    heading: words('report-plan'),
    lines: lines.length > 0 ? lines : [words('report-plan-none')],
    question: words('report-plan-question'),
  }
}

function sessionsBlock({ report, language, words, text }: Tell): Block {
  const cell = (answers: Report['sessions'][number]['answers']) =>
    answers.length === 0
      ? words('report-answers-none')
      : answers
          .map((one) => {
            const said = participationIn(one.participation, words)
            return one.moment === 'start' ? words('report-at-start', { said }) : said
          })
          .join(' · ')
  return {
    heading: words('report-sessions'),
    lines: report.sessions.length === 0 ? [words('report-sessions-none')] : [],
    table: [
      [words('report-column-date'), words('report-column-what'), words('report-column-answers')],
      ...report.sessions.map(({ date, series, answers }) => [
        dayIn(date, language, 'long'),
        text(series),
        cell(answers),
      ]),
    ],
    question: words('report-sessions-question'),
  }
}

function participationIn(of: Report['sessions'][number]['answers'][number]['participation'], words: Words): string {
  switch (of.form) {
    case 'few':
      return words('report-answers-few', { floor: of.fewerThan })
    case 'at_least':
      return words('report-answers-least', { count: of.count, headcount: of.headcount })
    case 'exactly':
      return of.headcount === null || of.check
        ? words('report-answers-unknown', { count: of.count })
        : words('report-answers', { count: of.count, headcount: of.headcount })
  }
}

function resultsBlock({ report, language, words, text }: Tell): Block {
  const lines = report.results.flatMap((result) => [
    words('report-result-of', { aspect: text(result.aspect), shown: result.shown, of: result.of }),
    ...result.questions.map((question) => pooledLine(question, language, words)),
    ...(result.better ? [words('report-better', bounds(result.better))] : []),
  ])
  const shown = report.results.some((one) => one.shown > 0)
  return {
    heading: words('report-results'),
    lines: [...lines, words(shown ? 'report-results-caution' : 'report-results-none')],
    question: words('report-results-question'),
  }
}

function pooledLine({ text, options, pooled }: PooledQuestion, language: FullLanguage, words: Words): string {
  const question = textIn(text, language)
  const label = (code: string) => textIn(options.find((one) => one.code === code)?.text ?? { nl: code }, language, 60)
  switch (pooled.form) {
    case 'few':
      return words('report-pooled-few', { question })
    case 'named':
      return words('report-pooled-named', {
        question,
        digests: pooled.digests,
        options: pooled.options
          .map(({ code, times }) => words('report-pooled-times', { option: label(code), times }))
          .join(' · '),
      })
    case 'range':
      return words(pooled.least === pooled.most ? 'report-pooled-exactly' : 'report-pooled-range', {
        question,
        options: pooled.codes.map(label).join(' / '),
        ...bounds(pooled),
      })
  }
}

const bounds = ({ least, most, answers }: { least: number; most: number; answers: number }) => ({
  least,
  most,
  answers,
})

function changedBlock({ report, language, words, text }: Tell): Block {
  const lines = report.changed.map(({ date, series, content }) => {
    const { said, doing, cannot } = (content[language] ?? content.nl)!
    const values = { date: dayIn(date, language, 'long'), activity: text(series), said, doing }
    return cannot === null
      ? words('report-changed-line', values)
      : words('report-changed-cannot', { ...values, cannot })
  })
  return {
    heading: words('report-changed'),
    lines: lines.length > 0 ? lines : [words('report-changed-none')],
    question: words('report-changed-question'),
  }
}

/** The words themselves stay in the channel: here they would stand beside figures, and nobody could take them back. */
function quotesBlock({ words }: Tell): Block {
  return {
    heading: words('report-quotes'),
    lines: [words('report-quotes-where')],
    question: words('report-quotes-question'),
  }
}

function hoursBlock({ report, language, words }: Tell): Block {
  return {
    heading: words('report-hours'),
    lines: [],
    table: [
      [words('report-column-who'), words('report-column-planned'), words('report-column-real')],
      ...report.hours.map(({ person, planned, real }) => [
        words(`report-person-${person}`),
        hoursOf(planned, language),
        hoursOf(real, language),
      ]),
    ],
    question: words('report-hours-question'),
  }
}

function askedBlock({ report, language, words }: Tell): Block {
  return {
    heading: words('report-asked'),
    lines: [report.asked ? pooledLine(report.asked, language, words) : words('report-asked-none')],
    question: words('report-asked-question'),
  }
}

function keepBlock({ words }: Tell): Block {
  return {
    heading: words('report-keep'),
    lines: [words('report-keep-keep'), words('report-keep-change'), words('report-keep-stop')],
    question: words('report-keep-question'),
  }
}

function methodBlock({ words }: Tell): Block {
  return {
    heading: words('report-method'),
    lines: [words('report-method-how')],
    question: words('report-method-question'),
  }
}

function keptBlock({ report, words }: Tell): Block {
  const kept = report.kept
  const gone = (is: boolean) => words(is ? 'report-kept-gone' : 'report-kept-not-gone')
  return {
    heading: words('report-kept'),
    lines: kept
      ? [
          words('report-kept-texts', { days: kept.textDays, gone: gone(kept.textsGone) }),
          words('report-kept-answers', { months: kept.answerMonths, gone: gone(kept.answersGone) }),
          words('report-kept-stopped', { days: kept.stoppedDays }),
          words('report-kept-own'),
        ]
      : [],
    question: words('report-kept-question'),
  }
}

function shareBlock({ words }: Tell): Block {
  return {
    heading: words('report-share'),
    lines: [words('report-share-how')],
    question: words('report-share-question'),
  }
}

function nextBlock({ report, words }: Tell): Block {
  return {
    heading: words('report-next'),
    lines: [
      words(report.withCoach ? 'report-next-with' : 'report-next-without'),
      words('report-next-thanks'),
      words('story-report-offer'),
    ],
    question: words('report-next-question'),
  }
}

function longDay(date: string, language: FullLanguage): string {
  return `${dayIn(date, language, 'long')} ${date.slice(0, 4)}`
}

/** Minutes as hours, to a quarter: "1,5". */
function hoursOf(minutes: number, language: FullLanguage): string {
  const hours = Math.round(minutes / 15) / 4
  return hours.toLocaleString({ nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn' }[language])
}
