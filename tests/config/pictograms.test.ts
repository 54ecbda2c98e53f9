import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { withFolder } from './folder.ts'

const SAMPLE = readFileSync('config/pictograms/pictograms.yaml', 'utf8')
const told = (path: string) => {
  const { config, faults } = loadConfig(path)
  return { config, faults: faults.map(({ file, sentence }) => `${file}: ${sentence}`) }
}

test('each of our pictograms says what it shows, who made it and under which licence', () => {
  withFolder(({ path }) => {
    const { config, faults } = told(path)
    expect(faults).toEqual([])
    expect([...config.pictograms.keys()].sort()).toEqual([
      'between',
      'calm',
      'friends',
      'fun',
      'good',
      'help',
      'learning',
      'like-me',
      'not-good',
    ])
    expect(config.pictograms.get('calm')).toMatchObject({
      licence: 'CC BY 4.0',
      credit: 'Pols',
      alt: { ar: 'الشمس فوق ماء هادئ' },
    })
  })
})

test.each([
  ['no licence', SAMPLE.replace('    licence: CC BY 4.0\n', ''), '“licence” ontbreekt hier'],
  ['no credit', SAMPLE.replace('    credit: Pols\n', ''), '“credit” ontbreekt hier'],
  ['no alt at all', SAMPLE.replace(/ {4}alt: .*\n/, ''), '“alt” ontbreekt hier'],
  [
    'a language short',
    SAMPLE.replace(', ar: وجه مبتسم', ''),
    'Bij het pictogram “good” ontbreekt het Arabisch in “alt”',
  ],
])('%s: that pictogram is not shown, and the question that wants it is told of', (_, yaml, sentence) => {
  withFolder(({ path, write }) => {
    write('pictograms/pictograms.yaml', yaml)
    const { config, faults } = told(path)
    expect(faults[0]).toContain(
      'instrumentarium/wat-betekent-het.yaml: Het pictogram “good” staat niet in pictograms/pictograms.yaml.',
    )
    expect(faults.join('\n')).toContain(`pictograms/pictograms.yaml: `)
    expect(faults.join('\n')).toContain(sentence)
    expect(config.pictograms.has('good')).toBe(false)
    expect(config.pictograms.has('calm')).toBe(true)
    expect(config.methods.has('wat-betekent-het')).toBe(true)
  })
})

test.each([
  ['is not there', null],
  ['is no PNG', 'GIF89a and so on, with enough behind it'],
  ['begins otherwise', changed(1, 0x51)],
  ['is interlaced', changed(28, 1)],
  ['has 16 bits a channel', changed(24, 16)],
  ['is far too wide', changed(18, 8)],
  ['is far too large', Buffer.concat([readFileSync('config/pictograms/good.png'), Buffer.alloc(300_000)])],
])('a file that %s is told of', (_, bytes) => {
  withFolder(({ path, write, remove }) => {
    if (bytes === null) remove('pictograms/good.png')
    else write('pictograms/good.png', bytes)
    const { config, faults } = told(path)
    expect(faults.join('\n')).toContain('Het pictogram “good” kan niet getoond worden.')
    expect(config.pictograms.has('good')).toBe(false)
  })
})

/** Our good face, with one byte another. */
function changed(at: number, byte: number): Uint8Array {
  const png = readFileSync('config/pictograms/good.png')
  png[at] = byte
  return png
}
