/** `pols file out` and `pols file in`: question sets of the configuration folder as files of other programs, and back. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { loadConfig } from '../config/load.ts'
import type { Method } from '../config/method.ts'
import { limesurveyOf } from '../formats/limesurvey-write.ts'
import { lossesOut, lossesOutTexts, type OutFormat } from '../formats/losses-out.ts'
import { cardName } from '../formats/names.ts'
import { noticeTexts } from '../formats/notice-text.ts'
import { poOf } from '../formats/po-write.ts'
import { readFile } from '../formats/read-file.ts'
import { MOST_BYTES } from '../formats/reading.ts'
import { xlsformOf } from '../formats/xlsform-write.ts'
import { type Cli, settingsOf } from './cli.ts'
import { withoutIsolates } from './plain-words.ts'
import { done, type Result, wrong } from './result.ts'

export const FILE_FORMATS = ['xlsx', 'limesurvey', 'po-en', 'po-fr', 'po-ar', 'po-nl-plain'] as const
type FileFormat = (typeof FILE_FORMATS)[number]

/** Writes one set of the configuration folder, and says what the format has no place for. */
export async function writeSetFile(cli: Cli, name: string, format: FileFormat, path: string): Promise<Result> {
  const { config } = loadConfig(settingsOf(cli).configFolder, cli.language)
  const method = config.methods.get(name)
  if (!method) {
    const known = [...config.methods.keys()].join(', ') || '-'
    return wrong('cli-no-set', cli.words('cli-no-set', { set: name, known }))
  }
  try {
    writeFileSync(path, await bytesOf(method, format, (picture) => config.pictograms.get(picture)))
  } catch {
    return wrong('cli-file-unwritable', cli.words('cli-file-unwritable', { path }))
  }
  const target: OutFormat = format === 'xlsx' || format === 'limesurvey' ? format : 'po'
  const losses = lossesOut(method, target)
  const said = [cli.words('cli-file-written', { path }), ...lossesOutTexts(losses, target, cli.words)]
  return done(said.map(withoutIsolates).join('\n'), { path, losses })
}

/** Reads a file, says what does not come along, and with `out` writes it as a file for the instrumentarium. */
export async function readSetFile(cli: Cli, path: string, { out }: { out?: string }): Promise<Result> {
  const { words } = cli
  let bytes: Uint8Array
  try {
    bytes = statSync(path).size > MOST_BYTES ? new Uint8Array(MOST_BYTES + 1) : new Uint8Array(readFileSync(path))
  } catch {
    return wrong('cli-file-unreadable', words('cli-file-unreadable', { path }))
  }
  const { pictograms } = loadConfig(settingsOf(cli).configFolder, cli.language).config
  const read = await readFile(bytes, path, { pictures: new Set(pictograms.keys()) })
  if (read.kind === 'words') return wrong('formats-po-not-own', words('formats-po-not-own'))
  const { losses, faults } = read.kind === 'faulty' ? { losses: [], faults: read.faults } : read.reading
  const card = read.kind === 'card' ? read.reading.card : null
  const part = (key: string, lines: string[]) =>
    lines.length > 0 ? [words(key), ...lines.map((line) => `  ${line}`)] : []
  const lines = [
    ...part('formats-faults', noticeTexts(faults, words)),
    ...part('formats-losses', noticeTexts(losses, words)),
    ...(card && losses.length === 0 ? [words('formats-no-losses')] : []),
  ]
  if (card && out !== undefined) {
    const { set, changelog: _c, ...around } = card
    const { stringify } = await import('yaml')
    try {
      writeFileSync(out, stringify({ id: cardName(card.title.nl), ...around, set }, { lineWidth: 120 }))
    } catch {
      return wrong('cli-file-unwritable', words('cli-file-unwritable', { path: out }))
    }
    lines.push(words('cli-file-written', { path: out }))
  }
  const text = lines.map(withoutIsolates).join('\n')
  return { type: 'done', text, json: { losses, faults, set: card?.set ?? null }, faulty: card === null }
}

async function bytesOf(
  method: Method,
  format: FileFormat,
  rightsOf: NonNullable<Parameters<typeof xlsformOf>[1]>,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return xlsformOf(method, rightsOf)
    case 'limesurvey':
      return limesurveyOf(method)
    default:
      return poOf(method, format.slice('po-'.length) as 'en' | 'fr' | 'ar' | 'nl-plain')
  }
}
