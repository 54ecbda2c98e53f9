/** What a page can wish for about methods. What only an account may do, the desk refuses a door without one. */
import type { Action } from './actions.ts'

export const METHOD_ACTIONS = {
  'methode-kopie': {
    done: 'library-copied',
    act: 'method.draft',
    run: (desk, id, of, by) => desk.copyMethod(by, id, of('methode')),
  },
  'methode-leg-weg': {
    done: 'library-dropped',
    act: 'method.draft',
    run: (desk, id, of, by) => desk.dropMethod(by, id, of('methode')),
  },
  'methode-licentie': {
    done: 'own-methods-licensed',
    act: 'method.share',
    run: (desk, id, of, by) => desk.licenceMethod(by, id, of('methode'), of('licentie')),
  },
  'methode-deel': {
    done: 'library-handed-in',
    act: 'method.share',
    run: (desk, id, of, by) =>
      desk.handInMethod(by, id, of('methode'), of('naam') === 'person' ? 'person' : 'organisation'),
  },
  'methode-terug': {
    done: 'library-taken-back',
    act: 'method.share',
    run: (desk, id, of, by) => desk.takeBackMethod(by, id, of('methode')),
  },
  'methode-uit': {
    done: 'library-withdrawn',
    act: 'method.share',
    run: (desk, id, of, by) => desk.withdrawMethod(by, id, of('methode')),
  },
  'methode-gebruik': {
    done: 'own-methods-said',
    act: 'usage.agree',
    run: (desk, id, of, by) => desk.sayUsage(by, id, of('ja') === '1'),
  },
  'nakijken-op': {
    done: 'library-judged-accept',
    act: 'method.curate',
    run: (desk, id, of, by) => desk.judgeMethod(by, id, of('methode'), of('gezien'), { type: 'accept' }),
  },
  'nakijken-terug': {
    done: 'library-judged-return',
    act: 'method.curate',
    run: (desk, id, of, by) =>
      desk.judgeMethod(by, id, of('methode'), of('gezien'), { type: 'return', text: of('opmerking') }),
  },
  'nakijken-niet': {
    done: 'library-judged-decline',
    act: 'method.curate',
    run: (desk, id, of, by) =>
      desk.judgeMethod(by, id, of('methode'), of('gezien'), { type: 'decline', text: of('opmerking') }),
  },
} satisfies Record<string, Action>
