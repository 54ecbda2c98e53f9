/** Names as files of others have them, made fit for keys and codes. Pure. */

/** The name itself where it fits; otherwise the nearest that does, and that nobody has. */
export function slugFrom(name: string, start: string, taken: ReadonlySet<string>): string {
  if (SLUG.test(name) && !taken.has(name)) return name
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const stem = (/^[a-z]/.test(plain) ? plain : `${start}${plain}`).slice(0, LONGEST)
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `_${n}`
    const slug = `${stem.slice(0, LONGEST - end.length)}${end}`
    if (!taken.has(slug)) return slug
  }
}

/** A name for a card, from a title or the name of a file. */
export function cardName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return plain === '' ? 'methode' : plain
}

const SLUG = /^[a-z][a-z0-9_]{0,19}$/
const LONGEST = 20
