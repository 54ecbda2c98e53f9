/**
 * How wide text is in our fonts, without opening them: the widths of Noto Sans and Noto Sans Arabic (OFL), rounded up
 * to a hundredth of the size. A test holds them against what is really drawn.
 */

export type Weight = 'regular' | 'bold'

/** @param size in pixels @returns pixels, seldom less than it takes */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const signs = [...text]
  const hundredths = signs.reduce((sum, sign, i) => sum + widthOf(sign, signs[i + 1]), 0)
  return (hundredths * size * (weight === 'bold' ? BOLD : 1)) / 100
}

export type Wrapping = {
  size: number
  /** In pixels. */
  width: number
  weight?: Weight
  /** What does not fit in so many lines ends in an ellipsis. */
  most?: number
}

/** Text in lines that fit. Breaks between words, and inside a word that is longer than a line. */
export function wrapText(text: string, of: Wrapping): string[] {
  const fits = (line: string) => textWidth(line, of.size, of.weight) <= of.width
  const lines: string[] = []
  let line = ''
  for (const word of showable(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const { segment } of SEGMENTER.segment(word)) {
      if (line !== '' && !fits(line + segment)) {
        lines.push(line)
        line = ''
      }
      line += segment
    }
  }
  if (line !== '') lines.push(line)
  const most = of.most ?? Number.POSITIVE_INFINITY
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shortened(`${lines[most - 1]} ${lines[most]}`, fits)]
}

/** In as many lines as `wrapText` gives, about equally long: no word alone on the last one. */
export function balancedLines(text: string, of: Wrapping): string[] {
  const lines = wrapText(text, of)
  let [least, enough] = [of.width / 2, of.width]
  while (lines.length > 1 && enough - least > 4) {
    const width = (least + enough) / 2
    if (wrapText(text, { ...of, width }).length === lines.length) enough = width
    else least = width
  }
  const balanced = wrapText(text, { ...of, width: enough })
  return balanced.join(' ') === lines.join(' ') ? balanced : lines
}

/** On one line, without what our fonts cannot draw: emoji, arrows, other scripts. French signs stay with their word. */
export function showable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e]|[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0e|\ufe0f/gu, '')
    .replace(UNKNOWN, ' ')
    .replace(/[\t ]+/g, ' ')
    .replace(/ (?=[?!:;»])|(?<=«) /g, '\u00a0')
    .replace(/(^|[\u2066-\u2068]) | (?=\u2069|$)/g, '$1')
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const signs = [...SEGMENTER.segment(line)].map(({ segment }) => segment)
  while (signs.length > 1 && !fits(`${signs.join('').trimEnd()}…`)) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

function widthOf(sign: string, next: string | undefined): number {
  const arabic = ARABIC.get(sign)
  if (arabic) return arabic[next !== undefined && ARABIC.has(next) ? 0 : 1]
  return LATIN.get(sign) ?? (/\p{M}|\p{Cf}/u.test(sign) ? 0 : 75)
}

/** Bold letters are wider by less than this. */
const BOLD = 1.1
const SEGMENTER = new Intl.Segmenter()
const UNKNOWN =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{M}\p{Nd}\p{P}\p{Zs}\u2066-\u2069$+<=>^`|~¢£¤¥¦§¨©¬®¯°±²³´¶¸¹¼½¾×÷€]+/gu

const LATIN = new Map(
  Object.entries({
    26: " \u00a0\u202fijlìíîïĩīĭįıļľł'",
    28: '!,.:;J¡·Ĵ`´‘’‚',
    31: '()-‹›[]I|İ',
    36: 'fÌÍÎÏĨĪĬĮtªţťŧ“”/\\²³¹',
    42: 'r{}º•"ŕŗř„?°¿',
    48: 'szźżžcçćĉċčśŝşš_',
    52: 'vyxkýÿŷķ§«»–¯FLĹĻĽĿŁ',
    57: 'aeàáâãäåèéêëāăąēĕėęěESTÈÉÊËĒĔĖĘĚŚŜŞŠŢŤŦ*$+0123456789<=>YZ^~¢£¤¥±×÷ÝŶŸŹŻŽ€',
    62: 'oòóôõöøōŏőbdghnpquþñùúûüďđĝğġģĥħńņňŋũūŭůűųðßPVXKRBĶŔŖŘŨ',
    65: 'ACÇĆĈĊČÀÁÂÃÄÅĀĂĄ#',
    74: 'DGUHÐÙÚÛÜĎĐĜĞĠĢŪŬŮŰŲĤĦ&',
    79: 'NOQÑŃŅŇŊÒÓÔÕÖØŌŎŐwŵ…',
    95: 'mMWŴ%©®@œæÆŒ¼½¾—',
  }).flatMap(([width, signs]) => [...signs].map((sign) => [sign, Number(width)] as const)),
)

/** Each letter joined to the next, and at the end of a word. */
const ARABIC = new Map(
  (
    [
      [29, 29, 'اأإآ'],
      [34, 77, 'نىيئپ'],
      [37, 105, 'بتث'],
      [40, 40, 'رزژ'],
      [41, 41, 'ء'],
      [48, 48, 'وؤة'],
      [53, 53, 'دذعغ'],
      [64, 66, 'جحخچ'],
      [85, 127, 'سش'],
      [95, 135, 'صض'],
      [71, 83, 'طظ'],
      [50, 108, 'ف'],
      [50, 81, 'ق'],
      [51, 92, 'كکگ'],
      [30, 73, 'ل'],
      [57, 58, 'م'],
      [55, 66, 'ه'],
      [25, 25, '،؛'],
      [45, 45, '؟'],
    ] as const
  ).flatMap(([joined, end, signs]) => [...signs].map((sign) => [sign, [joined, end]] as const)),
)
