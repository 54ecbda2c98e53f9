/** Colours and patterns of our pictures. Each pattern is told from the others without its colour. */

/** On `paper` and `ground`: `ink`, `soft` and `accent` have 4.5:1 or more for text, `line` has 3:1 for shapes. */
export const INK = {
  ground: '#f4f3ee',
  paper: '#ffffff',
  ink: '#1b1f1e',
  soft: '#4c5553',
  line: '#75807d',
  hair: '#d8dad3',
  track: '#eceee9',
  accent: '#0b5d57',
  onAccent: '#ffffff',
} as const

/** `solid`, and patterns by the way they look. */
export const FILLS = ['solid', 'stripes', 'dots', 'bands', 'checks'] as const
export type Fill = (typeof FILLS)[number]

export const paintOf = (fill: Fill): string => (fill === 'solid' ? INK.accent : `url(#${fill})`)

const pattern = (id: Fill, size: number, mark: string) =>
  `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" fill="${INK.paper}"/>${mark}</pattern>`

/** Definitions to stand once in each picture. */
export const PATTERNS = `<defs>${[
  pattern(
    'stripes',
    18,
    `<path d="M-5 5L5 -5M-5 23L23 -5M13 23L23 13" stroke="${INK.accent}" stroke-width="5" fill="none"/>`,
  ),
  pattern('dots', 16, `<g fill="${INK.soft}"><circle cx="4" cy="4" r="3"/><circle cx="12" cy="12" r="3"/></g>`),
  pattern('bands', 12, `<rect width="12" height="5" fill="${INK.accent}"/>`),
  pattern('checks', 16, `<path d="M0 0h8v8h8v8h-8v-8h-8z" fill="${INK.soft}"/>`),
].join('')}</defs>`
