/** From our SVG to PNG, with our own fonts: the same picture on every machine. */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { EngineError } from '../errors.ts'

export type Png = Uint8Array<ArrayBuffer>

/**
 * One after the other, in a thread of its own: drawing takes a tenth of a second and more, in which this thread does
 * other things. The drawing thread starts at the first picture and does not keep the process alive when it has
 * nothing to draw; the last pictures are kept.
 * @param svg as large as the PNG becomes, in pixels
 * @throws EngineError for what cannot be drawn (our bug); the next picture is drawn all the same
 */
export function renderPng(svg: string): Promise<Png> {
  const key = createHash('sha256').update(svg).digest('base64')
  const known = kept.get(key)
  if (known) return known
  const drawn = last.then(() => draw(svg))
  last = drawn.catch(() => undefined)
  kept.set(key, drawn)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  drawn.catch(() => kept.delete(key))
  return drawn
}

/** Ends the drawing thread after the pictures that wait. A picture asked for later starts it again. */
export function closePictures(): Promise<unknown> {
  last = last.then(() => thread?.terminate())
  return last
}

/** A picture is about 100 kB. */
const MOST_KEPT = 60
const kept = new Map<string, Promise<Png>>()
let last: Promise<unknown> = Promise.resolve()
let thread: Worker | undefined
let waiting: PromiseWithResolvers<Png> | undefined

function draw(svg: string): Promise<Png> {
  waiting = Promise.withResolvers<Png>()
  thread ??= startThread()
  thread.ref()
  thread.postMessage(svg)
  return waiting.promise
}

/** A thread in which anything failed is not used again: after a fault the renderer's memory cannot be trusted. */
function startThread(): Worker {
  // Options of this process (a profile, a script given in words) are not for the thread.
  const worker = new Worker(new URL('./drawing-thread.ts', import.meta.url), { execArgv: [] })
  worker.on('message', (png: Png) => {
    worker.unref()
    waiting?.resolve(png)
  })
  // The renderer's own words may quote the picture; an exit follows.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    thread = undefined
    waiting?.reject(new EngineError('a picture could not be drawn; the next one gets a new drawing thread'))
  })
  return worker
}
