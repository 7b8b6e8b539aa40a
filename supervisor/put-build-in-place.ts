import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** How long an asset stays after the build that made it was replaced: for a web that still runs that build. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000
/** When each asset that is no longer of the build was replaced, in milliseconds. */
const REPLACED = 'replaced.json'
const replacedShape = z.record(z.string(), z.number())

function readReplaced(folder: string): Record<string, number> {
  try {
    return replacedShape.parse(JSON.parse(fs.readFileSync(path.join(folder, REPLACED), 'utf8')))
  } catch {
    return {}
  }
}

/** All files below a folder, relative to it; none when there is no such folder. */
function filesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

/**
 * Puts what was built into `folder`/next in the place of the build that is in `folder`, file by file, so that
 * a web that runs meanwhile never misses one. Assets that only the old build had (their names are hashes)
 * stay for a day: that web, and pages that are open in browsers, still ask for them.
 */
export function putBuildInPlace(folder: string, now: number): void {
  const next = path.join(folder, 'next')
  const replaced: Record<string, number> = {}
  const known = readReplaced(folder)
  for (const part of ['client', 'server']) {
    const fresh = new Set(filesIn(path.join(next, part)))
    for (const file of fresh) {
      const target = path.join(folder, part, file)
      fs.mkdirSync(path.dirname(target), { recursive: true })
      fs.renameSync(path.join(next, part, file), target)
    }
    for (const file of filesIn(path.join(folder, part))) {
      if (fresh.has(file)) continue
      const name = `${part}/${file.split(path.sep).join('/')}`
      const since = known[name] ?? now
      if (file.startsWith(`assets${path.sep}`) && now - since <= KEPT_FOR_MS) replaced[name] = since
      else fs.rmSync(path.join(folder, part, file))
    }
  }
  fs.writeFileSync(path.join(folder, REPLACED), JSON.stringify(replaced))
  fs.rmSync(next, { recursive: true, force: true })
}
