import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPictogram } from '../../src/config/pictograms.ts'
import { pictureSheet } from '../../src/http/picture-sheet.ts'
import { decodePng, encodePng, type Raster } from '../../src/http/png.ts'
import { createHttp } from '../../src/http/server.ts'
import { makeHouse } from '../support/web-house.ts'

const get = (path: string) => createHttp(makeHouse().deps).fetch(new Request(`http://localhost${path}`))
const pixel = ({ width, pixels }: Raster, x: number, y: number) => [
  ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
]

describe('pictures', () => {
  test('one pictogram is given as it is, for anybody and for a while', async () => {
    const response = await get('/beeld/good.png')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(readPictogram('config', 'good'))
  })

  test('several stand on one sheet, three beside each other', async () => {
    const response = await get('/beeld/friends+calm+fun+learning+like-me+help.png')
    const sheet = decodePng(new Uint8Array(await response.arrayBuffer()))
    expect([sheet.width, sheet.height]).toEqual([3 * 176, 2 * 212])
    const lone = decodePng(readPictogram('config', 'calm')!)
    expect(pixel(sheet, 176 + 88, 8 + 60)).toEqual(pixel(lone, 80, 60))
  })

  test.each(['nope', 'good+nope', '../good', 'good+', `${'good+'.repeat(10)}good`, 'GOOD'])(
    '%s is not there',
    async (names) => {
      expect((await get(`/beeld/${names}.png`)).status).toBe(404)
    },
  )
})

describe('a sheet', () => {
  const square = (side: number, colour: [number, number, number, number]): Raster => ({
    width: side,
    height: side,
    pixels: Uint8Array.from(Array.from({ length: side * side }, () => colour).flat()),
  })

  test('shows each picture in its place, larger and smaller ones in the same size, and what is seen through as white', () => {
    const sheet = pictureSheet([square(400, [200, 0, 0, 255]), square(20, [0, 200, 0, 255]), square(160, [0, 0, 0, 0])])
    expect(pixel(sheet, 88, 88)).toEqual([200, 0, 0])
    expect(pixel(sheet, 9, 9)).toEqual([200, 0, 0])
    expect(pixel(sheet, 176 + 9, 9)).toEqual([0, 200, 0])
    expect(pixel(sheet, 352 + 88, 88)).toEqual([255, 255, 255])
    expect(pixel(sheet, 3, 3)).toEqual([255, 255, 255])
  })

  test('has a number below each, and no two the same', () => {
    const sheet = pictureSheet(Array.from({ length: 10 }, () => square(10, [0, 0, 0, 0])))
    const below = Array.from({ length: 10 }, (_, i) => {
      const dots: number[] = []
      for (let y = 0; y < 36; y += 1) {
        for (let x = 0; x < 176; x += 1) {
          const at = [(i % 3) * 176 + x, Math.floor(i / 3) * 212 + 176 + y] as const
          if (pixel(sheet, ...at)[0] === 27) dots.push(y * 176 + x)
        }
      }
      return dots.join()
    })
    expect(new Set(below).size).toBe(10)
    expect(below.every((dots) => dots.length > 100)).toBe(true)
  })
})

describe('PNG', () => {
  const colours: Raster = {
    width: 3,
    height: 2,
    pixels: Uint8Array.from([
      255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 10, 20, 30, 255, 200, 200, 200, 128, 0, 0, 0, 0,
    ]),
  }

  test('what is written can be read, on a white ground', () => {
    const { width, height, pixels } = decodePng(encodePng(colours))
    expect([width, height]).toEqual([3, 2])
    expect([...pixels]).toEqual([
      255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 10, 20, 30, 255, 227, 227, 227, 255, 255, 255, 255, 255,
    ])
  })

  test('a drawing made by a browser has its colours: every way of making a line smaller is undone', () => {
    const face = decodePng(readPictogram('config', 'good')!)
    expect([face.width, face.height]).toEqual([160, 160])
    expect(pixel(face, 80, 75)).toEqual([191, 227, 198])
    expect(pixel(face, 57, 65)).toEqual([27, 31, 30])
    expect(pixel(face, 2, 2)).toEqual([255, 255, 255])
    expect(pixel(face, 157, 157)).toEqual([255, 255, 255])
  })

  test.each([
    ['grey', 0, [7, 200], [7, 7, 7, 255, 200, 200, 200, 255]],
    ['colours', 2, [1, 2, 3, 4, 5, 6], [1, 2, 3, 255, 4, 5, 6, 255]],
    ['a palette, one of it half seen through', 3, [1, 0], [4, 5, 6, 255, 1, 2, 3, 128]],
    ['grey with opacity', 4, [7, 0, 200, 90], [7, 7, 7, 0, 200, 200, 200, 90]],
    ['colours with opacity', 6, [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('%s', (_, kind, line, pixels) => {
    const palette = [part('PLTE', [1, 2, 3, 4, 5, 6]), part('tRNS', [128])]
    const file = [part('IHDR', [0, 0, 0, 2, 0, 0, 0, 1, 8, kind, 0, 0, 0]), ...(kind === 3 ? palette : [])]
    const image = Buffer.concat([Buffer.alloc(8), ...file, part('IDAT', deflateSync(Buffer.from([0, ...line])))])
    expect([...decodePng(image).pixels]).toEqual(pixels)
  })

  test('what is no such picture is refused in words', () => {
    expect(() => decodePng(Buffer.from('not a picture at all, but long enough to look at'))).toThrow('png:')
    const deep = Buffer.from(encodePng(colours))
    deep[24] = 16
    expect(() => decodePng(deep)).toThrow('png:')
  })
})

/** A part of a PNG; nobody looks at its checksum. */
function part(type: string, data: Iterable<number>): Buffer {
  const bytes = Buffer.from([...data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), bytes, Buffer.alloc(4)])
}
