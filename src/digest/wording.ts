/**
 * What our own sentences never say: that something works or was caused by us, that one group is above another, that
 * two figures make a line, that those who answered are everybody. A list of words for each language; a sentence in
 * which one stands is a fault of ours.
 */
import { type FullLanguage, fullLanguage, type Language } from '../survey/question-set.ts'

/** What is wrong with some words, and the words themselves. */
export type WordingFault = { kind: 'cause' | 'ranking' | 'trend' | 'everybody' | 'percentage'; words: string }

/**
 * The faults in a text in one language, in the order of the kinds; none for a text that may be said.
 * Direction isolates are looked through. `percentage` is for small groups only: leave it out where n is large.
 */
export function faultsOfWording(text: string, language: Language): WordingFault[] {
  const plain = text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').normalize('NFC')
  const rules = RULES[fullLanguage(language)]
  return KINDS.flatMap((kind) => [...plain.matchAll(rules[kind])].map(([words]) => ({ kind, words })))
}

const KINDS = ['cause', 'ranking', 'trend', 'everybody', 'percentage'] as const

/** Whole words only; an Arabic word may have `و`, `ف`, `ب`, `ل` or the article in front of it. */
const any = (...words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'giu')
const anyArabic = (...words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])[وف]?[بلك]?(?:ال)?(?:${words.join('|')})(?![\\p{L}])`, 'gu')
const PERCENTAGE = /\d\s*[%٪]|[٠-٩]+\s*٪|\bprocent\b|\bper ?cent\b|\bpour ?cent\b|بالمئة|بالمائة/giu

const RULES: Record<FullLanguage, Record<WordingFault['kind'], RegExp>> = {
  nl: {
    cause: any(
      '(?:het|dat|dit|de activiteit|onze aanpak|jullie aanpak)\\s+(?:echt\\s+|goed\\s+)?werkt',
      '(?:werkt|werkte)\\s+(?:goed|niet|beter|echt)',
      'door (?:ons|onze|jullie werking|de activiteit|de werking|het project)',
      'dankzij',
      'te danken aan',
      'bewijs(?:t|en)?',
      'bewezen',
      'aangetoond',
      'toont aan',
      'zorg(?:t|de|en|den) (?:er)?voor',
      'leid(?:t|de|en|den) tot',
      'veroorzaak(?:t|te|ten)?',
      'als gevolg van',
      'het effect van',
      'de impact van',
      'heeft effect',
      'maakt(?:e)? (?:jongeren|hen|ze) \\p{L}+er',
      'succes(?:vol)?',
    ),
    ranking: any(
      'beter dan',
      'slechter dan',
      'minder goed dan',
      '(?:de|het) (?:beste|slechtste|hoogste|laagste)',
      'best scorende',
      'scoor(?:t|de|den)|score(?:n|s)?',
      'ranglijst',
      'rangschikking',
      'top ?\\d+',
      'klassement',
      'op (?:de )?(?:eerste|tweede|derde|laatste) plaats',
      '(?:boven|onder) het gemiddelde',
      'kampioen',
      'winnaar',
      'koploper',
      'groene? zone|rode? zone',
    ),
    trend: any(
      'trend(?:s)?',
      'stijg(?:t|en|ing|ende)|steeg|stegen|gestegen',
      'da(?:al|alt|len|ling|lende)|gedaald|daalde(?:n)?',
      'toename|afname|toegenomen|afgenomen',
      'vooruitgang|achteruitgang|vooruitgegaan|achteruitgegaan',
      'verbeter(?:d|t|ing|de)|verslechter(?:d|t|ing|de)',
      'groei(?:t|de|end)?',
      'significant(?:e)?',
    ),
    everybody: any(
      '(?:onze|alle) jongeren (?:vinden|voelen|willen|zijn|zeggen|hebben)',
      'de jongeren (?:vinden|voelen)',
      'iedereen (?:vindt|voelt|is|was|zei)',
      'niemand (?:vindt|voelt|was|zei)',
    ),
    percentage: PERCENTAGE,
  },
  en: {
    cause: any(
      '(?:it|this|that|the activity|our approach) (?:really )?works',
      '(?:because of|thanks to|due to|as a result of)',
      'prove(?:s|d|n)?|proof',
      'cause(?:s|d)',
      'leads? to|led to',
      'ma(?:kes|de) (?:young people|them) \\p{L}+er',
      'the (?:effect|impact) of',
      'success(?:ful)?',
    ),
    ranking: any(
      'better than|worse than|less good than',
      'the (?:best|worst|highest|lowest)',
      'scor(?:e|es|ed|ing)',
      'rank(?:s|ed|ing)?',
      'league',
      'top \\d+',
      '(?:first|second|third|last) place',
      '(?:above|below) average',
      'winner|champion',
    ),
    trend: any(
      'trend(?:s|ing)?',
      'increas(?:e|es|ed|ing)',
      'decreas(?:e|es|ed|ing)',
      'ris(?:e|es|ing|en)|rose',
      'f(?:alls|ell|allen)',
      'improv(?:e|es|ed|ing|ement)',
      'worsen(?:s|ed|ing)?',
      'gr(?:ows|ew|owth)',
      'progress',
      'significant(?:ly)?',
    ),
    everybody: any(
      '(?:our|all) young people (?:think|feel|want|are|say|have)',
      'the young people (?:think|feel)',
      'everyone (?:thinks|feels|is|was|said)|everybody (?:thinks|feels|is|was|said)',
    ),
    percentage: PERCENTAGE,
  },
  fr: {
    cause: any(
      '(?:ça|cela|ceci|l.activité|notre approche) (?:fonctionne|marche)',
      'grâce (?:à|au|aux)',
      'à cause de nous|à cause de l.activité',
      'en raison de',
      'prouv(?:e|ent|é|ée|er)|preuve(?:s)?',
      'démontr(?:e|ent|é|ée)',
      'caus(?:e|ent|é|ée) (?:par|de nous)|provoqu(?:e|ent|é|ée)',
      '(?:mène|conduit|aboutit) à',
      'l.(?:effet|impact) (?:de|du)',
      'réussite|succès',
    ),
    ranking: any(
      'mieux que|pire que|moins bien que|meilleur(?:e|s|es)? que',
      '(?:le|la|les) (?:meilleur|pire)(?:e|s|es)?',
      'scor(?:e|es|é)',
      'classement',
      'palmarès',
      'top \\d+',
      '(?:première|deuxième|troisième|dernière) place',
      '(?:au-dessus|en dessous|au-dessous) de la moyenne',
      'gagnant|champion',
    ),
    trend: any(
      'tendance(?:s)?',
      'augment(?:e|ent|é|ée|ation)',
      'diminu(?:e|ent|é|ée|tion)',
      'hausse|baisse|en baisse|en hausse',
      'amélior(?:e|ent|é|ée|ation)',
      'progrès|progress(?:e|é|ion)',
      'croissance',
      'dégrad(?:e|é|ation)',
      'significati(?:f|ve|vement)',
    ),
    everybody: any(
      '(?:nos|tous les) jeunes (?:trouvent|pensent|sentent|veulent|sont|disent)',
      'les jeunes (?:trouvent|pensent)',
      'tout le monde (?:pense|trouve|est|était|dit)',
    ),
    percentage: PERCENTAGE,
  },
  ar: {
    cause: anyArabic(
      'بفضل',
      'فضلنا',
      'بسببنا',
      'سببنا',
      'بسبب',
      'نتيجة ل\\p{L}*',
      'يثبت|تثبت|أثبت|أثبتت|دليل|إثبات',
      'يؤدي إلى|تؤدي إلى|أدى إلى|أدت إلى',
      '(?:له|لها) (?:أثر|تأثير)',
      '(?:أثر|تأثير) (?:النشاط|الحديث|هذا|هذه)',
      'أثّر(?:ت)? (?:في|على)',
      'نجاح|ناجح|ناجحة',
      'ينجح|تنجح|نجح|نجحت',
    ),
    ranking: anyArabic(
      'أفضل من|أسوأ من|أحسن من|أقل جودة من',
      'الأفضل|الأسوأ|الأحسن',
      'ترتيب|تصنيف|مرتبة|مراتب',
      'فائز|فائزة|بطل',
      '(?:فوق|تحت|دون) المتوسط',
    ),
    trend: anyArabic(
      'اتجاه|اتجاهات',
      'ازداد|ازدادت|يزداد|تزداد|ازدياد|زيادة',
      'انخفض|انخفضت|ينخفض|انخفاض',
      'ارتفع|ارتفعت|يرتفع|ارتفاع',
      'تحسن|تحسّن|تحسنت|تحسين|تراجع|تدهور',
      'نمو|تقدم',
    ),
    everybody: anyArabic(
      'شبابنا|شبابُنا',
      'كل الشباب (?:يرون|يشعرون|يريدون|يقولون)|جميع الشباب (?:يرون|يشعرون|يريدون|يقولون)',
      'الجميع (?:يرى|يشعر|يريد|قال)',
    ),
    percentage: PERCENTAGE,
  },
}
