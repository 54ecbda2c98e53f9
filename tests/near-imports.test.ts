import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearUrl } from '../src/near-imports.ts'

test('the address of a module nearby is the one that the standard gives, whatever the path', () => {
  const part = fc.stringMatching(/^[\w-]{1,6}$/)
  const specifier = fc
    .tuple(
      fc.constantFrom('./', '../', '../../', '../../../'),
      fc.array(part, { maxLength: 2 }),
      fc.stringMatching(/^[\w-]{1,5}(\.[\w-]{1,3})?\.(ts|js)$/),
    )
    .map(([way, folders, file]) => way + [...folders, file].join('/'))
  fc.assert(
    fc.property(specifier, fc.array(part, { minLength: 4, maxLength: 6 }), (given, folders) => {
      const parent = pathToFileURL(`/${folders.join('/')}/één bestand.ts`).href
      expect(nearUrl(given, parent)).toBe(new URL(given, parent).href)
    }),
  )
})

test('what takes more than its path to be found is left to Node', () => {
  const parent = 'file:///huis/kamer/bestand.ts'
  const rest = [
    'kysely',
    '#intern',
    'node:fs',
    '/a.ts',
    './a',
    './a.json',
    './a.js?x',
    './%61.js',
    './.a.js',
    './a/../b.js',
  ]
  for (const one of [...rest, './a//b.js', '.././a.js', './b/.js', 'file:///huis/a.ts', './../a.js', './a.mjs']) {
    expect([one, nearUrl(one, parent)]).toEqual([one, null])
  }
  for (const strange of ['', 'data:text/javascript,1', 'node:internal', `${parent}?x`, 'https://huis.be/a.js']) {
    expect(nearUrl('./a.ts', strange)).toBeNull()
  }
  expect(nearUrl('../../../../a.ts', parent)).toBeNull()
})

test('each module is loaded once, as what its own package says it is, and one that is not there is missed', () => {
  const root = mkdtempSync(join(tmpdir(), 'pols-near-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('package.json', '{"type":"module"}')
  for (const name of ['a', 'b', 'c']) write(`new/${name}.js`, `export const of = {}, kind = typeof require`)
  write('new/old/package.json', '{"type":"commonjs"}')
  for (const name of ['d', 'e']) write(`new/old/${name}.js`, `exports.kind = typeof require`)
  write('new/old/f.ts', `const kind: string = typeof require; module.exports = { kind }`)
  write('typed/g.ts', `export const kind: string = typeof require`)
  write('typed/h.ts', `import { of } from '../new/c.js'\nexport { of }`)
  write(
    'main.js',
    `import { resolveNearImports } from ${JSON.stringify(new URL('../src/near-imports.ts', import.meta.url).href)}
    resolveNearImports()
    const kinds = []
    for (const path of ['a', 'b', 'c', 'old/d', 'old/e']) kinds.push((await import('./new/' + path + '.js')).kind)
    kinds.push((await import('./new/old/f.ts')).default.kind, (await import('./typed/g.ts')).kind)
    const { of } = await import('./typed/h.ts')
    const same = of === (await import(new URL('new/c.js', import.meta.url).href)).of
    const missing = await import('./new/nergens.js').catch(() => 'missed')
    console.log(JSON.stringify({ kinds, same, missing }))`,
  )
  try {
    const said = execFileSync(process.execPath, [join(root, 'main.js')], { encoding: 'utf8' })
    const [esm, commonjs] = ['undefined', 'function']
    expect(JSON.parse(said)).toEqual({
      kinds: [esm, esm, esm, commonjs, commonjs, commonjs, esm],
      same: true,
      missing: 'missed',
    })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
