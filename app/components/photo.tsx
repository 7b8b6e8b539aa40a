import { type PhotoFormat, type PhotoView, photoPath, photoWidths } from '~/domain/photo/photo-view'

export interface PhotoProps {
  photo: Pick<PhotoView, 'hash' | 'width' | 'height'>
  /** How wide it is shown, as the attribute of the same name says it: '(min-width: 900px) 320px, 50vw'. */
  sizes: string
  /** Empty where what it shows stands beside it. */
  alt: string
  /** It is seen at once; others load when they come near. */
  eager?: boolean
  /** Loads before the other pictures: the one large picture of a page. */
  first?: boolean
}

/** A photograph in the size and the format that suit the reader's screen and browser; its place is kept free. */
export function Photo({ photo, sizes, alt, eager = false, first = false }: PhotoProps) {
  const { hash, width, height } = photo
  const widths = photoWidths(width)
  const files = (format: PhotoFormat) =>
    widths.map((one) => `${photoPath(hash, one, format)} ${one}w`).join(', ')
  return (
    // The picture's own box is none: what surrounds it sizes the image.
    <picture style={{ display: 'contents' }}>
      {/* Hidden: else it would be a cell of its own in a grid. */}
      <source hidden type="image/avif" srcSet={files('avif')} sizes={sizes} />
      <img
        // Before its sources: a browser that sees them first would fetch twice.
        loading={eager || first ? 'eager' : 'lazy'}
        sizes={sizes}
        srcSet={files('webp')}
        src={photoPath(hash, widths[Math.min(2, widths.length - 1)] ?? width, 'webp')}
        width={width}
        height={height}
        alt={alt}
        decoding="async"
        {...(first ? { fetchpriority: 'high' } : {})}
      />
    </picture>
  )
}
