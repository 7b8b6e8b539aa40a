import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photograph as a phone makes it: `width` by `height`, no two areas alike. */
export async function phonePhoto(
  width: number,
  height: number,
  { orientation, withPlace = false }: { orientation?: number; withPlace?: boolean } = {},
): Promise<Buffer> {
  const small = Buffer.alloc(64 * 48 * 3)
  for (let i = 0; i < small.length; i++) small[i] = (i * 2_654_435_761) >>> 24
  const picture = sharp(small, { raw: { width: 64, height: 48, channels: 3 } })
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .jpeg({ quality: 90 })
  if (withPlace)
    picture.withExif({
      IFD0: { Make: 'Telepon', Model: 'Contoh' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '7/1 12/1 3456/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '107/1 54/1 0/1',
      },
    })
  if (orientation) picture.withMetadata({ orientation })
  return picture.toBuffer()
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PNG of nothing but black, of one bit a pixel: a few kilobytes that unpack to as many pixels as one likes. */
export function blackPng(width: number, height: number, announced = { width, height }): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(announced.width, 0)
  header.writeUInt32BE(announced.height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An empty archive, which begins as archives do. */
export const ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])

export const SCRIPTED_SVG = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>',
)
