import { isLocale, LOCALES, type Locale } from '~/domain/shared/locale'

/** The cookie that remembers the language last read. */
export const LOCALE_COOKIE = 'locale'

/** The reader's language: by cookie, then by Accept-Language (RFC 9110, 12.5.4), else Indonesian. */
export function preferredLocale(headers: Headers): Locale {
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(\\w+)`).exec(headers.get('cookie') ?? '')?.[1]
  if (isLocale(cookie)) return cookie
  const ranges = (headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const quality = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of ranges) {
    const primary = tag.split('-')[0]
    // 'in' is the old code for Indonesian that some Android phones still send.
    if (primary === 'in') return 'id'
    const found = LOCALES.find((locale) => locale === primary)
    if (found) return found
  }
  // Somebody whose languages we do not speak reads English sooner than Indonesian.
  return ranges.length > 0 ? 'en' : 'id'
}
