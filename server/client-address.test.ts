import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf } from '~/domain/shared/client-counters'
import { clientAddress, clientKey } from './client-address'

describe('clientAddress', () => {
  it('believes no header without a proxy of ours', () => {
    expect(clientAddress('10.0.0.1', '1.2.3.4', 0)).toBe('10.0.0.1')
  })
  it('takes the entry that our outermost proxy added', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4')
    expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.9', 2)).toBe('1.2.3.4')
  })
  it('cannot be moved by what a client writes in front', () => {
    fc.assert(
      fc.property(fc.array(fc.ipV4(), { maxLength: 5 }), fc.ipV4(), (forged, real) => {
        const header = [...forged, real].join(', ')
        expect(clientAddress('10.0.0.1', header, 1)).toBe(real)
      }),
    )
  })
  it('falls back to the socket when the header is shorter than our proxies', () => {
    expect(clientAddress('10.0.0.1', '1.2.3.4', 3)).toBe('10.0.0.1')
  })
})

describe('clientKey', () => {
  it('does not contain the address and differs by secret', () => {
    expect(clientKey('1.2.3.4', 'a')).not.toContain('1.2.3.4')
    expect(clientKey('1.2.3.4', 'a')).not.toBe(clientKey('1.2.3.4', 'b'))
    expect(clientKey('1.2.3.4', 'a')).not.toBe(clientKey('1.2.3.5', 'a'))
  })
  it('says of IPv6 which /48 it is in, as a customer may have all of that', () => {
    const networkAt = (address: string) => networkOf(clientKey(address, 'a'))
    expect(networkAt('2001:db8:1:2::5')).not.toBeNull()
    expect(networkAt('2001:db8:1:2::5')).toBe(networkAt('2001:db8:1:ffff::1'))
    expect(networkAt('2001:db8:1:2::5')).not.toBe(networkAt('2001:db8:2:2::5'))
    expect(networkAt('1.2.3.4')).toBeNull()
    expect(networkAt('::ffff:1.2.3.4')).toBeNull()
  })
  it('counts an IPv6 customer’s /64 as one client', () => {
    expect(clientKey('2001:db8:1:2::5', 'a')).toBe(clientKey('2001:db8:1:2:9::1', 'a'))
    expect(clientKey('2001:db8::5', 'a')).toBe(clientKey('2001:db8:0:0:7:8:9:a', 'a'))
    expect(clientKey('::ffff:1.2.3.4', 'a')).toBe(clientKey('1.2.3.4', 'a'))
    expect(clientKey('2001:db8:1:2::5', 'a')).not.toBe(clientKey('2001:db8:1:3::5', 'a'))
  })
})
