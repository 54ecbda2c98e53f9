/** The fields of the own worksheet and the steps of the joint one, in order. The words are in sheet.ftl and joint.ftl. */

/** private: nobody but the writer, ever; own: private until the writer shares it, field by field. */
export type SheetField = {
  key: string
  visibility: 'private' | 'own'
  kind: 'text' | 'many' | 'choice'
  /** Options of `many` and `choice`, as codes. A choice may have words of the writer beside it. */
  options?: readonly string[]
  /** Most characters. */
  max: number
}

/** Ten steps; the tenth has four fields. */
export const SHEET_STEPS: readonly (readonly SheetField[])[] = [
  [{ key: 'who', visibility: 'own', kind: 'text', max: 1000 }],
  [
    {
      key: 'groups',
      visibility: 'own',
      kind: 'many',
      options: [
        'broad',
        'working',
        'gap_year',
        'no_diploma_no_job',
        'disability',
        'learning_disability',
        'behaviour_or_mental',
        'refugees',
        'early_leavers',
        'homeless',
        'justice',
        'youth_care',
      ],
      max: 0,
    },
  ],
  [
    {
      key: 'drives',
      visibility: 'own',
      kind: 'many',
      options: ['push_and_talents', 'cv_and_fun', 'meaningful_work', 'vulnerable_and_support'],
      max: 0,
    },
  ],
  [{ key: 'missed', visibility: 'own', kind: 'text', max: 1000 }],
  [{ key: 'need', visibility: 'private', kind: 'text', max: 2000 }],
  [{ key: 'ideal', visibility: 'own', kind: 'choice', options: ['same', 'other', 'else'], max: 1000 }],
  [{ key: 'goal', visibility: 'own', kind: 'text', max: 1000 }],
  [{ key: 'keep', visibility: 'own', kind: 'text', max: 1000 }],
  [{ key: 'dream', visibility: 'own', kind: 'text', max: 1000 }],
  [
    { key: 'region', visibility: 'own', kind: 'text', max: 500 },
    { key: 'skills', visibility: 'own', kind: 'text', max: 500 },
    { key: 'whom', visibility: 'own', kind: 'text', max: 500 },
    { key: 'what', visibility: 'own', kind: 'text', max: 500 },
  ],
]

export const SHEET_FIELDS: readonly SheetField[] = SHEET_STEPS.flat()

/**
 * A step of the joint worksheet. apart: each partner writes alone and all is shown at once; keywords, pairs and three:
 * each partner may add several (of pairs: what and how; of three: who and why); text: each partner may write one.
 */
export type JointStep = { key: string; kind: 'apart' | 'text' | 'keywords' | 'pairs' | 'three'; max: number }

export const JOINT_STEPS: readonly JointStep[] = [
  { key: 'unique', kind: 'apart', max: 300 },
  { key: 'never_lost', kind: 'text', max: 600 },
  { key: 'overlap', kind: 'keywords', max: 100 },
  { key: 'elements', kind: 'pairs', max: 200 },
  { key: 'synergy', kind: 'keywords', max: 100 },
  { key: 'differences', kind: 'keywords', max: 200 },
  { key: 'added_value', kind: 'text', max: 400 },
  { key: 'goal', kind: 'text', max: 400 },
  { key: 'dream', kind: 'text', max: 600 },
  { key: 'missing_partners', kind: 'three', max: 200 },
]
