import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { readPictogram } from '../../src/config/pictograms.ts'
import { pictureSheet } from '../../src/http/picture-sheet.ts'
import { createHttp } from '../../src/http/server.ts'
import { renderPng } from '../../src/pictures/render-png.ts'
import { makeHouse } from '../support/web-house.ts'

const get = (path: string) => createHttp(makeHouse().deps).fetch(new Request(`http://localhost${path}`))
const read = (png: Uint8Array) => PNG.sync.read(Buffer.from(png))
const pixel = ({ width, data }: PNG, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
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
    const sheet = read(new Uint8Array(await response.arrayBuffer()))
    expect([sheet.width, sheet.height]).toEqual([3 * 176, 2 * 212])
    const lone = read(readPictogram('config', 'calm')!)
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
  const square = (side: number, colour: [number, number, number, number]): Uint8Array => {
    const picture = new PNG({ width: side, height: side })
    picture.data.set(Array.from({ length: side * side }, () => colour).flat())
    return PNG.sync.write(picture)
  }
  const sheetOf = async (...pictures: Uint8Array[]) => read(await renderPng(pictureSheet(pictures)))

  test('shows each picture in its place, larger and smaller ones in the same size, and what is seen through as white', async () => {
    const sheet = await sheetOf(square(400, [200, 0, 0, 255]), square(20, [0, 200, 0, 255]), square(160, [0, 0, 0, 0]))
    expect(pixel(sheet, 88, 88)).toEqual([200, 0, 0])
    expect(pixel(sheet, 9, 9)).toEqual([200, 0, 0])
    expect(pixel(sheet, 176 + 9, 9)).toEqual([0, 200, 0])
    expect(pixel(sheet, 352 + 88, 88)).toEqual([255, 255, 255])
    expect(pixel(sheet, 3, 3)).toEqual([255, 255, 255])
  })

  test('has a number below each, and no two the same', async () => {
    const sheet = await sheetOf(...Array.from({ length: 10 }, () => square(10, [0, 0, 0, 0])))
    const below = Array.from({ length: 10 }, (_, i) => {
      const dots: number[] = []
      for (let y = 0; y < 36; y += 1) {
        for (let x = 0; x < 176; x += 1) {
          const at = [(i % 3) * 176 + x, Math.floor(i / 3) * 212 + 176 + y] as const
          if (pixel(sheet, ...at)[0]! < 60) dots.push(y * 176 + x)
        }
      }
      return dots.join()
    })
    expect(new Set(below).size).toBe(10)
    expect(below.every((dots) => dots.length > 100)).toBe(true)
  })

  test('a file that is damaged leaves its place empty, and the others stand', async () => {
    const damaged = Buffer.from(square(160, [200, 0, 0, 255]))
    damaged.fill(7, 40)
    const sheet = await sheetOf(damaged, Buffer.from('no picture at all'), square(160, [0, 200, 0, 255]))
    expect(pixel(sheet, 88, 88)).toEqual([255, 255, 255])
    expect(pixel(sheet, 176 + 88, 88)).toEqual([255, 255, 255])
    expect(pixel(sheet, 352 + 88, 88)).toEqual([0, 200, 0])
  })
})
