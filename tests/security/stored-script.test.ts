/** Words of people that want to be more than words: on every surface they stand there as they were typed, or not at all. */
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { toContent } from '../../src/channels/discord/markdown.ts'
import type { Prompt } from '../../src/channels/port.ts'
import { toMessage } from '../../src/channels/telegram/message.ts'
import { cardsToHtml } from '../../src/channels/web/wire.ts'
import { qrSvg } from '../../src/console/qr.ts'
import { logFile } from '../../src/dialogue/agreement-log-text.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { pdfOf } from '../../src/documents/pdf.ts'
import { csvOf } from '../../src/formats/csv-write.ts'
import { createLog } from '../../src/log.ts'
import { calendarText } from '../../src/timeline/ics.ts'

const TYPED = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "'; drop table answer; --",
  '</b></pre><a href="tg://user?id=1">klik</a>',
  '@everyone <@123456789012345678> <#1> [klik](https://kwaad.example) ```x``` **vet**',
  'javascript:alert(1)',
  '\r\nBEGIN:VEVENT\r\nSUMMARY:kwaad\r\nEND:VEVENT\r\n',
  '\u2028{"level":60}\n{"level":60,"msg":"kwaad"}',
  '\u202Etxt.exe\u202C',
  '&lt;script&gt; &#60;script&#62; &amp;',
] as const
const AT = Temporal.Instant.from('2026-11-25T17:00:00Z')

const prompt = (text: string): Prompt => ({
  ...{ kind: 'card', language: 'nl' },
  lines: [
    { text, style: 'strong' },
    { text, style: 'table' },
    { text, style: 'quiet' },
  ],
  choices: [{ data: 'r.x', label: text.slice(0, 60), role: 'option' }],
})

describe.each(TYPED)('%j', (text) => {
  test('on a page is text', () => {
    const html = String(cardsToHtml([prompt(text)], () => 'once-0123456789abcdef'))
    expect(html).not.toMatch(/<script|<img|<svg|<a |\son(?:error|load)=(?![^<]*&gt;|[^<>]*<\/)/i)
    expect(tagsIn(html).filter((tag) => !PAGE_TAGS.has(tag))).toEqual([])
  })

  test('on Telegram is text: only our own tags are there', () => {
    const message = toMessage(prompt(text))
    expect(tagsIn(message.text).filter((tag) => !TELEGRAM_TAGS.has(tag))).toEqual([])
    expect(message.text).not.toContain('tg://user?id=1">')
    // Every tag that opens is closed, or Telegram refuses the whole message.
    const open = tagsIn(message.text)
    expect(message.text.match(/<\//g)?.length ?? 0).toBe(open.length)
  })

  test('on Discord rings nobody and draws nothing', () => {
    const content = toContent([{ text }], '…')
    expect(content).not.toMatch(/(?<!\\)@(?:everyone|here)(?!\u200B)|(?<!\\)<[@#]/)
    expect(content).not.toMatch(/(?<!\\)\*\*vet|(?<!\\)```|(?<!\\)\]\(/)
  })

  test('in a calendar is one entry of the one calendar', () => {
    const event = { uid: 'a', sequence: 0, summary: text, description: text, cancelled: false }
    const ics = calendarText(text, [{ ...event, date: '2026-11-25' }], AT)
    expect(ics.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
    expect(ics.match(/^BEGIN:VCALENDAR/gm)).toHaveLength(1)
  })

  test('in a log is one line', () => {
    const lines: string[] = []
    createLog('info', { write: (line) => void lines.push(line) }).info({ kind: text }, 'something happened')
    expect(lines).toHaveLength(1)
    expect(lines[0]!.trimEnd()).not.toContain('\n')
    expect(JSON.parse(lines[0]!)).toMatchObject({ message: 'something happened', kind: text })
  })

  test('in a document for a talk is text', async () => {
    const document = {
      language: 'nl' as const,
      title: text,
      subtitle: text,
      blocks: [{ heading: text, lines: [text] }],
      foot: text,
    }
    const parts = unzipSync(await docxOf(document as never))
    const body = strFromU8(parts['word/document.xml']!)
    expect(() => new XMLParser().parse(body, true)).not.toThrow()
    expect(body).not.toMatch(/<script|<img|<svg|<w:hyperlink/)
    const pdf = Buffer.from(await pdfOf(document as never, Temporal.PlainDate.from('2026-11-25'))).toString('latin1')
    expect(pdf).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/URI/)
  })
})

test('in a sheet is no formula, wherever a program would begin one', () => {
  for (const text of ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', 'a;=1', '＝1']) {
    const bytes = csvOf('a', [[text]], 'excel').bytes
    const cell = new TextDecoder()
      .decode(bytes)
      .replace(/^\uFEFF/, '')
      .replace(/^"|"?\r?\n$/g, '')
    expect(cell, JSON.stringify(text)).not.toMatch(/^[=+\-@\t\r＝]/)
  }
})

test('in the table of agreements is no formula either, whatever separator it is opened with', () => {
  const about = { id: 'xy', name: 'XY', timezone: 'Europe/Brussels', language: 'nl' as const }
  for (const text of ['=1+1', ' =1+1', '\t@SUM(A1)', '-2+3', 'a;=1', 'a"=1', 'a\n+1', '＝1']) {
    const entry = { surveyId: 's', aspect: { nl: text }, state: 'declined' as const, proposedAt: AT, decidedAt: AT }
    const log = { agreements: [], proposals: [{ ...entry, proposedBy: text, decidedBy: text }] } as never
    const row = logFile(log, about, 'csv').text.split('\r\n').slice(1).join('\n')
    expect(row).toContain("'")
    expect(row, JSON.stringify(text)).not.toMatch(/[";,\t\n][\p{Z}\t]*[=+\-@＝]/u)
  }
})

test('in a QR code stands the address and nothing else: whatever it is, the picture is drawn of squares', async () => {
  const svg = await qrSvg('https://pols.example/"><script>alert(1)</script>')
  expect(svg).not.toMatch(/script|onload|href/)
  expect(svg).toMatch(/^<svg /)
})

const tagsIn = (html: string): string[] =>
  [...html.matchAll(/<([a-z][\w-]*)/gi)].map((match) => match[1]!.toLowerCase())
const TELEGRAM_TAGS = new Set(['b', 'i', 'pre', 'a', 'blockquote', 'u', 's', 'code'])
const PAGE_TAGS = new Set(
  'article section div h1 h2 h3 p pre form input button span label textarea fieldset legend ul ol li small strong em nav br details summary'.split(
    ' ',
  ),
)
