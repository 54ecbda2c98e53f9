import { getTasks } from 'node-cron'
import { expect, test } from 'vitest'
import { faultOfCron } from '../../src/timeline/cron.ts'

test.each([
  '0 18 * * 3#1',
  '0 10 * * 0L',
  '30 9 * * mon,thu',
  '0 9,12,15,18 * * *',
  '0 9 L * *',
  '0 9 13 * 5',
  '0 9 29 2 3',
])('%s is a sound rule', (expression) => {
  expect(faultOfCron(expression)).toBeNull()
})

test.each([
  ['0 0 18 * * 3', { type: 'fields', count: 6 }],
  ['@daily', { type: 'fields', count: 1 }],
  ['', { type: 'fields', count: 0 }],
  ['61 18 * * *', { type: 'field', field: 'minute', value: '61' }],
  ['0 18 * * 3#6', { type: 'field', field: 'dayOfWeek', value: '3#6' }],
  ['0 18 30 2 *', { type: 'field', field: 'dayOfMonth', value: '30' }],
  // Written out one by one, these would fill the memory of the machine.
  ['0 1-999999999 * * 3', { type: 'field', field: 'hour', value: '1-999999999' }],
  ['0 18 * * 0-999999999', { type: 'field', field: 'dayOfWeek', value: '0-999999999' }],
  ['*/15 18 * * *', null],
  ['*/10 18 * * *', { type: 'too-often', count: 6 }],
  ['* * * * *', { type: 'too-often', count: 1440 }],
  ['0 18 31 * 0#1', { type: 'never' }],
])('%s gives %o', (expression, fault) => {
  expect(faultOfCron(expression)).toEqual(fault)
  expect(getTasks().size).toBe(0)
})
