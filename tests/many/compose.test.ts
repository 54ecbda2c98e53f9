/** What makes several instances possible in compose.yaml and its proxy, held together by names in two files. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { DISCORD_PATH } from '../../src/http/discord-webhook.ts'
import { WEBHOOK_PATH } from '../../src/http/webhook.ts'
import { readSettings } from '../../src/settings.ts'
import { ROOT } from '../support/house-rules.ts'

type Service = Record<string, unknown> & {
  environment?: Record<string, string>
  secrets?: string[]
  volumes?: string[]
  networks?: string[]
}
const compose = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8')) as {
  services: Record<string, Service>
  secrets: Record<string, unknown>
  networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string }[] } } | null>
}
const caddy = readFileSync(join(ROOT, 'Caddyfile'), 'utf8')
const { pols, proxy, postgres } = compose.services as { pols: Service; proxy: Service; postgres: Service }

test('nothing keeps the service from running several times', () => {
  expect(Object.keys(pols).filter((key) => ['ports', 'container_name', 'hostname'].includes(key))).toEqual([])
  for (const name of pols.secrets!) expect(Object.keys(compose.secrets)).toContain(name)
})

test('the proxy finds the service by its name and its port', () => {
  expect([...caddy.matchAll(/\tname ([\w-]+)/g)].map(([, name]) => name)).toEqual(['pols-inside', 'pols-inside'])
  expect((pols.networks as unknown as { inside: { aliases: string[] } }).inside.aliases).toEqual(['pols-inside'])
  expect([...caddy.matchAll(/\bport (\d+)/g)].map(([, port]) => port)).toEqual(['3000', '3000'])
  expect(pols.expose).toEqual(['3000'])
  expect(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')).toMatch(/PORT=3000/)
  expect(proxy.volumes).toContain('./Caddyfile:/etc/caddy/Caddyfile:ro')
  expect(existsSync(join(ROOT, 'Caddyfile'))).toBe(true)
})

test('what platforms post goes to any instance, a browser stays with one', () => {
  const [platforms, pages] = caddy.split('Pages:') as [string, string]
  expect(platforms).toContain(`@platforms path ${WEBHOOK_PATH} ${DISCORD_PATH}`)
  expect(platforms).not.toContain('lb_policy cookie')
  expect(pages).toContain('lb_policy cookie')
})

test('the proxy is believed when it says for whom it asks, and nobody outside its network', () => {
  const subnet = compose.networks.inside!.ipam!.config[0]!.subnet
  expect(pols.environment!.TRUSTED_PROXIES).toBe(subnet)
  expect(readSettings({ TRUSTED_PROXIES: subnet }).trustedProxies).toHaveLength(1)
  expect([proxy.networks, Object.keys(pols.networks!)]).toEqual([
    ['inside', 'outside'],
    ['inside', 'outside'],
  ])
  expect(postgres.networks).toEqual(['inside'])
})

test('each secret is a file that the service may read, and that its readme makes', () => {
  const files = Object.entries(pols.environment!).filter(([name]) => name.endsWith('_FILE'))
  for (const [, path] of files.filter(([, path]) => path.startsWith('/')))
    expect(pols.secrets).toContain(path.replace('/run/secrets/', ''))
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  for (const name of Object.keys(compose.secrets)) expect(readme).toMatch(new RegExp(`(> |touch .*)secrets/${name}\\b`))
})

test('a copy is made each night where all instances reach it, by a user who may write there', () => {
  expect(pols.environment!.BACKUP_DIR).toMatch(/^\$\{BACKUP_DIR-\/backups\}$/)
  expect(pols.environment!.POLS_BACKUP_KEY_FILE).toBe('/run/secrets/pols_backup_key')
  expect(pols.volumes).toContain('pols-backups:/backups')
  expect(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')).toMatch(/chown node:node \/data \/backups\nUSER node/)
})

test('who stops the service waits longer than it may take to stop by itself', () => {
  const longest = readFileSync(join(ROOT, 'src/cli/start.ts'), 'utf8').match(/LONGEST_STOP = ([\d_]+)/)![1]!
  const waited = String(pols.stop_grace_period).match(/^(\d+)s$/)![1]!
  expect(Number(waited) * 1000).toBeGreaterThan(Number(longest.replaceAll('_', '')))
})

test('the proxy writes down no address of a page and nobody who asked for one', () => {
  expect(caddy).toMatch(/\tlog \{\n\t\texclude http\.handlers\.reverse_proxy http\.log\.error\n/)
  expect(caddy.match(/^\s*log\b/gm)).toHaveLength(1)
})

test('the counters of an open round are not for who comes by', () => {
  expect(caddy).toMatch(/@inside path \/metrics\s+respond @inside 404/)
})
