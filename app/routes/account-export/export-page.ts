import { fill } from '~/app/i18n/fill'
import { formatTime, formatWeekday } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { EXPORT_SECTIONS, type ExportValue, type PersonalExport } from '~/domain/account/export-view'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import type { Locale } from '~/domain/shared/locale'

type Words = PageWords['me']['exported']

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

/** As attributes: the policy of pages lets no style element through, and a kept file has to look the same. */
const STYLE = {
  body: 'font:16px/1.55 system-ui,sans-serif;color:#241a30;background:#fffcf6;margin:0',
  main: 'max-width:900px;margin:0 auto;padding:24px 16px',
  h2: 'margin:32px 0 0;padding-bottom:4px;border-bottom:2px solid #241a30;font-size:20px',
  row: 'margin:0;padding:12px 0;border-bottom:1px solid #e6d8bf',
  field: 'display:flex;flex-wrap:wrap;gap:0 16px',
  name: 'color:#5b4f63;flex:0 0 180px',
  value: 'margin:0;flex:1 1 200px;min-width:0;overflow-wrap:anywhere',
}

/**
 * The same content as the JSON, as one page that needs nothing else: it can be kept and printed. Times are the
 * hall's.
 */
export function exportPage(
  exported: PersonalExport,
  { locale, words }: { locale: Locale; words: Words },
): string {
  const sections = EXPORT_SECTIONS.map((section) => {
    const rows = exported.sections[section].map((row) => {
      const fields = Object.entries(row).map(
        ([name, value]) =>
          `<div style="${STYLE.field}"><dt style="${STYLE.name}">${escaped(labelOf(name, words))}</dt>` +
          `<dd style="${STYLE.value}"><bdi>${escaped(shown(value, words, locale))}</bdi></dd></div>`,
      )
      return `<dl style="${STYLE.row}">${fields.join('\n')}</dl>`
    })
    const body = rows.length > 0 ? rows.join('\n') : `<p>${escaped(words.nothing)}</p>`
    return `<section><h2 style="${STYLE.h2}">${escaped(words.sections[section])}</h2>\n${body}</section>`
  })
  return `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escaped(words.title)}</title>
</head>
<body style="${STYLE.body}">
<main style="${STYLE.main}">
<h1>${escaped(words.title)}</h1>
<p>${escaped(fill(words.at, { time: shown(exported.exportedAt, words, locale) }))}</p>
${sections.join('\n')}
</main>
</body>
</html>
`
}

function labelOf(name: string, words: Words): string {
  return name in words.fields ? words.fields[name as keyof Words['fields']] : name
}

function shown(value: ExportValue, words: Words, locale: Locale): string {
  if (value === null) return '–'
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string' && INSTANT.test(value)) {
    const date = new Date(value)
    return `${formatWeekday(date, locale, HALL_ZONE)}, ${formatTime(date, locale, HALL_ZONE)} WIB`
  }
  return typeof value === 'string' && value.startsWith('{') ? inLine(value) : String(value)
}

/** What is nested, as 'name: value', without the brackets; somebody's own words that only begin like it stay. */
function inLine(text: string): string {
  try {
    const parsed = JSON.parse(text) as Record<string, unknown>
    return Object.entries(parsed)
      .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
      .join(' · ')
  } catch {
    return text
  }
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
