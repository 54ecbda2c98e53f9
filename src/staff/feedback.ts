/** "Jullie zeiden, wij doen", written in private in three steps, read over as young people will read it, and sent once. */
import type { Choice, Line } from '../channels/port.ts'
import { feedbackPrompt, MOST_CHARACTERS, readFeedback, readSentence } from '../dialogue/feedback.ts'
import { faultsOfWording } from '../digest/wording.ts'
import { unansweredDigests } from '../rounds/digest-list.ts'
import { readDigestMessage } from '../rounds/digest-message.ts'
import { FULL_LANGUAGES, type FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { digestName } from './digest-name.ts'
import { type Draft, keepDraft, nextStep, readDraft, STEPS, type Step, withSentence } from './feedback-draft.ts'
import { mayNot, refuse } from './refuse.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

/**
 * `t.f`: which digest. `t.f.<digest>`: on with it. Behind that: `w.<language>.<step>` a sentence to write, `n.<language>`
 * nothing that cannot be done, `a` from the start, `x` throw away, `S` send.
 */
export const feedback: Area = {
  code: 'f',
  async open(turn) {
    if (!turn.may('feedback.write')) return mayNot(turn)
    await showList(turn)
  },
  async tap(turn, [digestId, letter, language, step]) {
    if (!turn.may('feedback.write')) return mayNot(turn)
    if (digestId === undefined) return showList(turn)
    const about = await readAbout(turn, digestId)
    if (!about) return
    const draft = await readDraft(turn, digestId)
    if (letter === undefined) return goOn(turn, about, draft)
    if (letter === 'a') return goOn(turn, about, { ...draft, content: {} })
    if (letter === 'x') return throwAway(turn)
    if (letter === 'S') return send(turn, draft)
    if (!isLanguage(language)) return turn.remark('notice-stale')
    if (letter === 'n') return keep(turn, about, withSentence(draft, language, 'cannot', ''))
    return isStep(step) ? ask(turn, about, draft, language, step) : turn.remark('notice-stale')
  },
  async typed(turn, [digestId = '', letter, language, step], text) {
    if (!turn.may('feedback.write')) return mayNot(turn)
    const about = await readAbout(turn, digestId)
    if (!about) return
    if (letter !== 'w' || !isLanguage(language) || !isStep(step)) return turn.remark('notice-stale')
    const draft = await readDraft(turn, digestId)
    const sentence = readSentence(text)
    if (sentence === null) return ask(turn, about, draft, language, step, true)
    await keep(turn, about, withSentence(draft, language, step, sentence))
  },
}

type About = NonNullable<Awaited<ReturnType<typeof readDigestMessage>>> & { id: string }

/** The digest, as long as it can be written about; otherwise that is said. */
async function readAbout(turn: StaffTurn, id: string): Promise<About | null> {
  const found = await readDigestMessage(turn.ground, turn.organisation.id, id)
  if (found?.feedback === 'todo') return { id, ...found }
  turn.remark(found && found.feedback !== 'none' ? 'desk-feedback-sent' : 'notice-stale')
  return null
}

async function showList(turn: StaffTurn): Promise<void> {
  const { words, ground, organisation, language } = turn
  const open = await unansweredDigests(ground, organisation.id, MOST_LISTED)
  turn.say({
    lines: [
      { text: words('answering-title', { organisation: organisation.name }), style: 'strong' },
      { text: words(open.length > 0 ? 'answering-pick' : 'answering-none') },
    ],
    choices: [
      ...open.map(
        ({ id, content }): Choice => ({
          data: buttonOf('f', id),
          label: digestName(content, language),
          role: 'option',
        }),
      ),
      { data: buttonOf('m'), label: words('staff-menu-open'), role: 'control' },
    ],
  })
}

async function keep(turn: StaffTurn, about: About, draft: Draft): Promise<void> {
  await keepDraft(turn, draft)
  await goOn(turn, about, draft)
}

/** The first sentence that is lacking in a language somebody began, Dutch first; else the whole, to be read over. */
async function goOn(turn: StaffTurn, about: About, draft: Draft): Promise<void> {
  for (const language of FULL_LANGUAGES) {
    const step = language === 'nl' || draft.content[language] ? nextStep(draft, language) : null
    if (step) return ask(turn, about, draft, language, step)
  }
  preview(turn, about, draft)
}

async function ask(
  turn: StaffTurn,
  about: About,
  draft: Draft,
  language: FullLanguage,
  step: Step,
  again = false,
): Promise<void> {
  const { words } = turn
  const data = buttonOf('f', about.id, 'w', language, step)
  await keepDraft(turn, draft)
  await turn.expect(data)
  turn.say({
    lines: [
      { text: digestName(about.content, turn.language), style: 'quiet' },
      { text: words(`answering-${step}`, { language: wordsFor(language)('web-language-name') }), style: 'strong' },
      { text: words(again ? 'answering-too-long' : 'answering-how', { most: String(MOST_CHARACTERS) }) },
    ],
    typed: { label: words(`coach-feedback-${step}`), max: MOST_CHARACTERS, data },
    choices: [
      { data, label: words('answering-write'), role: 'write' },
      ...(step === 'cannot'
        ? [{ data: buttonOf('f', about.id, 'n', language), label: words('answering-skip'), role: 'control' as const }]
        : []),
      { data: buttonOf('f', about.id, 'x'), label: words('answering-stop'), role: 'control' },
    ],
  })
}

/** As young people will read it, in each language that was written. */
function preview(turn: StaffTurn, about: About, draft: Draft): void {
  const { words, organisation } = turn
  const content = readFeedback(formOf(draft))
  if (!content) {
    turn.remark('desk-feedback-half')
    return
  }
  const written = FULL_LANGUAGES.filter((language) => draft.content[language])
  const others = organisation.languages.filter((language) => !written.includes(language))
  const texts = written.flatMap((language): Line[] => [
    { text: wordsFor(language)('web-language-name'), style: 'quiet' },
    ...feedbackPrompt(content, about.content, language, organisation.language).lines.map(({ text }) => ({ text })),
  ])
  const claims = written.flatMap((language) =>
    STEPS.flatMap((step) => faultsOfWording(draft.content[language]?.[step] ?? '', language)),
  )
  turn.say({
    lines: [
      { text: words('answering-preview'), style: 'strong' },
      ...texts,
      ...(claims[0] ? [{ text: words('answering-claim', { words: claims[0].words }), style: 'quiet' as const }] : []),
      { text: words('answering-once'), style: 'quiet' },
    ],
    choices: [
      { data: buttonOf('f', about.id, 'S'), label: words('answering-send'), role: 'option' },
      ...others.map(
        (language): Choice => ({
          data: buttonOf('f', about.id, 'w', language, 'said'),
          label: words('answering-also', { language: wordsFor(language)('web-language-name') }),
          role: 'control',
        }),
      ),
      { data: buttonOf('f', about.id, 'a'), label: words('answering-again'), role: 'control' },
      { data: buttonOf('f', about.id, 'x'), label: words('answering-stop'), role: 'control' },
    ],
  })
}

async function send(turn: StaffTurn, draft: Draft): Promise<void> {
  const { desk } = turn.rooms
  const sent = await desk.writeFeedback(turn.staffId, turn.organisation.id, draft.digestId, formOf(draft))
  if (!sent.ok) return refuse(turn, sent)
  await keepDraft(turn, null)
  turn.remark('answering-sent')
}

async function throwAway(turn: StaffTurn): Promise<void> {
  await keepDraft(turn, null)
  turn.remark('answering-stopped')
}

/** As a form would have it: everything there, empty where nothing was written. */
const formOf = ({ content }: Draft) =>
  Object.fromEntries(
    Object.entries(content).map(([language, { said = '', doing = '', cannot = '' }]) => [
      language,
      { said, doing, cannot },
    ]),
  )

const isLanguage = (text: string | undefined): text is FullLanguage => FULL_LANGUAGES.some((one) => one === text)
const isStep = (text: string | undefined): text is Step => STEPS.some((one) => one === text)

const MOST_LISTED = 8
