/** A proposal, or a word about one, to somebody who may agree or who proposed it: rendered from the store when it is sent. */
import type { Address, Prompt } from '../channels/port.ts'
import type { Organisation } from '../config/organisation.ts'
import { actorOf } from '../dialogue/actors.ts'
import { dayText } from '../dialogue/describe-survey.ts'
import { type Card, newsCard, proposalCard, surveyButton } from '../dialogue/proposal-card.ts'
import { type Proposal, readDescribed, readProposal } from '../dialogue/read-proposal.ts'
import { type News, newsOf } from '../dialogue/tell.ts'
import type { Ground } from '../ground.ts'
import { textIn } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { type Delivery, nonceOf } from './deliver.ts'
import type { Outcome, Row } from './send-row.ts'

export async function sendProposal(
  ground: Ground,
  delivery: Delivery,
  row: Row,
  address: Address | null,
): Promise<Outcome> {
  const organisation = ground.config().organisations.get(row.organisation_id)
  const about = newsOf(row.subject_id ?? '')
  if (!address || !organisation || !about) return { outcome: 'pointless' }
  const prompt = await promptOf(ground, organisation, row, about)
  if (!prompt) return { outcome: 'pointless' }
  const replaces = row.external_cipher ? { replaces: ground.vault.decryptId(row.external_cipher) } : {}
  return delivery.send(address, prompt, { nonce: nonceOf(row.id, 0), ...replaces })
}

async function promptOf(
  ground: Ground,
  organisation: Organisation,
  row: Row,
  { id, news }: { id: string; news: News },
): Promise<Prompt | null> {
  const { language } = organisation
  const prompt = ({ lines, choices }: Card): Prompt => ({ kind: 'notice', language, lines, choices })
  if (news.what === 'paused' || news.what === 'resumed' || news.what === 'stopped') {
    const card = await haltCard(ground, organisation, id, news.what)
    return card && prompt(card)
  }
  const proposal = await readProposal(ground, organisation.id, id)
  if (!proposal) return null
  if (news.what === 'ask') {
    // What is over needs no new message, only an edit of one that stands there.
    if (proposal.state !== 'proposed') {
      const over = proposalCard(proposal, organisation, language, NOTHING)
      return row.external_cipher ? prompt(over) : null
    }
    const rights = await rightsOf(ground, organisation, row.staff_id, proposal)
    return prompt(proposalCard(proposal, organisation, language, rights))
  }
  const card = newsCard(
    proposal,
    organisation,
    language,
    news.what === 'note' ? { noteId: news.noteId } : news.what,
    row.staff_id !== null,
  )
  return card && prompt(card)
}

async function rightsOf(ground: Ground, organisation: Organisation, staffId: string | null, proposal: Proposal) {
  const actor = staffId === null ? null : await actorOf(ground, organisation, staffId)
  if (!actor) return NOTHING
  const own = actor.key !== null && actor.key === proposal.proposed_key
  return { agree: actor.may('survey.agree') && !own, propose: own, own }
}

/** What was agreed is paused, goes on or is over. */
async function haltCard(
  ground: Ground,
  organisation: Organisation,
  agreementId: string,
  how: 'paused' | 'resumed' | 'stopped',
): Promise<Card | null> {
  const agreement = await ground.store.db
    .selectFrom('agreement')
    .select(['survey_id', 'survey_hash', 'ended_at', 'paused_at'])
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', agreementId)
    .executeTakeFirst()
  const state = !agreement ? null : agreement.ended_at ? 'stopped' : agreement.paused_at ? 'paused' : 'resumed'
  // What was undone before it could be told is no news.
  if (!agreement || state !== how) return null
  const survey = await readDescribed(ground, organisation.id, agreement.survey_id, agreement.survey_hash)
  if (!survey) return null
  const { language } = organisation
  const words = wordsFor(language)
  const day = dayText(ground.clock.now(), organisation.timezone, language)
  return {
    lines: [
      { text: words(`agree-told-${how}`, { organisation: organisation.name, day }), style: 'strong' },
      { text: words('agree-about', { aspect: textIn(survey.version.aspect, language) }) },
    ],
    choices: [{ data: surveyButton('one', agreement.survey_id), label: words('agree-look'), role: 'option' }],
  }
}

const NOTHING = { agree: false, propose: false, own: false }
