import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { words as id } from '~/app/i18n/id/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { registerWords } from '~/app/i18n/registry'
import type { OwnProductRow } from '~/domain/product/own-product'

// The page as it is sent, from what its loader has said.
const said = vi.hoisted(() => ({ page: null as unknown }))
vi.mock('@remix-run/react', () => ({
  Form: 'form',
  Link: ({ to, ...rest }: Record<string, unknown>) => createElement('a', { href: to, ...rest }),
  useLoaderData: () => said.page,
  useActionData: () => null,
  useRouteLoaderData: () => null,
  useRouteError: () => null,
}))
const { default: StudioProducts } = await import('./route')
registerWords('id', id)

const words = PAGE_WORDS.id.studioProducts
const shelf = PAGE_WORDS.id.studioShelf
const row: OwnProductRow = {
  id: 'product-1',
  slug: 'kopi-lama',
  state: 'archived',
  isSample: false,
  name: { text: 'Kopi lama', lang: 'id' },
  drawing: 'coffee.coal.clay.KOPI.1',
  unit: 'kg',
  lowestPriceMinor: null,
  freeCapacity: null,
  gaps: ['price'],
}

function show(change: { archive?: boolean; archived?: number; mayWrite?: boolean; rows?: OwnProductRow[] }) {
  const rows = change.rows ?? []
  said.page = {
    words,
    shelf,
    certificatesWord: PAGE_WORDS.id.certificates.title,
    moved: false,
    token: '00000000-0000-7000-8000-000000000000',
    booth: null,
    rows,
    page: 1,
    pages: rows.length > 0 ? 2 : 1,
    total: rows.length,
    archived: change.archived ?? 1,
    archive: change.archive ?? false,
    mayWrite: change.mayWrite ?? true,
    done: null,
  }
  return renderToStaticMarkup(createElement(StudioProducts))
}
const TO_ARCHIVE = 'href="/id/studio/products?list=archive"'

test('the list leads to what was put away, and only where something was, an empty shelf too', () => {
  expect(show({})).toContain(TO_ARCHIVE)
  expect(show({ archived: 0 })).not.toContain(TO_ARCHIVE)
})

test('each archived product comes back as a draft in one tap, whatever it lacks', () => {
  const html = show({ archive: true, rows: [row] })
  const form =
    html.match(/<form[^>]*>(?:(?!<form)[\s\S])*?name="to" value="draft"[\s\S]*?<\/form>/)?.[0] ?? ''
  expect(form).toContain('name="id" value="product-1"')
  expect(form).toContain(words.archive.bringBack)
  expect(html).not.toContain('value="published"')
  expect(html).toContain('href="/id/studio/products"')
  expect(html).toContain('/id/studio/products?list=archive&amp;page=2')
})

test('who only reads may look, and bring nothing back', () => {
  const html = show({ archive: true, mayWrite: false, rows: [row] })
  expect(html).toContain('Kopi lama')
  expect(html).not.toContain('value="draft"')
})

test('an empty archive says so', () => {
  expect(show({ archive: true, archived: 0 })).toContain(words.archive.emptyTitle)
})
