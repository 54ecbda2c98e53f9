/** What people see of a message in Discord's own app: markdown drawn, buttons in order. Written apart from our escaping, to judge it. */

/** A message on somebody's screen. `buttons` are words from top to bottom, select options included. */
export type Seen = {
  id: string
  text: string
  buttons: string[]
  links: string[]
  /** Addresses of the pictures below the words. */
  pictures: string[]
  /** Files that came along, a picture shown with them. */
  attachments: { filename: string; description: string | null }[]
  /** Addresses in the words of which Discord shows a preview by itself. */
  previews: string[]
  ephemeral: boolean
  silent: boolean
}

export type Component = {
  type: number
  custom_id?: string
  style?: number
  label?: string
  url?: string
  emoji?: { name?: string }
  options?: Array<{ label: string; value: string; emoji?: { name?: string } }>
  components?: Component[]
  component?: Component
}

export type Pressable = { words: string; customId: string; value?: string }

export function pressables(components: Component[]): Pressable[] {
  return flat(components).flatMap((part): Pressable[] => {
    if (part.custom_id === undefined) return []
    if (part.type === 3) {
      return (part.options ?? []).map((option) => ({
        words: words(option.label, option.emoji),
        customId: part.custom_id!,
        value: option.value,
      }))
    }
    return [{ words: words(part.label ?? '', part.emoji), customId: part.custom_id }]
  })
}

export function linksOf(components: Component[]): string[] {
  return flat(components).flatMap((part) => (part.url === undefined ? [] : [part.url]))
}

export function flat(components: Component[]): Component[] {
  return components.flatMap((part) => [
    part,
    ...flat(part.components ?? []),
    ...flat(part.component ? [part.component] : []),
  ])
}

/** Discord unfolds every address in the words that does not stand between < and >. */
export function previewsOf(content: string): string[] {
  return [...content.matchAll(/(?<!<)https?:\/\/[^\s<>]+/g)].map(([address]) => address)
}

/** Markup is drawn away; a mention that was not escaped shows as ‹mention›, so that a test can see it. */
export function drawn(content: string): string {
  return content
    .split(/```(?:\n)?([\s\S]*?)\n?```/)
    .map((part, i) => (i % 2 === 1 ? part.replaceAll('\u200b', '') : part.split('\n').map(drawnLine).join('\n')))
    .join('')
    .trim()
}

function words(label: string, emoji: { name?: string } | undefined): string {
  return emoji?.name === undefined ? label : `${emoji.name} ${label}`
}

function drawnLine(line: string): string {
  const body = line
    .replace(/^\s*(-#|#{1,3})\s+/, '')
    .replace(/^\s*>{1,3}\s+/, '▏')
    .replace(/^\s*([-+*]|\d+\.)\s+/, '• ')
  let seen = ''
  for (let at = 0; at < body.length; ) {
    const rest = body.slice(at)
    const [whole, shown] = inline(rest)
    seen += shown
    at += whole.length
  }
  return seen
}

const INLINE: Array<[RegExp, (match: RegExpExecArray) => string]> = [
  [/^\\([^0-9A-Za-z\s])/u, (match) => match[1]!],
  [/^<(https?:\/\/[^\s<>]+)>/u, (match) => match[1]!],
  [/^https?:\/\/[^\s<]+/u, (match) => match[0]],
  [/^`([^`]+)`/u, (match) => match[1]!],
  [/^\[([^\]]+)\]\((\S+)\)/u, (match) => match[1]!],
  [/^<(@[!&]?|#|a?:\w+:|t:)\d+(:\w)?>/u, () => '‹mention›'],
  [/^@(everyone|here)/u, () => '‹mention›'],
  [/^:[\w+-]+:/u, () => '‹emoji›'],
  [/^(\*+|_+|~~|\|\|)/u, () => ''],
]

function inline(rest: string): [string, string] {
  for (const [pattern, show] of INLINE) {
    const match = pattern.exec(rest)
    if (match) return [match[0], show(match)]
  }
  const first = [...rest][0]!
  return [first, first]
}
