import { z } from 'zod'
import { isId } from '../shared/ids'
import { typedText } from '../shared/typed-text'
import { NOTE_LENGTH } from './request-note'

/** The product that a meeting is about; empty: about the booth. */
export const productIdSchema = z
  .string()
  .refine(isId)
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
  typedText,
  z
    .string()
    .trim()
    .max(NOTE_LENGTH)
    .transform((text) => text || null),
)
