/** `npm run bench -- reply|start`: repeatable measurements, each printing a table and, last, one JSON line. */
import { parseArgs } from 'node:util'
import type { ContenderName } from './contenders/contender.ts'

const USAGE = `npm run bench -- reply [--people 1,100,1000] [--replies 4000] [--rounds 5] [--contenders pols,conversations,floor] [--before folder-of-an-older-pols] [--pols-node=--cpu-prof]
npm run bench -- reply --soak 1000000 [--people 1000]
npm run bench -- start [--runs 5]
npm run bench -- round [--group 100,1000,10000]
npm run bench -- digest [--answers 100000,1000000,10000000] [--tries 60]
npm run bench -- broadcast [--group 1000,10000] [--limit 30] [--flood-wait 5] [--replies-each-second 1]
npm run bench -- city [--organisations 200] [--people 10000] [--taps-per-minute 2000] [--minutes 3] [--limit 30] (short: --organisations 20 --people 500 --minutes 0.5)
npm run bench -- joins [--joins 100000] [--minutes 1] [--pols-node=--cpu-prof] (short: --joins 4000 --minutes 0.1)
npm run bench -- scale [--people 100] [--replies 4000] [--rounds 5] [--instances 1,2,3] [--faithful]`

const EVERY_PEOPLE = '1,100,1000'
const EVERY_GROUP = '100,1000,10000'
const { values, positionals } = readCommand()
const number = (text: string): number => {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : wrongUse(`${text} is not a whole number above zero`)
}

const minutes = (unless: number): number => {
  const value = Number(values.minutes ?? unless)
  return value > 0 ? value : wrongUse(`${values.minutes} is no number of minutes`)
}

switch (positionals[0]) {
  case 'reply': {
    if (values.soak) {
      const { benchSoak } = await import('./soak.ts')
      await benchSoak({ replies: number(values.soak), people: Math.max(...values.people.split(',').map(number)) })
      break
    }
    const { benchReply } = await import('./reply.ts')
    await benchReply({
      people: values.people.split(',').map(number),
      replies: number(values.replies),
      rounds: number(values.rounds),
      contenders: [...(values.before ? (['before'] as const) : []), ...values.contenders.split(',').map(contenderOf)],
      before: values.before,
      polsNode: values['pols-node'],
    })
    break
  }
  case 'start': {
    const { benchStart } = await import('./start.ts')
    await benchStart({ runs: number(values.runs) })
    break
  }
  case 'digest': {
    const { benchDigest } = await import('./digest.ts')
    await benchDigest({ answers: values.answers.split(',').map(number), tries: number(values.tries) })
    break
  }
  case 'round': {
    const { benchRound } = await import('./round.ts')
    await benchRound({ people: values.group.split(',').map(number) })
    break
  }
  case 'broadcast': {
    const { benchBroadcast } = await import('./broadcast.ts')
    await benchBroadcast({
      people: (values.group === EVERY_GROUP ? '1000,10000' : values.group).split(',').map(number),
      limit: number(values.limit),
      floodWait: number(values['flood-wait']),
      replies: number(values['replies-each-second']),
    })
    break
  }
  case 'city': {
    const { benchCity } = await import('./city.ts')
    await benchCity({
      organisations: number(values.organisations),
      people: number(values.people === EVERY_PEOPLE ? '10000' : values.people),
      tapsPerMinute: number(values['taps-per-minute']),
      minutes: minutes(3),
      limit: number(values.limit),
    })
    break
  }
  case 'joins': {
    const { benchJoins } = await import('./joins.ts')
    await benchJoins({
      joins: 2 * Math.ceil(number(values.joins) / 2),
      minutes: minutes(1),
      people: 100,
      replies: 10,
      polsNode: values['pols-node'],
    })
    break
  }
  case 'scale': {
    const { benchScale } = await import('./scale.ts')
    await benchScale({
      people: Math.min(
        ...values.people
          .split(',')
          .map(number)
          .filter((people) => people > 1),
      ),
      replies: number(values.replies),
      rounds: number(values.rounds),
      instances: values.instances.split(',').map(number),
      faithful: values.faithful,
    })
    break
  }
  default:
    wrongUse('say which measurement')
}

function contenderOf(name: string): ContenderName {
  if (name === 'pols' || name === 'conversations' || name === 'floor') return name
  return wrongUse(`there is no contender ${name}`)
}

function readCommand() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        people: { type: 'string', default: EVERY_PEOPLE },
        organisations: { type: 'string', default: '200' },
        'taps-per-minute': { type: 'string', default: '2000' },
        minutes: { type: 'string' },
        joins: { type: 'string', default: '100000' },
        replies: { type: 'string', default: '4000' },
        rounds: { type: 'string', default: '5' },
        group: { type: 'string', default: EVERY_GROUP },
        answers: { type: 'string', default: '100000,1000000,10000000' },
        tries: { type: 'string', default: '60' },
        limit: { type: 'string', default: '30' },
        'flood-wait': { type: 'string', default: '5' },
        'replies-each-second': { type: 'string', default: '1' },
        contenders: { type: 'string', default: 'pols,conversations,floor' },
        before: { type: 'string' },
        soak: { type: 'string' },
        'pols-node': { type: 'string', multiple: true, default: [] },
        instances: { type: 'string', default: '1,2,3' },
        faithful: { type: 'boolean', default: false },
        runs: { type: 'string', default: '5' },
      },
    })
  } catch (error) {
    return wrongUse((error as Error).message)
  }
}

function wrongUse(sentence: string): never {
  console.error(`${sentence}\n${USAGE}`)
  process.exit(2)
}
