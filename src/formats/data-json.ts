/** The data as JSON, and the JSON Schema that says exactly what may stand in it. */
import { jsonFile, variableOf } from './codebook.ts'
import { type Column, MISSING_CODES, missingLabel, type Table } from './columns.ts'
import { type ExportFile, MISSING } from './dataset.ts'

/** Each row is an object by the names of the columns; an empty cell is null. */
export function dataJson({ dataset, columns, rows }: Table): ExportFile {
  return jsonFile('data.json', {
    $schema: './data.schema.json',
    name: dataset.name,
    level: dataset.level,
    about: dataset.about,
    missing: Object.fromEntries(
      MISSING_CODES.map((code) => [code, { value: MISSING[code], label: missingLabel(code) }]),
    ),
    variables: columns.map(variableOf),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]!]))),
  })
}

/** JSON Schema 2020-12 of this very file: each column has its own values. */
export function dataSchema({ dataset, columns }: Table): ExportFile {
  const names = columns.map(({ name }) => name)
  return jsonFile('data.schema.json', {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: dataset.name,
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      name: { const: dataset.name },
      level: { const: dataset.level },
      about: {
        type: 'object',
        required: ['organisation', 'receiver', 'purpose', 'from', 'until', 'madeOn', 'endsOn', 'languages', 'example'],
      },
      missing: { type: 'object' },
      variables: {
        type: 'array',
        minItems: columns.length,
        maxItems: columns.length,
        items: { type: 'object', required: ['name', 'label', 'kind', 'measure', 'values', 'missing'] },
      },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          properties: Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])),
          required: names,
          additionalProperties: false,
        },
      },
    },
    required: ['name', 'level', 'about', 'missing', 'variables', 'rows'],
    additionalProperties: false,
  })
}

function cellSchema({ kind, values, missing }: Column): object {
  if (kind === 'text') return { anyOf: [{ type: 'string' }, { type: 'null' }] }
  const reasons = missing.map((code) => MISSING[code] as number)
  if (values.length > 0) return { enum: [...new Set([...values.map(({ value }) => value), ...reasons]), null] }
  return { anyOf: [{ type: 'number' }, { type: 'null' }] }
}
