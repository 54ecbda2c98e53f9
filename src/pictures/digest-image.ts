/** The pictures that go along with a digest, and with a question over time. */
import type { Digest } from '../digest/content.ts'
import { digestPicture } from '../digest/picture.ts'
import type { Trend } from '../digest/trend.ts'
import { trendPicture } from '../digest/trend-picture.ts'
import type { Language } from '../survey/question-set.ts'
import { type Png, renderPng } from './render-png.ts'

/** @returns null when there is nothing to draw: a prompt then goes without */
export async function digestImage(digest: Digest, language: Language): Promise<{ png: Png; alt: string } | null> {
  const picture = digestPicture(digest, language)
  return picture && { png: await renderPng(picture.svg), alt: picture.alt }
}

export async function trendImage(trend: Trend, survey: string, language: Language): Promise<{ png: Png; alt: string }> {
  const picture = trendPicture(trend, survey, language)
  return { png: await renderPng(picture.svg), alt: picture.alt }
}
