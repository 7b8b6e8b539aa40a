/** How a message reaches somebody. */
export const CHANNELS = ['whatsapp', 'mail'] as const
export type Channel = (typeof CHANNELS)[number]

/** Everything that is ever sent; the sentences are in domain/message. */
export const MESSAGE_TEMPLATES = [
  'sign-in-code',
  'organisation-invitation',
  'meeting-requested',
  'meeting-booked',
  'meeting-change-proposed',
  'meeting-changed',
  'meeting-declined',
  'meeting-cancelled',
  'meeting-reminder-day',
  'meeting-reminder-hour',
  'outcome-asked',
  'inquiry-received',
  'verification-approved',
  'verification-asked-back',
  'verification-rejected',
  'booth-published',
  'booth-asked-back',
  'paper-verified',
  'paper-objected',
  'access-given',
  'organisations-merged',
  'address-changed',
  'address-added',
  'address-removed',
  'order-new',
  'order-paid',
  'order-packed',
  'order-sent',
  'order-arrived',
  'order-ended',
  'order-refunded',
  'order-surplus',
  'order-proof-rejected',
  'order-transfer-due',
  'order-send-due',
  'order-disputed',
  'order-dispute-ended',
  'reply-recorded',
] as const
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

/**
 * waiting: due at `not_before`. sending: an attempt began and hasn't ended. sent, delivered, read: by the
 * service's word. unknown: an attempt may or may not have reached the service; reconciled before any other.
 * kept: no channel is configured. demonstration: of sample data, never sent. dead: given up, for the organiser.
 * void: no longer wanted (the meeting moved, the code expired, the person withdrew).
 */
export const MESSAGE_STATES = [
  'waiting',
  'sending',
  'sent',
  'delivered',
  'read',
  'unknown',
  'kept',
  'demonstration',
  'dead',
  'void',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** What a message is about: the thing that shows it in its log. */
export const MESSAGE_SUBJECTS = [
  'meeting',
  'inquiry',
  'order',
  'organisation',
  'invitation',
  'person',
] as const
export type MessageSubject = (typeof MESSAGE_SUBJECTS)[number]

/**
 * Why an attempt failed, by what it means for us. undeliverable: never at this address; window-closed: only a
 * template may go now; rate: later; refused: the service doesn't take this message; setup: token, template or
 * number are wrong, nothing can go; unavailable: the service's trouble, later; no-answer: it may have been taken.
 */
export const SEND_FAILURES = [
  'undeliverable',
  'window-closed',
  'rate',
  'refused',
  'setup',
  'unavailable',
  'no-answer',
] as const
export type SendFailure = (typeof SEND_FAILURES)[number]
