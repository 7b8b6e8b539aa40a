import type { Env } from '~/config/env.server'
import { migrateDatabase } from '~/db/migrate.server'

export interface PrepareOptions {
  /** Size of the sample edition in an empty database; by default the 500 booths of 2020. */
  booths: number | undefined
  say: (line: string) => void
}

/** Brings the database at `url` to the newest schema. */
export async function prepareDatabase(url: string, _env: Env, _options: PrepareOptions): Promise<void> {
  await migrateDatabase(url)
}
