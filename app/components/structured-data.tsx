import { jsonLd } from '../page-meta'

/** A page's facts for search engines. */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose every '<' is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(data) }} />
}
