/** Discord's limits, held strictly: what is wrong is refused as the real API refuses it. */
import { type Component, flat } from './fake-discord-screen.ts'

export class Refusal {
  readonly status: number
  readonly code: number
  readonly message: string
  readonly headers: Record<string, string>
  constructor(status: number, code: number, message: string, headers: Record<string, string> = {}) {
    this.status = status
    this.code = code
    this.message = message
    this.headers = headers
  }
}

type Body = Record<string, unknown>

/** @throws Refusal 50035 naming the field, or 50006 for an empty message */
export function checkMessage(body: Body): void {
  const { content, components = [], embeds = [], nonce } = body
  if (typeof content !== 'string' || content.length === 0) throw new Refusal(400, 50006, 'Cannot send an empty message')
  if (content.length > 2000) wrong('content: Must be 2000 or fewer in length')
  if (nonce !== undefined && (typeof nonce !== 'string' || nonce.length > 25)) wrong('nonce: at most 25 characters')
  const mentions = body.allowed_mentions as { parse?: unknown[] } | undefined
  if (!Array.isArray(mentions?.parse) || mentions.parse.length > 0) wrong('allowed_mentions: this bot mentions nobody')
  if (!Array.isArray(components) || components.length > 5) wrong('components: Must be 5 or fewer rows')
  for (const row of components as Component[]) checkRow(row)
  checkIds(components as Component[])
  if (!Array.isArray(embeds) || embeds.length > 10) wrong('embeds: Must be 10 or fewer')
  for (const embed of embeds as Body[]) checkEmbed(embed)
}

/** @throws Refusal 50035 */
export function checkModal(data: Body): void {
  limited('data.title', data.title, 45)
  limited('data.custom_id', data.custom_id, 100)
  const components = data.components as Component[]
  if (!Array.isArray(components) || components.length < 1 || components.length > 5) wrong('data.components: 1 to 5')
  for (const part of components) {
    if (part.type !== 18 || part.component?.type !== 4) wrong('data.components: text inputs in labels')
    limited('label', part.label, 45)
    limited('custom_id', part.component.custom_id, 100)
    const { max_length: max, min_length: min } = part.component as Body
    if (typeof max !== 'number' || max < 1 || max > 4000) wrong('max_length: 1 to 4000')
    if (typeof min !== 'number' || min < 0 || min > max) wrong('min_length: 0 to max_length')
  }
}

/** @throws Refusal 50035 */
export function checkCommands(commands: unknown): asserts commands is Body[] {
  if (!Array.isArray(commands) || commands.length > 100) wrong('commands: at most 100')
  for (const command of commands as Body[]) {
    const names = [command.name, ...Object.values((command.name_localizations as Body | null) ?? {})]
    const texts = [command.description, ...Object.values((command.description_localizations as Body | null) ?? {})]
    for (const name of names) {
      if (typeof name !== 'string' || !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name) || name !== name.toLowerCase()) {
        wrong('name: does not match')
      }
    }
    for (const text of texts) limited('description', text, 100)
    const locales = Object.keys((command.name_localizations as Body | null) ?? {})
    if (locales.some((locale) => !['en-US', 'en-GB', 'fr', 'nl', 'de'].includes(locale))) wrong('locale: unknown')
    if (JSON.stringify(command).length > 8000) wrong('command: at most 8000 characters')
    const options = (command.options ?? []) as Body[]
    checkCommands(options)
    const firstFree = options.findIndex((option) => option.required !== true)
    if (options.some((option, i) => option.required === true && firstFree !== -1 && i > firstFree)) {
      wrong('options: required ones come first')
    }
    const longest = command.max_length
    if (longest !== undefined && !(Number(longest) >= 1 && Number(longest) <= 6000)) wrong('max_length: 1 to 6000')
  }
}

function checkEmbed(embed: Body): void {
  const image = embed.image as { url?: unknown; description?: unknown } | undefined
  if (!isWebAddress(image?.url) || String(image?.url).length > 2048) wrong('image.url: Not a well formed URL.')
  const { description = 'x' } = image!
  limited('image.description', description, 4096)
}

function isWebAddress(url: unknown): boolean {
  const parsed = typeof url === 'string' ? URL.parse(url) : null
  return /^https?:$/.test(parsed?.protocol ?? '') && parsed!.hostname.includes('.')
}

function checkRow(row: Component): void {
  if (row.type !== 1 || !row.components?.length) wrong('components: rows with something in them')
  const selects = row.components!.filter((part) => part.type === 3)
  if (row.components!.length > (selects.length > 0 ? 1 : 5)) wrong('components: Must be 5 or fewer in a row')
  for (const part of row.components!) {
    if (part.type === 3) checkSelect(part)
    else checkButton(part)
  }
}

function checkButton(part: Component): void {
  if (part.type !== 2) wrong('type: a button or a select')
  limited('label', part.label, 80)
  checkEmoji(part.emoji)
  if (part.url === undefined) {
    limited('custom_id', part.custom_id, 100)
    if (![1, 2, 3, 4].includes(part.style ?? 0)) wrong('style: a button with data has one of 1 to 4')
    return
  }
  if (part.custom_id !== undefined || part.url.length > 512) wrong('url: alone, at most 512')
  if (part.style !== 5) wrong('style: a link has 5')
  if (!isWebAddress(part.url)) wrong('url: Not a well formed URL.')
}

function checkSelect(part: Component): void {
  limited('custom_id', part.custom_id, 100)
  const options = part.options ?? []
  if (options.length < 1 || options.length > 25) wrong('options: 1 to 25')
  for (const option of options) {
    limited('label', option.label, 100)
    limited('value', option.value, 100)
    checkEmoji(option.emoji)
  }
  if (new Set(options.map((option) => option.value)).size < options.length) wrong('options: equal values')
}

function checkEmoji(emoji: { name?: string } | undefined): void {
  if (emoji !== undefined && !/^\p{RGI_Emoji}$/v.test(emoji.name ?? '')) wrong('emoji.name: Invalid emoji')
}

function checkIds(components: Component[]): void {
  const ids = flat(components).flatMap((part) => part.custom_id ?? [])
  if (new Set(ids).size < ids.length) wrong('components: Component custom id cannot be duplicated')
}

function limited(field: string, value: unknown, max: number): void {
  if (typeof value !== 'string' || value.length < 1 || value.length > max) wrong(`${field}: Must be 1 to ${max} long`)
}

function wrong(why: string): never {
  throw new Refusal(400, 50035, `Invalid Form Body: ${why}`)
}
