import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startProduct } from '../setup/product'

/**
 * Runs the built product with the sample edition of 500 booths for all journeys, as `npm start` does.
 * E2E_BASE_URL: against a product that already runs instead.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'opop-e2e-'))
  const product = await startProduct({
    dataDir,
    env: { SAMPLE_WHATSAPP: '+6281200000000' },
    timeoutMs: 180_000,
  })
  // Playwright's workers get the environment as it is after this.
  process.env.E2E_BASE_URL = product.url
  process.env.E2E_DATA_DIR = dataDir
  return async () => {
    await product.stop()
    await fs.rm(dataDir, { recursive: true, force: true })
  }
}
