/** The survey of the measurement: three questions, the same for every contender. */

export type BenchQuestion = { key: string; text: string; options: { code: string; emoji: string; text: string }[] }

const OPTIONS = [
  { code: 'good', emoji: '😃', text: 'goed' },
  { code: 'between', emoji: '😐', text: 'tussenin' },
  { code: 'not_good', emoji: '🙁', text: 'niet goed' },
]

export const QUESTIONS: BenchQuestion[] = [
  { key: 'feeling', text: 'Hoe voelde je je vandaag?', options: OPTIONS },
  { key: 'together', text: 'Hoe was het samen met de anderen?', options: OPTIONS },
  { key: 'again', text: 'Hoe zou het zijn om dit nog eens te doen?', options: OPTIONS },
]

/** The message of a Bot API call that asks question `index`, or thanks when there is none: as long as a card of Pols. */
export function messageOf(index: number) {
  const question = QUESTIONS[index]
  if (!question)
    return {
      text: DONE,
      parse_mode: 'HTML' as const,
      reply_markup: { inline_keyboard: [[button('Mijn antwoorden aanpassen', 'end', '_change')]] },
    }
  const { key, text, options } = question
  const asides = [
    ['❔ Weet ik niet', '_dk'],
    ['✋ Zeg ik liever niet', '_no'],
    ['Overslaan', '_skip'],
    ['Terug', '_back'],
    ['Stop met vragen', '_stop'],
  ] as const
  return {
    text: `<i>Vraag ${index + 1} van ${QUESTIONS.length}</i>\n<b>${text}</b>`,
    parse_mode: 'HTML' as const,
    reply_markup: {
      inline_keyboard: [
        ...options.map((option) => [button(`${option.emoji} ${option.text}`, key, option.code)]),
        ...asides.map(([label, code]) => [button(label, key, code)]),
      ],
    },
  }
}

/** What a button of `messageOf` carries; null for anything else. */
export function readButton(data: string): { key: string; code: string } | null {
  const [mark, key, code] = data.split('.')
  return mark === 'r' && key !== undefined && code !== undefined ? { key, code } : null
}

const button = (text: string, key: string, code: string) => ({ text, callback_data: `r.${key}.${code}` })

const DONE =
  'Klaar. Dank je wel. We laten je weten wat we ermee doen.\nJe kan je antwoorden nog aanpassen tot de vragen sluiten.'
