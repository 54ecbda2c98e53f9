/** The read-only interface: who gets in, what it says of wrong questions, and that it is what its document says. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { endSharing } from '../../src/dialogue/data-agreements.ts'
import { createDataApi } from '../../src/export/data-api.ts'
import { makeKey, stopKeys } from '../../src/export/keys.ts'
import { openApi } from '../../src/export/openapi.ts'
import { apiPages } from '../../src/http/api-pages.ts'
import { makeGround } from '../support/ground.ts'
import { oneStore } from '../support/stores.ts'
import { agreedSharing, closedRound, house, mixedSaid } from './closed-rounds.ts'

const publicUrl = () => 'https://pols.example'
type Schemas = Record<string, object>

test('its document is sound OpenAPI, and made of what is answered', async () => {
  const document = JSON.parse(JSON.stringify(openApi(publicUrl())))
  expect(await new Validator().validate(document)).toEqual({ valid: true })
  document.paths['/api/v1/agreement'].get.responses[200].content = 'x'
  expect((await new Validator().validate(document)).valid).toBe(false)
})

oneStore((open) => {
  async function withKey() {
    const ground = makeGround(await open())
    await house(ground)
    for (const [n, month] of ['10', '11', '12'].entries())
      await closedRound(ground, `r${n}`, { day: `2026-${month}-07`, group: `p${n}`, said: mixedSaid(8 + n) })
    const agreement = await agreedSharing(ground, { level: 'aggregates' })
    const { id, lead, organisation } = agreement
    const made = await makeKey(ground, organisation, id, lead)
    if (typeof made === 'string') throw new Error(made)
    const pages = apiPages({ dataApi: createDataApi(ground), publicUrl })
    const ask = async (
      path: string,
      key: string | null = made.token,
      more: { method?: string; language?: string } = {},
    ) => {
      const headers = {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        'accept-language': more.language ?? 'en',
      }
      const response = await pages.request(path, { method: more.method ?? 'GET', headers })
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        headers: response.headers,
        body: await response.json(),
      }
    }
    return { ground, agreement, token: made.token, ask }
  }

  test('every answer is as the document says', async () => {
    const { ask } = await withKey()
    const { body: document } = await ask('/api/openapi.json', null)
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    const { schemas } = document.components as { schemas: Schemas }
    const seen: string[] = []
    for (const [path, { get }] of Object.entries(
      document.paths as Record<
        string,
        { get: { responses: Record<string, { content: Record<string, { schema: { $ref: string } }> }> } }
      >,
    )) {
      const { status, type, body } = await ask(path)
      const name = get.responses[String(status)]!.content[type!.split(';')[0]!]!.schema.$ref.split('/').at(-1)!
      const check = ajv.compile(schemas[name]!)
      expect({ path, ok: check(body), errors: check.errors }).toEqual({ path, ok: true, errors: null })
      expect(check({ ...body, more: 1 })).toBe(false)
      const refused = await ask(path, null)
      expect(ajv.compile(schemas.Problem!)(refused.body)).toBe(true)
      seen.push(path)
    }
    expect(seen).toEqual(['/api/v1/agreement', '/api/v1/surveys', '/api/v1/overviews'])
  })

  test('figures of frozen overviews by month, no answer, no day, no person, no theme', async () => {
    const { ask } = await withKey()
    const { body } = await ask('/api/v1/overviews')
    expect(body).toMatchObject({ page: 1, size: 20, pages: 1, total: 3 })
    expect(body.overviews.map(({ period }: { period: string }) => period).sort()).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
    ])
    const october = body.overviews.find(({ period }: { period: string }) => period === '2026-10')
    expect(october).toMatchObject({ survey: 'v', moment: 'end', sessions: 1, example: false })
    expect(october.figures).toContainEqual({
      ...{
        question: '_participation',
        about: 'participation',
        form: 'count',
        answers: [],
        silent: false,
        other: false,
      },
      ...{ bound: 'exactly', low: 8, high: 8, base: null, share: null },
    })
    expect(october.figures.filter(({ question }: { question: string }) => question === 'safe')).toEqual([
      expect.objectContaining({ form: 'hidden', low: null, high: null, base: null }),
    ])
    const whole = JSON.stringify([body, (await ask('/api/v1/surveys')).body, (await ask('/api/v1/agreement')).body])
    expect(whole).not.toMatch(/p\d\d|run-|geheim|dakloos|-07"|"r\d"/)
  })

  test('a page at a time, each overview once, in an order that stays', async () => {
    const { ask } = await withKey()
    const ids: string[] = []
    for (const page of [1, 2, 3]) {
      const { body } = await ask(`/api/v1/overviews?size=1&page=${page}`)
      expect(body).toMatchObject({ page, size: 1, pages: 3, total: 3 })
      ids.push(...body.overviews.map(({ id }: { id: string }) => id))
    }
    const { body } = await ask('/api/v1/overviews')
    expect(ids).toEqual(body.overviews.map(({ id }: { id: string }) => id))
    expect(new Set(ids).size).toBe(3)
    expect((await ask('/api/v1/overviews?page=4')).body.overviews).toHaveLength(3 - 3)
  })

  test.each(['page=0', 'page=x', 'page=1.5', 'page=-1', 'size=101', 'size=0', 'page=9999999999'])(
    '%s is refused in one sentence',
    async (query) => {
      const { ask } = await withKey()
      expect(await ask(`/api/v1/overviews?${query}`)).toMatchObject({
        status: 400,
        type: 'application/problem+json',
        body: { status: 400, title: 'Bad Request', detail: 'Choose a page from 1, and 1 to 100 overviews a page.' },
      })
    },
  )

  describe('who gets in', () => {
    const refused = { status: 401, type: 'application/problem+json', body: { status: 401, title: 'Unauthorized' } }

    test('nobody without a key, with another, or with one in the address', async () => {
      const { ask, token } = await withKey()
      for (const key of [null, 'x', `${token}x`, token.slice(0, -1), `pols_${'A'.repeat(43)}`])
        expect(await ask('/api/v1/overviews', key)).toMatchObject(refused)
      expect(await ask(`/api/v1/overviews?key=${token}`, null)).toMatchObject(refused)
      const { body, headers } = await ask('/api/v1/overviews', null, { language: 'nl' })
      expect(body.detail).toBe(
        'Deze vraag heeft geen sleutel, of een sleutel die niet (meer) werkt. Vraag een nieuwe aan de organisatie.',
      )
      expect(headers.get('www-authenticate')).toBe('Bearer')
    })

    test('nobody once the keys are stopped, the agreement is ended or its last day is over', async () => {
      const { ask, ground, agreement } = await withKey()
      const { id, lead, organisation } = agreement
      expect((await ask('/api/v1/agreement')).status).toBe(200)
      await stopKeys(ground, organisation, id, lead)
      expect(await ask('/api/v1/agreement')).toMatchObject(refused)
      const made = (await makeKey(ground, organisation, id, lead)) as { token: string }
      expect((await ask('/api/v1/agreement', made.token)).status).toBe(200)
      await endSharing(ground, organisation, id, lead)
      expect(await ask('/api/v1/agreement', made.token)).toMatchObject(refused)
      expect(await makeKey(ground, organisation, id, lead)).toBe('sharing-no-longer')
      const short = await agreedSharing(ground, { level: 'aggregates', endsOn: '2026-11-26' })
      const key = (await makeKey(ground, organisation, short.id, short.lead)) as { token: string }
      expect((await ask('/api/v1/agreement', key.token)).status).toBe(200)
      ground.clock.set('2026-11-27T09:00:00Z')
      expect(await ask('/api/v1/agreement', key.token)).toMatchObject(refused)
    })

    test('a key is made by the lead only, is kept as a keyed hash, and stands in no log', async () => {
      const { ask, ground, agreement, token } = await withKey()
      expect(await makeKey(ground, agreement.organisation, agreement.id, agreement.coach)).toBe('desk-may-not')
      await ask('/api/v1/agreement')
      const rows = await ground.store.db.selectFrom('data_token').selectAll().execute()
      expect(rows).toMatchObject([
        { token_hash: ground.vault.hashToken(token), used_on: '2026-11-25', revoked_at: null },
      ])
      const audit = await ground.store.db.selectFrom('audit').selectAll().execute()
      expect(JSON.stringify([rows, audit, ground.logs])).not.toContain(token.slice(5))
    })
  })

  test('it only reads, asks for patience, and knows no other address', async () => {
    const { ask, ground } = await withKey()
    expect(await ask('/api/v1/overviews', undefined, { method: 'POST' })).toMatchObject({
      status: 405,
      type: 'application/problem+json',
    })
    expect(await ask('/api/v1/people')).toMatchObject({ status: 404, body: { title: 'Not Found' } })
    for (let times = 0; times < 60; times += 1) expect((await ask('/api/v1/agreement')).status).toBe(200)
    expect(await ask('/api/v1/agreement')).toMatchObject({ status: 429, body: { title: 'Too Many Requests' } })
    ground.clock.pass({ minutes: 1 })
    expect((await ask('/api/v1/agreement')).status).toBe(200)
  })
})
