import { data } from '@remix-run/node'
import { run } from '~/app/run.server'
import { addException } from '~/domain/meeting/add-exception.server'
import { exceptionSchema, type OpenTimesProblem, openTimesProblems } from '~/domain/meeting/open-times.schema'
import { removeException } from '~/domain/meeting/remove-exception.server'
import type { Context } from '~/domain/shared/context'
import { type Answer, NO_DAY } from './answer'

const REFUSALS = { past: 'day-past', far: 'day-far', 'there-already': 'exception-there' } as const

/** Adds the typed day, or puts back one that was removed: 'again/open/2026-12-24/09:00/11:00'. */
export async function addDay(context: Context, answer: Answer, intent: string) {
  const [, choice = '', day = '', from = '', to = ''] = intent.split('/')
  const isAgain = intent.startsWith('again/')
  const parsed = exceptionSchema.safeParse(isAgain ? { choice, day, from, to } : answer.day)
  const refused = (problems: Answer['problems'], status: number) =>
    data<Answer>({ ...answer, problems, said: { kind: 'day-wrong' } }, { status })
  if (!parsed.success) return refused(openTimesProblems(parsed.error), 400)
  const outcome = await run(() => addException(context, parsed.data))
  if (outcome.kind === 'added') {
    const { exception, meetings } = outcome
    return data<Answer>({
      ...answer,
      day: isAgain ? answer.day : NO_DAY,
      said: { kind: 'added', exception, meetings },
    })
  }
  if (outcome.why === 'too-many') {
    return data<Answer>({ ...answer, said: { kind: 'too-many' } }, { status: 409 })
  }
  const problem: OpenTimesProblem = REFUSALS[outcome.why]
  return refused({ day: problem }, outcome.why === 'there-already' ? 409 : 400)
}

/** 'remove/' and the id of a day that differs. */
export async function removeDay(context: Context, answer: Answer, intent: string) {
  const outcome = await run(() => removeException(context, { id: intent.slice('remove/'.length) }))
  return data<Answer>({
    ...answer,
    said: outcome.kind === 'removed' ? { kind: 'removed', exception: outcome.exception } : { kind: 'gone' },
  })
}
