import { z } from 'zod'

// What tests and the outside world say to each other over /control.

/**
 * What goes wrong next, `times` times (1), for messages to `to` or to anybody. `error` answers with a code;
 * `failed-status` takes the message and says later that it failed; `silent-before` and `silent-after` never
 * answer, without and with having taken it; `slow` answers after `ms`.
 */
export const faultShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('error'), httpStatus: z.number().int(), code: z.number().int().optional() }),
    z.object({ kind: z.literal('failed-status'), code: z.number().int() }),
    z.object({ kind: z.literal('silent-before') }),
    z.object({ kind: z.literal('silent-after') }),
    z.object({ kind: z.literal('slow'), ms: z.number() }),
    /** Mail only: a refusal at one step of the talk. */
    z.object({ kind: z.literal('smtp'), code: z.number().int(), at: z.enum(['connect', 'rcpt', 'data']) }),
  ])
  .and(
    z.object({
      channel: z.enum(['whatsapp', 'mail']).optional(),
      to: z.string().optional(),
      times: z.number().int().min(1).default(1),
    }),
  )
export type Fault = z.input<typeof faultShape>

export const settingsShape = z.object({
  /** Where webhooks go; null: nowhere, they wait. */
  webhookUrl: z.string().nullable().optional(),
  /** Which statuses each taken message gets. */
  statuses: z.array(z.enum(['sent', 'delivered', 'read'])).optional(),
  /** How often each webhook comes. */
  repeat: z.number().int().min(1).optional(),
  /** The statuses of a message in any order. */
  shuffled: z.boolean().optional(),
  /** Between a message and its first status, and from status to status. */
  delayMs: z.number().min(0).optional(),
  /** Answers only after so long, always. */
  answerAfterMs: z.number().min(0).optional(),
})
export type Settings = z.input<typeof settingsShape>

/** A tap on a button or words written, to us, by whoever has this number. */
export const saidShape = z.object({
  from: z.string(),
  /** Our message that is answered. */
  answers: z.string().optional(),
  button: z.object({ payload: z.string(), title: z.string() }).optional(),
  text: z.string().optional(),
  /** WhatsApp keeps the number to itself. */
  withoutNumber: z.boolean().optional(),
  /** So often the same webhook comes. */
  repeat: z.number().int().min(1).default(1),
})
export type Said = z.input<typeof saidShape>

/** A message that arrived at somebody's phone. */
export interface ReceivedWhatsapp {
  /** The service's id. */
  id: string
  /** E.164, with the plus. */
  to: string
  type: 'template' | 'text' | 'interactive'
  template: string | null
  language: string | null
  /** The words, or the template's parameters line by line. */
  text: string
  buttons: { payload: string; title: string }[]
  callbackData: string | null
  /** Milliseconds of the outside world's clock. */
  at: number
  body: unknown
}

/** A mail in somebody's box. */
export interface ReceivedMail {
  to: string
  from: string
  subject: string
  text: string
  html: string
  messageId: string
  headers: Record<string, string>
  at: number
}

export interface Received {
  whatsapp: ReceivedWhatsapp[]
  mail: ReceivedMail[]
}
