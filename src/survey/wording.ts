/**
 * Rules about the words of a question, as patterns. They look for whole phrases in Dutch, English and French,
 * because a single word ("stem", "school", "moslim") is often harmless and a false alarm costs trust.
 */
import type { LocalText } from './question-set.ts'

/** What a text may hold between braces; filled in when the card is made. */
export const PLACEHOLDERS = ['activity', 'theme', 'organisation'] as const

/** What a question may not be about: who somebody is (to be found out from the answers), or what they think of a theme. */
export type Forbidden = 'identity' | 'opinion'

/** The first forbidden subject of a text, looked for in each of its languages; null when there is none. */
export function forbiddenIn(text: LocalText): { subject: Forbidden; language: keyof LocalText; phrase: string } | null {
  for (const language of ['nl', 'en', 'fr'] as const) {
    const plain = plainOf(text[language] ?? '')
    for (const subject of ['identity', 'opinion'] as const) {
      const hit = PHRASES[subject][language].exec(plain)
      if (hit) return { subject, language, phrase: hit[0].trim() }
    }
  }
  return null
}

/** True when these option words ask for a gender, whatever the question says. */
export const asksGender = (labels: string[]): boolean =>
  labels.filter((label) => GENDERS.test(plainOf(label))).length >= 2

/** True when an aspect is more than one: two sentences, or a second question joined to the first. */
export function isTwofold(aspect: string): boolean {
  const text = plainOf(aspect.replace(ABBREVIATIONS, '')).trim()
  return SECOND_SENTENCE.test(text) || JOINED.test(text)
}

/** True when a second question is joined to the first: "and how …". */
export const joinsQuestions = (question: string): boolean => JOINED.test(plainOf(question))

const plainOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')

/** A phrase stands on its own: no letter directly before or behind it. */
const whole = (...phrases: string[]) => new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'u')

const JE = '(?:je|jij|jouw|jullie|u|uw)'
const TON = '(?:ton|ta|tes|votre|vos)'

const PHRASES: Record<Forbidden, Record<'nl' | 'en' | 'fr', RegExp>> = {
  identity: {
    nl: whole(
      `hoe heet ${JE}`,
      `(?:wat|hoe) is ${JE} (?:eigen )?(?:voornaam|achternaam|familienaam|naam|roepnaam)`,
      `(?:vul|schrijf|geef|typ|zeg)[^.?]* ${JE} (?:voornaam|achternaam|familienaam|naam)(?! niet)`,
      `wat is ${JE} leeftijd`,
      `${JE} (?:telefoonnummer|gsm-nummer|e-mailadres|mailadres|adres|postcode|geboortedatum|geboortejaar|geboorteplaats|geslacht|gender|genderidentiteit|nationaliteit|afkomst|herkomst|etniciteit|huidskleur|moedertaal|thuistaal|thuisland|geloof|godsdienst|religie|geaardheid|seksuele geaardheid|seksuele voorkeur|seksualiteit|beperking|handicap|diagnose|stoornis|verblijfsstatus)`,
      `hoe oud ben ${JE}`,
      `(?:wanneer|waar|in welk(?:e)? (?:jaar|land|stad)) (?:ben|zijn) ${JE} geboren`,
      'welke leeftijd',
      'welk geslacht',
      'welke (?:nationaliteit|afkomst|herkomst|godsdienst|religie)',
      'welk geloof',
      `(?:ben|voel) ${JE} (?:je )?(?:een )?(?:jongen|meisje|man|vrouw|non-binair|trans(?:gender)?|homo|lesbisch|lesbienne|hetero|bi(?:seksueel)?|queer|holebi|moslim(?:a)?|christen|katholiek|joods|jood|hindoe|boeddhist|atheïst|gelovig|doof|slechthorend|autistisch|gehandicapt)`,
      `op wie (?:val|word) ${JE}`,
      `(?:val|vallen) ${JE} op`,
      `heb(?:ben)? ${JE} (?:een )?(?:beperking|handicap|diagnose|stoornis|autisme|adhd|add|gehoorbeperking)`,
      `(?:van )?waar (?:komen|kom) ${JE} (?:oorspronkelijk )?vandaan`,
      `waar (?:zijn|komen) ${JE} (?:ouders|familie) (?:geboren|vandaan)`,
      `(?:uit|van) welk land (?:ben|kom|komen) ${JE}`,
      `welke taal (?:spreek|spreken|praat) ${JE} thuis`,
      `(?:op|in|naar) welke school`,
      `welke school`,
      `welk(?:e)? (?:studie)?richting (?:volg|doe|studeer)`,
      `waar (?:woon|wonen) ${JE}`,
      `waar (?:zit|ga) ${JE} (?:op|naar) school`,
    ),
    en: whole(
      'how old are you',
      "what(?:'s| is) your (?:first |last |full |real )?name",
      'what are you called',
      '(?:write|type|give|tell)[^.?]* your (?:first |last |full )?name',
      "what(?:'s| is) your age",
      'your (?:date of birth|birth ?date|birthday|gender|sex|gender identity|nationality|ethnicity|ethnic background|race|skin colou?r|religion|faith|sexual orientation|sexuality|disability|diagnosis|phone number|address|e-?mail(?: address)?)',
      '(?:when|where|in which (?:year|country)) were you born',
      '(?:which|what) school',
      'where do you go to school',
      'where (?:are you|do you come|is your family|are your parents)(?: \\p{L}+)? from',
      'where do you live',
      'are you (?:an? )?(?:boy|girl|man|woman|male|female|non-?binary|trans(?:gender)?|gay|lesbian|straight|bi(?:sexual)?|queer|muslim|christian|catholic|jewish|jew|hindu|buddhist|atheist|religious|deaf|autistic|disabled)',
      'do you have (?:an? )?(?:disability|diagnosis|autism|adhd|add|hearing loss)',
      'who are you attracted to',
      'what language do you speak at home',
    ),
    fr: whole(
      "comment (?:tu t'appelles|t'appelles-tu|vous appelez-vous)",
      "tu t'appelles comment",
      `(?:quel est|écris|donne|indique) ${TON} (?:prénom|nom|nom de famille|âge)`,
      `${TON} (?:date de naissance|genre|sexe|identité de genre|nationalité|origine|origines|ethnie|couleur de peau|religion|foi|orientation sexuelle|sexualité|handicap|diagnostic|numéro de téléphone|adresse|adresse e-?mail)`,
      '(?:quel âge|tu as quel âge)',
      '(?:quand|où|en quelle année|dans quel pays) (?:es-tu|tu es|êtes-vous) née?(?:[·.]e)?',
      "d'où (?:viens-tu|tu viens|venez-vous)",
      "tu viens d'où",
      'quelle (?:est la )?(?:école|nationalité|religion)',
      '(?:où|à quelle école) (?:habites-tu|tu habites|vas-tu)',
      '(?:es-tu|tu es|êtes-vous) (?:une? )?(?:garçon|fille|homme|femme|non-binaire|trans(?:genre)?|gay|homo(?:sexuel(?:le)?)?|lesbienne|hétéro|bi(?:sexuel(?:le)?)?|queer|musulmane?|chrétien(?:ne)?|catholique|juif|juive|hindou|bouddhiste|athée|croyante?|sourde?|autiste|handicapée?)',
      '(?:as-tu|tu as|avez-vous) (?:un |une )?(?:handicap|diagnostic|trouble|autisme|tdah)',
      'quelle langue (?:parles-tu|tu parles) à la maison',
    ),
  },
  opinion: {
    nl: whole(
      `wat (?:vind|vinden|denk|denken) ${JE} (?:zelf )?(?:van|over)`,
      `wat is ${JE} (?:mening|standpunt|opinie)`,
      `${JE} (?:mening|standpunt) over`,
      `ben ${JE} (?:het )?(?:voor of tegen|(?:eens|oneens) met|voorstander|tegenstander)`,
      'voor of tegen',
      'eens of oneens',
      `ben ${JE} (?:politiek )?(?:links|rechts)`,
      `(?:op|voor) (?:wie|welke partij) (?:zou|zal|stem|stemde|heb) ${JE}`,
      'welke (?:politieke )?partij',
      '(?:vind|vinden|denk|denken|geloof) (?:je|jij|jullie|u)[^.?]*\\{theme\\}',
    ),
    en: whole(
      'what do you think (?:of|about)',
      'how do you feel about \\{theme\\}',
      '(?:your|an) opinion (?:on|of|about)',
      "what(?:'s| is) your (?:opinion|view|position)",
      'do you (?:dis)?agree (?:with|that)',
      'for or against',
      'agree or disagree',
      '(?:who|which party) (?:do|did|would|will) you vote',
      '(?:which|what) political party',
      'do you (?:think|believe)[^.?]*\\{theme\\}',
    ),
    fr: whole(
      "(?:que penses-tu|qu'est-ce que tu penses|tu penses quoi|que pensez-vous)",
      `${TON} (?:avis|opinion) (?:sur|à propos)`,
      `quel(?:le)? est ${TON} (?:avis|opinion|position)`,
      "(?:es-tu|tu es|êtes-vous) (?:d'accord|pour ou contre)",
      'pour ou contre',
      "d'accord ou pas",
      'pour qui (?:votes-tu|tu votes|voterais-tu|as-tu voté)',
      'quel parti(?: politique)?',
      'tu (?:penses|crois)[^.?]*\\{theme\\}',
    ),
  },
}

const GENDERS =
  /^(?:een |a |un |une )?(?:jongen|meisje|man|vrouw|boy|girl|male|female|woman|garçon|fille|homme|femme|non-?binair|non-?binary|non-binaire)$/u

/** Points that do not end a sentence. */
const ABBREVIATIONS = /(?<!\p{L})(?:bv|bijv|o\.a|m\.a\.w|d\.w\.z|enz|nl|e\.g|i\.e|etc|p\.ex|c\.-à-d|cf|st)\./giu

const SECOND_SENTENCE = /[.?!؟。]\s+\S*[\p{L}\p{N}]|[;؛\n]\s*\S|\?\S*\p{L}/u

/**
 * A question word behind a conjunction. Words that also open a relative clause (waar, wie, who, which, que, qui …)
 * stay out, and so does a pair such as "waar en wanneer", which is one question.
 */
const JOINED = whole(
  '(?<!(?:wat|hoe|waar|wie|wanneer|waarom) )(?:en|of|maar|alsook) (?:ook )?(?:wat|hoe|hoeveel|waarom|waardoor|wanneer|welke?|of (?:ze|zij|jongeren))',
  '(?<!(?:what|how|where|who|when|why) )(?:and|or|but) (?:also )?(?:what|how|why|whether)',
  "(?<!(?:quoi|comment|où|qui|quand|pourquoi) )(?:et|ou|mais) (?:aussi )?(?:quoi|comment|combien|pourquoi|quel(?:le)?s?|est-ce|qu'est-ce)",
  'و(?:كيف|ماذا|لماذا|هل|أين|متى)',
)
