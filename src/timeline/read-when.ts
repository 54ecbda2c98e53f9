/** A day and an hour as people type them in a chat: `9/12 18:00`, `2026-12-09 18:00`, `morgen 18u30`, `9 décembre à 18h`. */

/**
 * @param today the local date; a day without a year is the next one that is not before it
 * @returns a local date-time to the minute (`2026-12-09T18:00`), or null for what cannot be understood
 */
export function readWhen(text: string, today: Temporal.PlainDate): string | null {
  const written = plainOf(text)
  for (const read of [readIso, readDayMonth, readNamedMonth, readNearDay]) {
    const found = read(written, today)
    if (!found) continue
    const time = readTime(found.rest)
    if (!time) return null
    return found.date.toPlainDateTime(time).toString({ smallestUnit: 'minute' })
  }
  return null
}

type Found = { date: Temporal.PlainDate; rest: string }

function readIso(text: string): Found | null {
  const [whole, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})[t ]/.exec(text) ?? []
  return whole ? found(dateOf(Number(year), Number(month), Number(day)), text.slice(whole.length)) : null
}

/** The day before the month, as here. */
function readDayMonth(text: string, today: Temporal.PlainDate): Found | null {
  const [whole, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?[ t]/.exec(text) ?? []
  if (!whole) return null
  return found(dayIn(year, Number(month), Number(day), today), text.slice(whole.length))
}

function readNamedMonth(text: string, today: Temporal.PlainDate): Found | null {
  const [whole, day, name, year] = /^(\d{1,2})(?:e|er|st|nd|rd|th)? (?:of )?(\p{L}+)\.?(?: (\d{4}))? /u.exec(text) ?? []
  if (!whole || name === undefined) return null
  const [month, ...others] = [...MONTHS.keys()].filter((at) => MONTHS[at]!.some((one) => isName(name, one)))
  // "jui" may be two months.
  if (month === undefined || others.length > 0) return null
  return found(dayIn(year, month + 1, Number(day), today), text.slice(whole.length))
}

function readNearDay(text: string, today: Temporal.PlainDate): Found | null {
  const [word = ''] = text.split(' ')
  const near = NEAR.findIndex((names) => names.includes(word))
  if (near !== -1) return { date: today.add({ days: near }), rest: text.slice(word.length + 1) }
  return null
}

const found = (date: Temporal.PlainDate | null, rest: string): Found | null => (date ? { date, rest } : null)

function dayIn(
  year: string | undefined,
  month: number,
  day: number,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (year !== undefined) return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)
  // The 29th of February may be some years ahead.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = dateOf(today.year + ahead, month, day)
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date
  }
  return null
}

function readTime(text: string): Temporal.PlainTime | null {
  const [, hours, minutes, half] =
    /^(\d{1,2})(?: ?(?:[:.hu]|uur|heures?|o'?clock) ?(\d{2})?)? ?(?:uur)? ?([ap]m)?$/.exec(text) ?? []
  if (hours === undefined) return null
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0)
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return null
  if (hour > 23 || Number(minutes ?? 0) > 59) return null
  return Temporal.PlainTime.from({ hour, minute: Number(minutes ?? 0) })
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Small letters without accents, digits of every script as 0 to 9, without weekdays and small words. */
function plainOf(text: string): string {
  return plainDigits(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[,،\s]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !SMALL.has(word))
    .join(' ')
}

/** The same text with the digits of every script as 0 to 9. */
export const plainDigits = (text: string): string => text.replace(/\p{Nd}/gu, digitOf)

/** Digits of every script stand in rows of ten from a zero. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

/** Three letters of a month are enough where no other begins alike. */
const isName = (written: string, name: string): boolean => written.length >= 3 && name.startsWith(written)

/** As `plainOf` leaves them. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'janvier', 'يناير', 'كانون الثاني'],
  ['februari', 'february', 'fevrier', 'فبراير'],
  ['maart', 'mrt', 'march', 'mars', 'مارس'],
  ['april', 'avril', 'ابريل'],
  ['mei', 'may', 'mai', 'مايو'],
  ['juni', 'june', 'juin', 'يونيو'],
  ['juli', 'july', 'juillet', 'يوليو'],
  ['augustus', 'august', 'aout', 'اغسطس'],
  ['september', 'septembre', 'سبتمبر'],
  ['oktober', 'october', 'octobre', 'اكتوبر'],
  ['november', 'novembre', 'نوفمبر'],
  ['december', 'decembre', 'ديسمبر'],
]
const NEAR: readonly (readonly string[])[] = [
  ['vandaag', 'today', "aujourd'hui", 'اليوم'],
  ['morgen', 'tomorrow', 'demain', 'غدا'],
  ['overmorgen', 'apres-demain'],
]
const SMALL: ReadonlySet<string> = new Set(
  (
    'om op at on the le a in den de ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim ' +
    'الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد يوم الساعة'
  ).split(' '),
)
