import { LOCALES } from '~/domain/shared/locale'

export interface SitemapEntry {
  /** Without the language: '/booths/al-ittihad-24', '' for the home page. */
  path: string
  updatedAt?: Date
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Every page in every language, each with its sisters (https://www.sitemaps.org, hreflang as Google reads it). */
export function urlSet(publicUrl: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, updatedAt }) => {
    const address = (locale: string) => escapeXml(`${publicUrl}/${locale}${path}`)
    const sisters = LOCALES.map(
      (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`,
    ).join('')
    const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : ''
    return LOCALES.map((locale) => `<url><loc>${address(locale)}</loc>${changed}${sisters}</url>`).join('\n')
  })
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

/** The list of the parts of a sitemap that is too long for one file. */
export function sitemapIndex(publicUrl: string, parts: number): string {
  const maps = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${escapeXml(`${publicUrl}/sitemap.xml?part=${index + 1}`)}</loc></sitemap>`,
  )
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${maps.join('\n')}\n</sitemapindex>\n`
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}
