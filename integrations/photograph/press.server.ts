import sharp, { type Sharp } from 'sharp'

// One photograph at a time on one thread: the house has other things to do, and a cheap machine little memory.
sharp.concurrency(1)
sharp.cache(false)
// Of all that the library can open (SVG, PDF, TIFF, GIF …) only what phones and editors make of a photograph.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
})

/** Seconds that one picture may take; real ones take two or three. */
const MOST_SECONDS = 60
const MASTER_QUALITY = 88
/** What looks like the WebP of a size in half its bytes costs AVIF this much time and no more. */
const AVIF = { quality: 50, effort: 3 } as const
const WEBP = { quality: 76, effort: 4 } as const

export interface Pressed {
  body: Buffer
  width: number
  height: number
}

/** The file is no whole picture, or none that can be opened. */
export class Unreadable extends Error {}

function open(bytes: Buffer, mostPixels: number): Sharp {
  return sharp(bytes, {
    limitInputPixels: mostPixels,
    // Row by row, where the format lets it: a picture never stands in memory whole.
    sequentialRead: true,
    // Cameras write odd headers; what ends in the middle or makes no sense is refused.
    failOn: 'error',
    pages: 1,
  })
}

/** What its header says: pixels as it is to be seen. @throws Unreadable. */
export async function pictureSize(
  bytes: Buffer,
  mostPixels: number,
): Promise<{ width: number; height: number }> {
  try {
    // The header of a bomb may be read: whether that many pixels are too many is for the caller to say.
    const { autoOrient } = await sharp(bytes, {
      limitInputPixels: false,
      failOn: 'error',
      pages: 1,
    }).metadata()
    return { width: autoOrient.width, height: autoOrient.height }
  } catch (error) {
    throw new Unreadable(`no header within ${mostPixels} pixels`, { cause: error })
  }
}

/**
 * A picture made anew as WebP: upright, in the web's colours, on white, without a camera's notes (where it was
 * taken!), its longer side no longer than `side`. @throws Unreadable.
 */
export async function pressMaster(
  bytes: Buffer,
  { side, mostPixels }: { side: number; mostPixels: number },
): Promise<Pressed> {
  try {
    const { data, info } = await open(bytes, mostPixels)
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .webp({ quality: MASTER_QUALITY, effort: 3 })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer({ resolveWithObject: true })
    return { body: data, width: info.width, height: info.height }
  } catch (error) {
    throw new Unreadable('the picture is not whole', { cause: error })
  }
}

/** A part of a master, `width` pixels wide, as the page needs it. */
export async function pressSize(
  master: Buffer,
  {
    region,
    width,
    format,
  }: {
    region: { left: number; top: number; width: number; height: number }
    width: number
    format: 'avif' | 'webp'
  },
): Promise<Pressed> {
  const resized = sharp(master, { sequentialRead: true }).extract(region).resize({ width })
  const encoded = format === 'avif' ? resized.avif(AVIF) : resized.webp(WEBP)
  const { data, info } = await encoded
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer({ resolveWithObject: true })
  return { body: data, width: info.width, height: info.height }
}

/** A square of a picture as PNG, cut at its longer sides: for the hall's sheet. */
export function pressSquare(picture: Buffer, side: number): Promise<Buffer> {
  return sharp(picture, { sequentialRead: true })
    .resize({ width: side, height: side, fit: 'cover' })
    .png({ compressionLevel: 3 })
    .toBuffer()
}
