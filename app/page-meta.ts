import type { MetaDescriptor } from '@remix-run/node'
import { isLocale, LOCALES, type Locale } from '~/domain/shared/locale'

/** What a `meta` function gets that this file reads. */
interface MetaArgs {
  params: Readonly<Record<string, string | undefined>>
  matches: readonly ({ id: string; data?: unknown } | undefined)[]
}

export interface PageMeta {
  title: string
  /** One or two sentences, best below 160 characters; longer is cut at a word. */
  description: string
  /** Without the locale: '/booths/al-ittihad-24'; '/' for the home page. */
  path: string
  /** The picture that is shown where the address is shared: an absolute path on this site, 1200 × 630. */
  image?: { path: string; alt: string }
  type?: 'website' | 'article' | 'product'
  /** Keeps the page out of search engines: a form, a reader's own list. */
  noIndex?: boolean
}

const OPEN_GRAPH_LOCALES: Record<Locale, string> = { id: 'id_ID', en: 'en_GB', ar: 'ar_AR' }
const SITE = 'OPOP Expo'
const DESCRIPTION_LENGTH = 200

/** The reader's language, from the address. */
export function metaLocale({ params }: Pick<MetaArgs, 'params'>): Locale {
  return isLocale(params.locale) ? params.locale : 'id'
}

/** Scheme and host by which people reach the product; empty on the page of an error above the root. */
export function metaPublicUrl({ matches }: Pick<MetaArgs, 'matches'>): string {
  const root = matches.find((match) => match?.id === 'root')?.data as { publicUrl?: string } | undefined
  return root?.publicUrl ?? ''
}

/**
 * Title, description, canonical address, the same page in the other languages, Open Graph and Twitter.
 * For a route's `meta`: `export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, { … })`.
 */
export function pageMeta(args: MetaArgs, page: PageMeta): MetaDescriptor[] {
  const locale = metaLocale(args)
  const publicUrl = metaPublicUrl(args)
  const rest = page.path === '/' ? '' : page.path
  const url = `${publicUrl}/${locale}${rest}`
  const title = page.title.includes(SITE) ? page.title : `${page.title} · ${SITE}`
  const description = shorten(page.description)
  const tags: MetaDescriptor[] = [
    { title },
    { name: 'description', content: description },
    { property: 'og:site_name', content: SITE },
    { property: 'og:type', content: page.type ?? 'website' },
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: url },
    { property: 'og:locale', content: OPEN_GRAPH_LOCALES[locale] },
    { name: 'twitter:card', content: page.image ? 'summary_large_image' : 'summary' },
  ]
  if (page.image) {
    tags.push(
      { property: 'og:image', content: publicUrl + page.image.path },
      { property: 'og:image:width', content: '1200' },
      { property: 'og:image:height', content: '630' },
      { property: 'og:image:alt', content: page.image.alt },
    )
  }
  if (page.noIndex) {
    tags.push({ name: 'robots', content: 'noindex' })
    return tags
  }
  tags.push({ tagName: 'link', rel: 'canonical', href: url })
  for (const other of LOCALES) {
    tags.push({
      tagName: 'link',
      rel: 'alternate',
      hrefLang: other,
      href: `${publicUrl}/${other}${rest}`,
    })
  }
  // A bare address goes on in the reader's language.
  tags.push({ tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: `${publicUrl}${rest || '/'}` })
  return tags
}

/**
 * Structured data (https://schema.org) for search engines, as a data block, which the content security
 * policy lets through: it is never run. `<` is escaped, so that no text can end the block.
 */
export function jsonLd(data: Record<string, unknown>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
}

function shorten(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH) return text
  const cut = text.slice(0, DESCRIPTION_LENGTH - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), DESCRIPTION_LENGTH / 2))}…`
}
