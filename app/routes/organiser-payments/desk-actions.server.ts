import { recordBankMove } from '~/domain/order/record-bank-move.server'
import { saveTransferAccount } from '~/domain/order/save-transfer-account.server'
import { settleDifference } from '~/domain/order/settle-difference.server'
import {
  ACCOUNT_FIELDS,
  type AccountProblems,
  checkAccount,
  type TypedAccount,
} from '~/domain/order/transfer-account'
import { parseRupiah } from '~/domain/product/number-input'
import { requireOrganiser } from '~/domain/shared/acting'
import type { Context } from '~/domain/shared/context'
import { typedLine, typedText } from '~/domain/shared/typed-text'

type MoveProblems = Extract<Awaited<ReturnType<typeof recordBankMove>>, { kind: 'refused' }>['problems']

export type DeskAnswer =
  | {
      kind: 'done'
      done: 'account-saved' | 'account-same' | 'settled' | 'already-settled' | 'moved' | 'already-moved'
    }
  | { kind: 'changed'; typed: TypedAccount }
  | { kind: 'account'; typed: TypedAccount; problems: AccountProblems; isUnticked: boolean }
  | { kind: 'difference'; id: string }
  | {
      kind: 'move'
      typed: { amount: string; reference: string; day: string }
      problems: MoveProblems
      thereMinor: number
    }

/** What the organiser's form about payments asks for; null: nothing that there is. */
export async function actOnPayments(context: Context, form: FormData): Promise<DeskAnswer | null> {
  // Before anything is said of what was typed.
  requireOrganiser(context.actor)
  switch (form.get('intent')) {
    case 'account':
      return await saveAccount(context, form)
    case 'settle': {
      const id = typedLine(form.get('id')).trim()
      const outcome = await settleDifference(context, { id, note: typedText(form.get('note')) })
      if (outcome.kind === 'note-missing') return { kind: 'difference', id }
      return { kind: 'done', done: outcome.kind === 'settled' ? 'settled' : 'already-settled' }
    }
    case 'move': {
      const line = (name: string) => typedLine(form.get(name)).trim()
      const typed = { amount: line('amount'), reference: line('reference'), day: line('day') }
      const outcome = await recordBankMove(context, { ...typed, amountMinor: parseRupiah(typed.amount) })
      if (outcome.kind === 'refused') {
        const { problems, thereMinor } = outcome
        return { kind: 'move', typed, problems, thereMinor }
      }
      return { kind: 'done', done: outcome.kind === 'recorded' ? 'moved' : 'already-moved' }
    }
    default:
      return null
  }
}

async function saveAccount(context: Context, form: FormData): Promise<DeskAnswer> {
  const { typed, problems } = checkAccount(
    Object.fromEntries(ACCOUNT_FIELDS.map((name) => [name, form.get(name)])),
  )
  if (form.get('tick') !== 'yes') return { kind: 'account', typed, problems, isUnticked: true }
  const outcome = await saveTransferAccount(context, { typed, seen: Number(form.get('seen')) || 0 })
  if (outcome.kind === 'changed') return { kind: 'changed', typed }
  if (outcome.kind === 'refused')
    return { kind: 'account', typed, problems: outcome.problems, isUnticked: false }
  return { kind: 'done', done: outcome.kind === 'saved' ? 'account-saved' : 'account-same' }
}
