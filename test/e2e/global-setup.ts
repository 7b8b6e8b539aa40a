import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { startOutsideWorld } from '../setup/outside-world'
import { startProduct } from '../setup/product'

/** A port that is free now: links in messages have to be known before the product listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * Runs the built product with the sample edition of 500 booths for all journeys, as `npm start` does, and
 * the outside services that its messages go to (OUTSIDE_WORLD_URL: see `outsideWorldAt`).
 * E2E_BASE_URL: against a product that already runs instead.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'opop-e2e-'))
  const world = await startOutsideWorld()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const product = await startProduct({
    dataDir,
    env: {
      ...world.env,
      PORT: String(port),
      PUBLIC_URL: url,
      SAMPLE_WHATSAPP: '+6281200000000',
      WHATSAPP_DAILY_PEOPLE: '10000',
    },
    timeoutMs: 180_000,
  })
  await world.set({ webhookUrl: `${url}/webhooks/whatsapp` })
  await world.stripe.set({ webhookUrl: `${url}/webhooks/stripe` })
  // Playwright's workers get the environment as it is after this.
  process.env.E2E_BASE_URL = product.url
  process.env.E2E_DATA_DIR = dataDir
  process.env.OUTSIDE_WORLD_URL = world.whatsappUrl
  return async () => {
    await product.stop()
    await world.close()
    await fs.rm(dataDir, { recursive: true, force: true })
  }
}
