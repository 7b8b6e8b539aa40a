import { drawGoods } from '../product/drawing'
import type { DrawingSpec } from '../product/drawing-spec'
import type { Locale } from '../shared/locale'
import type { ShelfPhoto } from '../shared/shelf'
import { type MeasureText, roughWidth, textAt, wrapText } from './share-card-text'

/** What a shared link's picture says; the words come from the reader's language. */
export interface ShareCard {
  locale: Locale
  /** The sign. */
  name: string
  nameArabic: string | null
  /** The product's name, or what the booth makes. */
  title: string
  /** 'IDR 128,000 / kg · minimum 20 kg'; null: not stated. */
  line: string | null
  /** 'Garut Regency'. */
  place: string | null
  /** 'Sample data'; null for real participants. */
  sample: string | null
  /** One to three; the rest isn't drawn. */
  drawings: readonly DrawingSpec[]
  /** In place of the drawings. */
  photo?: ShelfPhoto | undefined
}

/** Where a card shows a photograph: on the shelf, at the reader's start. */
export const CARD_PHOTO = { width: 504, height: 368, y: 180 } as const

export const SHARE_CARD = { width: 1200, height: 630 } as const
/** Raise when the card's look changes: pictures are kept by address. */
export const SHARE_CARD_VERSION = 2

const MARGIN = 64
const SIGN_HEIGHT = 148
const BOARD = 548
const TEXT_WIDTH = 560

/**
 * The card as SVG of 1200 × 630: the booth's fascia with both scripts, the lamp's line, goods on the shelf,
 * name, price and place beside them. `photo`: the address of the picture that stands for the goods, if any. Mirrored for Arabic. Pure; the fonts, and so the widths of texts, are the renderer's.
 */
export function shareCardSvg(card: ShareCard, measure: MeasureText, photo: string | null = null): string {
  const { width, height } = SHARE_CARD
  const right = card.locale === 'ar'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<defs><radialGradient id="wall" cx="${right ? 0.7 : 0.3}" cy=".1" r="1"><stop offset="0" stop-color="#fff9df"/><stop offset=".5" stop-color="#fbf3e4"/><stop offset="1" stop-color="#f0dcb8"/></radialGradient></defs>
<path d="M0 0h${width}v${height}H0z" fill="url(#wall)"/>${board()}${photo ? picture(photo, right) : goods(card.drawings, right)}${words(card, right, measure)}${sign(card, right, measure)}${brand(right, measure)}
</svg>`
}

function board(): string {
  return `<path d="M0 ${BOARD}h1200v82H0z" fill="#8a5a33"/><path d="M0 ${BOARD}h1200v9H0z" fill="#b9824d"/><path d="M0 616h1200v14H0z" fill="#5f3a1e"/>`
}

function picture(photo: string, right: boolean): string {
  const { width, height, y } = CARD_PHOTO
  const x = right ? 1200 - MARGIN - width : MARGIN
  return `<path d="M${x - 8} ${y - 8}h${width + 16}v${height + 8}h-${width + 16}z" fill="#fffcf6"/><image x="${x}" y="${y}" width="${width}" height="${height}" href="${photo}"/>`
}

function goods(drawings: readonly DrawingSpec[], right: boolean): string {
  const shown = drawings.slice(0, 3)
  if (shown.length === 0) return lamp(right)
  const scale = shown.length > 1 ? 1.32 - shown.length * 0.14 : 1.95
  const step = shown.length > 1 ? 540 / shown.length : 0
  const middle = right ? 1200 - 304 : 304
  return shown
    .map((spec, at) => {
      const x = middle + (at - (shown.length - 1) / 2) * step - 120 * scale
      return `<g transform="translate(${x.toFixed(1)} ${(BOARD + 4 - 210 * scale).toFixed(1)}) scale(${scale.toFixed(3)})">${drawGoods(spec, false)}</g>`
    })
    .join('')
}

/** Nothing is known of its goods: a lamp over the bare shelf. */
function lamp(right: boolean): string {
  return `<g transform="translate(${right ? 1200 - 304 : 304} 156)"><path d="M0 0v74" stroke="#5f3a1e" stroke-width="5"/><ellipse cy="250" rx="230" ry="150" fill="#fff0b3" opacity=".45"/><path d="M-70 152Q-62 74 0 74T70 152z" fill="#35234d"/><path d="M-70 152h140" stroke="#e3ae55" stroke-width="7"/><circle cy="166" r="17" fill="#fff0b3"/></g>`
}

function sign({ name, nameArabic }: ShareCard, right: boolean, measure: MeasureText): string {
  const half = (1200 - MARGIN * 3) / 2
  const room = nameArabic ? half : 1200 - MARGIN * 2
  const written = (text: string, atStart: boolean) => {
    const end = right === atStart
    const at = end
      ? ({ x: 1200 - MARGIN, anchor: 'end' } as const)
      : ({ x: MARGIN, anchor: 'start' } as const)
    return textAt(text, { ...at, y: 92, size: 52, room, fill: '#fff3dc' }, measure)
  }
  // The reader's script comes first.
  const [first, second] = right && nameArabic ? [nameArabic, name] : [name, nameArabic]
  const names = written(first, true) + (second ? written(second, false) : '')
  return `<path d="M0 0h1200v${SIGN_HEIGHT}H0z" fill="#35234d"/><path d="M0 ${SIGN_HEIGHT - 6}h1200v6H0z" fill="#e3ae55"/><path d="M0 ${SIGN_HEIGHT}h1200v8H0z" fill="#fff0b3"/>${names}`
}

function words({ title, line, place, sample }: ShareCard, right: boolean, measure: MeasureText): string {
  const x = right ? MARGIN + TEXT_WIDTH : 1200 - MARGIN - TEXT_WIDTH
  const anchor = right ? 'end' : 'start'
  const lines = wrapText(title, TEXT_WIDTH, 3, (text) => roughWidth(text, 52))
  const parts: string[] = []
  let y = 250 - (lines.length - 1) * 14
  for (const text of lines) {
    parts.push(textAt(text, { x, anchor, y, size: 52, room: TEXT_WIDTH, fill: '#241a30' }, measure))
    y += right ? 72 : 62
  }
  if (line) {
    y += 4
    parts.push(textAt(line, { x, anchor, y, size: 34, room: TEXT_WIDTH, fill: '#0e5f64' }, measure))
    y += 56
  }
  if (place) {
    const at = { x, anchor, y, size: 28, room: TEXT_WIDTH, fill: '#5b4f63', plain: true } as const
    parts.push(textAt(place, at, measure))
    y += 30
  }
  if (sample) {
    const width = Math.round(roughWidth(sample, 24) + 44)
    const left = right ? x - width : x
    const at = { x: left + width / 2, y: y + 32, size: 24, room: width - 24, fill: '#5b4f63' }
    parts.push(
      `<rect x="${left}" y="${y}" width="${width}" height="46" rx="6" fill="#fffcf6" stroke="#8c7b66" stroke-width="2" stroke-dasharray="7 5"/>`,
      textAt(sample, { ...at, anchor: 'middle' }, measure),
    )
  }
  return parts.join('')
}

/** The mark and the exhibition's name, cut into the board. */
function brand(right: boolean, measure: MeasureText): string {
  const x = right ? MARGIN : 1200 - MARGIN - 214
  return `<g transform="translate(${x} 566) scale(1.3)"><path d="M14.6 1.5L18.4 8M21.4 1.5L17.6 8" stroke="#ffd98a" stroke-width="2" stroke-linecap="round"/><path d="M18 6.2l8.4 7.3 9.1 2.6-1 2.9H1.5l-1-2.9 9.1-2.6z" fill="#ffd98a"/><path d="M4 22.2h28" stroke="#fff0b3" stroke-width="3.2"/><path d="M7.5 24.5V31M28.5 24.5V31" stroke="#ffd98a" stroke-width="2.2" stroke-linecap="round"/></g>${textAt('OPOP Expo', { x: x + 60, anchor: 'start', y: 600, size: 30, room: 180, fill: '#fff3dc' }, measure)}`
}
