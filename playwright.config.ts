import { defineConfig } from '@playwright/test'

/** Journeys that leave booths, products and accounts as they found them. */
const AS_SEEDED = /\/(errors|hall|hall-[a-z-]+|menu|pages|search|transfer)\.spec\.ts$/

// Journeys in a real Chromium against the built product, which test/e2e/global-setup.ts starts on a free port.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // First those that only look at the sample as it was seeded, measure and compare it; then those that change it.
  projects: [
    { name: 'seeded', testMatch: AS_SEEDED },
    { name: 'changing', testMatch: '**/*.spec.ts', testIgnore: AS_SEEDED },
  ],
  // One set of pictures for every platform: what is compared is drawn in software, with the product's own fonts.
  snapshotPathTemplate: '{testDir}/golden/{arg}{ext}',
  globalSetup: './test/e2e/global-setup.ts',
  workers: 2,
  fullyParallel: false,
  // Software-drawn 3D on a busy machine can be late; a second try is reported as flaky, never hidden.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    browserName: 'chromium',
    launchOptions: {
      // scripts/ensure-chromium.ts finds it; without that, Debian's.
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // WebGL in software: machines that test have no GPU.
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        // What isn't the hall is painted sooner without it.
        '--disable-gpu-rasterization',
      ],
    },
    // Recording costs a journey as much again as the journey itself: where there is a second try, that one is recorded.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
