import { createHmac } from 'node:crypto'
import type { Channel } from '../shared/message-enums'

/** An address as attempts remember it: the same for the same, and readable by nobody. */
export function addressKey(secret: string, channel: Channel, address: string): string {
  return createHmac('sha256', secret)
    .update(`${channel}:${address.toLowerCase()}`)
    .digest('base64url')
    .slice(0, 22)
}
