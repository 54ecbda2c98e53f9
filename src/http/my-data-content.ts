/** What is kept of one person, as a page and as a file. */
import { html } from 'hono/html'
import { type Html, tagOf } from '../channels/web/wire.ts'
import type { MyAnswer, MyData, MyOrganisation, MyQuote, MyRound } from '../people/my-data.ts'
import { directionOf, type Words, wordsFor } from '../words/words.ts'

type Way = {
  /** Address of the page, without a slash at the end. */
  base: string
  /** What just happened. */
  said: string | undefined
}

export function myDataContent(data: MyData, way: Way): Html {
  const words = wordsFor(data.language)
  const day = dayIn(data)
  return html`<h1>${words('data-title')}</h1>
${way.said ? html`<p role="status"><strong>${words(way.said)}</strong></p>` : ''}
<p>${words(way.base === '/mijn' ? 'data-intro' : 'data-intro-link')}</p>
<article><h2>${words('data-you')}</h2>
${aboutHtml(data, words, day)}</article>
${data.organisations.map((one) => organisationHtml(one, words, day, way))}
<article><h2>${words('data-take-along')}</h2>
<p><a href="${way.base}/gegevens.json" download>${words('data-download')}</a></p>
<form method="get" action="${way.base}/wis-alles"><button>${words('data-erase-all')}</button></form></article>`
}

/** All of it for a machine, with the words of each code; without marks of direction and names of ours. */
export function myDataFile(data: MyData, now: Temporal.Instant): object {
  const plain = (_: string, value: unknown) => (typeof value === 'string' ? value.replace(ISOLATES, '') : value)
  const organisations = data.organisations.map(({ rounds, ...one }) => ({
    ...one,
    rounds: rounds.map(({ run: _, answers, ...round }) => ({
      ...round,
      answers: answers.map(({ quote, ...answer }) => ({ ...answer, quote: quote && withoutId(quote) })),
    })),
  }))
  const file = { format: 'pols-my-data', version: 1, madeOn: now.toString().slice(0, 10), ...data, organisations }
  return JSON.parse(JSON.stringify(file, plain)) as object
}

const withoutId = ({ id: _, ...quote }: MyQuote) => quote

type Day = (date: string) => string

function aboutHtml(data: MyData, words: Words, day: Day): Html {
  const facts: [string, Html | string][] = [
    ['data-channel', words(`data-channel-${data.channel}`)],
    ['data-language', languageHtml(data)],
  ]
  if (data.ageBand) facts.push(['data-age', words(`data-age-${data.ageBand.replace('+', '')}`)])
  if (data.textOnly) facts.push(['data-text-only', words('data-yes')])
  if (data.pausedUntil) facts.push(['data-paused', day(data.pausedUntil)])
  if (data.rest) facts.push(['data-rest', restHtml(data, words)])
  if (data.askedOn.length > 0)
    facts.push(['data-asked', html`${data.askedOn.map(day).join(', ')}<br><small>${words('data-asked-why')}</small>`])
  return html`<dl>${facts.map(([key, said]) => html`<dt>${words(key)}</dt><dd>${said}</dd>`)}</dl>
${data.reachable ? '' : html`<p>${words('data-unreachable')}</p>`}
${data.contactRequests.map(
  (one) => html`<p>${words('data-request', { organisation: one.organisation })} (${day(one.askedOn)})<br>
${words('data-request-reach', { reach: one.reachAt })}</p>`,
)}`
}

function languageHtml({ language }: MyData): Html {
  return html`<span lang="${tagOf(language)}" dir="${directionOf(language)}">${wordsFor(language)('web-language-name')}</span>`
}

function restHtml({ rest, language }: MyData, words: Words): string {
  const { quiet, weekdays = [] } = rest ?? {}
  const names = weekdays.map((number) =>
    Temporal.PlainDate.from('2024-01-01')
      .add({ days: number - 1 })
      .toLocaleString(LOCALES[language], { weekday: 'long' }),
  )
  return [...(quiet ? [words('data-rest-quiet', quiet)] : []), ...names].join(', ')
}

function organisationHtml(one: MyOrganisation, words: Words, day: Day, way: Way): Html {
  const consents = one.consents.flatMap((consent) => [
    words('data-consent', { day: day(consent.givenOn), version: consent.text }),
    ...(consent.validUntil ? [words('data-consent-until', { day: day(consent.validUntil) })] : []),
    ...(consent.withdrawnOn ? [words('data-consent-withdrawn', { day: day(consent.withdrawnOn) })] : []),
  ])
  const stopped = one.stoppedOn ? words('data-stopped', { day: day(one.stoppedOn) }) : words('data-stopped-before')
  return html`<article><h2>${one.name}</h2>
<p>${words('data-joined', { day: day(one.joinedOn) })}${one.state === 'stopped' ? ` ${stopped}` : ''}</p>
${consents.map((said) => html`<p>${said}</p>`)}
${one.presence.length > 0 ? html`<h3>${words('data-presence')}</h3>` : ''}
${listHtml(one.presence.map((was) => html`${words('data-presence-one', { activity: was.activity, day: day(was.on) })}`))}
<h3>${words('data-rounds')}</h3>
${one.rounds.length === 0 ? html`<p>${words('data-no-rounds')}</p>` : html`<p><small>${words('data-erase-one-along')}</small></p>`}
${one.rounds.map((round) => roundHtml(round, { organisation: one.name, words, day, way }))}</article>`
}

const listHtml = (items: Html[]): Html | string =>
  items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : ''

type Told = { organisation: string; words: Words; day: Day; way: Way }

function roundHtml(round: MyRound, told: Told): Html {
  const { words, day } = told
  const asked = round.answers.filter((answer) => answer.status !== 'not_asked')
  return html`<section><h4>${words('data-round', { activity: round.activity, day: day(round.on) })}${round.theme ? html`<br>${round.theme}` : ''}</h4>
${round.state === 'digested' ? html`<p><small>${words('data-round-digested')}</small></p>` : ''}
${listHtml(asked.map((answer) => answerHtml(round, answer, told)))}</section>`
}

function answerHtml(round: MyRound, answer: MyAnswer, told: Told): Html {
  const { words, day, way } = told
  const held = answer.status === 'answered' || answer.status === 'dont_know' || answer.status === 'declined'
  return html`<p><strong>${answer.asked}</strong></p>
${saidHtml(answer, words)}
${answer.quote ? quoteHtml(answer.quote, told) : ''}
${held ? html`<p><small>${words('data-answered-on', { day: day(answer.on) })}</small></p>` : ''}
${
  held
    ? html`<form method="post" action="${way.base}/wis"><input type="hidden" name="run" value="${round.run}"><input type="hidden" name="question" value="${answer.question}">
<button data-role="control" aria-label="${words('data-erase-one-of', { question: answer.asked }).replace(ISOLATES, '')}">${words('data-erase-one')}</button></form>`
    : ''
}`
}

/** What goes to the channel, word for word, with what can be said of it. */
function quoteHtml(quote: MyQuote, { organisation, words, way }: Told): Html {
  const asked = quote.state === 'asked'
  const said =
    quote.form === 'paraphrase' ? words('data-quote-paraphrase') : words(`data-quote-${quote.state}`, { organisation })
  const button = (says: 'ja' | 'nee', key: string) =>
    html`<button name="zegt" value="${says}" data-role="option">${words(key)}</button>`
  return html`<p>${said}</p><blockquote><p dir="auto">${quote.text}</p></blockquote>
<form method="post" action="${way.base}/citaat"><input type="hidden" name="citaat" value="${quote.id}">
${asked ? html`${button('ja', 'quote-yes')} ${button('nee', 'quote-no')}` : button('nee', 'quote-undo')}</form>`
}

function saidHtml(answer: MyAnswer, words: Words): Html {
  if (answer.status !== 'answered') return html`<p>${words(`data-status-${answer.status}`)}</p>`
  if (answer.codes.length > 0) {
    const chosen = answer.codes.map(({ says }) => says).join(', ')
    return html`<p>${words('data-status-open', { answer: chosen })}</p>`
  }
  if (answer.text === null) return html`<p>${words('data-status-typed-gone')}</p>`
  return html`<p>${words('data-status-typed')}</p><blockquote><p dir="auto">${answer.text}</p></blockquote>`
}

function dayIn({ language }: MyData): Day {
  return (date) => Temporal.PlainDate.from(date).toLocaleString(LOCALES[language], { dateStyle: 'long' })
}

/** Day before month, and western digits, everywhere. */
const LOCALES = { nl: 'nl-BE', 'nl-plain': 'nl-BE', en: 'en-GB', fr: 'fr-BE', ar: 'ar-u-nu-latn' }
const ISOLATES = /[\u2066-\u2069]/g
