/** The thread that draws: other work goes on meanwhile, a fault ends it and no more than that, and nobody waits for it to go home. */
import { execFile } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import { afterAll, expect, test } from 'vitest'
import { EngineError } from '../../src/errors.ts'
import { closePictures, renderPng } from '../../src/pictures/render-png.ts'

afterAll(closePictures)

const SECRET = 'veldmuis'
const svg = (width: number, inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20">${inside}</svg>`
const widthOf = (png: Uint8Array) => PNG.sync.read(Buffer.from(png)).width

test('pictures asked for together are drawn, each as itself, and the same one once', async () => {
  const asked = [11, 12, 13, 12].map((width) => renderPng(svg(width)))
  expect((await Promise.all(asked)).map(widthOf)).toEqual([11, 12, 13, 12])
  expect(asked[3]).toBe(asked[1])
})

test('other work goes on while a picture is drawn', async () => {
  await renderPng(svg(21))
  let turns = 0
  const drawn = renderPng(svg(3000, '<circle cx="9" cy="9" r="9"/>'.repeat(2000))).then(() => true)
  while (!(await Promise.race([drawn, setImmediate(false)]))) turns += 1
  expect(turns).toBeGreaterThan(100)
})

test.each([
  ['what is no picture', `<svg>${SECRET}</b>`],
  ['a picture too large for any memory', svg(2_000_000_000, `<text>${SECRET}</text>`)],
])('%s is refused without quoting it, and the pictures behind it are drawn', async (_, wrong) => {
  const first = renderPng(wrong)
  const [refused, next] = await Promise.allSettled([first, renderPng(svg(31))])
  const reason = (refused as PromiseRejectedResult).reason as Error
  expect(reason).toBeInstanceOf(EngineError)
  expect(`${reason.stack}${reason.cause}`).not.toContain(SECRET)
  expect(next.status).toBe('fulfilled')
  const again = renderPng(wrong)
  expect(again).not.toBe(first)
  await expect(again).rejects.toThrow(EngineError)
  expect(widthOf(await renderPng(svg(32)))).toBe(32)
})

test('closing lets the pictures that wait be drawn, and a later one starts it again', async () => {
  const before = renderPng(svg(41))
  await closePictures()
  expect(widthOf(await before)).toBe(41)
  expect(widthOf(await renderPng(svg(42)))).toBe(42)
})

test('a process waits for its picture, and ends although nobody closed anything', async () => {
  const module = fileURLToPath(new URL('../../src/pictures/render-png.ts', import.meta.url))
  const script = `const { renderPng } = await import(${JSON.stringify(module)})
    renderPng(${JSON.stringify(svg(51))}).then((png) => process.stdout.write(String(png.length)))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  expect(Number(stdout)).toBe((await renderPng(svg(51))).length)
})
