/** The pictures of digests on a coach's or a team page: behind the same address, and only of what stands on that page. */
import type { Context, Hono } from 'hono'
import { overTime } from '../console/trend-part.ts'
import type { CoachView } from '../console/view.ts'
import { textIn } from '../digest/labels.ts'
import { digestImage, trendImage } from '../pictures/digest-image.ts'
import type { Png } from '../pictures/render-png.ts'

/**
 * Adds the pictures below the path of a page.
 * @param viewOf what whoever asks gets to see; null for nobody
 */
export function addDrawnPages(
  pages: Hono,
  path: string,
  viewOf: (c: Context) => Promise<CoachView | null>,
  nowhere: (c: Context) => Response | Promise<Response>,
): void {
  const answer = (c: Context, image: { png: Png } | null | undefined) => {
    if (!image) return nowhere(c)
    c.header('Content-Type', 'image/png')
    return c.body(image.png)
  }

  pages.get(`${path}/overzicht/:picture`, async (c) => {
    const view = await viewOf(c)
    const digest = view?.overview.digests.find(({ id }) => `${id}.png` === c.req.param('picture'))
    return answer(c, view && digest ? await digestImage(digest.content, view.overview.language) : null)
  })

  pages.get(`${path}/tijd/:survey/:picture`, async (c) => {
    const view = await viewOf(c)
    const survey = view && overTime(view.overview.digests).find(({ surveyId }) => surveyId === c.req.param('survey'))
    const trend = survey?.trends.find(({ key }) => `${key}.png` === c.req.param('picture'))
    if (!view || !survey || !trend) return nowhere(c)
    const { language } = view.overview
    return answer(c, await trendImage(trend, textIn(survey.aspect, language), language))
  })
}
