import { expect, test } from 'vitest'
import { type HomeFacts, nextStep } from './studio-home'

const WHOLE: HomeFacts = {
  boothState: 'published',
  goods: { published: 3, drafts: 1 },
  hasStory: true,
  needsNumber: false,
  photos: 4,
  hasOpenTimes: true,
  waiting: { inquiries: 0, requests: 0 },
}
const step = (change: Partial<HomeFacts>) => nextStep({ ...WHOLE, ...change })

test('what keeps visitors from the booth goes first', () => {
  const making = { boothState: 'making' as const, waiting: { inquiries: 2, requests: 1 } }
  expect(step({ ...making, goods: { published: 0, drafts: 0 } })).toBe('add-product')
  expect(step({ ...making, hasStory: false })).toBe('tell-story')
  expect(step({ ...making, goods: { published: 0, drafts: 2 } })).toBe('publish-product')
  expect(step(making)).toBe('publish-booth')
  expect(step({ boothState: 'asked-back' })).toBe('asked-back')
})

test('then who waits, a request before an inquiry, also while the organiser looks', () => {
  expect(step({ waiting: { inquiries: 2, requests: 1 } })).toBe('answer-requests')
  expect(step({ boothState: 'handed-in', waiting: { inquiries: 2, requests: 0 } })).toBe('answer-inquiries')
})

test('then what makes it better, and nothing is invented where all is there', () => {
  expect(step({ goods: { published: 0, drafts: 0 } })).toBe('add-product')
  expect(step({ needsNumber: true, photos: 0 })).toBe('prove-number')
  expect(step({ photos: 0, hasStory: false })).toBe('add-photos')
  expect(step({ hasStory: false })).toBe('tell-story')
  expect(step({ hasOpenTimes: false })).toBe('open-times')
  expect(step({})).toBe('figures')
})
