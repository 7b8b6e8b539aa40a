import { type BoothChoice, choiceParams, parseChoice, parseSearchText } from './booth-choice'

/** Where a visitor stands, as in the hall: metres on the floor, `yaw` in radians. */
export interface Spot {
  x: number
  z: number
  yaw: number
  /** Radians up from level; left out when level. */
  pitch?: number
  /** Close before a booth. */
  closeUp?: boolean
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
  /** What is searched for in the hall. */
  search: string | null
  /** The tour that is on; 'choose' while one is being chosen. My aisle wins over it. */
  tour: BoothChoice | 'choose' | null
  /** From 1; the first while a tour is on and nothing is said. */
  stop: number | null
  /** The booths of which one's own aisle is made, in the place of the hall. */
  aisle: BoothChoice | null
  /** Where the visitor stood in the hall when they went to their aisle. */
  from: Spot | null
}

/** No tour is longer, in stops. */
export const MOST_STOPS = 30
/** No aisle has more booths: twelve on either hand. */
export const MOST_IN_AISLE = 24

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** No hall is that long, in metres. */
const FARTHEST = 10_000

export function parseHallQuery(search: URLSearchParams): HallQuery {
  const booth = search.get('booth')
  const text = parseSearchText(search.get('q'))
  const aisle = parseChoice(search.get('aisle'), text)
  const tour = search.get('tour') === 'choose' ? 'choose' : parseChoice(search.get('tour'), text)
  const onTour = aisle === null && tour !== null && tour !== 'choose'
  return {
    pavilion: wholeNumber(search.get('pavilion'), 999),
    page: wholeNumber(search.get('page'), 9_999),
    at: parseSpot(search.get('at')),
    booth: booth && booth.length <= 120 && SLUG.test(booth) ? booth : null,
    search: text,
    tour: aisle === null ? tour : null,
    stop: onTour ? (wholeNumber(search.get('stop'), MOST_STOPS) ?? 1) : null,
    aisle,
    from: aisle === null ? null : parseSpot(search.get('from')),
  }
}

/** `/hall?tour=field:minuman&stop=3` */
export function tourAddress(choice: BoothChoice, stop: number): string {
  const params = choiceParams('tour', choice)
  params.set('stop', String(stop))
  return `/hall?${readable(params)}`
}

/** Commas and colons are as safe in a query, and easier to read. */
export function readable(params: URLSearchParams): string {
  return String(params).replaceAll('%2C', ',').replaceAll('%3A', ':')
}

function wholeNumber(text: string | null, most: number): number | null {
  if (!text || !/^\d{1,4}$/.test(text)) return null
  const value = Number(text)
  return value >= 1 && value <= most ? value : null
}

function parseSpot(text: string | null): Spot | null {
  const parts = text?.split(',') ?? []
  if (parts.length < 3 || parts.length > 5 || (parts.length === 5 && parts[4] !== '1')) return null
  const [x, z, yaw, pitch = 0] = parts.map((part) =>
    /^-?\d{1,5}(\.\d{1,4})?$/.test(part) ? Number(part) : Number.NaN,
  )
  if (x === undefined || z === undefined || yaw === undefined) return null
  if (!(Math.abs(x) <= FARTHEST && Math.abs(z) <= FARTHEST && Math.abs(yaw) <= 100)) return null
  if (!(Math.abs(pitch) <= 1.5)) return null
  return { x, z, yaw, ...(pitch === 0 ? {} : { pitch }), ...(parts.length === 5 ? { closeUp: true } : {}) }
}

/**
 * The value of `at`: decimetres and about half a degree are enough to come back to the same view. The pitch
 * is the fourth number, if there is one; a fifth, always 1, says that one stands close before a booth.
 */
export function formatSpot({ x, z, yaw, pitch = 0, closeUp = false }: Spot): string {
  const place = [fixed(x, 1), fixed(z, 1), fixed(yaw, 2)]
  const up = fixed(pitch, 2)
  if (closeUp) place.push(up, '1')
  else if (up !== '0') place.push(up)
  return place.join(',')
}

function fixed(value: number, digits: number): string {
  // Number() drops the zeros at the end, + 0 the sign of -0.
  return String(Number(value.toFixed(digits)) + 0)
}
