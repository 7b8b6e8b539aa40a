import { hallToday } from '~/app/need-choices.server'
import { run } from '~/app/run.server'
import {
  OUTCOME_TEXTS,
  type OutcomeValues,
  outcomeProblems,
  outcomeSchema,
} from '~/domain/meeting/outcome.schema'
import { tellOutcome } from '~/domain/meeting/tell-outcome.server'
import type { Context } from '~/domain/shared/context'
import type { OutcomeAnswer } from './meeting-outcome'

export type SavedOutcome =
  | { kind: 'told' }
  | { kind: 'not-saved'; answer: OutcomeAnswer | null; status: 400 | 409 }

/** What came of a meeting, from its form. Nothing typed is lost where it isn't right or somebody was quicker. */
export async function saveOutcome(
  context: Context,
  meetingId: string,
  form: FormData,
): Promise<SavedOutcome> {
  const typed = Object.fromEntries(
    OUTCOME_TEXTS.map((name) => [name, String(form.get(name) ?? '').slice(0, 2000)]),
  ) as OutcomeValues
  const today = hallToday(context.now)
  const parsed = outcomeSchema({ today }).safeParse(typed)
  if (!parsed.success) {
    const problems = outcomeProblems(parsed.error)
    return { kind: 'not-saved', answer: { values: typed, problems, isStale: false }, status: 400 }
  }
  const version = Number(form.get('outcomeVersion')) || null
  const outcome = await run(() => tellOutcome(context, { meetingId, version, fields: parsed.data }))
  if (outcome.kind === 'told') return { kind: 'told' }
  // A meeting that cannot be told of shows why by itself.
  const answer = outcome.kind === 'stale' ? { values: typed, problems: {}, isStale: true } : null
  return { kind: 'not-saved', answer, status: 409 }
}
