import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Held, planSeats } from './merge-seats'

const now = new Date('2026-11-22T03:00:00Z')
const held = fc
  .record({ start: fc.integer({ min: -20, max: 20 }), length: fc.integer({ min: 1, max: 4 }) })
  .map(({ start, length }) => ({
    startsAt: new Date(now.getTime() + start * 3_600_000),
    endsAt: new Date(now.getTime() + (start + length) * 3_600_000),
  }))

it('never has two in one seat, and leaves out only what is to come and finds no seat', () => {
  fc.assert(
    fc.property(
      fc.array(held, { maxLength: 12 }),
      fc.array(held, { maxLength: 12 }),
      fc.integer({ min: 1, max: 2 }),
      (own, others, seats) => {
        const active = Array.from({ length: seats }, (_, at) => at + 1)
        const sitting: (Held & { seat: number })[] = []
        for (const [at, one] of own.entries()) {
          const seat = active.find(
            (number) =>
              !sitting.some(
                (other) =>
                  other.seat === number && other.startsAt < one.endsAt && one.startsAt < other.endsAt,
              ),
          )
          if (seat) sitting.push({ ...one, meetingId: `own-${at}`, seat })
        }
        const moved = others.map((one, at) => ({ ...one, meetingId: `moved-${at}` }))
        const plan = planSeats({ active, all: active, kept: sitting, moved, now })
        const all = [
          ...sitting,
          ...moved.flatMap((one) => {
            const seat = plan.seats.get(one.meetingId)
            return seat ? [{ ...one, seat }] : []
          }),
        ]
        for (const a of all) {
          for (const b of all) {
            if (a === b || a.seat !== b.seat) continue
            expect(a.startsAt < b.endsAt && b.startsAt < a.endsAt).toBe(false)
          }
        }
        expect(plan.seats.size + plan.clashes.length).toBe(moved.length)
        for (const one of moved) {
          const seat = plan.seats.get(one.meetingId)
          if (one.endsAt > now && seat) expect(active).toContain(seat)
        }
      },
    ),
  )
})
