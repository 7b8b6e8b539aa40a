import { createHmac } from 'node:crypto'

/**
 * The client's address. X-Forwarded-For is believed only for the entries that our own proxies added:
 * with `trustedProxies` of them, the n-th from the end. A client cannot choose its address by sending one.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
) {
  if (trustedProxies === 0 || !forwardedFor) return socketAddress
  const entries = forwardedFor.split(',').map((entry) => entry.trim())
  return entries[entries.length - trustedProxies] || socketAddress
}

/** The first groups of an IPv6 address, of 16 bits each. */
function ipv6Groups(address: string, count: number): string {
  const [head = '', tail = ''] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = tail.split(':').filter(Boolean)
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
    : []
  return [...first, ...zeros, ...last]
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * A keyed hash of the address, so that nothing that is stored or logged contains it. Of IPv6 the /64, which a
 * customer usually has the whole of; after a dot, the /48 that it is in: some have all of that, and would be
 * 65,536 clients (see domain/shared/client-counters.ts).
 */
export function clientKey(address: string, secret: string): string {
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22)
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return hash(mapped ?? address)
  return `${hash(ipv6Groups(address, 4))}.${hash(`/48:${ipv6Groups(address, 3)}`)}`
}
