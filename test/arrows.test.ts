import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const root = path.join(import.meta.dirname, '..')
const config = path.join(root, '.dependency-cruiser.cjs')
const { forbidden } = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)(config))

/** What may be imported in the fixture tree; none of these files imports anything. */
const TARGETS = [
  'app/components/sign.ts',
  'app/routes/booth/part.ts',
  'db/thing.server.ts',
  'domain/booth/booth.ts',
  'domain/booth/read-booth.server.ts',
  'domain/shared/money.ts',
  'matching/select.ts',
  'matching/runner/run.ts',
  'scenes/hall.ts',
  'search/find.ts',
  'test/setup/thing.ts',
  'worker/runner.ts',
  'node_modules/three/index.js',
  'node_modules/@remix-run/node/index.js',
  'node_modules/a-builder/index.js',
]

/** For each rule a file that breaks it, and it only: the file, and what it must not import. */
const VIOLATIONS: Record<string, [from: string, to: string]> = {
  'no-cycles': ['domain/need/a.ts', './b'],
  'nothing-imports-app': ['worker/uses-app.ts', '~/app/components/sign'],
  'app-reaches-data-through-domain': ['app/components/uses-db.ts', '~/db/thing.server'],
  'routes-are-islands': ['app/routes/hall/route.ts', '~/app/routes/booth/part'],
  'scenes-see-only-pure-domain': ['scenes/uses-search.ts', '~/search/find'],
  'three-lives-in-scenes': ['app/components/uses-three.ts', 'three'],
  'matching-is-pure': ['matching/uses-booth.ts', '~/domain/booth/booth'],
  'matching-core-knows-no-runner': ['matching/uses-runner.ts', '~/matching/runner/run'],
  'runner-knows-threads-and-the-engine': ['matching/runner/uses-booth.ts', '~/domain/booth/booth'],
  'domain-rules-are-pure': ['domain/booth/uses-db.ts', '~/db/thing.server'],
  'context-knows-only-types': ['domain/shared/context.ts', '~/db/thing.server'],
  'use-cases-do-not-chain': ['domain/product/edit-product.server.ts', '~/domain/booth/read-booth.server'],
  'domain-stands-alone': ['domain/booth/uses-worker.ts', '~/worker/runner'],
  'db-is-a-leaf': ['db/uses-booth.server.ts', '~/domain/booth/booth'],
  'search-sits-below-domain': ['search/uses-use-case.ts', '~/domain/booth/read-booth.server'],
  'remix-stays-in-app': ['worker/uses-remix.ts', '@remix-run/node'],
  'integrations-are-leaves': ['integrations/whatsapp/uses-booth.ts', '~/domain/booth/booth'],
  'production-packages-only': ['worker/uses-builder.ts', 'a-builder'],
  'product-without-tests': ['worker/uses-test.ts', '~/test/setup/thing'],
}

/** What looks like a violation and is not one. */
const ALLOWED: [from: string, statement: string][] = [
  ['app/components/shows-booth.ts', "import '~/domain/booth/booth'"],
  ['app/routes/booth/route.ts', "import './part'"],
  ['app/components/uses-builder.ts', "import 'a-builder'"],
  ['app/components/names-type.ts', "import type {} from '~/db/thing.server'"],
  ['domain/booth/edit-booth.server.ts', "import '~/db/thing.server'\nimport './read-booth.server'"],
  ['domain/booth/booth.test.ts', "import '~/db/thing.server'\nimport '~/test/setup/thing'"],
  ['matching/runner/thread.ts', "import 'node:worker_threads'\nimport '~/matching/select'"],
  ['db/uses-money.server.ts', "import '~/domain/shared/money'"],
  ['db/seed/uses-booth.ts', "import '~/domain/booth/booth'"],
  ['scenes/draws.ts', "import 'three'\nimport '~/domain/booth/booth'"],
  ['server/serves.ts', "import '~/app/components/sign'\nimport '@remix-run/node'"],
]

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

let tree: string
let fired: Map<string, string[]>

function write(file: string, content: string): void {
  const full = path.join(tree, file)
  fs.mkdirSync(path.dirname(full), { recursive: true })
  fs.writeFileSync(full, `${content}\nexport {}\n`)
}

beforeAll(() => {
  tree = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'opop-arrows-')))
  fs.writeFileSync(
    path.join(tree, 'tsconfig.json'),
    '{"compilerOptions":{"baseUrl":".","paths":{"~/*":["./*"]}}}',
  )
  for (const file of TARGETS) write(file, '')
  fs.writeFileSync(
    path.join(tree, 'package.json'),
    JSON.stringify({
      name: 'fixture',
      dependencies: { three: '1.0.0', '@remix-run/node': '1.0.0' },
      devDependencies: { 'a-builder': '1.0.0' },
    }),
  )
  for (const name of ['three', '@remix-run/node', 'a-builder']) {
    fs.writeFileSync(
      path.join(tree, 'node_modules', name, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    )
  }
  for (const [from, to] of Object.values(VIOLATIONS)) write(from, `import '${to}'`)
  write('domain/need/b.ts', "import './c'")
  write('domain/need/c.ts', "import './a'")
  for (const [from, statement] of ALLOWED) write(from, statement)

  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const result = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', '.'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  fired = new Map()
  for (const { from, rule } of report.parse(JSON.parse(result.stdout)).summary.violations) {
    fired.set(from, [...(fired.get(from) ?? []), rule.name])
  }
}, 60_000)
afterAll(() => fs.rmSync(tree, { recursive: true, force: true }))

test('there is an example for every rule', () => {
  expect(Object.keys(VIOLATIONS).sort()).toEqual(forbidden.map((rule) => rule.name).sort())
})

test.each(Object.entries(VIOLATIONS))('%s fires on %s', (name, [from]) => {
  expect(fired.get(from)).toEqual([name])
})

test.each(ALLOWED)('nothing fires on %s', (from) => {
  expect(fired.get(from)).toBeUndefined()
})
