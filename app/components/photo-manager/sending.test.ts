import { describe, expect, it } from 'vitest'
import { changeSending, fingerprintOf, galleryPrefix, nextToSend, type Sending } from './sending'

const sending = (key: string, state: Sending['state']): Sending => ({
  key,
  name: `${key}.jpg`,
  preview: '',
  state,
  percent: 0,
  problem: null,
  photoId: null,
})

describe('photographs on their way', () => {
  it('go so many at a time, in the order in which they were chosen', () => {
    const list = [
      sending('a', 'sent'),
      sending('b', 'sending'),
      sending('c', 'queued'),
      sending('d', 'queued'),
    ]
    expect(nextToSend(list, 2).map(({ key }) => key)).toEqual(['c'])
    expect(nextToSend(changeSending(list, { key: 'b', state: 'sent' }), 2).map(({ key }) => key)).toEqual([
      'c',
      'd',
    ])
  })

  it('keep their place while the line is broken, and give it up while somebody holds them', () => {
    expect(nextToSend([sending('a', 'line'), sending('b', 'line'), sending('c', 'queued')], 2)).toEqual([])
    const paused = [sending('a', 'paused'), sending('b', 'sending'), sending('c', 'queued')]
    expect(nextToSend(paused, 2).map(({ key }) => key)).toEqual(['c'])
  })

  it('never come back once they were dropped', () => {
    expect(changeSending([], { key: 'a', state: 'sending' })).toEqual([])
  })

  it('are known again by file and gallery', () => {
    const file = { name: 'IMG 1.jpg', size: 12, type: 'image/jpeg', lastModified: 5 }
    expect(fingerprintOf(file, 'booth')).toBe(fingerprintOf({ ...file }, 'booth'))
    expect(fingerprintOf(file, 'booth')).not.toBe(fingerprintOf(file, 'p1'))
    expect(fingerprintOf(file, 'booth').startsWith(galleryPrefix('booth'))).toBe(true)
    expect(fingerprintOf(file, 'booth')).not.toBe(fingerprintOf({ ...file, lastModified: 6 }, 'booth'))
  })
})
