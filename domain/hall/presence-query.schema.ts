import { z } from 'zod'

/** What opens a stream: where the visitor is (0: on the open ground), and the visit's random name. */
export const presenceQuerySchema = z.object({
  pavilion: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
  visit: z.string().regex(/^[\w-]{16,24}$/),
})
