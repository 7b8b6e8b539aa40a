import { z } from 'zod'
import { typedText } from '../shared/typed-text'
import { TEXT_LENGTH, TEXT_PROBLEMS, type TextProblem } from './said-text'

/** A question, a reason or an answer: some words, not too many. The issue is a TextProblem. */
export const saidText = z.preprocess(
  typedText,
  z
    .string()
    .trim()
    .max(TEXT_LENGTH, 'text-too-long')
    .refine((text) => /\p{L}{2}/u.test(text), 'text-missing'),
)

/** What is wrong with a text, or the text. */
export function parseSaid(typed: unknown): { text: string } | { problem: TextProblem } {
  const parsed = saidText.safeParse(typed)
  if (parsed.success) return { text: parsed.data }
  const said = parsed.error.issues[0]?.message
  return { problem: TEXT_PROBLEMS.find((problem) => problem === said) ?? 'text-missing' }
}
