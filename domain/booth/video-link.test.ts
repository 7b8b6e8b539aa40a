import { describe, expect, it } from 'vitest'
import { videoHost, videoLink } from './video-link'

describe('a link to a film', () => {
  it.each([
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', 'https://youtu.be/dQw4w9WgXcQ'],
    ['http://m.youtube.com/watch?v=dQw4w9WgXcQ&utm_source=x', 'https://m.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['www.tiktok.com/@pesantren/video/7', 'https://www.tiktok.com/@pesantren/video/7'],
  ])('of a known host is taken: %s', (typed, url) => {
    expect(videoLink(typed)).toEqual({ url })
    expect(videoHost(url)).not.toBeNull()
  })
  it.each([
    ['https://example.com/film', 'video-host'],
    ['https://youtube.com.evil.example/x', 'video-host'],
    ['https://youtube.com@evil.example/x', 'video-wrong'],
    ['https://youtube.com:8443/x', 'video-wrong'],
    ['javascript:alert(1)//youtube.com', 'video-wrong'],
    ['https://youtube.com/', 'video-wrong'],
    ['bukan alamat', 'video-wrong'],
  ])('of anything else is refused: %s', (typed, problem) => {
    expect(videoLink(typed)).toEqual({ problem })
  })
})
