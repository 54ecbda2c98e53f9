import { describe, expect, test } from 'vitest'
import type { Address } from '../../src/channels/port.ts'
import { createVault } from '../../src/people/vault.ts'

const SECRET = 'a secret for tests that is long enough'
const vault = createVault(SECRET)
const address: Address = { channel: 'telegram', id: '771234567', route: 'chat' }

describe('addresses', () => {
  test('come back whole, and look different each time they are sealed', () => {
    const [one, two] = [vault.encryptAddress(address), vault.encryptAddress(address)]
    expect(one).not.toBe(two)
    expect(vault.decryptAddress(one)).toEqual(address)
    for (const sealed of [one, two])
      expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(address.id)
  })
  test('are found by a hash that forgets the route and knows the channel', () => {
    expect(vault.hashAddress({ channel: 'telegram', id: '771234567' })).toBe(vault.hashAddress(address))
    expect(vault.hashAddress({ ...address, channel: 'discord' })).not.toBe(vault.hashAddress(address))
    expect(vault.hashAddress({ ...address, id: '771234568' })).not.toBe(vault.hashAddress(address))
    expect(vault.hashAddress(address)).toMatch(/^[\w-]{43}$/)
    expect(createVault(`${SECRET}!`).hashAddress(address)).not.toBe(vault.hashAddress(address))
  })
})

describe('keys', () => {
  test('each opens its own kind only', () => {
    expect(vault.decryptText(vault.encryptText('één twee 🎉'))).toBe('één twee 🎉')
    expect(() => vault.decryptAddress(vault.encryptText('tekst'))).toThrow('another secret key')
    expect(() => vault.decryptText(vault.encryptId('5:9'))).toThrow('another secret key')
    expect(() => createVault(`${SECRET}!`).decryptText(vault.encryptText('tekst'))).toThrow('another secret key')
  })
  test('notice a changed byte, a cut and rubbish, and say nothing of what was in it', () => {
    const sealed = Buffer.from(vault.encryptText('geheim verhaal'), 'base64url')
    for (const at of [0, 12, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => vault.decryptText(changed.toString('base64url'))).toThrow(
        /^vault: this was written with another secret key/,
      )
    }
    for (const bad of ['', 'AAAA', sealed.subarray(0, 20).toString('base64url')])
      expect(() => vault.decryptText(bad)).toThrow('vault:')
  })
})

describe('tokens', () => {
  test('can be made again, differ by purpose and subject, and cannot be had from another secret', () => {
    const token = vault.token('join', 'xy:2026')
    expect(token).toMatch(/^[\w-]{24}$/)
    expect(vault.token('join', 'xy:2026')).toBe(token)
    const others = [
      vault.token('console', 'xy:2026'),
      vault.token('join', 'xy:2027'),
      createVault(`${SECRET}!`).token('join', 'xy:2026'),
    ]
    expect(new Set([token, ...others]).size).toBe(4)
  })
  test('are compared whole', () => {
    const token = vault.token('console', 'xy')
    expect(vault.isToken('console', 'xy', token)).toBe(true)
    for (const wrong of ['', token.slice(1), `${token}a`, vault.token('console', 'xyz'), '€'.repeat(24)]) {
      expect(vault.isToken('console', 'xy', wrong)).toBe(false)
    }
  })
})
