interface Rule {
  limit: number
  windowSeconds: number
}

/** How much a whole network may do, in what one client in it may. */
export const NETWORK_SHARE = 4

/** The network of a client that has many addresses at its command; null: its address is all there is. */
export function networkOf(clientKey: string): string | null {
  return clientKey.split('.')[1] ?? null
}

/**
 * Where something that a client does is counted: under the client, and where it is one of a network that a single
 * customer can have as a whole (an IPv6 /48 holds 65,536 clients), under the network with a larger limit.
 * @param at What it is done to, never readable; '': anything.
 */
export function clientCounters(
  rule: Rule,
  { name, clientKey, at = '' }: { name: string; clientKey: string; at?: string },
): [Rule, string][] {
  const network = networkOf(clientKey)
  const of = at ? `:${at}` : ''
  const own: [Rule, string] = [rule, `${name}:${clientKey}${of}`]
  if (!network) return [own]
  return [own, [{ ...rule, limit: rule.limit * NETWORK_SHARE }, `${name}:network:${network}${of}`]]
}
