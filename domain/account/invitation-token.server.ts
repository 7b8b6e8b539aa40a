import { randomBytes } from 'node:crypto'
import { hashedToken } from '../shared/message-proof.server'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits for a link, and their hash for the table: whoever reads the table has no link. */
export function newInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashedToken(token) }
}

/** The hash by which a link's invitation is found; null: no token of ours looks like this. */
export function invitationTokenHash(token: string): string | null {
  return TOKEN.test(token) ? hashedToken(token) : null
}
