import { z } from 'zod'
import { parseRupiah, writeNumber } from '../product/number-input'
import { OUTCOME_KINDS, type OutcomeKind } from '../shared/enums'
import { isIsoDay } from '../shared/iso-day'
import type { Locale } from '../shared/locale'
import { typedLine } from '../shared/typed-text'

/** What can be wrong with a field; the sentences are in `app/i18n`. */
export const OUTCOME_PROBLEMS = [
  'kind-missing',
  'value-missing',
  'value-wrong',
  'value-too-high',
  /** Only an order and a memorandum have a value. */
  'value-not-of-kind',
  'too-long',
  'date-wrong',
  'date-far',
] as const
export type OutcomeProblem = (typeof OUTCOME_PROBLEMS)[number]

export const OUTCOME_TEXTS = ['kind', 'promised', 'nextStep', 'nextStepOn'] as const
export type OutcomeText = (typeof OUTCOME_TEXTS)[number]
export type OutcomeValues = Record<OutcomeText, string>
export type OutcomeProblems = Partial<Record<OutcomeText, OutcomeProblem>>

/** What one side says came of a meeting, in the shape of its row. */
export interface OutcomeFields {
  kind: OutcomeKind
  /** Minor units of IDR; of an order always, of a memorandum where it is said. */
  promisedMinor: number | null
  nextStep: string | null
  /** ISO date. */
  nextStepOn: string | null
}

export const NEXT_STEP_LENGTH = 300
/** Rp 100,000,000,000: more is mistyped. */
const MOST_PROMISED_MINOR = 10_000_000_000_000
const YEARS_AHEAD = 3

const line = z.preprocess(typedLine, z.string().trim())

/**
 * The form of an outcome. `today` is an ISO date.
 * Issues carry an OutcomeProblem as their message and the field in their path: all of them at once.
 */
export function outcomeSchema({ today }: { today: string }) {
  return z
    .object({ kind: line, promised: line, nextStep: line, nextStepOn: line })
    .transform((typed, context): OutcomeFields => {
      const issue = (path: OutcomeText, message: OutcomeProblem) => {
        context.addIssue({ code: 'custom', path: [path], message })
        return z.NEVER
      }
      const kind = OUTCOME_KINDS.find((known) => known === typed.kind)
      return {
        kind: kind ?? issue('kind', 'kind-missing'),
        promisedMinor: promised(),
        nextStep:
          typed.nextStep.length > NEXT_STEP_LENGTH ? issue('nextStep', 'too-long') : typed.nextStep || null,
        nextStepOn: typed.nextStepOn ? day() : null,
      }

      function promised(): number | null {
        if (!typed.promised) return kind === 'order' ? issue('promised', 'value-missing') : null
        if (kind && kind !== 'order' && kind !== 'mou') return issue('promised', 'value-not-of-kind')
        const minor = parseRupiah(typed.promised)
        if (minor === null || minor < 1) return issue('promised', 'value-wrong')
        return minor > MOST_PROMISED_MINOR ? issue('promised', 'value-too-high') : minor
      }

      function day(): string {
        // Years of this century: nobody plans a next step for the last one.
        if (!isIsoDay(typed.nextStepOn) || !typed.nextStepOn.startsWith('20')) {
          return issue('nextStepOn', 'date-wrong')
        }
        const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`
        return typed.nextStepOn > last ? issue('nextStepOn', 'date-far') : typed.nextStepOn
      }
    })
}

/** The first problem of each field. */
export function outcomeProblems(error: z.ZodError): OutcomeProblems {
  const found: OutcomeProblems = {}
  for (const { path, message } of error.issues) {
    const field = OUTCOME_TEXTS.find((known) => known === path[0])
    const code = OUTCOME_PROBLEMS.find((known) => known === message)
    if (field && code) found[field] ??= code
  }
  return found
}

/** An outcome as its form shows it, with its value as the reader's language writes it. */
export function outcomeValues(fields: OutcomeFields | null, locale: Locale): OutcomeValues {
  return {
    kind: fields?.kind ?? '',
    promised: fields?.promisedMinor == null ? '' : writeNumber(fields.promisedMinor / 100, locale),
    nextStep: fields?.nextStep ?? '',
    nextStepOn: fields?.nextStepOn ?? '',
  }
}
