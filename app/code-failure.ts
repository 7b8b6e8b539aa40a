import type { CodeFailure } from '~/app/components/code-form'
import type { ProveCodeFailure } from '~/domain/account/prove-code.server'
import type { ResendCodeOutcome } from '~/domain/account/resend-code.server'

/** How a page answers what was wrong with a code: the failure for its form, the status, and how long to wait. */
export interface CodeAnswer {
  failed: CodeFailure
  status: number
  headers: Record<string, string>
}

export function codeAnswer(outcome: ProveCodeFailure | { kind: 'unavailable' }): CodeAnswer {
  if (outcome.kind === 'too-many') return waiting(outcome.retryAfterSeconds, 'tries')
  if (outcome.kind === 'unavailable')
    return { failed: { kind: 'unavailable' }, status: 503, headers: { 'Retry-After': '10' } }
  return { failed: outcome, status: 400, headers: {} }
}

export function resendAnswer(outcome: Exclude<ResendCodeOutcome, { kind: 'sent' }>): CodeAnswer {
  if (outcome.kind === 'too-many') return waiting(outcome.retryAfterSeconds, 'codes')
  if (outcome.kind === 'unknown') return { failed: { kind: 'unknown' }, status: 400, headers: {} }
  return { failed: outcome, status: 429, headers: { 'Retry-After': String(outcome.seconds) } }
}

function waiting(seconds: number, of: 'tries' | 'codes'): CodeAnswer {
  return {
    failed: { kind: 'too-many', of, minutes: Math.ceil(seconds / 60) },
    status: 429,
    headers: { 'Retry-After': String(seconds) },
  }
}
