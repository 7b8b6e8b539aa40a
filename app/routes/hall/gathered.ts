import type { PageWords } from '~/app/i18n/page-words.server'
import type { BoothChoice } from '~/domain/hall/booth-choice'
import type { TourCounts } from '~/domain/hall/count-tours.server'
import type { GatheredBooth, GatheredBooths } from '~/domain/hall/gather-booths.server'
import type { HallView } from '~/domain/hall/open-hall.server'
import type { Locale } from '~/domain/shared/locale'
import { packBooths, unpackBooths } from './packed-booths'

export type TourWords = PageWords['tours']

/** What somebody needs, in the words and the language in which it was written. */
export interface NeedName {
  productWords: string
  locale: Locale
}

/** Booths that the address asks for besides the hall: found by a search, stops of a tour, or one's own aisle. */
export interface Gathered extends GatheredBooths {
  as: 'search' | 'tour' | 'aisle'
  choice: BoothChoice
  /** Whose answers they are, where the choice is a need. */
  need: NeedName | null
  words: TourWords
  /** The rows from `from` to before `to` are listed; of the others only their place and name are known. */
  shown: { from: number; to: number; page: number; pages: number }
}

/** The tours to choose from. */
export interface TourOffer extends TourCounts {
  as: 'choose'
  /** How many goods and booths the visitor keeps. */
  kept: number
  /** Open ones, the newest first. */
  needs: (NeedName & { id: string })[]
  words: TourWords
}

/** What is said of the booth that the address leads to, where it has closed. */
export interface GoneBooth {
  text: string
  /** Where booths like it are; a path without the language. */
  like: { text: string; path: string }
}

export interface HallData extends HallView {
  gone: GoneBooth | null
  asked: Gathered | TourOffer | null
}

/** As it is sent: the booths of a list packed, those of an aisle, which are drawn, whole. */
export type SentHall = Omit<HallData, 'asked'> & {
  asked: (Omit<Gathered, 'booths'> & { booths: GatheredBooth[] | string }) | TourOffer | null
}

export function packHall({ asked, ...hall }: HallData): SentHall {
  const packs = asked && (asked.as === 'search' || asked.as === 'tour')
  return { ...hall, asked: packs ? { ...asked, booths: packBooths(asked.booths) } : asked }
}

export function unpackHall({ asked, ...hall }: SentHall): HallData {
  if (!asked || asked.as === 'choose') return { ...hall, asked }
  const { booths } = asked
  return { ...hall, asked: { ...asked, booths: typeof booths === 'string' ? unpackBooths(booths) : booths } }
}

/** The booths that were asked for; null where the tours are offered or nothing was asked. */
export function gatheredOf({ asked }: HallData): Gathered | null {
  return asked && asked.as !== 'choose' ? asked : null
}
