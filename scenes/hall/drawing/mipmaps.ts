/** A picture in halves of halves: what the graphics card reads from afar. */
export interface LevelSize {
  width: number
  height: number
  levels: number
  /** Bytes a pixel. */
  channels: 1 | 4
}

/** All levels one after another in memory of their own, the full picture first. */
export function packLevels(pixels: Uint8Array, size: LevelSize): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(packedBytes(size))
  packed.set(pixels)
  let [at, width, height] = [0, size.width, size.height]
  for (let level = 1; level < size.levels; level++) {
    const next = at + width * height * size.channels
    halve(packed.subarray(at, next), width, height, size.channels, packed.subarray(next))
    ;[at, width, height] = [next, width >> 1, height >> 1]
  }
  return packed
}

/** The levels in `packed`, none of them copied. */
export function unpackLevels(packed: Uint8Array, size: LevelSize): Uint8Array[] {
  const levels: Uint8Array[] = []
  let at = 0
  for (let level = 0; level < size.levels; level++) {
    const bytes = (size.width >> level) * (size.height >> level) * size.channels
    levels.push(packed.subarray(at, at + bytes))
    at += bytes
  }
  return levels
}

function packedBytes({ width, height, levels, channels }: LevelSize): number {
  let bytes = 0
  for (let level = 0; level < levels; level++) bytes += (width >> level) * (height >> level) * channels
  return bytes
}

/** Half the size in both directions; odd rows and columns at the end are dropped. */
function halve(from: Uint8Array, width: number, height: number, channels: number, to: Uint8Array): void {
  const [w, h] = [width >> 1, height >> 1]
  const row = width * channels
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let c = 0; c < channels; c++) {
        const at = 2 * y * row + 2 * x * channels + c
        const sum =
          (from[at] ?? 0) +
          (from[at + channels] ?? 0) +
          (from[at + row] ?? 0) +
          (from[at + row + channels] ?? 0)
        to[(y * w + x) * channels + c] = (sum + 2) >> 2
      }
}
