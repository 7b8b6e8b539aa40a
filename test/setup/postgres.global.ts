import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may create databases, and the migrated one that they are cloned from. */
    postgres: { url: string; template: string }
  }
}

/**
 * One real PostgreSQL for all integration tests: TEST_DATABASE_URL (whose user may create databases),
 * else the embedded one without fsync. The schema is migrated once; tests clone it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const directory = given ? null : await fs.mkdtemp(path.join(os.tmpdir(), 'opop-test-'))
  const embedded = directory ? await startEmbeddedPostgres({ dataDir: directory, durable: false }) : null
  const url = embedded?.url ?? given ?? ''

  const template = `opop_template_${process.pid}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`drop database if exists ${template}`)
  await admin.unsafe(`create database ${template}`)
  const templateUrl = new URL(url)
  templateUrl.pathname = `/${template}`
  await migrateDatabase(templateUrl.href)
  project.provide('postgres', { url, template })

  return async () => {
    if (!embedded) await admin.unsafe(`drop database if exists ${template} with (force)`)
    await admin.end()
    await embedded?.stop()
    if (directory) await fs.rm(directory, { recursive: true, force: true })
  }
}
