/** Fields of business as the programme uses them for its awards. */
export const BUSINESS_FIELDS = [
  'konfeksi-fashion',
  'makanan-olahan-nabati',
  'makanan-olahan-hewani',
  'minuman',
  'perikanan',
  'peternakan',
  'pertanian',
  'kerajinan',
  'jasa',
  'perdagangan',
  'elektronik',
] as const
export type BusinessField = (typeof BUSINESS_FIELDS)[number]

export const ORGANISATION_KINDS = ['pesantren', 'offtaker', 'buyer', 'organiser'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const MEMBERSHIP_ROLES = ['owner', 'editor', 'member'] as const
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number]

/** A trade unit; the words are in `app/i18n`. */
export const TRADE_UNITS = [
  'kg',
  'litre',
  'piece',
  'pack',
  'jar',
  'bottle',
  'box',
  'tin',
  'bar',
  'loaf',
  'sheet',
  'tray',
  'set',
  'pair',
  'hour',
] as const
export type TradeUnit = (typeof TRADE_UNITS)[number]

export const PRODUCT_STATES = ['draft', 'published', 'hidden', 'archived'] as const
export type ProductState = (typeof PRODUCT_STATES)[number]

export const CERTIFICATE_KINDS = ['halal', 'pirt', 'bpom', 'nib', 'sni', 'gs1', 'lab'] as const
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

/** 'verified' is the organiser's word, 'declared' the pesantren's; 'applied' is under way. */
export const CERTIFICATE_STATES = ['applied', 'declared', 'verified'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

export const INQUIRY_CHANNELS = ['whatsapp', 'form'] as const
export type InquiryChannel = (typeof INQUIRY_CHANNELS)[number]

export const INQUIRY_STATES = ['new', 'answered', 'closed'] as const
export type InquiryState = (typeof INQUIRY_STATES)[number]

/** What a pesantren says came of an inquiry. */
export const INQUIRY_OUTCOMES = ['interested', 'sample', 'order', 'nothing'] as const
export type InquiryOutcome = (typeof INQUIRY_OUTCOMES)[number]

export const INCOTERMS = [
  'EXW',
  'FCA',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
] as const
export type Incoterm = (typeof INCOTERMS)[number]

/** Papers that can be asked for; 'halal' includes verified. */
export const CERTIFICATIONS = ['halal-verified', 'halal', 'pirt-bpom', 'nib', 'sni'] as const
export type Certification = (typeof CERTIFICATIONS)[number]

export const NEED_STATES = ['open', 'closed'] as const
export type NeedState = (typeof NEED_STATES)[number]

/** See domain/meeting/meeting-state.ts for what leads from one to another. */
export const MEETING_STATES = [
  'requested',
  'booked',
  'declined',
  'withdrawn',
  'expired',
  'cancelled',
  'held',
] as const
export type MeetingState = (typeof MEETING_STATES)[number]

/** How the parties meet: by a WhatsApp call, in an online room or at a table of the exhibition. */
export const MEETING_WAYS = ['whatsapp', 'room', 'table'] as const
export type MeetingWay = (typeof MEETING_WAYS)[number]

/** 'host' is the side that makes the goods, 'guest' the side that needs them. */
export const MEETING_SIDES = ['host', 'guest'] as const
export type MeetingSide = (typeof MEETING_SIDES)[number]

export const MEETING_EVENTS = [
  'requested',
  'booked',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'move-proposed',
  'move-declined',
  'moved',
  'cancelled',
  'outcome-told',
] as const
export type MeetingEventKind = (typeof MEETING_EVENTS)[number]

/** What a message from one side of a meeting to the other is for. */
export const DRAFT_MOMENTS = [
  'asks',
  'was-asked',
  'agreed',
  'proposes',
  'was-proposed',
  'ended',
  'afterwards',
] as const
export type DraftMoment = (typeof DRAFT_MOMENTS)[number]

/** What one side says came of a meeting. Always a promise, never a realised sale. */
export const OUTCOME_KINDS = ['interested', 'sample', 'mou', 'order', 'nothing', 'not-held'] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

/** 'waiting' for the worker. */
export const PHOTO_STATES = ['waiting', 'ready', 'refused'] as const
export type PhotoState = (typeof PHOTO_STATES)[number]

/** Whether visitors see a booth. The first time the organiser decides; from then on changes publish at once. */
export const BOOTH_STATES = ['making', 'handed-in', 'asked-back', 'published'] as const
export type BoothState = (typeof BOOTH_STATES)[number]

export const BOOTH_EVENTS = ['handed-in', 'taken-back', 'published', 'asked-back'] as const
export type BoothEventKind = (typeof BOOTH_EVENTS)[number]

/** 'before' is what stood when history began to be kept. */
export const REVISION_ACTIONS = [
  'before',
  'made',
  'changed',
  'restored',
  'imported',
  'priced',
  'state',
  'copied',
] as const
export type RevisionAction = (typeof REVISION_ACTIONS)[number]
