import type { MessageTemplate } from '../../shared/message-enums'
import type {
  MeetingMessage,
  MessageVariables,
  OrderMessage,
  PaperMessage,
} from '../../shared/message-variables'

const meeting: MeetingMessage = {
  meetingId: '01930000-0000-7000-8000-000000000001',
  version: 3,
  startsAt: '2026-12-08T03:30:00.000Z',
  endsAt: '2026-12-08T03:50:00.000Z',
  counterpart: 'Nakhla Foods',
  counterpartArabic: 'نخلة للأغذية',
  organisation: 'Al-Ittihad',
  goods: 'Madu hutan 500 g',
}

const order: OrderMessage = {
  orderId: '01930000-0000-7000-8000-000000000003',
  number: 'S-000123',
  organisation: 'Al-Ittihad',
  organisationArabic: 'الاتحاد',
  goods: 'Madu hutan × 2',
}

const paper: PaperMessage = {
  certificateId: '01930000-0000-7000-8000-000000000003',
  organisation: 'Al-Ittihad',
  kind: 'halal',
  number: 'ID32110000123450421',
}

/** Invented values, shown to WhatsApp's reviewers beside each template. */
export const EXAMPLES: { readonly [T in MessageTemplate]: MessageVariables[T] } = {
  'sign-in-code': { code: '123456', minutes: 10 },
  'organisation-invitation': {
    organisation: 'Al-Ittihad',
    organisationArabic: 'الاتحاد',
    inviter: 'Nadia',
    role: 'editor',
    token: 'aGk3d29ybGQ',
  },
  'meeting-requested': { ...meeting, note: 'Sampel dulu, bila ada.', expiresAt: '2026-12-07T12:00:00.000Z' },
  'meeting-booked': meeting,
  'meeting-change-proposed': {
    ...meeting,
    proposedStartsAt: '2026-12-09T03:30:00.000Z',
    proposedEndsAt: '2026-12-09T03:50:00.000Z',
  },
  'meeting-changed': { ...meeting, from: '2026-12-07T03:30:00.000Z' },
  'meeting-declined': { ...meeting, how: 'declined', reason: 'capacity' },
  'meeting-cancelled': { ...meeting, reason: 'unable' },
  'meeting-reminder-day': meeting,
  'meeting-reminder-hour': meeting,
  'outcome-asked': meeting,
  'inquiry-received': {
    inquiryId: '01930000-0000-7000-8000-000000000002',
    organisation: 'Al-Ittihad',
    product: 'Madu hutan 500 g',
    from: 'Nadia',
    language: 'en',
  },
  'verification-approved': { organisation: 'Al-Ittihad' },
  'verification-asked-back': { organisation: 'Al-Ittihad', question: 'Di kecamatan mana pesantren Anda?' },
  'verification-rejected': { organisation: 'Al-Ittihad', reason: 'Pesantren ini sudah terdaftar.' },
  'booth-published': { organisation: 'Al-Ittihad', slug: 'al-ittihad' },
  'booth-asked-back': { organisation: 'Al-Ittihad', question: 'Bisakah ditambah foto produknya?' },
  'paper-verified': paper,
  'paper-objected': { ...paper, reason: 'Nomornya tidak terbaca.' },
  'address-changed': { channel: 'whatsapp', shown: '+62 8•• •••• 7890' },
  'address-added': { channel: 'mail', shown: 'n•••••@example.org' },
  'address-removed': { channel: 'whatsapp', shown: '+62 8•• •••• 7890' },
  'access-given': { organisation: 'Al-Ittihad' },
  'organisations-merged': { organisation: 'Al-Ittihad', other: 'Pondok Al Ittihad' },
  'order-new': { ...order, isHandedOver: false },
  'order-paid': { ...order, totalMinor: 6_900_000 },
  'order-packed': order,
  'order-sent': { ...order, courier: 'JNE', tracking: 'JX1234567890' },
  'order-arrived': order,
  'order-ended': { ...order, how: 'cancelled', reason: 'Stok rusak', isOwn: false },
  'order-refunded': { ...order, amountMinor: 6_900_000 },
  'order-surplus': { ...order, amountMinor: 6_900_000 },
  'order-proof-rejected': { ...order, reason: 'Jumlahnya berbeda', expiresAt: '2026-12-09T03:30:00.000Z' },
  'order-transfer-due': { ...order, totalMinor: 6_900_000, expiresAt: '2026-12-09T03:30:00.000Z' },
  'order-send-due': { ...order, paidAt: '2026-12-05T03:30:00.000Z' },
  'order-disputed': {
    ...order,
    disputeId: 'dp_1',
    amountMinor: 6_900_000,
    dueAt: '2026-12-14T03:30:00.000Z',
  },
  'order-dispute-ended': { ...order, how: 'won', amountMinor: 6_900_000 },
  'reply-recorded': { result: 'accepted', path: '/meetings/01930000-0000-7000-8000-000000000001' },
}

/** Further forms of a template: see `FORM_VALUES`. */
export const MORE_EXAMPLES = [
  { template: 'meeting-changed', variables: { ...meeting, from: null } },
  { template: 'meeting-declined', variables: { ...meeting, how: 'withdrawn', reason: 'found-other' } },
  { template: 'meeting-declined', variables: { ...meeting, how: 'expired', reason: null } },
  { template: 'order-sent', variables: { ...order, courier: null, tracking: null } },
  { template: 'order-ended', variables: { ...order, how: 'lapsed', reason: null, isOwn: false } },
  { template: 'order-dispute-ended', variables: { ...order, how: 'lost', amountMinor: 6_900_000 } },
] as const satisfies readonly (
  | { template: 'meeting-changed'; variables: MessageVariables['meeting-changed'] }
  | { template: 'meeting-declined'; variables: MessageVariables['meeting-declined'] }
  | { template: 'order-sent'; variables: MessageVariables['order-sent'] }
  | { template: 'order-ended'; variables: MessageVariables['order-ended'] }
  | { template: 'order-dispute-ended'; variables: MessageVariables['order-dispute-ended'] }
)[]
