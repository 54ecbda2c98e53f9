/** Reads a file that somebody brings in, whatever its name says it is. */
import { readLss } from './limesurvey-lss.ts'
import { readLimesurvey } from './limesurvey-read.ts'
import { type PoFile, readPo } from './po-read.ts'
import { MOST_BYTES, type Notice, notice, type Reading, refused } from './reading.ts'
import { type ReadOptions, readXlsform } from './xlsform-read.ts'

export type FileRead =
  | { kind: 'card'; reading: Reading }
  /** Translations of a card that is there already. */
  | { kind: 'words'; file: PoFile }
  | { kind: 'faulty'; faults: Notice[] }

/** @param name as the browser gives it; only used to call the card something */
export async function readFile(bytes: Uint8Array, name: string, options: Partial<ReadOptions> = {}): Promise<FileRead> {
  if (bytes.length > MOST_BYTES)
    return { kind: 'faulty', faults: [notice('formats-too-large', {}, { most: MOST_BYTES / 1024 / 1024 })] }
  const given = { title: titleFrom(name), ...options }
  const card = (reading: Reading): FileRead => ({ kind: 'card', reading })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return card(await readXlsform(bytes, given))
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return card(refused(notice('formats-old-excel')))
  const text = textOf(bytes)
  if (text === null || text.trim() === '') return card(refused(notice('formats-unknown')))
  if (/^\s*(#.*\s*)*msg(ctxt|id)\s/m.test(text)) {
    const file = readPo(bytes)
    return 'faults' in file ? { kind: 'faulty', faults: file.faults } : { kind: 'words', file }
  }
  if (/<LimeSurveyDocType>/.test(text.slice(0, 2000))) return card(readLss(text, given.title))
  if (/(^|\t)"?class"?\t"?type\/scale"?\t/.test(text.slice(0, 500))) return card(readLimesurvey(text, given.title))
  return card(refused(notice('formats-unknown')))
}

/** Null for what is no text in UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const titleFrom = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{Cc}_-]+/gu, ' ')
    .trim()
    .slice(0, 80) || 'Methode'
