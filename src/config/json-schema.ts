/** JSON Schemas of the files that organisations edit, made from zod, for completion in editors. */
import { z } from 'zod'
import { helplines } from './helplines.ts'
import { card } from './method.ts'
import { organisation } from './organisation.ts'
import { pictograms } from './pictograms.ts'

/** The text of each schema file, by its name. */
export function schemasOf(): Record<string, string> {
  return {
    'organisation.schema.json': textOf('An organisation', organisation),
    'helplines.schema.json': textOf('The help lines that young people are shown', helplines),
    'pictograms.schema.json': textOf('The pictograms beside the answers', pictograms),
    'method.schema.json': textOf('A card of the instrumentarium', card),
  }
}

/** As a file is written, not as it is read: a line with a default may be left out. */
const textOf = (title: string, schema: z.ZodType) =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
