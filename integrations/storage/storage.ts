/** What is kept outside the database: photographs and papers, by key. */
export interface StoredFile {
  body: Buffer
  contentType: string
}

/**
 * A place for files: a folder of this machine, or any S3-compatible store. Keys are made by us, never of what
 * somebody typed: 'sent/<upload id>' (until the worker has been at it), 'masters/<hash>.webp',
 * 'photos/<hash>/<width>.<avif|webp>', 'papers/<hash>/<page>.webp'. What lies under a hash never changes.
 */
export interface Storage {
  /** Writes a file whole or not at all; over one of the same key. */
  put(key: string, file: StoredFile): Promise<void>
  /** null: there is none. */
  get(key: string): Promise<StoredFile | null>
  /** What isn't there is no error. */
  remove(keys: readonly string[]): Promise<void>
  /** All keys that begin with it, and when each was last written. */
  list(prefix: string): AsyncIterable<{ key: string; writtenAt: Date }>
}
