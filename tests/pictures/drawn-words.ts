/** What can be read in a picture. */

export function textsOf(svg: string): { text: string; size: number; fill: string; x: number }[] {
  return [...svg.matchAll(/<text x="([^"]*)"[^>]*font-size="([^"]*)"[^>]*fill="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, x, size, fill, text]) => ({
      x: Number(x),
      size: Number(size),
      fill: fill!,
      text: text!.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    }),
  )
}

/** Without spaces and isolates: where a line ends does not matter. */
export const squeezed = (text: string): string => text.replace(/[\s\u2066-\u2069]/g, '')

/** All that can be read, squeezed. */
export const wordsIn = (svg: string): string =>
  squeezed(
    textsOf(svg)
      .map(({ text }) => text)
      .join(' '),
  )
