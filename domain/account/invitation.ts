const DAY_MS = 86_400_000

/** How long a link can be used. */
export const INVITATION_DAYS = 14
/** How many an organisation sends in a day, new ones and again: a team, not a mailing. */
export const INVITATION_LIMIT = { limit: 30, windowSeconds: 86_400 } as const
/** How many one client sends in a day, for whatever organisations. */
export const INVITATION_CLIENT_LIMIT = { limit: 60, windowSeconds: 86_400 } as const
/** How often one invitation goes again in a day: its receiver asked for none of it. */
export const RESEND_LIMIT = { limit: 3, windowSeconds: 86_400 } as const

export type InvitationState = 'open' | 'expired' | 'revoked' | 'used'

/** What an invitation is worth at an instant. */
export function invitationState(
  row: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null },
  now: Date,
): InvitationState {
  if (row.acceptedAt) return 'used'
  if (row.revokedAt) return 'revoked'
  return row.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}

/** Until when an invitation that goes now can be used. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS)
}
