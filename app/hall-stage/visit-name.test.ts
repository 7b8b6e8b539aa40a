import { expect, it } from 'vitest'
import { leaveVisitName, takeVisitName } from './visit-name'

const NAME = 'abcdefghij-KLM_1'

function tab() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

it('goes on under its name where the page is loaded anew at once, and under another later', () => {
  for (const [wait, same] of [
    [0, true],
    [11_999, true],
    [12_000, false],
    [-1, false],
  ] as const) {
    const storage = tab()
    leaveVisitName(() => storage, 1_000, NAME)
    expect(
      takeVisitName(
        () => storage,
        1_000 + wait,
        () => 'another',
      ) === NAME,
    ).toBe(same)
  }
})

it('gives the name away once: a copied tab is another visit', () => {
  const storage = tab()
  leaveVisitName(() => storage, 0, NAME)
  expect(
    takeVisitName(
      () => storage,
      1,
      () => 'another',
    ),
  ).toBe(NAME)
  expect(
    takeVisitName(
      () => storage,
      2,
      () => 'another',
    ),
  ).toBe('another')
})

it('draws a name where nothing was kept, where that is no name, and where storage is forbidden', () => {
  const storage = tab()
  expect(
    takeVisitName(
      () => storage,
      0,
      () => 'drawn',
    ),
  ).toBe('drawn')
  storage.setItem('visit', 'short 0')
  expect(
    takeVisitName(
      () => storage,
      1,
      () => 'drawn',
    ),
  ).toBe('drawn')
  storage.setItem('visit', NAME)
  expect(
    takeVisitName(
      () => storage,
      1,
      () => 'drawn',
    ),
  ).toBe('drawn')
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  expect(takeVisitName(forbidden, 0, () => 'drawn')).toBe('drawn')
  expect(() => leaveVisitName(forbidden, 0, NAME)).not.toThrow()
})
