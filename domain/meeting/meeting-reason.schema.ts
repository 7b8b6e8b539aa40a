import { z } from 'zod'
import { typedLine } from '../shared/typed-text'
import { END_REASONS, joinReason, REASON_LENGTH } from './end-reason'

/** What can be wrong with a reason; the sentences are in `app/i18n`. */
export const REASON_PROBLEMS = ['reason-missing', 'too-long'] as const
export type ReasonProblem = (typeof REASON_PROBLEMS)[number]

const line = z.preprocess(typedLine, z.string().trim())

/**
 * A reason as its form has it: one of END_REASONS, or words, or both. It comes out as `joinReason` joins it;
 * null: nothing was said where nothing has to be. Issues carry a ReasonProblem as their message.
 */
export function meetingReasonSchema({ isNeeded }: { isNeeded: boolean }) {
  return z.object({ code: line, text: line }).transform(({ code, text }, context): string | null => {
    const issue = (path: string, message: ReasonProblem) => {
      context.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    }
    if (text.length > REASON_LENGTH) return issue('text', 'too-long')
    const known = END_REASONS.find((reason) => reason === code) ?? null
    const reason = joinReason(known, text)
    return reason === null && isNeeded ? issue('code', 'reason-missing') : reason
  })
}
