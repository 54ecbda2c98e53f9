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
    expect(html).toMatch(new RegExp(`<textarea id="${id}"[^>]* maxlength="${prompt.typed!.max}"`))
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
