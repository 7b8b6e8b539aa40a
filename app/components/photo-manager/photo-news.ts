import type { OwnPhoto } from '~/domain/photo/photo-view'

/** What has become of something that was asked of a gallery. */
export const PHOTO_NEWS = [
  'sent',
  'nothing',
  'full',
  'moved',
  'removed',
  'restored',
  'described',
  'cropped',
  'changed',
  'gone',
  'too-long',
] as const
export interface PhotoNews {
  kind: (typeof PHOTO_NEWS)[number]
  /** The photograph that it is about. */
  id: string | null
}

export function photoNews(kind: PhotoNews['kind'], id: string | null = null): PhotoNews {
  return { kind, id }
}

/** What the address says of it; null: nothing. */
export function readPhotoNews(query: URLSearchParams): PhotoNews | null {
  const kind = PHOTO_NEWS.find((one) => one === query.get('news'))
  return kind ? photoNews(kind, query.get('id')) : null
}

/** Whether something didn't go as it was asked for. */
export function isTrouble({ kind }: PhotoNews): boolean {
  return ['nothing', 'full', 'changed', 'gone', 'too-long'].includes(kind)
}

/** How many times as wide as high a photograph is before it is cut. */
export function wholeRatio({ width, height, crop }: Pick<OwnPhoto, 'width' | 'height' | 'crop'>): number {
  if (!width || !height) return 1
  return crop ? width / crop.width / (height / crop.height) : width / height
}
