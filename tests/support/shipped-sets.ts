/** The question sets that come along; activities and links have none. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type QuestionSet, questionSet } from '../../src/survey/question-set.ts'

const FOLDER = 'config/instrumentarium'

export const shippedSets = (): { file: string; set: QuestionSet }[] =>
  readdirSync(FOLDER).flatMap((file) => {
    const { set } = parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))
    return set ? [{ file, set: questionSet.parse(set) }] : []
  })
