import { CHANNELS, type Channel } from '../shared/message-enums'

/** How somebody can be reached. */
export interface Reachable {
  preferredChannel: Channel
  email: string | null
  emailVerified: boolean
  phoneE164: string | null
  phoneVerified: boolean
  /** Agreed to messages by WhatsApp and hasn't taken it back. */
  hasWhatsAppConsent: boolean
}

/** Which services the environment has. */
export type ConfiguredChannels = Readonly<Record<Channel, boolean>>

/**
 * By which channel a message goes to somebody: the one that they prefer, else the other, if its address is
 * proven and, for WhatsApp, they agreed to it. A channel that has failed this message isn't tried again.
 * @returns 'kept': it could go if a service were configured; 'no-address': there is no way (left).
 */
export function chooseChannel(
  receiver: Reachable,
  { configured, failedBefore }: { configured: ConfiguredChannels; failedBefore: Channel | null },
): { channel: Channel; address: string } | 'kept' | 'no-address' {
  const order = [
    receiver.preferredChannel,
    ...CHANNELS.filter((channel) => channel !== receiver.preferredChannel),
  ]
  const ways = order.flatMap((channel) => {
    const address = channel === failedBefore ? null : provenAddress(receiver, channel)
    return address === null ? [] : [{ channel, address }]
  })
  const way = ways.find(({ channel }) => configured[channel])
  if (way) return way
  // What has failed once is for the organiser to look at: 'kept' would hide it among what waits for a service.
  return ways.length > 0 && failedBefore === null ? 'kept' : 'no-address'
}

function provenAddress(receiver: Reachable, channel: Channel): string | null {
  if (channel === 'mail') return receiver.emailVerified ? receiver.email : null
  return receiver.phoneVerified && receiver.hasWhatsAppConsent ? receiver.phoneE164 : null
}
