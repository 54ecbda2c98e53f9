/**
 * Looks for words that only one person may ever see, in whatever the house keeps, sends, shows, logs or hands out. Files
 * are looked into (zip, office, PDF), and what lies sealed in tables is opened with every other key that there is.
 */
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { createVault } from '../../src/people/vault.ts'
import { plain } from './app.ts'
import type { Row, Story } from './story.ts'

export type Hunt = ReturnType<typeof huntFor>

/** @param words plain letters and digits: they stand the same in HTML, JSON and a URL */
export function huntFor(...words: string[]) {
  const found: { where: string; word: string }[] = []
  let looked = 0
  const hunt = {
    /** Where any of these words was found, without saying it twice. */
    found: (...these: string[]): string[] => [
      ...new Set(found.filter(({ word }) => these.includes(word)).map(({ where, word }) => `${word}: ${where}`)),
    ],
    /** How many texts were looked at: a hunt that saw nothing proves nothing. */
    looked: () => looked,
    /** Looks into anything: text, bytes, files, and whatever holds them. */
    async see(where: string, what: unknown): Promise<void> {
      for await (const text of textsIn(what)) {
        looked += 1
        const read = plain(text)
        for (const word of words) if (read.includes(word)) found.push({ where, word })
      }
    },
  }
  return hunt
}

/** All that platforms were told, but for what went to these private chats of Telegram. */
export async function seeMessages(hunt: Hunt, story: Story, but: readonly number[]): Promise<void> {
  for (const { method, payload } of story.telegram.calls)
    if (!but.includes(Number(payload.chat_id))) await hunt.see(`telegram ${method} ${String(payload.chat_id)}`, payload)
  for (const call of story.discord.calls) await hunt.see(`discord ${call.method} ${call.path}`, call)
  await hunt.see('discord messages', [...story.discord.world.messages.values()])
}

/** A page and every page and file that it leads to, as far as they are ours. @returns how many were opened */
export async function seePages(hunt: Hunt, story: Story, paths: readonly string[]): Promise<number> {
  const seen = new Set<string>()
  const waiting = [...paths]
  for (let path = waiting.shift(); path !== undefined && seen.size < MOST_PAGES; path = waiting.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const response = await fetch(`http://127.0.0.1:${story.app.port()}${path}`, {
      redirect: 'manual',
      headers: { 'accept-language': 'nl' },
    })
    // A page that is kept up to date never ends.
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel()
      continue
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    await hunt.see(`page ${path}`, bytes)
    await hunt.see(`headers ${path}`, [...response.headers].flat())
    for (const [, to] of new TextDecoder().decode(bytes).matchAll(/(?:href|src)="([^"#]+)/g)) {
      const at = new URL(to!.replaceAll('&amp;', '&'), `http://localhost${path}`)
      if (at.hostname === 'localhost') waiting.push(at.pathname + at.search)
    }
  }
  return seen.size
}

/**
 * All rows as they lie there, and opened with each key but that of the private field of its own writer.
 * @returns the fields that open as private words of their writer, and which of them hold the words
 */
export async function seeTables(
  hunt: Hunt,
  story: Story,
  tables: Record<string, Row[]>,
): Promise<{ writer: string; field: string; text: string }[]> {
  const vault = createVault(story.settings.secretKey!)
  const values = Object.entries(tables).flatMap(([table, rows]) =>
    rows.flatMap((row) => Object.entries(row).map(([column, value]) => ({ where: `${table}.${column}`, row, value }))),
  )
  const subjects = new Set(values.flatMap(({ where, value }) => (isId(where, value) ? [value] : [])))
  const own: { writer: string; field: string; text: string }[] = []
  for (const { where, row, value } of values) {
    await hunt.see(where, value)
    if (typeof value !== 'string' || !/^[\w-]{40,}$/.test(value)) continue
    for (const open of [
      vault.decryptText,
      vault.decryptId,
      (text: string) => JSON.stringify(vault.decryptAddress(text)),
    ])
      await hunt.see(
        `${where}, opened`,
        attempt(() => open(value)),
      )
    for (const subject of subjects)
      for (const purpose of ['sheet', 'joint', 'story', 'talk', 'private'] as const) {
        const text = attempt(() => vault.unseal(purpose, subject, value))
        if (text === null) continue
        if (purpose === 'private' && where === 'sheet_field.cipher' && subject === row.writer_id)
          own.push({ writer: subject, field: String(row.field), text })
        else await hunt.see(`${where}, opened as ${purpose}`, text)
      }
  }
  return own
}

const MOST_PAGES = 300

/** What a key may be for: whatever a table calls an id. */
const isId = (where: string, value: unknown): value is string =>
  typeof value === 'string' && /\.(\w+_)?(id|by|who)$/.test(where) && /^[\w-]{20,40}$/.test(value)

function attempt(open: () => string): string | null {
  try {
    return open()
  } catch {
    return null
  }
}

async function* textsIn(what: unknown, held: Set<unknown> = new Set()): AsyncGenerator<string> {
  if (typeof what === 'string') yield what
  else if (what instanceof Uint8Array) yield* textsOfBytes(what)
  else if (typeof what === 'object' && what !== null && !held.has(what)) {
    held.add(what)
    const parts = what instanceof Map ? [...what].flat() : what instanceof Set ? [...what] : Object.entries(what).flat()
    for (const part of parts) yield* textsIn(part, held)
  }
}

async function* textsOfBytes(bytes: Uint8Array): AsyncGenerator<string> {
  yield new TextDecoder().decode(bytes)
  yield new TextDecoder('utf-16le').decode(bytes)
  const start = String.fromCharCode(...bytes.subarray(0, 5))
  if (start.startsWith('PK')) for (const part of Object.entries(unzipSync(bytes)).flat()) yield* textsIn(part)
  if (start === '%PDF-') yield* textsOfPdf(bytes)
}

async function* textsOfPdf(bytes: Uint8Array): AsyncGenerator<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    yield items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  yield JSON.stringify(await pdf.getMetadata())
  await pdf.loadingTask.destroy()
}
