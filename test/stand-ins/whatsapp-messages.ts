import { z } from 'zod'

// The bodies of `POST /messages` that the documented Cloud API takes, as far as we send them.

const text = z.object({ type: z.literal('text'), text: z.string().min(1).max(32_768) })
const component = z.discriminatedUnion('type', [
  z.object({ type: z.literal('body'), parameters: z.array(text).min(1) }),
  z.object({
    type: z.literal('button'),
    sub_type: z.enum(['quick_reply', 'url', 'copy_code']),
    index: z.coerce.number().int().min(0).max(9),
    parameters: z
      .array(
        z.discriminatedUnion('type', [
          text,
          z.object({ type: z.literal('payload'), payload: z.string().min(1).max(128) }),
          z.object({ type: z.literal('coupon_code'), coupon_code: z.string().min(1).max(15) }),
        ]),
      )
      .length(1),
  }),
])
const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().regex(/^\+?[1-9]\d{6,14}$/),
  biz_opaque_callback_data: z.string().max(512).optional(),
}

export const sendBody = z.discriminatedUnion('type', [
  z.object({
    ...envelope,
    type: z.literal('template'),
    template: z.object({
      name: z.string().regex(/^[a-z0-9_]{1,512}$/),
      language: z.object({ code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/) }),
      components: z.array(component).optional(),
    }),
  }),
  z.object({
    ...envelope,
    type: z.literal('text'),
    text: z.object({ body: z.string().min(1).max(4_096), preview_url: z.boolean().optional() }),
  }),
  z.object({
    ...envelope,
    type: z.literal('interactive'),
    interactive: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('button'),
        body: z.object({ text: z.string().min(1).max(1_024) }),
        action: z.object({
          buttons: z
            .array(
              z.object({
                type: z.literal('reply'),
                reply: z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
              }),
            )
            .min(1)
            .max(3),
        }),
      }),
      z.object({
        type: z.literal('cta_url'),
        body: z.object({ text: z.string().min(1).max(1_024) }),
        action: z.object({
          name: z.literal('cta_url'),
          parameters: z.object({ display_text: z.string().min(1).max(20), url: z.url() }),
        }),
      }),
    ]),
  }),
])
export type SendBody = z.infer<typeof sendBody>

/** The readable words of a message: a template's parameters, or what was written. */
export function shownText(body: SendBody): string {
  if (body.type === 'text') return body.text.body
  if (body.type === 'interactive') return body.interactive.body.text
  const parts = (body.template.components ?? []).flatMap((part) =>
    part.type === 'body' ? part.parameters.map((each) => each.text) : [],
  )
  return parts.join('\n')
}

/** The payloads of the buttons that whoever got it can tap. */
export function buttonPayloads(body: SendBody): { payload: string; title: string }[] {
  if (body.type === 'interactive')
    return body.interactive.type === 'button'
      ? body.interactive.action.buttons.map(({ reply }) => ({ payload: reply.id, title: reply.title }))
      : []
  if (body.type === 'text') return []
  return (body.template.components ?? []).flatMap((part) =>
    part.type === 'button' && part.sub_type === 'quick_reply'
      ? part.parameters.flatMap((each) =>
          each.type === 'payload' ? [{ payload: each.payload, title: each.payload.split(':')[0] ?? '' }] : [],
        )
      : [],
  )
}
