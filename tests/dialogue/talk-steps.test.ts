import { describe, expect, test } from 'vitest'
import { readTask } from '../../src/dialogue/talk-steps.ts'

const YEAR = { first: '2026-09-01', last: '2027-08-31' }

describe('a task as people write it', () => {
  test.each([
    ['12/1 vragenlijst maken, 3 uur', { text: 'vragenlijst maken', date: '2027-01-12', minutes: 180 }],
    ['vragenlijst maken 12/1', { text: 'vragenlijst maken', date: '2027-01-12' }],
    ['3u interviews, 15/10', { text: 'interviews', date: '2026-10-15', minutes: 180 }],
    ['1,5 uur affiche', { text: 'affiche', minutes: 90 }],
    ['affiche 45 min', { text: 'affiche', minutes: 45 }],
    ['2 interviews afnemen', { text: '2 interviews afnemen' }],
    ['interviews 3 heures 2027-02-01', { text: 'interviews', date: '2027-02-01', minutes: 180 }],
    ['مقابلات 3 ساعات 1/2', { text: 'مقابلات', date: '2027-02-01', minutes: 180 }],
    // Nothing but a day is still what was written.
    ['12/1', { text: '12/1', date: '2027-01-12' }],
    ['overleg 31/2', { text: 'overleg 31/2' }],
  ])('%s', (written, meant) => {
    expect(readTask(written, YEAR)).toEqual(meant)
  })
})
