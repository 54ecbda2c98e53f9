import { expect, test } from 'vitest'
import { nearestLanguage } from '../src/words/words.ts'
test('language', () => { expect(nearestLanguage('fr-BE', 'nl')).toBe('fr'); expect(process.version).toMatch(/^v26/) ; expect(Temporal.Now.instant()).toBeTruthy()})
