/** The page of a writer: the whole worksheet below each other, behind a link out of a chat or as a page of their own. */
import { expect, test } from 'vitest'
import { joinJoint, makeJointCode } from '../../src/dialogue/joint-open.ts'
import { readWriter } from '../../src/dialogue/sheet-writers.ts'
import { invite } from '../../src/people/staff.ts'
import { plain } from '../support/app.ts'
import { labels } from '../support/fake-telegram.ts'
import { formsOf, wordsOf } from '../support/html.ts'
import { type Story, startStory } from '../support/story.ts'
import { opensJoint } from '../support/story-joint.ts'
import { openFields, taps, types } from '../support/story-sheets.ts'
import { withRole } from '../support/story-staff.ts'
import { sayOf } from '../support/story-young.ts'
import { onTeamPage } from '../support/team-page.ts'

const LONG = { timeout: 120_000 }
const say = (key: string, values: Record<string, string | number> = {}) => sayOf('nl', key, values)

/** A browser without scripts on the page of a worksheet. */
function browser(story: Story, path: string) {
  const call = async (to: string, form?: [string, string][], language = 'nl') => {
    const response = await fetch(`http://127.0.0.1:${story.app.port()}${to}`, {
      redirect: 'manual',
      headers: { 'accept-language': language },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    const html = await response.text()
    return { status: response.status, html, text: plain(wordsOf(html)), to: response.headers.get('location') }
  }
  return {
    open: (language = 'nl') => call(path, undefined, language),
    keep: (field: string, ...more: [string, string][]) => call(`${path}/veld`, [['veld', field], ...more]),
    call,
  }
}

const fields = async (story: Story) => openFields(story, (await story.tables()).sheet_field!)

test(
  'a link out of the chat leads there for an hour; what is kept there stands in the chat, and 20,000 characters do not',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const jo = await withRole(story, 'xy', 900, 'worker', 'Jo')
    await types(story, jo, '/werkblad')
    expect(await taps(story, jo, 'Op een pagina')).toContain('De link werkt een uur')
    const path = /\/werkblad\/[\w-]{43}/.exec(jo.messages.at(-1)!.text)![0]
    const page = browser(story, path)
    const first = await page.open()
    expect(first.status).toBe(200)
    expect(first.text).toContain('Je schrijft als Jo, voor XY.')
    expect(formsOf(first.html)).toHaveLength(13)
    // Behind a link there is no conversation: that is in the chat.
    expect(first.html).not.toContain(`${path}/tik`)

    expect((await page.keep('goal', ['text', 'Elke jongere\r\ntelt mee'])).to).toBe(`${path}?bewaard=goal#goal`)
    await page.keep('groups', ['keuze', 'justice'], ['keuze', 'working'], ['keuze', 'nonsense'])
    await page.keep('ideal', ['keuze', 'same'], ['keuze', 'other'], ['text', 'Van bij ons'])
    await page.keep('keep', ['text', 'x'])
    expect((await page.keep('keep', ['text', ' '])).to).toBe(`${path}?gewist=keep#keep`)
    await page.keep('what', ['text', 'Wonen'])
    expect((await page.keep('what', ['text', 'Wonen'], ['wis', 'ja'])).to).toBe(`${path}?gewist=what#what`)
    const secret = await page.keep('need', ['text', '<script>alert(1)</script> Ons team is op'])
    expect(secret.status).toBe(303)

    const long = 'é'.repeat(20_000)
    const refused = await page.keep('dream', ['text', long])
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/20\.000/)
    expect(refused.html).toContain(long)
    const again = await page.open()
    expect(again.html).toContain('Ons team is op')
    expect(again.html).toContain('&lt;script&gt;')
    expect(again.html).not.toContain('<script>alert')
    expect(again.html).not.toContain('ééé')
    expect((await page.keep('nergens', ['text', 'x'])).status).toBe(404)
    expect((await page.call(`${path}/veld`, [['tekst', 'x']])).status).toBe(400)
    const arabic = await page.open('ar')
    expect(arabic.html).toContain('dir="rtl"')
    expect(arabic.text).toContain('ورقة العمل')

    expect(await taps(story, jo, 'Naar het begin', 'Overzicht')).toContain('Impactdoel: Elke jongere telt mee')
    story.clock.pass({ minutes: 61 })
    const over = await page.open()
    expect([over.status, over.text.includes(say('sheet-page-nobody'))]).toEqual([404, true])
    expect((await page.keep('goal', ['text', 'te laat'])).status).toBe(404)
    expect(await fields(story)).toEqual({
      goal: { text: 'Elke jongere\ntelt mee' },
      groups: { codes: ['working', 'justice'] },
      ideal: { codes: ['same'], text: 'Van bij ons' },
      need: { text: '<script>alert(1)</script> Ons team is op' },
    })
    expect(story.logs.join('\n')).not.toMatch(new RegExp(`telt mee|Ons team|${path.split('/').at(-1)}`))
  },
)

test(
  'somebody with a personal page goes there from its conversation, and reads there what a partner shares',
  LONG,
  async () => {
    const story = await startStory({ discord: false })
    const { code } = await invite(story.app.ground, 'xyz', { role: 'lead', name: 'Noor' }, 'command line')
    const team = await onTeamPage(story, `/uitnodiging/${code}`)
    await team.press('Ik doe dit')
    await team.forge('tik', { data: 't.m' })
    await team.press('Werkbladen')
    await team.press('Begin')
    await team.write('Kinderen van het plein')
    await team.press('Overzicht')
    await team.press('Op een pagina')
    const path = `/werkblad/${team.path().split('/').at(-1)}`
    expect(team.html()).toContain(path)
    const page = browser(story, path)
    const first = await page.open()
    expect(first.html).toContain('Kinderen van het plein')
    expect(first.text).toContain(say('sheet-page-chat'))

    // A partner in another chat lets this page in, and shares a field.
    const samira = await withRole(story, 'xy', 900, 'lead', 'Samira')
    const sheetId = await opensJoint(story, samira)
    const { ground } = story.app
    const [self] = await ground.store.db.selectFrom('joint_partner').select('id').execute()
    const made = await makeJointCode(ground, sheetId, self!.id, 'partner')
    if (!made.ok) throw new Error('no code')
    const account = { channel: 'web' as const, id: path.split('/').at(-1)! }
    const noor = (await readWriter(ground, 'web', ground.vault.hashAddress(account)))!
    expect(await joinJoint(ground, made.value.code, noor)).toMatchObject({ ok: true })
    await types(story, samira, '/werkblad')
    await taps(story, samira, 'Begin')
    await types(story, samira, 'Meisjes uit de wijk')
    await types(story, samira, '/werkblad')
    await taps(story, samira, 'Delen', 'Wie meedoet')
    expect(labels(samira.card())).toContain('XYZ')
    await taps(story, samira, 'XYZ')
    const shared = (await page.open()).text
    expect(shared).toContain('XY deelt dit met jou, bij “Samen Noord”')
    expect(shared).toContain('Meisjes uit de wijk')
    await taps(story, samira, 'XYZ')
    expect((await page.open()).text).not.toContain('Meisjes uit de wijk')
    const { outgoing } = await story.tables()
    expect(outgoing!.filter(({ subject_id: subject }) => String(subject).includes(':share:'))).toEqual([])
  },
)

test(
  'a page that is nobody’s, of a length that no page has, or of somebody with no worksheet: nothing there',
  LONG,
  async () => {
    const story = await startStory({ telegram: false, discord: false })
    const { code } = await invite(story.app.ground, 'xyz', { role: 'lead', name: 'Noor' }, 'command line')
    const team = await onTeamPage(story, `/uitnodiging/${code}`)
    await team.press('Ik doe dit')
    for (const token of ['x'.repeat(43), 'kort', `${team.path().split('/').at(-1)}`]) {
      const page = browser(story, `/werkblad/${token}`)
      expect([(await page.open()).status, (await page.keep('who', ['text', 'x'])).status]).toEqual([404, 404])
      expect(
        (
          await page.call(`/werkblad/${token}/tik`, [
            ['eenmalig', 'a'],
            ['data', 'w.o'],
          ])
        ).status,
      ).toBe(404)
    }
    const { writer, sheet_field } = await story.tables()
    expect([writer, sheet_field]).toEqual([[], []])
  },
)
