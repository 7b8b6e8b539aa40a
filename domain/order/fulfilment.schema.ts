import { z } from 'zod'
import { typedLine } from '../shared/typed-text'

export const FULFILMENT_PROBLEMS = [
  'courier-missing',
  'tracking-missing',
  'too-long',
  'file-too-large',
  'file-not-a-photo',
] as const
export type FulfilmentProblem = (typeof FULFILMENT_PROBLEMS)[number]
export type FulfilmentField = 'courier' | 'tracking' | 'photo'
export type FulfilmentProblems = Partial<Record<FulfilmentField, FulfilmentProblem>>

const LONGEST_COURIER = 40
const LONGEST_TRACKING = 60

/** The form as typed. `how`: 'courier', or 'hand' where it was given to the buyer in person. */
export interface TypedFulfilment {
  how: 'courier' | 'hand'
  courier: string
  tracking: string
}

/** Which courier has it and by what number it is found; both null: it was handed over. */
export interface Fulfilment {
  courier: string | null
  tracking: string | null
}

export function readTypedFulfilment(form: Pick<FormData, 'get'>): TypedFulfilment {
  const line = (name: string) => typedLine(form.get(name)).trim().slice(0, 200)
  return {
    how: form.get('how') === 'hand' ? 'hand' : 'courier',
    courier: line('courier'),
    tracking: line('tracking'),
  }
}

export const fulfilmentSchema = z
  .custom<TypedFulfilment>((typed) => typeof typed === 'object' && typed !== null)
  .transform(({ how, courier, tracking }, context): Fulfilment => {
    if (how === 'hand') return { courier: null, tracking: null }
    const issue = (field: FulfilmentField, message: FulfilmentProblem) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (courier === '') issue('courier', 'courier-missing')
    else if (courier.length > LONGEST_COURIER) issue('courier', 'too-long')
    if (tracking === '') issue('tracking', 'tracking-missing')
    else if (tracking.length > LONGEST_TRACKING) issue('tracking', 'too-long')
    return { courier, tracking }
  })

export function fulfilmentProblems(error: z.ZodError): FulfilmentProblems {
  const found: FulfilmentProblems = {}
  for (const issue of error.issues) {
    const code = FULFILMENT_PROBLEMS.find((known) => known === issue.message)
    if (code) found[String(issue.path[0]) as FulfilmentField] ??= code
  }
  return found
}
