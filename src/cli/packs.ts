/** `pols pack out` and `pols pack in`: methods in a signed file, from one Pols to another. */

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { textIn } from '../survey/question-set.ts'
import { atCounter, type Cli } from './cli.ts'
import { withoutIsolates } from './plain-words.ts'
import { done, type Result, resultOf, wrong } from './result.ts'

/** @param ids of cards; none for all that may leave */
export function packOut(cli: Cli, file: string, ids: string[]): Promise<Result> {
  return atCounter(cli, async ({ desk }) =>
    resultOf(await desk.makePack('command line', null, ids.length === 0 ? null : ids), cli.words, (made) => {
      const path = resolve(file)
      try {
        writeFileSync(path, Buffer.from(made.content, 'base64'))
      } catch {
        return wrong('cli-pack-unwritten', cli.words('cli-pack-unwritten', { file }))
      }
      const left = made.left.map(({ title, why }) => `${textIn(title, cli.language)}: ${cli.words(why)}`)
      const said = cli.words('cli-pack-out', { file, count: made.cards })
      return done([said, ...left].map(withoutIsolates).join('\n'), { file, cards: made.cards, left: made.left })
    }),
  )
}

/** Shows what the file holds; takes it up when its key is known, or when its fingerprint is given. */
export function packIn(cli: Cli, file: string, options: { key?: string }): Promise<Result> {
  return atCounter(cli, async ({ desk }) => {
    const path = resolve(file)
    const looked = await desk.lookInPackFile(path)
    if (!looked.ok) return resultOf(looked, cli.words, () => done('', null))
    const { by, made, fingerprint, known, cards } = looked.value
    const lines = [
      cli.words('library-pack-whose', { by, made }),
      cli.words(`library-pack-key-${known}`, { fingerprint }),
      ...cards.map(({ title, credit, licence, how }) => {
        const name = textIn(title, cli.language)
        return `- ${cli.words('library-pack-card-line', { title: name, credit, licence, how: cli.words(`library-pack-${how}`) })}`
      }),
    ]
    if (known === 'unknown' && options.key === undefined) {
      const text = [...lines, cli.words('cli-pack-say', { fingerprint: fingerprint.replaceAll(' ', '') })]
      return { ...done(text.map(withoutIsolates).join('\n'), { ...looked.value, taken: 0 }), faulty: true }
    }
    return resultOf(await desk.takePackFile(path, options.key ?? null), cli.words, ({ taken, same }) =>
      done([...lines, cli.words('library-pack-taken', { taken, same })].map(withoutIsolates).join('\n'), {
        ...looked.value,
        taken,
        same,
      }),
    )
  })
}
