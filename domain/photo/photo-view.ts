import type { PhotoState } from '../shared/enums'
import { type FoundText, type Locale, type LocalizedText, localized } from '../shared/locale'

/** Widths in pixels that a ready photograph has, as far as its master is that wide; each as AVIF and WebP. */
export const PHOTO_WIDTHS = [160, 320, 640, 960, 1600] as const
export const PHOTO_FORMATS = ['avif', 'webp'] as const
export type PhotoFormat = (typeof PHOTO_FORMATS)[number]

/** The longest side of a master in pixels. */
export const MASTER_SIDE = 2560
/** What may be sent: bytes and pixels. */
export const MOST_PHOTO_BYTES = 15 * 1024 * 1024
export const MOST_PHOTO_PIXELS = 50_000_000
/** Photographs of one booth, and of one product. */
export const MOST_PHOTOS = 12

/** A ready photograph as pages show it. */
export interface PhotoView {
  /** Names its files: see `photoPath`. */
  hash: string
  /** Of its largest file, in pixels. */
  width: number
  height: number
  /** null: nobody has said what is to be seen; the caller says whose it is. */
  alt: FoundText | null
  isSample: boolean
}

/** A photograph in its own gallery, in whichever state. */
export interface OwnPhoto {
  id: string
  state: PhotoState
  /** A code of photo-problems.ts. */
  problem: string | null
  position: number
  version: number
  /** null until it is ready. */
  hash: string | null
  masterHash: string | null
  width: number | null
  height: number | null
  /** In ten-thousandths of its master. */
  crop: { x: number; y: number; width: number; height: number } | null
  alt: LocalizedText | null
}

/** The address of one of a photograph's files; never changes its content. */
export function photoPath(hash: string, width: number, format: PhotoFormat): string {
  return `/photos/${hash}/${width}.${format}`
}

/** Widths that its files have: those of PHOTO_WIDTHS up to its own, its own where it is narrower than the least. */
export function photoWidths(width: number): number[] {
  const smaller = PHOTO_WIDTHS.filter((one) => one <= width)
  return smaller.length > 0 ? smaller : [width]
}

/** Photographs as a query found them, with their texts in the reader's language or the nearest that they have. */
export function photoViews(
  rows: readonly (Omit<PhotoView, 'alt'> & { alt: LocalizedText | null })[],
  locale: Locale,
): PhotoView[] {
  return rows.map(({ alt, ...photo }) => ({ ...photo, alt: localized(alt, locale) }))
}

/** The address of its largest file that every browser shows. */
export function largestFile({ hash, width }: Pick<PhotoView, 'hash' | 'width'>): string {
  return photoPath(hash, photoWidths(width).at(-1) ?? width, 'webp')
}
