import { drawingUrl } from '~/domain/product/drawing-spec'

/**
 * A product's drawing. `alt` is empty where the name stands beside it.
 * `eager` for pictures above the fold; others load when they come near.
 */
export function Picture({ spec, alt = '', eager = false }: { spec: string; alt?: string; eager?: boolean }) {
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
