import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { helpPrompt } from '../../src/rounds/help-card.ts'
import { renderPlain } from '../../src/survey/plain.ts'
import { LANGUAGES } from '../../src/survey/question-set.ts'

const { helplines } = loadConfig('config').config
const asks = [{ organisationId: 'xy', name: 'Samira' }]
const card = (given: Partial<Parameters<typeof helpPrompt>[0]> = {}) =>
  helpPrompt({ country: 'BE', language: 'nl', helplines, asks, ...given })

test('in Dutch: four lines, chat first, danger last, and a way to say no', () => {
  expect(renderPlain(card()).split('\n')).toEqual([
    'Wil je met iemand praten?',
    'Dit is geen hulplijn. Niemand leest live mee.',
    'Awel, voor kinderen en jongeren: chat, mail of bel 102.',
    'Zelfmoordlijn 1813, als je aan zelfmoord denkt: chat (elke dag 17-24 uur) of bel 1813.',
    '1712, bij geweld of misbruik: chat of bel 1712.',
    'Nupraatikerover, voor wie jonger is dan 18, over misbruik of geweld: chat.',
    '112, bij gevaar nu: app 112 BE (met chat, voor wie doof is of niet kan spreken) of bel 112.',
    '[1] Vraag Samira om mij te contacteren',
    '[2] Meer hulplijnen',
    '[3] Nee, ik ben oké',
    '[→] Chat met Awel: https://awel.be',
    '[→] Chat met Zelfmoordlijn 1813: https://www.zelfmoord1813.be',
    '[→] Chat met 1712: https://1712.be',
    '[→] Chat met Nupraatikerover: https://www.nupraatikerover.be',
  ])
})

test('in French: lines that answer in French come first', () => {
  const lines = renderPlain(card({ language: 'fr' })).split('\n')
  expect(lines.slice(2, 7)).toEqual([
    '103, pour les enfants et les jeunes : chat ou appelle le 103.',
    'Centre de Prévention du Suicide, si tu penses au suicide : appelle le 0800 32 123.',
    'Télé-Accueil, pour parler, à tout âge : appelle le 107.',
    'Unia, en cas de racisme ou de discrimination : mail ou appelle le 0800 12 800.',
    "112, en cas de danger maintenant : l'app 112 BE (avec chat, si tu es sourd·e ou ne peux pas parler) ou appelle le 112.",
  ])
})

test('in a language that no line speaks, it says which language they do', () => {
  expect(renderPlain(card({ language: 'en' }))).toContain(
    'Awel, for children and young people: chat, mail, or call 102. (in Dutch)',
  )
  expect(renderPlain(card({ language: 'ar' }))).toContain('(باللغة: الهولندية)')
  expect(renderPlain(card({ language: 'nl-plain' }))).not.toContain('(in het')
})

test('in the Netherlands: their lines and no others', () => {
  expect(
    renderPlain(card({ country: 'NL', asks: [] }))
      .split('\n')
      .slice(2),
  ).toEqual([
    'Kindertelefoon, van 8 tot 18 jaar: chat (elke dag 11-21 uur) of bel 0800 0432.',
    '113, als je aan zelfmoord denkt: chat, bel 113 of bel 0800 0113.',
    '112, bij gevaar nu: app 112NL of bel 112.',
    '[1] Nee, ik ben oké',
    '[→] Chat met Kindertelefoon: https://www.kindertelefoon.nl',
    '[→] Chat met 113: https://www.113.nl',
  ])
})

test('who asks for more gets every line, and both numbers for danger', () => {
  const text = renderPlain(card({ all: true }))
  for (const { name, country } of helplines!.lines) {
    if (country === 'BE') expect(text).toContain(name)
  }
  expect(text).not.toContain('Meer hulplijnen')
})

test('without a sound file the number for danger is there', () => {
  expect(renderPlain(card({ helplines: null })).split('\n')).toEqual([
    'Wil je met iemand praten?',
    'Dit is geen hulplijn. Niemand leest live mee.',
    'Is er nu gevaar? Bel 112.',
    '[1] Vraag Samira om mij te contacteren',
    '[2] Nee, ik ben oké',
  ])
})

test('the danger stands last among the lines in every language, and no button is longer than a platform takes', () => {
  for (const language of LANGUAGES) {
    const prompt = card({ language })
    expect(prompt.lines.at(-1)!.text).toContain('112')
    expect(prompt.lines).toHaveLength(7)
    for (const { data, label } of prompt.choices) {
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(label.length).toBeLessThanOrEqual(80)
    }
  }
})
