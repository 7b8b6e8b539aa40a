import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import type { Address } from './address'

/**
 * Whether somebody may choose a password with a code to this address: one is signed in with by e-mail, and the
 * accounts that everybody shares keep the password that the sign-in page tells.
 */
export function takesPassword({ channel, address }: Address): boolean {
  return channel === 'mail' && !SAMPLE_ACCOUNTS.some(({ email }) => email === address)
}
