/** Whether two names are the same person's, as far as a name can tell; no name is nobody's. */
export function sameName(one: string, other: string): boolean {
  return fold(one) !== '' && fold(one) === fold(other)
}

const fold = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase()
