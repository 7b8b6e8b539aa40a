/**
 * A booth's pictures on one sheet: the first one large at the start, two more above each other. The server
 * draws the sheet, the hall lays it on the booth's wall; where a picture is missing the sheet is transparent.
 */
export const SHEET = { width: 288, height: 192 } as const

/** Where the pictures lie on the sheet, in pixels from its upper left corner; they are square. */
export const SHEET_NICHES = [
  { x: 0, y: 0, side: 192 },
  { x: 192, y: 0, side: 96 },
  { x: 192, y: 96, side: 96 },
] as const

/** Raise when sheets or drawings are drawn in another way: the address is immutable. */
export const SHEET_VERSION = 1

/** The address of a booth's sheet; `version` is the one that its shard names. */
export function sheetUrl(slug: string, version: string): string {
  return `/hall/sheets/${SHEET_VERSION}/${slug}.${version}.png`
}
