export interface Coordinates {
  /** Degrees, north is positive. */
  latitude: number
  /** Degrees, east is positive. */
  longitude: number
}

/**
 * The seats of government of West Java's 27 regencies and cities, to a tenth of a degree: prayer times
 * differ by less than half a minute within that. Keys are the Ministry of Home Affairs' codes.
 */
const SEATS: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  '3201': [-6.48, 106.85], // Cibinong
  '3202': [-6.99, 106.55], // Palabuhanratu
  '3203': [-6.82, 107.14], // Cianjur
  '3204': [-7.03, 107.52], // Soreang
  '3205': [-7.2, 107.89], // Tarogong Kidul
  '3206': [-7.36, 108.11], // Singaparna
  '3207': [-7.33, 108.35], // Ciamis
  '3208': [-6.98, 108.48], // Kuningan
  '3209': [-6.76, 108.48], // Sumber
  '3210': [-6.84, 108.23], // Majalengka
  '3211': [-6.86, 107.92], // Sumedang
  '3212': [-6.33, 108.32], // Indramayu
  '3213': [-6.57, 107.76], // Subang
  '3214': [-6.56, 107.44], // Purwakarta
  '3215': [-6.31, 107.3], // Karawang
  '3216': [-6.36, 107.17], // Cikarang Pusat
  '3217': [-6.84, 107.5], // Ngamprah
  '3218': [-7.68, 108.49], // Parigi
  '3271': [-6.6, 106.8],
  '3272': [-6.92, 106.93],
  '3273': [-6.91, 107.61],
  '3274': [-6.72, 108.56],
  '3275': [-6.24, 106.99],
  '3276': [-6.4, 106.82],
  '3277': [-6.88, 107.54],
  '3278': [-7.33, 108.22],
  '3279': [-7.37, 108.54],
}

const BANDUNG: Coordinates = { latitude: -6.91, longitude: 107.61 }

/** Where a regency's prayer times are reckoned for; Bandung where the regency isn't stated or known. */
export function regencyCoordinates(code: string | null): Coordinates {
  const seat = code === null ? undefined : SEATS[code]
  return seat ? { latitude: seat[0], longitude: seat[1] } : BANDUNG
}

/** Of which regencies the coordinates are known. */
export const REGENCIES_WITH_COORDINATES: readonly string[] = Object.keys(SEATS)
