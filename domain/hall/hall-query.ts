/** Where a visitor stands, as in the hall: metres on the floor, `yaw` in radians. */
export interface Spot {
  x: number
  z: number
  yaw: number
}

/** What the address of the hall page says. Anything that cannot be meant is left out, never an error. */
export interface HallQuery {
  /** A pavilion's number: its booths are listed, and its gate is where a visit starts. */
  pavilion: number | null
  /** From 1; null when the address names none. */
  page: number | null
  /** Where the visitor stood last; wins over `booth` and `pavilion`. */
  at: Spot | null
  /** The slug of a booth to see in the hall. */
  booth: string | null
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** No hall is that long, in metres. */
const FARTHEST = 10_000

export function parseHallQuery(search: URLSearchParams): HallQuery {
  const booth = search.get('booth')
  return {
    pavilion: wholeNumber(search.get('pavilion'), 999),
    page: wholeNumber(search.get('page'), 9_999),
    at: parseSpot(search.get('at')),
    booth: booth && booth.length <= 120 && SLUG.test(booth) ? booth : null,
  }
}

function wholeNumber(text: string | null, most: number): number | null {
  if (!text || !/^\d{1,4}$/.test(text)) return null
  const value = Number(text)
  return value >= 1 && value <= most ? value : null
}

function parseSpot(text: string | null): Spot | null {
  const parts = text?.split(',')
  if (parts?.length !== 3) return null
  const [x, z, yaw] = parts.map((part) => (/^-?\d{1,5}(\.\d{1,4})?$/.test(part) ? Number(part) : Number.NaN))
  if (x === undefined || z === undefined || yaw === undefined) return null
  if (!(Math.abs(x) <= FARTHEST && Math.abs(z) <= FARTHEST && Math.abs(yaw) <= 100)) return null
  return { x, z, yaw }
}

/** The value of `at`: decimetres and about half a degree are enough to come back to the same view. */
export function formatSpot({ x, z, yaw }: Spot): string {
  return [fixed(x, 1), fixed(z, 1), fixed(yaw, 2)].join(',')
}

function fixed(value: number, digits: number): string {
  // Number() drops the zeros at the end, + 0 the sign of -0.
  return String(Number(value.toFixed(digits)) + 0)
}
