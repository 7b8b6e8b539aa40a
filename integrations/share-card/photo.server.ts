import sharp from 'sharp'

/** A photograph cut to a share card's place for it, as an address that its renderer reads: it knows no WebP. */
export async function cardPhoto(webp: Buffer, { width, height }: { width: number; height: number }) {
  const jpeg = await sharp(webp).resize(width, height, { fit: 'cover' }).jpeg({ quality: 82 }).toBuffer()
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}
