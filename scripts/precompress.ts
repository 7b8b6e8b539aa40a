import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.json', '.txt'])
/** Below this a compressed answer saves no packet. */
const WORTH_IT_BYTES = 512

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * Writes `.br` and `.gz` beside each text file of the client build, at the strongest level, once at build
 * time: `server/static-files.ts` serves them. A file that would not shrink gets none.
 */
async function precompress(root: string): Promise<void> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.has(path.extname(entry.name))) continue
    const file = path.join(entry.parentPath, entry.name)
    const content = await readFile(file)
    if (content.length < WORTH_IT_BYTES) continue
    const [br, gz] = await Promise.all([
      toBrotli(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
      toGzip(content, { level: 9 }),
    ])
    if (br.length >= content.length) continue
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
  }
}

/**
 * Compresses the client's build at the end of every build, whoever started it. The server's build comes last and
 * moves files of its own into the client's folder, so the work waits for that one.
 */
export function precompressClient(): Plugin {
  let isServerBuild = false
  let root = ''
  return {
    name: 'precompress-client',
    apply: 'build',
    configResolved(config) {
      isServerBuild = Boolean(config.build.ssr)
      root = path.resolve(config.root, config.build.outDir, '../client')
    },
    async closeBundle() {
      if (isServerBuild) await precompress(root)
    },
  }
}
