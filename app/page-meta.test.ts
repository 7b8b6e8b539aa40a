import type { MetaDescriptor } from '@remix-run/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLd, pageMeta } from './page-meta'

const args = {
  params: { locale: 'ar' },
  matches: [{ id: 'root', data: { publicUrl: 'https://expo.example' } }],
}
const page = { title: 'عسل', description: 'عسل الغابة', path: '/products/honey' }
const has = (tags: MetaDescriptor[], wanted: Record<string, string>) =>
  tags.some((tag) =>
    Object.entries(wanted).every(([name, value]) =>
      Object.entries(tag).some(([n, v]) => n === name && v === value),
    ),
  )

test('a page says its address in every language and its own as the canonical one', () => {
  const tags = pageMeta(args, page)
  expect(has(tags, { rel: 'canonical', href: 'https://expo.example/ar/products/honey' })).toBe(true)
  for (const locale of ['id', 'en', 'ar']) {
    const href = `https://expo.example/${locale}/products/honey`
    expect(has(tags, { rel: 'alternate', hrefLang: locale, href })).toBe(true)
  }
  expect(has(tags, { hrefLang: 'x-default', href: 'https://expo.example/products/honey' })).toBe(true)
  expect(has(tags, { property: 'og:locale', content: 'ar_AR' })).toBe(true)
  expect(has(tags, { title: 'عسل · OPOP Expo' })).toBe(true)
})

test('a shared link has its picture by its full address', () => {
  const tags = pageMeta(args, { ...page, image: { path: '/share/product/honey.png', alt: 'عسل' } })
  expect(has(tags, { property: 'og:image', content: 'https://expo.example/share/product/honey.png' })).toBe(
    true,
  )
  expect(has(tags, { name: 'twitter:card', content: 'summary_large_image' })).toBe(true)
})

test("a page that is nobody else's business is not indexed and claims no address", () => {
  const tags = pageMeta(args, { ...page, noIndex: true })
  expect(has(tags, { name: 'robots', content: 'noindex' })).toBe(true)
  expect(has(tags, { rel: 'canonical' })).toBe(false)
})

test('a long description is cut at a word', () => {
  const tags = pageMeta(args, { ...page, description: 'honey '.repeat(100) })
  const description = tags.find((tag) => 'name' in tag && tag.name === 'description')
  const content = description && 'content' in description ? String(description.content) : ''
  expect(content.length).toBeLessThanOrEqual(200)
  expect(content).toMatch(/honey…$/)
})

test('no text can end a block of structured data, and all of it is read back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constant('</script><script>alert(1)</script>')), (name) => {
      const text = jsonLd({ name })
      expect(text).not.toContain('<')
      expect(JSON.parse(text)).toMatchObject({ name })
    }),
  )
})
