import type { MeetingAgenda } from '../shared/agenda'
import type {
  MeetingEventKind,
  MeetingSide,
  MeetingState,
  MeetingWay,
  OrganisationKind,
  OutcomeKind,
} from '../shared/enums'
import type { Locale, LocalizedText } from '../shared/locale'
import type { Slot } from './slots'

/** What the reader may do with a meeting now; empty for the organiser, who only reads. */
export const MEETING_ACTIONS = [
  'accept',
  'decline',
  'withdraw',
  'move',
  'accept-move',
  'decline-move',
  'cancel',
  'tell-outcome',
] as const
export type MeetingAction = (typeof MEETING_ACTIONS)[number]

export interface MeetingParty {
  organisationId: string
  side: MeetingSide
  kind: OrganisationKind
  name: string
  nameArabic: string | null
  /** Whether the organiser has let it in. */
  isVerified: boolean
  /** Of a pesantren with an open booth; null: no page to link to. */
  boothSlug: string | null
  regency: { code: string; name: string } | null
  languages: readonly Locale[] | null
  /** Who of it asked or answered; a name, never a number. */
  personName: string | null
  /** Its zone: the hall's for a pesantren, its person's for a buyer. */
  timeZone: string
  /** Names of its representatives, or how many there are. */
  representatives: number
}

export interface MeetingOutcomeView {
  kind: OutcomeKind
  /** Promised, never realised: minor units of IDR. */
  promisedMinor: number | null
  nextStep: string | null
  /** ISO date. */
  nextStepOn: string | null
  version: number
}

export interface MeetingView {
  id: string
  version: number
  /** 'expired' also where nobody has written it down yet. */
  state: MeetingState
  startsAt: Date
  endsAt: Date
  /** The time has passed. */
  isOver: boolean
  isInstant: boolean
  expiresAt: Date | null
  way: MeetingWay
  /** Room or table; null: a WhatsApp call, or none was free. */
  place: { kind: 'room' | 'table'; number: number; link: string | null } | null
  language: Locale
  agenda: MeetingAgenda
  /** Null for the host, too: the need is private to its company. */
  needId: string | null
  product: { slug: string; name: LocalizedText; drawing: string } | null
  parties: MeetingParty[]
  /** The reader's own party; null for the organiser. */
  mySide: MeetingSide | null
  myOrganisationId: string | null
  /** Another time that somebody proposes. */
  proposal: (Slot & { byMe: boolean; organisationName: string }) | null
  endReason: string | null
  endedByMe: boolean | null
  actions: MeetingAction[]
  /** The reader's own words; the organiser sees both sides'. */
  outcomes: (MeetingOutcomeView & { side: MeetingSide })[]
  events: {
    id: number
    kind: MeetingEventKind
    /** Null: the system. */
    organisationName: string | null
    reason: string | null
    startsAt: Date | null
    at: Date
  }[]
  isSample: boolean
}

/** One line of a list of meetings. */
export interface MeetingRow {
  id: string
  version: number
  state: MeetingState
  startsAt: Date
  endsAt: Date
  isOver: boolean
  expiresAt: Date | null
  way: MeetingWay
  counterparts: { name: string; nameArabic: string | null }[]
  productWords: string
  /** Of the offered product; null: about the booth. */
  productName: MeetingAgenda['productName']
  monthlyVolume: number | null
  unit: MeetingAgenda['unit']
  /** Somebody waits for the reader: a request or a proposal to answer, or an outcome to tell. */
  waitsForMe: boolean
  mySide: MeetingSide | null
  isSample: boolean
}

/** What booking, accepting or moving can lead to. 'taken' comes with times that are free now. */
export type TimeOutcome =
  | { kind: 'booked'; meetingId: string }
  /** The time isn't one that is booked at once: the other side is asked, and nothing is blocked meanwhile. */
  | { kind: 'requested'; meetingId: string; expiresAt: Date }
  /** The need has another meeting with the booth that still stands; what was wanted now changes nothing. */
  | { kind: 'existing'; meetingId: string; state: MeetingState }
  /** Moved at once. */
  | { kind: 'moved' }
  /** The other side is asked for its yes to another time. */
  | { kind: 'proposed' }
  /** Somebody was quicker, or the reader's own seat is taken at that time. */
  | { kind: 'taken'; who: 'them' | 'us'; fresh: Slot[] }
  /** In the past, too soon, or beyond the horizon. */
  | { kind: 'not-possible'; why: 'past' | 'too-soon' | 'too-far'; fresh: Slot[] }
  /** The organiser hasn't verified the guest yet, and as many of its requests as it may have wait for an answer. */
  | { kind: 'unverified'; most: number }
  /** The meeting has changed since the page was shown. */
  | { kind: 'changed'; state: MeetingState }
