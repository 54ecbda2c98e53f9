/** LimeSurvey: our structure out and in again, and .lss files of older and newer versions. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Method } from '../../src/config/method.ts'
import { readLss } from '../../src/formats/limesurvey-lss.ts'
import { readLimesurvey } from '../../src/formats/limesurvey-read.ts'
import { limesurveyOf } from '../../src/formats/limesurvey-write.ts'
import { readFile } from '../../src/formats/read-file.ts'
import { optionsOf, type Question, type QuestionSet } from '../../src/survey/question-set.ts'
import { soundSets } from './sound-sets.ts'

const title = { nl: 'Proef', en: 'Try', fr: 'Essai', ar: 'تجربة' }
const methodWith = (set: QuestionSet): Method => ({
  ...{ id: 'proef', version: 1, kind: 'questions', set, title, measures: { nl: 'x' }, for: { nl: 'x' } },
  ...{
    source: { nl: 'x' },
    aspects: [],
    groups: [],
    minutes: { young: 1, staff: 1 },
    changelog: [],
    origin: [],
    nativeCheck: [],
  },
})

/** What both sides can say: the kind, the words in the promised languages, and how many may be chosen. */
const said = (set: QuestionSet) => {
  const inLanguages = (text: Question['text']) => set.languages.toSorted().map((language) => text[language])
  return set.questions.map((question) => ({
    type: question.type === 'feeling' ? 'choice' : question.type,
    text: inLanguages(question.text),
    meaning: question.meaning && inLanguages(question.meaning),
    options:
      question.type === 'scale'
        ? []
        : optionsOf(question).map(({ emoji, text, alone }) => [emoji, inLanguages(text), alone ?? false]),
    ...(question.type === 'multi' ? { min: question.min, max: question.max } : {}),
    ...(question.type === 'text' ? { max: question.max } : {}),
    waits: question.showIf !== undefined,
  }))
}

test('every sound set keeps its questions, its words in every language, and its conditions', () => {
  let whole = 0
  fc.assert(
    fc.property(soundSets, (set) => {
      const read = readLimesurvey(new TextDecoder().decode(limesurveyOf(methodWith(set))), 'x')
      // Why there is more than one open question is ours to ask, and LimeSurvey has no place for it.
      const keys = read.faults.map(({ key }) => key)
      expect(keys.filter((key) => key !== 'check-second-open' && key !== 'check-open-not-last')).toEqual([])
      if (keys.length > 0) return
      whole++
      expect(said(read.card!.set)).toEqual(said(set))
      expect(read.card!.set.languages.toSorted()).toEqual(set.languages.toSorted())
    }),
    { numRuns: 60, endOnFailure: true },
  )
  expect(whole).toBeGreaterThan(10)
})

test('it stands in the columns that LimeSurvey names, every language with all rows and the same ids', () => {
  const set = fc.sample(soundSets, { numRuns: 1, seed: 7 })[0]!
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(limesurveyOf(methodWith(set)))
  expect(text.startsWith('\ufeffid\trelated_id\tclass\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\t')).toBe(true)
  const count = (language: string) =>
    text.split('\r\n').filter((line) => !line.includes('\tS\t') && line.includes(`\t${language}\t`)).length
  for (const language of set.languages) expect(count(language)).toBe(count('nl'))
})

const cdata = (row: Record<string, string>) =>
  `<row>${Object.entries(row)
    .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
    .join('')}</row>`
const table = (name: string, rows: Record<string, string>[]) =>
  `<${name}><rows>${rows.map(cdata).join('')}</rows></${name}>`
const lss = (...tables: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>363</DBVersion>${tables.join('')}</document>`

const older = lss(
  table('surveys', [{ sid: '1', language: 'nl' }]),
  table('surveys_languagesettings', [{ surveyls_language: 'nl', surveyls_title: 'Sfeer &amp; meer' }]),
  table('groups', [{ gid: '5', group_order: '1', language: 'nl' }]),
  table('questions', [
    {
      qid: '11',
      parent_qid: '0',
      gid: '5',
      type: 'L',
      title: 'Sfeer',
      question: '<p>Hoe was de <b>sfeer</b>?</p>',
      mandatory: 'Y',
      other: 'Y',
      question_order: '1',
      language: 'nl',
      relevance: '1',
    },
    {
      qid: '12',
      parent_qid: '0',
      gid: '5',
      type: 'M',
      title: 'Waarom',
      question: 'Waarom?',
      mandatory: 'N',
      other: 'N',
      question_order: '2',
      language: 'nl',
      relevance: 'Sfeer.NAOK == "A2"',
    },
    {
      qid: '13',
      parent_qid: '0',
      gid: '5',
      type: 'F',
      title: 'Rooster',
      question: 'Rooster',
      question_order: '3',
      language: 'nl',
      relevance: '1',
    },
  ]),
  table('subquestions', [
    {
      qid: '21',
      parent_qid: '12',
      type: 'T',
      title: 'SQ002',
      question: 'te saai',
      question_order: '2',
      language: 'nl',
    },
    {
      qid: '22',
      parent_qid: '12',
      type: 'T',
      title: 'SQ001',
      question: 'te druk',
      question_order: '1',
      language: 'nl',
    },
  ]),
  table('answers', [
    { qid: '11', code: 'A1', answer: 'goed', sortorder: '1', language: 'nl' },
    { qid: '11', code: 'A2', answer: 'niet goed', sortorder: '2', language: 'nl' },
  ]),
  table('question_attributes', [{ qid: '12', attribute: 'max_answers', value: '1' }]),
)

test('a .lss of an older version: HTML becomes words, order is kept, and what is not ours is told', async () => {
  const read = await readFile(new TextEncoder().encode(older), 'sfeer.lss')
  if (read.kind !== 'card') throw new Error('no card')
  const { card, losses } = read.reading
  expect(card!.title.nl).toBe('Sfeer & meer')
  expect(card!.set.questions).toMatchObject([
    { type: 'choice', key: 'sfeer', text: { nl: 'Hoe was de sfeer?' }, options: [{ code: 'a1' }, { code: 'a2' }] },
    { type: 'multi', key: 'waarom', max: 1, options: [{ text: { nl: 'te druk' } }, { text: { nl: 'te saai' } }] },
  ])
  expect(card!.set.questions[1]!.showIf).toEqual({ question: 'sfeer', is: ['a2'] })
  expect(losses.map(({ key }) => key)).toEqual([
    ...['formats-renamed', 'formats-required', 'formats-other', 'formats-renamed', 'formats-type-left'],
  ])
})

test('a .lss of a newer version has its words apart, by language', () => {
  const words = (qid: string, nl: string, en: string) => [
    { qid, question: nl, help: '', language: 'nl' },
    { qid, question: en, help: '', language: 'en' },
  ]
  const newer = lss(
    table('surveys', [{ sid: '1', language: 'nl' }]),
    table('questions', [
      { qid: '11', parent_qid: '0', gid: '1', type: 'L', title: 'q', question_order: '1', relevance: '1' },
    ]),
    table('question_l10ns', words('11', 'Hoe gaat het?', 'How are you?')),
    table('answers', [
      { aid: '1', qid: '11', code: 'A1', sortorder: '1' },
      { aid: '2', qid: '11', code: 'A2', sortorder: '2' },
    ]),
    table('answer_l10ns', [
      ...[
        { aid: '1', answer: 'goed', language: 'nl' },
        { aid: '1', answer: 'good', language: 'en' },
      ],
      ...[
        { aid: '2', answer: 'slecht', language: 'nl' },
        { aid: '2', answer: 'bad', language: 'en' },
      ],
    ]),
  )
  const { card, faults } = readLss(newer, 'Titel')
  expect(faults).toEqual([])
  expect(card!.set).toMatchObject({
    languages: ['nl', 'en'],
    questions: [
      {
        text: { nl: 'Hoe gaat het?', en: 'How are you?' },
        options: [{ text: { en: 'good' } }, { text: { en: 'bad' } }],
      },
    ],
  })
})

test('what only looks like it is refused', () => {
  const keys = (text: string) => readLss(text, 'x').faults.map(({ key }) => key)
  expect(keys('<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>')).toEqual(['formats-no-limesurvey'])
  expect(keys(`<!DOCTYPE a [<!ENTITY b "c">]>${older}`)).toEqual(['formats-no-limesurvey'])
  expect(readLimesurvey('id\tclass\ttype/scale\n', 'x').faults.map(({ key }) => key)).toEqual(['formats-no-questions'])
})

const asTabs = (rows: Record<string, string>[]) => {
  const columns = ['class', 'type/scale', 'name', 'relevance', 'text', 'language']
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((row) => row.join('\t'))
    .join('\n')
}

test('each of the kinds that LimeSurvey has for the same is read as ours', () => {
  const kinds = { L: 'choice', '!': 'choice', O: 'choice', I: 'choice', M: 'multi', P: 'multi', Y: 'yesno' }
  const more = { S: 'text', T: 'text', U: 'text', Q1: 'text', '5': 'choice', X: 'card' }
  for (const [type, ours] of Object.entries({ ...kinds, ...more })) {
    const answers = { choice: 'A', multi: 'SQ' }[ours]
    const { card, faults } = readLimesurvey(
      asTabs([
        { class: 'Q', 'type/scale': type, name: 'vraag', text: '  Wat?\u00a0 <br> ', language: 'nl' },
        ...(answers && type !== '5'
          ? ['een', 'twee'].map((name) => ({ class: answers, name, text: name, language: 'nl' }))
          : []),
      ]),
      'x',
    )
    expect({ type, faults }).toEqual({ type, faults: [] })
    expect(card!.set.questions).toMatchObject([{ type: ours, key: 'vraag', text: { nl: 'Wat?' } }])
  }
})

test('what LimeSurvey reads first is the survey itself: its language, the others, one question a page, nobody known', () => {
  const set: QuestionSet = {
    ...{ languages: ['nl', 'fr'], accessible: false },
    questions: [
      {
        ...{ type: 'multi', key: 'wat', text: { nl: 'Wat?', fr: 'Quoi ?' }, sensitive: false, min: 1 },
        options: [
          { code: 'dit', text: { nl: 'Dit', fr: 'Ceci' } },
          { code: 'niets', text: { nl: 'Niets', fr: 'Rien' }, alone: true },
        ],
      },
    ],
  }
  const lines = new TextDecoder().decode(limesurveyOf(methodWith(set))).split('\r\n')
  const settings = lines.map((line) => line.split('\t')).filter(([, , kind]) => kind === 'S')
  expect(settings.map((cells) => [cells[4], cells[6]])).toEqual([
    ['language', 'nl'],
    ['additional_languages', 'fr'],
    ['format', 'S'],
    ['anonymized', 'Y'],
  ])
  const heading = lines[0]!.split('\t')
  const question = lines.find((line) => line.includes('\tM\twat\t'))!.split('\t')
  expect(question[heading.indexOf('exclude_all_others')]).toBe('A2')
})
