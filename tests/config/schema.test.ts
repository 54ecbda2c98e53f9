import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemasOf } from '../../src/config/json-schema.ts'

const schemas = Object.entries(schemasOf())

test.each(schemas)('config/schemas/%s is what zod says; `npm run schema` writes it', (name, text) => {
  expect(readFileSync(`config/schemas/${name}`, 'utf8')).toBe(text)
})

test('there is no other schema, and every sample file names its own', () => {
  expect(readdirSync('config/schemas').sort()).toEqual(schemas.map(([name]) => name).sort())
  for (const [folder, schema] of [
    ['organisations', 'organisation'],
    ['instrumentarium', 'method'],
  ]) {
    for (const file of readdirSync(`config/${folder}`)) {
      const first = readFileSync(`config/${folder}/${file}`, 'utf8').split('\n')[0]
      expect(first).toBe(`# yaml-language-server: $schema=../schemas/${schema}.schema.json`)
    }
  }
  const first = readFileSync('config/helplines.yaml', 'utf8').split('\n')[0]
  expect(first).toBe('# yaml-language-server: $schema=schemas/helplines.schema.json')
  const pictures = readFileSync('config/pictograms/pictograms.yaml', 'utf8').split('\n')[0]
  expect(pictures).toBe('# yaml-language-server: $schema=../schemas/pictograms.schema.json')
})
