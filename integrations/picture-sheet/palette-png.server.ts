import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

const compress = promisify(deflate)
/** A fiftieth larger than the strongest, for a seventh of its time. */
const LEVEL = 7

/**
 * A small PNG: only so many colours, the ones that serve the picture best. Drawings have few colours and long
 * runs of one, so this is a sixth of a PNG in full colour.
 */
export async function palettePng(
  /** RGBA, row by row. What is less than half opaque becomes wholly transparent. */
  pixels: Uint8Array,
  width: number,
  height: number,
  /** The transparent one included; 256 at most. */
  colours: number,
): Promise<Buffer> {
  const counts = countColours(pixels)
  const present = keysIn(counts)
  const palette = choosePalette(
    present.map((key) => ({ ...colourOf(key), count: counts[key] ?? 0 })),
    colours - 1,
  )
  // Where the counts were, now stand the colours; the first one is the transparent one.
  for (const key of present) counts[key] = 1 + nearestIn(palette, key)
  // Each row begins with its filter; indices compress best without one.
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      if (isOpaque(pixels, i)) rows[y * (width + 1) + x + 1] = counts[keyOf(pixels, i)] ?? 0
  return png(width, height, palette, await compress(rows, { level: LEVEL }))
}

interface Colour {
  r: number
  g: number
  b: number
}
interface Counted extends Colour {
  count: number
}

function isOpaque(pixels: Uint8Array, i: number): boolean {
  return (pixels[i * 4 + 3] ?? 0) >= 128
}

/** Colours are told apart to six bits a channel: finer differences nobody sees on a wall. */
function keyOf(pixels: Uint8Array, i: number): number {
  const at = i * 4
  return (((pixels[at] ?? 0) >> 2) << 12) | (((pixels[at + 1] ?? 0) >> 2) << 6) | ((pixels[at + 2] ?? 0) >> 2)
}

function countColours(pixels: Uint8Array): Uint32Array {
  const counts = new Uint32Array(1 << 18)
  for (let i = 0; i < pixels.length / 4; i++) {
    if (!isOpaque(pixels, i)) continue
    const key = keyOf(pixels, i)
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

function keysIn(counts: Uint32Array): number[] {
  const keys: number[] = []
  for (let key = 0; key < counts.length; key++) if (counts[key]) keys.push(key)
  return keys
}

/** Six bits as eight, so that black stays black and white white. */
function colourOf(key: number): Colour {
  const wide = (six: number) => (six << 2) | (six >> 4)
  return { r: wide((key >> 12) & 63), g: wide((key >> 6) & 63), b: wide(key & 63) }
}

/** Median cut: the box whose colours differ most is divided until there are enough. */
function choosePalette(all: Counted[], most: number): Colour[] {
  const boxes = all.length > 0 ? [measure(all)] : []
  while (boxes.length < most) {
    let worst = 0
    for (let i = 1; i < boxes.length; i++) if ((boxes[i]?.error ?? 0) > (boxes[worst]?.error ?? 0)) worst = i
    const box = boxes[worst]
    if (!box || box.error <= 0) break
    boxes.splice(worst, 1, ...divide(box))
  }
  return boxes.map((box) => box.mean)
}

interface Box {
  colours: Counted[]
  mean: Colour
  /** The channel in which the colours differ most. */
  axis: keyof Colour
  /** The sum of squared distances from the mean along that channel. */
  error: number
}

function measure(colours: Counted[]): Box {
  let [n, r, g, b] = [0, 0, 0, 0]
  for (const colour of colours) {
    n += colour.count
    r += colour.r * colour.count
    g += colour.g * colour.count
    b += colour.b * colour.count
  }
  const mean = { r: r / n, g: g / n, b: b / n }
  const spread = { r: 0, g: 0, b: 0 }
  for (const colour of colours)
    for (const axis of ['r', 'g', 'b'] as const)
      spread[axis] += colour.count * (colour[axis] - mean[axis]) ** 2
  const axis = spread.r >= spread.g && spread.r >= spread.b ? 'r' : spread.g >= spread.b ? 'g' : 'b'
  const rounded = { r: Math.round(mean.r), g: Math.round(mean.g), b: Math.round(mean.b) }
  return { colours, mean: rounded, axis, error: colours.length > 1 ? spread[axis] : 0 }
}

/** Divides at the mean: long tails of few pixels get boxes of their own. */
function divide({ colours, mean, axis }: Box): [Box, Box] {
  const sorted = [...colours].sort((a, b) => a[axis] - b[axis])
  let cut = sorted.findIndex((colour) => colour[axis] > mean[axis])
  cut = Math.min(sorted.length - 1, Math.max(1, cut))
  return [measure(sorted.slice(0, cut)), measure(sorted.slice(cut))]
}

function nearestIn(palette: readonly Colour[], key: number): number {
  const { r, g, b } = colourOf(key)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < palette.length; i++) {
    const colour = palette[i]
    if (!colour) break
    const away = (colour.r - r) ** 2 + (colour.g - g) ** 2 + (colour.b - b) ** 2
    if (away < least) {
      best = i
      least = away
    }
  }
  return best
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function png(width: number, height: number, palette: readonly Colour[], data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, indices into a palette.
  header.set([8, 3, 0, 0, 0], 8)
  const entries = Buffer.from([0, 0, 0, ...palette.flatMap(({ r, g, b }) => [r, g, b])])
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('tRNS', Buffer.from([0])),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(named.length + 8)
  frame.writeUInt32BE(data.length, 0)
  named.copy(frame, 4)
  frame.writeUInt32BE(crc(named), named.length + 4)
  return frame
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** Node 20 has none of its own in `zlib`. */
function crc(data: Buffer): number {
  let c = 0xffffffff
  for (const byte of data) c = (CRC[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
