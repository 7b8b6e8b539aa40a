import { z } from 'zod'

/** What WhatsApp told of one message of ours. */
export interface ToldStatus {
  serviceId: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  /** What was sent along with the message: 'messageId:number'. */
  callbackData: string | null
  errorCode: number | null
  happenedAt: Date
}

/** What somebody wrote or tapped. */
export interface ToldMessage {
  id: string
  /** Null where WhatsApp keeps the number to itself. */
  fromE164: string | null
  userId: string | null
  kind: 'button' | 'text' | 'other'
  content: string | null
  answersServiceId: string | null
  happenedAt: Date
}

const CONTENT_LENGTH = 1_000

/** Ids and words as PostgreSQL can hold them: it takes no NUL. */
const line = z.string().transform((text) => text.replaceAll('\0', ''))
const id = line.pipe(z.string().min(1).max(300))
/** Seconds since 1970, as text. */
const instant = z.coerce
  .number()
  .int()
  .min(0)
  .max(99_999_999_999)
  .transform((seconds) => new Date(seconds * 1000))

const status = z
  .object({
    id,
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    timestamp: instant,
    biz_opaque_callback_data: id.nullish().catch(null),
    errors: z
      .array(z.object({ code: z.coerce.number().int().min(0).max(2_000_000_000) }))
      .nullish()
      .catch(null),
  })
  .transform(
    (told): ToldStatus => ({
      serviceId: told.id,
      status: told.status,
      callbackData: told.biz_opaque_callback_data ?? null,
      errorCode: told.errors?.[0]?.code ?? null,
      happenedAt: told.timestamp,
    }),
  )

/** What people send. Of the others (reactions, notices of the system, kinds to come) nothing is kept. */
const KINDS = [
  'text',
  'button',
  'interactive',
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contacts',
  'order',
] as const

const shortId = id.nullish().catch(null)
const message = z
  .object({
    id,
    timestamp: instant,
    type: z.enum(KINDS),
    from: shortId,
    from_user_id: shortId,
    context: z.object({ id: shortId }).nullish().catch(null),
    text: z.object({ body: line }).nullish().catch(null),
    /** A button of a template. */
    button: z.object({ payload: line }).nullish().catch(null),
    /** A button of a message inside the 24-hour window. */
    interactive: z
      .object({ button_reply: z.object({ id: line }) })
      .nullish()
      .catch(null),
  })
  .transform((told): ToldMessage => {
    const tapped = told.button?.payload ?? told.interactive?.button_reply.id
    const digits = told.from?.replace(/\D/g, '') ?? ''
    return {
      id: told.id,
      fromE164: /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null,
      userId: told.from_user_id ?? null,
      kind: tapped !== undefined ? 'button' : told.text ? 'text' : 'other',
      content: (tapped ?? told.text?.body ?? '').slice(0, CONTENT_LENGTH) || null,
      answersServiceId: told.context?.id ?? null,
      happenedAt: told.timestamp,
    }
  })

const list = z.array(z.unknown()).catch([])
const body = z.object({ entry: list })
const entry = z.object({ changes: list })
const change = z.object({
  field: z.literal('messages'),
  value: z.object({
    metadata: z.object({ phone_number_id: z.string().nullish() }).nullish().catch(null),
    statuses: list,
    messages: list,
  }),
})

const each = <T>(shape: z.ZodType<T>, values: readonly unknown[]): T[] =>
  values.flatMap((value) => {
    const parsed = shape.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })

/**
 * Everything in a webhook's body that concerns our number. What has another shape is left out by itself: its
 * neighbours stay, and kinds that don't exist yet do no harm.
 */
export function parseWhatsappWebhook(
  json: unknown,
  { phoneNumberId }: { phoneNumberId: string },
): { statuses: ToldStatus[]; messages: ToldMessage[] } {
  const values = each(body, [json])
    .flatMap((told) => each(entry, told.entry))
    .flatMap((told) => each(change, told.changes))
    .map((told) => told.value)
    .filter(({ metadata }) => (metadata?.phone_number_id ?? phoneNumberId) === phoneNumberId)
  return {
    statuses: values.flatMap(({ statuses }) => each(status, statuses)),
    messages: values.flatMap(({ messages }) => each(message, messages)),
  }
}
