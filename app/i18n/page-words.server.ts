import { isLocale, type Locale } from '~/domain/shared/locale'
import { about as aboutAr } from './ar/about'
import { account as accountAr } from './ar/account'
import { history as historyAr } from './ar/history'
import { home as homeAr } from './ar/home'
import { match as matchAr } from './ar/match'
import { matching as matchingAr } from './ar/matching'
import { meeting as meetingAr } from './ar/meeting'
import { meetings as meetingsAr } from './ar/meetings'
import { need as needAr } from './ar/need'
import { openTimes as openTimesAr } from './ar/open-times'
import { studioProducts as studioProductsAr } from './ar/studio-products'
import { about as aboutEn } from './en/about'
import { account as accountEn } from './en/account'
import { history as historyEn } from './en/history'
import { home as homeEn } from './en/home'
import { match as matchEn } from './en/match'
import { matching as matchingEn } from './en/matching'
import { meeting as meetingEn } from './en/meeting'
import { meetings as meetingsEn } from './en/meetings'
import { need as needEn } from './en/need'
import { openTimes as openTimesEn } from './en/open-times'
import { studioProducts as studioProductsEn } from './en/studio-products'
import { about as aboutId } from './id/about'
import { account as accountId } from './id/account'
import { history as historyId } from './id/history'
import { home as homeId } from './id/home'
import { match as matchId } from './id/match'
import { matching as matchingId } from './id/matching'
import { meeting as meetingId } from './id/meeting'
import { meetings as meetingsId } from './id/meetings'
import { need as needId } from './id/need'
import { openTimes as openTimesId } from './id/open-times'
import { studioProducts as studioProductsId } from './id/studio-products'
import type { Shape } from './words'

const id = {
  about: aboutId,
  matching: matchingId,
  account: accountId,
  history: historyId,
  home: homeId,
  need: needId,
  match: matchId,
  meeting: meetingId,
  meetings: meetingsId,
  openTimes: openTimesId,
  studioProducts: studioProductsId,
}

/**
 * Sentences that are sent with their page alone, so that no other page carries them: strings with
 * `{placeholders}` and plural forms for `fill` and `fillPlural`, because they travel as data.
 */
export type PageWords = Shape<typeof id>

export const PAGE_WORDS: Record<Locale, PageWords> = {
  id,
  en: {
    about: aboutEn,
    matching: matchingEn,
    account: accountEn,
    history: historyEn,
    home: homeEn,
    need: needEn,
    match: matchEn,
    meeting: meetingEn,
    meetings: meetingsEn,
    openTimes: openTimesEn,
    studioProducts: studioProductsEn,
  },
  ar: {
    about: aboutAr,
    matching: matchingAr,
    account: accountAr,
    history: historyAr,
    home: homeAr,
    need: needAr,
    match: matchAr,
    meeting: meetingAr,
    meetings: meetingsAr,
    openTimes: openTimesAr,
    studioProducts: studioProductsAr,
  },
}

/** A page's own words in the language of its address. */
export function pageWords<K extends keyof PageWords>(page: K, locale: string | undefined): PageWords[K] {
  return PAGE_WORDS[isLocale(locale) ? locale : 'id'][page]
}
