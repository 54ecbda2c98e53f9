import { describe, expect, test } from 'vitest'
import type { Prompt } from '../../../src/channels/port.ts'
import { cardsToHtml, toHtml } from '../../../src/channels/web/wire.ts'
import { renderCard } from '../../../src/survey/card.ts'
import { newRun, step } from '../../../src/survey/step.ts'
import { formsOf, wordsOf } from '../../support/html.ts'
import { NOW, notice, setNamed } from '../../support/web-samples.ts'

const card: Prompt = {
  kind: 'card',
  language: 'nl',
  lines: [
    { text: 'Vraag 1 van 3', style: 'quiet' },
    { text: 'Hoe was het?', style: 'strong' },
    { text: 'rij 1', style: 'table' },
    { text: 'rij  2', style: 'table' },
  ],
  choices: [
    { data: 'd1', label: 'goed', emoji: '😃', role: 'option' },
    { data: 'd2', label: 'weet ik niet', emoji: '❔', role: 'aside' },
    { data: 'd3', label: 'Stop', role: 'control' },
  ],
}
const draw = (prompt: Prompt, language?: string) =>
  String(toHtml(prompt, { formId: 'form-1', ...(language === undefined ? {} : { language }) }))

describe('a card as HTML', () => {
  test('its question is a heading that names the card and its row of buttons', () => {
    const html = draw(card)
    const id = /<h2 id="([^"]+)" tabindex="-1">Hoe was het\?<\/h2>/.exec(html)?.[1]
    expect(id).toBeDefined()
    expect(html).toContain(`aria-labelledby="${id}">\n`)
    expect(html).toContain(`<div role="group" aria-labelledby="${id}">`)
  })

  test('an emoji is for the eye: the words alone are the name of the button', () => {
    const html = draw(card)
    expect(html).toContain('<span aria-hidden="true" data-emoji>😃</span>')
    const named = html.replace(/<span aria-hidden="true"[^>]*>[^<]*<\/span>/g, '')
    expect(formsOf(named)[0]?.buttons.map((button) => button.words)).toEqual(['goed', 'weet ik niet', 'Stop'])
  })

  test('without a tick no button is a switch; with one, each answer says whether it is on', () => {
    expect(draw(card)).not.toContain('aria-pressed')
    const [first, ...rest] = card.choices
    const html = draw({ ...card, choices: [{ ...first!, ticked: true }, ...rest] })
    expect(html.match(/aria-pressed="\w+"/g)).toEqual(['aria-pressed="true"', 'aria-pressed="false"'])
  })

  test('neighbouring lines of a table stand in one block with their spaces', () => {
    expect(draw(card)).toContain('<pre dir="auto">rij 1\nrij  2</pre>')
  })

  test('after a greeting the buttons belong to the question at the end', () => {
    const html = draw({
      ...card,
      lines: [
        { text: 'Hoi', style: 'strong' },
        { text: 'Doe je mee?', style: 'strong' },
      ],
    })
    const id = /<h3 id="([^"]+)">Doe je mee\?<\/h3>/.exec(html)?.[1]
    expect(html).toContain(`<div role="group" aria-labelledby="${id}">`)
    expect(html).toMatch(/<h2 id="[^"]+" tabindex="-1">Hoi<\/h2>/)
  })

  test('a card without a strong line is named by its first line', () => {
    expect(draw(notice('Klaar.'))).toMatch(/aria-labelledby="(p\w+-h)">\s*<p id="\1" tabindex="-1">Klaar\.<\/p>/)
  })

  test('a way out is a link among the buttons, and takes nothing along', () => {
    const link = {
      data: '',
      label: 'Kijk in gebaren',
      emoji: '👐',
      role: 'link' as const,
      url: 'https://vgt.example/1?a=1&b=2',
    }
    const html = draw({ ...card, choices: [...card.choices, link] })
    expect(html).toContain('<a href="https://vgt.example/1?a=1&amp;b=2" rel="noopener noreferrer" data-role="link">')
    expect(formsOf(html)[0]?.buttons.map((button) => button.words)).not.toContain('Kijk in gebaren')
    expect(wordsOf(html)).toContain('Kijk in gebaren')
    const alone = draw({ ...card, choices: [link] })
    expect(alone).not.toContain('<form')
    expect(alone).toContain('role="group"')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '', undefined])(
    '%s is no way out: only its words stand there',
    (url) => {
      const html = draw({
        ...card,
        choices: [{ data: '', label: 'Kijk', role: 'link', ...(url === undefined ? {} : { url }) }],
      })
      expect(html).not.toContain('<a ')
      expect(wordsOf(html)).toContain('Kijk')
    },
  )

  test('a picture stands above the words and says in words what it shows', () => {
    const html = draw({ ...card, picture: { url: 'https://pols.example/x.png', alt: '1. goed "ja"' } })
    expect(html).toContain('<img src="https://pols.example/x.png" alt="1. goed &quot;ja&quot;">')
    expect(html.indexOf('<img')).toBeLessThan(html.indexOf('<h2'))
  })

  test('a sheet of our pictograms is taken apart: each stands in its button, and adds nothing to its name', () => {
    const choices = ['goed', 'slecht'].map((label) => ({ data: label, label, role: 'option' as const }))
    const aside = { data: 'd', label: 'weet ik niet', role: 'aside' as const }
    const picture = { url: 'https://pols.example/beeld/good+not-good.png', alt: 'goed, slecht' }
    const html = draw({ ...card, choices: [...choices, aside], picture })
    expect(html.match(/<img[^>]*>/g)).toEqual(
      ['good', 'not-good'].map((name) => `<img src="/beeld/${name}.png" alt="" width="64" height="64">`),
    )
    expect(formsOf(html)[0]?.buttons.map((button) => button.words)).toEqual(['goed', 'slecht', 'weet ik niet'])
    expect(draw({ ...card, choices: [choices[0]!, aside], picture }).match(/<img[^>]*>/g)).toEqual([
      '<img src="https://pols.example/beeld/good+not-good.png" alt="goed, slecht">',
    ])
  })

  test('a language is named in itself, for who reads the page aloud', () => {
    const choices = ['العربية', 'Makkelijk Nederlands', 'goed'].map((label) => ({
      data: 'd',
      label,
      role: 'option' as const,
    }))
    const html = draw({ ...card, choices })
    expect(html).toContain('<span dir="auto" lang="ar">العربية</span>')
    expect(html).toContain('<span dir="auto" lang="nl">Makkelijk Nederlands</span>')
    expect(html).toContain('<span dir="auto">goed</span>')
  })

  test('simpler Dutch is Dutch to a browser', () => {
    expect(draw({ ...card, language: 'nl-plain' })).toContain('lang="nl" dir="ltr"')
  })

  test('the forms of a page without a cookie post to addresses of its own', () => {
    const paths = { tap: '/tablet/a/tik', write: '/tablet/a/schrijf' }
    const html = String(toHtml({ ...card, typed: { label: 'Zeg het', max: 5, data: 'w' } }, { formId: 'f', paths }))
    expect(formsOf(html).map((form) => form.path)).toEqual([paths.write, paths.tap])
    expect(html).toContain(`data-hx-post="${paths.tap}"`)
    expect(html).not.toContain('/hier/')
  })

  test('words that were refused stay in their field, with the reason beside it', () => {
    const asks = (data: string): Prompt => ({ ...card, typed: { label: 'Zeg het', max: 5, data } })
    const refused = { data: 'w1', text: 'te lange <woorden>', why: 'Dat is te lang.' }
    const [one, other] = cardsToHtml([asks('w1'), asks('w2')], () => 'n', { refused }).map(String) as [string, string]
    expect(one).toMatch(
      /<p id="(p\w+-w)" data-said="fault" role="alert">Dat is te lang\.<\/p>\s*<textarea[^>]*aria-describedby="\1 p\w+-l" aria-invalid="true" autofocus[^>]*>\nte lange &lt;woorden&gt;<\/textarea>/,
    )
    expect(other).not.toMatch(/Dat is te lang|aria-invalid/)
  })

  test('Arabic is drawn from right to left', () => {
    expect(draw({ ...card, language: 'ar' })).toContain('lang="ar" dir="rtl"')
    expect(draw(card)).toContain('lang="nl" dir="ltr"')
  })

  test('words, labels and data can hold no markup', () => {
    const nasty = `"><script>alert(1)</script><hx-partial hx-target="body">'&`
    const html = draw({
      kind: 'card',
      language: 'nl',
      lines: [{ text: nasty, style: 'strong' }, { text: nasty }, { text: nasty, style: 'table' }],
      choices: [{ data: nasty, label: nasty, emoji: nasty, role: 'option' }],
      typed: { label: nasty, max: 10, data: nasty },
    })
    expect(html).not.toMatch(/<script|<hx-/)
    expect(formsOf(html).at(-1)?.buttons[0]?.value).toBe(nasty)
    expect(formsOf(html)[0]?.hidden.data).toBe(nasty)
    expect(wordsOf(html)).toContain(nasty)
  })

  test('the language that was chosen on the page travels along', () => {
    expect(formsOf(draw(card))[0]?.hidden).toEqual({ eenmalig: 'form-1' })
    expect(formsOf(draw(card, 'fr'))[0]?.hidden).toEqual({ eenmalig: 'form-1', taal: 'fr' })
  })
})

describe('a question with a text field', () => {
  const set = setNamed('uitgangsvraag')
  let run = newRun(set)
  const context = {
    runRef: 'run-of-a-wire-test-000',
    language: 'nl' as const,
    activity: 'a',
    theme: null,
    organisation: 'XY',
  }
  while (run.at !== null && set.questions.find((question) => question.key === run.at)?.type !== 'text') {
    run = step(set, run, { type: 'replied', at: NOW, reply: { type: 'tapped', turn: run.turn, code: '_skip' } }).run
  }
  const prompt = renderCard(set, run, context)
  const forms = formsOf(draw(prompt))

  test('the field has a label and a limit, and the button that opens a field elsewhere is left out', () => {
    const html = draw(prompt)
    expect(prompt.typed).toBeDefined()
    const id = /<label for="([^"]+)">/.exec(html)?.[1]
    expect(html).toMatch(new RegExp(`<textarea id="${id}"[^>]* aria-describedby="[^"]+-l"`))
    expect(wordsOf(html)).toContain(`Hoogstens ${prompt.typed!.max} tekens.`)
    // A browser would cut off what is pasted, without a word.
    expect(html).not.toContain('maxlength')
    expect(forms.flatMap((form) => form.buttons.map((button) => button.words))).not.toContain('Schrijf je antwoord')
  })

  test('writing and skipping are two forms', () => {
    expect(forms.map((form) => [form.path, form.textarea])).toEqual([
      ['/hier/schrijf', true],
      ['/hier/tik', false],
    ])
  })
})

describe('several cards', () => {
  let names = 0
  const newId = () => {
    names += 1
    return `n${names}`
  }
  const idsOf = (html: unknown[]) => html.map((one) => /<article id="([^"]+)"/.exec(String(one))?.[1])

  test('two that say the same have names of their own, and each rendering is one event', () => {
    const html = cardsToHtml([notice('zelfde'), notice('zelfde')], newId)
    expect(new Set(idsOf(html)).size).toBe(2)
    const forms = cardsToHtml([card, card], newId).flatMap((one) => formsOf(String(one)))
    expect(new Set(forms.map((form) => form.hidden.eenmalig)).size).toBe(2)
  })

  test('a card keeps its name while only its buttons change, and the next question has another', () => {
    const again = { ...card, choices: [{ ...card.choices[0]!, data: 'other', ticked: true }] }
    const next = {
      ...card,
      lines: [
        { text: 'Vraag 2 van 3', style: 'quiet' as const },
        { text: 'En nu?', style: 'strong' as const },
      ],
    }
    const [one, same, other] = idsOf([draw(card), draw(again), draw(next)])
    expect(same).toBe(one)
    expect(other).not.toBe(one)
  })
})
