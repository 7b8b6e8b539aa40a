import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ENV_NAMES, readEnv } from '~/config/env.server'

/** What somebody writes for a secret: long enough for every one of them. */
const FILLED_IN = 'filled-in-'.repeat(4)

// The images cannot be built everywhere; what can be said against the code without Docker is said here.

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
})
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(read('docker-compose.yml'), { merge: true }))
const services = Object.entries(compose.services)
const ours = services.filter(([, { build }]) => build !== undefined)
const theirs = services.filter(([, { build }]) => build === undefined)

const dockerfile = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
const instructions = (name: string) =>
  dockerfile.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim())

const packageJson = z
  .object({
    scripts: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')))

/** The program in `node --import tsx <program>`. */
function program(command: readonly string[]): string {
  expect(command.slice(0, 3)).toEqual(['node', '--import', 'tsx'])
  return command[3] ?? ''
}

describe('docker-compose.yml', () => {
  test('has the web, the worker, their preparation, PostgreSQL and Meilisearch', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['app', 'prepare', 'worker'])
    expect(theirs.map(([name]) => name).sort()).toEqual(['meilisearch', 'postgres'])
  })

  test.each(theirs)('%s is pinned to one version', (_, { image }) => {
    expect(image).toMatch(/^[\w/]+:v?\d+[.]\d+([.]\d+)?$/)
  })

  test('PostgreSQL is the version that the product brings along elsewhere', () => {
    const embedded = new Set(
      Object.values(packageJson.optionalDependencies).map((v) => v.split('.').slice(0, 2).join('.')),
    )
    expect([...embedded].map((version) => `postgres:${version}`)).toEqual([compose.services.postgres?.image])
  })

  test.each(ours)(
    '%s gets only variables that the product reads, with values that it accepts',
    (_, { environment }) => {
      for (const name of Object.keys(environment)) expect(ENV_NAMES).toContain(name)
      const filled = Object.entries(environment).map(([name, value]) => [
        name,
        value.replace(/[$][{](\w+):-([^}]*)[}]/g, '$2').replace(/[$][{](\w+):[?][^}]*[}]/g, FILLED_IN),
      ])
      const env = readEnv(Object.fromEntries(filled))
      expect(env.DATABASE_URL).toBe(`postgres://opop:${FILLED_IN}@postgres:5432/opop`)
      expect(env.MEILI_URL).toBe('http://meilisearch:7700')
    },
  )

  test.each(ours)('%s runs a program that exists and is in the image', (_, { command }) => {
    const file = program(command ?? [])
    expect(fs.existsSync(path.join(root, file))).toBe(true)
    const copied = instructions('COPY').flatMap((line) => line.split(/\s+/).slice(0, -1))
    expect(copied).toContain(file.split('/')[0])
  })

  test.each(services)('%s holds no secret', (_, { environment }) => {
    for (const [name, value] of Object.entries(environment)) {
      // Asked for, or empty: never a value.
      if (/PASSWORD|KEY|SECRET|TOKEN|SMTP_URL/.test(name))
        expect(value).toMatch(/^[$][{]\w+:([?][^}]+|-)[}]$/)
      expect(value).not.toMatch(/:\/\/[^:@/]+:(?![$][{])[^@]+@/)
    }
  })

  test.each(services)('%s is watched, or runs once', (name, { healthcheck }) => {
    // The web's check is the image's own.
    if (name === 'prepare') expect(healthcheck?.disable).toBe(true)
    else if (name === 'app') expect(instructions('HEALTHCHECK')).toHaveLength(1)
    else expect(healthcheck?.test?.[0]).toBe('CMD')
  })

  test('what depends on something waits until that is well, and knows it', () => {
    for (const [, { depends_on }] of services) {
      for (const [name, { condition }] of Object.entries(depends_on ?? {})) {
        expect(Object.keys(compose.services)).toContain(name)
        expect(condition).toBe(name === 'prepare' ? 'service_completed_successfully' : 'service_healthy')
      }
    }
    for (const name of ['app', 'worker']) expect(compose.services[name]?.depends_on).toHaveProperty('prepare')
  })

  test('data outlives its container', () => {
    const named = services.flatMap(([, { volumes }]) => volumes ?? []).map((volume) => volume.split(':')[0])
    expect([...new Set(named)].sort()).toEqual(Object.keys(compose.volumes).sort())
    for (const name of ['postgres', 'meilisearch', 'app', 'worker'])
      expect(compose.services[name]?.volumes).toHaveLength(1)
    expect(compose.services.worker?.volumes).toEqual(compose.services.app?.volumes)
  })
})

describe('Dockerfile', () => {
  test('stands on one pinned Node 24', () => {
    const bases = instructions('FROM').map((line) => line.split(' ')[0])
    expect(bases.length).toBeGreaterThan(1)
    expect(new Set(bases).size).toBe(1)
    expect(bases[0]).toMatch(/^node:24[.]\d+[.]\d+-slim$/)
  })

  test('runs without rights, on production packages only', () => {
    const last = dockerfile.slice(dockerfile.findLastIndex((line) => line.startsWith('FROM ')))
    expect(last).toContain('USER node')
    expect(last.some((line) => line.includes('npm'))).toBe(false)
    expect(last).toContain('COPY --from=dependencies /product/node_modules ./node_modules')
    expect(instructions('RUN').some((line) => line.startsWith('npm ci --omit=dev'))).toBe(true)
  })

  test('copies and runs only what exists', () => {
    const ignored = read('.dockerignore').split('\n')
    for (const line of instructions('COPY')) {
      if (line.startsWith('--from')) continue
      for (const source of line.split(/\s+/).slice(0, -1)) {
        expect(fs.existsSync(path.join(root, source)), source).toBe(true)
        expect(ignored).not.toContain(source)
      }
    }
    for (const line of instructions('RUN')) {
      for (const [, script] of line.matchAll(/npm run ([\w:-]+)/g))
        expect(packageJson.scripts).toHaveProperty([script ?? ''])
    }
    const command = z.array(z.string()).parse(JSON.parse(instructions('CMD').at(-1) ?? ''))
    expect(program(command)).toBe('server.ts')
  })

  test('has every folder that the code in it imports from', () => {
    const copied = instructions('COPY').flatMap((line) => line.split(/\s+/).slice(0, -1))
    const missing = new Set<string>()
    for (const folder of copied.filter((name) => fs.existsSync(path.join(root, name)) && name !== 'public')) {
      if (!fs.statSync(path.join(root, folder)).isDirectory()) continue
      for (const file of fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
        if (!/[.]tsx?$/.test(file) || /[.]test[.]tsx?$/.test(file)) continue
        for (const [, from] of read(path.join(folder, file)).matchAll(/from '~\/([\w-]+)\//g)) {
          if (from && !copied.includes(from)) missing.add(`${path.join(folder, file)}: ${from}`)
        }
      }
    }
    expect([...missing]).toEqual([])
  })

  test('sets only variables that the product reads', () => {
    const names = instructions('ENV').flatMap((line) => line.split(/\s+/).map((pair) => pair.split('=')[0]))
    for (const name of names) expect(ENV_NAMES).toContain(name)
  })

  test('asks the web whether it is ready where it says so', () => {
    const [, route] = instructions('HEALTHCHECK')[0]?.match(/PORT \+ '(\/\w+)'/) ?? []
    expect(read('server/create-web.ts')).toContain(`web.get('${route}'`)
  })

  test('neither secrets nor data get into an image', () => {
    for (const name of ['.env', '.data', 'node_modules', '.git'])
      expect(read('.dockerignore').split('\n')).toContain(name)
  })
})
