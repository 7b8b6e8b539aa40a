import { expect, test } from 'vitest'
import { DONE } from '~/app/answer-meeting.server'
import type { MeetingView } from '~/domain/meeting/meeting-view'
import type { MeetingEventKind } from '~/domain/shared/enums'
import { agreedDone } from './agreed-done'

type Seen = Parameters<typeof agreedDone>[1]

const at = new Date('2026-11-22T03:00:00Z')
const seen = (state: MeetingView['state'], kind: MeetingEventKind, change: Partial<Seen> = {}): Seen => ({
  state,
  events: [{ id: 1, kind, organisationName: null, reason: null, startsAt: null, at }],
  outcomes: [],
  proposal: null,
  mySide: 'guest',
  ...change,
})
const believed = (meeting: Seen) => DONE.filter((done) => agreedDone(done, meeting) === done)

test('a link is believed only about what the meeting can have come from', () => {
  expect(believed(seen('requested', 'requested'))).toEqual(['no-number', 'existing'])
  expect(believed(seen('booked', 'accepted'))).toEqual(['accepted', 'no-number', 'existing'])
  expect(believed(seen('booked', 'moved'))).toEqual(['moved', 'no-number', 'existing'])
  expect(believed(seen('requested', 'move-declined'))).toEqual(['move-declined', 'no-number', 'existing'])
  expect(believed(seen('declined', 'declined'))).toEqual(['declined'])
  expect(believed(seen('withdrawn', 'withdrawn'))).toEqual(['withdrawn'])
  expect(believed(seen('expired', 'expired'))).toEqual([])
  expect(believed(seen('cancelled', 'cancelled'))).toEqual(['cancelled', 'no-number'])
  const told = { kind: 'nothing', promisedMinor: null, nextStep: null, nextStepOn: null, version: 1 } as const
  expect(believed(seen('held', 'outcome-told', { outcomes: [{ ...told, side: 'guest' }] }))).toEqual([
    'told',
    'no-number',
  ])
  const proposal = { startsAt: at, endsAt: at, byMe: true, organisationName: '' }
  expect(believed(seen('booked', 'move-proposed', { proposal }))).toContain('proposed')
  expect(believed(seen('booked', 'move-proposed', { proposal: { ...proposal, byMe: false } }))).not.toContain(
    'proposed',
  )
})

test('the organiser, who does nothing, is told of nothing', () => {
  expect(believed(seen('booked', 'accepted', { mySide: null }))).toEqual([])
})
