import { expect, test } from 'vitest'
import { OUTCOME_KINDS } from '../shared/enums'
import { LOCALES } from '../shared/locale'
import { meetingReasonSchema } from './meeting-reason.schema'
import { type OutcomeValues, outcomeProblems, outcomeSchema, outcomeValues } from './outcome.schema'

const schema = outcomeSchema({ today: '2026-12-08' })
const typed = (change: Partial<OutcomeValues>): OutcomeValues => ({
  kind: 'interested',
  promised: '',
  nextStep: '',
  nextStepOn: '',
  ...change,
})
const problems = (change: Partial<OutcomeValues>) => {
  const parsed = schema.safeParse(typed(change))
  return parsed.success ? {} : outcomeProblems(parsed.error)
}

test.each(OUTCOME_KINDS.filter((kind) => kind !== 'order'))('%s needs nothing more', (kind) => {
  expect(schema.parse(typed({ kind }))).toEqual({
    kind,
    promisedMinor: null,
    nextStep: null,
    nextStepOn: null,
  })
})

test('an order has a value, in rupiah as people write it', () => {
  expect(problems({ kind: 'order' })).toEqual({ promised: 'value-missing' })
  expect(schema.parse(typed({ kind: 'order', promised: 'Rp 18.000.000' })).promisedMinor).toBe(1_800_000_000)
  expect(schema.parse(typed({ kind: 'mou', promised: '٢٥٠٠٠' })).promisedMinor).toBe(2_500_000)
  expect(problems({ kind: 'order', promised: 'a lot' })).toEqual({ promised: 'value-wrong' })
  expect(problems({ kind: 'order', promised: '0' })).toEqual({ promised: 'value-wrong' })
  expect(problems({ kind: 'order', promised: '100.000.000.001' })).toEqual({ promised: 'value-too-high' })
  expect(problems({ kind: 'sample', promised: '5000' })).toEqual({ promised: 'value-not-of-kind' })
})

test('every problem is told at once', () => {
  expect(problems({ kind: 'x', promised: 'y', nextStep: 'z'.repeat(301), nextStepOn: '2026-02-30' })).toEqual(
    {
      kind: 'kind-missing',
      promised: 'value-wrong',
      nextStep: 'too-long',
      nextStepOn: 'date-wrong',
    },
  )
  expect(problems({ nextStepOn: '2030-01-01' })).toEqual({ nextStepOn: 'date-far' })
  expect(outcomeSchema({ today: '2026-12-08' }).safeParse({}).success).toBe(false)
})

test('a next step keeps to one line and loses what no one types', () => {
  expect(
    schema.parse(typed({ nextStep: ' send\u0000 the\ncontract ', nextStepOn: '2026-12-15' })),
  ).toMatchObject({
    nextStep: 'send the contract',
    nextStepOn: '2026-12-15',
  })
})

test.each(LOCALES)('what was told is shown in the form so that it parses to the same (%s)', (locale) => {
  const fields = {
    kind: 'order' as const,
    promisedMinor: 1_234_567_800,
    nextStep: 'Sampel',
    nextStepOn: '2027-01-05',
  }
  expect(schema.parse(outcomeValues(fields, locale))).toEqual(fields)
  expect(outcomeValues(null, locale)).toEqual(typed({ kind: '' }))
})

test('a reason is a code, words, or both; one is needed where something ends for the other side', () => {
  const needed = meetingReasonSchema({ isNeeded: true })
  expect(needed.parse({ code: 'time', text: '' })).toBe('time')
  expect(needed.parse({ code: 'time', text: ' after\nEid ' })).toBe('time: after Eid')
  expect(needed.parse({ code: 'other', text: 'Ramadan' })).toBe('Ramadan')
  const problem = (value: unknown, isNeeded = true) =>
    meetingReasonSchema({ isNeeded })
      .safeParse(value)
      .error?.issues.map(({ message }) => message)
  expect(problem({ code: 'other', text: ' ' })).toEqual(['reason-missing'])
  expect(problem({})).toEqual(['reason-missing'])
  expect(problem({ code: 'time', text: 'x'.repeat(301) })).toEqual(['too-long'])
  expect(meetingReasonSchema({ isNeeded: false }).parse({ code: '', text: '' })).toBeNull()
})
