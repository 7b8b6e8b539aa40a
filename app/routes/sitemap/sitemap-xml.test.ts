import { expect, test } from 'vitest'
import { sitemapIndex, urlSet } from './sitemap-xml'

test('a page is listed in each language, with all its sisters and its date', () => {
  const xml = urlSet('https://expo.example', [
    { path: '/booths/al-ittihad-24', updatedAt: new Date('2026-11-22T01:02:03Z') },
  ])
  expect(xml.match(/<url>/g)).toHaveLength(3)
  expect(xml.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    '<loc>https://expo.example/id/booths/al-ittihad-24</loc>',
    '<loc>https://expo.example/en/booths/al-ittihad-24</loc>',
    '<loc>https://expo.example/ar/booths/al-ittihad-24</loc>',
  ])
  expect(xml.match(/hreflang="ar" href="https:\/\/expo.example\/ar\/booths\/al-ittihad-24"/g)).toHaveLength(3)
  expect(xml.match(/<lastmod>2026-11-22T01:02:03.000Z<\/lastmod>/g)).toHaveLength(3)
})

test('what XML gives a meaning is escaped', () => {
  expect(urlSet('https://expo.example', [{ path: `/a&b<c>"'` }])).toContain(
    '/id/a&amp;b&lt;c&gt;&quot;&apos;</loc>',
  )
})

test('the index names every part', () => {
  expect(sitemapIndex('https://expo.example', 2).match(/part=\d/g)).toEqual(['part=1', 'part=2'])
})
