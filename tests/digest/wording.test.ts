/** The linter on our own sentences: it catches what it should, lets the rest pass, and finds nothing in what we say. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsOfWording, type WordingFault } from '../../src/digest/wording.ts'
import { FULL_LANGUAGES, type FullLanguage } from '../../src/survey/question-set.ts'

const BAD: Record<FullLanguage, [WordingFault['kind'], string][]> = {
  nl: [
    ['cause', 'Dat werkt: minstens 5 van 7 gaan vrolijker naar huis.'],
    ['cause', 'Dankzij de gesprekken voelen ze zich goed.'],
    ['cause', 'De activiteit zorgt voor meer vertrouwen.'],
    ['cause', 'Dit bewijst het nut van de gesprekken.'],
    ['cause', 'Ze voelen zich goed door de activiteit.'],
    ['ranking', 'Deze groep is beter dan de vorige.'],
    ['ranking', 'De hoogste score van dit jaar.'],
    ['ranking', 'Jullie staan op de tweede plaats.'],
    ['trend', 'Er is een trend naar meer tevredenheid.'],
    ['trend', 'Het gevoel stijgt sinds oktober.'],
    ['trend', 'Een duidelijke verbetering.'],
    ['everybody', 'Onze jongeren vinden dit goed.'],
    ['percentage', '62 % zei ja.'],
  ],
  en: [
    ['cause', 'This works for young people.'],
    ['cause', 'They feel good thanks to the talks.'],
    ['cause', 'The activity led to more trust.'],
    ['ranking', 'This group did better than the one before.'],
    ['ranking', 'The highest score this year.'],
    ['trend', 'The feeling increased since October.'],
    ['trend', 'An upward trend.'],
    ['everybody', 'Our young people think this is good.'],
    ['percentage', '62% said yes.'],
  ],
  fr: [
    ['cause', "Grâce à l'activité, ils se sentent bien."],
    ['cause', 'Cela prouve que les discussions sont utiles.'],
    ['cause', "C'est l'effet de l'activité."],
    ['ranking', 'Ce groupe fait mieux que le précédent.'],
    ['ranking', 'Le meilleur résultat de l’année.'],
    ['trend', 'Le sentiment augmente depuis octobre.'],
    ['trend', 'La tendance est bonne.'],
    ['everybody', 'Nos jeunes trouvent cela bien.'],
    ['percentage', '62 % ont dit oui.'],
  ],
  ar: [
    ['cause', 'يشعرون بالراحة بفضل الحديث.'],
    ['cause', 'هذا يثبت فائدة النشاط.'],
    ['cause', 'النشاط يؤدي إلى ثقة أكبر.'],
    ['ranking', 'هذه المجموعة أفضل من السابقة.'],
    ['ranking', 'أنتم في الترتيب الثاني.'],
    ['trend', 'ارتفع الشعور منذ أكتوبر.'],
    ['trend', 'هناك تحسّن واضح.'],
    ['everybody', 'شبابنا يحبون هذا.'],
    ['percentage', 'قال نعم 62٪ منهم.'],
  ],
}

const GOOD: Record<FullLanguage, string[]> = {
  nl: [
    'Antwoorden: 8 van 11 aanwezigen (3 zonder antwoord)',
    'Dit zegt iets over wie antwoordde, niet over alle jongeren.',
    'Waardoor komt dat vooral? Meest gekozen: de activiteit (15 van 30).',
    'vraag 1: lijkt hoger (16 van 20, toen 5 van 20)',
    'Wij plannen een halfuur meer. We werken eraan.',
    'Wat kan een volgende keer beter?',
    'Het gesprek ging over de zaal en het dak.',
  ],
  en: [
    'Answers: 8 of 11 present (3 without an answer)',
    'What is the main reason? Most chosen: the activity (15 of 30).',
    'question 1: looks higher (16 of 20, then 5 of 20)',
    'We are working on it. What could be better next time?',
    'This is about those who answered, not about all young people.',
  ],
  fr: [
    'Réponses : 8 sur 11 personnes présentes (3 sans réponse)',
    "C'est surtout à cause de quoi ? Le plus choisi : l'activité (15 sur 30).",
    'question 1 : semble plus élevé (16 sur 20, alors 5 sur 20)',
    'Ceci concerne les jeunes qui ont répondu, pas tous les jeunes.',
  ],
  ar: [
    'الإجابات: 8 (الحضور: 11، دون إجابة: 3)',
    'ما السبب الرئيسي؟ الأكثر اختيارًا: النشاط (15 من 30).',
    'السؤال 1: يبدو العدد أعلى (16 من 20)',
    'هذا عن الشباب الذين أجابوا، وليس عن كل الشباب.',
  ],
}

test.each(FULL_LANGUAGES.flatMap((language) => BAD[language].map((bad) => [language, ...bad] as const)))(
  'in %s, %s: %s',
  (language, kind, sentence) => {
    expect(faultsOfWording(sentence, language).map((fault) => fault.kind)).toContain(kind)
    // A value that is set apart for its direction is looked through.
    expect(faultsOfWording(sentence.replace(/(\p{L})(?=\p{L})/u, '$1\u2068'), language)).not.toEqual([])
  },
)

test.each(FULL_LANGUAGES)('what may be said in %s passes', (language) => {
  for (const sentence of GOOD[language]) expect([sentence, faultsOfWording(sentence, language)]).toEqual([sentence, []])
})

/** Rooms whose sentences are about results. Values are left as they are written: nothing of them is a word of ours. */
const ROOMS = ['digest.ftl', 'digests.ftl', 'trend.ftl', 'back.ftl', 'together.ftl', 'drawn.ftl', 'report.ftl']

test.each(FULL_LANGUAGES)('no sentence of ours about results in %s claims more than the figures carry', (language) => {
  const folder = new URL(`../../src/words/${language}/`, import.meta.url)
  const files = readdirSync(folder).filter((file) => ROOMS.includes(file))
  expect(files.length).toBeGreaterThanOrEqual(6)
  for (const file of files) {
    const sentences = readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => /^[\w-]+ = /.test(line))
      .map((line) => line.replace(/^[\w-]+ = /, '').replace(/\{ \$\w+ \}/g, '…'))
    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences)
      expect([file, sentence, faultsOfWording(sentence, language)]).toEqual([file, sentence, []])
  }
})
