import { z } from 'zod'
import { MAXIMUM_QUANTITY, parseQuantity } from '../product/price-tiers'
import { parsePhone } from '../shared/phone'
import { typedText } from '../shared/typed-text'

/** What can be wrong with a field; the sentences are in `app/i18n`. */
export const INQUIRY_PROBLEMS = [
  'name-missing',
  'contact-missing',
  'email-wrong',
  'phone-wrong',
  'message-short',
  'too-long',
  'quantity-wrong',
] as const
export type InquiryProblem = (typeof INQUIRY_PROBLEMS)[number]

const text = z.preprocess(typedText, z.string().trim())

const LONGEST = { name: 120, email: 254, phone: 40, message: 2000 } as const
const SHORTEST_MESSAGE = 10

/**
 * The inquiry form. Name, message and one way to answer are needed; the phone comes out in E.164.
 * Issues carry an InquiryProblem as their message and the field in their path: all of them at once.
 */
export const inquirySchema = z
  .object({ name: text, email: text, phone: text, quantity: text, message: text })
  .transform((typed, context) => {
    const issue = (path: InquiryFieldName, code: InquiryProblem) =>
      context.addIssue({ code: 'custom', path: [path], message: code })
    const email = typed.email || null
    const phone = typed.phone ? parsePhone(typed.phone) : null
    const quantity = typed.quantity ? parseQuantity(typed.quantity) : null
    for (const name of ['name', 'email', 'phone', 'message'] as const) {
      if (typed[name].length > LONGEST[name]) issue(name, 'too-long')
    }
    if (!typed.name) issue('name', 'name-missing')
    if (email && !z.email().safeParse(email).success) issue('email', 'email-wrong')
    if (typed.phone && !phone) issue('phone', 'phone-wrong')
    if (!typed.email && !typed.phone) issue('email', 'contact-missing')
    if (typed.quantity && (quantity === null || quantity < 1 || quantity > MAXIMUM_QUANTITY)) {
      issue('quantity', 'quantity-wrong')
    }
    if (typed.message.length < SHORTEST_MESSAGE) issue('message', 'message-short')
    return { name: typed.name, email, phone, quantity, message: typed.message }
  })

export type InquiryFields = z.output<typeof inquirySchema>
export type InquiryFieldName = 'name' | 'email' | 'phone' | 'quantity' | 'message'

/** The first problem of each field. */
export function inquiryProblems(error: z.ZodError): Partial<Record<InquiryFieldName, InquiryProblem>> {
  const found: Partial<Record<string, InquiryProblem>> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    const code = INQUIRY_PROBLEMS.find((known) => known === issue.message)
    if (code) found[field] ??= code
  }
  return found
}
