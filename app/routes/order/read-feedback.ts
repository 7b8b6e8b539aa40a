import type { Feedback } from '~/domain/order/order-view'
import { FEEDBACK_MATCH, FEEDBACK_NEXT, FEEDBACK_QUALITY } from '~/domain/shared/order-enums'
import { typedText } from '~/domain/shared/typed-text'

/** The three taps and what was written; null: one of them is missing. */
export function readFeedback(form: Pick<FormData, 'get'>): Feedback | null {
  const quality = FEEDBACK_QUALITY.find((one) => one === form.get('quality'))
  const asDescribed = FEEDBACK_MATCH.find((one) => one === form.get('asDescribed'))
  const next = FEEDBACK_NEXT.find((one) => one === form.get('next'))
  if (!quality || !asDescribed || !next) return null
  const note = typedText(form.get('note')).trim().slice(0, 1_000)
  return { quality, asDescribed, next, note: note || null, isShared: form.get('share') === 'on' }
}
