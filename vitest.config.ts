import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// `*.test.ts` are pure and quick; `*.int.test.ts` run on a real PostgreSQL, one database for each worker.
export default defineConfig({
  resolve: { alias: { '~': import.meta.dirname } },
  test: {
    // Left to itself a machine of two cores gets one; and who tests a database waits most of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.int.test.ts', 'node_modules/**', 'build/**', 'test/e2e/**'],
          // They prove behaviour, not speed: a busy machine is no failure.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude: ['node_modules/**', 'build/**'],
          globalSetup: ['test/setup/postgres.global.ts'],
          // Pages are rendered here by what serves them; React's development build takes three times as long.
          env: { NODE_ENV: 'production' },
          // A third fills the two cores while others wait for messages, deaths and time-outs.
          maxWorkers: Math.max(3, availableParallelism() - 1),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
