/** The words of a button: it has its own direction, and room for a few words. */
export function plainLabel(text: string): string {
  const bare = text.replace(/[\u2066-\u2069]/g, '')
  return [...bare].length <= LONGEST
    ? bare
    : `${[...bare]
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
}

const LONGEST = 70
