/**
 * Which numbers in somebody's own words look like a result. A result may only come in from a frozen digest, where the
 * small-group rules held and its caution comes along. Dates, years, hours, ages, durations, ranks, postal codes and
 * names with a digit in them are no result. The plan's own numbers ("In 2030 hebben 200 jongeren …") are told by a year
 * that is still to come in the same sentence, and only where a story looks ahead: its goal, and how it is checked.
 * Shares in words ("acht van de tien", "de helft van") are results too.
 */
import { plainDigits } from '../timeline/read-when.ts'
import type { StoryPart } from './story-content.ts'

/**
 * @param year the calendar year in which the story is written
 * @param names of partners: a number in one is a name
 * @returns what looks like a result, as it was written
 */
export function resultLikeIn(text: string, part: StoryPart, year: number, names: readonly string[] = []): string[] {
  const withoutNames = names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, ' – ')), text)
  return plainDigits(withoutNames)
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .split(/(?<=[.!?؟])\s+|\n/)
    .flatMap((sentence) => {
      const found = [...masked(sentence).matchAll(NUMBER), ...sentence.matchAll(SHARE)].map(([words]) => words.trim())
      return found.length > 0 && LOOKS_AHEAD.has(part) && yearsIn(sentence).some((one) => one > year) ? [] : found
    })
}

const LOOKS_AHEAD: ReadonlySet<StoryPart> = new Set(['goal', 'check'])

const masked = (sentence: string): string =>
  HARMLESS.reduce((rest, pattern) => rest.replace(pattern, (words) => ' '.repeat(words.length)), sentence)

const yearsIn = (sentence: string): number[] =>
  [...sentence.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)/g)].map(([year]) => Number(year))

/** Whole names and their short forms: "8 meisjes" is not in May. */
const MONTH =
  '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|(?:jan|feb|mrt|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec|janv|f[ée]vr|avr|juil|d[ée]c)\\b\\.?)(?!\\p{L})'
const ARABIC_MONTH = '(?:يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر)'
const UNIT =
  '(?:jaar|jaren|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|uur|uren|min(?:uten|uut)?|years?|months?|weeks?|days?|hours?|minutes?|ans?|années?|mois|semaines?|jours?|heures?|سنة|سنوات|عام|أعوام|شهر|أشهر|أسبوع|أسابيع|يوم|أيام|ساعة|ساعات|دقيقة|دقائق)'
const RANGE = '\\d{1,3}(?:\\s*(?:-|–|tot|to|à|et|en|and|إلى)\\s*\\d{1,3})?'
const PEOPLE =
  '(?:jongeren|jongens|meisjes|mensen|deelnemers|kinderen|personen|leden|gezinnen|young|people|boys|girls|children|participants|members|families|jeunes|garçons|filles|personnes|enfants|membres|familles|شاب|شباب|شخص|أشخاص|مشارك)'
/** Behind a number that may stand: no letter, no sign that makes it a share. */
const END = '(?![\\p{L}\\d])'

/** In this order: what is longest first. */
const HARMLESS: readonly RegExp[] = [
  // A name with a digit in it, and the name of a figure.
  /\[c\d{1,3}\]/gi,
  /(?<![\p{L}\d])\p{L}[\p{L}_-]*\d[\p{L}\d]*/gu,
  // Dates.
  /(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/g,
  /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)/g,
  new RegExp(
    `(?<!\\d)\\d{1,2}(?:er|st|nd|rd|th)?\\s+(?:of\\s+|de\\s+)?(?:${MONTH}|${ARABIC_MONTH})(?:\\s+\\d{4})?`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}${END}`, 'giu'),
  // A school or working year, a year, a postal code; a crowd is none of these.
  /(?<!\d)(?:19|20)\d\d\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d)(?!\d)/g,
  new RegExp(`(?<![\\d.,])(?:19|20)\\d\\d(?![\\d%]|[.,]\\d|\\s+${PEOPLE})`, 'giu'),
  new RegExp(`(?<![\\d.,])[1-9]\\d{3}(?=\\s+\\p{Lu}\\p{Ll})(?!\\s+(?i:${PEOPLE}))`, 'gu'),
  // An hour, an age, how long, how often.
  /(?<!\d)\d{1,2}\s?(?:[:hu]\s?\d{2}|u|h|uur)(?![\p{L}\d])/giu,
  /(?<!\d)24\/7(?!\d)/g,
  new RegExp(
    `(?<![\\d/.,])${RANGE}(?:[\\s-]*(?:-?jarigen?|year-olds?|years?[- ]olds?)${END}|\\+(?!\\d|\\s+${PEOPLE}))`,
    'giu',
  ),
  new RegExp(`(?<![\\d/.,])${RANGE}\\s*${UNIT}(?![\\p{L}\\d])`, 'giu'),
  /(?<![\d/.,])\d{1,2}\s*(?:keer|maal|x|times|fois)\s+(?:per|a|par|in|om|elke)(?!\p{L})/giu,
  // A rank: the second line, the third grade.
  /(?<![\d/.,])\d{1,2}(?:ste|de|e|st|nd|rd|th|er|ère|ème)(?![\p{L}\d])/giu,
]

/** A number that is left over, with what makes it a share. */
const NUMBER =
  /[≥≤<>~±]?\s?\d+(?:[.,]\d+)*(?:\s*(?:%|٪|‰|\/\s*\d+|procent|percent|per cent|pour ?cent|(?:van(?: de)?|op(?: de)?|out of|of|in|sur|من)\s+\d+))?/giu

const words = (list: string) => list.split(' ').join('|')
const DUTCH = words('een één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd')
const ENGLISH = words('one two three four five six seven eight nine ten eleven twelve twenty thirty hundred')
const FRENCH = words('un une deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent')
const SHARE = new RegExp(
  `(?<!\\p{L})(?:${[
    `(?:${DUTCH}) (?:van|op) de (?:${DUTCH})`,
    `(?:${DUTCH}) op (?:${DUTCH})`,
    '(?:de|een) (?:grote )?(?:helft|meerderheid|minderheid) van',
    '(?:een|twee) (?:derde|vijfde) van',
    '(?:een kwart|driekwart) van',
    'de meeste (?:jongeren|deelnemers|mensen)',
    `(?:${ENGLISH}) (?:out of|in) (?:${ENGLISH})`,
    '(?:half|a (?:third|quarter|majority|minority)|two thirds|three quarters|most) of (?:the|our|all)',
    'most (?:young people|participants)',
    `(?:${FRENCH}) (?:jeunes )?sur (?:${FRENCH})`,
    '(?:la moitié|la majorité|la plupart|un tiers|un quart|deux tiers|trois quarts) d(?:e|u)s?',
    '(?:نصف|ثلث|ربع|معظم|أغلب|غالبية) (?:ال)?(?:شباب|مشاركين|أشخاص)',
  ].join('|')})(?!\\p{L})`,
  'giu',
)
