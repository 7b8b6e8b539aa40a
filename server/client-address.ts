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

/** The first 64 bits of an IPv6 address: a customer usually has all of them, so they count as one client. */
function ipv6Network(address: string): string {
  const [head = '', tail = ''] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = tail.split(':').filter(Boolean)
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
    : []
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** A keyed hash of the address, so that nothing that is stored or logged contains it. */
export function clientKey(address: string, secret: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  const client = mapped ?? (address.includes(':') ? ipv6Network(address) : address)
  return createHmac('sha256', secret).update(client).digest('base64url').slice(0, 22)
}
