/** A Pols with a folder for backups that may take no byte: an evening of sweeps, a minute apart; tells what came of it. */
import { readdirSync } from 'node:fs'
import { createBackups } from '../../src/backup/backups.ts'
import { openStore } from '../../src/store/open.ts'
import { makeGround } from '../support/ground.ts'

const [url = '', folder = '', key = ''] = process.argv.slice(2)
const store = await openStore({ url }, () => {})
const ground = makeGround(store, '2026-11-25T10:00:00Z')
const going: Promise<void>[] = []
const backups = createBackups(ground, {
  settings: { backup: { folder, key, keep: 14 }, backupKey: key },
  ...{ secret: null, holder: 'one', background: (work) => void going.push(work()) },
})
const left = new Set<string>()
for (let minute = 0; minute < 150; minute += 1) {
  backups.look()
  await Promise.all(going.splice(0))
  for (const name of readdirSync(folder)) left.add(name)
  ground.clock.pass({ minutes: 1 })
}
const tries = ground.logs.filter((line) => line.includes('the backup of this night failed'))
const journal = ground.logs.filter((line) => line.includes('the journal of what was erased cannot be written'))
console.log(JSON.stringify({ tries, journal, left: [...left], state: backups.state() }))
await store.close()
