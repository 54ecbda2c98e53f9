/** The card of a joint worksheet, in the place of its partners, or word of it to one of them. */
import type { Address, Choice, Line, Prompt } from '../channels/port.ts'
import type { Joint } from '../dialogue/joint.ts'
import { loseJointPlace, moveJointPlace } from '../dialogue/joint-place.ts'
import { APART, readJoint } from '../dialogue/joint-read.ts'
import { type JointNews, jointSubject } from '../dialogue/joint-tell.ts'
import { fitOnCard, partnerLine, stepHead, stepLines } from '../dialogue/joint-view.ts'
import { JOINT_STEPS } from '../dialogue/sheet-fields.ts'
import { readShareSubject } from '../dialogue/sheet-shares.ts'
import type { Ground } from '../ground.ts'
import type { FullLanguage } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'
import { sendShared } from './send-shared.ts'

/** @param address of the writer, for word in private */
export async function sendJoint(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  if (readShareSubject(row.subject_id)) return sendShared(ground, delivery, row, address)
  const about = jointSubject(row.subject_id ?? '')
  const language = ground.config().organisations.get(row.organisation_id)?.language
  if (!about || !language) return { outcome: 'pointless' }
  // For everybody: what is written apart is not in it before it is shown.
  const joint = await readJoint(ground, about.sheetId)
  if (!joint) return { outcome: 'pointless' }
  if (about.what === 'card') return sendCard(ground, delivery, row, joint, language)
  if (!address) return { outcome: 'pointless' }
  const prompt = newsOf(joint, about.what, language)
  return delivery.send(address, prompt, { nonce: nonceOf(row.id, 0), ...replacing(ground, row) })
}

async function sendCard(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  joint: Joint,
  language: FullLanguage,
): Promise<Outcome> {
  const { place: cipher } = (row.notice ?? {}) as { place?: string }
  if (!cipher) return { outcome: 'pointless' }
  const place = ground.vault.decryptAddress(cipher)
  const put = (prompt: Prompt) => delivery.send(place, prompt, { nonce: nonceOf(row.id, 0), ...replacing(ground, row) })
  const stays = await standsAt(ground, joint.id, ground.vault.hashAddress(place))
  const open = stays && (await delivery.isPublic(place))
  if (open === 'unknown') return { outcome: 'later', at: ground.clock.now().add({ seconds: 30 }) }
  if (!stays || open) {
    // Anybody could read along there by now: the words go, also where they stood already.
    if (open) await loseJointPlace(ground, place)
    if (!open && !row.external_cipher) return { outcome: 'pointless' }
    const gone = await put(lastWords(joint, language, open ? 'joint-place-public' : 'joint-farewell'))
    return gone.outcome === 'later' && !open ? gone : { outcome: 'pointless' }
  }
  const sent = await put(cardOf(joint, language))
  if (sent.outcome === 'gone') await loseJointPlace(ground, place)
  if (sent.outcome !== 'moved') return sent
  await moveJointPlace(ground, place, sent.to)
  return { outcome: 'later', at: ground.clock.now() }
}

/** One step; the partners go forward and back on it, and write by their own conversation with us. */
export function cardOf(joint: Joint, language: FullLanguage): Prompt {
  const words = wordsFor(language)
  const index = JOINT_STEPS.findIndex(({ key }) => key === joint.step)
  const closed = joint.state === 'closed'
  const go = (to: number, key: string): Choice => ({
    data: ['w', 'j', 'n', joint.id, index, to].join('.'),
    label: words(key),
    role: 'control',
  })
  const choices: Choice[] = closed
    ? []
    : [
        { data: ['w', 'j', 'w', joint.id, joint.step].join('.'), label: words('joint-write'), role: 'option' },
        ...(index > 0 ? [go(index - 1, 'joint-before')] : []),
        ...(index < JOINT_STEPS.length - 1 ? [go(index + 1, 'joint-next')] : []),
      ]
  return {
    kind: 'notice',
    language,
    lines: [
      ...stepHead(joint, joint.step, words),
      ...fitOnCard(stepLines(joint, joint.step, words), words),
      partnerLine(joint, words),
      { text: words(closed ? 'joint-closed' : 'joint-foot'), style: 'quiet' },
    ],
    choices: [...choices, { data: ['w', 'j', 'h', joint.id].join('.'), label: words('joint-all'), role: 'control' }],
    silent: true,
  }
}

/** What stands in place of a card that left; nothing follows it. */
function lastWords(joint: Joint, language: FullLanguage, key: string): Prompt {
  const words = wordsFor(language)
  const lines: Line[] = [{ text: words('joint-title', { title: joint.title }), style: 'strong' }, { text: words(key) }]
  return {
    kind: 'notice',
    language,
    lines: key === 'joint-farewell' ? lines : lines.slice(1),
    choices: [],
    silent: true,
  }
}

function newsOf(joint: Joint, news: JointNews, language: FullLanguage): Prompt {
  const words = wordsFor(language)
  const look: Choice = {
    data: ['w', 'j', 's', joint.id, news === 'revealed' ? APART : joint.step].join('.'),
    label: words('joint-look'),
    role: 'option',
  }
  return {
    kind: 'notice',
    language,
    lines: [
      { text: words('joint-title', { title: joint.title }), style: 'strong' },
      { text: words(`joint-news-${news}`) },
    ],
    choices: news === 'off' ? [] : [look],
  }
}

async function standsAt(ground: Ground, sheetId: string, addressHash: string): Promise<boolean> {
  const row = await ground.store.db
    .selectFrom('joint_sheet')
    .select('id')
    .where('id', '=', sheetId)
    .where('address_hash', '=', addressHash)
    .executeTakeFirst()
  return row !== undefined
}

const replacing = (ground: Ground, { external_cipher }: Row) =>
  external_cipher ? { replaces: ground.vault.decryptId(external_cipher) } : {}
