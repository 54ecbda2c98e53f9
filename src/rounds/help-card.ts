/** The help card: who to talk to, in the person's own country and language, with the ways that need no voice first. */
import type { Choice, Line, Prompt } from '../channels/port.ts'
import type { Helpline, Helplines } from '../config/helplines.ts'
import { fullLanguage, type Language } from '../survey/question-set.ts'
import { type Words, wordsFor } from '../words/words.ts'

export type Country = Helpline['country']

export type HelpCard = {
  country: Country
  language: Language
  /** Null when there is no sound file: then only the number for danger stands there. */
  helplines: Helplines | null
  /** Who of the organisation can be asked for contact: one button each. */
  asks: { organisationId: string; name: string }[]
  /** Every line of the country, for who asked for more. */
  all?: boolean
  /** The person typed something that nobody asked for. */
  notKept?: boolean
}

export function helpPrompt({ country, language, helplines, asks, all, notKept }: HelpCard): Prompt {
  const words = wordsFor(language)
  const own = helplines?.lines.filter((line) => line.country === country) ?? []
  const known = ranked(
    own.filter((line) => !line.emergency),
    language,
  )
  const shown = all ? known : known.slice(0, SHOWN)
  const danger = own.filter((line) => line.emergency).slice(0, all ? undefined : 1)
  const lines: Line[] = [
    { text: words('help-title'), style: 'strong' },
    { text: words('text-no-helpline') },
    ...(notKept ? [{ text: words('help-not-kept') }] : []),
    ...shown.map((line) => ({ text: lineText(line, language, words) })),
    ...(danger.length > 0
      ? danger.map((line) => ({ text: lineText(line, language, words), style: 'strong' as const }))
      : [{ text: words('help-danger'), style: 'strong' as const }]),
  ]
  return {
    kind: 'notice',
    language,
    lines,
    choices: [
      ...shown.flatMap((line) => linkOf(line, words)).slice(0, MOST_LINKS),
      ...asks.map(
        (ask): Choice => ({
          data: `h.c.${ask.organisationId}`,
          label: words('help-ask', { name: ask.name }),
          role: 'option',
        }),
      ),
      ...(known.length > shown.length ? [control(`h.m.${country}`, words('help-more'))] : []),
      control('h.o', words('help-fine')),
    ],
  }
}

const control = (data: string, label: string): Choice => ({ data, label, role: 'control' })

/** Lines in the person's own language come first; the order of the file decides the rest. */
function ranked(lines: Helpline[], language: Language): Helpline[] {
  const speaks = (line: Helpline) => Number(line.languages.some((one) => one === fullLanguage(language)))
  return lines.toSorted((a, b) => speaks(b) - speaks(a))
}

function lineText(line: Helpline, language: Language, words: Words): string {
  const ways = line.ways.toSorted((a, b) => QUIET_FIRST.indexOf(a.way) - QUIET_FIRST.indexOf(b.way))
  const how = new Intl.ListFormat(fullLanguage(language), { type: 'disjunction' }).format(
    ways.map((way) => wayText(way, language, words)),
  )
  const text = words('help-line', { name: line.name, for: line.for[language] ?? line.for.nl, ways: how })
  if (line.emergency || line.languages.some((one) => one === fullLanguage(language))) return text
  const names = new Intl.DisplayNames(fullLanguage(language), { type: 'language' })
  const spoken = line.languages.map((one) => names.of(one) ?? one)
  const list = new Intl.ListFormat(fullLanguage(language), { type: 'conjunction' }).format(spoken)
  return `${text} ${words('help-spoken', { languages: list })}`
}

function wayText(way: Helpline['ways'][number], language: Language, words: Words): string {
  switch (way.way) {
    case 'chat':
      return way.hours ? words('help-chat-hours', { hours: textIn(way.hours, language) }) : words('help-chat')
    case 'mail':
      return words('help-mail')
    case 'app':
      return noted(words('help-app', { name: way.name }), way.note, language)
    case 'phone':
      return words('help-call', { number: way.number })
    case 'sms':
      return noted(words('help-text', { number: way.number }), way.note, language)
    default: {
      const never: never = way
      return never
    }
  }
}

const noted = (text: string, note: Helpline['for'] | undefined, language: Language): string =>
  note ? `${text} (${textIn(note, language)})` : text

const textIn = (text: Helpline['for'], language: Language): string => text[language] ?? text.nl

/** One button a line: its chat, else where one can write. */
function linkOf(line: Helpline, words: Words): Choice[] {
  for (const way of ['chat', 'mail'] as const) {
    const found = line.ways.find((one) => one.way === way)
    if (found && 'url' in found)
      return [{ data: '', label: words(`help-open-${way}`, { name: line.name }), role: 'link', url: found.url }]
  }
  return []
}

/** Ways for who does not hear or does not dare to call come first. */
const QUIET_FIRST = ['chat', 'app', 'mail', 'sms', 'phone']
/** With the one for danger five lines: more is a list that nobody reads. */
const SHOWN = 4
/** Some platforms show no more than five buttons in a row. */
const MOST_LINKS = 10
