// Which way the arrows point: app → domain → { db, search, matching, integrations } → domain/shared, and
// app → scenes → pure domain. Each rule fires once in test/arrows.test.ts.
// Known exemptions: tests see everything; server.ts, worker.ts, start.ts and the folders of their parts
// (server/, worker/, supervisor/) and scripts/ put the rooms together.

const TEST = '[.]test[.]tsx?$|^test/'
const SERVER_FILE = '[.]server[.]tsx?$'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // Types may look back: they leave nothing behind when the code runs (the context names the database's type).
    rule(
      'no-cycles',
      'Two files that need each other are one idea, or lack a third.',
      { pathNot: TEST },
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    rule(
      'nothing-imports-app',
      "The front end is the outermost room; only the web server, which serves it, may look in, and the engine's command, which answers in its words.",
      { pathNot: `^app/|^server/|^scripts/match[.]ts$|${TEST}` },
      { path: '^app/' },
    ),
    rule(
      'app-reaches-data-through-domain',
      'Authorisation lives in the use cases: nothing in the app goes round them.',
      { path: '^app/', pathNot: TEST },
      { path: '^(db|search|integrations)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'routes-are-islands',
      'What two routes share belongs to app/components or to the domain.',
      { path: '^app/routes/([^/]+)/', pathNot: TEST },
      { path: '^app/routes/', pathNot: '^app/routes/$1/' },
    ),
    rule(
      'scenes-see-only-pure-domain',
      'The 3D hall runs in the browser.',
      { path: '^scenes/', pathNot: TEST },
      { path: `^(app|db|search|integrations|matching|server|worker)/|${SERVER_FILE}` },
    ),
    rule(
      'three-lives-in-scenes',
      'A page that shows no hall loads no three.',
      { pathNot: `^scenes/|${TEST}` },
      {
        path: 'node_modules/(three|@react-three|@types/three)/',
      },
    ),
    rule(
      'matching-is-pure',
      'The engine gets all it needs as arguments.',
      { path: '^matching/', pathNot: `^matching/runner/|${TEST}` },
      { path: '^', pathNot: '^(matching|domain/shared)/' },
    ),
    rule(
      'matching-core-knows-no-runner',
      'Threads and the clock are about the engine, not in it.',
      { path: '^matching/', pathNot: `^matching/runner/|${TEST}` },
      { path: '^matching/runner/' },
    ),
    rule(
      'runner-knows-threads-and-the-engine',
      "Node's own modules and the engine are all that it needs; what a result means is not its business.",
      { path: '^matching/runner/', pathNot: TEST },
      {
        path: '^',
        pathNot: '^(matching|domain/shared)/|node_modules/tsx/',
        dependencyTypesNot: ['core'],
      },
    ),
    rule(
      'domain-rules-are-pure',
      'Rules do no I/O and run anywhere.',
      { path: '^domain/', pathNot: `${SERVER_FILE}|^domain/shared/context[.]ts$|${TEST}` },
      { path: `^(db|search|integrations|config)/|${SERVER_FILE}` },
    ),
    rule(
      'context-knows-only-types',
      'The context names the types of the database and the search, and nothing more.',
      { path: '^domain/shared/context[.]ts$' },
      { path: '^(db|search|integrations|config)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'use-cases-do-not-chain',
      'Use cases share a rule, or one writes an event that a job picks up.',
      { path: '^domain/([^/]+)/.+[.]server[.]ts$', pathNot: TEST },
      { path: '^domain/.+[.]server[.]ts$', pathNot: '^domain/($1|shared)/' },
    ),
    rule(
      'domain-stands-alone',
      'The domain knows neither who serves it nor how it is drawn.',
      { path: '^domain/', pathNot: TEST },
      { path: '^(app|scenes|server|worker|supervisor|scripts)/' },
    ),
    rule(
      'db-is-a-leaf',
      'The tables know the shared words of the domain and nothing else of it; the seed may know its rules.',
      { path: '^db/', pathNot: `^db/seed/|${TEST}` },
      { path: '^(domain|search|integrations|matching|scenes)/', pathNot: '^domain/shared/' },
    ),
    rule(
      'search-sits-below-domain',
      'The index is told what to store; it asks no use case.',
      { path: '^search/', pathNot: TEST },
      { path: '^(matching|scenes|integrations)/|^domain/.+[.]server[.]ts$' },
    ),
    rule(
      'remix-stays-in-app',
      'Only the app and its server know Remix, which has a successor.',
      {
        pathNot: `^(app/|server/|server[.]ts$|scripts/dev[.]ts$|vite[.]config[.]ts$|remix[.]config[.]js$)|${TEST}`,
      },
      { path: 'node_modules/@remix-run/' },
    ),
    rule(
      'integrations-are-leaves',
      'An adapter knows its outside service and the shared words.',
      { path: '^integrations/', pathNot: TEST },
      { path: '^(domain|db|search|matching|scenes)/', pathNot: '^domain/shared/' },
    ),
    rule(
      'production-packages-only',
      'The image installs no development packages; what the build bundles (app, scenes) may come from them.',
      {
        path: '^(config|db|domain|integrations|matching|search|server|supervisor|worker)/|^(server|worker|start)[.]ts$|^scripts/prepare[.]ts$',
        pathNot: TEST,
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'product-without-tests',
      'What runs in production imports no test and nothing that only tests use.',
      { pathNot: `${TEST}|^(vitest|playwright)[.]config[.]ts$|^scripts/` },
      { path: `${TEST}|node_modules/(vitest|msw|@playwright|fast-check|autocannon)/` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|coverage|test-results|playwright-report|[.]data|[.]cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
