import type { CertificateKind, MembershipRole } from './enums'
import type { Locale } from './locale'
import type { MessageTemplate } from './message-enums'

/** A meeting as its messages tell of it. */
export interface MeetingMessage {
  meetingId: string
  /** The meeting's version when this was written: a button answers that version alone. */
  version: number
  /** ISO 8601 instants. */
  startsAt: string
  endsAt: string
  /** The other side's name, in Latin and where it has one in Arabic. */
  counterpart: string
  counterpartArabic: string | null
  /** The receiver's own organisation: some people act for two. */
  organisation: string
  /** The goods, in the words of the need or the product; null: a talk without. */
  goods: string | null
}

/** An order of samples as its messages tell of it; the buyer's name is never in them. */
export interface OrderMessage {
  orderId: string
  /** 'S-000123' */
  number: string
  /** The pesantren's name, in Latin and where it has one in Arabic. */
  organisation: string
  organisationArabic: string | null
  /** 'Madu hutan × 2, Kopi × 1', in the receiver's language. */
  goods: string
}

/** A certificate as its messages tell of it. */
export interface PaperMessage {
  certificateId: string
  organisation: string
  kind: CertificateKind
  number: string | null
}

/**
 * What each template is filled with: values as they are stored, put into words in the receiver's language and
 * zone when the message goes. Paths have no language: '/meetings/…'.
 */
export interface MessageVariables {
  /** `code`: six digits; erased from the row when the message is there or its time is over. */
  'sign-in-code': { code: string; minutes: number }
  /** `token`: of the link, erased like a code. */
  'organisation-invitation': {
    organisation: string
    organisationArabic: string | null
    inviter: string
    role: MembershipRole
    token: string
  }
  'meeting-requested': MeetingMessage & { note: string | null; expiresAt: string }
  'meeting-booked': MeetingMessage
  'meeting-change-proposed': MeetingMessage & { proposedStartsAt: string; proposedEndsAt: string }
  /** `from`: the time that it had; null: it keeps its time (a proposal was declined). */
  'meeting-changed': MeetingMessage & { from: string | null }
  /** 'declined' by the host, 'withdrawn' by the guest, 'expired': nobody answered. */
  'meeting-declined': MeetingMessage & { how: 'declined' | 'withdrawn' | 'expired'; reason: string | null }
  'meeting-cancelled': MeetingMessage & { reason: string | null }
  'meeting-reminder-day': MeetingMessage
  'meeting-reminder-hour': MeetingMessage
  'outcome-asked': MeetingMessage
  'inquiry-received': {
    inquiryId: string
    organisation: string
    product: string | null
    /** How the buyer is called, where it was said. */
    from: string | null
    language: Locale
  }
  'verification-approved': { organisation: string }
  'verification-asked-back': { organisation: string; question: string }
  'verification-rejected': { organisation: string; reason: string }
  'booth-published': { organisation: string; slug: string }
  'booth-asked-back': { organisation: string; question: string }
  'paper-verified': PaperMessage
  'paper-objected': PaperMessage & { reason: string }
  /** To the old address, that it is one no longer. `shown`: the new one, all but its ends masked. */
  'address-changed': { channel: 'whatsapp' | 'mail'; shown: string }
  /** To every other proven address; `shown` is the one that is there now. */
  'address-added': { channel: 'whatsapp' | 'mail'; shown: string }
  /** To the one that was taken away, and to those that are left. */
  'address-removed': { channel: 'whatsapp' | 'mail'; shown: string }
  /** To the owners that were there: who it is says the team's page, so that no name outlives its person. */
  'access-given': { organisation: string }
  /** `organisation` is the one that stays. */
  'organisations-merged': { organisation: string; other: string }
  /** To the pesantren: it is paid, and can be packed. */
  'order-new': OrderMessage & { isHandedOver: boolean }
  'order-paid': OrderMessage & { totalMinor: number }
  'order-packed': OrderMessage
  /** Courier and number; both null: handed over. */
  'order-sent': OrderMessage & { courier: string | null; tracking: string | null }
  /** To the pesantren: the buyer has it. */
  'order-arrived': OrderMessage
  /** `isOwn`: told to the pesantren, else to the buyer. */
  'order-ended': OrderMessage & { how: 'cancelled' | 'lapsed'; reason: string | null; isOwn: boolean }
  'order-refunded': OrderMessage & { amountMinor: number }
  /** Money came that the order couldn't have. */
  'order-surplus': OrderMessage & { amountMinor: number }
  'order-proof-rejected': OrderMessage & { reason: string | null; expiresAt: string }
  'order-transfer-due': OrderMessage & { totalMinor: number; expiresAt: string }
  /** To the pesantren: paid for days and not sent. */
  'order-send-due': OrderMessage & { paidAt: string }
  /** To the pesantren: the bank asks the money back. `dueAt`: until when it can be answered. */
  'order-disputed': OrderMessage & { disputeId: string; amountMinor: number; dueAt: string | null }
  /** To the pesantren: how the bank decided. */
  'order-dispute-ended': OrderMessage & { how: 'won' | 'lost'; amountMinor: number }
  /** Answers a button, inside the window that it opened. `result`: see domain/message/button-reply.ts. */
  'reply-recorded': { result: string; path: string | null }
}

// Every template has its variables, and nothing else has.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
export const EVERY_TEMPLATE_HAS_VARIABLES: Same<keyof MessageVariables, MessageTemplate> = true
