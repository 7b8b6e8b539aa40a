import { cancelOrder } from '~/domain/order/cancel-order.server'
import { confirmTransfer } from '~/domain/order/confirm-transfer.server'
import { rejectProof } from '~/domain/order/reject-proof.server'
import { retryRefund } from '~/domain/order/retry-refund.server'
import { settleTransferRefund } from '~/domain/order/settle-transfer-refund.server'
import { startRefund } from '~/domain/order/start-refund.server'
import { parseRupiah } from '~/domain/product/number-input'
import type { Context } from '~/domain/shared/context'
import { REFUND_REASONS } from '~/domain/shared/order-enums'
import { typedLine, typedText } from '~/domain/shared/typed-text'

type Field = 'tick' | 'reason' | 'amount' | 'reference'
type Intent = 'confirm' | 'reject' | 'refund' | 'cancel' | 'settle'

interface Typed {
  /** The refund's, where there are several. */
  id: string
  reason: string
  amount: string
  note: string
  reference: string
}

export type OrderIntentAnswer =
  | { kind: 'done'; done: 'confirmed' | 'surplus' | 'rejected' | 'refunded' | 'cancelled' | 'settled' }
  | { kind: 'bad-request' }
  /** Somebody was quicker, or it isn't possible any more. */
  | { kind: 'changed' }
  | {
      kind: 'too-much'
      intent: Intent
      typed: Typed
      problems: Partial<Record<Field, true>>
      leftMinor: number
    }
  | { kind: 'invalid'; intent: Intent; typed: Typed; problems: Partial<Record<Field, true>> }
  /** A refund as it would be made: only now it has to be confirmed. `amountMinor` null: all that is left. */
  | {
      kind: 'asks'
      intent: Intent
      typed: Typed
      problems: Partial<Record<Field, true>>
      amountMinor: number | null
    }

const LONGEST = 500
const LONGEST_REFERENCE = 120

/** What the organiser's form about an order asks for. */
export async function actOnOrder(
  context: Context,
  { orderId, form }: { orderId: string; form: FormData },
): Promise<OrderIntentAnswer> {
  const typed: Typed = {
    id: typedLine(form.get('refundId')).trim(),
    reason: typedText(form.get('reason')).trim().slice(0, LONGEST),
    amount: typedLine(form.get('amount')).trim(),
    note: typedText(form.get('note')).trim().slice(0, LONGEST),
    reference: typedLine(form.get('reference')).trim().slice(0, LONGEST_REFERENCE),
  }
  const invalid = (intent: Intent, ...fields: Field[]): OrderIntentAnswer => ({
    kind: 'invalid',
    intent,
    typed,
    problems: Object.fromEntries(fields.map((field) => [field, true])),
  })
  switch (form.get('intent')) {
    case 'confirm': {
      if (form.get('tick') !== 'yes') return invalid('confirm', 'tick')
      const outcome = await confirmTransfer(context, { orderId })
      if (outcome.kind === 'refused') return { kind: 'changed' }
      return { kind: 'done', done: outcome.kind === 'paid' ? 'confirmed' : 'surplus' }
    }
    case 'reject': {
      if (!typed.reason) return invalid('reject', 'reason')
      const outcome = await rejectProof(context, { orderId, reason: typed.reason })
      return outcome.kind === 'refused' ? { kind: 'changed' } : { kind: 'done', done: 'rejected' }
    }
    case 'refund':
      return await refund(context, orderId, typed, form.get('sure') === 'yes')
    case 'cancel': {
      if (!typed.reason) return invalid('cancel', 'reason')
      const outcome = await cancelOrder(context, { orderId, reason: typed.reason })
      return outcome.kind === 'refused' ? { kind: 'changed' } : { kind: 'done', done: 'cancelled' }
    }
    case 'settle': {
      if (!typed.reference) return invalid('settle', 'reference')
      const { id: refundId, reference } = typed
      const outcome = await settleTransferRefund(context, { refundId, outcome: 'done', reference })
      return outcome.kind === 'refused' ? { kind: 'changed' } : { kind: 'done', done: 'settled' }
    }
    case 'retry': {
      const outcome = await retryRefund(context, { refundId: typed.id })
      return outcome.kind === 'refused' ? { kind: 'changed' } : { kind: 'done', done: 'refunded' }
    }
    default:
      return { kind: 'bad-request' }
  }
}

/** First what it would be, then, when it is confirmed, the refund itself. */
async function refund(
  context: Context,
  orderId: string,
  typed: Typed,
  isSure: boolean,
): Promise<OrderIntentAnswer> {
  const reason = REFUND_REASONS.find((known) => known === typed.reason && known !== 'surplus')
  const amountMinor = typed.amount === '' ? null : parseRupiah(typed.amount)
  const isWrong = typed.amount !== '' && (amountMinor === null || amountMinor <= 0 || amountMinor % 100 !== 0)
  const problems: Partial<Record<Field, true>> = {
    ...(isWrong ? { amount: true } : {}),
    ...(reason ? {} : { reason: true }),
  }
  if (!reason || isWrong) return { kind: 'invalid', intent: 'refund', typed, problems }
  if (!isSure) return { kind: 'asks', intent: 'refund', typed, problems, amountMinor }
  const outcome = await startRefund(context, { orderId, amountMinor, reason, note: typed.note || null })
  if (outcome.kind === 'refused') return { kind: 'changed' }
  if (outcome.kind === 'bad-amount') {
    const { leftMinor } = outcome
    return { kind: 'too-much', intent: 'refund', typed, problems: { amount: true }, leftMinor }
  }
  return { kind: 'done', done: 'refunded' }
}
