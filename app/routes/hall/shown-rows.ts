import type { Gathered } from './gathered'

/** A third of what a search finds at most: a page of the list stays light on a slow line. */
export const FOUND_A_PAGE = 20

/**
 * Which of the booths that were asked for are listed. A search is listed by page: the one that is named, else the
 * one with the booth that the address leads to. A tour and an aisle are listed whole.
 */
export function shownRows(
  as: Gathered['as'],
  booths: readonly { slug: string }[],
  asked: { page: number | null; slug: string | null },
): Gathered['shown'] {
  if (as !== 'search') return { from: 0, to: booths.length, page: 1, pages: 1 }
  const pages = Math.max(1, Math.ceil(booths.length / FOUND_A_PAGE))
  const at = booths.findIndex(({ slug }) => slug === asked.slug)
  const page = Math.min(asked.page ?? Math.floor(Math.max(0, at) / FOUND_A_PAGE) + 1, pages)
  return { from: (page - 1) * FOUND_A_PAGE, to: Math.min(page * FOUND_A_PAGE, booths.length), page, pages }
}
