/** Every token and code there is: how long it is, how it is compared, and that it ends. */
import { describe, expect, test } from 'vitest'
import { projectFiles } from '../support/house-rules.ts'

const source = projectFiles('src/*.ts')
const text = (path: string) => source.find((file) => file.path === path)!.text

/** What is made by chance, by file: the least bits that somebody would have to guess. */
const MADE: Record<string, { what: string; bits: number }> = {
  'src/people/one-time-links.ts': { what: 'a link for one person', bits: 128 },
  'src/people/staff-links.ts': { what: 'a link of an hour for staff and writers', bits: 128 },
  'src/export/keys.ts': { what: 'a key for data', bits: 128 },
  'src/people/secret.ts': { what: 'the secret key', bits: 128 },
  'src/app.ts': { what: 'ids', bits: 128 },
  'src/people/places.ts': { what: 'a code of half an hour, typed in a group', bits: 44 },
  'src/people/staff.ts': { what: 'an invitation of three days, typed or opened', bits: 69 },
  'src/dialogue/joint-open.ts': { what: 'a code of three days, typed or opened', bits: 44 },
}
/** Chance that guards nothing: nobody gains by guessing it. */
const HARMLESS = [
  'src/instrumentarium/drafts.ts',
  'src/store/folder-lock.ts',
  'src/channels/discord/gateway.ts',
  'src/rounds/back-off.ts',
  'src/store/again.ts',
]
/** Nonces and salts, and ids of `randomUUID` (122 bits): they are no secrets. */
const NO_SECRET = /^src\/(backup\/|people\/(stopping|note-erasure|vault)\.ts)/

test('wherever something is made by chance, it is in this list', () => {
  const made = source
    .filter(({ text }) => /\b(randomBytes|randomInt|randomUUID|getRandomValues|Math\.random)\b/.test(text))
    .map(({ path }) => path)
    .filter((path) => !NO_SECRET.test(path))
  expect(made.sort()).toEqual([...Object.keys(MADE), ...HARMLESS].sort())
})

describe('cannot be guessed', () => {
  test.each(Object.entries(MADE))('%s: %o', (path, { bits }) => {
    const code = text(path)
    const bytes = [...code.matchAll(/randomBytes\((\d+)\)/g)].map((match) => Number(match[1]) * 8)
    const alphabet = /const ALPHABET = '([^']+)'/.exec(code)?.[1]
    const length = /const CODE_LENGTH = (\d+)/.exec(code)?.[1]
    const typed = alphabet && length ? [Math.log2(new Set(alphabet).size) * Number(length)] : []
    const all = [...bytes, ...typed]
    expect(all.length).toBeGreaterThan(0)
    for (const found of all) expect(found).toBeGreaterThanOrEqual(bits)
  })

  test('what is made from the key has 144 bits, and is compared in constant time', () => {
    expect(text('src/people/vault.ts')).toMatch(/\.digest\('base64url'\)\.slice\(0, 24\)/)
    expect(text('src/people/vault.ts')).toMatch(/isToken.*\n.*\n\s*return a\.length === b\.length && timingSafeEqual/)
    expect(text('src/channels/telegram/telegram.ts')).toContain('timingSafeEqual(digestOf(')
  })
})

test('a token is looked up by its keyed hash, and never lies in a table as it is', () => {
  const tables = text('src/store/tables.ts') + text('src/store/shared-tables.ts')
  expect(tables.match(/^\s+(?:token|code)_hash: string$/gm)!.length).toBeGreaterThanOrEqual(7)
  expect(tables).not.toMatch(/^\s+(?:token|code|secret|password)\??: /m)
  // No token is compared with `===` where the time that takes would tell how much of it is right.
  // A visit at a shared device is found by its own id first, of 128 bits.
  const compared = source.filter(
    ({ path, text }) =>
      path !== 'src/rounds/tablet-visits.ts' && /\b(?:token|secret) === (?!''|null|undefined|'|\d)/.test(text),
  )
  expect(compared.map(({ path }) => path)).toEqual([])
})

test('each of them ends: a row of a link, code or invitation has a last moment, and reading it looks at that', () => {
  const tables = text('src/store/tables.ts') + text('src/store/shared-tables.ts')
  for (const table of ['one_time_link', 'join_link', 'link_code', 'invitation', 'staff_link', 'joint_code'])
    expect(new RegExp(`\\b${table}: \\{[^}]*expires_at: Moment`).test(tables), table).toBe(true)
  for (const path of [...Object.keys(MADE).slice(0, 2), 'src/people/join-links.ts', 'src/people/places.ts'])
    expect(text(path), path).toContain('expires_at')
  // A key for data ends with its agreement, or when it is stopped.
  expect(/data_token: \{[^}]*revoked_at: MaybeMoment/.test(tables)).toBe(true)
})
