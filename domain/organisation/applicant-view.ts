import type { Verification, VerificationEventKind } from '../shared/account-enums'
import type { BusinessField, MembershipRole, OrganisationKind } from '../shared/enums'
import type { Locale, LocalizedText } from '../shared/locale'

/** What waits in the organiser's queue: a new organisation, or somebody who says that one is theirs. */
export const QUEUE_STATES = ['waiting', 'asked-back', 'rejected'] as const
export type QueueState = (typeof QUEUE_STATES)[number]
export const QUEUE_KINDS = ['pesantren', 'offtaker', 'buyer', 'claim'] as const
export type QueueKind = (typeof QUEUE_KINDS)[number]

/** One line of the queue. */
export interface ApplicantRow {
  organisationId: string
  kind: QueueKind
  name: string
  nameArabic: string | null
  /** 'answered': the organiser had asked back. */
  state: 'pending' | 'answered' | 'asked-back' | 'rejected' | 'claim'
  regency: { code: string; name: string } | null
  countryCode: string | null
  isSample: boolean
  /** Since when it is in this state. */
  since: Date
}

export interface ApplicantList {
  rows: ApplicantRow[]
  /** From 1. */
  page: number
  pages: number
  /** Of the chosen state, kind and regency. */
  total: number
  /** Of all kinds and regencies. */
  counts: Record<QueueState, number>
  /** Where applicants are, for the filter. */
  regencies: { code: string; name: string }[]
}

/** What somebody who joins says of an organisation. */
export interface OrganisationFacts {
  id: string
  slug: string
  kind: OrganisationKind
  name: string
  nameArabic: string | null
  regency: { code: string; name: string } | null
  district: { code: string; name: string } | null
  countryCode: string | null
  field: BusinessField | null
  story: LocalizedText | null
  whatsappE164: string | null
  verification: Verification
  verificationAt: Date | null
  isSample: boolean
  createdAt: Date
}

/** Somebody who acts, or wants to act, for an organisation: the organiser may call them. */
export interface Contact {
  personId: string
  name: string
  email: string | null
  emailVerified: boolean
  phoneE164: string | null
  phoneVerified: boolean
  locale: Locale
}

export interface Member extends Contact {
  role: MembershipRole
  joinedAt: Date
}

export interface Claim extends Contact {
  id: string
  note: string | null
  since: Date
}

export interface HistoryEvent {
  id: number
  kind: VerificationEventKind
  personName: string | null
  text: string | null
  at: Date
}

/** What can be said of an applicant; the last word is the database's. */
export const DECISIONS = ['approve', 'ask-back', 'reject'] as const
export type DecisionKind = (typeof DECISIONS)[number]

const POSSIBLE: Readonly<Record<Verification, readonly DecisionKind[]>> = {
  joining: [],
  pending: ['approve', 'ask-back', 'reject'],
  'asked-back': ['approve', 'reject'],
  // Turned away by mistake: it can still be let in, or asked.
  rejected: ['approve', 'ask-back'],
  verified: [],
  closed: [],
}

export function decisionsFor(verification: Verification): readonly DecisionKind[] {
  return POSSIBLE[verification]
}

/** Whether an owner may mend what was handed in, and send it again. */
export function maySendAgain(verification: Verification): boolean {
  return verification === 'asked-back' || verification === 'rejected'
}
