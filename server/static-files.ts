import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

interface StaticFile {
  file: string
  size: number
  type: string
  immutable: boolean
  etag: string
  /** Encodings made at build time: 'br' or 'gzip' to a file and its size. */
  encoded: Map<string, { file: string; size: number }>
}

/**
 * The files of the client build and of public/, listed once at start: a request cannot reach anything else.
 * What the build named by hash is immutable.
 */
export async function loadStaticFiles(root: string): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>()
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const extension = path.extname(entry.name)
    const type = TYPES[extension]
    if (!entry.isFile() || !type) continue
    const url = `/${path.relative(root, file).split(path.sep).join('/')}`
    const { size, mtimeMs } = await stat(file)
    const encoded = new Map<string, { file: string; size: number }>()
    for (const [encoding, suffix] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      const made = await stat(file + suffix).catch(() => null)
      if (made) encoded.set(encoding, { file: file + suffix, size: made.size })
    }
    files.set(url, {
      file,
      size,
      type,
      immutable: url.startsWith('/assets/'),
      etag: `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`,
      encoded,
    })
  }
  return files
}

/** The answer for a static file, or null when there is none of that address. */
export function serveStaticFile(
  files: Map<string, StaticFile>,
  request: Request,
  pathname: string,
): Response | null {
  const found = files.get(pathname)
  if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) return null
  const headers = new Headers({
    'Content-Type': found.type,
    'Cache-Control': found.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    // What never changes is never asked for again.
    ...(found.immutable ? {} : { ETag: found.etag }),
    'X-Content-Type-Options': 'nosniff',
  })
  if (request.headers.get('if-none-match') === found.etag) return new Response(null, { status: 304, headers })
  let chosen: { file: string; size: number } = found
  if (found.encoded.size > 0) {
    headers.set('Vary', 'Accept-Encoding')
    const accepted = request.headers.get('accept-encoding') ?? ''
    for (const encoding of ['br', 'gzip']) {
      const made = found.encoded.get(encoding)
      if (made && new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted)) {
        headers.set('Content-Encoding', encoding)
        chosen = made
        break
      }
    }
  }
  headers.set('Content-Length', String(chosen.size))
  if (request.method === 'HEAD') return new Response(null, { headers })
  return new Response(Readable.toWeb(createReadStream(chosen.file)) as ReadableStream, { headers })
}
