import { expect, test } from 'vitest'
import { Counters } from './counters'

/** What is told of moving frames that are so many ms apart, and when; then one at rest. */
function told(apart: number, frames: number) {
  const said: { at: number; drawn: string }[] = []
  let now = 1_000
  const counters = new Counters({ setAttribute: (_, drawn) => said.push({ at: now, drawn }) })
  for (let drawn = 1; drawn <= frames; drawn++, now += apart) counters.showFrames(drawn, true, now)
  counters.showFrames(frames + 1, false, now)
  return said
}

test('quick frames are told of a few times a second, and exactly where they end', () => {
  const said = told(16, 60)
  expect(said.length).toBeLessThan(12)
  expect(said.at(-1)?.drawn).toBe('61')
})

test.each([16, 33, 90, 125, 400])('frames %i ms apart never look like rest', (apart) => {
  const said = told(apart, 40)
  const pauses = said.slice(1).map(({ at }, i) => at - (said[i]?.at ?? 0))
  expect(pauses.length).toBeGreaterThan(3)
  expect(Math.max(...pauses)).toBeLessThan(125 + apart)
})
