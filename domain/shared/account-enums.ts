/** What a one-time code proves an address for; 'confirm': that it is oneself, before an address changes. */
export const CODE_PURPOSES = [
  'enter',
  'reset',
  'confirm',
  'change-address',
  'invitation',
  'delete',
  'booth-number',
] as const
export type CodePurpose = (typeof CODE_PURPOSES)[number]

/** 'privacy': we may keep the person's data; 'whatsapp': messages may go to its WhatsApp. */
export const CONSENT_KINDS = ['privacy', 'whatsapp'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** Kinds of organisations that people join with by themselves; organisers are invited. */
export const JOINING_KINDS = ['pesantren', 'offtaker', 'buyer'] as const
export type JoiningKind = (typeof JOINING_KINDS)[number]

/**
 * joining: not yet handed in. pending: waits for the organiser. asked-back: the organiser wants to know
 * something. closed: given up by its last owner.
 */
export const VERIFICATIONS = ['joining', 'pending', 'asked-back', 'verified', 'rejected', 'closed'] as const
export type Verification = (typeof VERIFICATIONS)[number]

export const VERIFICATION_EVENTS = [
  'submitted',
  'asked-back',
  'answered',
  'approved',
  'rejected',
  'merged',
  'claimed',
  'claim-approved',
  'claim-rejected',
  'closed',
] as const
export type VerificationEventKind = (typeof VERIFICATION_EVENTS)[number]

export const CLAIM_STATES = ['pending', 'approved', 'rejected', 'withdrawn'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]
