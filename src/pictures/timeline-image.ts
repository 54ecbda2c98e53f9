/** The picture of a year plan. */
import type { Language } from '../survey/question-set.ts'
import { timelinePicture } from '../timeline/picture.ts'
import type { YearPlan } from '../timeline/plan.ts'
import { type Png, renderPng } from './render-png.ts'

export async function timelineImage(plan: YearPlan, language: Language): Promise<{ png: Png; alt: string }> {
  const { svg, alt } = timelinePicture(plan, language)
  return { png: await renderPng(svg), alt }
}
