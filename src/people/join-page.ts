/** The page behind a join link: the first step that is still to be taken, with what an earlier channel said already. */
import type { Prompt } from '../channels/port.ts'
import type { Ground } from '../ground.ts'
import type { Language } from '../survey/question-set.ts'
import { wordsFor } from '../words/words.ts'
import { ageCodeOf } from './ages.ts'
import { agePrompt, consentPrompt, joinLanguage, languagePrompt, languagesOf, nextStep } from './join-conversation.ts'
import { type JoinFault, readJoinLink } from './join-links.ts'

export type JoinPage = {
  organisation: string
  organisationId: string
  languages: Language[]
  /** True: the prompt itself asks for the language. */
  asksLanguage: boolean
  prompt: Prompt
}

/**
 * @param wanted language of the browser, or the one that was chosen on the page
 * @param chosen whether the person chose it
 */
export async function joinPage(
  ground: Ground,
  token: string,
  wanted: Language,
  chosen: boolean,
): Promise<JoinPage | { fault: JoinFault }> {
  const link = await readJoinLink(ground, token)
  if ('fault' in link) return link
  const organisation = ground.config().organisations.get(link.organisationId)!
  const language = chosen
    ? joinLanguage(organisation, wanted)
    : (link.once?.language ?? joinLanguage(organisation, wanted))
  const age = link.once?.ageBand ? ageCodeOf(link.once.ageBand) : null
  const said = { language: chosen || link.once?.language ? language : null, age }
  const step = nextStep(ground.config(), organisation, 'web', said)
  return {
    organisation: organisation.name,
    organisationId: organisation.id,
    languages: languagesOf(organisation),
    asksLanguage: step === 'language',
    prompt: promptOf(),
  }

  function promptOf(): Prompt {
    if (step === 'language') return languagePrompt(organisation, token, language)
    if (step === 'age' || age === null) return agePrompt(token, language)
    if (step === 'consent') return consentPrompt(organisation, 'web', { token, language, age })
    const text = wordsFor(language)('join-not-here', { organisation: organisation.name })
    return { kind: 'notice', language, lines: [{ text }], choices: [] }
  }
}
