/** A method of the instrumentarium, as its YAML file has it. zod is the source of the type, the checks and the JSON Schema. */
import { z } from 'zod'
import { localText, name, questionSet } from '../survey/question-set.ts'

const minutes = z.int().min(0).max(600)

export const method = z.strictObject({
  id: name.describe('The same as the name of the file, without .yaml.'),
  version: z.int().min(1).describe('Raise it when a question changes; what was asked before keeps its own version.'),
  title: localText,
  measures: localText.describe('What this method measures, in one sentence.'),
  for: localText.describe('For which young people, or when.'),
  minutes: z
    .strictObject({ young: minutes.describe('Per young person.'), staff: minutes.describe('Per session or term.') })
    .describe('How much time it takes.'),
  licence: z.string().trim().min(1).describe('Licence of the questions; without one they cannot be shared.'),
  source: z.string().trim().min(1).describe('Who made the questions, or what they are based on.'),
  nativeCheck: z
    .array(z.enum(['en', 'fr', 'ar']))
    .default([])
    .describe(
      'Languages whose texts somebody read who grew up with that language. Others are shown with a warning to staff.',
    ),
  set: questionSet,
})
export type Method = z.infer<typeof method>
