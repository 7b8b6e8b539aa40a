import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { decompress } from 'wawoff2'

const FONTS = [
  '@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-500-normal.woff2',
  '@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff2',
  '@fontsource/readex-pro/files/readex-pro-arabic-500-normal.woff2',
  '@fontsource/readex-pro/files/readex-pro-arabic-600-normal.woff2',
] as const

const made = new Map<string, Promise<string[]>>()

/**
 * The fonts of the share cards as TrueType files under `<cacheDir>/fonts`, made from the packages' WOFF2 at
 * the first call: the renderer reads no WOFF2. A call that failed is tried again by the next one.
 */
export function shareCardFonts(cacheDir: string): Promise<string[]> {
  const known = made.get(cacheDir)
  if (known) return known
  const files = makeFonts(path.join(cacheDir, 'fonts'))
  made.set(cacheDir, files)
  files.catch(() => made.delete(cacheDir))
  return files
}

async function makeFonts(directory: string): Promise<string[]> {
  const require = createRequire(import.meta.url)
  await mkdir(directory, { recursive: true })
  const files: string[] = []
  // One after the other: the decoder's calls share one memory.
  for (const font of FONTS) {
    const file = path.join(directory, `${path.basename(font, '.woff2')}.ttf`)
    files.push(file)
    if (await isFilled(file)) continue
    // Under another name first: a process that is killed leaves no half font.
    const fresh = `${file}.${randomBytes(4).toString('hex')}`
    await writeFile(fresh, Buffer.from(await decompress(await readFile(require.resolve(font)))))
    await rename(fresh, file)
  }
  return files
}

async function isFilled(file: string): Promise<boolean> {
  try {
    return (await stat(file)).size > 0
  } catch {
    return false
  }
}
