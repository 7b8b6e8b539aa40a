import type { FoundText } from '../shared/locale'

export const FIGURE_DAYS = [7, 30, 90] as const
export type FigureDays = (typeof FIGURE_DAYS)[number]

/** What is counted of a booth, in the order of its page. */
export const FIGURES = ['visits', 'products', 'inquiries', 'meetings'] as const
export type Figure = (typeof FIGURES)[number]

/** A day of the hall's zone. */
export interface FigureDay extends Record<Figure, number> {
  /** ISO date. */
  day: string
}

export interface ViewedProduct {
  id: string
  name: FoundText
  views: number
  inquiries: number
}

export interface Figures {
  days: FigureDays
  /** Each day of the stretch, the oldest first; today is the last and not over yet. */
  byDay: FigureDay[]
  totals: Record<Figure, number>
  /** Part of the visits: of those who stood before the booth in the hall. */
  hallVisits: number
  week: WeekChange
  /** Those that were looked at or asked about most. */
  products: ViewedProduct[]
  /** The first day with a visit, so that an empty chart says since when it counts; null: none yet. */
  countedSince: string | null
  boothSlug: string
}

/** The last seven whole days beside the seven before them. */
export interface WeekChange {
  kind: 'none' | 'first' | 'few' | 'alike' | 'more' | 'fewer'
  /** Visits. */
  now: number
  before: number
  inquiries: number
  meetings: number
}

/** Fewer visits than this in both weeks together say nothing about which was the better one. */
const FEWEST_TO_COMPARE = 20

/**
 * What may be said of two weeks' visits. Counts of chance visitors go up and down by about their own square root: only
 * what is twice as far apart as chance would have it is called more or fewer.
 */
export function compareWeeks({ now, before }: { now: number; before: number }): WeekChange['kind'] {
  if (now + before === 0) return 'none'
  if (before === 0) return 'first'
  if (now + before < FEWEST_TO_COMPARE) return 'few'
  if (Math.abs(now - before) <= 2 * Math.sqrt(now + before)) return 'alike'
  return now > before ? 'more' : 'fewer'
}

/** Today first in `days` ISO dates of one zone, the oldest first. */
export function daysUpTo(today: string, days: number): string[] {
  const last = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: days }, (_, index) =>
    new Date(last - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  )
}
