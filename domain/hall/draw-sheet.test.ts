import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { drawSheet } from './draw-sheet.server'
import { SHEET } from './picture-sheet'
import { type PictureSource, sheetSvg } from './sheet-svg'
import { sheetVersion } from './sheet-version.server'

const HONEY: PictureSource = { kind: 'drawing', spec: 'honey.indigo.sand.MADU.0' }
const RED = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><path fill="#f00" d="M0 0h30v10H0z"/></svg>',
)
  .render()
  .asPng()

async function pixels(sources: PictureSource[]): Promise<(x: number, y: number) => number[]> {
  const png = await drawSheet(sources)
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET.width}" height="${SHEET.height}"><image width="${SHEET.width}" height="${SHEET.height}" href="${href}"/></svg>`
  const image = new Resvg(svg).render()
  expect([image.width, image.height]).toEqual([SHEET.width, SHEET.height])
  return (x, y) => [...image.pixels.subarray((y * SHEET.width + x) * 4, (y * SHEET.width + x) * 4 + 4)]
}

test('three drawings are a small file, and what is missing is transparent', async () => {
  const three = await drawSheet([HONEY, HONEY, HONEY])
  expect(three.length).toBeLessThan(9_000)
  const at = await pixels([HONEY, HONEY])
  expect(at(96, 20)[3]).toBe(255)
  expect(at(240, 20)[3]).toBe(255)
  expect(at(240, 150)).toEqual([0, 0, 0, 0])
})

test('a photograph fills its niche and no more', async () => {
  const at = await pixels([HONEY, { kind: 'photograph', type: 'image/png', bytes: RED }])
  for (const [x, y] of [
    [194, 2],
    [285, 93],
  ] as const)
    expect(at(x, y)).toEqual([255, 0, 0, 255])
  expect(at(188, 40)).not.toEqual([255, 0, 0, 255])
  expect(at(240, 100)).toEqual([0, 0, 0, 0])
})

test('a drawing that cannot be read leaves its niche empty', () => {
  expect(sheetSvg([{ kind: 'drawing', spec: '"><script>' }])).toBe(sheetSvg([]))
})

test('the version is that of the pictures in their order', () => {
  const versions = [['a'], ['b'], ['a', 'b'], ['b', 'a'], ['ab']].map(sheetVersion)
  expect(new Set(versions).size).toBe(versions.length)
  for (const version of versions) expect(version).toMatch(/^[\w-]{8}$/)
  expect(sheetVersion([])).toBeNull()
})
