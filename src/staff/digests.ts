/** Digests in private: reading one again, how a question went over time, posting it anew, giving it to the coach. */
import type { Choice } from '../channels/port.ts'
import { textIn } from '../digest/labels.ts'
import { digestPicture } from '../digest/picture.ts'
import { renderTrends } from '../digest/render-trend.ts'
import { digestImage, trendImage } from '../pictures/digest-image.ts'
import { isWithCoach, newestDigests, surveyOverTime, type Whose } from '../rounds/digest-list.ts'
import { readDigestMessage } from '../rounds/digest-message.ts'
import { digestPrompt, drawn } from '../rounds/send-digest.ts'
import { noteInbound } from '../store/replies.ts'
import { digestName } from './digest-name.ts'
import { waysOnPage } from './on-page.ts'
import { mayNot, refuse } from './refuse.ts'
import { type Area, buttonOf, type StaffTurn } from './turn.ts'

/** `t.d.<letter>.<digest>`; a capital letter is the yes to what the small one asked. */
export const digests: Area = {
  code: 'd',
  async open(turn) {
    if (!turn.may('digest.read')) return mayNot(turn)
    if (turn.inbound.type === 'place-command' && turn.place && (await postHere(turn, turn.place))) return
    await showList(turn)
  },
  async tap(turn, [letter, id = '']) {
    if (!turn.may('digest.read')) return mayNot(turn)
    if (letter === undefined) return showList(turn)
    const step = STEPS[letter]
    return step ? step(turn, id) : turn.remark('notice-stale')
  },
}

const STEPS: Record<string, (turn: StaffTurn, id: string) => Promise<void>> = {
  v: showDigest,
  o: showOverTime,
  s: askShare,
  S: share,
}

/** In a place that results go to, the command posts the newest digest there once more. @returns false anywhere else */
async function postHere(turn: StaffTurn, place: NonNullable<StaffTurn['place']>): Promise<boolean> {
  const { ground, organisation, inbound } = turn
  const [newest] = await newestDigests(ground, organisation.id, 1, whoseOf(turn))
  if (!newest) return false
  // Delivered again, the command would post it twice.
  if (!(await noteInbound(ground.store.pool, inbound, ground.clock.now().toString().slice(0, 10)))) return true
  const posted = await turn.rooms.desk.repostDigest(turn.staffId, organisation.id, newest.id, place)
  if (posted.ok) turn.remark('digests-posted')
  return posted.ok
}

async function showList(turn: StaffTurn): Promise<void> {
  const { words, ground, organisation } = turn
  const newest = await newestDigests(ground, organisation.id, MOST_LISTED, whoseOf(turn))
  turn.say({
    lines: [
      { text: words('digests-title', { organisation: organisation.name }), style: 'strong' },
      { text: words(newest.length > 0 ? 'digests-pick' : 'digests-none') },
    ],
    choices: [
      ...newest.map(
        ({ id, content }): Choice => ({
          data: buttonOf('d', 'v', id),
          label: digestName(content, turn.language),
          role: 'option',
        }),
      ),
      { data: buttonOf('m'), label: words('staff-menu-open'), role: 'control' },
    ],
  })
}

async function showDigest(turn: StaffTurn, id: string): Promise<void> {
  const { words, ground, organisation, language } = turn
  const found = (await mayRead(turn, id)) ? await readDigestMessage(ground, organisation.id, id) : null
  if (!found) return turn.remark('notice-stale')
  const { content, feedback } = found
  const prompt = digestPrompt(id, content, feedback, language)
  const image = turn.inbound.channel === 'web' ? null : await drawn(ground, () => digestImage(content, language))
  const mayShare = !turn.withCoach && turn.may('digest.share') && !(await isWithCoach(ground, organisation.id, id))
  turn.say({
    lines: prompt.lines,
    ...(image ? { image } : {}),
    choices: [
      ...(digestPicture(content, language) ? waysOnPage(turn, [{ path: `#overzicht-${id}`, key: 'page-figure' }]) : []),
      ...(turn.may('feedback.write') ? prompt.choices : []),
      ...(content.together ? [] : [control('o', id, words('digests-over-time'))]),
      ...(mayShare ? [control('s', id, words('digests-share'))] : []),
      { data: buttonOf('d'), label: words('digests-back'), role: 'control' },
    ],
  })
}

async function showOverTime(turn: StaffTurn, id: string): Promise<void> {
  const { words, ground, organisation, language } = turn
  const survey = (await mayRead(turn, id)) ? await surveyOverTime(ground, organisation.id, id, whoseOf(turn)) : null
  if (!survey) return turn.remark('notice-stale')
  const aspect = textIn(survey.aspect, language)
  const [first] = survey.trends
  const image =
    first && turn.inbound.channel !== 'web' ? await drawn(ground, () => trendImage(first, aspect, language)) : null
  turn.say({
    lines: renderTrends(survey.trends, aspect, language),
    ...(image ? { image } : {}),
    choices: [
      ...(first ? waysOnPage(turn, [{ path: `#tijd-${survey.surveyId}`, key: 'page-figure' }]) : []),
      control('v', id, words('digests-back')),
    ],
  })
}

async function askShare(turn: StaffTurn, id: string): Promise<void> {
  const { words, ground, organisation, language } = turn
  if (!turn.may('digest.share')) return mayNot(turn)
  const found = await readDigestMessage(ground, organisation.id, id)
  if (!found) return turn.remark('notice-stale')
  turn.say({
    lines: [
      { text: words('digests-share-sure', { digest: digestName(found.content, language) }), style: 'strong' },
      { text: words('digests-share-how') },
    ],
    choices: [control('S', id, words('digests-share-yes')), control('v', id, words('digests-share-no'))],
  })
}

async function share(turn: StaffTurn, id: string): Promise<void> {
  if (!turn.may('digest.share')) return mayNot(turn)
  const shared = await turn.rooms.desk.shareDigest(turn.staffId, turn.organisation.id, id)
  if (!shared.ok) return refuse(turn, shared)
  turn.remark('digests-shared')
}

/** Who is only the coach here has what the coach was given, as on a page. */
const whoseOf = ({ offices }: StaffTurn): Whose => (offices.every(({ role }) => role === 'coach') ? 'coach' : 'all')

const mayRead = async (turn: StaffTurn, id: string): Promise<boolean> =>
  whoseOf(turn) === 'all' || isWithCoach(turn.ground, turn.organisation.id, id)

const control = (letter: string, id: string, label: string): Choice => ({
  data: buttonOf('d', letter, id),
  label,
  role: 'control',
})

const MOST_LISTED = 8
