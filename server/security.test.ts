import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, isOwnOrigin } from './security'

const own = ['https://expo.example', 'http://localhost:3000']
const request = (method: string, headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/en/chat', { method, headers })

describe('isOwnOrigin', () => {
  it('lets every read pass', () => {
    expect(isOwnOrigin(request('GET', { origin: 'https://evil.example' }), own)).toBe(true)
    expect(isOwnOrigin(request('HEAD'), own)).toBe(true)
  })
  it('lets a write pass from each of our own origins', () => {
    for (const origin of own) expect(isOwnOrigin(request('POST', { origin }), own)).toBe(true)
  })
  it.each(['https://evil.example', 'null', 'https://expo.example.evil.example', 'http://expo.example'])(
    'refuses a write from %s',
    (origin) => {
      expect(isOwnOrigin(request('POST', { origin, 'sec-fetch-site': 'same-origin' }), own)).toBe(false)
    },
  )
  it('without an Origin believes only the browser’s own word', () => {
    expect(isOwnOrigin(request('POST', { 'sec-fetch-site': 'same-origin' }), own)).toBe(true)
    expect(isOwnOrigin(request('POST', { 'sec-fetch-site': 'same-site' }), own)).toBe(false)
    expect(isOwnOrigin(request('DELETE'), own)).toBe(false)
  })
})

describe('contentSecurityPolicy', () => {
  it('runs scripts by nonce only and lets forms lead to WhatsApp and Checkout', () => {
    const policy = contentSecurityPolicy('abc')
    expect(policy).toContain("script-src 'self' 'nonce-abc'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toMatch(/form-action 'self' https:\/\/wa\.me [^;]*https:\/\/checkout\.stripe\.com/)
    expect(policy).toContain("frame-ancestors 'none'")
  })
})
