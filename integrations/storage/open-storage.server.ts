import path from 'node:path'
import type { Env } from '~/config/env.server'
import { openDiskStorage } from './disk-storage.server'
import { openS3Storage } from './s3-storage.server'
import type { Storage } from './storage'

/** The store that the environment chooses: a folder in DATA_DIR, or a bucket. */
export function openStorage(env: Env): Storage {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  if (S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY)
    return openS3Storage({
      endpoint: env.S3_ENDPOINT,
      region: env.S3_REGION,
      bucket: S3_BUCKET,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
      prefix: env.S3_PREFIX,
    })
  return openDiskStorage(path.join(env.dataDir, 'files'))
}
