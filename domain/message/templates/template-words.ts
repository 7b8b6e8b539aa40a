import type { EndReason } from '../../meeting/end-reason'
import type { CertificateKind, MeetingState, MembershipRole } from '../../shared/enums'
import type { Locale } from '../../shared/locale'
import type { REPLY_RESULTS } from '../button-reply'

/**
 * The sentences that WhatsApp approves one by one, with what each is filled with. Some templates are several
 * forms: a declined request reads otherwise than one that ran out.
 */
export const FORM_VALUES = {
  'sign-in-code': ['code', 'minutes'],
  'organisation-invitation': ['inviter', 'organisation', 'role'],
  'meeting-requested': ['counterpart', 'organisation', 'when', 'goods', 'note', 'until'],
  'meeting-booked': ['counterpart', 'organisation', 'when', 'goods'],
  'meeting-change-proposed': ['counterpart', 'organisation', 'before', 'when', 'goods'],
  'meeting-moved': ['counterpart', 'organisation', 'before', 'when', 'goods'],
  'meeting-kept': ['counterpart', 'organisation', 'when', 'goods'],
  'meeting-declined': ['counterpart', 'organisation', 'when', 'goods', 'reason'],
  'meeting-withdrawn': ['counterpart', 'organisation', 'when', 'goods', 'reason'],
  'meeting-expired': ['counterpart', 'organisation', 'when', 'goods'],
  'meeting-cancelled': ['counterpart', 'organisation', 'when', 'goods', 'reason'],
  'meeting-reminder-day': ['counterpart', 'organisation', 'when', 'goods'],
  'meeting-reminder-hour': ['counterpart', 'organisation', 'when', 'goods'],
  'outcome-asked': ['counterpart', 'organisation', 'when', 'goods'],
  'inquiry-received': ['from', 'organisation', 'product', 'language'],
  'verification-approved': ['organisation'],
  'verification-asked-back': ['organisation', 'question'],
  'verification-rejected': ['organisation', 'reason'],
  'booth-published': ['organisation'],
  'booth-asked-back': ['organisation', 'question'],
  'paper-verified': ['organisation', 'paper'],
  'paper-objected': ['organisation', 'paper', 'reason'],
  'access-given': ['organisation'],
  'organisations-merged': ['organisation', 'other'],
  'address-changed': ['channel', 'shown'],
  'address-added': ['channel', 'shown'],
  'address-removed': ['channel', 'shown'],
  'order-new': ['number', 'organisation', 'goods', 'delivery'],
  'order-paid': ['number', 'organisation', 'goods', 'amount'],
  'order-packed': ['number', 'organisation', 'goods'],
  'order-sent': ['number', 'organisation', 'goods', 'courier', 'tracking'],
  'order-handed-over': ['number', 'organisation', 'goods'],
  'order-arrived': ['number', 'organisation', 'goods'],
  'order-cancelled': ['number', 'organisation', 'goods', 'reason'],
  'order-lapsed': ['number', 'organisation', 'goods'],
  'order-refunded': ['number', 'organisation', 'amount'],
  'order-surplus': ['number', 'organisation', 'amount'],
  'order-proof-rejected': ['number', 'organisation', 'reason', 'until'],
  'order-transfer-due': ['number', 'organisation', 'amount', 'until'],
  'order-send-due': ['number', 'organisation', 'goods', 'since'],
  'order-disputed': ['number', 'organisation', 'amount', 'until'],
  'order-dispute-won': ['number', 'organisation', 'amount'],
  'order-dispute-lost': ['number', 'organisation', 'amount'],
  'reply-recorded': ['result'],
} as const satisfies Record<string, readonly string[]>

export type Form = keyof typeof FORM_VALUES
export type ValueName<F extends Form> = (typeof FORM_VALUES)[F][number]
export const FORMS = Object.keys(FORM_VALUES) as Form[]

/** The buttons that answer in WhatsApp, in their order; a link to the page comes after them. */
export const FORM_REPLIES = {
  'meeting-requested': ['accept', 'decline'],
  'meeting-change-proposed': ['accept-move', 'keep'],
  'outcome-asked': ['interested', 'nothing', 'not-held'],
} as const satisfies Partial<Record<Form, readonly string[]>>

export type ReplyButton = (typeof FORM_REPLIES)[keyof typeof FORM_REPLIES][number]

/** One form in one language, for WhatsApp and mail alike. `{name}` stands for a value. */
export interface FormWords<F extends Form> {
  subject: string
  /** Who and what, in one or two sentences. */
  lead: string
  /** What is looked up: a label and the value beside it. */
  facts: readonly (readonly [label: string, value: ValueName<F>])[]
  /** What to do now; no values: WhatsApp takes none at a body's end. */
  close: string
  /** The title of the link; null: there is none. */
  link: string | null
}

/** Of samples: their own files. */
export type OrderForms = { readonly [F in Extract<Form, `order-${string}`>]: FormWords<F> }

export interface TemplateWords {
  forms: { readonly [F in Form]: FormWords<F> }
  replies: Record<ReplyButton, string>
  /** Small print of a mail: why it came, and where that is changed. */
  small: { account: string; organisation: string; order: string }
  /** How a sample reaches its buyer. */
  deliveries: { ship: string; 'hand-over': string }
  roles: Record<MembershipRole, string>
  papers: Record<CertificateKind, string>
  languages: Record<Locale, string>
  channels: { whatsapp: string; mail: string }
  endReasons: Record<EndReason, string>
  /** Where a value was not stated. */
  absent: { goods: string; note: string; reason: string; product: string; from: string; code: string }
  results: Record<(typeof REPLY_RESULTS)[number], string>
  /** A button that was older than the meeting: how the meeting stands. */
  changed: Record<MeetingState, string>
}
