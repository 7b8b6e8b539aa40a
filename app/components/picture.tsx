import { drawingUrl } from '~/domain/product/drawing-spec'
import { Photo, type PhotoProps } from './photo'

interface PictureProps extends Partial<Pick<PhotoProps, 'photo' | 'sizes' | 'alt' | 'eager'>> {
  spec: string
}

/**
 * A product's photograph, or its drawing where it has none. `alt` is empty where the name stands beside it.
 * `eager` for pictures above the fold; others load when they come near. `sizes`: how wide a photograph is shown.
 */
export function Picture({ spec, photo, sizes = '72px', alt = '', eager = false }: PictureProps) {
  if (photo) return <Photo photo={photo} sizes={sizes} alt={alt} eager={eager} />
  return (
    <img
      src={drawingUrl(spec)}
      alt={alt}
      width={240}
      height={240}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}
