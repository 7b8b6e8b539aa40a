import { z } from 'zod'
import { NOTE_LENGTH } from './request-note'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The product that a meeting is about; empty: about the booth. */
export const productIdSchema = z
  .string()
  .regex(UUID)
  .or(z.literal(''))
  .default('')
  .transform((id) => id || null)

/** A tap on one of the times that a page offers. */
export const pickTimeSchema = z.object({
  booth: z.string().min(1).max(200),
  product: productIdSchema,
  startsAt: z.iso.datetime().transform((text) => new Date(text)),
})
export type PickedTime = z.output<typeof pickTimeSchema>

/** What is written beside a time that is asked for: trimmed, null where it is empty. */
export const requestNoteSchema = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL keeps no NUL, and nobody types the others.
        value.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
      : '',
  z
    .string()
    .trim()
    .max(NOTE_LENGTH)
    .transform((text) => text || null),
)
