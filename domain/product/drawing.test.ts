import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DRAWING_KINDS, DRAWING_PALETTES, DRAWING_WALLS, drawSvg } from './drawing'
import { DRAWING_KIND_NAMES } from './drawing-kinds'

/** Checks that every element is closed in order and returns the ids; a small XML reader is enough here. */
function readXml(text: string): string[] {
  const open: string[] = []
  const rest = text.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z0-9:-]+="[^"<&]*")*)\s*(\/?)>/g,
    (_, end, name, __, self) => {
      if (end) expect(open.pop()).toBe(name)
      else if (!self) open.push(name)
      return ''
    },
  )
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<>&]/)
  return [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
}

const spec = { palette: 'indigo', wall: 'sand', word: 'KOPI', variant: 0 }

describe('drawings', () => {
  it('has names in three languages for each kind', () => {
    expect(DRAWING_KINDS.length).toBeGreaterThanOrEqual(40)
    expect(Object.keys(DRAWING_KIND_NAMES).toSorted()).toEqual(DRAWING_KINDS.toSorted())
    for (const name of Object.values(DRAWING_KIND_NAMES)) expect(name.ar).toMatch(/^[\u0600-\u06ff ]+$/)
  })

  it.each(DRAWING_KINDS)('draws %s well-formed and small in every palette and on every wall', (kind) => {
    for (const palette of DRAWING_PALETTES) {
      for (const wall of DRAWING_WALLS) {
        for (const variant of [0, 1, 2]) {
          const svg = drawSvg({ kind, palette, wall, word: 'ANGKLUNG', variant })
          const ids = readXml(svg)
          expect(Buffer.byteLength(svg)).toBeLessThan(6000)
          expect(svg).not.toMatch(/undefined|NaN|null|script|foreignObject|href|\son[a-z]+=/)
          expect(new Set(ids).size).toBe(ids.length)
          for (const id of ids) expect(id).toContain(`${kind}-${palette}-${wall}-ANGKLUNG-${variant}`)
          for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used)
        }
      }
    }
  })

  it('differs by neighbouring variants, whatever the kind', () => {
    const withoutIds = (svg: string) => svg.replaceAll(/d-[\w-]+/g, '')
    fc.assert(
      fc.property(fc.constantFrom(...DRAWING_KINDS), fc.integer({ min: 0, max: 98 }), (kind, variant) => {
        const one = withoutIds(drawSvg({ ...spec, kind, variant }))
        const other = withoutIds(drawSvg({ ...spec, kind, variant: variant + 1 }))
        expect(one).not.toBe(other)
      }),
    )
  })

  it('letters the word, and leaves out what is no capital letter', () => {
    const letters = (svg: string) => svg.split('stroke-linejoin="round">').length
    expect(letters(drawSvg({ ...spec, kind: 'coffee' }))).toBe(2)
    expect(letters(drawSvg({ ...spec, kind: 'coffee', word: '' }))).toBe(1)
    readXml(drawSvg({ ...spec, kind: 'coffee', word: '<KOPI&' }))
  })

  it('draws a carton for what it does not know', () => {
    const unknown = drawSvg({ kind: 'spaceship', palette: 'nope', wall: 'nope', word: 'X', variant: 1 })
    const carton = drawSvg({ kind: 'carton', palette: 'indigo', wall: 'sand', word: 'X', variant: 1 })
    expect(unknown.replaceAll('spaceship-nope-nope', 'carton-indigo-sand')).toBe(carton)
  })
})
