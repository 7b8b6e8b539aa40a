import type { Storage, StoredFile } from './storage'

export interface S3Settings {
  /** Of another provider, as https://s3.example.org; unset: Amazon's own of the region. */
  endpoint?: string | undefined
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** Before each key, so that a bucket can be shared. */
  prefix: string
}

/** What one request may delete (S3's own limit). */
const MOST_DELETED = 1_000
const UNKNOWN = 'application/octet-stream'

/** Files in a bucket of any store that speaks S3's language. The bucket needs no public access: we serve the files. */
export function openS3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket, prefix } = settings
  // Only where there is a bucket: the library is large.
  const opening = import('@aws-sdk/client-s3').then((sdk) => ({
    ...sdk,
    client: new sdk.S3Client({
      region: settings.region,
      ...(settings.endpoint ? { endpoint: settings.endpoint, forcePathStyle: true } : {}),
      credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
      maxAttempts: 3,
      // Other stores than Amazon's know only what each request always had.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    }),
  }))

  return {
    async put(key: string, { body, contentType }: StoredFile): Promise<void> {
      const { client, PutObjectCommand } = await opening
      await client.send(
        new PutObjectCommand({ Bucket, Key: prefix + key, Body: body, ContentType: contentType }),
      )
    },

    async get(key: string): Promise<StoredFile | null> {
      const { client, GetObjectCommand, NoSuchKey } = await opening
      try {
        const found = await client.send(new GetObjectCommand({ Bucket, Key: prefix + key }))
        const body = await found.Body?.transformToByteArray()
        return { body: Buffer.from(body ?? []), contentType: found.ContentType ?? UNKNOWN }
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },

    async remove(keys: readonly string[]): Promise<void> {
      const { client, DeleteObjectsCommand } = await opening
      for (let first = 0; first < keys.length; first += MOST_DELETED) {
        const Objects = keys.slice(first, first + MOST_DELETED).map((key) => ({ Key: prefix + key }))
        const { Errors } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        )
        // The answer is a yes even when not one of them went.
        if (Errors?.length) throw new Error(`the store kept ${Errors.length} files: ${Errors[0]?.Code}`)
      }
    },

    async *list(under: string) {
      const { client, ListObjectsV2Command } = await opening
      let ContinuationToken: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, Prefix: prefix + under, ContinuationToken }),
        )
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key && LastModified) yield { key: Key.slice(prefix.length), writtenAt: LastModified }
        }
        ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined
      } while (ContinuationToken)
    },
  }
}
