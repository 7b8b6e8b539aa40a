/** A part of a mail; texts hold no markup. The same shape as domain/message/rendered-message.ts writes. */
export type MailBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'code'; code: string }
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'small'; text: string }

export interface MailContent {
  subject: string
  /** What a list of mails shows after the subject. */
  preheader: string
  blocks: readonly MailBlock[]
  lang: string
  dir: 'ltr' | 'rtl'
}

const INK = '#241a30'
const INK_2 = '#5b4f63'
const FONT =
  "font-family:'Plus Jakarta Sans','Readex Pro',system-ui,-apple-system,'Segoe UI',Tahoma,sans-serif"

/** The mail as a page: tables and inline styles, as old mail programs want it; no picture is fetched. */
export function mailHtml(content: MailContent): string {
  const { subject, preheader, blocks, lang, dir } = content
  const start = dir === 'rtl' ? 'right' : 'left'
  const line = dir === 'rtl' ? '1.75' : '1.55'
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#fbf3e4">
<div style="display:none;max-height:0;overflow:hidden">${escaped(preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${dir}" style="background:#fbf3e4">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#fffcf6;text-align:${start};${FONT};font-size:16px;line-height:${line};color:${INK}">
<tr><td style="background:#35234d;color:#fff3dc;padding:14px 24px;border-bottom:3px solid #e3ae55;font-size:18px;font-weight:700"><bdi>OPOP Expo</bdi></td></tr>
<tr><td style="padding:24px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:${dir === 'rtl' ? '1.4' : '1.2'};font-weight:700">${escaped(subject)}</h1>
${blocks.map((block) => html(block, start)).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

function html(block: MailBlock, start: 'left' | 'right'): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${broken(block.text)}</p>`
    case 'code':
      return `<p dir="ltr" style="margin:0 0 16px;font-size:32px;font-weight:700;letter-spacing:6px;text-align:${start}"><bdi>${escaped(block.code)}</bdi></p>`
    case 'facts':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-top:2px solid ${INK}">
${block.rows
  .map(
    ({ label, value }) =>
      `<tr><td style="padding:8px 0;border-bottom:1px solid #e6d8bf;color:${INK_2};vertical-align:top;width:38%;text-align:${start}">${escaped(label)}</td><td style="padding:8px;border-bottom:1px solid #e6d8bf;vertical-align:top;text-align:${start}"><bdi>${broken(value)}</bdi></td></tr>`,
  )
  .join('\n')}
</table>`
    case 'button':
      return `<p style="margin:0 0 20px"><a href="${escaped(block.url)}" style="display:inline-block;background:#0e5f64;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 22px;border-radius:8px">${escaped(block.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;color:${INK_2};word-break:break-all"><bdi dir="ltr">${escaped(block.url)}</bdi></p>`
    case 'small':
      return `<p style="margin:16px 0 0;font-size:13px;color:${INK_2}">${broken(block.text)}</p>`
  }
}

/** The same for who reads plain text. */
export function mailText({ blocks }: Pick<MailContent, 'blocks'>): string {
  return `${blocks.map(plain).join('\n\n')}\n\nOPOP Expo\n`
}

function plain(block: MailBlock): string {
  switch (block.kind) {
    case 'code':
      return block.code
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'button':
      return `${block.label}:\n${block.url}`
    default:
      return block.text
  }
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
}

function broken(text: string): string {
  return escaped(text).replace(/\r?\n/g, '<br>')
}
