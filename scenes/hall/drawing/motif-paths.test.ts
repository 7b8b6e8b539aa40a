import { describe, expect, it } from 'vitest'
import { motifPaths } from './motif-paths'
import { MOTIF_SIZE, MOTIFS } from './motifs'

describe('motifs as paths', () => {
  it.each(MOTIFS)('%s is drawn within reach of its tile', (motif) => {
    const paths = motifPaths(motif)
    expect(paths.length).toBeGreaterThan(0)
    for (const { d, width } of paths) {
      expect(d).toMatch(/^M[-\d.MLCQa ]+$/)
      expect(width ?? 1).toBeGreaterThan(0)
      const places = [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].flatMap(([, x, y]) => [
        Number(x),
        Number(y),
      ])
      expect(Math.min(...places)).toBeGreaterThan(-MOTIF_SIZE / 2)
      expect(Math.max(...places)).toBeLessThan(MOTIF_SIZE * 1.5)
    }
  })

  it('turns and shifts as a canvas does', () => {
    // The first strip of the plaited mat lies falling through the middle of its cell, at (16, 16).
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (motifPaths('pandan-weave')[0]?.d.match(/-?[\d.]+/g) ?? []).map(
      Number,
    )
    expect(y1 - y0).toBeCloseTo(-(x1 - x0), 0)
    expect(Math.hypot(x1 - x0, y1 - y0)).toBeCloseTo(32, 0)
  })

  it('grades the rain cloud inwards: white and black by turns', () => {
    const colours = motifPaths('megamendung').map(({ colour }) => colour)
    expect(new Set(colours)).toEqual(new Set(['#fff', '#000']))
    expect(colours.every((colour, at) => colour !== colours[at + 1])).toBe(true)
  })
})
