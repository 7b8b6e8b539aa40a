import type { Locale } from '../shared/locale'
import type { MessageSubject, MessageTemplate } from '../shared/message-enums'
import { type Channel, MESSAGE_STATES, type MessageState, type SendFailure } from '../shared/message-enums'
import type { RenderedMessage } from './rendered-message'

/** The organiser's lists of messages; every state is in one. */
export const MESSAGE_TABS = ['attention', 'waiting', 'sent', 'rest'] as const
export type MessageTab = (typeof MESSAGE_TABS)[number]

export const TAB_STATES: Readonly<Record<MessageTab, readonly MessageState[]>> = {
  attention: ['dead', 'unknown', 'kept'],
  waiting: ['waiting', 'sending'],
  sent: ['sent', 'delivered', 'read'],
  rest: ['demonstration', 'void'],
}

/** What the organiser can send again. */
export const RETRYABLE = ['dead', 'unknown', 'kept'] as const satisfies readonly MessageState[]
export type RetryableState = (typeof RETRYABLE)[number]

export const isRetryable = (state: MessageState): state is RetryableState =>
  RETRYABLE.some((known) => known === state)

/** Gone by, so that sending it would only confuse: a code, a reminder, an invitation. */
export const isExpired = ({ expiresAt }: { expiresAt: Date | null }, now: Date) =>
  expiresAt !== null && expiresAt <= now

/** Which messages a list shows. */
export interface MessageFilter {
  tab: MessageTab
  state: MessageState | null
  template: MessageTemplate | null
  channel: Channel | null
  /** ISO date in the hall's zone: when it was written. */
  day: string | null
  /** The id of a message, of what it is about, or the service's. Looks in all states. */
  search: string | null
}

export interface MessageRow {
  id: string
  template: MessageTemplate
  state: MessageState
  channel: Channel | null
  locale: Locale
  /** Null: an address that is nobody's, or somebody who was deleted. */
  personName: string | null
  organisationName: string | null
  /** Masked; null: chosen when it goes. */
  address: string | null
  failure: string | null
  createdAt: Date
  /** When something last happened to it. */
  at: Date
  isExpired: boolean
}

export interface MessageList {
  rows: MessageRow[]
  page: number
  pages: number
  total: number
  counts: Record<MessageTab, number>
  /** Of the states in the list, without those whose time is over: what 'retry all' would send. */
  retryable: Record<RetryableState, number>
}

export interface MessageFigures {
  waiting: number
  sentToday: number
  failed: number
  /** Different people whom WhatsApp messages went to in the last 24 hours. */
  peopleToday: number
  /** What last came of an attempt; null: there was none. */
  last: Record<Channel, { failure: SendFailure | null; serviceCode: string | null; at: Date } | null>
}

/** What messages go by, as the environment has it. */
export interface ChannelSettings {
  whatsapp: { isConfigured: boolean; dailyPeople: number }
  mail: { isConfigured: boolean }
}

export interface MessageView {
  id: string
  template: MessageTemplate
  state: MessageState
  locale: Locale
  timeZone: string | null
  channel: Channel | null
  /** The whole address: only the organiser reads it. */
  address: string | null
  isAddressFixed: boolean
  personName: string | null
  organisationName: string | null
  about: { kind: MessageSubject; id: string }
  failure: string | null
  fellBackFrom: Channel | null
  isSample: boolean
  isExpired: boolean
  /** It has a code or a link that opens something, and it isn't shown here. */
  isHidden: boolean
  createdAt: Date
  notBefore: Date
  expiresAt: Date | null
  settledAt: Date | null
  attempts: {
    number: number
    channel: Channel
    startedAt: Date
    endedAt: Date | null
    failure: SendFailure | null
    serviceCode: string | null
    serviceId: string | null
    statuses: { status: string; errorCode: number | null; at: Date }[]
  }[]
  /** Null: what it was filled with has been erased. */
  rendered: RenderedMessage | null
}

/** One line of the log of the thing that messages are about. */
export interface MessageLogRow {
  id: string
  template: MessageTemplate
  /** Of the reader's own side, or the organiser's to read. */
  isOwn: boolean
  organisationName: string | null
  organisationNameArabic: string | null
  /** The rest is null for the other side's: it was told, and when. */
  personName: string | null
  state: MessageState | null
  channel: Channel | null
  at: Date
}

export const stateOf = (value: unknown): MessageState | null =>
  MESSAGE_STATES.find((known) => known === value) ?? null
