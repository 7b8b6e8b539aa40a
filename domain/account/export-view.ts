/** A value as the file has it: JSON alone. */
export type ExportValue = string | number | boolean | null
export type ExportRow = Readonly<Record<string, ExportValue>>

/** What there is about a person, in the order in which the readable page shows it. */
export const EXPORT_SECTIONS = [
  'profile',
  'signIn',
  'sessions',
  'consents',
  'organisations',
  'joining',
  'claims',
  'verification',
  'invitations',
  'needs',
  'meetings',
  'meetingEvents',
  'outcomes',
  'openTimes',
  'changes',
  'boothEvents',
  'photographs',
  'inquiries',
  'samples',
  'sampleEvents',
  'messages',
  'whatsapp',
] as const
export type ExportSection = (typeof EXPORT_SECTIONS)[number]

export interface PersonalExport {
  /** Raised when the file's shape changes. */
  format: 1
  exportedAt: string
  sections: Readonly<Record<ExportSection, readonly ExportRow[]>>
}

/** Where each column that points at a person goes in the export. */
export const EXPORTED_COLUMNS: Readonly<Record<string, ExportSection>> = {
  'account.person_id': 'signIn',
  'session.person_id': 'sessions',
  'consent.person_id': 'consents',
  'membership.person_id': 'organisations',
  'joining.person_id': 'joining',
  'organisation_claim.person_id': 'claims',
  'verification_event.person_id': 'verification',
  'invitation.invited_by': 'invitations',
  'invitation.accepted_by': 'invitations',
  'need.created_by': 'needs',
  'meeting_participant.person_id': 'meetings',
  'meeting_event.person_id': 'meetingEvents',
  'meeting_outcome.person_id': 'outcomes',
  'meeting_setting.instant_by': 'openTimes',
  'revision.person_id': 'changes',
  'booth_event.person_id': 'boothEvents',
  'photo.created_by': 'photographs',
  'inquiry.person_id': 'inquiries',
  'message.person_id': 'messages',
  'sample_order.buyer_person_id': 'samples',
  'sample_order_event.person_id': 'sampleEvents',
}

/** And why one doesn't. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  'one_time_code.person_id':
    'a code opens the account for ten minutes and is gone in a day; it says nothing more',
  'upload.person_id': 'a file on its way, which is gone in a week; what it becomes is in photographs',
  'certificate.verified_by':
    'a paper of others, which the organiser looked at; it says nothing of the person',
  'organisation_claim.decided_by':
    'somebody else’s claim, which the organiser decided; that it was decided is in verification_event',
  'organisation_distinct.said_by':
    'two organisations of others, which the organiser found to be different; it says nothing of the person',
  'payment.confirmed_by':
    'a transfer of others, which the organiser saw on its account; it says nothing of the person',
  'refund.person_id': 'money of others, which the organiser gave back; it says nothing of the person',
  'payout.person_id': 'money that the organiser paid to a pesantren; it says nothing of the person',
  'transfer_account.person_id': 'the programme’s own bank account; it says nothing of the person',
  'exchange_rate.person_id': 'a rate that the organiser noted; it says nothing of the person',
  'reconciliation_difference.person_id':
    'a payment of others, which the organiser looked at; it says nothing of the person',
  'pavilion_change.changed_by':
    'how the organiser had a pavilion of the hall look; it says nothing of the person',
}
