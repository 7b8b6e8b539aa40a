import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIRST_LEVEL, LEVELS, QualityGovernor } from './governor'

const feed = (governor: QualityGovernor, ms: number, frames: number) => {
  for (let i = 0; i < frames; i++) governor.sample(ms)
}
const TOP = LEVELS.length - 1

describe('quality by measured frame time', () => {
  test('a fast device rises to the finest level, a step at a time', () => {
    const governor = new QualityGovernor()
    const seen = [governor.level]
    for (let i = 0; i < 400; i++) if (governor.sample(16.7)) seen.push(governor.level)
    expect(seen).toEqual([1, 2, 3])
  })

  test('a machine that crawls is at the lowest level within three frames', () => {
    const governor = new QualityGovernor()
    feed(governor, 240, 3)
    expect(governor.level).toBe(0)
  })

  test('a slow phone falls within twelve frames', () => {
    const governor = new QualityGovernor()
    feed(governor, 40, 12)
    expect(governor.level).toBe(0)
  })

  test('a steady 24 ms changes nothing: neither good nor slow', () => {
    const governor = new QualityGovernor()
    feed(governor, 24, 2000)
    expect(governor.level).toBe(FIRST_LEVEL)
  })

  test('one hiccup among good frames lowers nothing', () => {
    const governor = new QualityGovernor()
    for (let i = 0; i < 200; i++) governor.sample(i % 20 === 10 ? 60 : 16)
    expect(governor.level).toBeGreaterThanOrEqual(FIRST_LEVEL)
  })

  test('a device that cannot bear a level tries it less and less often', () => {
    const governor = new QualityGovernor()
    // The two finest levels are too much for it.
    const changes: number[] = []
    for (let frame = 0; frame < 6000; frame++)
      if (governor.sample(governor.level >= 2 ? 45 : 16)) changes.push(frame)
    const tries = changes.filter((_, i) => i % 2 === 0)
    const waits = tries.slice(1).map((frame, i) => frame - (tries[i] ?? 0))
    expect(tries.length).toBeLessThan(14)
    expect(waits.at(-1)).toBeGreaterThan((waits[0] ?? 0) * 4)
  })

  test('a tab that was away says nothing about the device', () => {
    const governor = new QualityGovernor()
    feed(governor, 60_000, 50)
    expect(governor.level).toBe(FIRST_LEVEL)
  })

  test('frozen, it stays, and only at levels that exist', () => {
    for (const [wanted, level] of [
      [0, 0],
      [3, TOP],
      [99, TOP],
      [-1, 0],
    ] as const) {
      const governor = new QualityGovernor(wanted)
      feed(governor, 300, 50)
      feed(governor, 16, 500)
      expect(governor.level).toBe(level)
    }
  })

  test('whatever the frames, it stays within its levels and moves at most two at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 600 }), (times) => {
        const governor = new QualityGovernor()
        let before = governor.level
        for (const ms of times) {
          const changed = governor.sample(ms)
          expect(changed).toBe(governor.level !== before)
          expect(Math.abs(governor.level - before)).toBeLessThanOrEqual(2)
          expect(LEVELS[governor.level]).toBe(governor.quality)
          before = governor.level
        }
      }),
    )
  })
})
