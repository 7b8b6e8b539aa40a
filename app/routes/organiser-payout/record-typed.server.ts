import { hallDay } from '~/domain/order/hall-day'
import { recordPayout } from '~/domain/order/record-payout.server'
import { parseRupiah } from '~/domain/product/number-input'
import { requireOrganiser } from '~/domain/shared/acting'
import type { Context } from '~/domain/shared/context'
import { isIsoDay } from '~/domain/shared/iso-day'
import { typedLine } from '~/domain/shared/typed-text'

export type PayoutProblem =
  | 'not-an-amount'
  | 'too-much'
  | 'reference-missing'
  | 'day-wrong'
  | 'not-a-picture'
  | 'too-big'

export type PayoutAnswer =
  | { kind: 'done' }
  | {
      kind: 'refused'
      typed: { amount: string; day: string; reference: string; token: string }
      problems: Partial<Record<'amount' | 'day' | 'reference' | 'proof', PayoutProblem>> & { tick?: true }
    }

const LONGEST_REFERENCE = 120

/** What the form of a pay-out says, written down where nothing has to be mended. */
export async function recordTypedPayout(
  context: Context,
  { organisationId, form }: { organisationId: string; form: FormData },
): Promise<PayoutAnswer> {
  // Before anything is said of what was typed.
  requireOrganiser(context.actor)
  const line = (name: string) => typedLine(form.get(name)).trim()
  const typed = {
    amount: line('amount'),
    day: line('day'),
    reference: line('reference').slice(0, LONGEST_REFERENCE),
    token: line('token'),
  }
  const amountMinor = parseRupiah(typed.amount)
  const problems: Extract<PayoutAnswer, { kind: 'refused' }>['problems'] = {}
  if (amountMinor === null || amountMinor <= 0 || amountMinor % 100 !== 0) problems.amount = 'not-an-amount'
  if (!typed.reference) problems.reference = 'reference-missing'
  if (!isIsoDay(typed.day) || typed.day > hallDay(context.now)) problems.day = 'day-wrong'
  if (form.get('tick') !== 'yes') problems.tick = true
  if (amountMinor === null || Object.keys(problems).length > 0) return { kind: 'refused', typed, problems }
  const file = form.get('proof')
  const proof = file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : null
  const outcome = await recordPayout(context, {
    token: typed.token,
    organisationId,
    amountMinor,
    paidOn: typed.day,
    reference: typed.reference,
    proof,
  })
  switch (outcome.kind) {
    case 'recorded':
    case 'already':
      return { kind: 'done' }
    case 'too-much':
      return { kind: 'refused', typed, problems: { amount: 'too-much' } }
    case 'bad-amount':
      return { kind: 'refused', typed, problems: { amount: 'not-an-amount' } }
    case 'bad-picture':
      return {
        kind: 'refused',
        typed,
        problems: { proof: outcome.problem.startsWith('too-many') ? 'too-big' : 'not-a-picture' },
      }
  }
}
