import type { PhotoProblem } from './photo-problems'
import { MOST_PHOTO_BYTES } from './photo-view'

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'avif'

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

/** Brands of an ISO base media file: which of them is a picture that we can read, and which one that we can't. */
const AVIF_BRANDS = new Set(['avif', 'avis'])
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'])

/** What a file is by its first bytes; never by its name or by what whoever sent it says. */
export function photoKind(bytes: Uint8Array): PhotoKind | 'heic' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === 'PNG\r\n\x1a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 4, 8) === 'ftyp') {
    // The brands stand in the first box; 'mif1' says only that it is a picture, so all of them are read.
    const end = Math.min(bytes.length, 64, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0))
    const brands = [ascii(bytes, 8, 12)]
    for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4))
    if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'avif'
    if (brands.some((brand) => HEIC_BRANDS.has(brand))) return 'heic'
  }
  return null
}

/** What can be said of a file at once, before it is opened; null: it may be a photograph. */
export function problemAtSight(bytes: Uint8Array): PhotoProblem | null {
  if (bytes.length > MOST_PHOTO_BYTES) return 'too-many-bytes'
  const kind = photoKind(bytes)
  if (kind === 'heic') return 'heic'
  return kind === null ? 'not-a-photo' : null
}

/** Shorter sides than this many pixels show nothing. */
const LEAST_SIDE = 120
const MOST_RATIO = 8

/** What its header says of its size, in pixels; null: it can be shown. */
export function problemOfSize(
  { width, height }: { width: number; height: number },
  mostPixels: number,
): PhotoProblem | null {
  if (width * height > mostPixels) return 'too-many-pixels'
  const [short, long] = width < height ? [width, height] : [height, width]
  if (long > short * MOST_RATIO) return 'too-narrow'
  return short < LEAST_SIDE ? 'too-small' : null
}
