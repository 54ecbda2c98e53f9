/** The OpenAPI document of the read-only interface, made from the shapes that its answers have. */
import { z } from 'zod'
import { agreementShape, overviewsShape, problemShape, surveysShape } from './api-shapes.ts'

/** @param url where this service is reached, without a slash at the end */
export function openApi(url: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pols: figures for receivers',
      version: '1',
      description:
        'Read-only. Figures of frozen overviews of youth organisations, under one agreement with one receiver. Nothing here is about a person: bounds, hidden figures and months instead of days protect small groups.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    security: [{ key: [] }],
    tags: [{ name: 'figures' }],
    paths: {
      '/api/v1/agreement': get('readAgreement', 'What was agreed with this receiver.', 'Agreement'),
      '/api/v1/surveys': get('readSurveys', 'Surveys with their questions and options.', 'Surveys'),
      '/api/v1/overviews': {
        get: {
          ...get('readOverviews', 'Frozen overviews, a page at a time, in an order that tells nothing.', 'Overviews')
            .get,
          parameters: [
            parameter('page', 'Which page, from 1.', { type: 'integer', minimum: 1, maximum: 10_000, default: 1 }),
            parameter('size', 'How many overviews a page.', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
          ],
        },
      },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key of one agreement.' } },
      schemas: {
        Agreement: schemaOf(agreementShape),
        Surveys: schemaOf(surveysShape),
        Overviews: schemaOf(overviewsShape),
        Problem: schemaOf(problemShape),
      },
    },
  }
}

function get(operationId: string, summary: string, schema: string) {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  return {
    get: {
      ...{ operationId, summary, tags: ['figures'] },
      responses: {
        200: {
          description: summary,
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
        },
        400: problem('A page or size that is no such number.'),
        401: problem('No key, or one that opens nothing (any more).'),
        429: problem('Too many questions within a minute.'),
      },
    },
  }
}

const parameter = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema })

/** Without the name of the dialect: in OpenAPI 3.1 it is the usual one. */
function schemaOf(shape: z.ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(shape)
  return schema
}
