import type { LoaderFunctionArgs } from '@remix-run/node'
import { run } from '~/app/run.server'
import { readSitemap } from '~/domain/edition/read-sitemap.server'
import { sitemapIndex, urlSet } from './sitemap-xml'

/** Addresses without the language; three times as many URLs, far below the 50,000 and 50 MB of a file. */
const PER_PART = 2_000
const PAGES = ['', '/hall', '/products', '/business-matching', '/about']

/** The whole sitemap while it fits into one file, else the list of its parts (`?part=1`). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('part')
  const part = asked === null ? 1 : Number(asked)
  if (!Number.isInteger(part) || part < 1) throw new Response(null, { status: 404 })
  const { entries, total } = await run(() => readSitemap(context.context, { part, perPart: PER_PART }))
  const parts = Math.max(1, Math.ceil(total / PER_PART))
  if (part > parts) throw new Response(null, { status: 404 })
  const pages = part === 1 ? PAGES.map((path) => ({ path })) : []
  const xml =
    asked === null && parts > 1
      ? sitemapIndex(context.publicUrl, parts)
      : urlSet(context.publicUrl, [...pages, ...entries])
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
