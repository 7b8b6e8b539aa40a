import type { z } from 'zod'
import type { OutboxTopic } from '~/db/outbox.server'
import type { Context } from '~/domain/shared/context'

/** What cannot be delivered however often it is tried: it is dead at once. */
export class Undeliverable extends Error {}

/** Brings one event to where it belongs. Runs again after a crash, so it must bear being repeated. */
export type Delivery = (context: Context, payload: unknown) => Promise<void>

/** Deliveries by topic and payload version; a version stays as long as rows of it may exist. */
export type Deliveries = { readonly [T in OutboxTopic]?: { readonly [version: number]: Delivery } }

/** A delivery of payloads of one shape; any other payload is dead. */
export function delivery<T>(
  shape: z.ZodType<T>,
  deliver: (context: Context, payload: T) => Promise<unknown>,
): Delivery {
  return async (context, payload) => {
    const parsed = shape.safeParse(payload)
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'payload')
      throw new Undeliverable(`the payload has another shape: ${fields.join(', ')}`)
    }
    await deliver(context, parsed.data)
  }
}
