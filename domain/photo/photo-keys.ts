import type { PhotoFormat } from './photo-view'

/** Where the files of photographs lie in the store, see integrations/storage/storage.ts. */
export const SENT = 'sent/'
export const MASTERS = 'masters/'
export const SIZES = 'photos/'

export const sentKey = (uploadId: string) => `${SENT}${uploadId}`
export const masterKey = (masterHash: string) => `${MASTERS}${masterHash}.webp`
export const sizeKey = (hash: string, width: number, format: PhotoFormat) =>
  `${SIZES}${hash}/${width}.${format}`
