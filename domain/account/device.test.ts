import { describe, expect, it } from 'vitest'
import { readDevice } from './device.server'

const NOW = new Date('2026-11-22T03:00:00Z')
const OWNER = '0198c0de-0000-7000-8000-000000000001'
const SECRET = 'a secret of these tests'
const read = (cookie: string, { secret = SECRET, now = NOW, isSecure = false } = {}) =>
  readDevice({ cookie, secret, now, isSecure })
const cookieOf = (line: string) => `shelf=1; ${line.split(';')[0]}; lang=id`
const known = () => cookieOf(read('').remember(OWNER, ['rina@contoh.id', '+6281234567890']))

describe('a browser', () => {
  it('is new to every address, until one was proven in it', () => {
    expect(read('').counterOf('rina@contoh.id', OWNER)).toBeNull()
    const device = read(known())
    const counters = ['rina@contoh.id', '+6281234567890'].map((address) => device.counterOf(address, OWNER))
    expect(counters.every(Boolean)).toBe(true)
    expect(new Set(counters).size).toBe(2)
    expect(device.counterOf('ruli@contoh.id', OWNER)).toBeNull()
  })

  it('is the same one the next time, and counts apart from every other', () => {
    const cookie = known()
    const counter = read(cookie).counterOf('rina@contoh.id', OWNER)
    expect(read(cookie).counterOf('rina@contoh.id', OWNER)).toBe(counter)
    expect(
      read(cookieOf(read(cookie).remember(OWNER, ['ruli@contoh.id']))).counterOf('rina@contoh.id', OWNER),
    ).toBe(counter)
    expect(read(known()).counterOf('rina@contoh.id', OWNER)).not.toBe(counter)
  })

  it('is known to an address as one person’s alone', () => {
    const device = read(known())
    expect(device.counterOf('rina@contoh.id', '0198c0de-0000-7000-8000-000000000002')).toBeNull()
    expect(device.counterOf('rina@contoh.id', null)).toBeNull()
  })

  it('proves nothing by a cookie that was changed, was signed by others, or is over', () => {
    const cookie = known()
    const value = /opop\.device=([^;]+)/.exec(cookie)?.[1] ?? ''
    const [id, mark, , signature] = value.split('.')
    const forged = [
      `opop.device=${id}x.${mark}.${signature}`,
      `opop.device=${id}.${mark}.${signature}`,
      `opop.device=${value}x`,
      `opop.device=${value.slice(0, -4)}`,
      'opop.device=',
      'opop.device=.',
    ]
    for (const one of forged) expect(read(one).counterOf('rina@contoh.id', OWNER)).toBeNull()
    expect(read(cookie, { secret: 'another' }).counterOf('rina@contoh.id', OWNER)).toBeNull()
    const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
    expect(read(cookie, { now: at(179) }).counterOf('rina@contoh.id', OWNER)).not.toBeNull()
    expect(read(cookie, { now: at(181) }).counterOf('rina@contoh.id', OWNER)).toBeNull()
  })

  it('keeps no address that can be read, and the newest of many', () => {
    const line = read('').remember(OWNER, ['rina@contoh.id', '+6281234567890'])
    expect(line).not.toMatch(/rina|contoh|81234567890/)
    expect(line).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
    let cookie = ''
    for (let n = 0; n < 20; n++) cookie = cookieOf(read(cookie).remember(OWNER, [`guest-${n}@contoh.id`]))
    expect(read(cookie).counterOf('guest-19@contoh.id', OWNER)).not.toBeNull()
    expect(read(cookie).counterOf('guest-0@contoh.id', OWNER)).toBeNull()
    expect(cookie.length).toBeLessThan(500)
  })

  it('goes by https alone where the product does', () => {
    const line = read('', { isSecure: true }).remember(OWNER, ['rina@contoh.id'])
    expect(line).toMatch(/^__Secure-opop\.device=.*; Secure$/)
    // One that came over http isn't believed.
    expect(read(known(), { isSecure: true }).counterOf('rina@contoh.id', OWNER)).toBeNull()
  })
})
