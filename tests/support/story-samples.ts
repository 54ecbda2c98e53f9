/** A joint worksheet and digests as stories are made of. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Joint, JointEntry } from '../../src/dialogue/joint.ts'
import type { Digest } from '../../src/digest/content.ts'
import { summarise } from '../../src/digest/summarise.ts'
import { optionsOf, questionSet } from '../../src/survey/question-set.ts'
import { countsBy, factsWith } from '../digest/facts.ts'

export const AT = Temporal.Instant.from('2026-11-25T17:00:00Z')
export const TODAY = Temporal.PlainDate.from('2026-11-25')

export const PARTNERS = ['Jeugdwerk Noord', 'Buurthuis De Brug', 'Sportclub Kiel'] as const

const entry = (id: string, step: string, by: number, text: string, also?: string): JointEntry => ({
  id,
  step,
  partnerId: `p${by}`,
  text,
  ...(also === undefined ? {} : { also }),
  writtenAt: AT,
})

export function jointOf(
  words: Record<string, readonly (string | [string, string])[]>,
  change: Partial<Joint> = {},
): Joint {
  const entries = Object.entries(words).flatMap(([step, all]) =>
    all.map((one, at) => {
      const [text, also] = typeof one === 'string' ? [one, undefined] : one
      return entry(`${step}-${at + 1}`, step, at + 1, text, also)
    }),
  )
  return {
    organisationId: 'xy',
    id: 'sheet',
    title: 'Samen in Noord',
    state: 'open',
    step: 'missing_partners',
    revealed: true,
    partners: PARTNERS.map((partner, at) => ({
      id: `p${at + 1}`,
      writerId: `w${at + 1}`,
      partner,
      name: `Naam ${at + 1}`,
      left: false,
    })),
    entries,
    wrote: ['p1', 'p2', 'p3'],
    keeper: 'p1',
    placed: false,
    ...change,
  }
}

export const DUTCH = {
  goal: [
    'In 2030 hebben 200 jongeren in Antwerpen-Noord een plek waar ze zichzelf zijn, doordat wij samen één deur zijn.',
  ],
  unique: [
    'Wij kennen de jongeren die nergens anders komen.',
    'Onze deur staat ook in het weekend open.',
    'Bij ons beweegt iedereen mee, ook wie nooit sportte.',
  ],
  elements: [['Een vast gezicht', 'elke avond staat er dezelfde begeleider']] as [string, string][],
  never_lost: ['De avond waarop jongeren zelf kiezen wat ze doen.'],
  added_value: ['Een jongere die bij de een binnenkomt, is bij alle drie welkom.'],
  synergy: ['sport als eerste stap', 'een babbel na de training'],
  missing_partners: [['Een school in de buurt', 'zo bereiken we wie nu alleen thuis zit']] as [string, string][],
  differences: ['de een telt wie komt, de ander vraagt hoe het voelde'],
}

/** A frozen digest of so many people, about the question whether it brought them something. */
export function digestOf(people: number, change: Partial<Digest> = {}): Digest {
  const file = new URL('../../config/instrumentarium/uitgangsvraag.yaml', import.meta.url)
  const { questions } = questionSet.parse(parse(readFileSync(file, 'utf8')).set)
  const facts = factsWith(
    questions.map((question) =>
      countsBy(question, people, (person) =>
        question.type === 'text' ? 'skipped' : [person % 4 === 0 ? 1 : 0].slice(0, optionsOf(question).length),
      ),
    ),
    { replied: people, headcount: people + 2, moment: 'end' as const, example: false },
  )
  return { ...summarise(facts), ...change }
}

export const ENGLISH = {
  goal: [
    'In 2030, 200 young people in the north of Antwerp have a place where they can be themselves, with one door to all of us.',
  ],
  unique: [
    'We know the young people who go nowhere else.',
    'Our door is open at the weekend too.',
    'With us everybody moves along, also who never did sports.',
  ],
  elements: [['A familiar face', 'the same worker is there each evening']] as [string, string][],
  never_lost: ['The evening on which young people choose what they do.'],
  added_value: ['Who walks in at one of us is welcome at all three.'],
  synergy: ['sports as a first step', 'a chat after training'],
  missing_partners: [['A school nearby', 'so that we meet those who sit at home now']] as [string, string][],
  differences: ['one counts who comes, another asks how it felt'],
}

export const FRENCH = {
  goal: [
    "En 2030, 200 jeunes du nord d'Anvers ont un endroit où ils peuvent être eux-mêmes, avec une seule porte vers nous tous.",
  ],
  unique: [
    'Nous connaissons les jeunes qui ne vont nulle part ailleurs.',
    'Notre porte est ouverte aussi le week-end.',
    "Chez nous, tout le monde bouge, même qui n'a jamais fait de sport.",
  ],
  elements: [['Un visage connu', 'le même animateur est là chaque soir']] as [string, string][],
  never_lost: ['La soirée où les jeunes choisissent ce qu’ils font.'],
  added_value: ["Qui entre chez l'un est bienvenu chez les trois."],
  synergy: ['le sport comme premier pas', "parler après l'entraînement"],
  missing_partners: [['Une école du quartier', 'pour rencontrer les jeunes qui restent à la maison']] as [
    string,
    string,
  ][],
  differences: ["l'un compte qui vient, l'autre demande comment c'était"],
}
