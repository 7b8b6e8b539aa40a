import { drawSheet } from '~/domain/hall/draw-sheet.server'
import type { PictureSource } from '~/domain/hall/sheet-svg'
import { AppError } from '~/domain/shared/app-error'

/** Some 5 kB each. */
const KEPT = 2_000
/** Sheets drawn at the same time: the web process has other things to do. */
const AT_ONCE = 2
/** So many may wait; a hall full of new visitors asks for the same ones. */
const MOST_WAITING = 64

const kept = new Map<string, Promise<Buffer>>()
const waiting: (() => void)[] = []
let drawing = 0

/**
 * A sheet as PNG, from memory where it was drawn before; asked for twice at the same time it is drawn once.
 * @throws AppError 'unavailable' while too many wait already.
 */
export function drawnSheet(
  version: string,
  sources: () => Promise<readonly PictureSource[]>,
): Promise<Buffer> {
  const sheet = kept.get(version) ?? inTurn(async () => drawSheet(await sources()))
  // The newest stays longest; what failed is tried anew.
  kept.delete(version)
  kept.set(version, sheet)
  sheet.catch(() => kept.delete(version))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return sheet
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (drawing >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new AppError('unavailable', 'too many sheets are asked for', 2)
    // Whoever ends hands the place on.
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else drawing++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else drawing--
  }
}
