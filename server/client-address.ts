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

/** A keyed hash of the address, so that nothing that is stored or logged contains it. */
export function clientKey(address: string, secret: string): string {
  // An IPv6 customer has a whole /64: count it as one client.
  const grouped =
    address.includes(':') && !address.startsWith('::ffff:')
      ? address.split(':').slice(0, 4).join(':')
      : address
  return createHmac('sha256', secret).update(grouped).digest('base64url').slice(0, 22)
}
