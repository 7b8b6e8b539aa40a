import { expect, test, vi } from 'vitest'
import { todayIn } from '~/app/need-choices.server'
import type { Context } from '~/domain/shared/context'

const told = vi.hoisted(() => vi.fn(async () => ({ kind: 'told' as const })))
vi.mock('~/domain/meeting/tell-outcome.server', () => ({ tellOutcome: told }))
const { saveOutcome } = await import('./save-outcome.server')

// 18:00 of the last day of the year in UTC: the hall is in the new one.
const now = new Date('2026-12-31T18:00:00Z')

test('a next step is as far ahead as the hall’s day allows, not the one of UTC', async () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ kind: 'interested', nextStepOn: '2030-06-01' })) {
    form.set(name, value)
  }
  expect(await saveOutcome({ now } as Context, 'meeting-1', form)).toEqual({ kind: 'told' })
  expect(told).toHaveBeenCalledOnce()
  form.set('nextStepOn', '2031-01-01')
  expect(await saveOutcome({ now } as Context, 'meeting-1', form)).toMatchObject({ kind: 'not-saved' })
})

test('a day to choose from begins today on the reader’s own clock', () => {
  expect(todayIn('Asia/Jakarta', now)).toBe('2027-01-01')
  expect(todayIn('America/Los_Angeles', now)).toBe('2026-12-31')
})
