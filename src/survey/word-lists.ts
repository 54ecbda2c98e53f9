/** Word lists for the tips about readability, per language. Short on purpose: a tip that is wrong costs trust. */
import type { FullLanguage } from './question-set.ts'

/** Words in one sentence, at most. French says the same in more words. */
export const MOST_WORDS: Record<FullLanguage, number> = { nl: 12, en: 13, fr: 14, ar: 12 }

/** Letters from which a word is long: Dutch joins words together, Arabic does not have such words. */
export const LONG_WORD: Record<FullLanguage, number> = { nl: 16, en: 15, fr: 16, ar: 14 }

/** The beginnings of words that belong to policy and not to young people. */
const beginsWith = (...stems: string[]) => new RegExp(`^(?:[ldjmtsncq]'|qu')?(?:${stems.join('|')})`, 'u')
/** In Arabic the article and a preposition stand before the word, as one. */
const beginsWithArabic = (...stems: string[]) => new RegExp(`^(?:[وفبكل]?ال|لل|[وبل])?(?:${stems.join('|')})`, 'u')

export const HARD: Record<FullLanguage, RegExp> = {
  nl: beginsWith(
    ...['impact', 'participati', 'participeer', 'reflect', 'competenti', 'engagement', 'faciliteer', 'evalu'],
    ...['empower', 'autonom', 'inclusi', 'diversiteit', 'maatschappelijk', 'welbevinden', 'weerba', 'veerkracht'],
    ...['perspectief', 'interacti', 'problematiek', 'thematiek', 'doelstelling', 'constructief', 'effectief'],
    ...['relevant', 'significant', 'indicator', 'proactief', 'zelfredzaam', 'ontplooi', 'stimuleer', 'integrati'],
    ...['teneinde', 'desalniettemin', 'aangaande', 'omtrent', 'inzake', 'middels', 'alsmede', 'derhalve', 'indien'],
    ...['mits', 'aangezien', 'dien(?:t|en)$', 'tevens', 'echter', 'voornamelijk', 'desbetreffende', 'betreffende'],
  ),
  en: beginsWith(
    ...['impact', 'participat', 'reflect', 'competenc', 'engagement', 'facilitat', 'evaluat', 'empower', 'autonom'],
    ...['inclusi', 'diversity', 'societal', 'wellbeing', 'well-being', 'resilien', 'perspective', 'interacti'],
    ...['objective', 'constructive', 'effective', 'relevant', 'significant', 'indicator', 'proactive', 'integrat'],
    ...['regarding', 'concerning', 'therefore', 'furthermore', 'nevertheless', 'whereas', 'additional', 'enhance'],
  ),
  fr: beginsWith(
    ...['impact', 'participati', 'réflexion', 'compétence', 'engagement', 'facilite', 'évalu', 'empower', 'autonomi'],
    ...['inclusi', 'diversité', 'sociétal', 'bien-être', 'résilien', 'perspective', 'interacti', 'problématique'],
    ...['thématique', 'objectif', 'constructi', 'efficac', 'pertinen', 'significati', 'indicateur', 'épanoui'],
    ...['concernant', 'néanmoins', 'toutefois', 'cependant', 'davantage', 'notamment', 'quant$', 'préalable'],
  ),
  ar: beginsWithArabic(
    ...['تمكين', 'تقييم', 'مشاركة مجتمعية', 'كفاء', 'استراتيج', 'اندماج', 'مرونة نفسية', 'تفاعلي', 'منظور'],
    ...['مؤشر', 'إشكالي', 'استقلالية', 'فعالية', 'تداعيات', 'انعكاس'],
  ),
}

const phrase = (...phrases: string[]) => new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'u')

/** Figures of speech, and "suppose that": who takes words as they are, cannot answer. */
export const SPEECH: Record<FullLanguage, RegExp> = {
  nl: phrase(
    ...['(?:goed|lekker) in je vel', 'je ei kwijt', 'je hart luchten', 'uit de verf', 'je draai (?:gevonden|vinden)'],
    ...['over de streep', 'uit je comfortzone', 'je grenzen verleg\\p{L}*', 'op je honger', 'met beide voeten'],
    ...['stel dat', 'stel je voor', 'met betrekking tot', 'ten aanzien van', 'in hoeverre', 'in welke mate'],
  ),
  en: phrase(
    ...['comfort zone', 'off your chest', 'find your feet', 'in your shoes', 'out of the box', 'on the same page'],
    ...['imagine', 'suppose', 'to what extent', 'with regard to', 'in terms of'],
  ),
  fr: phrase(
    ...['bien dans ta peau', 'dans ton assiette', 'zone de confort', 'vider ton sac', 'sur la même longueur'],
    ...['imagine que', 'suppose que', 'dans quelle mesure', 'par rapport à', 'en termes de', 'au niveau de'],
  ),
  ar: phrase('إلى أي مدى', 'فيما يتعلق', 'بالنسبة إلى مدى', 'تخيّل', 'لنفترض', 'منطقة الراحة'),
}

/** Words that make a question more than one for yes or no. */
export const QUESTION_WORDS: Record<FullLanguage, RegExp> = {
  nl: /^(?:(?:van|met|op|in|aan|bij|over|uit|voor) )?(?:wat|wie|waar\p{L}*|wanneer|hoe\p{L}*|welke?)(?!\p{L})/u,
  en: /^(?:(?:with|on|in|at|for|about|from) )?(?:what|who|where|when|why|how|which)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:qu'est-ce|quoi|qui est-ce|comment|combien|pourquoi|où|quand|quel(?:le)?s?|que)(?!\p{L})/u,
  ar: /^(?:ما|ماذا|من|كيف|أين|متى|لماذا|كم|أي|بماذا|مع من)(?!\p{L})/u,
}

/** Negations, as the source of a pattern. */
export const NEGATIONS: Record<FullLanguage, string> = {
  nl: '(?<!\\p{L})(?:niet|geen|nooit|niets|niks|niemand|nergens|zonder|tenzij|behalve)(?!\\p{L})',
  en: "(?<!\\p{L})(?:not|no|never|nothing|nobody|none|nowhere|without|unless|except|\\p{L}+n't)(?!\\p{L})",
  fr: "(?<!\\p{L})(?:ne(?=\\s)|n'(?=\\p{L})|sans|sauf|à moins)",
  ar: '(?<!\\p{L})(?:لا|لم|لن|ليس|ليست|ألم|أليس|ألا|غير|بدون|إلا)(?!\\p{L})',
}

/** Where another clause begins: a negation behind it is about something else than the question. */
export const SUBCLAUSE: Record<FullLanguage, RegExp> = {
  nl: /(?<!\p{L})(?:die|dat|wat|wie|waar\p{L}*|als|omdat|toen|terwijl|zodat|of|hoe)(?!\p{L})/u,
  en: /(?<!\p{L})(?:that|who|what|where|when|because|if|while|whether|how|you would)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:que|qu'|qui|quand|parce|si|où|dont)(?!\p{L})/u,
  ar: /(?<!\p{L})(?:الذي|التي|الذين|أن|لأن|عندما|إذا|حين|لم يكن|ما)(?!\p{L})/u,
}

/** Pairs that are one thing. */
export const FIXED_PAIRS: Record<FullLanguage, RegExp> = {
  nl: /(?<!\p{L})(?:hier en daar|af en toe|nu en dan|heen en weer|dag en nacht|tussen [^?]* en)(?!\p{L})/gu,
  en: /(?<!\p{L})(?:here and there|now and then|friends and family|back and forth|between [^?]* and)(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:et toi|de temps en temps|ici et là|entre [^?]* et)(?!\p{L})/gu,
  ar: /(?!)/gu,
}
