/** Where films of pesantren are found: a name for the page, and which addresses are theirs. */
const HOSTS: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'tiktok.com': 'TikTok',
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'fb.watch': 'Facebook',
}
/** In the order in which a form names them. */
export const VIDEO_HOSTS = [...new Set(Object.values(HOSTS))]

export type VideoProblem = 'video-wrong' | 'video-host'

/**
 * An address of a film as somebody pasted it, as the page will lead to it: https, of a known host, without what
 * follows who shared it. Nothing of it is ever embedded: it is a link that one taps.
 */
export function videoLink(typed: string): { url: string } | { problem: VideoProblem } {
  const text = typed.trim()
  let url: URL
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
  } catch {
    return { problem: 'video-wrong' }
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'video-wrong' }
  // Who reads 'youtube.com@elsewhere.example' would think it leads to YouTube.
  if (url.username || url.password || url.port) return { problem: 'video-wrong' }
  const host = hostOf(url)
  if (!host) return { problem: 'video-host' }
  if (url.pathname === '/' && !url.search) return { problem: 'video-wrong' }
  url.protocol = 'https:'
  url.hash = ''
  for (const name of [...url.searchParams.keys()])
    if (/^(utm_|si$|igsh|fbclid|feature$|_[rt]$|is_from)/.test(name)) url.searchParams.delete(name)
  return { url: url.href }
}

/** The name of the host that a link leads to; null: it is none of ours. */
export function videoHost(url: string): string | null {
  try {
    const host = hostOf(new URL(url))
    return host ? (HOSTS[host] ?? null) : null
  } catch {
    return null
  }
}

function hostOf({ hostname }: URL): string | null {
  const bare = hostname.toLowerCase().replace(/^(www|m|vt|vm|web)\./, '')
  return Object.hasOwn(HOSTS, bare) ? bare : null
}
