import type { LoaderFunctionArgs } from '@remix-run/node'

/**
 * Search engines may read all pages; not the ones that are a reader's own, and not the countless filtered
 * lists, whose goods the sitemap names.
 */
export function loader({ context }: LoaderFunctionArgs) {
  const text = `User-agent: *
Disallow: /*/shortlist
Disallow: /*/chat
Disallow: /*/inquiry
Disallow: /*/products?
Allow: /*/products?page=
Allow: /

Sitemap: ${context.publicUrl}/sitemap.xml
`
  return new Response(text, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
