/** A photograph on its way from this page. */
export interface Sending {
  key: string
  /** As the file is called on the device. */
  name: string
  /** Address of its picture within this page. */
  preview: string
  /** 'line': the line is broken, it goes on by itself; 'sent': the server has all of it. */
  state: 'queued' | 'sending' | 'paused' | 'line' | 'failed' | 'refused' | 'sent'
  percent: number
  /** Of a refused one: a code of domain/photo/photo-problems.ts, or 'full'. */
  problem: string | null
  /** Of a sent one. */
  photoId: string | null
}

export type SendingChange = { key: string } & Partial<Omit<Sending, 'key'>>

/** Kinds that are taken; an iPhone makes JPEG of its own kind where that isn't among them. */
export const TAKEN_KINDS = 'image/jpeg,image/png,image/webp,image/avif'

/** What the list holds after a change; of one that was dropped meanwhile nothing comes back. */
export function changeSending(list: readonly Sending[], change: SendingChange): Sending[] {
  return list.map((one) => (one.key === change.key ? { ...one, ...change } : one))
}

/** The next ones that may go: so many at a time, in the order in which they were chosen. */
export function nextToSend(list: readonly Sending[], most: number): Sending[] {
  const going = list.filter(({ state }) => state === 'sending' || state === 'line').length
  return list.filter(({ state }) => state === 'queued').slice(0, Math.max(0, most - going))
}

/** Names what is sent to a gallery, so that the same file goes on where it broke, also after a reload. */
export function fingerprintOf(
  file: { name: string; size: number; type: string; lastModified: number },
  gallery: string,
): string {
  return `${galleryPrefix(gallery)}${[file.name, file.type, file.size, file.lastModified].join('|')}`
}

export function galleryPrefix(gallery: string): string {
  return `opop-photo|${gallery}|`
}
