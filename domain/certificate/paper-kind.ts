import { photoKind } from '../photo/photo-kind'

/** Readers of PDFs look for this so far in. */
const HEAD = 1024

/** Whether a file is a PDF, by its first bytes; one that begins as a picture is that. */
export function isPdf(bytes: Uint8Array): boolean {
  return (
    photoKind(bytes) === null && new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).includes('%PDF-')
  )
}
