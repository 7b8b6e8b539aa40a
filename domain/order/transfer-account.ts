import { typedLine } from '../shared/typed-text'

/** What can be wrong with the account that buyers transfer to; the sentences are in `app/i18n`. */
export type AccountProblem = 'missing' | 'too-long' | 'not-a-number'
export const ACCOUNT_FIELDS = ['bank', 'number', 'holder'] as const
export type AccountField = (typeof ACCOUNT_FIELDS)[number]
export type TypedAccount = Record<AccountField, string>
export type AccountProblems = Partial<Record<AccountField, AccountProblem>>

const LONGEST: Record<AccountField, number> = { bank: 80, number: 40, holder: 120 }

/** The account as typed, and what has to be mended first. Numbers keep the blanks and hyphens that help to read them. */
export function checkAccount(values: Partial<Record<AccountField, unknown>>): {
  typed: TypedAccount
  problems: AccountProblems
} {
  const line = (name: AccountField) => typedLine(values[name]).trim()
  const typed = { bank: line('bank'), number: line('number'), holder: line('holder') }
  const problems: AccountProblems = {}
  for (const name of ACCOUNT_FIELDS) {
    if (typed[name] === '') problems[name] = 'missing'
    else if (typed[name].length > LONGEST[name]) problems[name] = 'too-long'
  }
  if (!problems.number && !/^[0-9](?:[ .-]?[0-9]){4,33}$/.test(typed.number)) problems.number = 'not-a-number'
  return { typed, problems }
}
